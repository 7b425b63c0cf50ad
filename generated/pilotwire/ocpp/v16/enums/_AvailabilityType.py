"""Enumerations of OCPP 1.6 with the security extension: AvailabilityType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "AvailabilityType",
]

# ruff: noqa: S105


class AvailabilityType(WireEnum):
    """Used by ChangeAvailabilityRequest."""

    INOPERATIVE = "Inoperative"
    OPERATIVE = "Operative"
