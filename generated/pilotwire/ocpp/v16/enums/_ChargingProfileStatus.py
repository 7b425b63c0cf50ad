"""Enumerations of OCPP 1.6 with the security extension: ChargingProfileStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "ChargingProfileStatus",
]

# ruff: noqa: S105


class ChargingProfileStatus(WireEnum):
    """Used by SetChargingProfileResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    NOT_SUPPORTED = "NotSupported"
