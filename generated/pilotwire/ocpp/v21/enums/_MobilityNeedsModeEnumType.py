"""Enumerations of OCPP 2.1: MobilityNeedsModeEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "MobilityNeedsModeEnumType",
]

# ruff: noqa: S105


class MobilityNeedsModeEnumType(WireEnum):
    """Used by ChargingNeedsType."""

    EVCC = "EVCC"
    EVCC_SECC = "EVCC_SECC"
