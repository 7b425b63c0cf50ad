"""Security events (2.x A04; 1.6 white paper 5.15)."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pilotwire.charging_station import NotConnectedError
from pilotwire.errors import CallRefused
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Message, Response
from pilotwire.ocpp.v16.standard_values import SecurityEvent as SecurityEvent16
from pilotwire.ocpp.v21.standard_values import CRITICAL_SECURITY_EVENTS, SecurityEvent
from pilotwire.station.device_model.standard import AuthCtrlr, OCPPCommCtrlr
from pilotwire.store import SECURITY_EVENT, Store
from tests.support.editions import IN_2X, IN_ALL
from tests.support.networks import fill, order
from tests.support.scene import EPOCH, Opponent, Scene, Settings, now, scene
from tests.support.virtual_time import run, virtual_time
from tests.unit.store.test_full_disk import SmallStore

WORDS: dict[str, Any] = {"1.6": v16, "2.0.1": v201, "2.1": v21}
OFTEN: Settings = {OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 1}


KNOWN: Settings = {AuthCtrlr.OfflineTxForUnknownIdEnabled: True}


class Stopped:
    """A clock that shows the same time at each start."""

    def __init__(self, time: datetime | None) -> None:
        self._time = time

    def now(self) -> datetime | None:
        return self._time


def told(s: Scene, version: str) -> list[Any]:
    """The security events that the CSMS has heard of."""
    heard: list[Any] = s.csms.requests(WORDS[version].SecurityEventNotificationRequest)
    return heard


def words(s: Scene, version: str) -> list[str]:
    return [event.type for event in told(s, version)]


def reset(version: str) -> Any:
    if version == "1.6":
        return v16.ResetRequest(type=v16.ResetType.SOFT)
    return v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE)


# What the station tells of itself.


@IN_ALL
@virtual_time
async def test_the_station_has_started(version: str) -> None:
    """A04.FR.01, appendix 1; when all else is told."""
    async with scene(version, clock=Stopped(EPOCH)) as s:
        (event,) = told(s, version)
        assert event.type == SecurityEvent.STARTUP_OF_THE_DEVICE
        assert event.timestamp == EPOCH
        assert s.csms.actions()[-1] == "SecurityEventNotification"


@IN_ALL
@virtual_time
async def test_the_station_was_reset(version: str) -> None:
    """B11, B12: told after the restart if not before it, and once."""
    async with scene(version) as s:
        await s.csms.call(reset(version))
        await s.wait(60)
        assert words(s, version) == ["StartupOfTheDevice", "ResetOrReboot", "StartupOfTheDevice"]


@IN_ALL
@virtual_time
async def test_the_time_was_set(version: str) -> None:
    """Appendix 1: by more than is corrected as a matter of course."""

    def heartbeat(by: float) -> Any:
        response = WORDS[version].HeartbeatResponse
        return lambda _: response(current_time=now() + timedelta(seconds=by))

    async with scene(version) as s:
        s.station.device_model[OCPPCommCtrlr.HeartbeatInterval] = 10
        s.csms.answer(WORDS[version].HeartbeatRequest, heartbeat(15))
        await s.wait(30)
        assert words(s, version) == ["StartupOfTheDevice"]
        s.csms.answer(WORDS[version].HeartbeatRequest, heartbeat(-60))
        await s.wait(30)
        assert words(s, version) == ["StartupOfTheDevice", "SettingSystemTime"]
        assert told(s, version)[-1].tech_info == "by -75 s"


@IN_ALL
@virtual_time
async def test_what_happened_before_the_time_was_known(version: str) -> None:
    """It is dated anew, as transactions are."""
    async with scene(version, clock=Stopped(None)) as s:
        started, changed = told(s, version)
        assert (started.type, changed.type) == ("StartupOfTheDevice", "SettingSystemTime")
        assert abs(started.timestamp - EPOCH) < timedelta(seconds=1)


@IN_ALL
@virtual_time
async def test_of_a_run_that_never_knew_the_time(version: str) -> None:
    """The next one dates it: before now, and in this order."""
    store = Store(":memory:")
    csms = Opponent()
    csms.answer(v21.BootNotificationRequest, never)
    csms.answer(v16.BootNotificationRequest, never)
    async with scene(version, store=store, csms=csms, clock=Stopped(None), booted=False) as s:
        await s.wait(10)
        s.station.security_event("Example", "1")
    async with scene(version, store=store, seed=2) as s:
        await s.wait(5)
        first, second, third = told(s, version)
        assert [first.type, second.type, third.type] == [
            "StartupOfTheDevice",
            "Example",
            "StartupOfTheDevice",
        ]
        assert first.timestamp <= second.timestamp <= third.timestamp
        assert second.timestamp.year == EPOCH.year


def never(_: Message) -> Response:
    raise CallRefused("GenericError")


@IN_ALL
@virtual_time
async def test_the_firmware_is_another_one(version: str) -> None:
    """L01.FR.31, appendix 1: at the first start with it, and at no other."""
    store = Store(":memory:")
    for firmware, expected in (("1.0", []), ("1.0", []), ("1.1", ["1.0 to 1.1"]), ("1.1", [])):
        async with scene(version, store=store, firmware=firmware) as s:
            updates = [each for each in told(s, version) if each.type == "FirmwareUpdated"]
            assert [each.tech_info for each in updates] == expected


# The security log.


@IN_ALL
@virtual_time
async def test_all_of_them_are_in_the_log(version: str) -> None:
    """A04.FR.04: what the CSMS is not told of, too, and over restarts."""
    store = Store(":memory:")
    async with scene(version, store=store, clock=Stopped(EPOCH)) as s:
        for event in SecurityEvent:
            s.station.security_event(event, "why")
        expected: list[tuple[str, str | None]] = [("StartupOfTheDevice", None)]
        expected += [(event, "why") for event in SecurityEvent]
        logged = s.station.security_log()
        assert [(each.event, each.tech_info) for each in logged] == expected
        assert logged[0].at == EPOCH
        assert s.station.security_log(oldest=logged[1].at) == logged[1:]
        assert s.station.security_log(latest=EPOCH) == logged[:1]
        with pytest.raises(ValueError, match="has no time zone"):
            s.station.security_log(oldest=EPOCH.replace(tzinfo=None))
    assert s.station.security_log() == logged
    async with scene(version, store=store) as s:
        assert s.station.security_log()[:-1] == logged


@IN_ALL
@virtual_time
async def test_the_log_is_dated_anew_once_the_time_is_known(version: str) -> None:
    """As what is told of it: an event that the CSMS is not told of, too."""
    store = Store(":memory:")
    csms = Opponent()
    csms.answer(v21.BootNotificationRequest, never)
    csms.answer(v16.BootNotificationRequest, never)
    async with scene(version, store=store, csms=csms, clock=Stopped(None), booted=False) as s:
        await s.wait(10)
        s.station.security_event(SecurityEvent.INVALID_MESSAGES)
        assert [each.at.year for each in s.station.security_log()] == [2000, 2000]
    async with scene(version, store=store, clock=Stopped(None)) as s:
        first, second, third, set_ = s.station.security_log()
        assert [first.event, second.event] == ["StartupOfTheDevice", "InvalidMessages"]
        assert [third.event, set_.event] == ["StartupOfTheDevice", "SettingSystemTime"]
        assert first.at.year == EPOCH.year
        assert second.at - first.at >= timedelta(seconds=10)
        assert first.at < second.at <= third.at <= set_.at


@IN_2X
@virtual_time
async def test_a_security_profile_that_was_raised_is_in_the_log(version: str) -> None:
    """A05, appendix 1."""
    async with scene(version, password="the-station-s-password") as s:
        assert await fill(s, 2, "wss://secured.example", 2) == ("Accepted", None)
        assert await order(s, "2") == "Accepted"
        await s.csms.call(reset(version))
        await s.wait(60)
        (event,) = (
            each
            for each in s.station.security_log()
            if each.event == SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS
        )
        assert event.tech_info == "SecurityProfile"


# What an application tells.


@IN_ALL
@virtual_time
async def test_a_word_of_the_maker_is_told(version: str) -> None:
    async with scene(version) as s:
        s.station.security_event("com.example.door", "opened")
        await s.wait(1)
        event = told(s, version)[-1]
        assert (event.type, event.tech_info) == ("com.example.door", "opened")


@IN_2X
@virtual_time
async def test_what_is_critical_is_told(version: str) -> None:
    """A04.FR.01, A04.FR.04: what is not is only logged."""
    async with scene(version) as s:
        for event in SecurityEvent:
            s.station.security_event(event)
        await s.wait(5)
        assert words(s, version)[1:] == [
            event for event in SecurityEvent if event in CRITICAL_SECURITY_EVENTS
        ]


@virtual_time
async def test_the_words_of_1_6() -> None:
    """White paper 8: where it has another one."""
    new = {
        SecurityEvent.DISCARDED_RENEWED_CLIENT_CERTIFICATE,
        SecurityEvent.MAINTENANCE_LOGIN_ACCEPTED,
        SecurityEvent.MAINTENANCE_LOGIN_FAILED,
    }
    async with scene("1.6") as s:
        for event in CRITICAL_SECURITY_EVENTS - new:
            s.station.security_event(event)
        await s.wait(5)
        heard = words(s, "1.6")[1:]
        assert len(heard) == len(CRITICAL_SECURITY_EVENTS - new)
        assert set(heard) <= set(SecurityEvent16)


@virtual_time
async def test_what_can_not_be_told_is_refused() -> None:
    async with scene("2.1") as s:
        for event, info in (("", None), ("x" * 51, None), ("x", "y" * 256)):
            with pytest.raises(ValueError, match=r"50 characters|255 characters"):
                s.station.security_event(event, info)
    with pytest.raises(NotConnectedError):
        s.station.security_event("x")


# On its way.


@IN_ALL
@virtual_time
async def test_events_of_a_time_offline_are_kept(version: str) -> None:
    """A04.FR.02: in order, over restarts."""
    store = Store(":memory:")
    events = [f"E{number}" for number in range(5)]
    async with scene(version, store=store) as s:
        s.go_offline()
        await s.wait(1)
        for event in events:
            s.station.security_event(event)
    async with scene(version, store=store, seed=2) as s:
        await s.wait(5)
        assert words(s, version) == [*events, "StartupOfTheDevice"]


@IN_ALL
@virtual_time
async def test_there_is_a_bound(version: str) -> None:
    """The oldest give way, and no transaction does."""
    async with scene(version, settings=KNOWN) as s:
        s.go_offline()
        await s.wait(1)
        await s.plug_in_and_swipe()
        await s.wait(30)
        transactions = s.station.outbox_size
        assert transactions > 0
        capacity = SECURITY_EVENT.capacity or 0
        for number in range(capacity + 10):
            s.station.security_event(f"E{number}")
        assert s.station.outbox_size == transactions
        s.go_online()
        await s.wait(600)
        kept = words(s, version)[1:]
        assert kept == [f"E{number}" for number in range(10, capacity + 10)]


@IN_ALL
@virtual_time
async def test_transactions_go_first(version: str) -> None:
    """What waits of events stands back."""
    async with scene(version, settings=KNOWN) as s:
        s.go_offline()
        await s.wait(1)
        for number in range(3):
            s.station.security_event(f"E{number}")
        await s.plug_in_and_swipe()
        await s.wait(30)
        before = len(s.csms.heard)
        s.go_online()
        await s.wait(60)
        actions = [heard.request.action for heard in s.csms.heard[before:]]
        start = "StartTransaction" if version == "1.6" else "TransactionEvent"
        assert actions.index(start) < actions.index("SecurityEventNotification")
        assert words(s, version)[1:] == ["E0", "E1", "E2"]


@IN_2X
@virtual_time
async def test_an_event_that_is_not_answered_is_repeated_to_no_end(version: str) -> None:
    """A04.FR.02: guaranteed delivery; others have their turn meanwhile."""
    dumb = True

    async def answer(_: Message) -> Response:
        if dumb:
            await asyncio.sleep(45)
        response: Response = WORDS[version].SecurityEventNotificationResponse()
        return response

    csms = Opponent()
    csms.answer(WORDS[version].SecurityEventNotificationRequest, answer)
    async with scene(version, csms=csms, settings=OFTEN) as s:
        await s.wait(1800)
        assert len(told(s, version)) > 10
        assert set(words(s, version)) == {"StartupOfTheDevice"}
        await s.plug_in_and_swipe()
        await s.wait(120)
        assert s.station.outbox_size == 0
        dumb = False
        await s.wait(600)
        heard = len(told(s, version))
        await s.wait(600)
        assert len(told(s, version)) == heard, "it is answered now"


@IN_ALL
@pytest.mark.parametrize(
    ("code", "attempts"),
    [("NotImplemented", 1), ("NotSupported", 1), ("InternalError", 5), ("GenericError", 5)],
)
@virtual_time
async def test_an_event_that_is_refused_is_given_up(version: str, code: str, attempts: int) -> None:
    """At once by a CSMS that does not know the message; no record is kept that would push out those
    of transactions.
    """

    def refuse(_: Message) -> Response:
        raise CallRefused(code)

    csms = Opponent()
    csms.answer(WORDS[version].SecurityEventNotificationRequest, refuse)
    async with scene(version, csms=csms, settings=OFTEN) as s:
        await s.wait(300)
        assert len(told(s, version)) == attempts
        assert s.station.given_up == []


# On a full disk.


@IN_ALL
def test_an_event_that_does_not_fit_on_the_disk(version: str, tmp_path: Path) -> None:
    """MemoryExhaustion is told, and what happens meanwhile once there is room again."""

    async def play() -> None:
        with SmallStore(tmp_path / "station.db") as store:
            async with scene(version, store=store) as s:
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(60)
                store.disk_full = True
                await s.wait(120)
                assert words(s, version) == ["StartupOfTheDevice", "MemoryExhaustion"]
                s.station.security_event("Example")
                await s.wait(120)
                assert len(told(s, version)) == 2
                store.disk_full = False
                await s.wait(120)
                assert words(s, version)[2:] == ["Example"]

    run(play())


@IN_ALL
def test_not_even_that_fits_on_the_disk(version: str, tmp_path: Path) -> None:
    async def play() -> None:
        with SmallStore(tmp_path / "station.db") as store:
            async with scene(version, store=store) as s:
                store.disk_full = True
                store.exhausted = True
                await s.plug_in_and_swipe()
                s.station.security_event("Example")
                await s.wait(60)
                assert words(s, version) == ["StartupOfTheDevice"]
                store.disk_full = False
                await s.wait(120)
                assert sorted(words(s, version)[1:]) == ["Example", "MemoryExhaustion"]

    run(play())


@pytest.mark.bad_frames
@IN_ALL
@virtual_time
async def test_messages_that_are_none_are_noted_once_a_connection(
    version: str, caplog: pytest.LogCaptureFixture
) -> None:
    """InvalidMessages is not critical: the log has it, with what was wrong first."""

    def noted() -> list[str]:
        lines = (record.getMessage() for record in caplog.records)
        return [line for line in lines if "InvalidMessages" in line]

    async with scene(version) as s:
        for text in ("nonsense\x1b[2J", "[]", '[2,"1","Reset"]'):
            await s.network.links[-1].csms.send(text)
            await s.wait(1)
        assert len(noted()) == 1
        assert noted()[0].isprintable()
        s.cut()
        await s.wait(60)
        await s.csms.call(WORDS[version].ClearCacheRequest())
        assert len(noted()) == 1
        await s.network.links[-1].csms.send('[3,"no CALL of yours",{}]')
        await s.wait(1)
        assert len(noted()) == 1, "an answer that comes late is a message"
        await s.network.links[-1].csms.send("nonsense")
        await s.wait(1)
        assert len(noted()) == 2
        assert words(s, version) == ["StartupOfTheDevice"]
