"""Enumerations of OCPP 2.0.1: GetInstalledCertificateStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GetInstalledCertificateStatusEnumType",
]

# ruff: noqa: S105


class GetInstalledCertificateStatusEnumType(WireEnum):
    """Used by GetInstalledCertificateIdsResponse."""

    ACCEPTED = "Accepted"
    NOT_FOUND = "NotFound"
