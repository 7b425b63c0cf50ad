"""Messages of OCPP 2.0.1: MeterValuesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, MeterValueType

__all__ = [
    "MeterValuesRequest",
    "MeterValuesResponse",
]


class MeterValuesResponse(Response):
    """Response of MeterValues, CSMS to station. J Meter Values (Messages 1.32, J01)."""

    action: ClassVar[str] = "MeterValues"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class MeterValuesRequest(StationRequest[MeterValuesResponse]):
    """Request of MeterValues, station to CSMS. J Meter Values (Messages 1.32, J01)."""

    action: ClassVar[str] = "MeterValues"
    _response: ClassVar[ResponseClass] = MeterValuesResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
    meter_value: Annotated[Sequence[MeterValueType], Field(alias="meterValue", min_length=1)]
    """Elements: at least 1."""
