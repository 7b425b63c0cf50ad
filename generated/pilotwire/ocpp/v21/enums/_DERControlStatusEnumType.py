"""Enumerations of OCPP 2.1: DERControlStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "DERControlStatusEnumType",
]

# ruff: noqa: S105


class DERControlStatusEnumType(WireEnum):
    """Used by ClearDERControlResponse, GetDERControlResponse, SetDERControlResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_SUPPORTED = "NotSupported"
    NOT_FOUND = "NotFound"
