"""Certificates in OCPP 2.x (M03 to M05)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.certificates import block_of
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.station.security.certificates import NONE_INSTALLED, Certificates

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


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
    )
    if not found:
        return v21.GetInstalledCertificateIdsResponse(
            status=NONE_INSTALLED.status, status_info=status_info(NONE_INSTALLED)
        )
    return v21.GetInstalledCertificateIdsResponse(
        status=v21.GetInstalledCertificateStatusEnumType.ACCEPTED, certificate_hash_data_chain=found
    )
