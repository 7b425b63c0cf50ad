"""Enumerations of OCPP 1.6 with the security extension: GenericStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "GenericStatusEnumType",
]

# ruff: noqa: S105


class GenericStatusEnumType(WireEnum):
    """Used by SignCertificateResponse."""

    ACCEPTED = "Accepted"
    REJECTED = "Rejected"
