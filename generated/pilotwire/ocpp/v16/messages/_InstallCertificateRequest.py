"""Messages of OCPP 1.6 with the security extension: InstallCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.v16.enums import CertificateUseEnumType, InstallCertificateStatusEnumType

__all__ = [
    "InstallCertificateRequest",
    "InstallCertificateResponse",
]


class InstallCertificateResponse(Response):
    """Response of InstallCertificate, station to CSMS. Security (white paper 5.11)."""

    action: ClassVar[str] = "InstallCertificate"

    status: InstallCertificateStatusEnumType


class InstallCertificateRequest(CsmsRequest[InstallCertificateResponse]):
    """Request of InstallCertificate, CSMS to station. Security (white paper 5.11)."""

    action: ClassVar[str] = "InstallCertificate"
    _response: ClassVar[ResponseClass] = InstallCertificateResponse

    certificate_type: Annotated[CertificateUseEnumType, Field(alias="certificateType")]
    certificate: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""
