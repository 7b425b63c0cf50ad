"""Enumerations of OCPP 2.0.1: UnlockStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "UnlockStatusEnumType",
]

# ruff: noqa: S105


class UnlockStatusEnumType(WireEnum):
    """Used by UnlockConnectorResponse."""

    UNLOCKED = "Unlocked"
    UNLOCK_FAILED = "UnlockFailed"
    ONGOING_AUTHORIZED_TRANSACTION = "OngoingAuthorizedTransaction"
    UNKNOWN_CONNECTOR = "UnknownConnector"
