"""Certificates in OCPP 1.6 (white paper A02, A03, M03 to M05)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.certificates import block_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import Answer
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security.requests import SIGNING
from pilotwire.station.security.signing import CertificateSigning
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import CertificateIdUse, CertificateUse, HashAlgorithm

__all__ = ["BLOCK"]

BLOCK = Block16()
BLOCK.key(Keys.AdditionalRootCertificateCheck, SecurityCtrlr.AdditionalRootCertificateCheck)
BLOCK.key(Keys.CertificateSignedMaxChainSize, SecurityCtrlr.MaxCertificateChainSize)
BLOCK.key(Keys.CertSigningRepeatTimes, SecurityCtrlr.CertSigningRepeatTimes)
BLOCK.key(Keys.CertSigningWaitMinimum, SecurityCtrlr.CertSigningWaitMinimum)
BLOCK.key(Keys.CpoName, SecurityCtrlr.OrganizationName)


def _room(station: Station) -> Iterator[tuple[str, str]]:
    store = station.blocks[Certificates].store
    if store is not None:
        yield Keys.CertificateStoreMaxLength.name, str(store.trusted.most)


BLOCK.numbered_keys(_room)

_USES: Mapping[str, CertificateUse] = MappingProxyType(
    {
        "CentralSystemRootCertificate": CertificateUse.CSMS_ROOT_CERTIFICATE,
        "ManufacturerRootCertificate": CertificateUse.MANUFACTURER_ROOT_CERTIFICATE,
    }
)


@BLOCK.command("InstallCertificate", lambda: v16.InstallCertificateRequest)
async def install_certificate(
    to: Dialect, request: v16.InstallCertificateRequest
) -> v16.InstallCertificateResponse:
    """White paper 5.11."""
    certificates = block_of(to, Certificates, request.action)
    outcome = certificates.install(_USES[request.certificate_type], request.certificate)
    return v16.InstallCertificateResponse(
        status=v16.InstallCertificateStatusEnumType(outcome.status)
    )


@BLOCK.command("DeleteCertificate", lambda: v16.DeleteCertificateRequest)
async def delete_certificate(
    to: Dialect, request: v16.DeleteCertificateRequest
) -> v16.DeleteCertificateResponse:
    """White paper 5.3."""
    certificates = block_of(to, Certificates, request.action)
    data = request.certificate_hash_data
    outcome = certificates.delete(
        v21.CertificateHashDataType(
            hash_algorithm=HashAlgorithm(data.hash_algorithm),
            issuer_name_hash=data.issuer_name_hash,
            issuer_key_hash=data.issuer_key_hash,
            serial_number=data.serial_number,
        )
    )
    return v16.DeleteCertificateResponse(status=v16.DeleteCertificateStatusEnumType(outcome.status))


@BLOCK.command("GetInstalledCertificateIds", lambda: v16.GetInstalledCertificateIdsRequest)
async def get_installed_certificate_ids(
    to: Dialect, request: v16.GetInstalledCertificateIdsRequest
) -> v16.GetInstalledCertificateIdsResponse:
    """White paper 5.7."""
    use = CertificateIdUse(_USES[request.certificate_type])
    found = block_of(to, Certificates, request.action).installed({use})
    statuses = v16.GetInstalledCertificateStatusEnumType
    if not found:
        return v16.GetInstalledCertificateIdsResponse(status=statuses.NOT_FOUND)
    return v16.GetInstalledCertificateIdsResponse(
        status=statuses.ACCEPTED,
        certificate_hash_data=tuple(
            v16.CertificateHashDataType(
                hash_algorithm=v16.HashAlgorithmEnumType(data.hash_algorithm),
                issuer_name_hash=data.issuer_name_hash,
                issuer_key_hash=data.issuer_key_hash,
                serial_number=data.serial_number,
            )
            for _, data in found
        ),
    )


@BLOCK.command("CertificateSigned", lambda: v16.CertificateSignedRequest)
async def certificate_signed(
    to: Dialect, request: v16.CertificateSignedRequest
) -> Answer[v16.CertificateSignedResponse]:
    """White paper 5.1."""
    signing = block_of(to, CertificateSigning, request.action)
    outcome = signing.signed(request.certificate_chain)
    status = v16.CertificateSignedStatusEnumType(outcome.status)
    return Answer(v16.CertificateSignedResponse(status=status), outcome.once_sent)


class Signing16:
    """Has certificates signed."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def sign(self, request: str, request_id: int) -> bool:
        """SignCertificate (white paper 5.17)."""
        del request_id
        response = await self._to.call(v16.SignCertificateRequest(csr=request))
        return response.status is v16.GenericStatusEnumType.ACCEPTED


BLOCK.question(SIGNING, Signing16)
