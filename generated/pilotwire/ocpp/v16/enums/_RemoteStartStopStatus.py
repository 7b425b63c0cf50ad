"""Enumerations of OCPP 1.6 with the security extension: RemoteStartStopStatus.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "RemoteStartStopStatus",
]

# ruff: noqa: S105


class RemoteStartStopStatus(WireEnum):
    """Used by RemoteStartTransactionResponse, RemoteStopTransactionResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
