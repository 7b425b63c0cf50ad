"""Enumerations of OCPP 2.0.1: MessagePriorityEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "MessagePriorityEnumType",
]

# ruff: noqa: S105


class MessagePriorityEnumType(WireEnum):
    """Used by GetDisplayMessagesRequest, MessageInfoType."""

    ALWAYS_FRONT = "AlwaysFront"
    IN_FRONT = "InFront"
    NORMAL_CYCLE = "NormalCycle"
