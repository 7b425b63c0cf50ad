"""Enumerations of OCPP 1.6 with the security extension: TriggerMessageStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TriggerMessageStatusEnumType",
]

# ruff: noqa: S105


class TriggerMessageStatusEnumType(WireEnum):
    """Used by ExtendedTriggerMessageResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_IMPLEMENTED = "NotImplemented"
