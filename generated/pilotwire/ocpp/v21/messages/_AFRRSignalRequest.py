"""Messages of OCPP 2.1: AFRRSignalRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Timestamp, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericStatusEnumType

__all__ = [
    "AFRRSignalRequest",
    "AFRRSignalResponse",
]


class AFRRSignalResponse(Response):
    """Response of AFRRSignal, station to CSMS. Q Bidirectional Power Transfer (Messages 1.2, Q08)."""

    action: ClassVar[str] = "AFRRSignal"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AFRRSignalRequest(CsmsRequest[AFRRSignalResponse]):
    """Request of AFRRSignal, CSMS to station. Q Bidirectional Power Transfer (Messages 1.2, Q08)."""

    action: ClassVar[str] = "AFRRSignal"
    _response: ClassVar[ResponseClass] = AFRRSignalResponse

    timestamp: Timestamp
    signal: WholeNumber
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
