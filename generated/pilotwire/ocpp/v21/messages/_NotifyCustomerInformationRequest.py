"""Messages of OCPP 2.1: NotifyCustomerInformationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Boolean, Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "NotifyCustomerInformationRequest",
    "NotifyCustomerInformationResponse",
]


class NotifyCustomerInformationResponse(Response):
    """Response of NotifyCustomerInformation, CSMS to station. N Diagnostics (Messages 1.46, N09)."""

    action: ClassVar[str] = "NotifyCustomerInformation"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyCustomerInformationRequest(StationRequest[NotifyCustomerInformationResponse]):
    """Request of NotifyCustomerInformation, station to CSMS. N Diagnostics (Messages 1.46, N09)."""

    action: ClassVar[str] = "NotifyCustomerInformation"
    _response: ClassVar[ResponseClass] = NotifyCustomerInformationResponse

    data: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    tbc: Boolean = False
    """False if absent."""
    seq_no: Annotated[WholeNumber, Field(alias="seqNo", ge=0)]
    """At least 0."""
    generated_at: Annotated[Timestamp, Field(alias="generatedAt")]
    request_id: Annotated[WholeNumber, Field(alias="requestId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
