"""Enumerations of OCPP 2.1: EvseKindEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "EvseKindEnumType",
]

# ruff: noqa: S105


class EvseKindEnumType(WireEnum):
    """Used by TariffConditionsFixedType, TariffConditionsType."""

    AC = "AC"
    DC = "DC"
