"""Network profiles: what the CSMS puts into slots, and in which order they are tried (2.x B09, B10;
A05 for what concerns their security).
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from pilotwire.charging_station import ChargingStation
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.provisioning.network_profiles import NetworkProfile
from pilotwire.store import StationRecords, Store
from tests.support.device_model import address, set_, value_of
from tests.support.editions import IN_2X
from tests.support.networks import PRIORITY, fill, order
from tests.support.scene import Scene, Settings, scene
from tests.support.virtual_time import virtual_time

OTHER = "ws://other.example/ocpp"
THIRD = "ws://third.example/ocpp"
PASSWORD = "0123456789abcdef"
ACTIVE = address("OCPPCommCtrlr.ActiveNetworkProfile")
SECURITY = address("SecurityCtrlr.SecurityProfile")
SETTINGS: Settings = {
    OCPPCommCtrlr.NetworkProfileConnectionAttempts: 2,
    OCPPCommCtrlr.RetryBackOffWaitMinimum: 5,
    OCPPCommCtrlr.RetryBackOffRandomRange: 0,
    OCPPCommCtrlr.RetryBackOffRepeatTimes: 0,
}


async def restart(s: Scene) -> None:
    """Reset, and wait until the station is back, wherever that is."""
    await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
    await s.wait(60)


def tried(s: Scene, since: int) -> list[str]:
    return [attempt.url for attempt in s.network.attempts[since:]]


@asynccontextmanager
async def prepared(version: str, **more: Any) -> AsyncGenerator[Scene]:
    async with scene(version, settings=SETTINGS, **more) as s:
        yield s


@IN_2X
@virtual_time
async def test_after_a_reboot_the_first_slot_is_tried_first(version: str) -> None:
    """TC_B_45_CS; B09.FR.01, B10.FR.01, B10.FR.04, B10.FR.06."""
    async with prepared(version) as s:
        own = s.network.attempts[0].url
        assert await value_of(s, ACTIVE) == "1"
        assert await fill(s, 2, OTHER) == ("Accepted", None)
        assert await order(s, "2", "1") == "Accepted"
        since = len(s.network.attempts)
        s.cut()
        await s.wait(30)
        assert tried(s, since) == [own], "nothing changes before the reboot"
        since = len(s.network.attempts)
        await restart(s)
        assert tried(s, since) == [OTHER]
        assert s.network.links[-2].ended is not None
        assert s.station.accepted
        assert await value_of(s, ACTIVE) == "2"
        assert await value_of(s, PRIORITY) == "2,1"


@IN_2X
@virtual_time
async def test_a_slot_that_leads_nowhere_gives_way_to_the_next(version: str) -> None:
    """TC_B_46_CS; B10.FR.03."""
    async with prepared(version) as s:
        own = s.network.attempts[0].url
        await fill(s, 2, OTHER)
        await order(s, "2", "1")
        s.network.unreachable = {OTHER}
        since = len(s.network.attempts)
        await restart(s)
        assert tried(s, since) == [OTHER, OTHER, own]
        assert s.station.accepted
        assert await value_of(s, ACTIVE) == "1"


@IN_2X
@virtual_time
async def test_in_the_end_it_goes_where_it_was_last(version: str) -> None:
    """TC_B_49_CS; B10.FR.07 to FR.09: and then all again, without end."""
    async with prepared(version) as s:
        own = s.network.attempts[0].url
        await fill(s, 2, OTHER)
        assert await order(s, "2") == "Accepted"
        s.network.unreachable = {OTHER, own}
        since = len(s.network.attempts)
        await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        await s.wait(45)
        assert tried(s, since)[:6] == [OTHER, OTHER, own, own, OTHER, OTHER]
        s.network.unreachable = {OTHER}
        await s.wait(60)
        assert s.station.accepted
        assert s.network.attempts[-1].url == own


@IN_2X
@virtual_time
async def test_what_worked_stays_a_way_back_though_its_slot_is_filled_anew(version: str) -> None:
    async with prepared(version) as s:
        own = s.network.attempts[0].url
        await fill(s, 2, OTHER)
        await order(s, "2")
        await restart(s)
        assert s.network.attempts[-1].url == OTHER
        assert await fill(s, 2, "ws://nowhere.example") == ("Accepted", None)
        s.network.unreachable = {"ws://nowhere.example"}
        await restart(s)
        assert s.station.accepted
        assert s.network.attempts[-1].url == OTHER
        assert own not in tried(s, 2)


@IN_2X
@virtual_time
async def test_the_slot_of_the_application_can_be_filled(version: str) -> None:
    async with prepared(version) as s:
        own = s.network.attempts[0].url
        assert await fill(s, 1, OTHER) == ("Accepted", None)
        await restart(s)
        assert s.network.attempts[-1].url == OTHER
        assert await value_of(s, ACTIVE) == "1"
        s.network.unreachable = {OTHER}
        since = len(s.network.attempts)
        s.cut()
        await s.wait(60)
        assert own not in tried(s, since), "what worked last is what is in the slot now"


@IN_2X
@virtual_time
async def test_a_connection_that_is_lost_is_looked_for_where_it_was(version: str) -> None:
    async with prepared(version) as s:
        await fill(s, 2, OTHER)
        await order(s, "1", "2")
        await restart(s)
        own = s.network.attempts[0].url
        since = len(s.network.attempts)
        s.cut()
        await s.wait(30)
        assert tried(s, since) == [own]


@IN_2X
@virtual_time
async def test_they_outlast_a_power_cut(version: str) -> None:
    store = Store(":memory:")
    async with prepared(version, store=store) as s:
        await fill(s, 2, OTHER)
        await fill(s, 3, THIRD)
        await order(s, "3", "2")
    async with prepared(version, store=store) as s:
        assert s.network.attempts[0].url == THIRD
        assert await value_of(s, ACTIVE) == "3"


@IN_2X
@pytest.mark.parametrize(
    ("slot", "url", "more", "reason"),
    [
        pytest.param(999, OTHER, {}, "InvalidConfSlot", id="TC_B_43_CS"),  # B09.FR.05
        (0, OTHER, {}, "InvalidConfSlot"),
        (2, "http://other.example", {}, "InvalidNetworkConf"),
        (2, "ws://user:secret@other.example", {}, "InvalidNetworkConf"),
        (2, "nonsense", {}, "InvalidNetworkConf"),
        (2, "wss://other.example", {}, "InvalidNetworkConf"),  # which is no profile 0
        (2, OTHER, {"securityProfile": 2}, "InvalidNetworkConf"),
        (2, OTHER, {"securityProfile": 1}, "InvalidNetworkConf"),  # nobody has a password
        (2, "wss://other.example", {"securityProfile": 3}, "InvalidNetworkConf"),
        (2, OTHER, {"securityProfile": 7}, "InvalidNetworkConf"),
        (2, OTHER, {"messageTimeout": 0}, "InvalidNetworkConf"),
        (2, OTHER, {"messageTimeout": -5}, "InvalidNetworkConf"),
        (2, OTHER, {"ocppTransport": "SOAP"}, "InvalidNetworkConf"),
        (2, OTHER, {"apn": {"apn": "a", "apnAuthentication": "AUTO"}}, "InvalidNetworkConf"),
    ],
)
@virtual_time
async def test_what_can_not_be_used_is_rejected(
    version: str, slot: int, url: str, more: dict[str, Any], reason: str
) -> None:
    """B09.FR.02; nothing of it is kept."""
    async with prepared(version) as s:
        assert await fill(s, slot, url, **more) == ("Rejected", reason)
        assert await order(s, "2") == "Rejected"


@IN_2X
@virtual_time
async def test_an_order_of_empty_slots_is_rejected(version: str) -> None:
    """B10.FR.02."""
    async with prepared(version) as s:
        for slots in (("2",), ("1", "2"), ("4",), ("",)):
            assert await order(s, *slots) == "Rejected"
        assert await value_of(s, PRIORITY) == "1"


@IN_2X
@virtual_time
async def test_a_slot_that_is_taken_out_of_the_order_is_not_looked_at(version: str) -> None:
    """B10.FR.02, B09.FR.20."""
    async with prepared(version) as s:
        await fill(s, 2, OTHER)
        await fill(s, 3, THIRD)
        assert await order(s, "3", "2", "1") == "Accepted"
        assert await order(s, "2", "1") == "Accepted"
        assert await order(s, "2") == "Accepted"
        assert await order(s) == "Rejected", "one must be left"


@IN_2X
@virtual_time
async def test_a_slot_that_stays_need_not_be_valid_any_more(version: str) -> None:
    """B09.FR.20: where slots are only taken out; in another order it must be (B10.FR.02)."""

    def prepare(station: ChargingStation[SimulatedStation]) -> None:
        @station.on_network
        async def bring_up(profile: NetworkProfile) -> None:
            del profile

    store = Store(":memory:")
    async with prepared(version, store=store, prepare=prepare) as s:
        apn = {"apn": "internet", "apnAuthentication": "AUTO"}
        assert await fill(s, 2, OTHER, apn=apn) == ("Accepted", None)
        assert await fill(s, 3, THIRD) == ("Accepted", None)
        assert await order(s, "1", "2", "3") == "Accepted"
    async with prepared(version, store=store) as s:  # which joins no APN
        assert await order(s, "2", "1", "3") == "Rejected"
        assert await order(s, "1", "2") == "Accepted"


@IN_2X
@virtual_time
async def test_another_csms_is_asked_to_accept_the_station(version: str) -> None:
    """B10.FR.10, B10.FR.03: also where it is reached without a reboot."""
    async with prepared(version) as s:
        boots = s.csms.requests(v21.BootNotificationRequest)
        assert len(boots) == 1
        await fill(s, 2, OTHER)
        await order(s, "1", "2")
        own = s.network.attempts[0].url
        s.cut()
        await s.wait(30)
        assert len(s.csms.requests(v21.BootNotificationRequest)) == 1, "the same is not"
        s.network.unreachable = {own}
        s.cut()
        await s.wait(60)
        assert s.network.attempts[-1].url == OTHER
        assert s.station.accepted
        (_, again) = s.csms.requests(v21.BootNotificationRequest)
        assert again.reason == "Unknown"


@virtual_time
async def test_who_the_station_is_follows_the_profile_in_use() -> None:
    """2.1 B09.FR.28."""
    identity = address("SecurityCtrlr.Identity")
    async with prepared("2.1") as s:
        assert await value_of(s, identity) == "CS-0042"
        await fill(s, 2, OTHER, identity="CS-9")
        await order(s, "2", "1")
        assert await value_of(s, identity) == "CS-0042"
        await restart(s)
        assert s.network.attempts[-1].identity == "CS-9"
        assert await value_of(s, identity) == "CS-9"
        s.network.unreachable = {OTHER}
        s.cut()
        await s.wait(120)
        assert await value_of(s, identity) == "CS-0042"


@pytest.mark.parametrize("taken", [True, False])
@virtual_time
async def test_the_station_s_password_takes_the_place_of_the_profile_s(taken: bool) -> None:
    """2.1 B09.FR.27: where the station is connected, and nowhere else; and the profile's is the way
    back where the CSMS does not know of the change.
    """
    new, theirs, third = "the-new-password-2", "a-profile-s-password", "the-third-password"
    async with prepared("2.1") as s:
        await fill(s, 2, OTHER, 1, basicAuthPassword=theirs)
        await fill(s, 3, THIRD, 1, basicAuthPassword=third)
        await order(s, "2", "3")
        await restart(s)
        assert s.network.attempts[-1].password == theirs
        (result,) = await set_(s, (address("SecurityCtrlr.BasicAuthPassword"), new))
        assert result.attribute_status == "Accepted"
        s.network.passwords = {new, third} if taken else {theirs, third}
        since = len(s.network.attempts)
        await s.wait(60)
        there = [(each.url, each.password) for each in s.network.attempts[since:]]
        assert there == [(OTHER, one) for one in ([new] if taken else [new, theirs])]
        s.network.unreachable = {OTHER}
        s.cut()
        await s.wait(120)
        last = s.network.attempts[-1]
        assert (last.url, last.password) == (THIRD, third)


@virtual_time
async def test_a_higher_security_profile_leaves_no_way_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A05.FR.06, B09.FR.04; 2.1 has the password in the profile."""
    async with prepared("2.1") as s:
        await fill(s, 3, THIRD)
        secured = {"basicAuthPassword": PASSWORD, "identity": "CS-9"}
        assert await fill(s, 2, OTHER, 1, **secured) == ("Accepted", None)
        await order(s, "2", "3", "1")
        await restart(s)
        attempt = s.network.attempts[-1]
        assert (attempt.url, attempt.identity, attempt.password) == (OTHER, "CS-9", PASSWORD)
        assert await value_of(s, SECURITY) == "1"
        assert await value_of(s, PRIORITY) == "2"
        assert await fill(s, 3, THIRD) == ("Rejected", "NoSecurityDowngrade")
        assert await order(s, "1") == "Rejected"
        assert "ReconfigurationOfSecurityParameters: SecurityProfile" in caplog.text
        s.network.unreachable = {OTHER}
        since = len(s.network.attempts)
        s.cut()
        await s.wait(120)
        assert set(tried(s, since)) == {OTHER}


@IN_2X
@virtual_time
async def test_the_application_brings_up_what_a_profile_wants(version: str) -> None:
    wanted: list[NetworkProfile] = []

    def prepare(station: ChargingStation[SimulatedStation]) -> None:
        @station.on_network
        async def bring_up(profile: NetworkProfile) -> None:
            wanted.append(profile)
            if len(wanted) < 3:
                raise OSError("the modem sleeps")

    async with prepared(version, prepare=prepare) as s:
        assert wanted == []
        apn = {"apn": "internet", "apnAuthentication": "AUTO", "simPin": 1234}
        assert await fill(s, 2, OTHER, apn=apn, ocppInterface="Wireless0") == ("Accepted", None)
        await order(s, "2")
        since = len(s.network.attempts)
        await restart(s)
        own = s.network.attempts[0].url
        assert tried(s, since) == [own], "both attempts failed before anything was connected to"
        await restart(s)
        assert s.network.attempts[-1].url == OTHER, "the third one brings it up"
        (first, *_) = wanted
        assert first.interface == "Wireless0"
        assert first.apn is not None
        assert first.apn["apn"] == "internet"
        assert "1234" not in repr(first)


@IN_2X
@virtual_time
async def test_damaged_profiles_are_as_good_as_none(version: str) -> None:
    store = Store(":memory:")
    for text in ("{", "7", '{"profiles": {"2": 7}}', '{"profiles": {"2": {"url": "ws://x"}}}'):
        with store.atomic():
            StationRecords(store, "CS-0042").state.set("network", text)
        async with prepared(version, store=store) as s:
            assert await value_of(s, ACTIVE) == "1"


@IN_2X
@virtual_time
async def test_a_profile_has_a_timeout_of_its_own(version: str) -> None:
    async with prepared(version) as s:
        await fill(s, 2, OTHER, messageTimeout=7)
        await order(s, "2")
        await restart(s)
        dialect = s.station._link.dialect
        assert dialect is not None
        assert dialect._peer is not None
        assert dialect._peer.message_timeout == 7
