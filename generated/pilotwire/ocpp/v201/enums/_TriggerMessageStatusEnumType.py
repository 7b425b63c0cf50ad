"""Enumerations of OCPP 2.0.1: TriggerMessageStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TriggerMessageStatusEnumType",
]

# ruff: noqa: S105


class TriggerMessageStatusEnumType(WireEnum):
    """Used by TriggerMessageResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_IMPLEMENTED = "NotImplemented"
