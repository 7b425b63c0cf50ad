"""Messages of OCPP 1.6 with the security extension: AuthorizeRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.v16.datatypes import IdTagInfo

__all__ = [
    "AuthorizeRequest",
    "AuthorizeResponse",
]


class AuthorizeResponse(Response):
    """Response of Authorize, CSMS to station. Core (4.1)."""

    action: ClassVar[str] = "Authorize"

    id_tag_info: Annotated[IdTagInfo, Field(alias="idTagInfo")]


class AuthorizeRequest(StationRequest[AuthorizeResponse]):
    """Request of Authorize, station to CSMS. Core (4.1)."""

    action: ClassVar[str] = "Authorize"
    _response: ClassVar[ResponseClass] = AuthorizeResponse

    id_tag: Annotated[str, Field(alias="idTag", max_length=20)]
    """At most 20 characters."""
