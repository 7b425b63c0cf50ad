"""Enumerations of OCPP 1.6 with the security extension: GetCompositeScheduleStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GetCompositeScheduleStatus",
]

# ruff: noqa: S105


class GetCompositeScheduleStatus(WireEnum):
    """Used by GetCompositeScheduleResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
