"""Enumerations of OCPP 1.6 with the security extension: TriggerMessageStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TriggerMessageStatus",
]

# ruff: noqa: S105


class TriggerMessageStatus(WireEnum):
    """Used by TriggerMessageResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_IMPLEMENTED = "NotImplemented"
