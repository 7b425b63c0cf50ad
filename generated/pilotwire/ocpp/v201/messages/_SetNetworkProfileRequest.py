"""Messages of OCPP 2.0.1: SetNetworkProfileRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v201.datatypes import (
    CustomDataType,
    NetworkConnectionProfileType,
    StatusInfoType,
)
from pilotwire.ocpp.v201.enums import SetNetworkProfileStatusEnumType

__all__ = [
    "SetNetworkProfileRequest",
    "SetNetworkProfileResponse",
]


class SetNetworkProfileResponse(Response):
    """Response of SetNetworkProfile, station to CSMS. B Provisioning (Messages 1.55, B09)."""

    action: ClassVar[str] = "SetNetworkProfile"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: SetNetworkProfileStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SetNetworkProfileRequest(CsmsRequest[SetNetworkProfileResponse]):
    """Request of SetNetworkProfile, CSMS to station. B Provisioning (Messages 1.55, B09)."""

    action: ClassVar[str] = "SetNetworkProfile"
    _response: ClassVar[ResponseClass] = SetNetworkProfileResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    configuration_slot: Annotated[WholeNumber, Field(alias="configurationSlot")]
    connection_data: Annotated[NetworkConnectionProfileType, Field(alias="connectionData")]
