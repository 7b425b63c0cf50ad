"""Enumerations of OCPP 2.1: EnergyTransferModeEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "EnergyTransferModeEnumType",
]

# ruff: noqa: S105


class EnergyTransferModeEnumType(WireEnum):
    """Used by AuthorizeResponse, ChargingNeedsType, NotifyAllowedEnergyTransferRequest."""

    AC_SINGLE_PHASE = "AC_single_phase"
    AC_TWO_PHASE = "AC_two_phase"
    AC_THREE_PHASE = "AC_three_phase"
    DC = "DC"
    AC_BPT = "AC_BPT"
    AC_BPT_DER = "AC_BPT_DER"
    AC_DER = "AC_DER"
    DC_BPT = "DC_BPT"
    DC_ACDP = "DC_ACDP"
    DC_ACDP_BPT = "DC_ACDP_BPT"
    WPT = "WPT"
