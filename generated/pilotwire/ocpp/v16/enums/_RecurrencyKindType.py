"""Enumerations of OCPP 1.6 with the security extension: RecurrencyKindType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "RecurrencyKindType",
]

# ruff: noqa: S105


class RecurrencyKindType(WireEnum):
    """Used by ChargingProfile."""

    DAILY = "Daily"
    WEEKLY = "Weekly"
