"""Enumerations of OCPP 1.6 with the security extension: ChargingProfilePurposeType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingProfilePurposeType",
]

# ruff: noqa: S105


class ChargingProfilePurposeType(WireEnum):
    """Used by ChargingProfile, ClearChargingProfileRequest."""

    CHARGE_POINT_MAX_PROFILE = "ChargePointMaxProfile"
    TX_DEFAULT_PROFILE = "TxDefaultProfile"
    TX_PROFILE = "TxProfile"
