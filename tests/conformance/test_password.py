"""The password of Basic authentication, changed by the CSMS (2.x A01)."""

import json
import logging

import pytest

from pilotwire.connection import Endpoint
from pilotwire.errors import ConnectionClosed, CredentialsRefused
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.store import Store
from tests.support.device_model import address, get, set_, value_of
from tests.support.editions import IN_2X
from tests.support.memory_link import Fate, Side
from tests.support.networks import fill, order
from tests.support.scene import Scene, Settings, scene
from tests.support.virtual_time import virtual_time

OLD = "the-old-password-1"
NEW = "the-new-password-2"
VARIABLE = address("SecurityCtrlr.BasicAuthPassword")


async def change(s: Scene, password: str = NEW) -> str:
    (result,) = await set_(s, (VARIABLE, password))
    return result.attribute_status


def tried(s: Scene) -> list[str | bytes | None]:
    return [attempt.password for attempt in s.network.attempts]


@IN_2X
@virtual_time
async def test_the_next_connection_has_the_new_one(
    version: str, caplog: pytest.LogCaptureFixture
) -> None:
    """TC_A_09_CS; A01.FR.01, A01.FR.11, A01.FR.12."""
    caplog.set_level(logging.DEBUG)
    store = Store(":memory:")
    async with scene(version, password=OLD, store=store) as s:
        assert await change(s) == "Accepted"
        s.network.passwords = {NEW}
        await s.wait(60)
        assert tried(s) == [OLD, NEW]
        assert s.station.accepted
        assert len(s.csms.requests(v21.BootNotificationRequest)) == 1, "it is no reboot"
        (result,) = await get(s, VARIABLE)
        assert (result.attribute_status, result.attribute_value) == ("Rejected", None)
    assert "ReconfigurationOfSecurityParameters" in caplog.text
    assert NEW not in caplog.text
    assert OLD not in caplog.text
    async with scene(version, password=OLD, store=store) as s:
        assert tried(s) == [NEW]


@IN_2X
@pytest.mark.parametrize("wrong", ["short", "x" * 15, "x" * 65, "line\nbreak and so on"])
@virtual_time
async def test_what_is_no_password_changes_nothing(version: str, wrong: str) -> None:
    """TC_A_10_CS."""
    async with scene(version, password=OLD) as s:
        assert await change(s, wrong) == "Rejected"
        s.cut()
        await s.wait(60)
        assert set(tried(s)) == {OLD}


@IN_2X
@virtual_time
async def test_a_csms_that_does_not_know_of_the_change_is_reached_with_the_old_one(
    version: str,
) -> None:
    """The answer to the change was lost: A01.FR.04 says that the old one counts then."""

    def lose_answers(side: Side, text: str) -> Fate:
        lost = side is Side.STATION and text.startswith("[3,")
        return Fate.CUT_BEFORE if lost else Fate.DELIVER

    async with scene(version, password=OLD) as s:
        s.network.passwords = {OLD}
        s.network.links[-1].faults = lose_answers
        with pytest.raises(ConnectionClosed):
            await change(s)
        await s.wait(120)
        assert tried(s)[:3] == [OLD, NEW, OLD]
        assert s.station.accepted
        s.cut()
        await s.wait(120)
        assert s.station.accepted


@pytest.mark.parametrize("known", [OLD, "the-first-password", "the-second-password"])
@IN_2X
@virtual_time
async def test_several_answers_are_lost_before_any_of_them_is_used(
    version: str, known: str
) -> None:
    """The CSMS may know any of them then: each has its turn, and the oldest has worked."""
    async with scene(version, password=OLD) as s:
        link = s.network.links[-1]
        link.faults = lambda side, _: Fate.DROP if side is Side.STATION else Fate.DELIVER
        for new in ("the-first-password", "the-second-password", NEW):
            data = {
                "attributeValue": new,
                "component": {"name": "SecurityCtrlr"},
                "variable": {"name": "BasicAuthPassword"},
            }
            await link.csms.send(json.dumps([2, new, "SetVariables", {"setVariableData": [data]}]))
        s.network.passwords = {known}
        await s.wait(300)
        assert tried(s)[1] == NEW
        assert tried(s)[-1] == known
        assert s.station.accepted


@IN_2X
@virtual_time
async def test_what_has_worked_is_not_pushed_out_by_what_has_not(version: str) -> None:
    """However often the CSMS changes its mind, and whatever the station lives through."""
    store = Store(":memory:")
    async with scene(version, password=OLD, store=store) as s:
        link = s.network.links[-1]
        for number in range(20):
            await change(s, f"the-password-number-{number}")
        link.cut()
    async with scene(version, password=OLD, store=store, booted=False) as s:
        s.network.passwords = {OLD}
        await s.wait(600)
        assert tried(s)[0] == "the-password-number-19"
        assert s.station.accepted


@pytest.mark.parametrize("known", [OLD, NEW])
@IN_2X
@virtual_time
async def test_each_place_is_tried_with_each(version: str, known: str) -> None:
    """Where places take turns attempt by attempt (NetworkProfileConnectionAttempts 1), each of them
    with one password only would be no way back.
    """
    store = Store(":memory:")
    settings: Settings = {OCPPCommCtrlr.NetworkProfileConnectionAttempts: 1}
    async with scene(version, password=OLD, store=store) as s:
        assert await fill(s, 2, "ws://stranger.example", 1) == ("Accepted", None)
        await order(s, "2", "1")
        await change(s)
    async with scene(version, password=OLD, store=store, settings=settings, booted=False) as s:

        def judge(endpoint: Endpoint) -> None:
            if "stranger" in endpoint.url or endpoint.password != known:
                raise CredentialsRefused("wrong password", 401)

        s.network.judge = judge
        await s.wait(600)
        assert s.station.accepted


@IN_2X
@virtual_time
async def test_the_old_one_is_forgotten_once_the_new_one_was_taken(version: str) -> None:
    async with scene(version, password=OLD) as s:
        await change(s)
        await s.wait(60)
        s.network.passwords = set()
        since = len(s.network.attempts)
        s.cut()
        await s.wait(300)
        assert set(tried(s)[since:]) == {NEW}


@IN_2X
@virtual_time
async def test_a_power_cut_between_the_change_and_its_use(version: str) -> None:
    store = Store(":memory:")
    async with scene(version, password=OLD, store=store) as s:
        await change(s)
    async with scene(version, password=OLD, store=store, booted=False) as s:
        s.network.passwords = {OLD}
        await s.wait(120)
        assert NEW in tried(s)
        assert s.station.accepted


@virtual_time
async def test_without_basic_authentication_it_is_kept_for_later() -> None:
    async with scene("2.1") as s:
        assert await change(s) == "Accepted"
        await s.wait(60)
        assert set(tried(s)) == {None}
        assert await value_of(s, address("SecurityCtrlr.SecurityProfile")) == "0"
        assert await fill(s, 2, "ws://secured.example", 1) == ("Accepted", None)
        await order(s, "2")
        await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        await s.wait(60)
        assert tried(s)[-1] == NEW
        assert await value_of(s, address("SecurityCtrlr.SecurityProfile")) == "1"


@virtual_time
async def test_a_profile_s_own_password_proves_nothing_of_the_station_s() -> None:
    """2.1: the CSMS's answer was lost, and then a profile with a password of its own was used."""
    store = Store(":memory:")
    async with scene("2.1", password=OLD, store=store) as s:
        await change(s)
        own = {"basicAuthPassword": "a-profile-s-password"}
        assert await fill(s, 2, "ws://other.example", 1, **own) == ("Accepted", None)
        await order(s, "2", "1")
    async with scene("2.1", password=OLD, store=store) as s:
        assert tried(s) == ["a-profile-s-password"]
        s.network.unreachable = {"ws://other.example"}
        s.network.passwords = {OLD}
        s.cut()
        await s.wait(1200)
        assert NEW in tried(s)
        assert s.station.accepted
        assert tried(s)[-1] == OLD


@pytest.mark.parametrize("known", ["a-profile-s-password", NEW])
@virtual_time
async def test_a_change_counts_where_the_station_was_with_another_password(known: str) -> None:
    """B09.FR.27: also where no slot leads to any more; the CSMS may not have heard the answer."""
    store = Store(":memory:")
    async with scene("2.1", password=OLD, store=store) as s:
        own = {"basicAuthPassword": "a-profile-s-password"}
        assert await fill(s, 1, "ws://other.example", 1, **own) == ("Accepted", None)
    async with scene("2.1", password=OLD, store=store) as s:
        assert tried(s) == ["a-profile-s-password"]
        assert await fill(s, 1, "ws://stranger.example", 1) == ("Accepted", None)
        s.network.unreachable = {"ws://stranger.example"}
        s.network.passwords = {known}
        await change(s)
        s.cut()
        await s.wait(600)
        assert s.station.accepted
        assert s.network.attempts[-1].url == "ws://other.example"


# AuthorizationKey of 1.6.


async def authorization_key(s: Scene, value: str) -> str:
    request = v16.ChangeConfigurationRequest(key="AuthorizationKey", value=value)
    return (await s.csms.call(request)).status


@pytest.mark.parametrize(
    ("value", "password"),
    [
        ("00112233445566778899aabbccddeeff", bytes.fromhex("00112233445566778899aabbccddeeff")),
        ("FF" * 20, b"\xff" * 20),
        ("a plain password", "a plain password"),  # as many Central Systems mean it
        ("00112233445566778", "00112233445566778"),  # too short to be octets
        ("00112233445566778899aabbccddeeffz", "00112233445566778899aabbccddeeffz"),
    ],
)
@virtual_time
async def test_the_key_of_1_6(value: str, password: str | bytes) -> None:
    """White paper A01.FR.02, A00.FR.205; OCPP-J errata 3.12."""
    store = Store(":memory:")
    async with scene("1.6", password=OLD, store=store) as s:
        assert await authorization_key(s, value) == "Accepted"
        s.network.passwords = {password}
        await s.wait(60)
        assert tried(s) == [OLD, password]
        assert s.station.accepted
        read = await s.csms.call(v16.GetConfigurationRequest(key=["AuthorizationKey"]))
        assert read.configuration_key is not None
        (key,) = read.configuration_key
        assert (key.value, key.readonly) == (None, False)
    async with scene("1.6", password=OLD, store=store) as s:
        assert tried(s) == [password]


@pytest.mark.parametrize(
    "value", ["", "short", "x" * 15, "x" * 41, "ab" * 7, "a\nline break in it"]
)
@virtual_time
async def test_what_is_no_key_changes_nothing(value: str) -> None:
    async with scene("1.6", password=OLD) as s:
        assert await authorization_key(s, value) == "Rejected"
        s.cut()
        await s.wait(60)
        assert set(tried(s)) == {OLD}
