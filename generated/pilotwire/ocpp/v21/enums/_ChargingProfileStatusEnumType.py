"""Enumerations of OCPP 2.1: ChargingProfileStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingProfileStatusEnumType",
]

# ruff: noqa: S105


class ChargingProfileStatusEnumType(WireEnum):
    """Used by PullDynamicScheduleUpdateResponse, SetChargingProfileResponse and 1 others."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
