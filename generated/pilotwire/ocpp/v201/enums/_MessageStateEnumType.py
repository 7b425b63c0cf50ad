"""Enumerations of OCPP 2.0.1: MessageStateEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "MessageStateEnumType",
]

# ruff: noqa: S105


class MessageStateEnumType(WireEnum):
    """Used by GetDisplayMessagesRequest, MessageInfoType."""

    CHARGING = "Charging"
    FAULTED = "Faulted"
    IDLE = "Idle"
    UNAVAILABLE = "Unavailable"
