"""Enumerations of OCPP 2.1: TariffCostEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TariffCostEnumType",
]

# ruff: noqa: S105


class TariffCostEnumType(WireEnum):
    """Used by TotalCostType."""

    NORMAL_COST = "NormalCost"
    MIN_COST = "MinCost"
    MAX_COST = "MaxCost"
