"""Enumerations of OCPP 2.1: TariffChangeStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TariffChangeStatusEnumType",
]

# ruff: noqa: S105


class TariffChangeStatusEnumType(WireEnum):
    """Used by ChangeTransactionTariffResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    TOO_MANY_ELEMENTS = "TooManyElements"
    CONDITION_NOT_SUPPORTED = "ConditionNotSupported"
    TX_NOT_FOUND = "TxNotFound"
    NO_CURRENCY_CHANGE = "NoCurrencyChange"
