"""Enumerations of OCPP 2.0.1: ResetStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ResetStatusEnumType",
]

# ruff: noqa: S105


class ResetStatusEnumType(WireEnum):
    """Used by ResetResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    SCHEDULED = "Scheduled"
