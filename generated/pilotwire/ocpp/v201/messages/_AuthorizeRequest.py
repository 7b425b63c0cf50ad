"""Messages of OCPP 2.0.1: AuthorizeRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v201.datatypes import (
    CustomDataType,
    IdTokenInfoType,
    IdTokenType,
    OCSPRequestDataType,
)
from pilotwire.ocpp.v201.enums import AuthorizeCertificateStatusEnumType

__all__ = [
    "AuthorizeRequest",
    "AuthorizeResponse",
]


class AuthorizeResponse(Response):
    """Response of Authorize, CSMS to station. C Authorization (Messages 1.1, C01)."""

    action: ClassVar[str] = "Authorize"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id_token_info: Annotated[IdTokenInfoType, Field(alias="idTokenInfo")]
    certificate_status: Annotated[
        AuthorizeCertificateStatusEnumType | None, Field(alias="certificateStatus")
    ] = None


class AuthorizeRequest(StationRequest[AuthorizeResponse]):
    """Request of Authorize, station to CSMS. C Authorization (Messages 1.1, C01)."""

    action: ClassVar[str] = "Authorize"
    _response: ClassVar[ResponseClass] = AuthorizeResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    id_token: Annotated[IdTokenType, Field(alias="idToken")]
    certificate: Annotated[str | None, Field(max_length=5500)] = None
    """At most 5500 characters."""
    iso15118_certificate_hash_data: Annotated[
        Sequence[OCSPRequestDataType] | None,
        Field(alias="iso15118CertificateHashData", max_length=4, min_length=1),
    ] = None
    """Elements: 1 to 4."""
