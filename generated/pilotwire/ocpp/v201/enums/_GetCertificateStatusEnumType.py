"""Enumerations of OCPP 2.0.1: GetCertificateStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GetCertificateStatusEnumType",
]

# ruff: noqa: S105


class GetCertificateStatusEnumType(WireEnum):
    """Used by GetCertificateStatusResponse."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
