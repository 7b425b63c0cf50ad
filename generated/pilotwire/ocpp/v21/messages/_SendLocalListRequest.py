"""Messages of OCPP 2.1: SendLocalListRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import AuthorizationData, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import SendLocalListStatusEnumType, UpdateEnumType

__all__ = [
    "SendLocalListRequest",
    "SendLocalListResponse",
]


class SendLocalListResponse(Response):
    """Response of SendLocalList, station to CSMS. D Local Authorization List Management (Messages 1.72, D01)."""

    action: ClassVar[str] = "SendLocalList"

    status: SendLocalListStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SendLocalListRequest(CsmsRequest[SendLocalListResponse]):
    """Request of SendLocalList, CSMS to station. D Local Authorization List Management (Messages 1.72, D01)."""

    action: ClassVar[str] = "SendLocalList"
    _response: ClassVar[ResponseClass] = SendLocalListResponse

    local_authorization_list: Annotated[
        Sequence[AuthorizationData] | None, Field(alias="localAuthorizationList", min_length=1)
    ] = None
    """Elements: at least 1."""
    version_number: Annotated[WholeNumber, Field(alias="versionNumber")]
    update_type: Annotated[UpdateEnumType, Field(alias="updateType")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
