"""Enumerations of OCPP 1.6 with the security extension: UnlockStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "UnlockStatus",
]

# ruff: noqa: S105


class UnlockStatus(WireEnum):
    """Used by UnlockConnectorResponse."""

    UNLOCKED = "Unlocked"
    UNLOCK_FAILED = "UnlockFailed"
    NOT_SUPPORTED = "NotSupported"
