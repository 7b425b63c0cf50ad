"""Enumerations of OCPP 2.0.1: CancelReservationStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CancelReservationStatusEnumType",
]

# ruff: noqa: S105


class CancelReservationStatusEnumType(WireEnum):
    """Used by CancelReservationResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
