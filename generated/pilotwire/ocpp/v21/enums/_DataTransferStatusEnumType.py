"""Enumerations of OCPP 2.1: DataTransferStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "DataTransferStatusEnumType",
]

# ruff: noqa: S105


class DataTransferStatusEnumType(WireEnum):
    """Used by DataTransferResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    UNKNOWN_MESSAGE_ID = "UnknownMessageId"
    UNKNOWN_VENDOR_ID = "UnknownVendorId"
