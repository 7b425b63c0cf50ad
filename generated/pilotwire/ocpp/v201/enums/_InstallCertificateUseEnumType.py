"""Enumerations of OCPP 2.0.1: InstallCertificateUseEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "InstallCertificateUseEnumType",
]

# ruff: noqa: S105


class InstallCertificateUseEnumType(WireEnum):
    """Used by InstallCertificateRequest."""

    V2G_ROOT_CERTIFICATE = "V2GRootCertificate"
    MO_ROOT_CERTIFICATE = "MORootCertificate"
    CSMS_ROOT_CERTIFICATE = "CSMSRootCertificate"
    MANUFACTURER_ROOT_CERTIFICATE = "ManufacturerRootCertificate"
