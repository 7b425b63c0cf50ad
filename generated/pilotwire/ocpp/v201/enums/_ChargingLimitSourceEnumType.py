"""Enumerations of OCPP 2.0.1: ChargingLimitSourceEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingLimitSourceEnumType",
]

# ruff: noqa: S105


class ChargingLimitSourceEnumType(WireEnum):
    """Used by ChargingLimitType, ChargingProfileCriterionType and 2 others."""

    EMS = "EMS"
    OTHER = "Other"
    SO = "SO"
    CSO = "CSO"
