"""Messages of OCPP 2.1: UpdateDynamicScheduleRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import ChargingScheduleUpdateType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import ChargingProfileStatusEnumType

__all__ = [
    "UpdateDynamicScheduleRequest",
    "UpdateDynamicScheduleResponse",
]


class UpdateDynamicScheduleResponse(Response):
    """Response of UpdateDynamicSchedule, station to CSMS. K Smart Charging (Messages 1.88, K28)."""

    action: ClassVar[str] = "UpdateDynamicSchedule"

    status: ChargingProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UpdateDynamicScheduleRequest(CsmsRequest[UpdateDynamicScheduleResponse]):
    """Request of UpdateDynamicSchedule, CSMS to station. K Smart Charging (Messages 1.88, K28)."""

    action: ClassVar[str] = "UpdateDynamicSchedule"
    _response: ClassVar[ResponseClass] = UpdateDynamicScheduleResponse

    charging_profile_id: Annotated[WholeNumber, Field(alias="chargingProfileId")]
    schedule_update: Annotated[ChargingScheduleUpdateType, Field(alias="scheduleUpdate")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
