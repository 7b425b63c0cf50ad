"""Messages of OCPP 1.6 with the security extension: SignedUpdateFirmwareRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v16.datatypes import FirmwareType
from pilotwire.ocpp.v16.enums import UpdateFirmwareStatusEnumType

__all__ = [
    "SignedUpdateFirmwareRequest",
    "SignedUpdateFirmwareResponse",
]


class SignedUpdateFirmwareResponse(Response):
    """Response of SignedUpdateFirmware, station to CSMS. Security (white paper 5.21)."""

    action: ClassVar[str] = "SignedUpdateFirmware"

    status: UpdateFirmwareStatusEnumType


class SignedUpdateFirmwareRequest(CsmsRequest[SignedUpdateFirmwareResponse]):
    """Request of SignedUpdateFirmware, CSMS to station. Security (white paper 5.21)."""

    action: ClassVar[str] = "SignedUpdateFirmware"
    _response: ClassVar[ResponseClass] = SignedUpdateFirmwareResponse

    retries: WholeNumber | None = None
    retry_interval: Annotated[WholeNumber | None, Field(alias="retryInterval")] = None
    """In s."""
    request_id: Annotated[WholeNumber, Field(alias="requestId")]
    firmware: FirmwareType
