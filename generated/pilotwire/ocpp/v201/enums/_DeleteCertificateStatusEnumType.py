"""Enumerations of OCPP 2.0.1: DeleteCertificateStatusEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "DeleteCertificateStatusEnumType",
]

# ruff: noqa: S105


class DeleteCertificateStatusEnumType(WireEnum):
    """Used by DeleteCertificateResponse."""

    ACCEPTED = "Accepted"
    FAILED = "Failed"
    NOT_FOUND = "NotFound"
