"""Messages of OCPP 1.6 with the security extension: GetLogRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v16.datatypes import LogParametersType
from pilotwire.ocpp.v16.enums import LogEnumType, LogStatusEnumType

__all__ = [
    "GetLogRequest",
    "GetLogResponse",
]


class GetLogResponse(Response):
    """Response of GetLog, station to CSMS. Security (white paper 5.9)."""

    action: ClassVar[str] = "GetLog"

    status: LogStatusEnumType
    filename: Annotated[str | None, Field(max_length=255)] = None
    """At most 255 characters."""


class GetLogRequest(CsmsRequest[GetLogResponse]):
    """Request of GetLog, CSMS to station. Security (white paper 5.9)."""

    action: ClassVar[str] = "GetLog"
    _response: ClassVar[ResponseClass] = GetLogResponse

    log: LogParametersType
    log_type: Annotated[LogEnumType, Field(alias="logType")]
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    retries: WholeNumber | None = None
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""
