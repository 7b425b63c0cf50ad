"""Messages of OCPP 1.6 with the security extension: UpdateFirmwareRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Integer, Timestamp, Uri

__all__ = [
    "UpdateFirmwareRequest",
    "UpdateFirmwareResponse",
]


class UpdateFirmwareResponse(Response):
    """Response of UpdateFirmware, station to CSMS. Firmware Management (5.19)."""

    action: ClassVar[str] = "UpdateFirmware"


class UpdateFirmwareRequest(CsmsRequest[UpdateFirmwareResponse]):
    """Request of UpdateFirmware, CSMS to station. Firmware Management (5.19)."""

    action: ClassVar[str] = "UpdateFirmware"
    _response: ClassVar[ResponseClass] = UpdateFirmwareResponse

    location: Uri
    retries: Integer | None = None
    retrieve_date: Annotated[Timestamp, Field(alias="retrieveDate")]
    retry_interval: Annotated[Integer | None, Field(alias="retryInterval")] = None
    """In s."""
