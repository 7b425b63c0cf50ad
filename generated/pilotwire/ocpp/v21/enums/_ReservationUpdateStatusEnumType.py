"""Enumerations of OCPP 2.1: ReservationUpdateStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ReservationUpdateStatusEnumType",
]

# ruff: noqa: S105


class ReservationUpdateStatusEnumType(WireEnum):
    """Used by ReservationStatusUpdateRequest."""

    EXPIRED = "Expired"
    REMOVED = "Removed"
    NO_TRANSACTION = "NoTransaction"
