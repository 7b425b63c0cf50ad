"""Parts of the messages of OCPP 2.1: CertificateStatusType.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated

from pydantic import Field

from pilotwire.ocpp.base import DataType
from pilotwire.ocpp.scalars import Timestamp
from pilotwire.ocpp.v21.datatypes import CertificateHashDataType, CustomDataType
from pilotwire.ocpp.v21.enums import CertificateStatusEnumType, CertificateStatusSourceEnumType

__all__ = [
    "CertificateStatusType",
]


class CertificateStatusType(DataType):
    """Used by GetCertificateChainStatusResponse."""

    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
    source: CertificateStatusSourceEnumType
    status: CertificateStatusEnumType
    next_update: Annotated[Timestamp, Field(alias="nextUpdate")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
