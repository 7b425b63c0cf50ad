"""Enumerations of OCPP 2.0.1: UpdateFirmwareStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "UpdateFirmwareStatusEnumType",
]

# ruff: noqa: S105


class UpdateFirmwareStatusEnumType(WireEnum):
    """Used by UpdateFirmwareResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    ACCEPTED_CANCELED = "AcceptedCanceled"
    INVALID_CERTIFICATE = "InvalidCertificate"
    REVOKED_CERTIFICATE = "RevokedCertificate"
