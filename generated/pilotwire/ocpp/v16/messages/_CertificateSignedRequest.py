"""Messages of OCPP 1.6 with the security extension: CertificateSignedRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v16.enums import CertificateSignedStatusEnumType

__all__ = [
    "CertificateSignedRequest",
    "CertificateSignedResponse",
]


class CertificateSignedResponse(Response):
    """Response of CertificateSigned, station to CSMS. Security (white paper 5.1)."""

    action: ClassVar[str] = "CertificateSigned"

    status: CertificateSignedStatusEnumType


class CertificateSignedRequest(CsmsRequest[CertificateSignedResponse]):
    """Request of CertificateSigned, CSMS to station. Security (white paper 5.1)."""

    action: ClassVar[str] = "CertificateSigned"
    _response: ClassVar[ResponseClass] = CertificateSignedResponse

    certificate_chain: Annotated[str, Field(alias="certificateChain", max_length=10000)]
    """At most 10000 characters."""
