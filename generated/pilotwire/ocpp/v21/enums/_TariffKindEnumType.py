"""Enumerations of OCPP 2.1: TariffKindEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "TariffKindEnumType",
]

# ruff: noqa: S105


class TariffKindEnumType(WireEnum):
    """Used by TariffAssignmentType."""

    DEFAULT_TARIFF = "DefaultTariff"
    DRIVER_TARIFF = "DriverTariff"
