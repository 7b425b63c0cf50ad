"""Enumerations of OCPP 2.1: BatterySwapEventEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "BatterySwapEventEnumType",
]

# ruff: noqa: S105


class BatterySwapEventEnumType(WireEnum):
    """Used by BatterySwapRequest."""

    BATTERY_IN = "BatteryIn"
    BATTERY_OUT = "BatteryOut"
    BATTERY_OUT_TIMEOUT = "BatteryOutTimeout"
