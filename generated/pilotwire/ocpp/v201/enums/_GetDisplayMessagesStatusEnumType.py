"""Enumerations of OCPP 2.0.1: GetDisplayMessagesStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GetDisplayMessagesStatusEnumType",
]

# ruff: noqa: S105


class GetDisplayMessagesStatusEnumType(WireEnum):
    """Used by GetDisplayMessagesResponse."""

    ACCEPTED = "Accepted"
    UNKNOWN = "Unknown"
