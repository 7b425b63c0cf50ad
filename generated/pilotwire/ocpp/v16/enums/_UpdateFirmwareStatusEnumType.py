"""Enumerations of OCPP 1.6 with the security extension: UpdateFirmwareStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "UpdateFirmwareStatusEnumType",
]

# ruff: noqa: S105


class UpdateFirmwareStatusEnumType(WireEnum):
    """Used by SignedUpdateFirmwareResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    ACCEPTED_CANCELED = "AcceptedCanceled"
    INVALID_CERTIFICATE = "InvalidCertificate"
    REVOKED_CERTIFICATE = "RevokedCertificate"
