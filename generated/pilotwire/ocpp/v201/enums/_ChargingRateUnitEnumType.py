"""Enumerations of OCPP 2.0.1: ChargingRateUnitEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingRateUnitEnumType",
]

# ruff: noqa: S105


class ChargingRateUnitEnumType(WireEnum):
    """Used by ChargingScheduleType, CompositeScheduleType, GetCompositeScheduleRequest."""

    W = "W"
    A = "A"
