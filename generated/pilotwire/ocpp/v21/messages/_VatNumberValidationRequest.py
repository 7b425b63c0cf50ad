"""Messages of OCPP 2.1: VatNumberValidationRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import AddressType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import GenericStatusEnumType

__all__ = [
    "VatNumberValidationRequest",
    "VatNumberValidationResponse",
]


class VatNumberValidationResponse(Response):
    """Response of VatNumberValidation, CSMS to station. C Authorization (Messages 1.91, C18)."""

    action: ClassVar[str] = "VatNumberValidation"

    company: AddressType | None = None
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    vat_number: Annotated[str, Field(alias="vatNumber", max_length=20)]
    """At most 20 characters."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    status: GenericStatusEnumType
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class VatNumberValidationRequest(StationRequest[VatNumberValidationResponse]):
    """Request of VatNumberValidation, station to CSMS. C Authorization (Messages 1.91, C18)."""

    action: ClassVar[str] = "VatNumberValidation"
    _response: ClassVar[ResponseClass] = VatNumberValidationResponse

    vat_number: Annotated[str, Field(alias="vatNumber", max_length=20)]
    """At most 20 characters."""
    evse_id: Annotated[WholeNumber | None, Field(alias="evseId", ge=0)] = None
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
