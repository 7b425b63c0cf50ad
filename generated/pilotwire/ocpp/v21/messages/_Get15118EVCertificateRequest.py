"""Messages of OCPP 2.1: Get15118EVCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Sequence, WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType, String255
from pilotwire.ocpp.v21.enums import CertificateActionEnumType, Iso15118EVCertificateStatusEnumType

__all__ = [
    "Get15118EVCertificateRequest",
    "Get15118EVCertificateResponse",
]


class Get15118EVCertificateResponse(Response):
    """Response of Get15118EVCertificate, CSMS to station. M Certificate Management (Messages 1.23, M01)."""

    action: ClassVar[str] = "Get15118EVCertificate"

    status: Iso15118EVCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    exi_response: Annotated[str, Field(alias="exiResponse", max_length=17000)]
    """At most 17000 characters."""
    remaining_contracts: Annotated[WholeNumber | None, Field(alias="remainingContracts", ge=0)] = (
        None
    )
    """At least 0."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class Get15118EVCertificateRequest(StationRequest[Get15118EVCertificateResponse]):
    """Request of Get15118EVCertificate, station to CSMS. M Certificate Management (Messages 1.23, M01)."""

    action: ClassVar[str] = "Get15118EVCertificate"
    _response: ClassVar[ResponseClass] = Get15118EVCertificateResponse

    iso15118_schema_version: Annotated[str, Field(alias="iso15118SchemaVersion", max_length=50)]
    """At most 50 characters."""
    action_: Annotated[CertificateActionEnumType, Field(alias="action")]
    exi_request: Annotated[str, Field(alias="exiRequest", max_length=11000)]
    """At most 11000 characters."""
    maximum_contract_certificate_chains: Annotated[
        WholeNumber | None, Field(alias="maximumContractCertificateChains", ge=0)
    ] = None
    """At least 0."""
    prioritized_emaids: Annotated[
        Sequence[String255] | None, Field(alias="prioritizedEMAIDs", max_length=8, min_length=1)
    ] = None
    """Elements: 1 to 8. Each: at most 255 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
