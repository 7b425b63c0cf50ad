"""Messages of OCPP 1.6 with the security extension: DeleteCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v16.datatypes import CertificateHashDataType
from pilotwire.ocpp.v16.enums import DeleteCertificateStatusEnumType

__all__ = [
    "DeleteCertificateRequest",
    "DeleteCertificateResponse",
]


class DeleteCertificateResponse(Response):
    """Response of DeleteCertificate, station to CSMS. Security (white paper 5.3)."""

    action: ClassVar[str] = "DeleteCertificate"

    status: DeleteCertificateStatusEnumType


class DeleteCertificateRequest(CsmsRequest[DeleteCertificateResponse]):
    """Request of DeleteCertificate, CSMS to station. Security (white paper 5.3)."""

    action: ClassVar[str] = "DeleteCertificate"
    _response: ClassVar[ResponseClass] = DeleteCertificateResponse

    certificate_hash_data: Annotated[CertificateHashDataType, Field(alias="certificateHashData")]
