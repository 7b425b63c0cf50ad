"""Enumerations of OCPP 2.0.1: LogStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "LogStatusEnumType",
]

# ruff: noqa: S105


class LogStatusEnumType(WireEnum):
    """Used by GetLogResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    ACCEPTED_CANCELED = "AcceptedCanceled"
