"""Enumerations of OCPP 2.1: CertificateStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CertificateStatusEnumType",
]

# ruff: noqa: S105


class CertificateStatusEnumType(WireEnum):
    """Used by CertificateStatusType."""

    GOOD = "Good"
    REVOKED = "Revoked"
    UNKNOWN = "Unknown"
    FAILED = "Failed"
