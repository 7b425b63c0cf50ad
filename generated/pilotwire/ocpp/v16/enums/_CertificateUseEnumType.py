"""Enumerations of OCPP 1.6 with the security extension: CertificateUseEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CertificateUseEnumType",
]

# ruff: noqa: S105


class CertificateUseEnumType(WireEnum):
    """Used by GetInstalledCertificateIdsRequest, InstallCertificateRequest."""

    CENTRAL_SYSTEM_ROOT_CERTIFICATE = "CentralSystemRootCertificate"
    MANUFACTURER_ROOT_CERTIFICATE = "ManufacturerRootCertificate"
