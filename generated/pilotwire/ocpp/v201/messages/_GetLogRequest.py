"""Messages of OCPP 2.0.1: GetLogRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, LogParametersType, StatusInfoType
from pilotwire.ocpp.v201.enums import LogEnumType, LogStatusEnumType

__all__ = [
    "GetLogRequest",
    "GetLogResponse",
]


class GetLogResponse(Response):
    """Response of GetLog, station to CSMS. N Diagnostics (Messages 1.24, N01)."""

    action: ClassVar[str] = "GetLog"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: LogStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    filename: Annotated[str | None, Field(max_length=255)] = None
    """At most 255 characters."""


class GetLogRequest(CsmsRequest[GetLogResponse]):
    """Request of GetLog, CSMS to station. N Diagnostics (Messages 1.24, N01)."""

    action: ClassVar[str] = "GetLog"
    _response: ClassVar[ResponseClass] = GetLogResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    log: LogParametersType
    log_type: Annotated[LogEnumType, Field(alias="logType")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    retries: WholeNumber | None = None
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""
