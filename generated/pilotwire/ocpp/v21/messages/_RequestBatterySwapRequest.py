"""Messages of OCPP 2.1: RequestBatterySwapRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, IdTokenType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericStatusEnumType

__all__ = [
    "RequestBatterySwapRequest",
    "RequestBatterySwapResponse",
]


class RequestBatterySwapResponse(Response):
    """Response of RequestBatterySwap, station to CSMS. S Battery Swapping (Messages 1.65, S02)."""

    action: ClassVar[str] = "RequestBatterySwap"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class RequestBatterySwapRequest(CsmsRequest[RequestBatterySwapResponse]):
    """Request of RequestBatterySwap, CSMS to station. S Battery Swapping (Messages 1.65, S02)."""

    action: ClassVar[str] = "RequestBatterySwap"
    _response: ClassVar[ResponseClass] = RequestBatterySwapResponse

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
