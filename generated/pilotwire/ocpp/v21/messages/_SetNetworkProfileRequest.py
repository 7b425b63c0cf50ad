"""Messages of OCPP 2.1: SetNetworkProfileRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import (
    CustomDataType,
    NetworkConnectionProfileType,
    StatusInfoType,
)
from pilotwire.ocpp.v21.enums import SetNetworkProfileStatusEnumType

__all__ = [
    "SetNetworkProfileRequest",
    "SetNetworkProfileResponse",
]


class SetNetworkProfileResponse(Response):
    """Response of SetNetworkProfile, station to CSMS. B Provisioning (Messages 1.79, B09)."""

    action: ClassVar[str] = "SetNetworkProfile"

    status: SetNetworkProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SetNetworkProfileRequest(CsmsRequest[SetNetworkProfileResponse]):
    """Request of SetNetworkProfile, CSMS to station. B Provisioning (Messages 1.79, B09)."""

    action: ClassVar[str] = "SetNetworkProfile"
    _response: ClassVar[ResponseClass] = SetNetworkProfileResponse

    configuration_slot: Annotated[WholeNumber, Field(alias="configurationSlot")]
    connection_data: Annotated[NetworkConnectionProfileType, Field(alias="connectionData")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
