"""Enumerations of OCPP 2.1: EventNotificationEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "EventNotificationEnumType",
]

# ruff: noqa: S105


class EventNotificationEnumType(WireEnum):
    """Used by EventDataType, VariableMonitoringType."""

    HARD_WIRED_NOTIFICATION = "HardWiredNotification"
    HARD_WIRED_MONITOR = "HardWiredMonitor"
    PRECONFIGURED_MONITOR = "PreconfiguredMonitor"
    CUSTOM_MONITOR = "CustomMonitor"
