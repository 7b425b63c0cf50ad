"""Enumerations of OCPP 1.6 with the security extension: ClearChargingProfileStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ClearChargingProfileStatus",
]

# ruff: noqa: S105


class ClearChargingProfileStatus(WireEnum):
    """Used by ClearChargingProfileResponse."""

    ACCEPTED = "Accepted"
    UNKNOWN = "Unknown"
