"""Messages of OCPP 2.1: PublishFirmwareRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericStatusEnumType

__all__ = [
    "PublishFirmwareRequest",
    "PublishFirmwareResponse",
]


class PublishFirmwareResponse(Response):
    """Response of PublishFirmware, station to CSMS. L Firmware Management (Messages 1.60, L03)."""

    action: ClassVar[str] = "PublishFirmware"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class PublishFirmwareRequest(CsmsRequest[PublishFirmwareResponse]):
    """Request of PublishFirmware, CSMS to station. L Firmware Management (Messages 1.60, L03)."""

    action: ClassVar[str] = "PublishFirmware"
    _response: ClassVar[ResponseClass] = PublishFirmwareResponse

    location: Annotated[str, Field(max_length=2000)]
    """At most 2000 characters."""
    retries: Annotated[WholeNumber | None, Field(ge=0)] = None
    """At least 0."""
    checksum: Annotated[str, Field(max_length=32)]
    """At most 32 characters."""
    request_id: Annotated[WholeNumber, Field(alias="requestId", ge=0)]
    """At least 0."""
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval", ge=0)] = None
    """In s. At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
