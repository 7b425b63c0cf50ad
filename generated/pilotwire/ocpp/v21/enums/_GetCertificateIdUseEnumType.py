"""Enumerations of OCPP 2.1: GetCertificateIdUseEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GetCertificateIdUseEnumType",
]

# ruff: noqa: S105


class GetCertificateIdUseEnumType(WireEnum):
    """Used by CertificateHashDataChainType, GetInstalledCertificateIdsRequest."""

    V2G_ROOT_CERTIFICATE = "V2GRootCertificate"
    MO_ROOT_CERTIFICATE = "MORootCertificate"
    CSMS_ROOT_CERTIFICATE = "CSMSRootCertificate"
    V2G_CERTIFICATE_CHAIN = "V2GCertificateChain"
    MANUFACTURER_ROOT_CERTIFICATE = "ManufacturerRootCertificate"
    OEM_ROOT_CERTIFICATE = "OEMRootCertificate"
