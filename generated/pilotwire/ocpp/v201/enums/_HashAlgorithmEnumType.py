"""Enumerations of OCPP 2.0.1: HashAlgorithmEnumType.

Written by `python -m codegen generate`; never edited by hand.
"""

from pilotwire.ocpp.scalars import WireEnum

__all__ = [
    "HashAlgorithmEnumType",
]

# ruff: noqa: S105


class HashAlgorithmEnumType(WireEnum):
    """Used by CertificateHashDataType, OCSPRequestDataType."""

    SHA256 = "SHA256"
    SHA384 = "SHA384"
    SHA512 = "SHA512"
