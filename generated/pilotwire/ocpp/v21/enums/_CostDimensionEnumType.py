"""Enumerations of OCPP 2.1: CostDimensionEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CostDimensionEnumType",
]

# ruff: noqa: S105


class CostDimensionEnumType(WireEnum):
    """Used by CostDimensionType."""

    ENERGY = "Energy"
    MAX_CURRENT = "MaxCurrent"
    MIN_CURRENT = "MinCurrent"
    MAX_POWER = "MaxPower"
    MIN_POWER = "MinPower"
    IDLE_TIME = "IdleTIme"
    CHARGING_TIME = "ChargingTime"
