"""Enumerations of OCPP 2.0.1: ChargingStateEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingStateEnumType",
]

# ruff: noqa: S105


class ChargingStateEnumType(WireEnum):
    """Used by TransactionType."""

    CHARGING = "Charging"
    EV_CONNECTED = "EVConnected"
    SUSPENDED_EV = "SuspendedEV"
    SUSPENDED_EVSE = "SuspendedEVSE"
    IDLE = "Idle"
