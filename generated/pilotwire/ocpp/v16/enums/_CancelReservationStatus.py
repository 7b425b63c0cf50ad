"""Enumerations of OCPP 1.6 with the security extension: CancelReservationStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CancelReservationStatus",
]

# ruff: noqa: S105


class CancelReservationStatus(WireEnum):
    """Used by CancelReservationResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
