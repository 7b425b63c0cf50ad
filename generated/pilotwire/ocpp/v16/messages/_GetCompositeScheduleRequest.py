"""Messages of OCPP 1.6 with the security extension: GetCompositeScheduleRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer, Timestamp
from pilotwire.ocpp.v16.datatypes import ChargingSchedule
from pilotwire.ocpp.v16.enums import ChargingRateUnitType, GetCompositeScheduleStatus

__all__ = [
    "GetCompositeScheduleRequest",
    "GetCompositeScheduleResponse",
]


class GetCompositeScheduleResponse(Response):
    """Response of GetCompositeSchedule, station to CSMS. Smart Charging (5.7)."""

    action: ClassVar[str] = "GetCompositeSchedule"

    status: GetCompositeScheduleStatus
    connector_id: Annotated[Integer | None, Field(alias="connectorId")] = None
    schedule_start: Annotated[Timestamp | None, Field(alias="scheduleStart")] = None
    charging_schedule: Annotated[ChargingSchedule | None, Field(alias="chargingSchedule")] = None


class GetCompositeScheduleRequest(CsmsRequest[GetCompositeScheduleResponse]):
    """Request of GetCompositeSchedule, CSMS to station. Smart Charging (5.7)."""

    action: ClassVar[str] = "GetCompositeSchedule"
    _response: ClassVar[ResponseClass] = GetCompositeScheduleResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    duration: Integer
    """In s."""
    charging_rate_unit: Annotated[ChargingRateUnitType | None, Field(alias="chargingRateUnit")] = (
        None
    )
