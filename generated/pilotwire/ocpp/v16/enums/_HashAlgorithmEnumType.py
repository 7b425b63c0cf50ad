"""Enumerations of OCPP 1.6 with the security extension: HashAlgorithmEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "HashAlgorithmEnumType",
]

# ruff: noqa: S105


class HashAlgorithmEnumType(WireEnum):
    """Used by CertificateHashDataType."""

    SHA256 = "SHA256"
    SHA384 = "SHA384"
    SHA512 = "SHA512"
