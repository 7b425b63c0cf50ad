"""Messages of OCPP 1.6 with the security extension: DataTransferRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass, StationRequest, Text
from pilotwire.ocpp.v16.enums import DataTransferStatus

__all__ = [
    "DataTransferRequest",
    "DataTransferResponse",
]


class DataTransferResponse(Response):
    """Response of DataTransfer, CSMS to station or station to CSMS. Core (4.3, 5.6)."""

    action: ClassVar[str] = "DataTransfer"

    status: DataTransferStatus
    data: Text | None = None


class DataTransferRequest(StationRequest[DataTransferResponse], CsmsRequest[DataTransferResponse]):
    """Request of DataTransfer, station to CSMS or CSMS to station. Core (4.3, 5.6)."""

    action: ClassVar[str] = "DataTransfer"
    _response: ClassVar[ResponseClass] = DataTransferResponse

    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    """At most 255 characters."""
    message_id: Annotated[str | None, Field(alias="messageId", max_length=50)] = None
    """At most 50 characters."""
    data: Text | None = None
