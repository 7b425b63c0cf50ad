"""Enumerations of OCPP 2.1: EventTriggerEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "EventTriggerEnumType",
]

# ruff: noqa: S105


class EventTriggerEnumType(WireEnum):
    """Used by EventDataType."""

    ALERTING = "Alerting"
    DELTA = "Delta"
    PERIODIC = "Periodic"
