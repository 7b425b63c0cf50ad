"""Enumerations of OCPP 2.0.1: ClearMessageStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ClearMessageStatusEnumType",
]

# ruff: noqa: S105


class ClearMessageStatusEnumType(WireEnum):
    """Used by ClearDisplayMessageResponse."""

    ACCEPTED = "Accepted"
    UNKNOWN = "Unknown"
