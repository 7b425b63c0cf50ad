"""Enumerations of OCPP 2.1: TariffSetStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TariffSetStatusEnumType",
]

# ruff: noqa: S105


class TariffSetStatusEnumType(WireEnum):
    """Used by SetDefaultTariffResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    TOO_MANY_ELEMENTS = "TooManyElements"
    CONDITION_NOT_SUPPORTED = "ConditionNotSupported"
    DUPLICATE_TARIFF_ID = "DuplicateTariffId"
