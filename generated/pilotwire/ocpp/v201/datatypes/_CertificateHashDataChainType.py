"""Parts of the messages of OCPP 2.0.1: CertificateHashDataChainType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v201.datatypes import CertificateHashDataType, CustomDataType
from pilotwire.ocpp.v201.enums import GetCertificateIdUseEnumType

__all__ = [
    "CertificateHashDataChainType",
]


class CertificateHashDataChainType(DataType):
    """Used by GetInstalledCertificateIdsResponse."""

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
    certificate_type: Annotated[GetCertificateIdUseEnumType, Field(alias="certificateType")]
    child_certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType] | None,
        Field(alias="childCertificateHashData", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""
