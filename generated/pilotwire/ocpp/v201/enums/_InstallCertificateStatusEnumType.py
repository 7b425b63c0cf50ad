"""Enumerations of OCPP 2.0.1: InstallCertificateStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "InstallCertificateStatusEnumType",
]

# ruff: noqa: S105


class InstallCertificateStatusEnumType(WireEnum):
    """Used by InstallCertificateResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    FAILED = "Failed"
