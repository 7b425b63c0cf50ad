"""Messages of OCPP 2.0.1: UnpublishFirmwareRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v201.datatypes import CustomDataType
from pilotwire.ocpp.v201.enums import UnpublishFirmwareStatusEnumType

__all__ = [
    "UnpublishFirmwareRequest",
    "UnpublishFirmwareResponse",
]


class UnpublishFirmwareResponse(Response):
    """Response of UnpublishFirmware, station to CSMS. L Firmware Management (Messages 1.63, L04)."""

    action: ClassVar[str] = "UnpublishFirmware"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: UnpublishFirmwareStatusEnumType


class UnpublishFirmwareRequest(CsmsRequest[UnpublishFirmwareResponse]):
    """Request of UnpublishFirmware, CSMS to station. L Firmware Management (Messages 1.63, L04)."""

    action: ClassVar[str] = "UnpublishFirmware"
    _response: ClassVar[ResponseClass] = UnpublishFirmwareResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    checksum: Annotated[str, Field(max_length=32)]
    """At most 32 characters."""
