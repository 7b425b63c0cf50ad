"""Enumerations of OCPP 2.1: DayOfWeekEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "DayOfWeekEnumType",
]

# ruff: noqa: S105


class DayOfWeekEnumType(WireEnum):
    """Used by TariffConditionsFixedType, TariffConditionsType."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"
