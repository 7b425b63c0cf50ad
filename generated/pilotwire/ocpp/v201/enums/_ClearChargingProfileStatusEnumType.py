"""Enumerations of OCPP 2.0.1: ClearChargingProfileStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ClearChargingProfileStatusEnumType",
]

# ruff: noqa: S105


class ClearChargingProfileStatusEnumType(WireEnum):
    """Used by ClearChargingProfileResponse."""

    ACCEPTED = "Accepted"
    UNKNOWN = "Unknown"
