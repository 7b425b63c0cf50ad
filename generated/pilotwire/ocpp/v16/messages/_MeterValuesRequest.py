"""Messages of OCPP 1.6 with the security extension: MeterValuesRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Integer, Sequence
from pilotwire.ocpp.v16.datatypes import MeterValue

__all__ = [
    "MeterValuesRequest",
    "MeterValuesResponse",
]


class MeterValuesResponse(Response):
    """Response of MeterValues, CSMS to station. Core (4.7)."""

    action: ClassVar[str] = "MeterValues"


class MeterValuesRequest(StationRequest[MeterValuesResponse]):
    """Request of MeterValues, station to CSMS. Core (4.7)."""

    action: ClassVar[str] = "MeterValues"
    _response: ClassVar[ResponseClass] = MeterValuesResponse

    connector_id: Annotated[Integer, Field(alias="connectorId")]
    transaction_id: Annotated[Integer | None, Field(alias="transactionId")] = None
    meter_value: Annotated[Sequence[MeterValue], Field(alias="meterValue", min_length=1)]
    """Elements: at least 1."""
