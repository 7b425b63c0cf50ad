"""Messages of OCPP 2.1: MeterValuesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, MeterValueType

__all__ = [
    "MeterValuesRequest",
    "MeterValuesResponse",
]


class MeterValuesResponse(Response):
    """Response of MeterValues, CSMS to station. J Meter Values (Messages 1.43, J01)."""

    action: ClassVar[str] = "MeterValues"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MeterValuesRequest(StationRequest[MeterValuesResponse]):
    """Request of MeterValues, station to CSMS. J Meter Values (Messages 1.43, J01)."""

    action: ClassVar[str] = "MeterValues"
    _response: ClassVar[ResponseClass] = MeterValuesResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    meter_value: Annotated[Sequence[MeterValueType], Field(alias="meterValue", min_length=1)]
    """Elements: at least 1."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
