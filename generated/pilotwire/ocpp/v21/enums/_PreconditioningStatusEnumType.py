"""Enumerations of OCPP 2.1: PreconditioningStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "PreconditioningStatusEnumType",
]

# ruff: noqa: S105


class PreconditioningStatusEnumType(WireEnum):
    """Used by TransactionEventRequest."""

    UNKNOWN = "Unknown"
    READY = "Ready"
    NOT_READY = "NotReady"
    PRECONDITIONING = "Preconditioning"
