"""Parts of the messages of OCPP 2.1: OCSPRequestDataType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.v21.datatypes import CustomDataType
from pilotwire.ocpp.v21.enums import HashAlgorithmEnumType

__all__ = [
    "OCSPRequestDataType",
]


class OCSPRequestDataType(DataType):
    """Used by AuthorizeRequest, GetCertificateStatusRequest."""

    hash_algorithm: Annotated[HashAlgorithmEnumType, Field(alias="hashAlgorithm")]
    issuer_name_hash: Annotated[str, Field(alias="issuerNameHash", max_length=128)]
    """At most 128 characters."""
    issuer_key_hash: Annotated[str, Field(alias="issuerKeyHash", max_length=128)]
    """At most 128 characters."""
    serial_number: Annotated[str, Field(alias="serialNumber", max_length=40)]
    """At most 40 characters."""
    responder_url: Annotated[str, Field(alias="responderURL", max_length=2000)]
    """At most 2000 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
