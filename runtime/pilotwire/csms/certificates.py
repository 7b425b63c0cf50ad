"""Certificates at stations (A02, M03 to M05; 1.6 white paper), put into the messages of 1.6 or 2.1.

await csms.certificates.install_root("CS-0042")      that of the CSMS's authority
await csms.certificates.installed("CS-0042")
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.events import CertificateSent
from pilotwire.errors import CallUnanswered, ConnectionClosed
from pilotwire.logs import logger
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21 import CertificateHashDataType
from pilotwire.ocpp.v21 import CertificateSignedStatusEnumType as CertificateSignedStatus
from pilotwire.ocpp.v21 import CertificateSigningUseEnumType as CertificateSigningUse
from pilotwire.ocpp.v21 import DeleteCertificateStatusEnumType as DeleteCertificateStatus
from pilotwire.ocpp.v21 import GetCertificateIdUseEnumType as CertificateIdUse
from pilotwire.ocpp.v21 import HashAlgorithmEnumType as HashAlgorithm
from pilotwire.ocpp.v21 import InstallCertificateStatusEnumType as InstallCertificateStatus
from pilotwire.ocpp.v21 import InstallCertificateUseEnumType as CertificateUse

if TYPE_CHECKING:
    from pilotwire.csms.authority import Authority, Issued
    from pilotwire.csms.line import Line

__all__ = [
    "CertificateHashDataType",
    "CertificateIdUse",
    "CertificateSignedStatus",
    "CertificateSigningUse",
    "CertificateUse",
    "Certificates",
    "DeleteCertificateStatus",
    "Delivery",
    "InstallCertificateStatus",
    "InstalledCertificate",
    "deliver",
]

_log = logger(__name__)

_USES_16: Mapping[str, v16.CertificateUseEnumType] = MappingProxyType(
    {
        CertificateUse.CSMS_ROOT_CERTIFICATE.value: (
            v16.CertificateUseEnumType.CENTRAL_SYSTEM_ROOT_CERTIFICATE
        ),
        CertificateUse.MANUFACTURER_ROOT_CERTIFICATE.value: (
            v16.CertificateUseEnumType.MANUFACTURER_ROOT_CERTIFICATE
        ),
    }
)
"""1.6 has words of its own, and no vehicles."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A certificate that was signed for a station, and is to be sent to it.

    Attributes:
        issued: The certificate.
        use: What it was asked for, as far as the station said.
        request_id: What the station tells its requests apart by, in 2.1.
    """

    issued: Issued
    use: CertificateSigningUse | None = None
    request_id: int | None = None


@dataclass(frozen=True, slots=True)
class InstalledCertificate:
    """A certificate that a station trusts, or shows to vehicles (M03).

    Attributes:
        use: For what.
        data: What it is known by.
    """

    use: CertificateIdUse
    data: CertificateHashDataType


class Certificates:
    """What a CSMS does with the certificates of its stations, accepted or not (B02.FR.02).

    Each method raises StationNotConnected, CallUnanswered and ConnectionClosed as `Csms.call` does.
    """

    def __init__(self, authority: Authority | None, line: Callable[[str], Line]) -> None:
        self._authority = authority
        self._line = line

    async def install(
        self, identity: str, use: CertificateUse, certificate: str
    ) -> InstallCertificateStatus:
        """Have a station trust a certificate (M05).

        Args:
            identity: The station.
            use: For what it is trusted.
            certificate: The certificate in PEM.

        Raises:
            ValueError: The station's version has no such use; or the certificate is too long.
        """
        return await _install(self._line(identity), use, certificate)

    async def install_root(self, identity: str) -> InstallCertificateStatus:
        """Have a station trust the root of the CSMS's authority, as the CSMS's. Where it trusts one
        of before, the root is given to it as signed by that (M05.FR.10); where it trusts this one
        already, it is told nothing.

        Raises:
            ValueError: The CSMS has no authority.
        """
        if self._authority is None:
            raise ValueError("this CSMS has no authority")
        line = self._line(identity)
        status = InstallCertificateStatus.ACCEPTED
        for certificate in self._authority.to_install(await _csms_roots(line)):
            status = await _install(line, CertificateUse.CSMS_ROOT_CERTIFICATE, certificate)
            if status is not InstallCertificateStatus.ACCEPTED:
                break
        return status

    async def install_as_manufacturer(self, identity: str) -> InstallCertificateStatus:
        """Have a station trust the root of the CSMS's authority as its manufacturer's, too: it
        takes firmware then that the authority vouches for.

        Raises:
            ValueError: The CSMS has no authority.
        """
        if self._authority is None:
            raise ValueError("this CSMS has no authority")
        use = CertificateUse.MANUFACTURER_ROOT_CERTIFICATE
        return await _install(self._line(identity), use, self._authority.root.text)

    async def installed(
        self, identity: str, uses: Collection[CertificateIdUse] | None = None
    ) -> tuple[InstalledCertificate, ...]:
        """Which certificates a station trusts for these uses, or for any (M03).

        Raises:
            ValueError: The station's version has no such use.
        """
        return await _installed(self._line(identity), uses)

    async def delete(self, identity: str, data: CertificateHashDataType) -> DeleteCertificateStatus:
        """Have a station trust a certificate no more (M04)."""
        line = self._line(identity)
        if line.version is OcppVersion.V1_6:
            known_by = v16.CertificateHashDataType(
                hash_algorithm=v16.HashAlgorithmEnumType(data.hash_algorithm),
                issuer_name_hash=data.issuer_name_hash,
                issuer_key_hash=data.issuer_key_hash,
                serial_number=data.serial_number,
            )
            old = v16.DeleteCertificateRequest(certificate_hash_data=known_by)
            return DeleteCertificateStatus((await line.tell(old)).status)
        return (await line.tell(v21.DeleteCertificateRequest(certificate_hash_data=data))).status


async def deliver(line: Line, delivery: Delivery) -> None:
    """Send a station the certificate that it has asked for (A02), with what stands between it and
    the roots that the station trusts.
    """
    authority, issued = line.desk.authority, delivery.issued
    if authority is None:
        return
    try:
        chain = authority.chain(issued, await _csms_roots(line))
        status = await _signed(line, chain, delivery)
    except (CallUnanswered, ConnectionClosed) as error:
        _log.warning("certificate %s did not arrive: %s", issued.serial_number, error)
        return
    line.desk.notify(CertificateSent(line.desk.record.identity, issued.serial_number, status))


async def _signed(line: Line, chain: str, delivery: Delivery) -> CertificateSignedStatus:
    if line.version is OcppVersion.V1_6:
        old = v16.CertificateSignedRequest(certificate_chain=chain)
        return CertificateSignedStatus((await line.tell(old)).status)
    request = v21.CertificateSignedRequest(
        certificate_chain=chain,
        certificate_type=delivery.use,  # A02.FR.14
        request_id=delivery.request_id,  # A02.FR.25
    )
    return (await line.tell(request)).status


async def _install(line: Line, use: CertificateUse, certificate: str) -> InstallCertificateStatus:
    if line.version is OcppVersion.V1_6:
        old = v16.InstallCertificateRequest(certificate_type=_use_16(use), certificate=certificate)
        return InstallCertificateStatus((await line.tell(old)).status)
    request = v21.InstallCertificateRequest(certificate_type=use, certificate=certificate)
    return (await line.tell(request)).status


async def _csms_roots(line: Line) -> set[str]:
    """The serial numbers of the CSMS roots that a station trusts; none where it does not say."""
    try:
        found = await _installed(line, {CertificateIdUse.CSMS_ROOT_CERTIFICATE})
    except CallUnanswered as error:
        _log.info("what the station trusts is not known: %s", error)
        return set()
    return {each.data.serial_number.lower().lstrip("0") for each in found}


async def _installed(
    line: Line, uses: Collection[CertificateIdUse] | None
) -> tuple[InstalledCertificate, ...]:
    if line.version is OcppVersion.V1_6:
        wanted = [each for each in CertificateIdUse if each.value in _USES_16]
        return tuple([one for use in uses or wanted for one in await _installed_16(line, use)])
    kinds = None if uses is None else tuple(uses)
    answer = await line.tell(v21.GetInstalledCertificateIdsRequest(certificate_type=kinds))
    return tuple(
        InstalledCertificate(each.certificate_type, each.certificate_hash_data)
        for each in answer.certificate_hash_data_chain or ()
    )


async def _installed_16(line: Line, use: CertificateIdUse) -> list[InstalledCertificate]:
    request = v16.GetInstalledCertificateIdsRequest(certificate_type=_use_16(use))
    return [
        InstalledCertificate(
            use,
            CertificateHashDataType(
                hash_algorithm=HashAlgorithm(each.hash_algorithm),
                issuer_name_hash=each.issuer_name_hash,
                issuer_key_hash=each.issuer_key_hash,
                serial_number=each.serial_number,
            ),
        )
        for each in (await line.tell(request)).certificate_hash_data or ()
    ]


def _use_16(use: CertificateUse | CertificateIdUse) -> v16.CertificateUseEnumType:
    found = _USES_16.get(use.value)
    if found is None:
        raise ValueError(f"OCPP 1.6 has no {use}")
    return found
