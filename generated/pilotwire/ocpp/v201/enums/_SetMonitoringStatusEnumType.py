"""Enumerations of OCPP 2.0.1: SetMonitoringStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "SetMonitoringStatusEnumType",
]

# ruff: noqa: S105


class SetMonitoringStatusEnumType(WireEnum):
    """Used by SetMonitoringResultType."""

    ACCEPTED = "Accepted"
    UNKNOWN_COMPONENT = "UnknownComponent"
    UNKNOWN_VARIABLE = "UnknownVariable"
    UNSUPPORTED_MONITOR_TYPE = "UnsupportedMonitorType"
    REJECTED = "Rejected"
    DUPLICATE = "Duplicate"
