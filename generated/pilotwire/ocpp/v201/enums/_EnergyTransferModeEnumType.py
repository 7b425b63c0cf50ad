"""Enumerations of OCPP 2.0.1: EnergyTransferModeEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "EnergyTransferModeEnumType",
]

# ruff: noqa: S105


class EnergyTransferModeEnumType(WireEnum):
    """Used by ChargingNeedsType."""

    DC = "DC"
    AC_SINGLE_PHASE = "AC_single_phase"
    AC_TWO_PHASE = "AC_two_phase"
    AC_THREE_PHASE = "AC_three_phase"
