"""Messages of OCPP 2.1: CertificateSignedRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import CertificateSignedStatusEnumType, CertificateSigningUseEnumType

__all__ = [
    "CertificateSignedRequest",
    "CertificateSignedResponse",
]


class CertificateSignedResponse(Response):
    """Response of CertificateSigned, station to CSMS. A Security (Messages 1.7, A02)."""

    action: ClassVar[str] = "CertificateSigned"

    status: CertificateSignedStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class CertificateSignedRequest(CsmsRequest[CertificateSignedResponse]):
    """Request of CertificateSigned, CSMS to station. A Security (Messages 1.7, A02)."""

    action: ClassVar[str] = "CertificateSigned"
    _response: ClassVar[ResponseClass] = CertificateSignedResponse

    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    """At most 10000 characters."""
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType")
    ] = None
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
