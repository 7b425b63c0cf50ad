"""Enumerations of OCPP 2.0.1: AuthorizationStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "AuthorizationStatusEnumType",
]

# ruff: noqa: S105


class AuthorizationStatusEnumType(WireEnum):
    """Used by IdTokenInfoType."""

    ACCEPTED = "Accepted"
    BLOCKED = "Blocked"
    CONCURRENT_TX = "ConcurrentTx"
    EXPIRED = "Expired"
    INVALID = "Invalid"
    NO_CREDIT = "NoCredit"
    NOT_ALLOWED_TYPE_EVSE = "NotAllowedTypeEVSE"
    NOT_AT_THIS_LOCATION = "NotAtThisLocation"
    NOT_AT_THIS_TIME = "NotAtThisTime"
    UNKNOWN = "Unknown"
