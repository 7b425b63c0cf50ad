"""Enumerations of OCPP 2.1: PriorityChargingStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "PriorityChargingStatusEnumType",
]

# ruff: noqa: S105


class PriorityChargingStatusEnumType(WireEnum):
    """Used by UsePriorityChargingResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NO_PROFILE = "NoProfile"
