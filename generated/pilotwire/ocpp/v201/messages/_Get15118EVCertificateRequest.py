"""Messages of OCPP 2.0.1: Get15118EVCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest, Text
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import CertificateActionEnumType, Iso15118EVCertificateStatusEnumType

__all__ = [
    "Get15118EVCertificateRequest",
    "Get15118EVCertificateResponse",
]


class Get15118EVCertificateResponse(Response):
    """Response of Get15118EVCertificate, CSMS to station. M ISO 15118 Certificate Management (Messages 1.16, M01)."""

    action: ClassVar[str] = "Get15118EVCertificate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: Iso15118EVCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    exi_response: Annotated[Text, Field(alias="exiResponse")]


class Get15118EVCertificateRequest(StationRequest[Get15118EVCertificateResponse]):
    """Request of Get15118EVCertificate, station to CSMS. M ISO 15118 Certificate Management (Messages 1.16, M01)."""

    action: ClassVar[str] = "Get15118EVCertificate"
    _response: ClassVar[ResponseClass] = Get15118EVCertificateResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    iso15118_schema_version: Annotated[str, Field(alias="iso15118SchemaVersion", max_length=50)]
    """At most 50 characters."""
    action_: Annotated[CertificateActionEnumType, Field(alias="action")]
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=5600)]
    """At most 5600 characters."""
