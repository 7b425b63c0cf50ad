"""A CSMS that signs certificates of a station (2.x A02; 1.6 white paper)."""

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Response
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.vocabulary import CertificateUse
from tests.support.authority import (
    ORGANIZATION,
    Authority,
)
from tests.support.scene import EPOCH, Opponent, Scene, Settings, scene

__all__ = [
    "DAY",
    "ROOT",
    "SETTINGS",
    "Authorities",
    "answering",
    "keys_in",
    "no",
    "reason",
    "signing",
    "yes",
]

DAY = timedelta(days=1)
ROOT = Authority()
SETTINGS: Settings = {
    SecurityCtrlr.OrganizationName: ORGANIZATION,
    SecurityCtrlr.CertSigningWaitMinimum: 60,
    SecurityCtrlr.CertSigningRepeatTimes: 1,
    OCPPCommCtrlr.HeartbeatInterval: 86_400,
}


@dataclass
class Authorities:
    """What the CSMS says to requests for a certificate, and what it has heard of them."""

    s: Scene
    version: str
    requests: list[Any] = field(default_factory=list[Any])

    async def trigger(self) -> tuple[str, str | None]:
        """Ask the station for a request; the status, and the reason in 2.x."""
        if self.version == "1.6":
            wanted = v16.MessageTriggerEnumType.SIGN_CHARGE_POINT_CERTIFICATE
            answer = await self.s.csms.call(
                v16.ExtendedTriggerMessageRequest(requested_message=wanted)
            )
            return answer.status.value, None
        wanted2x = v21.MessageTriggerEnumType.SIGN_CHARGING_STATION_CERTIFICATE
        answer2x = await self.s.csms.call(v21.TriggerMessageRequest(requested_message=wanted2x))
        info = answer2x.status_info
        return answer2x.status.value, None if info is None else info.reason_code

    async def signed(self, chain: str, **more: Any) -> tuple[str, str | None]:
        """Send a certificate; the status, and the reason in 2.x."""
        if self.version == "1.6":
            request16 = v16.CertificateSignedRequest(certificate_chain=chain)
            return (await self.s.csms.call(request16)).status.value, None
        request = v21.CertificateSignedRequest(certificate_chain=chain, **more)
        answer = await self.s.csms.call(request)
        info = answer.status_info
        return answer.status.value, None if info is None else info.reason_code

    @property
    def heard(self) -> list[Any]:
        kind = v16.SignCertificateRequest if self.version == "1.6" else v21.SignCertificateRequest
        heard: list[Any] = self.s.csms.requests(kind)
        return heard

    @property
    def times(self) -> list[float]:
        """When the station has asked, in seconds."""
        return [
            heard.at for heard in self.s.csms.heard if heard.request.action == "SignCertificate"
        ]

    @property
    def events(self) -> list[str]:
        """The security events that the CSMS has heard of, but for the start."""
        told = [
            getattr(heard.request, "type")  # noqa: B009 -- of two versions
            for heard in self.s.csms.heard
            if heard.request.action == "SecurityEventNotification"
        ]
        return [event for event in told if event != "StartupOfTheDevice"]

    @property
    def block(self) -> Certificates:
        station = self.s.station._station
        assert station is not None
        return station.blocks[Certificates]

    async def renewed(self) -> str:
        """The station has another certificate; its fingerprint."""
        assert await self.trigger() == ("Accepted", None)
        await self.s.wait(5)
        assert await self.signed(ROOT.answer(self.heard[-1].csr)) == ("Accepted", None)
        return self.block.own[0].fingerprint


def answering(version: str, script: Callable[[Any], Response]) -> Opponent:
    csms = Opponent()
    kind = v16.SignCertificateRequest if version == "1.6" else v21.SignCertificateRequest
    csms.answer(kind, script)
    return csms


def no(version: str) -> Callable[[Any], Response]:
    if version == "1.6":
        return lambda _: v16.SignCertificateResponse(status=v16.GenericStatusEnumType.REJECTED)
    return lambda _: v21.SignCertificateResponse(status=v21.GenericStatusEnumType.REJECTED)


def yes(version: str) -> Callable[[Any], Response]:
    if version == "1.6":
        return lambda _: v16.SignCertificateResponse(status=v16.GenericStatusEnumType.ACCEPTED)
    return lambda _: v21.SignCertificateResponse(status=v21.GenericStatusEnumType.ACCEPTED)


@asynccontextmanager
async def signing(
    version: str,
    folder: Path | CertificateFolder,
    *,
    csms: Opponent | None = None,
    settings: Settings = SETTINGS,
    root: Authority = ROOT,
    **more: Any,
) -> AsyncGenerator[Authorities]:
    """A station with a folder that trusts a CSMS root."""
    if isinstance(folder, Path):
        folder = CertificateFolder(folder)
    store = folder.open()
    store.trusted.install(CertificateUse.CSMS_ROOT_CERTIFICATE, root.text, EPOCH)
    csms = csms or answering(version, yes(version))
    csms.boot_interval = 86_400
    async with scene(version, certificates=folder, csms=csms, settings=settings, **more) as s:
        yield Authorities(s, version)


def keys_in(folder: Path) -> int:
    return len(list(folder.glob("key-*")))


def reason(version: str, code: str, status: str = "Rejected") -> tuple[str, str | None]:
    return status, None if version == "1.6" else code
