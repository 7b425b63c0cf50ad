"""Enumerations of OCPP 2.0.1: RecurrencyKindEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "RecurrencyKindEnumType",
]

# ruff: noqa: S105


class RecurrencyKindEnumType(WireEnum):
    """Used by ChargingProfileType."""

    DAILY = "Daily"
    WEEKLY = "Weekly"
