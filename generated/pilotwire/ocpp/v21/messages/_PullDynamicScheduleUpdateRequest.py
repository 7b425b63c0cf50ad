"""Messages of OCPP 2.1: PullDynamicScheduleUpdateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import ChargingScheduleUpdateType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import ChargingProfileStatusEnumType

__all__ = [
    "PullDynamicScheduleUpdateRequest",
    "PullDynamicScheduleUpdateResponse",
]


class PullDynamicScheduleUpdateResponse(Response):
    """Response of PullDynamicScheduleUpdate, CSMS to station. K Smart Charging (Messages 1.62, K28)."""

    action: ClassVar[str] = "PullDynamicScheduleUpdate"

    schedule_update: Annotated[ChargingScheduleUpdateType | None, Field(alias="scheduleUpdate")] = (
        None
    )
    status: ChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PullDynamicScheduleUpdateRequest(StationRequest[PullDynamicScheduleUpdateResponse]):
    """Request of PullDynamicScheduleUpdate, station to CSMS. K Smart Charging (Messages 1.62, K28)."""

    action: ClassVar[str] = "PullDynamicScheduleUpdate"
    _response: ClassVar[ResponseClass] = PullDynamicScheduleUpdateResponse

    charging_profile_id: Annotated[WholeNumber, Field(alias="chargingProfileId")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
