"""Messages of OCPP 2.0.1: UpdateFirmwareRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import CustomDataType, FirmwareType, StatusInfoType
from pilotwire.ocpp.v201.enums import UpdateFirmwareStatusEnumType

__all__ = [
    "UpdateFirmwareRequest",
    "UpdateFirmwareResponse",
]


class UpdateFirmwareResponse(Response):
    """Response of UpdateFirmware, station to CSMS. L Firmware Management (Messages 1.64, L01)."""

    action: ClassVar[str] = "UpdateFirmware"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: UpdateFirmwareStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class UpdateFirmwareRequest(CsmsRequest[UpdateFirmwareResponse]):
    """Request of UpdateFirmware, CSMS to station. L Firmware Management (Messages 1.64, L01)."""

    action: ClassVar[str] = "UpdateFirmware"
    _response: ClassVar[ResponseClass] = UpdateFirmwareResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    retries: WholeNumber | None = None
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    firmware: FirmwareType
