"""Enumerations of OCPP 2.0.1: OCPPTransportEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "OCPPTransportEnumType",
]

# ruff: noqa: S105


class OCPPTransportEnumType(WireEnum):
    """Used by NetworkConnectionProfileType."""

    JSON = "JSON"
    SOAP = "SOAP"
