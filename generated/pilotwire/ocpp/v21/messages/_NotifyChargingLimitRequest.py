"""Messages of OCPP 2.1: NotifyChargingLimitRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import ChargingLimitType, ChargingScheduleType, CustomDataType

__all__ = [
    "NotifyChargingLimitRequest",
    "NotifyChargingLimitResponse",
]


class NotifyChargingLimitResponse(Response):
    """Response of NotifyChargingLimit, CSMS to station. K Smart Charging (Messages 1.45, K11)."""

    action: ClassVar[str] = "NotifyChargingLimit"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class NotifyChargingLimitRequest(StationRequest[NotifyChargingLimitResponse]):
    """Request of NotifyChargingLimit, station to CSMS. K Smart Charging (Messages 1.45, K11)."""

    action: ClassVar[str] = "NotifyChargingLimit"
    _response: ClassVar[ResponseClass] = NotifyChargingLimitResponse

    charging_schedule: Annotated[
        Sequence[ChargingScheduleType] | None, Field(alias="chargingSchedule", min_length=1)
    ] = None
    """Elements: at least 1."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    charging_limit: Annotated[ChargingLimitType, Field(alias="chargingLimit")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
