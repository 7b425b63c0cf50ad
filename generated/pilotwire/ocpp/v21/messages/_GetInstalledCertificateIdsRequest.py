"""Messages of OCPP 2.1: GetInstalledCertificateIdsRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v21.datatypes import (
    CertificateHashDataChainType,
    CustomDataType,
    StatusInfoType,
)
from pilotwire.ocpp.v21.enums import (
    GetCertificateIdUseEnumType,
    GetInstalledCertificateStatusEnumType,
)

__all__ = [
    "GetInstalledCertificateIdsRequest",
    "GetInstalledCertificateIdsResponse",
]


class GetInstalledCertificateIdsResponse(Response):
    """Response of GetInstalledCertificateIds, station to CSMS. M Certificate Management (Messages 1.31, M03)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"

    status: GetInstalledCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    certificate_hash_data_chain: Annotated[
        Sequence[CertificateHashDataChainType] | None,
        Field(alias="certificateHashDataChain", min_length=1),
    ] = None
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetInstalledCertificateIdsRequest(CsmsRequest[GetInstalledCertificateIdsResponse]):
    """Request of GetInstalledCertificateIds, CSMS to station. M Certificate Management (Messages 1.31, M03)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"
    _response: ClassVar[ResponseClass] = GetInstalledCertificateIdsResponse

    certificate_type: Annotated[
        Sequence[GetCertificateIdUseEnumType] | None, Field(alias="certificateType", min_length=1)
    ] = None
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
