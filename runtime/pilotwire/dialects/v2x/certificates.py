"""Certificates in OCPP 2.x (A02, A03, M03 to M05)."""

from __future__ import annotations

from typing import Final

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.certificates import block_of
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.rpc import Answer
from pilotwire.station.security.certificates import NONE_INSTALLED, Certificates
from pilotwire.station.security.requests import SIGNING
from pilotwire.station.security.signing import CertificateSigning
from pilotwire.station.vocabulary import CertificateIdUse

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()

NEW_USE: Final = CertificateIdUse.OEM_ROOT_CERTIFICATE
"""What 2.0.1 has no word for."""


@BLOCK.command("InstallCertificate", lambda: v21.InstallCertificateRequest)
async def install_certificate(
    to: Dialect, request: v21.InstallCertificateRequest
) -> v21.InstallCertificateResponse:
    """M05."""
    certificates = block_of(to, Certificates, request.action)
    outcome = certificates.install(request.certificate_type, request.certificate)
    return v21.InstallCertificateResponse(status=outcome.status, status_info=status_info(outcome))


@BLOCK.command("DeleteCertificate", lambda: v21.DeleteCertificateRequest)
async def delete_certificate(
    to: Dialect, request: v21.DeleteCertificateRequest
) -> v21.DeleteCertificateResponse:
    """M04."""
    outcome = block_of(to, Certificates, request.action).delete(request.certificate_hash_data)
    return v21.DeleteCertificateResponse(status=outcome.status, status_info=status_info(outcome))


@BLOCK.command("GetInstalledCertificateIds", lambda: v21.GetInstalledCertificateIdsRequest)
async def get_installed_certificate_ids(
    to: Dialect, request: v21.GetInstalledCertificateIdsRequest
) -> v21.GetInstalledCertificateIdsResponse:
    """M03; without types, all are meant."""
    block = block_of(to, Certificates, request.action)
    found = tuple(
        v21.CertificateHashDataChainType(certificate_type=use, certificate_hash_data=data)
        for use, data in block.installed(request.certificate_type)
        if use is not NEW_USE or to.version is not OcppVersion.V2_0_1
    )
    if not found:
        return v21.GetInstalledCertificateIdsResponse(
            status=NONE_INSTALLED.status, status_info=status_info(NONE_INSTALLED)
        )
    return v21.GetInstalledCertificateIdsResponse(
        status=v21.GetInstalledCertificateStatusEnumType.ACCEPTED, certificate_hash_data_chain=found
    )


@BLOCK.command("CertificateSigned", lambda: v21.CertificateSignedRequest)
async def certificate_signed(
    to: Dialect, request: v21.CertificateSignedRequest
) -> Answer[v21.CertificateSignedResponse]:
    """A02, A03."""
    outcome = block_of(to, CertificateSigning, request.action).signed(
        request.certificate_chain, request.certificate_type, request.request_id
    )
    response = v21.CertificateSignedResponse(
        status=outcome.status, status_info=status_info(outcome)
    )
    return Answer(response, outcome.once_sent)


class Signing2x:
    """Has certificates signed."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def sign(self, request: str, request_id: int) -> bool:
        """SignCertificate. 2.0.1 has nothing to tell requests apart by."""
        response = await self._to.call(
            v21.SignCertificateRequest(
                csr=request,
                certificate_type=v21.CertificateSigningUseEnumType.CHARGING_STATION_CERTIFICATE,
                request_id=None if self._to.version is OcppVersion.V2_0_1 else request_id,
            )
        )
        return response.status is v21.GenericStatusEnumType.ACCEPTED


BLOCK.question(SIGNING, Signing2x)
