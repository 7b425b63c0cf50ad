"""Enumerations of OCPP 1.6 with the security extension: InstallCertificateStatusEnumType.

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
    FAILED = "Failed"
    REJECTED = "Rejected"
