"""Enumerations of OCPP 2.0.1: CertificateSignedStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CertificateSignedStatusEnumType",
]

# ruff: noqa: S105


class CertificateSignedStatusEnumType(WireEnum):
    """Used by CertificateSignedResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
