"""Messages of OCPP 2.1: TriggerMessageRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v21.datatypes import CustomDataType, EVSEType, StatusInfoType
from pilotwire.ocpp.v21.enums import MessageTriggerEnumType, TriggerMessageStatusEnumType

__all__ = [
    "TriggerMessageRequest",
    "TriggerMessageResponse",
]


class TriggerMessageResponse(Response):
    """Response of TriggerMessage, station to CSMS. F Remote Control (Messages 1.85, F06)."""

    action: ClassVar[str] = "TriggerMessage"

    status: TriggerMessageStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class TriggerMessageRequest(CsmsRequest[TriggerMessageResponse]):
    """Request of TriggerMessage, CSMS to station. F Remote Control (Messages 1.85, F06)."""

    action: ClassVar[str] = "TriggerMessage"
    _response: ClassVar[ResponseClass] = TriggerMessageResponse

    evse: EVSEType | None = None
    requested_message: Annotated[MessageTriggerEnumType, Field(alias="requestedMessage")]
    custom_trigger: Annotated[str | None, Field(alias="customTrigger", max_length=50)] = None
    """At most 50 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
