"""Enumerations of OCPP 2.1: ChangeAvailabilityStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChangeAvailabilityStatusEnumType",
]

# ruff: noqa: S105


class ChangeAvailabilityStatusEnumType(WireEnum):
    """Used by ChangeAvailabilityResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    SCHEDULED = "Scheduled"
