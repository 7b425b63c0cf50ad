"""Messages of OCPP 2.0.1: UnlockConnectorRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import UnlockStatusEnumType

__all__ = [
    "UnlockConnectorRequest",
    "UnlockConnectorResponse",
]


class UnlockConnectorResponse(Response):
    """Response of UnlockConnector, station to CSMS. F Remote Control (Messages 1.62, F05)."""

    action: ClassVar[str] = "UnlockConnector"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: UnlockStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class UnlockConnectorRequest(CsmsRequest[UnlockConnectorResponse]):
    """Request of UnlockConnector, CSMS to station. F Remote Control (Messages 1.62, F05)."""

    action: ClassVar[str] = "UnlockConnector"
    _response: ClassVar[ResponseClass] = UnlockConnectorResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    evse_id: Annotated[WholeNumber, Field(alias="evseId")]
    connector_id: Annotated[WholeNumber, Field(alias="connectorId")]
