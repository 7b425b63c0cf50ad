"""Enumerations of OCPP 1.6 with the security extension: ChargingRateUnitType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingRateUnitType",
]

# ruff: noqa: S105


class ChargingRateUnitType(WireEnum):
    """Used by ChargingSchedule, GetCompositeScheduleRequest."""

    A = "A"
    W = "W"
