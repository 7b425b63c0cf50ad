"""Parts of the messages of OCPP 1.6 with the security extension: CertificateHashDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v16.enums import HashAlgorithmEnumType

__all__ = [
    "CertificateHashDataType",
]


class CertificateHashDataType(DataType):
    """Used by DeleteCertificateRequest, GetInstalledCertificateIdsResponse."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    """At most 128 characters."""
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    """At most 128 characters."""
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    """At most 40 characters."""
