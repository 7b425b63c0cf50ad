"""Messages of OCPP 2.1: GetCertificateStatusRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.v21.datatypes import CustomDataType, OCSPRequestDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GetCertificateStatusEnumType

__all__ = [
    "GetCertificateStatusRequest",
    "GetCertificateStatusResponse",
]


class GetCertificateStatusResponse(Response):
    """Response of GetCertificateStatus, CSMS to station. M Certificate Management (Messages 1.26, M06)."""

    action: ClassVar[str] = "GetCertificateStatus"

    status: GetCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    ocsp_result: Annotated[str | None, Field(alias="ocspResult", max_length=18000)] = None
    """At most 18000 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetCertificateStatusRequest(StationRequest[GetCertificateStatusResponse]):
    """Request of GetCertificateStatus, station to CSMS. M Certificate Management (Messages 1.26, M06)."""

    action: ClassVar[str] = "GetCertificateStatus"
    _response: ClassVar[ResponseClass] = GetCertificateStatusResponse

    ocsp_request_data: Annotated[OCSPRequestDataType, Field(alias="ocspRequestData")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
