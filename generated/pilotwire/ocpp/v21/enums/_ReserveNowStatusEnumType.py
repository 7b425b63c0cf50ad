"""Enumerations of OCPP 2.1: ReserveNowStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ReserveNowStatusEnumType",
]

# ruff: noqa: S105


class ReserveNowStatusEnumType(WireEnum):
    """Used by ReserveNowResponse."""

    ACCEPTED = "Accepted"
    FAULTED = "Faulted"
    OCCUPIED = "Occupied"
    REJECTED = "Rejected"
    UNAVAILABLE = "Unavailable"
