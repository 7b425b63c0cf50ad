"""Enumerations of OCPP 2.0.1: ChargingProfileKindEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingProfileKindEnumType",
]

# ruff: noqa: S105


class ChargingProfileKindEnumType(WireEnum):
    """Used by ChargingProfileType."""

    ABSOLUTE = "Absolute"
    RECURRING = "Recurring"
    RELATIVE = "Relative"
