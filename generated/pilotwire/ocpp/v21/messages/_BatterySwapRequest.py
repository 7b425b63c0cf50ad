"""Messages of OCPP 2.1: BatterySwapRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import BatteryDataType, CustomDataType, IdTokenType
from pilotwire.ocpp.v21.enums import BatterySwapEventEnumType

__all__ = [
    "BatterySwapRequest",
    "BatterySwapResponse",
]


class BatterySwapResponse(Response):
    """Response of BatterySwap, CSMS to station. S Battery Swapping (Messages 1.4, S03)."""

    action: ClassVar[str] = "BatterySwap"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class BatterySwapRequest(StationRequest[BatterySwapResponse]):
    """Request of BatterySwap, station to CSMS. S Battery Swapping (Messages 1.4, S03)."""

    action: ClassVar[str] = "BatterySwap"
    _response: ClassVar[ResponseClass] = BatterySwapResponse

    battery_data: Annotated[Sequence[BatteryDataType], Field(alias="batteryData", min_length=1)]
    """Elements: at least 1."""
    event_type: Annotated[BatterySwapEventEnumType, Field(alias="eventType")]
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
