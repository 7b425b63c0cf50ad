"""Messages of OCPP 2.0.1: DataTransferRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import AnyJson, CsmsRequest, Response, ResponseClass, StationRequest
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import DataTransferStatusEnumType

__all__ = [
    "DataTransferRequest",
    "DataTransferResponse",
]


class DataTransferResponse(Response):
    """Response of DataTransfer, CSMS to station or station to CSMS. P Data Transfer (Messages 1.13, P01, P02)."""

    action: ClassVar[str] = "DataTransfer"
    _null_is_data: ClassVar[bool] = True

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: DataTransferStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    data: AnyJson | None = None


class DataTransferRequest(StationRequest[DataTransferResponse], CsmsRequest[DataTransferResponse]):
    """Request of DataTransfer, station to CSMS or CSMS to station. P Data Transfer (Messages 1.13, P01, P02)."""

    action: ClassVar[str] = "DataTransfer"
    _response: ClassVar[ResponseClass] = DataTransferResponse
    _null_is_data: ClassVar[bool] = True

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    message_id: Annotated[str | None, Field(alias="messageId", max_length=50)] = None
    """At most 50 characters."""
    data: AnyJson | None = None
    vendor_id: Annotated[str, Field(alias="vendorId", max_length=255)]
    """At most 255 characters."""
