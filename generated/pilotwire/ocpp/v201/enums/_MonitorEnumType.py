"""Enumerations of OCPP 2.0.1: MonitorEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "MonitorEnumType",
]

# ruff: noqa: S105


class MonitorEnumType(WireEnum):
    """Used by SetMonitoringDataType, SetMonitoringResultType, VariableMonitoringType."""

    UPPER_THRESHOLD = "UpperThreshold"
    LOWER_THRESHOLD = "LowerThreshold"
    DELTA = "Delta"
    PERIODIC = "Periodic"
    PERIODIC_CLOCK_ALIGNED = "PeriodicClockAligned"
