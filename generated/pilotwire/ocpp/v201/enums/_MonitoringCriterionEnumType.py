"""Enumerations of OCPP 2.0.1: MonitoringCriterionEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "MonitoringCriterionEnumType",
]

# ruff: noqa: S105


class MonitoringCriterionEnumType(WireEnum):
    """Used by GetMonitoringReportRequest."""

    THRESHOLD_MONITORING = "ThresholdMonitoring"
    DELTA_MONITORING = "DeltaMonitoring"
    PERIODIC_MONITORING = "PeriodicMonitoring"
