"""Enumerations of OCPP 2.1: NotifyAllowedEnergyTransferStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "NotifyAllowedEnergyTransferStatusEnumType",
]

# ruff: noqa: S105


class NotifyAllowedEnergyTransferStatusEnumType(WireEnum):
    """Used by NotifyAllowedEnergyTransferResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
