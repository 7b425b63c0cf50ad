"""Enumerations of OCPP 2.1: TransactionEventEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TransactionEventEnumType",
]

# ruff: noqa: S105


class TransactionEventEnumType(WireEnum):
    """Used by TransactionEventRequest."""

    ENDED = "Ended"
    STARTED = "Started"
    UPDATED = "Updated"
