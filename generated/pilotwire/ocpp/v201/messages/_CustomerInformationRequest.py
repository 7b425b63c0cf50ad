"""Messages of OCPP 2.0.1: CustomerInformationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Boolean, WholeNumber
from pilotwire.ocpp.v201.datatypes import (
    CertificateHashDataType,
    CustomDataType,
    IdTokenType,
    StatusInfoType,
)
from pilotwire.ocpp.v201.enums import CustomerInformationStatusEnumType

__all__ = [
    "CustomerInformationRequest",
    "CustomerInformationResponse",
]


class CustomerInformationResponse(Response):
    """Response of CustomerInformation, station to CSMS. N Diagnostics (Messages 1.12, N09)."""

    action: ClassVar[str] = "CustomerInformation"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: CustomerInformationStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class CustomerInformationRequest(CsmsRequest[CustomerInformationResponse]):
    """Request of CustomerInformation, CSMS to station. N Diagnostics (Messages 1.12, N09)."""

    action: ClassVar[str] = "CustomerInformation"
    _response: ClassVar[ResponseClass] = CustomerInformationResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    customer_certificate: Annotated[
        CertificateHashDataType | None, Field(alias="customerCertificate")
    ] = None
    id_token: Annotated[IdTokenType | None, Field(alias="idToken")] = None
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    report: Boolean
    clear: Boolean
    customer_identifier: Annotated[str | None, Field(alias="customerIdentifier", max_length=64)] = (
        None
    )
    """At most 64 characters."""
