"""Enumerations of OCPP 2.1: ChargingProfilePurposeEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingProfilePurposeEnumType",
]

# ruff: noqa: S105


class ChargingProfilePurposeEnumType(WireEnum):
    """Used by ChargingProfileCriterionType, ChargingProfileType, ClearChargingProfileType."""

    CHARGING_STATION_EXTERNAL_CONSTRAINTS = "ChargingStationExternalConstraints"
    CHARGING_STATION_MAX_PROFILE = "ChargingStationMaxProfile"
    TX_DEFAULT_PROFILE = "TxDefaultProfile"
    TX_PROFILE = "TxProfile"
    PRIORITY_CHARGING = "PriorityCharging"
    LOCAL_GENERATION = "LocalGeneration"
