"""Enumerations of OCPP 2.1: TariffClearStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TariffClearStatusEnumType",
]

# ruff: noqa: S105


class TariffClearStatusEnumType(WireEnum):
    """Used by ClearTariffsResultType."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NO_TARIFF = "NoTariff"
