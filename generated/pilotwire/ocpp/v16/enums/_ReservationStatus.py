"""Enumerations of OCPP 1.6 with the security extension: ReservationStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ReservationStatus",
]

# ruff: noqa: S105


class ReservationStatus(WireEnum):
    """Used by ReserveNowResponse."""

    ACCEPTED = "Accepted"
    FAULTED = "Faulted"
    OCCUPIED = "Occupied"
    REJECTED = "Rejected"
    UNAVAILABLE = "Unavailable"
