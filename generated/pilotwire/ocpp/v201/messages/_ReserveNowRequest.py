"""Messages of OCPP 2.0.1: ReserveNowRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, IdTokenType, StatusInfoType
from pilotwire.ocpp.v201.enums import ConnectorEnumType, ReserveNowStatusEnumType

__all__ = [
    "ReserveNowRequest",
    "ReserveNowResponse",
]


class ReserveNowResponse(Response):
    """Response of ReserveNow, station to CSMS. H Reservation (Messages 1.47, H01)."""

    action: ClassVar[str] = "ReserveNow"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: ReserveNowStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class ReserveNowRequest(CsmsRequest[ReserveNowResponse]):
    """Request of ReserveNow, CSMS to station. H Reservation (Messages 1.47, H01)."""

    action: ClassVar[str] = "ReserveNow"
    _response: ClassVar[ResponseClass] = ReserveNowResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id: WholeNumber
    expiry_date_time: Annotated[Timestamp, Field(alias="expiryDateTime")]
    connector_type: Annotated[ConnectorEnumType | None, Field(alias="connectorType")] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId")] = None
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None
