"""Enumerations of OCPP 1.6 with the security extension: ChargingProfileKindType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingProfileKindType",
]

# ruff: noqa: S105


class ChargingProfileKindType(WireEnum):
    """Used by ChargingProfile."""

    ABSOLUTE = "Absolute"
    RECURRING = "Recurring"
    RELATIVE = "Relative"
