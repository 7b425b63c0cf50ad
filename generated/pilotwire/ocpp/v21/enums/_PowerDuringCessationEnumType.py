"""Enumerations of OCPP 2.1: PowerDuringCessationEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "PowerDuringCessationEnumType",
]

# ruff: noqa: S105


class PowerDuringCessationEnumType(WireEnum):
    """Used by VoltageParamsType."""

    ACTIVE = "Active"
    REACTIVE = "Reactive"
