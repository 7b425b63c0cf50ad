"""Messages of OCPP 2.0.1: PublishFirmwareRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import GenericStatusEnumType

__all__ = [
    "PublishFirmwareRequest",
    "PublishFirmwareResponse",
]


class PublishFirmwareResponse(Response):
    """Response of PublishFirmware, station to CSMS. L Firmware Management (Messages 1.41, L03)."""

    action: ClassVar[str] = "PublishFirmware"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class PublishFirmwareRequest(CsmsRequest[PublishFirmwareResponse]):
    """Request of PublishFirmware, CSMS to station. L Firmware Management (Messages 1.41, L03)."""

    action: ClassVar[str] = "PublishFirmware"
    _response: ClassVar[ResponseClass] = PublishFirmwareResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    location: Annotated[str, Field(max_length=512)]
    """At most 512 characters."""
    retries: WholeNumber | None = None
    checksum: Annotated[str, Field(max_length=32)]
    """At most 32 characters."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""
