"""Messages of OCPP 2.0.1: SignCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import CertificateSigningUseEnumType, GenericStatusEnumType

__all__ = [
    "SignCertificateRequest",
    "SignCertificateResponse",
]


class SignCertificateResponse(Response):
    """Response of SignCertificate, CSMS to station. A Security (Messages 1.58, A02)."""

    action: ClassVar[str] = "SignCertificate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: GenericStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class SignCertificateRequest(StationRequest[SignCertificateResponse]):
    """Request of SignCertificate, station to CSMS. A Security (Messages 1.58, A02)."""

    action: ClassVar[str] = "SignCertificate"
    _response: ClassVar[ResponseClass] = SignCertificateResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    csr: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""
    certificate_type: Annotated[
        CertificateSigningUseEnumType | None, Field(alias="certificateType")
    ] = None
