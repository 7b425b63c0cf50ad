"""Enumerations of OCPP 2.0.1: GenericStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GenericStatusEnumType",
]

# ruff: noqa: S105


class GenericStatusEnumType(WireEnum):
    """Used by GetCompositeScheduleResponse, NotifyEVChargingScheduleResponse and 3 others."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
