"""Enumerations of OCPP 2.1: RegistrationStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "RegistrationStatusEnumType",
]

# ruff: noqa: S105


class RegistrationStatusEnumType(WireEnum):
    """Used by BootNotificationResponse."""

    ACCEPTED = "Accepted"
    PENDING = "Pending"
    REJECTED = "Rejected"
