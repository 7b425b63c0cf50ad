"""Messages of OCPP 1.6 with the security extension: GetDiagnosticsRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer, Timestamp, Uri

__all__ = [
    "GetDiagnosticsRequest",
    "GetDiagnosticsResponse",
]


class GetDiagnosticsResponse(Response):
    """Response of GetDiagnostics, station to CSMS. Firmware Management (5.9)."""

    action: ClassVar[str] = "GetDiagnostics"

    file_name: Annotated[str | None, Field(alias="fileName", max_length=255)] = None
    """At most 255 characters."""


class GetDiagnosticsRequest(CsmsRequest[GetDiagnosticsResponse]):
    """Request of GetDiagnostics, CSMS to station. Firmware Management (5.9)."""

    action: ClassVar[str] = "GetDiagnostics"
    _response: ClassVar[ResponseClass] = GetDiagnosticsResponse

    location: Uri
    retries: Integer | None = None
    retry_interval: Annotated[Integer | None, Field(alias="retryInterval")] = None
    """In s."""
    start_time: Annotated[Timestamp | None, Field(alias="startTime")] = None
    stop_time: Annotated[Timestamp | None, Field(alias="stopTime")] = None
