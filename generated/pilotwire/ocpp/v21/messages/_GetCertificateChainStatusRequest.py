"""Messages of OCPP 2.1: GetCertificateChainStatusRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v21.datatypes import (
    CertificateStatusRequestInfoType,
    CertificateStatusType,
    CustomDataType,
)

__all__ = [
    "GetCertificateChainStatusRequest",
    "GetCertificateChainStatusResponse",
]


class GetCertificateChainStatusResponse(Response):
    """Response of GetCertificateChainStatus, CSMS to station. M Certificate Management (Messages 1.25, M07)."""

    action: ClassVar[str] = "GetCertificateChainStatus"

    certificate_status: Annotated[
        Sequence[CertificateStatusType],
        Field(alias="certificateStatus", max_length=4, min_length=1),
    ]
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class GetCertificateChainStatusRequest(StationRequest[GetCertificateChainStatusResponse]):
    """Request of GetCertificateChainStatus, station to CSMS. M Certificate Management (Messages 1.25, M07)."""

    action: ClassVar[str] = "GetCertificateChainStatus"
    _response: ClassVar[ResponseClass] = GetCertificateChainStatusResponse

    certificate_status_requests: Annotated[
        Sequence[CertificateStatusRequestInfoType],
        Field(alias="certificateStatusRequests", max_length=4, min_length=1),
    ]
    """Elements: 1 to 4."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
