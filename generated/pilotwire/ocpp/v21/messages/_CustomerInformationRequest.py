"""Messages of OCPP 2.1: CustomerInformationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Boolean, WholeNumber
from pilotwire.ocpp.v21.datatypes import (
    CertificateHashDataType,
    CustomDataType,
    IdTokenType,
    StatusInfoType,
)
from pilotwire.ocpp.v21.enums import CustomerInformationStatusEnumType

__all__ = [
    "CustomerInformationRequest",
    "CustomerInformationResponse",
]


class CustomerInformationResponse(Response):
    """Response of CustomerInformation, station to CSMS. N Diagnostics (Messages 1.19, N09)."""

    action: ClassVar[str] = "CustomerInformation"

    status: CustomerInformationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CustomerInformationRequest(CsmsRequest[CustomerInformationResponse]):
    """Request of CustomerInformation, CSMS to station. N Diagnostics (Messages 1.19, N09)."""

    action: ClassVar[str] = "CustomerInformation"
    _response: ClassVar[ResponseClass] = CustomerInformationResponse

    customer_certificate: Annotated[
        CertificateHashDataType | None, Field(alias="customerCertificate")
    ] = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId", ge=0)]
    """At least 0."""
    report: Boolean
    clear: Boolean
    customer_identifier: Annotated[str | None, Field(alias="customerIdentifier", max_length=64)] = (
        None
    )
    """At most 64 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
