"""Enumerations of OCPP 2.1: CertificateSigningUseEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CertificateSigningUseEnumType",
]

# ruff: noqa: S105


class CertificateSigningUseEnumType(WireEnum):
    """Used by CertificateSignedRequest, SignCertificateRequest."""

    CHARGING_STATION_CERTIFICATE = "ChargingStationCertificate"
    V2G_CERTIFICATE = "V2GCertificate"
    V2G20_CERTIFICATE = "V2G20Certificate"
