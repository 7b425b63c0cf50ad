"""Messages of OCPP 2.1: SignCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.scalars import WholeNumber
from pilotwire.ocpp.v21.datatypes import CertificateHashDataType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import CertificateSigningUseEnumType, GenericStatusEnumType

__all__ = [
    "SignCertificateRequest",
    "SignCertificateResponse",
]


class SignCertificateResponse(Response):
    """Response of SignCertificate, CSMS to station. A Security (Messages 1.82, A02)."""

    action: ClassVar[str] = "SignCertificate"

    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class SignCertificateRequest(StationRequest[SignCertificateResponse]):
    """Request of SignCertificate, station to CSMS. A Security (Messages 1.82, A02)."""

    action: ClassVar[str] = "SignCertificate"
    _response: ClassVar[ResponseClass] = SignCertificateResponse

    csr: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType")
    ] = None
    hash_root_certificate: Annotated[
        CertificateHashDataType | None, Field(alias="hashRootCertificate")
    ] = None
    request_id: Annotated[WholeNumber | None, Field(alias="requestId")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
