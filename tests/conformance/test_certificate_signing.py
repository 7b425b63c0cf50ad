"""The station's own certificate: asked for, waited for, judged (2.x A02; 1.6 white paper)."""

import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.x509.oid import NameOID

from pilotwire.charging_station import CertificateFolder, KeyKind
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Response
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.store import Store
from tests.support.authority import (
    ORGANIZATION,
    SERIAL,
    YEAR,
    Authority,
    pem,
    signing_request,
)
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import EPOCH, now
from tests.support.signing import DAY, ROOT, SETTINGS, answering, keys_in, no, reason, signing, yes
from tests.support.virtual_time import run
from tests.unit.station.security.test_checks import KEY

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
