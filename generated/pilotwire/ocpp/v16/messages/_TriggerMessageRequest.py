"""Messages of OCPP 1.6 with the security extension: TriggerMessageRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer
from pilotwire.ocpp.v16.enums import MessageTrigger, TriggerMessageStatus

__all__ = [
    "TriggerMessageRequest",
    "TriggerMessageResponse",
]


class TriggerMessageResponse(Response):
    """Response of TriggerMessage, station to CSMS. Remote Trigger (5.17)."""

    action: ClassVar[str] = "TriggerMessage"

    status: TriggerMessageStatus


class TriggerMessageRequest(CsmsRequest[TriggerMessageResponse]):
    """Request of TriggerMessage, CSMS to station. Remote Trigger (5.17)."""

    action: ClassVar[str] = "TriggerMessage"
    _response: ClassVar[ResponseClass] = TriggerMessageResponse

    requested_message: Annotated[MessageTrigger, Field(alias="requestedMessage")]
    connector_id: Annotated[Integer | None, Field(alias="connectorId")] = None
