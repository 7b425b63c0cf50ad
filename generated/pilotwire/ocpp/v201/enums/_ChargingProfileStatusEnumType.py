"""Enumerations of OCPP 2.0.1: ChargingProfileStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingProfileStatusEnumType",
]

# ruff: noqa: S105


class ChargingProfileStatusEnumType(WireEnum):
    """Used by SetChargingProfileResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
