"""Enumerations of OCPP 2.1: ControlModeEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ControlModeEnumType",
]

# ruff: noqa: S105


class ControlModeEnumType(WireEnum):
    """Used by ChargingNeedsType."""

    SCHEDULED_CONTROL = "ScheduledControl"
    DYNAMIC_CONTROL = "DynamicControl"
