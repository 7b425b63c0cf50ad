"""Enumerations of OCPP 2.0.1: ConnectorStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ConnectorStatusEnumType",
]

# ruff: noqa: S105


class ConnectorStatusEnumType(WireEnum):
    """Used by StatusNotificationRequest."""

    AVAILABLE = "Available"
    OCCUPIED = "Occupied"
    RESERVED = "Reserved"
    UNAVAILABLE = "Unavailable"
    FAULTED = "Faulted"
