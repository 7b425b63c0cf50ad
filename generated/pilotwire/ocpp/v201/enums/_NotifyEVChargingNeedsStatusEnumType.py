"""Enumerations of OCPP 2.0.1: NotifyEVChargingNeedsStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "NotifyEVChargingNeedsStatusEnumType",
]

# ruff: noqa: S105


class NotifyEVChargingNeedsStatusEnumType(WireEnum):
    """Used by NotifyEVChargingNeedsResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    PROCESSING = "Processing"
