"""Messages of OCPP 2.1: UnlockConnectorRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import UnlockStatusEnumType

__all__ = [
    "UnlockConnectorRequest",
    "UnlockConnectorResponse",
]


class UnlockConnectorResponse(Response):
    """Response of UnlockConnector, station to CSMS. F Remote Control (Messages 1.86, F05)."""

    action: ClassVar[str] = "UnlockConnector"

    status: UnlockStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class UnlockConnectorRequest(CsmsRequest[UnlockConnectorResponse]):
    """Request of UnlockConnector, CSMS to station. F Remote Control (Messages 1.86, F05)."""

    action: ClassVar[str] = "UnlockConnector"
    _response: ClassVar[ResponseClass] = UnlockConnectorResponse

    evse_id: Annotated[WholeNumber, Field(alias="evseId", ge=0)]
    """At least 0."""
    connector_id: Annotated[WholeNumber, Field(alias="connectorId", ge=0)]
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
