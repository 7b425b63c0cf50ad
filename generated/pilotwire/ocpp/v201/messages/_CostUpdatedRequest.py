"""Messages of OCPP 2.0.1: CostUpdatedRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Number
from pilotwire.ocpp.v201.datatypes import CustomDataType

__all__ = [
    "CostUpdatedRequest",
    "CostUpdatedResponse",
]


class CostUpdatedResponse(Response):
    """Response of CostUpdated, station to CSMS. I Tariff and Cost (Messages 1.11, I02)."""

    action: ClassVar[str] = "CostUpdated"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CostUpdatedRequest(CsmsRequest[CostUpdatedResponse]):
    """Request of CostUpdated, CSMS to station. I Tariff and Cost (Messages 1.11, I02)."""

    action: ClassVar[str] = "CostUpdated"
    _response: ClassVar[ResponseClass] = CostUpdatedResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    total_cost: Annotated[Number, Field(alias="totalCost")]
    transaction_id: Annotated[str, Field(alias="transactionId", max_length=36)]
    """At most 36 characters."""
