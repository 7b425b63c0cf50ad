"""Enumerations of OCPP 2.1: CertificateActionEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "CertificateActionEnumType",
]

# ruff: noqa: S105


class CertificateActionEnumType(WireEnum):
    """Used by Get15118EVCertificateRequest."""

    INSTALL = "Install"
    UPDATE = "Update"
