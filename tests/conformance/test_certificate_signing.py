"""The station's own certificate: asked for, taken, renewed (2.x A02, A03; 1.6 white paper)."""

import asyncio
import ssl
import threading
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from pilotwire.charging_station import CertificateFolder, KeyKind
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Response
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security.checks import read_certificates
from pilotwire.station.security.file_keys import FileKeys
from pilotwire.station.security.files import SecretFolder
from pilotwire.station.security.hashes import hash_data, issuer_key
from pilotwire.station.security.signing import CertificateSigning
from pilotwire.station.vocabulary import CertificateUse
from pilotwire.store import Store
from tests.support.authority import (
    ORGANIZATION,
    SERIAL,
    YEAR,
    Authority,
    key_text,
    new_key,
    pem,
    signing_request,
)
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import EPOCH, Opponent, Scene, Settings, now, scene
from tests.support.virtual_time import run
from tests.unit.station.security.test_checks import KEY

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


# Asked for.


@IN_ALL
@pytest.mark.parametrize("kind", KeyKind)
def test_a_certificate_is_asked_for_and_taken(version: str, kind: KeyKind, tmp_path: Path) -> None:
    """A02.FR.02, A02.FR.03, A02.FR.05, A02.FR.08, A02.FR.24."""

    async def play() -> None:
        async with signing(version, CertificateFolder(tmp_path, key_kind=kind)) as ca:
            before = len(ca.s.csms.heard)
            assert await ca.trigger() == ("Accepted", None)
            assert len(ca.s.csms.heard) == before, "the answer comes first"
            await ca.s.wait(5)
            (asked,) = ca.heard
            request = signing_request(asked.csr)
            assert request.is_signature_valid
            assert {each.oid: each.value for each in request.subject} == {
                NameOID.ORGANIZATION_NAME: ORGANIZATION,
                NameOID.COMMON_NAME: SERIAL,  # A00.FR.511
            }
            if version != "1.6":
                assert asked.certificate_type == "ChargingStationCertificate"
                assert (asked.request_id is not None) is (version == "2.1")
            switched: list[tuple[str, ...]] = []
            ca.block.on_switched = lambda: switched.append(
                tuple(each.fingerprint for each in ca.block.own)
            )
            more = {"request_id": asked.request_id} if version == "2.1" else {}
            assert await ca.signed(ROOT.answer(asked.csr), **more) == ("Accepted", None)
            await ca.s.wait(1)
            (own,) = ca.block.own
            assert switched == [(own.fingerprint,)]
            ssl.create_default_context().load_cert_chain(own.chain, own.key)
            await ca.s.wait(86_400)
            assert len(ca.heard) == 1
            assert ca.events == []

    run(play())


@IN_ALL
def test_the_organization_is_not_known(version: str, tmp_path: Path) -> None:
    """A02: OrganizationName must be set; in 1.6 it is CpoName."""
    settings = {**SETTINGS, SecurityCtrlr.OrganizationName: ""}

    async def play() -> None:
        async with signing(version, tmp_path, settings=settings) as ca:
            assert await ca.trigger() == reason(version, "MissingDevModelInfo")
            await ca.s.wait(60)
            assert ca.heard == []
            with pytest.raises(ValueError, match="64 characters"):
                ca.s.station.device_model[SecurityCtrlr.OrganizationName] = "x" * 65

    run(play())


@IN_ALL
def test_before_the_station_is_accepted(version: str, tmp_path: Path) -> None:
    """A00.FR.806: the CSMS may update the credentials while the station is pending."""
    csms = answering(version, yes(version))
    pending16 = v16.BootNotificationResponse(
        status=v16.RegistrationStatus.PENDING, current_time=EPOCH, interval=3600
    )
    pending2x = v21.BootNotificationResponse(
        status=v21.RegistrationStatusEnumType.PENDING, current_time=EPOCH, interval=3600
    )
    csms.answer(v16.BootNotificationRequest, lambda _: pending16)
    csms.answer(v21.BootNotificationRequest, lambda _: pending2x)

    async def play() -> None:
        async with signing(version, tmp_path, csms=csms, booted=False) as ca:
            await ca.s.wait(5)
            await ca.renewed()
            assert len(ca.block.own) == 1

    run(play())


# Waited for.


@IN_ALL
def test_no_certificate_comes(version: str, tmp_path: Path) -> None:
    """A02.FR.17 to A02.FR.19 (TC_A_23): after the wait, then after twice the wait, for the same
    key; a certificate for it is taken all the same.
    """

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            await ca.trigger()
            await ca.s.wait(86_400)
            first, *later = ca.times
            assert [round(time - first) for time in later] == [60, 180]
            keys = [signing_request(asked.csr).public_key() for asked in ca.heard]
            assert keys == [keys[0]] * 3
            for number, asked in enumerate(ca.heard):
                wanted = reason(version, "DuplicateRequestId") if number else ("Accepted", None)
                assert await ca.signed(ROOT.answer(asked.csr)) == wanted
            await ca.s.wait(60)
            assert ca.events == []

    run(play())


@IN_ALL
@pytest.mark.parametrize(("repeat", "count"), [(0, 2), (3, 5)])
def test_as_often_as_the_csms_has_set(
    version: str, repeat: int, count: int, tmp_path: Path
) -> None:
    async def play() -> None:
        settings = {**SETTINGS, SecurityCtrlr.CertSigningRepeatTimes: repeat}
        async with signing(version, tmp_path, settings=settings) as ca:
            await ca.trigger()
            await ca.s.wait(86_400)
            assert len(ca.times) == count
            waits = [round(b - a) for a, b in zip(ca.times, ca.times[1:], strict=False)]
            assert waits == [60 * 2**n for n in range(count - 1)]
            await ca.trigger()
            await ca.s.wait(5)
            assert len(ca.times) == count + 1, "another trigger begins anew"
            old, new = ca.heard[-2:]
            assert signing_request(old.csr).public_key() != signing_request(new.csr).public_key()
            assert await ca.signed(ROOT.answer(old.csr)) == reason(version, "InvalidCertificate")

    run(play())


@IN_ALL
def test_a_wait_ends_within_a_day(version: str, tmp_path: Path) -> None:
    async def play() -> None:
        settings = {
            **SETTINGS,
            SecurityCtrlr.CertSigningRepeatTimes: 2**31 - 1,
            SecurityCtrlr.CertSigningWaitMinimum: 2**31 - 1,
        }
        async with signing(version, tmp_path, settings=settings) as ca:
            await ca.trigger()
            await ca.s.wait(5 * 86_400 + 10)
            assert len(ca.times) == 6

    run(play())


@IN_ALL
def test_the_csms_rejects_the_request(version: str, tmp_path: Path) -> None:
    """A02.FR.12 (TC_A_15): the key goes, and nothing is sent any more."""

    async def play() -> None:
        async with signing(version, tmp_path, csms=answering(version, no(version))) as ca:
            await ca.trigger()
            await ca.s.wait(86_400)
            assert len(ca.times) == 1
            assert keys_in(tmp_path) == 0

    run(play())


@IN_ALL
@pytest.mark.parametrize(("code", "count"), [("NotImplemented", 1), ("InternalError", 3)])
def test_the_csms_does_not_answer_it(version: str, code: str, count: int, tmp_path: Path) -> None:
    def refuse(_: object) -> Response:
        raise CallRefused(code)

    async def play() -> None:
        async with signing(version, tmp_path, csms=answering(version, refuse)) as ca:
            await ca.trigger()
            await ca.s.wait(86_400)
            assert len(ca.times) == count

    run(play())


@IN_ALL
def test_the_connection_is_lost_meanwhile(version: str, tmp_path: Path) -> None:
    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            await ca.trigger()
            await ca.s.wait(5)
            ca.s.go_offline()
            await ca.s.wait(600)
            assert len(ca.times) == 1
            ca.s.go_online()
            await ca.s.wait(600)
            assert len(ca.times) == 3

    run(play())


@IN_ALL
def test_what_was_asked_for_before_a_restart(version: str, tmp_path: Path) -> None:
    """It is taken, and asked for again where it does not come: as often as it may be in all."""
    store = Store(":memory:")

    async def play() -> None:
        async with signing(version, tmp_path, store=store) as ca:
            await ca.trigger()
            await ca.s.wait(70)
            assert len(ca.times) == 2
        async with signing(version, tmp_path, store=store) as ca:
            await ca.s.wait(86_400)
            assert len(ca.times) == 1
            asked = ca.heard[0]
        async with signing(version, tmp_path, store=store) as ca:
            await ca.s.wait(86_400)
            assert ca.times == []
            assert await ca.signed(ROOT.answer(asked.csr)) == ("Accepted", None)
        async with signing(version, tmp_path, store=store) as ca:
            assert len(ca.block.own) == 1
            assert keys_in(tmp_path) == 1

    run(play())


@IN_ALL
def test_a_reset_does_not_forget_it(version: str, tmp_path: Path) -> None:
    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            await ca.trigger()
            await ca.s.wait(5)
            reset = (
                v16.ResetRequest(type=v16.ResetType.SOFT)
                if version == "1.6"
                else v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE)
            )
            await ca.s.csms.call(reset)
            await ca.s.wait(40)
            assert await ca.signed(ROOT.answer(ca.heard[0].csr)) == ("Accepted", None)

    run(play())


@IN_ALL
def test_the_key_of_what_was_asked_for_is_gone(version: str, tmp_path: Path) -> None:
    """Then it will not come, and is waited for no more."""
    store = Store(":memory:")

    async def play() -> None:
        async with signing(version, tmp_path, store=store) as ca:
            await ca.trigger()
            await ca.s.wait(5)
            chain = ROOT.answer(ca.heard[0].csr)
        lose_keys(tmp_path)
        async with signing(version, tmp_path, store=store) as ca:
            await ca.s.wait(86_400)
            assert ca.times == []
            assert await ca.signed(chain) == reason(version, "InvalidCertificate")

    run(play())


def lose_keys(folder: Path) -> None:
    for key in folder.glob("key-*"):
        key.unlink()


# Judged.


@IN_ALL
@pytest.mark.parametrize(
    "make",
    [
        lambda csr: ROOT.answer(csr, ends=EPOCH - DAY / 2),
        lambda csr: ROOT.answer(csr, begins=EPOCH + DAY),
        lambda csr: ROOT.answer(csr, organization="Somebody"),
        lambda csr: ROOT.answer(csr, common_name="CS-0043"),
        lambda csr: Authority("Stranger").answer(csr),
        lambda csr: Authority("Root").answer(csr),
        lambda csr: Authority("Sub", ROOT).answer(csr),
        lambda csr: pem(ROOT.sign(KEY.public_key())),
        lambda csr: csr,
        lambda csr: "",
        lambda csr: "nonsense",
        lambda csr: ROOT.answer(csr).replace("M", "N"),
    ],
    ids=[
        "expired",
        "too early",
        "organization",
        "name",
        "unknown root",
        "wrong root",
        "incomplete",
        "another key",
        "the request itself",
        "nothing",
        "nonsense",
        "damaged",
    ],
)
def test_a_certificate_that_is_not_valid(
    version: str, make: Callable[[str], str], tmp_path: Path
) -> None:
    """A02.FR.06, A02.FR.07, A02.FR.20 (TC_A_14): Rejected, an event, and nothing is sent again."""
    event = f"Invalid{'ChargePoint' if version == '1.6' else 'ChargingStation'}Certificate"

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            await ca.trigger()
            await ca.s.wait(5)
            answer = await ca.signed(make(ca.heard[0].csr))
            assert answer == reason(version, "InvalidCertificate")
            await ca.s.wait(86_400)
            assert ca.events == [event]
            assert len(ca.times) == 1
            assert ca.block.own == ()
            assert await ca.signed(ROOT.answer(ca.heard[0].csr, ends=now() + YEAR)) == (
                "Accepted",
                None,
            ), "the right one may still come"

    run(play())


@IN_ALL
def test_a_chain_with_authorities_between(version: str, tmp_path: Path) -> None:
    sub = Authority("Sub", ROOT)

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            await ca.trigger()
            await ca.s.wait(5)
            chain = sub.answer(ca.heard[0].csr) + sub.text
            assert await ca.signed(chain) == ("Accepted", None)
            assert ca.block.own[0].chain.read_text("ascii") == chain
            assert ca.s.station.device_model[SecurityCtrlr.CertificateEntries] == 1, "the root"
            assert await ca.signed(chain) == ("Accepted", None), "the answer to it was lost"

    run(play())


@IN_ALL
def test_a_chain_that_is_too_long(version: str, tmp_path: Path) -> None:
    """A02.FR.16."""
    folder = CertificateFolder(tmp_path, longest_chain=1000)

    async def play() -> None:
        async with signing(version, folder) as ca:
            await ca.trigger()
            await ca.s.wait(5)
            answer = await ca.signed(ROOT.answer(ca.heard[0].csr) + "\n" * 1000)
            assert answer == reason(version, "TooLargeElement")
            assert ca.events == []

    run(play())


@IN_ALL
def test_a_certificate_that_nobody_has_asked_for(version: str, tmp_path: Path) -> None:
    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            answer = await ca.signed(pem(ROOT.sign(KEY.public_key())))
            assert answer == reason(version, "InvalidCertificate")
            assert ca.block.own == ()

    run(play())


@IN_2X
def test_certificates_for_vehicles(version: str, tmp_path: Path) -> None:
    wanted = v21.MessageTriggerEnumType.SIGN_V2G_CERTIFICATE
    use = v21.CertificateSigningUseEnumType.V2G_CERTIFICATE

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            request = v21.TriggerMessageRequest(requested_message=wanted)
            assert (await ca.s.csms.call(request)).status == "NotImplemented"
            answer = await ca.signed(ROOT.text, certificate_type=use)
            assert answer == ("Rejected", "UnsupportedParam")

    run(play())


def test_another_request_is_meant(tmp_path: Path) -> None:
    """A02.FR.26 of 2.1."""

    async def play() -> None:
        async with signing("2.1", tmp_path) as ca:
            await ca.trigger()
            await ca.s.wait(5)
            (asked,) = ca.heard
            chain = ROOT.answer(asked.csr)
            answer = await ca.signed(chain, request_id=asked.request_id + 1)
            assert answer == ("Rejected", "NotFound")
            assert await ca.signed(chain, request_id=asked.request_id) == ("Accepted", None)

    run(play())


# Proven.


@IN_ALL
@pytest.mark.parametrize("works", [True, False])
def test_the_new_one_is_proven_or_not(version: str, works: bool, tmp_path: Path) -> None:
    """A02.FR.10, A02.FR.28, A02.FR.29: the one that is not in use goes."""

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            first = await ca.renewed()
            second = await ca.renewed()
            new, old = ca.block.own
            assert (new.fingerprint, old.fingerprint) == (second, first)
            ca.block.connected(new if works else old)
            (own,) = ca.block.own
            assert own.fingerprint == (second if works else first)
            ssl.create_default_context().load_cert_chain(own.chain, own.key)
            await ca.s.wait(60)
            assert ca.events == ([] if works else ["DiscardedRenewedClientCertificate"])

    run(play())


@IN_ALL
def test_the_station_s_own_is_not_deleted(version: str, tmp_path: Path) -> None:
    """M04.FR.06; white paper M04.FR.05."""

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            await ca.renewed()
            (own,) = read_certificates(ca.block.own[0].chain.read_text("ascii"))
            data = hash_data(own, issuer_key(own, ROOT.certificate))
            if version == "1.6":
                data16 = v16.CertificateHashDataType.from_wire(data.to_wire())
                request16 = v16.DeleteCertificateRequest(certificate_hash_data=data16)
                status = (await ca.s.csms.call(request16)).status.value
            else:
                request = v21.DeleteCertificateRequest(certificate_hash_data=data)
                status = (await ca.s.csms.call(request)).status.value
            assert status == "Failed"

    run(play())


# Renewed in time.


def expiring(tmp_path: Path, **life: Any) -> CertificateFolder:
    folder = CertificateFolder(tmp_path)
    key = new_key()
    folder.bring(pem(ROOT.sign(key.public_key(), **life)), key_text(key))
    return folder


@IN_ALL
def test_a_certificate_is_renewed_a_month_before_it_expires(version: str, tmp_path: Path) -> None:
    """A03.FR.02, A03.FR.03."""
    folder = expiring(tmp_path, begins=EPOCH - YEAR, ends=EPOCH + 33 * DAY)

    async def play() -> None:
        async with signing(version, folder) as ca:
            await ca.s.wait(86_400 * 2.9)
            assert ca.times == []
            await ca.s.wait(86_400 * 0.1 + 30)
            (asked,) = ca.heard
            assert ca.times[0] == pytest.approx(86_400 * 3, abs=10)
            assert await ca.signed(ROOT.answer(asked.csr)) == ("Accepted", None)
            await ca.s.wait(86_400 * 10)
            assert len(ca.times) == 1

    run(play())


@IN_ALL
def test_one_that_does_not_last_that_long(version: str, tmp_path: Path) -> None:
    """In the last third of its life, and once a certificate: the rest is the CSMS's to ask for."""
    folder = expiring(tmp_path, begins=EPOCH, ends=EPOCH + 3 * DAY)
    store = Store(":memory:")

    async def play() -> None:
        async with signing(version, folder, store=store) as ca:
            await ca.s.wait(86_400 * 1.9)
            assert ca.times == []
            await ca.s.wait(86_400 * 3)
            assert len(ca.times) == 3, "and repeated as any"
        async with signing(version, folder, store=store) as ca:
            await ca.s.wait(86_400 * 5)
            assert ca.times == []
            await ca.trigger()
            await ca.s.wait(5)
            assert len(ca.times) == 1

    run(play())


@IN_ALL
def test_one_that_has_expired(version: str, tmp_path: Path) -> None:
    """A00.FR.430: it is still what the station has; and once it knows for whom, it asks."""
    folder = expiring(tmp_path, begins=EPOCH - YEAR, ends=EPOCH - DAY)
    settings = {**SETTINGS, SecurityCtrlr.OrganizationName: ""}

    async def play() -> None:
        async with signing(version, folder, settings=settings) as ca:
            assert len(ca.block.own) == 1
            await ca.s.wait(600)
            assert ca.times == []
            ca.s.station.device_model[SecurityCtrlr.OrganizationName] = ORGANIZATION
            await ca.s.wait(5)
            assert len(ca.times) == 1

    run(play())


@IN_ALL
def test_offline_when_it_is_due(version: str, tmp_path: Path) -> None:
    folder = expiring(tmp_path, begins=EPOCH - YEAR, ends=EPOCH + 31 * DAY)

    async def play() -> None:
        async with signing(version, folder) as ca:
            ca.s.go_offline()
            await ca.s.wait(86_400 * 2)
            ca.s.go_online()
            await ca.s.wait(3600)
            assert len(ca.times) == 3

    run(play())


# Keys that are elsewhere.


class Broken:
    """A security module that does not work."""

    def create(self) -> str:
        raise RuntimeError("secret 0123")

    def request(self, key: str, subject: object) -> str:
        raise RuntimeError(key)

    def path(self, key: str) -> Path:
        return Path(key)

    def ids(self) -> list[str]:
        return []

    def remove(self, key: str) -> None:
        raise OSError(key)


@IN_ALL
def test_no_key_can_be_made(version: str, tmp_path: Path) -> None:
    async def play() -> None:
        async with signing(version, CertificateFolder(tmp_path, keys=Broken())) as ca:
            assert await ca.trigger() == ("Accepted", None)
            await ca.s.wait(86_400)
            assert ca.heard == []
            assert ca.s.station.accepted

    run(play())


@IN_ALL
def test_keys_in_another_place(version: str, tmp_path: Path) -> None:
    elsewhere = FileKeys(SecretFolder(tmp_path / "module"), KeyKind.EC_P256)

    async def play() -> None:
        folder = CertificateFolder(tmp_path / "certificates", keys=elsewhere)
        async with signing(version, folder) as ca:
            await ca.renewed()
            (own,) = ca.block.own
            assert own.key.parent == tmp_path / "module"
            assert keys_in(folder.path) == 0
            ssl.create_default_context().load_cert_chain(own.chain, own.key)

    run(play())


@IN_ALL
def test_a_certificate_comes_while_a_key_is_made(version: str, tmp_path: Path) -> None:
    """For what was asked for before; the key that is made meanwhile is not tidied away."""
    going, come = threading.Event(), threading.Event()

    class Slow(FileKeys):
        def create(self) -> str:
            key = super().create()
            going.set()
            come.wait(10)
            return key

    keys = Slow(SecretFolder(tmp_path), KeyKind.EC_P256)

    async def play() -> None:
        async with signing(version, CertificateFolder(tmp_path, keys=keys)) as ca:
            come.set()
            await ca.trigger()
            await ca.s.wait(5)
            going.clear()
            come.clear()
            loop = asyncio.get_running_loop()
            station = ca.s.station._station
            assert station is not None
            chain = ROOT.answer(ca.heard[0].csr)

            def arrives() -> None:
                going.wait(10)
                loop.call_soon_threadsafe(station.blocks[CertificateSigning].signed, chain)
                loop.call_soon_threadsafe(come.set)

            thread = threading.Thread(target=arrives)
            thread.start()
            await ca.trigger()
            await ca.s.wait(5)
            thread.join()
            assert len(ca.block.own) == 1
            assert len(ca.heard) == 2
            assert await ca.signed(ROOT.answer(ca.heard[1].csr)) == ("Accepted", None)
            assert len(ca.block.own) == 2

    run(play())


@IN_ALL
def test_the_private_key_stays(
    version: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A02.FR.05: nowhere but in its file."""
    caplog.set_level(0)

    async def play() -> None:
        async with signing(version, tmp_path) as ca:
            await ca.renewed()
            key = private_key(tmp_path)
            said = caplog.text + "".join(str(heard) for heard in ca.s.csms.heard)
            # What follows these lines is the public key.
            assert not any(line in said for line in key.splitlines()[1:3])
            asked = signing_request(ca.heard[0].csr)
            assert isinstance(asked.public_key(), ec.EllipticCurvePublicKey)

    run(play())


def private_key(folder: Path) -> str:
    (key,) = folder.glob("key-*")
    return key.read_text("ascii")
