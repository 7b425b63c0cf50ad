"""Messages of OCPP 2.1: InstallCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v21.datatypes import CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import InstallCertificateStatusEnumType, InstallCertificateUseEnumType

__all__ = [
    "InstallCertificateRequest",
    "InstallCertificateResponse",
]


class InstallCertificateResponse(Response):
    """Response of InstallCertificate, station to CSMS. M Certificate Management (Messages 1.41, M05)."""

    action: ClassVar[str] = "InstallCertificate"

    status: InstallCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class InstallCertificateRequest(CsmsRequest[InstallCertificateResponse]):
    """Request of InstallCertificate, CSMS to station. M Certificate Management (Messages 1.41, M05)."""

    action: ClassVar[str] = "InstallCertificate"
    _response: ClassVar[ResponseClass] = InstallCertificateResponse

    certificate_type: Annotated[InstallCertificateUseEnumType, Field(alias="certificateType")]
    certificate: Annotated[str, Field(max_length=10000)]
    """At most 10000 characters."""
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
