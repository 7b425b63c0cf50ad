"""Enumerations of OCPP 1.6 with the security extension: AvailabilityStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "AvailabilityStatus",
]

# ruff: noqa: S105


class AvailabilityStatus(WireEnum):
    """Used by ChangeAvailabilityResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    SCHEDULED = "Scheduled"
