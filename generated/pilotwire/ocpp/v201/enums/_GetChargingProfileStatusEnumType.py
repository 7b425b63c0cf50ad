"""Enumerations of OCPP 2.0.1: GetChargingProfileStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GetChargingProfileStatusEnumType",
]

# ruff: noqa: S105


class GetChargingProfileStatusEnumType(WireEnum):
    """Used by GetChargingProfilesResponse."""

    ACCEPTED = "Accepted"
    NO_PROFILES = "NoProfiles"
