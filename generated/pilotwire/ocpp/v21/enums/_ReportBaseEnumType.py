"""Enumerations of OCPP 2.1: ReportBaseEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ReportBaseEnumType",
]

# ruff: noqa: S105


class ReportBaseEnumType(WireEnum):
    """Used by GetBaseReportRequest."""

    CONFIGURATION_INVENTORY = "ConfigurationInventory"
    FULL_INVENTORY = "FullInventory"
    SUMMARY_INVENTORY = "SummaryInventory"
