"""Messages of OCPP 2.0.1: ClearedChargingLimitRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import ChargingLimitSourceEnumType

__all__ = [
    "ClearedChargingLimitRequest",
    "ClearedChargingLimitResponse",
]


class ClearedChargingLimitResponse(Response):
    """Response of ClearedChargingLimit, CSMS to station. K Smart Charging (Messages 1.9, K13)."""

    action: ClassVar[str] = "ClearedChargingLimit"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearedChargingLimitRequest(StationRequest[ClearedChargingLimitResponse]):
    """Request of ClearedChargingLimit, station to CSMS. K Smart Charging (Messages 1.9, K13)."""

    action: ClassVar[str] = "ClearedChargingLimit"
    _response: ClassVar[ResponseClass] = ClearedChargingLimitResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    charging_limit_source: Annotated[
        ChargingLimitSourceEnumType, Field(alias="chargingLimitSource")
    ]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
