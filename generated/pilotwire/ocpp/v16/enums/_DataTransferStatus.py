"""Enumerations of OCPP 1.6 with the security extension: DataTransferStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "DataTransferStatus",
]

# ruff: noqa: S105


class DataTransferStatus(WireEnum):
    """Used by DataTransferResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    UNKNOWN_MESSAGE_ID = "UnknownMessageId"
    UNKNOWN_VENDOR_ID = "UnknownVendorId"
