"""Enumerations of OCPP 2.1: ClearMonitoringStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ClearMonitoringStatusEnumType",
]

# ruff: noqa: S105


class ClearMonitoringStatusEnumType(WireEnum):
    """Used by ClearMonitoringResultType."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_FOUND = "NotFound"
