"""The status of the station's V2G certificates (2.x M06) and of a vehicle's (2.1 M07)."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.x509.ocsp import OCSPCertStatus

from pilotwire.charging_station import CertificateFolder, ChargingStation, NotConnectedError
from pilotwire.errors import CallRefused
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Response
from pilotwire.rpc import ErrorCode
from pilotwire.station.security.hashes import hash_data, issuer_key
from pilotwire.station.vocabulary import CertificateUse
from pilotwire.store import Store
from tests.support.authority import Authority, new_key, pem
from tests.support.editions import IN_2X
from tests.support.responder import CRL, OCSP_URL, names_list, names_responder, ocsp_response
from tests.support.scene import EPOCH, Opponent, Scene, now, scene
from tests.support.virtual_time import virtual_time

DAY = timedelta(days=1)
DAY_S = DAY.total_seconds()

ROOT = Authority("V2G root")
SUB_1 = Authority("Sub-CA 1", ROOT, extensions=[*Authority.extensions, names_responder()])
SUB_2 = Authority("Sub-CA 2", SUB_1, extensions=[*Authority.extensions, names_responder()])


def leaf(*extensions: Any, by: Authority = SUB_2) -> x509.Certificate:
    return by.sign(new_key().public_key(), "SECC", extensions=extensions or [names_responder()])


LEAF = leaf()
CHAIN = pem(LEAF, SUB_2.certificate, SUB_1.certificate, ROOT.certificate)
ISSUERS = {
    LEAF.serial_number: (LEAF, SUB_2),
    SUB_2.certificate.serial_number: (SUB_2.certificate, SUB_1),
    SUB_1.certificate.serial_number: (SUB_1.certificate, ROOT),
}


@dataclass
class Responders:
    """A CSMS that asks OCSP responders, as long as they answer."""

    csms: Opponent = field(default_factory=Opponent)
    life: timedelta | None = 30 * DAY
    answers: bool = True
    status: OCSPCertStatus = OCSPCertStatus.GOOD
    issuers: dict[int, tuple[x509.Certificate, Authority]] = field(
        default_factory=lambda: dict(ISSUERS)
    )

    def __post_init__(self) -> None:
        self.csms.boot_interval = 86_400
        self.csms.answer(v21.GetCertificateStatusRequest, self.answer)

    def answer(self, request: v21.GetCertificateStatusRequest) -> Response:
        if not self.answers:
            return v21.GetCertificateStatusResponse(status=v21.GetCertificateStatusEnumType.FAILED)
        of, issuer = self.issuers[int(request.ocsp_request_data.serial_number, 16)]
        said = ocsp_response(
            of,
            issuer,
            status=self.status,
            this_update=now(),
            next_update=None if self.life is None else now() + self.life,
        )
        return accepted(said)

    @property
    def asked(self) -> list[v21.OCSPRequestDataType]:
        heard = self.csms.requests(v21.GetCertificateStatusRequest)
        return [each.ocsp_request_data for each in heard]

    @property
    def days(self) -> list[int]:
        """On which days the station has asked."""
        return [
            int(heard.at / DAY_S)
            for heard in self.csms.heard
            if heard.request.action == "GetCertificateStatus"
        ]


def accepted(content: bytes) -> v21.GetCertificateStatusResponse:
    return v21.GetCertificateStatusResponse(
        status=v21.GetCertificateStatusEnumType.ACCEPTED,
        ocsp_result=b64encode(content).decode(),
    )


def shows(chain: str) -> Callable[[ChargingStation[SimulatedStation]], object]:
    return lambda station: station.certificate_status.show(chain)


def statuses(s: Scene) -> list[str]:
    return [each.status.value for each in s.station.certificate_status.kept]


@IN_2X
@virtual_time
async def test_each_certificate_of_the_chain_is_asked_for(version: str) -> None:
    """M06.FR.06 (TC_M_24): the leaf and the sub-CAs, one request each, and not the root."""
    responders = Responders()
    async with scene(version, csms=responders.csms, prepare=shows(CHAIN)) as s:
        await s.wait(10)
        kept = s.station.certificate_status.kept
        assert len(responders.asked) == 3
        for asked, (certificate, issuer) in zip(responders.asked, ISSUERS.values(), strict=True):
            known_by = hash_data(certificate, issuer_key(certificate, issuer.certificate))
            assert (asked.issuer_name_hash, asked.issuer_key_hash, asked.serial_number) == (
                known_by.issuer_name_hash,
                known_by.issuer_key_hash,
                known_by.serial_number,
            )
            assert (asked.hash_algorithm, asked.responder_url) == ("SHA256", OCSP_URL)
        assert statuses(s) == ["Good"] * 3
        for each in kept:
            assert each.next_update is not None
            assert timedelta() <= each.next_update - 30 * DAY - EPOCH <= timedelta(seconds=10)
        assert all(each.response[:1] == b"\x30" for each in kept)
        await s.wait(DAY_S)
        assert len(responders.asked) == 3


@IN_2X
@virtual_time
async def test_nothing_is_asked_without_a_chain(version: str) -> None:
    responders = Responders()
    async with scene(version, csms=responders.csms) as s:
        await s.wait(30 * DAY_S)
        assert responders.asked == []
        s.station.certificate_status.show(CHAIN)
        await s.wait(10)
        assert statuses(s) == ["Good"] * 3
        s.station.certificate_status.show(None)
        assert statuses(s) == []
        await s.wait(30 * DAY_S)
        assert len(responders.asked) == 3


@IN_2X
@virtual_time
async def test_it_is_asked_for_again_within_a_week(version: str) -> None:
    """M06.FR.10; and before it does not hold any more."""
    for life, days in ((30 * DAY, [0, 6, 12]), (None, [0, 6, 12]), (4 * DAY, [0, 3, 6, 9, 12])):
        responders = Responders(life=life)
        async with scene(
            version, csms=responders.csms, prepare=shows(pem(SUB_1.certificate, ROOT.certificate))
        ) as s:
            begun = now()
            for _ in range(13 * 24):
                await s.wait(3600)
                assert statuses(s) == ["Good"]
            first = int((begun - EPOCH) / DAY)
            assert [day - first for day in responders.days] == days


@IN_2X
@virtual_time
async def test_a_new_certificate(version: str) -> None:
    """M06.FR.07: it is asked for, and so are the intermediate certificates again."""
    responders = Responders()
    async with scene(version, csms=responders.csms, prepare=shows(CHAIN)) as s:
        await s.wait(10)
        renewed = leaf()
        responders.issuers[renewed.serial_number] = (renewed, SUB_2)
        chain = pem(renewed, SUB_2.certificate, SUB_1.certificate, ROOT.certificate)
        s.station.certificate_status.show(chain)
        assert statuses(s) == ["Good"] * 2, "what is known of the others holds still"
        await s.wait(10)
        assert [int(each.serial_number, 16) for each in responders.asked[3:]] == [
            renewed.serial_number,
            SUB_2.certificate.serial_number,
            SUB_1.certificate.serial_number,
        ]
        assert statuses(s) == ["Good"] * 3


@IN_2X
@virtual_time
async def test_the_csms_has_none(version: str) -> None:
    """M06.FR.04 (TC_M_25): it is asked again, in time, and what is known holds as long as it
    holds.
    """
    responders = Responders(life=4 * DAY)
    chain = pem(SUB_1.certificate, ROOT.certificate)
    async with scene(version, csms=responders.csms, prepare=shows(chain)) as s:
        await s.wait(10)
        responders.answers = False
        await s.wait(3.5 * DAY_S)
        assert statuses(s) == ["Good"]
        assert 40 <= len(responders.asked) <= 50, "every 15 minutes for half a day"
        await s.wait(DAY_S)
        assert statuses(s) == []
        responders.answers = True
        await s.wait(901)
        assert statuses(s) == ["Good"]


def lies(of: x509.Certificate, issuer: Authority) -> dict[str, Callable[[], Response]]:
    accept = v21.GetCertificateStatusEnumType.ACCEPTED
    return {
        "of another": lambda: accepted(ocsp_response(LEAF, SUB_2)),
        "by another": lambda: accepted(ocsp_response(of, issuer, by=Authority())),
        "outdated": lambda: accepted(
            ocsp_response(of, issuer, this_update=EPOCH - 9 * DAY, next_update=EPOCH - DAY)
        ),
        "no response": lambda: accepted(b"no"),
        "no base64": lambda: v21.GetCertificateStatusResponse(status=accept, ocsp_result="?"),
        "nothing": lambda: v21.GetCertificateStatusResponse(status=accept),
    }


@IN_2X
@pytest.mark.parametrize("lie", lies(SUB_1.certificate, ROOT))
@virtual_time
async def test_what_can_not_be_believed_is_not_kept(version: str, lie: str) -> None:
    responders = Responders()
    told = lies(SUB_1.certificate, ROOT)[lie]
    responders.csms.answer(v21.GetCertificateStatusRequest, lambda _: told())
    chain = pem(SUB_1.certificate, ROOT.certificate)
    async with scene(version, csms=responders.csms, prepare=shows(chain)) as s:
        await s.wait(10)
        assert statuses(s) == []
        responders.csms.answer(v21.GetCertificateStatusRequest, responders.answer)
        await s.wait(901)
        assert statuses(s) == ["Good"]
        assert len(responders.asked) == 2


@IN_2X
@virtual_time
async def test_a_revoked_certificate_is_shown_as_such(version: str) -> None:
    """The status of the answer is not that of the certificate (M06, remark)."""
    responders = Responders(status=OCSPCertStatus.REVOKED)
    async with scene(version, csms=responders.csms, prepare=shows(CHAIN)) as s:
        await s.wait(10)
        assert statuses(s) == ["Revoked"] * 3


@IN_2X
@virtual_time
async def test_it_is_kept_over_restarts(version: str, tmp_path: Path) -> None:
    """And not asked for anew, as long as the chain is the same."""
    responders = Responders()
    store = Store(tmp_path / "station.db")
    for count in (3, 3):
        async with scene(version, csms=responders.csms, store=store, prepare=shows(CHAIN)) as s:
            await s.wait(10)
            assert statuses(s) == ["Good"] * 3
            assert len(responders.asked) == count
    async with scene(version, csms=responders.csms, store=store, prepare=shows(CHAIN)) as s:
        s.go_offline()
        await s.wait(20 * DAY_S)
        assert statuses(s) == ["Good"] * 3
        s.go_online()
        await s.wait(600)
        assert len(responders.asked) == 6
    with store.atomic():
        store.execute("UPDATE state SET value = 'x' WHERE key = 'v2g_certificate_status'")
    async with scene(version, csms=responders.csms, store=store, prepare=shows(CHAIN)) as s:
        await s.wait(10)
        assert len(responders.asked) == 9
        assert statuses(s) == ["Good"] * 3


@IN_2X
@virtual_time
async def test_a_csms_that_does_not_know_it_is_left_alone(version: str) -> None:
    responders = Responders()

    def refuse(_: object) -> Response:
        raise CallRefused(ErrorCode.NOT_IMPLEMENTED, "no")

    responders.csms.answer(v21.GetCertificateStatusRequest, refuse)
    async with scene(version, csms=responders.csms, prepare=shows(CHAIN)) as s:
        await s.wait(0.9 * DAY_S)
        assert len(responders.asked) == 3


@IN_2X
@virtual_time
async def test_a_connection_that_is_lost_before_the_answer(version: str) -> None:
    """All is asked for on the next one, and the station goes on meanwhile."""
    responders = Responders()

    async def never(_: object) -> Response:
        await asyncio.Event().wait()
        raise AssertionError("it waits")

    responders.csms.answer(v21.GetCertificateStatusRequest, never)
    async with scene(version, csms=responders.csms, prepare=shows(CHAIN)) as s:
        await s.wait(10)
        assert len(responders.asked) == 1
        responders.csms.answer(v21.GetCertificateStatusRequest, responders.answer)
        s.cut()
        await s.wait(600)
        assert len(responders.asked) == 4
        assert statuses(s) == ["Good"] * 3


@virtual_time
async def test_1_6_has_no_words_for_it() -> None:
    csms = Opponent(boot_interval=86_400)
    async with scene("1.6", csms=csms, prepare=shows(CHAIN)) as s:
        await s.wait(DAY_S)
        assert statuses(s) == []
        assert set(csms.actions()) <= {
            "BootNotification",
            "StatusNotification",
            "Heartbeat",
            "SecurityEventNotification",
        }
        (checked, *_) = await s.station.certificate_status.of_vehicle(CHAIN)
        assert checked.status == "Failed"


@IN_2X
@virtual_time
async def test_what_names_no_responder_is_not_asked_for(version: str) -> None:
    """M06, remark: without a URL it can't work."""
    responders = Responders()
    bare = Authority("Bare", ROOT)
    known = leaf(by=bare)
    responders.issuers[known.serial_number] = (known, bare)
    chain = pem(known, bare.certificate, ROOT.certificate)
    async with scene(version, csms=responders.csms, prepare=shows(chain)) as s:
        await s.wait(DAY_S)
        assert len(responders.asked) == 1
        assert statuses(s) == ["Good"]


@virtual_time
async def test_what_is_no_chain_is_refused(tmp_path: Path) -> None:
    certificates = CertificateFolder(tmp_path, vehicle_roots=True)
    async with scene("2.1", certificates=certificates) as s:
        for chain in ("nothing", pem(LEAF), pem(LEAF, SUB_1.certificate)):
            with pytest.raises(ValueError, match="certificate"):
                s.station.certificate_status.show(chain)
            with pytest.raises(ValueError, match="certificate"):
                await s.station.certificate_status.of_vehicle(chain)
        request = v21.InstallCertificateRequest(
            certificate_type=CertificateUse.V2G_ROOT_CERTIFICATE, certificate=ROOT.text
        )
        assert (await s.csms.call(request)).status == "Accepted"
        rootless = pem(LEAF, SUB_2.certificate, SUB_1.certificate)
        s.station.certificate_status.show(rootless)
        assert len(await s.station.certificate_status.of_vehicle(rootless)) == 3
    with pytest.raises(NotConnectedError):
        await s.station.certificate_status.of_vehicle(rootless)
    assert s.station.certificate_status.kept == ()


# M07.

MAKER = Authority("OEM root")
OEM_1 = Authority("OEM sub-CA 1", MAKER, extensions=[*Authority.extensions, names_list()])
OEM_2 = Authority("OEM sub-CA 2", OEM_1, extensions=[*Authority.extensions, names_responder()])


def vehicle(*extensions: Any) -> str:
    certificate = leaf(*extensions, by=OEM_2)
    return pem(certificate, OEM_2.certificate, OEM_1.certificate, MAKER.certificate)


class Revocations:
    """A CSMS that knows what was revoked."""

    def __init__(self, *statuses: str, life: timedelta = 3 * DAY) -> None:
        self.csms = Opponent(boot_interval=86_400)
        self.statuses = list(statuses)
        self.life = life
        self.csms.answer(v21.GetCertificateChainStatusRequest, self.answer)

    def answer(self, request: v21.GetCertificateChainStatusRequest) -> Response:
        told = [
            v21.CertificateStatusType(
                certificate_hash_data=each.certificate_hash_data,
                source=each.source,
                status=v21.CertificateStatusEnumType(self.statuses.pop(0)),
                next_update=now() + self.life,
            )
            for each in request.certificate_status_requests
        ]
        return v21.GetCertificateChainStatusResponse(certificate_status=tuple(reversed(told)))

    @property
    def asked(self) -> list[list[tuple[str, tuple[str, ...]]]]:
        return [
            [(each.source.value, tuple(each.urls)) for each in heard.certificate_status_requests]
            for heard in self.csms.requests(v21.GetCertificateChainStatusRequest)
        ]


@virtual_time
async def test_a_chain_is_asked_for_at_once() -> None:
    """M07.FR.11: each certificate as it says of itself, and not the root."""
    of = Revocations("Good", "Revoked", "Unknown")
    chain = vehicle()
    async with scene("2.1", csms=of.csms) as s:
        checked = await s.station.certificate_status.of_vehicle(chain)
        assert [(each.status.value, each.source) for each in checked] == [
            ("Good", "OCSP"),
            ("Revoked", "OCSP"),
            ("Unknown", "CRL"),
        ]
        assert of.asked == [[("OCSP", (OCSP_URL,)), ("OCSP", (OCSP_URL,)), ("CRL", (CRL,))]]


@virtual_time
async def test_what_is_known_is_not_asked_for() -> None:
    """M07.FR.09 to M07.FR.11: until the next update, and a week at most."""
    for life, days in ((3 * DAY, 3), (60 * DAY, 7)):
        of = Revocations(*["Good"] * 20, life=life)
        async with scene("2.1", csms=of.csms) as s:
            check = s.station.certificate_status.of_vehicle
            one = vehicle()
            await check(one)
            await s.wait(days * DAY_S - 60)
            assert [each.status for each in await check(one)] == ["Good"] * 3
            assert [len(each) for each in of.asked] == [3]
            await check(vehicle())
            assert [len(each) for each in of.asked] == [3, 1], "another vehicle of the same maker"
            await s.wait(120)
            await check(one)
            assert [len(each) for each in of.asked] == [3, 1, 3]


@virtual_time
async def test_what_could_not_be_found_out_is_asked_for_again() -> None:
    of = Revocations("Good", "Failed", "Good", "Good")
    chain = vehicle()
    async with scene("2.1", csms=of.csms) as s:
        check = s.station.certificate_status.of_vehicle
        assert [each.status for each in await check(chain)] == ["Good", "Failed", "Good"]
        assert [each.status for each in await check(chain)] == ["Good"] * 3
        assert [len(each) for each in of.asked] == [3, 1]


@virtual_time
async def test_who_can_not_be_asked_knows_nothing() -> None:
    of = Revocations(*["Good"] * 9)
    chain = vehicle()
    async with scene("2.1", csms=of.csms) as s:
        check = s.station.certificate_status.of_vehicle
        await check(chain)

        def refuse(_: object) -> Response:
            raise CallRefused(ErrorCode.INTERNAL_ERROR, "no")

        of.csms.answer(v21.GetCertificateChainStatusRequest, refuse)
        other = vehicle()
        assert [each.status for each in await check(other)] == ["Failed", "Good", "Good"]
        s.go_offline()
        await s.wait(60)
        assert [each.status for each in await check(other)] == ["Failed", "Good", "Good"]
        assert [each.status for each in await check(chain)] == ["Good"] * 3


@virtual_time
async def test_an_answer_about_others_is_none() -> None:
    of = Revocations("Good", "Good", "Good")
    data = hash_data(LEAF, issuer_key(LEAF, SUB_2.certificate))
    status = v21.CertificateStatusType(
        certificate_hash_data=data,
        source=v21.CertificateStatusSourceEnumType.OCSP,
        status=v21.CertificateStatusEnumType.GOOD,
        next_update=EPOCH + DAY,
    )
    answer = v21.GetCertificateChainStatusResponse(certificate_status=(status,))
    of.csms.answer(v21.GetCertificateChainStatusRequest, lambda _: answer)
    async with scene("2.1", csms=of.csms) as s:
        checked = await s.station.certificate_status.of_vehicle(vehicle())
        assert [each.status for each in checked] == ["Failed"] * 3


@virtual_time
async def test_a_long_chain_is_asked_for_in_parts() -> None:
    """At most four certificates in a request; what names no source is not asked for."""
    of = Revocations(*["Good"] * 9)
    authorities = [MAKER]
    for number in range(6):
        more = [*Authority.extensions, *([names_responder()] if number else [])]
        authorities.append(Authority(f"Sub {number}", authorities[-1], extensions=more))
    chain = pem(*(each.certificate for each in reversed(authorities)))
    async with scene("2.1", csms=of.csms) as s:
        checked = await s.station.certificate_status.of_vehicle(chain)
        assert [each.status for each in checked] == ["Good"] * 5 + ["Failed"]
        assert checked[-1].source is None
        assert [len(each) for each in of.asked] == [4, 1]


@virtual_time
async def test_2_0_1_has_no_words_for_it() -> None:
    of = Revocations()
    async with scene("2.0.1", csms=of.csms) as s:
        checked = await s.station.certificate_status.of_vehicle(vehicle())
        assert [each.status for each in checked] == ["Failed"] * 3
        assert "GetCertificateChainStatus" not in of.csms.actions()
