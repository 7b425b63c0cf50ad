"""Messages of OCPP 2.0.1: GetCertificateStatusRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.v201.datatypes import CustomDataType, OCSPRequestDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import GetCertificateStatusEnumType

__all__ = [
    "GetCertificateStatusRequest",
    "GetCertificateStatusResponse",
]


class GetCertificateStatusResponse(Response):
    """Response of GetCertificateStatus, CSMS to station. M ISO 15118 Certificate Management (Messages 1.18, M06)."""

    action: ClassVar[str] = "GetCertificateStatus"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GetCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    ocsp_result: Annotated[str | None, Field(alias="ocspResult", max_length=5500)] = None
    """At most 5500 characters."""


class GetCertificateStatusRequest(StationRequest[GetCertificateStatusResponse]):
    """Request of GetCertificateStatus, station to CSMS. M ISO 15118 Certificate Management (Messages 1.18, M06)."""

    action: ClassVar[str] = "GetCertificateStatus"
    _response: ClassVar[ResponseClass] = GetCertificateStatusResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    ocsp_request_data: Annotated[OCSPRequestDataType, Field(alias="ocspRequestData")]
