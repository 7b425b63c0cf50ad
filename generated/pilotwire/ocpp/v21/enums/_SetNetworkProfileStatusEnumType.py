"""Enumerations of OCPP 2.1: SetNetworkProfileStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "SetNetworkProfileStatusEnumType",
]

# ruff: noqa: S105


class SetNetworkProfileStatusEnumType(WireEnum):
    """Used by SetNetworkProfileResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    FAILED = "Failed"
