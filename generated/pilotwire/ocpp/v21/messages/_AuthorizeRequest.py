"""Messages of OCPP 2.1: AuthorizeRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v21.datatypes import (
    CustomDataType,
    IdTokenInfoType,
    IdTokenType,
    OCSPRequestDataType,
    TariffType,
)
from pilotwire.ocpp.v21.enums import AuthorizeCertificateStatusEnumType, EnergyTransferModeEnumType

__all__ = [
    "AuthorizeRequest",
    "AuthorizeResponse",
]


class AuthorizeResponse(Response):
    """Response of Authorize, CSMS to station. C Authorization (Messages 1.3, C01)."""

    action: ClassVar[str] = "Authorize"

    id_token_info: Annotated[IdTokenInfoType, Field(alias="idTokenInfo")]
    certificate_status: Annotated[
        AuthorizeCertificateStatusEnumType | None, Field(alias="certificateStatus")
    ] = None
    allowed_energy_transfer: Annotated[
        Sequence[EnergyTransferModeEnumType] | None,
        Field(alias="allowedEnergyTransfer", min_length=1),
    ] = None
    """Elements: at least 1."""
    tariff: TariffType | None = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class AuthorizeRequest(StationRequest[AuthorizeResponse]):
    """Request of Authorize, station to CSMS. C Authorization (Messages 1.3, C01)."""

    action: ClassVar[str] = "Authorize"
    _response: ClassVar[ResponseClass] = AuthorizeResponse

    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    certificate: Annotated[str | None, Field(max_length=10000)] = None
    """At most 10000 characters."""
    iso15118_certificate_hash_data: Annotated[
        Sequence[OCSPRequestDataType] | None,
        Field(alias="iso15118CertificateHashData", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
