"""Enumerations of OCPP 2.1: Iso15118EVCertificateStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "Iso15118EVCertificateStatusEnumType",
]

# ruff: noqa: S105


class Iso15118EVCertificateStatusEnumType(WireEnum):
    """Used by Get15118EVCertificateResponse."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
