"""Our station and a CSMS of OCPP 2.0.1 and 2.1 that nobody here wrote."""

# pyright: reportArgumentType=false, reportIndexIssue=false

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.interop.accelerated import accelerated
from tests.interop.central import Central, time_of
from tests.interop.stations import TOKEN, Station, car, meeting, unplug
from tests.support.editions import IN_2X

pytestmark = IN_2X

MOMENT = timedelta(seconds=10)
"""By which the two clocks may differ, and within which a station notices a break: time is fast."""


def others(central: Central) -> tuple[type, ...]:
    """What is beside the point while a transaction is reported."""
    return (central.call.StatusNotification, central.call.Heartbeat, central.call.Authorize)


async def booted(central: Central) -> None:
    """Pass over a boot and the status of the one connector."""
    await central.next(central.call.BootNotification)
    await central.next(central.call.StatusNotification)


async def event(central: Central, trigger: str) -> Any:
    """The next transaction event, which must have this trigger."""
    told = await central.next(central.call.TransactionEvent, skip=others(central))
    assert told.trigger_reason == trigger, told
    return told


async def charging(central: Central, station: Station) -> str:
    """Plug in, swipe, and see the vehicle charge; the id of the transaction."""
    await station.hardware.evse(1).plug_in(car())
    await station.hardware.evse(1).swipe(TOKEN)
    started = await event(central, "Authorized")
    await until_charging(central)
    return str(started.transaction_info["transaction_id"])


async def until_charging(central: Central) -> None:
    while True:
        told = await event(central, "ChargingStateChanged")
        if told.transaction_info["charging_state"] == "Charging":
            return


async def ended(central: Central) -> None:
    """Pass over all of a transaction."""
    told = await central.next(central.call.TransactionEvent, skip=others(central))
    while told.event_type != "Ended":
        told = await central.next(central.call.TransactionEvent, skip=others(central))


def register(told: Any) -> float:
    """The energy register in a transaction event; the end has that of the begin before it."""
    *earlier, value = [
        sample["value"]
        for each in told.meter_value
        for sample in each["sampled_value"]
        if sample["measurand"] == "Energy.Active.Import.Register"
    ]
    assert not earlier or (told.event_type == "Ended" and earlier == sorted(earlier))
    return float(value)


def once(events: list[Any]) -> list[Any]:
    """The events without those that only repeat the one before, as after a lost answer."""
    return [each for n, each in enumerate(events) if n == 0 or not repeats(each, events[n - 1])]


def repeats(later: Any, earlier: Any) -> bool:
    """Whether it says the same; as of the time offline, if that came between (E11.FR.07)."""
    return bool(later == replace(earlier, offline=earlier.offline or later.offline))


def check_whole(events: list[Any]) -> None:
    """One transaction, told once and in order: E01, E06; seqNo of TransactionEventRequest."""
    assert [each.event_type for each in events] == [
        "Started",
        *["Updated"] * (len(events) - 2),
        "Ended",
    ]
    assert [each.seq_no for each in events] == list(range(len(events)))
    assert len({each.transaction_info["transaction_id"] for each in events}) == 1
    times = [time_of(each.timestamp) for each in events]
    assert times == sorted(times)
    metered = [register(each) for each in events if each.meter_value]
    assert metered == sorted(metered)


@accelerated
async def test_a_session_from_boot_to_unplug(version: str) -> None:
    async with meeting(version) as (central, station):
        evse = station.hardware.evse(1)

        boot = await central.next(central.call.BootNotification)
        assert boot.reason == "PowerUp"
        assert boot.charging_station == {
            "vendor_name": "Example",
            "model": "One",
            "serial_number": "X-1",
            "firmware_version": "1.2.3",
        }
        status = await central.next(central.call.StatusNotification)
        assert (status.evse_id, status.connector_id) == (1, 1)
        assert status.connector_status == "Available"

        await evse.plug_in(car())
        assert (await central.next(central.call.StatusNotification)).connector_status == "Occupied"

        token = {"id_token": TOKEN, "type": "ISO14443"}
        await evse.swipe(TOKEN)
        assert (await central.next(central.call.Authorize)).id_token == token
        started = await central.next(central.call.TransactionEvent)
        assert (started.event_type, started.trigger_reason) == ("Started", "Authorized")
        assert started.evse == {"id": 1, "connector_id": 1}
        assert started.id_token == token
        assert not started.offline
        assert register(started) == 0
        await until_charging(central)
        for _ in range(3):
            update = await central.next(central.call.TransactionEvent)
            assert (update.event_type, update.trigger_reason) == ("Updated", "MeterValuePeriodic")
            assert update.id_token is None

        await evse.swipe(TOKEN)
        stopped = await central.next(central.call.TransactionEvent)
        if stopped.trigger_reason == "MeterValuePeriodic":
            stopped = await central.next(central.call.TransactionEvent)
        assert (stopped.event_type, stopped.trigger_reason) == ("Ended", "StopAuthorized")
        assert stopped.id_token == token
        assert stopped.transaction_info["stopped_reason"] == "Local"
        assert register(stopped) == pytest.approx(evse.meter.register_wh, abs=0.001)

        await unplug(evse)
        assert (await central.next(central.call.StatusNotification)).connector_status == "Available"
    check_whole(central.all(central.call.TransactionEvent))


@accelerated
async def test_a_remote_start_and_a_remote_stop(version: str) -> None:
    async with meeting(version) as (central, station):
        await booted(central)
        await station.hardware.evse(1).plug_in(car())
        await central.next(central.call.StatusNotification)

        token = {"id_token": "REMOTE", "type": "ISO14443"}
        start: Any = central.call.RequestStartTransaction(
            id_token=token, remote_start_id=1742, evse_id=1
        )
        assert (await central.station.call(start)).status == "Accepted"
        assert (await central.next(central.call.Authorize)).id_token == token
        started = await event(central, "RemoteStart")
        assert started.event_type == "Started"
        assert started.id_token == token
        assert started.transaction_info["remote_start_id"] == 1742
        assert (await central.station.call(start)).status == "Rejected"
        await until_charging(central)

        stop: Any = central.call.RequestStopTransaction(transaction_id="no such transaction")
        assert (await central.station.call(stop)).status == "Rejected"
        stop.transaction_id = started.transaction_info["transaction_id"]
        assert (await central.station.call(stop)).status == "Accepted"
        ended = await event(central, "RemoteStop")
        assert ended.event_type == "Ended"
        assert ended.transaction_info["stopped_reason"] == "Remote"
    check_whole(central.all(central.call.TransactionEvent))


@accelerated
async def test_an_immediate_reset_ends_the_transaction_first(version: str) -> None:
    """B12.FR.04, B12.FR.05."""
    async with meeting(version) as (central, station):
        await booted(central)
        await charging(central, station)
        answer = await central.station.call(central.call.Reset(type="Immediate"))
        assert answer.status == "Accepted"
        ended = await event(central, "ResetCommand")
        assert ended.event_type == "Ended"
        assert ended.transaction_info["stopped_reason"] == "ImmediateReset"
        boot = await central.next(central.call.BootNotification, skip=others(central))
        assert boot.reason == "RemoteReset"
        status = await central.next(central.call.StatusNotification)
        assert status.connector_status == "Occupied"  # the vehicle is still there
        assert central.connections == 2
    check_whole(central.all(central.call.TransactionEvent))


@accelerated
async def test_a_reset_on_idle_waits_for_the_transaction(version: str) -> None:
    """B12.FR.01, B12.FR.03."""
    async with meeting(version) as (central, station):
        await booted(central)
        await charging(central, station)
        answer = await central.station.call(central.call.Reset(type="OnIdle"))
        assert answer.status == "Scheduled"
        for _ in range(3):
            await event(central, "MeterValuePeriodic")
        await station.hardware.evse(1).swipe(TOKEN)
        await ended(central)
        boot = await central.next(central.call.BootNotification, skip=others(central))
        assert boot.reason == "ScheduledReset"
        await central.next(central.call.StatusNotification)
    check_whole(central.all(central.call.TransactionEvent))


@accelerated
async def test_a_reset_on_idle_of_an_idle_station_is_at_once(version: str) -> None:
    """B11.FR.01; the reason is not kept for a second boot."""
    async with meeting(version) as (central, _):
        await booted(central)
        for _ in range(2):
            assert (
                await central.station.call(central.call.Reset(type="OnIdle"))
            ).status == "Accepted"
            assert (await central.next(central.call.BootNotification)).reason == "RemoteReset"
            await central.next(central.call.StatusNotification)


@accelerated
async def test_a_token_that_is_not_accepted_at_the_start_is_deauthorized(version: str) -> None:
    """E05.FR.01, E05.FR.10."""
    async with meeting(version) as (central, station):
        await booted(central)
        central.to_start = "Blocked"
        await station.hardware.evse(1).plug_in(car())
        await station.hardware.evse(1).swipe(TOKEN)
        await central.until(
            lambda: any(e.event_type == "Ended" for e in central.all(central.call.TransactionEvent))
        )
        ended = central.all(central.call.TransactionEvent)[-1]
        assert ended.trigger_reason == "Deauthorized"
        assert ended.transaction_info["stopped_reason"] == "DeAuthorized"
        assert not station.hardware.evse(1).contactor.closed
    check_whole(central.all(central.call.TransactionEvent))


@pytest.mark.parametrize("how", ["close", "crash"])
def test_a_csms_that_restarts_in_mid_session_misses_and_repeats_nothing(
    version: str, how: str
) -> None:
    """E11.FR.02: what happened without it is told with `offline`."""

    @accelerated
    async def scenario() -> None:
        async with meeting(version) as (central, station):
            await booted(central)
            await charging(central, station)
            await event(central, "MeterValuePeriodic")
            await getattr(central, how)()
            away = central.now()
            await asyncio.sleep(600)  # ten minutes of charging
            back = central.now()
            await central.open()
            await central.until(
                lambda: time_of(central.all(central.call.TransactionEvent)[-1].timestamp) > back
            )
            await station.hardware.evse(1).swipe(TOKEN)
            await ended(central)
        events = once(central.all(central.call.TransactionEvent))
        check_whole(events)
        assert len(central.all(central.call.BootNotification)) == 1
        missed = [each for each in events if away + MOMENT < time_of(each.timestamp) < back]
        assert len(missed) >= 9
        assert all(each.offline for each in missed)
        assert not any(each.offline for each in events if time_of(each.timestamp) < away - MOMENT)
        assert not events[-1].offline

    scenario()


@accelerated
async def test_an_event_that_was_not_answered_is_told_again_under_another_id(version: str) -> None:
    """Part 4, 4.1.4: the same message, but not the same message id."""
    async with meeting(version) as (central, station):
        await booted(central)
        central.withheld = {central.call.TransactionEvent}
        await station.hardware.evse(1).plug_in(car())
        await station.hardware.evse(1).swipe(TOKEN)
        await central.next(central.call.TransactionEvent, skip=others(central))
        await central.crash()
        central.withheld = set()
        await central.open()
        await central.next(central.call.TransactionEvent, skip=others(central))
        await until_charging(central)
        await station.hardware.evse(1).swipe(TOKEN)
        await ended(central)
    told = [h for h in central.heard if isinstance(h.message, central.call.TransactionEvent)]
    assert repeats(told[1].message, told[0].message)
    assert told[1].message.offline
    assert told[0].message_id != told[1].message_id
    check_whole([each.message for each in told[1:]])


@accelerated
async def test_a_session_that_was_offline_from_begin_to_end(version: str) -> None:
    """E12.FR.01, E12.FR.02."""
    async with meeting(version) as (central, station):
        await booted(central)
        await charging(central, station)
        await central.crash()
        await station.hardware.evse(1).swipe(TOKEN)
        await asyncio.sleep(60)
        away = central.now()
        await asyncio.sleep(600)
        await central.open()
        await ended(central)
        events = once(central.all(central.call.TransactionEvent))
        check_whole(events)
        assert events[-1].offline
        assert time_of(events[-1].timestamp) < away
