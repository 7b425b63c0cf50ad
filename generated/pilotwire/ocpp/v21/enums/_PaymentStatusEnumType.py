"""Enumerations of OCPP 2.1: PaymentStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "PaymentStatusEnumType",
]

# ruff: noqa: S105


class PaymentStatusEnumType(WireEnum):
    """Used by NotifySettlementRequest."""

    SETTLED = "Settled"
    CANCELED = "Canceled"
    REJECTED = "Rejected"
    FAILED = "Failed"
