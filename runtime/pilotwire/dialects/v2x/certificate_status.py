"""What becomes of certificates, asked of the CSMS in OCPP 2.x (M06, and M07 of 2.1)."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Sequence

from pilotwire.dialects.base import Block, Dialect
from pilotwire.errors import InvalidResponse
from pilotwire.ocpp import v21
from pilotwire.station.security.v2g_status import OCSP
from pilotwire.station.security.vehicle_status import REVOCATION

__all__ = ["BLOCK", "BLOCK_OF_21"]

BLOCK: Block[Dialect] = Block()

BLOCK_OF_21: Block[Dialect] = Block()
"""What 2.0.1 does not know."""


class Ocsp2x:
    """Asks OCSP responders."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def ocsp(self, about: v21.OCSPRequestDataType) -> bytes | None:
        """GetCertificateStatus (M06)."""
        request = v21.GetCertificateStatusRequest(ocsp_request_data=about)
        response = await self._to.call(request)
        if response.status is not v21.GetCertificateStatusEnumType.ACCEPTED:
            return None
        try:
            return b64decode(response.ocsp_result or "", validate=True)
        except binascii.Error:
            raise InvalidResponse("ocspResult is no base64") from None


class Revocation21:
    """Finds out whether certificates were revoked."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def revocation(
        self, requests: Sequence[v21.CertificateStatusRequestInfoType]
    ) -> Sequence[v21.CertificateStatusType]:
        """GetCertificateChainStatus (M07)."""
        response = await self._to.call(
            v21.GetCertificateChainStatusRequest(certificate_status_requests=tuple(requests))
        )
        return response.certificate_status


BLOCK.question(OCSP, Ocsp2x)
BLOCK_OF_21.question(REVOCATION, Revocation21)
