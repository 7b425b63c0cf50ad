"""Enumerations of OCPP 2.1: TariffGetStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TariffGetStatusEnumType",
]

# ruff: noqa: S105


class TariffGetStatusEnumType(WireEnum):
    """Used by GetTariffsResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NO_TARIFF = "NoTariff"
