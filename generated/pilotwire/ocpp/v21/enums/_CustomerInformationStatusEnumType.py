"""Enumerations of OCPP 2.1: CustomerInformationStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CustomerInformationStatusEnumType",
]

# ruff: noqa: S105


class CustomerInformationStatusEnumType(WireEnum):
    """Used by CustomerInformationResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
    INVALID = "Invalid"
