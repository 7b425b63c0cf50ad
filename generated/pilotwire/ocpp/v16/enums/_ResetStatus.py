"""Enumerations of OCPP 1.6 with the security extension: ResetStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ResetStatus",
]

# ruff: noqa: S105


class ResetStatus(WireEnum):
    """Used by ResetResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
