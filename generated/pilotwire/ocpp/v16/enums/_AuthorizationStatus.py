"""Enumerations of OCPP 1.6 with the security extension: AuthorizationStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "AuthorizationStatus",
]

# ruff: noqa: S105


class AuthorizationStatus(WireEnum):
    """Used by IdTagInfo."""

    ACCEPTED = "Accepted"
    BLOCKED = "Blocked"
    EXPIRED = "Expired"
    INVALID = "Invalid"
    CONCURRENT_TX = "ConcurrentTx"
