"""Messages of OCPP 2.1: ReserveNowRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, IdTokenType, StatusInfoType
from pilotwire.ocpp.v21.enums import ReserveNowStatusEnumType

__all__ = [
    "ReserveNowRequest",
    "ReserveNowResponse",
]


class ReserveNowResponse(Response):
    """Response of ReserveNow, station to CSMS. H Reservation (Messages 1.69, H01)."""

    action: ClassVar[str] = "ReserveNow"

    status: ReserveNowStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class ReserveNowRequest(CsmsRequest[ReserveNowResponse]):
    """Request of ReserveNow, CSMS to station. H Reservation (Messages 1.69, H01)."""

    action: ClassVar[str] = "ReserveNow"
    _response: ClassVar[ResponseClass] = ReserveNowResponse

    id: Annotated[WholeNumber, Field(ge=0)]
    """At least 0."""
    expiry_date_time: Annotated[Timestamp, Field(alias="expiryDateTime")]
    connector_type: Annotated[str | None, Field(alias="connectorType", max_length=20)] = None
    """At most 20 characters."""
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    group_id_token: Annotated[IdTokenType | None, Field(alias="groupIdToken")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
