"""Enumerations of OCPP 2.1: SendLocalListStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "SendLocalListStatusEnumType",
]

# ruff: noqa: S105


class SendLocalListStatusEnumType(WireEnum):
    """Used by SendLocalListResponse."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
    VERSION_MISMATCH = "VersionMismatch"
