"""Enumerations of OCPP 1.6 with the security extension: LogStatusEnumType.

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
