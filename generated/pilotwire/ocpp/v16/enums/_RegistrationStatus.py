"""Enumerations of OCPP 1.6 with the security extension: RegistrationStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "RegistrationStatus",
]

# ruff: noqa: S105


class RegistrationStatus(WireEnum):
    """Used by BootNotificationResponse."""

    ACCEPTED = "Accepted"
    PENDING = "Pending"
    REJECTED = "Rejected"
