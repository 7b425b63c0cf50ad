"""Enumerations of OCPP 2.1: OperationalStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "OperationalStatusEnumType",
]

# ruff: noqa: S105


class OperationalStatusEnumType(WireEnum):
    """Used by ChangeAvailabilityRequest."""

    INOPERATIVE = "Inoperative"
    OPERATIVE = "Operative"
