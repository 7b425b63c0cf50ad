"""Messages of OCPP 2.1: DeleteCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v21.datatypes import CertificateHashDataType, CustomDataType, StatusInfoType
from pilotwire.ocpp.v21.enums import DeleteCertificateStatusEnumType

__all__ = [
    "DeleteCertificateRequest",
    "DeleteCertificateResponse",
]


class DeleteCertificateResponse(Response):
    """Response of DeleteCertificate, station to CSMS. M Certificate Management (Messages 1.21, M04)."""

    action: ClassVar[str] = "DeleteCertificate"

    status: DeleteCertificateStatusEnumType
    status_info: Annotated[StatusInfoType | None, Field(alias="statusInfo")] = None
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None


class DeleteCertificateRequest(CsmsRequest[DeleteCertificateResponse]):
    """Request of DeleteCertificate, CSMS to station. M Certificate Management (Messages 1.21, M04)."""

    action: ClassVar[str] = "DeleteCertificate"
    _response: ClassVar[ResponseClass] = DeleteCertificateResponse

    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
    custom_data: Annotated[CustomDataType | None, Field(alias="customData")] = None
