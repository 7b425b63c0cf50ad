"""Messages of OCPP 1.6 with the security extension: GetInstalledCertificateIdsRequest.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pilotwire.ocpp.base import CsmsRequest, Response, ResponseClass
from pilotwire.ocpp.scalars import Sequence
from pilotwire.ocpp.v16.datatypes import CertificateHashDataType
from pilotwire.ocpp.v16.enums import CertificateUseEnumType, GetInstalledCertificateStatusEnumType

__all__ = [
    "GetInstalledCertificateIdsRequest",
    "GetInstalledCertificateIdsResponse",
]


class GetInstalledCertificateIdsResponse(Response):
    """Response of GetInstalledCertificateIds, station to CSMS. Security (white paper 5.7)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"

    certificate_hash_data: Annotated[
        Sequence[CertificateHashDataType] | None, Field(alias="certificateHashData", min_length=1)
    ] = None
    """Elements: at least 1."""
    status: GetInstalledCertificateStatusEnumType


class GetInstalledCertificateIdsRequest(CsmsRequest[GetInstalledCertificateIdsResponse]):
    """Request of GetInstalledCertificateIds, CSMS to station. Security (white paper 5.7)."""

    action: ClassVar[str] = "GetInstalledCertificateIds"
    _response: ClassVar[ResponseClass] = GetInstalledCertificateIdsResponse

    certificate_type: Annotated[CertificateUseEnumType, Field(alias="certificateType")]
