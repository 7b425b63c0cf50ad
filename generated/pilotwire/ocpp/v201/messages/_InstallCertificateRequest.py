"""Messages of OCPP 2.0.1: InstallCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v201.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v201.enums import (
    InstallCertificateStatusEnumType,
    InstallCertificateUseEnumType,
)

__all__ = [
    "InstallCertificateRequest",
    "InstallCertificateResponse",
]


class InstallCertificateResponse(Response):
    """Response of InstallCertificate, station to CSMS. M ISO 15118 Certificate Management (Messages 1.30, M05)."""

    action: ClassVar[str] = "InstallCertificate"

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    status: InstallCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None


class InstallCertificateRequest(CsmsRequest[InstallCertificateResponse]):
    """Request of InstallCertificate, CSMS to station. M ISO 15118 Certificate Management (Messages 1.30, M05)."""

    action: ClassVar[str] = "InstallCertificate"
    _response: ClassVar[ResponseClass] = InstallCertificateResponse

    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
    certificate_type: Annotated[InstallCertificateUseEnumType, Field(alias="certificateType")]
    certificate: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""
