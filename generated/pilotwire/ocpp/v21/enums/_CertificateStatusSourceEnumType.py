"""Enumerations of OCPP 2.1: CertificateStatusSourceEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CertificateStatusSourceEnumType",
]

# ruff: noqa: S105


class CertificateStatusSourceEnumType(WireEnum):
    """Used by CertificateStatusRequestInfoType, CertificateStatusType."""

    CRL = "CRL"
    OCSP = "OCSP"
