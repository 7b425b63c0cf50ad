"""Messages of OCPP 2.1: ClearedChargingLimitRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType

__all__ = [
    "ClearedChargingLimitRequest",
    "ClearedChargingLimitResponse",
]


class ClearedChargingLimitResponse(Response):
    """Response of ClearedChargingLimit, CSMS to station. K Smart Charging (Messages 1.14, K13)."""

    action: ClassVar[str] = "ClearedChargingLimit"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ClearedChargingLimitRequest(StationRequest[ClearedChargingLimitResponse]):
    """Request of ClearedChargingLimit, station to CSMS. K Smart Charging (Messages 1.14, K13)."""

    action: ClassVar[str] = "ClearedChargingLimit"
    _response: ClassVar[ResponseClass] = ClearedChargingLimitResponse

    charging_limit_source: Annotated[str, Field(alias="chargingLimitSource", max_length=20)]
    """At most 20 characters."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
