"""Enumerations of OCPP 2.0.1: ClearCacheStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ClearCacheStatusEnumType",
]

# ruff: noqa: S105


class ClearCacheStatusEnumType(WireEnum):
    """Used by ClearCacheResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
