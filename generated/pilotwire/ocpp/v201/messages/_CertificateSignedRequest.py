"""Messages of OCPP 2.0.1: CertificateSignedRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import CertificateSignedStatusEnumType, CertificateSigningUseEnumType

__all__ = [
    "CertificateSignedRequest",
    "CertificateSignedResponse",
]


class CertificateSignedResponse(Response):
    """Response of CertificateSigned, station to CSMS. A Security (Messages 1.4, A02)."""

    action: ClassVar[str] = "CertificateSigned"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: CertificateSignedStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class CertificateSignedRequest(CsmsRequest[CertificateSignedResponse]):
    """Request of CertificateSigned, CSMS to station. A Security (Messages 1.4, A02)."""

    action: ClassVar[str] = "CertificateSigned"
    _response: ClassVar[ResponseClass] = CertificateSignedResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    """At most 10000 characters."""
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType")
    ] = None
