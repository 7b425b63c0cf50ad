"""Enumerations of OCPP 2.1: GenericDeviceModelStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GenericDeviceModelStatusEnumType",
]

# ruff: noqa: S105


class GenericDeviceModelStatusEnumType(WireEnum):
    """Used by GetBaseReportResponse, GetMonitoringReportResponse and 2 others."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_SUPPORTED = "NotSupported"
    EMPTY_RESULT_SET = "EmptyResultSet"
