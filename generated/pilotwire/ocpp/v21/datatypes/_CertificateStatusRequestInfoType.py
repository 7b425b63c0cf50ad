"""Parts of the messages of OCPP 2.1: CertificateStatusRequestInfoType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v21.datatypes import CertificateHashDataType, CustomDataType, String2000
from pilotwire.ocpp.v21.enums import CertificateStatusSourceEnumType

__all__ = [
    "CertificateStatusRequestInfoType",
]


class CertificateStatusRequestInfoType(DataType):
    """Used by GetCertificateChainStatusRequest."""

    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
    source: CertificateStatusSourceEnumType
    urls: Annotated[Sequence[String2000], Field(max_length=5, min_length=1)]
    """Elements: 1 to 5. Each: at most 2000 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
