"""Enumerations of OCPP 1.6 with the security extension: ClearCacheStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ClearCacheStatus",
]

# ruff: noqa: S105


class ClearCacheStatus(WireEnum):
    """Used by ClearCacheResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
