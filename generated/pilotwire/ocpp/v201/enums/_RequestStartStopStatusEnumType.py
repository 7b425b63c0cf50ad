"""Enumerations of OCPP 2.0.1: RequestStartStopStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "RequestStartStopStatusEnumType",
]

# ruff: noqa: S105


class RequestStartStopStatusEnumType(WireEnum):
    """Used by RequestStartTransactionResponse, RequestStopTransactionResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
