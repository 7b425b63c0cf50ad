"""SecurityProfile of 1.6: raised by ChangeConfiguration, never lowered (white paper A05)."""

from pathlib import Path
from typing import Any

import pytest

from pilotwire.charging_station import CertificateFolder, ChargingStation, Network
from pilotwire.connection import Endpoint
from pilotwire.errors import ConnectionClosed, CsmsNotTrusted, CsmsUnreachable
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SecurityCtrlr
from pilotwire.store import Store
from tests.conformance.test_tls import own
from tests.support.authority import Authority
from tests.support.device_model import address, value_of
from tests.support.memory_link import Fate, Side
from tests.support.networks import PRIORITY, fill, order
from tests.support.scene import Scene, Settings, scene
from tests.support.virtual_time import virtual_time

PASSWORD = "0123456789abcdef"
PLAIN = "ws://csms.example/ocpp"
SECURE = "wss://csms.example/ocpp"
ROOT = Authority()
SETTINGS: Settings = {
    OCPPCommCtrlr.NetworkProfileConnectionAttempts: 2,
    OCPPCommCtrlr.RetryBackOffRandomRange: 0,
}


async def change(s: Scene, key: str, value: str) -> str:
    request = v16.ChangeConfigurationRequest(key=key, value=value)
    return (await s.csms.call(request)).status.value


async def raise_to(s: Scene, security: int | str) -> str:
    return await change(s, "SecurityProfile", str(security))


async def security(s: Scene) -> tuple[str | None, bool]:
    """What the key says, and whether it is read-only."""
    request = v16.GetConfigurationRequest(key=["SecurityProfile"])
    (key,) = list((await s.csms.call(request)).configuration_key or ())
    return key.value, key.readonly


async def install(s: Scene) -> None:
    use = v16.CertificateUseEnumType.CENTRAL_SYSTEM_ROOT_CERTIFICATE
    request = v16.InstallCertificateRequest(certificate_type=use, certificate=ROOT.text)
    assert (await s.csms.call(request)).status == "Accepted"


def tried(s: Scene, since: int = 0) -> list[tuple[str, Any]]:
    return [(attempt.url, attempt.password) for attempt in s.network.attempts[since:]]


def only_plain(endpoint: Endpoint) -> None:
    if endpoint.encrypted:
        raise CsmsUnreachable("nobody listens there")


@virtual_time
async def test_from_none_to_basic_authentication(caplog: pytest.LogCaptureFixture) -> None:
    """A05.FR.05 to FR.07, A05.FR.02; the password is the AuthorizationKey."""
    store = Store(":memory:")
    async with scene("1.6", store=store, settings=SETTINGS) as s:
        assert await security(s) == ("0", False)
        assert await raise_to(s, 1) == "Rejected", "there is no password"
        assert await change(s, "AuthorizationKey", PASSWORD) == "Accepted"
        await s.wait(30)
        assert set(tried(s)) == {(PLAIN, None)}
        assert await raise_to(s, 1) == "Accepted"
        await s.wait(30)
        assert tried(s)[-1] == (PLAIN, PASSWORD)
        assert s.network.links[-2].ended is not None
        assert await security(s) == ("1", False)
        assert len(s.csms.requests(v16.BootNotificationRequest)) == 1, "it is no reboot"
        assert "ReconfigurationOfSecurityParameters: SecurityProfile" in caplog.text
    async with scene("1.6", store=store, settings=SETTINGS) as s:
        assert tried(s) == [(PLAIN, PASSWORD)]
        assert await security(s) == ("1", False)
        assert await raise_to(s, 0) == "Rejected"


@virtual_time
async def test_step_by_step_to_a_certificate(tmp_path: Path) -> None:
    """A05.FR.03 to FR.07."""
    certificates = own(tmp_path)
    async with scene("1.6", password=PASSWORD, certificates=certificates, settings=SETTINGS) as s:
        assert await raise_to(s, 2) == "Rejected", "there is no root"
        await install(s)
        assert await raise_to(s, 2) == "Accepted"
        await s.wait(30)
        assert tried(s)[-1] == (SECURE, PASSWORD)
        assert await security(s) == ("2", False)
        assert await raise_to(s, 3) == "Accepted"
        await s.wait(30)
        assert tried(s)[-1] == (SECURE, None)
        attempt = s.network.attempts[-1]
        assert attempt.tls is not None
        assert attempt.tls.chain is not None
        assert await security(s) == ("3", False)
        s.cut()
        await s.wait(30)
        assert tried(s)[-1] == (SECURE, None)


@virtual_time
async def test_without_a_certificate_of_its_own_there_is_no_profile_3(tmp_path: Path) -> None:
    """A05.FR.04."""
    certificates = CertificateFolder(tmp_path)
    async with scene("1.6", password=PASSWORD, certificates=certificates, settings=SETTINGS) as s:
        await install(s)
        assert await raise_to(s, 3) == "Rejected"
    async with scene("1.6", password=PASSWORD, settings=SETTINGS) as s:
        assert await raise_to(s, 3) == "Rejected", "it keeps none at all"


@pytest.mark.parametrize("value", ["1", "0", "4", "-1", "", "two", "2.0"])
@virtual_time
async def test_what_is_not_higher_changes_nothing(value: str) -> None:
    """A05.FR.01: neither the key, nor the connection."""
    async with scene("1.6", password=PASSWORD, settings=SETTINGS) as s:
        assert await raise_to(s, value) == "Rejected"
        await s.wait(60)
        assert tried(s) == [(PLAIN, PASSWORD)]
        assert await security(s) == ("1", False)


@virtual_time
async def test_a_variable_that_allows_less_in_2_x_allows_nothing_here(tmp_path: Path) -> None:
    """White paper A00.FR.005."""
    settings = {**SETTINGS, SecurityCtrlr.AllowSecurityProfileDowngrade: True}
    async with scene("1.6", url=SECURE, certificates=own(tmp_path), settings=settings) as s:
        await install(s)
        assert await change(s, "AuthorizationKey", PASSWORD) == "Accepted"
        await s.wait(30)
        assert await security(s) == ("3", False)
        assert await raise_to(s, 2) == "Rejected"
        read = await s.csms.call(v16.GetConfigurationRequest(key=["AllowSecurityProfileDowngrade"]))
        assert list(read.unknown_key or ()) == ["AllowSecurityProfileDowngrade"]


@pytest.mark.parametrize("why", ["nobody listens", "nobody is trusted"])
@virtual_time
async def test_it_comes_back_where_the_new_one_does_not_work(why: str, tmp_path: Path) -> None:
    """A05.FR.08: after as many attempts as a network profile has."""

    def judge(endpoint: Endpoint) -> None:
        if endpoint.encrypted:
            raise CsmsNotTrusted("unknown") if "trusted" in why else CsmsUnreachable("nobody")

    certificates, store = CertificateFolder(tmp_path), Store(":memory:")
    async with scene(
        "1.6", password=PASSWORD, certificates=certificates, settings=SETTINGS, store=store
    ) as s:
        await install(s)
        s.network.judge = judge
        since = len(s.network.attempts)
        assert await raise_to(s, 2) == "Accepted"
        await s.wait(120)
        assert [url for url, _ in tried(s, since)] == [SECURE, SECURE, PLAIN]
        assert s.station.accepted
        assert await security(s) == ("1", False)
        s.cut()
        await s.wait(120)
        assert tried(s)[-1] == (PLAIN, PASSWORD)
        s.network.judge = lambda _: None
        assert await raise_to(s, 2) == "Accepted", "it may be tried again"
        await s.wait(60)
        assert await security(s) == ("2", False)


@virtual_time
async def test_once_it_worked_there_is_no_way_back(tmp_path: Path) -> None:
    """A05.FR.09: the Central System would not have it."""
    certificates = CertificateFolder(tmp_path)
    async with scene("1.6", password=PASSWORD, certificates=certificates, settings=SETTINGS) as s:
        await install(s)
        await raise_to(s, 2)
        await s.wait(30)
        s.network.judge = only_plain
        since = len(s.network.attempts)
        s.cut()
        await s.wait(600)
        assert {url for url, _ in tried(s, since)} == {SECURE}


@pytest.mark.parametrize("works", [True, False])
@virtual_time
async def test_a_power_cut_before_the_new_one_is_tried(works: bool, tmp_path: Path) -> None:
    certificates, store = CertificateFolder(tmp_path), Store(":memory:")
    more: dict[str, Any] = {
        "password": PASSWORD,
        "certificates": certificates,
        "settings": SETTINGS,
        "store": store,
    }

    def lose_answers(side: Side, text: str) -> Fate:
        lost = side is Side.STATION and text.startswith("[3,")
        return Fate.CUT_BEFORE if lost else Fate.DELIVER

    async with scene("1.6", **more) as s:
        await install(s)
        s.network.judge = only_plain
        s.network.links[-1].faults = lose_answers
        with pytest.raises(ConnectionClosed):
            await raise_to(s, 2)
    async with scene("1.6", booted=False, **more) as s:
        if not works:
            s.network.judge = only_plain
        await s.wait(120)
        assert tried(s)[0] == (SECURE, PASSWORD)
        assert tried(s)[-1][0] == (SECURE if works else PLAIN)
        assert s.station.accepted
        assert await security(s) == ("2" if works else "1", False)


@virtual_time
async def test_the_application_still_says_where_the_csms_is() -> None:
    """Its URL, which it may change, is made a secure one."""
    network = [Network(PLAIN, ["1.6"], PASSWORD)]

    def prepare(station: ChargingStation[SimulatedStation]) -> None:
        station._link._endpoint = lambda: network[0].endpoint("CS-0042")

    async with scene("1.6", password=PASSWORD, settings=SETTINGS, prepare=prepare) as s:
        assert await raise_to(s, 2) == "Accepted", "without a folder the system's roots are trusted"
        await s.wait(30)
        assert tried(s)[-1] == (SECURE, PASSWORD)
        network[0] = Network("ws://moved.example:80/ocpp?a=b", ["1.6"], PASSWORD)
        s.cut()
        await s.wait(30)
        assert tried(s)[-1] == ("wss://moved.example/ocpp?a=b", PASSWORD)
        network[0] = Network("ws://moved.example:8080/ocpp", ["1.6"], PASSWORD)
        s.cut()
        await s.wait(30)
        assert tried(s)[-1] == ("wss://moved.example:8080/ocpp", PASSWORD)


@virtual_time
async def test_what_is_encrypted_stays_so() -> None:
    """Profile 1 would be a step down for a connection with TLS that nobody authenticates on."""
    async with scene("1.6", url=SECURE, settings=SETTINGS) as s:
        await change(s, "AuthorizationKey", PASSWORD)
        assert await security(s) == ("0", False)
        assert await raise_to(s, 1) == "Rejected"
        assert await raise_to(s, 2) == "Accepted"
        await s.wait(30)
        assert tried(s)[-1] == (SECURE, PASSWORD)


@virtual_time
async def test_a_profile_of_2_x_is_raised_in_1_6() -> None:
    """The slot holds what is in use, whichever version it was filled in."""
    other = "ws://other.example"
    async with scene("2.1", "1.6", password=PASSWORD, settings=SETTINGS) as s:
        assert await fill(s, 2, other, 1, messageTimeout=7) == ("Accepted", None)
        await order(s, "2", "1")
        s.network.speak("1.6")
        await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        await s.wait(60)
        assert tried(s)[-1] == (other, PASSWORD)
        assert await raise_to(s, 2) == "Accepted"
        await s.wait(30)
        assert tried(s)[-1] == ("wss://other.example", PASSWORD)
        s.network.speak("2.1")
        s.cut()
        await s.wait(60)
        assert await value_of(s, address("OCPPCommCtrlr.ActiveNetworkProfile")) == "2"
        assert await value_of(s, PRIORITY) == "2", "the application's is of a lower profile"
