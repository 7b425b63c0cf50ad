"""Messages of OCPP 1.6 with the security extension: SendLocalListRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer, Sequence
from pilotwire.ocpp.v16.datatypes import AuthorizationData
from pilotwire.ocpp.v16.enums import UpdateStatus, UpdateType

__all__ = [
    "SendLocalListRequest",
    "SendLocalListResponse",
]


class SendLocalListResponse(Response):
    """Response of SendLocalList, station to CSMS. Local Auth List Management (5.15)."""

    action: ClassVar[str] = "SendLocalList"

    status: UpdateStatus


class SendLocalListRequest(CsmsRequest[SendLocalListResponse]):
    """Request of SendLocalList, CSMS to station. Local Auth List Management (5.15)."""

    action: ClassVar[str] = "SendLocalList"
    _response: ClassVar[ResponseClass] = SendLocalListResponse

    list_version: Annotated[Integer, Field(alias="listVersion")]
    local_authorization_list: Annotated[
        Sequence[AuthorizationData] | None, Field(alias="localAuthorizationList")
    ] = None
    update_type: Annotated[UpdateType, Field(alias="updateType")]
