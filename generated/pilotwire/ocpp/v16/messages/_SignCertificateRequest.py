"""Messages of OCPP 1.6 with the security extension: SignCertificateRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import Response, ResponseClass, StationRequest
from pilotwire.ocpp.v16.enums import GenericStatusEnumType

__all__ = [
    "SignCertificateRequest",
    "SignCertificateResponse",
]


class SignCertificateResponse(Response):
    """Response of SignCertificate, CSMS to station. Security (white paper 5.17)."""

    action: ClassVar[str] = "SignCertificate"

    status: GenericStatusEnumType


class SignCertificateRequest(StationRequest[SignCertificateResponse]):
    """Request of SignCertificate, station to CSMS. Security (white paper 5.17)."""

    action: ClassVar[str] = "SignCertificate"
    _response: ClassVar[ResponseClass] = SignCertificateResponse

    csr: Annotated[str, Field(max_length=5500)]
    """At most 5500 characters."""
