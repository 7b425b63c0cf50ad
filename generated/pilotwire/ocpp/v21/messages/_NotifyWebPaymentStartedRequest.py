"""Messages of OCPP 2.1: NotifyWebPaymentStartedRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "NotifyWebPaymentStartedRequest",
    "NotifyWebPaymentStartedResponse",
]


class NotifyWebPaymentStartedResponse(Response):
    """Response of NotifyWebPaymentStarted, station to CSMS. C Authorization (Messages 1.58, C25)."""

    action: ClassVar[str] = "NotifyWebPaymentStarted"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyWebPaymentStartedRequest(CsmsRequest[NotifyWebPaymentStartedResponse]):
    """Request of NotifyWebPaymentStarted, CSMS to station. C Authorization (Messages 1.58, C25)."""

    action: ClassVar[str] = "NotifyWebPaymentStarted"
    _response: ClassVar[ResponseClass] = NotifyWebPaymentStartedResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    timeout: WholeNumber
    """In s."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
