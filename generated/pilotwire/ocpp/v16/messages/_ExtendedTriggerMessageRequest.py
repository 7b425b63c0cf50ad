"""Messages of OCPP 1.6 with the security extension: ExtendedTriggerMessageRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v16.enums import MessageTriggerEnumType, TriggerMessageStatusEnumType

__all__ = [
    "ExtendedTriggerMessageRequest",
    "ExtendedTriggerMessageResponse",
]


class ExtendedTriggerMessageResponse(Response):
    """Response of ExtendedTriggerMessage, station to CSMS. Security (white paper 5.5)."""

    action: ClassVar[str] = "ExtendedTriggerMessage"

    status: TriggerMessageStatusEnumType


class ExtendedTriggerMessageRequest(CsmsRequest[ExtendedTriggerMessageResponse]):
    """Request of ExtendedTriggerMessage, CSMS to station. Security (white paper 5.5)."""

    action: ClassVar[str] = "ExtendedTriggerMessage"
    _response: ClassVar[ResponseClass] = ExtendedTriggerMessageResponse

    requested_message: Annotated[MessageTriggerEnumType, Field(alias="requestedMessage")]
    connector_id: Annotated[WholeNumber | None, Field(alias="connectorId")] = None
