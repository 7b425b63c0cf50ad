"""Our station and a CSMS of OCPP 1.6 that nobody here wrote."""

# pyright: reportArgumentType=false, reportAttributeAccessIssue=false

import asyncio
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest

from tests.interop.accelerated import accelerated
from tests.interop.central import Central, call16, time_of
from tests.interop.stations import IDENTITY, TOKEN, Station, car, meeting, unplug

OTHERS = (call16.Authorize, call16.StatusNotification, call16.Heartbeat)
"""What is beside the point while a transaction is reported."""


async def booted(central: Central) -> None:
    """Pass over a boot: the station, its connector 0 and its connector 1."""
    await central.next(call16.BootNotification)
    assert (await central.next(call16.StatusNotification)).connector_id == 0
    await central.next(call16.StatusNotification)


async def charging(central: Central, station: Station) -> tuple[Any, int]:
    """Plug in and swipe; the StartTransaction and the number that it was given."""
    await station.hardware.evse(1).plug_in(car())
    assert (await central.next(call16.StatusNotification)).status == "Preparing"
    await station.hardware.evse(1).swipe(TOKEN)
    await central.next(call16.Authorize)
    start = await central.next(call16.StartTransaction)
    assert (await central.next(call16.StatusNotification)).status == "Charging"
    return start, central.transaction_id(start)


def registers(message: Any) -> list[float]:
    """The energy register in a MeterValues."""
    return [
        float(sample["value"])
        for value in message.meter_value
        for sample in value["sampled_value"]
        if sample["measurand"] == "Energy.Active.Import.Register"
    ]


def measured(central: Central) -> list[datetime]:
    """The times of all meter values, in the order of their arrival; of a repetition only once."""
    told = {h.message_id: h.message for h in central.heard}
    messages = [each for each in told.values() if isinstance(each, call16.MeterValues)]
    values = [value for each in messages for value in each.meter_value]
    return [time_of(value["timestamp"]) for value in values]


@accelerated
async def test_a_session_from_boot_to_unplug() -> None:
    async with meeting("1.6") as (central, station):
        evse = station.hardware.evse(1)

        boot = await central.next(call16.BootNotification)
        assert boot == call16.BootNotification(
            charge_point_vendor="Example",
            charge_point_model="One",
            charge_point_serial_number="X-1",
            firmware_version="1.2.3",
        )
        assert central.station.id == IDENTITY
        for connector in (0, 1):
            status = await central.next(call16.StatusNotification)
            assert (status.connector_id, status.status) == (connector, "Available")
            assert status.error_code == "NoError"

        await evse.plug_in(car())
        status = await central.next(call16.StatusNotification)
        assert (status.connector_id, status.status) == (1, "Preparing")

        await evse.swipe(TOKEN)
        assert (await central.next(call16.Authorize)).id_tag == TOKEN
        start = await central.next(call16.StartTransaction)
        assert (start.connector_id, start.id_tag, start.meter_start) == (1, TOKEN, 0)
        assert start.reservation_id is None
        number = central.transaction_id(start)
        status = await central.next(call16.StatusNotification)
        assert (status.connector_id, status.status) == (1, "Charging")

        seen = [float(start.meter_start)]
        times = [time_of(start.timestamp)]
        for _ in range(5):
            values = await central.next(call16.MeterValues)
            assert (values.connector_id, values.transaction_id) == (1, number)
            seen += registers(values)
            times += [time_of(value["timestamp"]) for value in values.meter_value]
        assert [round((b - a).total_seconds()) for a, b in pairwise(times)] == [60] * 5
        assert all(a < b for a, b in pairwise(seen))

        await evse.swipe(TOKEN)
        stop = await central.next(call16.StopTransaction, skip=call16.MeterValues)
        assert (stop.transaction_id, stop.id_tag, stop.reason) == (number, TOKEN, "Local")
        assert stop.meter_stop == round(evse.meter.register_wh)
        assert stop.meter_stop >= seen[-1]
        assert time_of(stop.timestamp) >= times[-1]
        assert (await central.next(call16.StatusNotification)).status == "Finishing"

        await unplug(evse)
        assert (await central.next(call16.StatusNotification)).status == "Available"
    assert len(central.all(call16.StartTransaction)) == 1
    assert len(central.all(call16.StopTransaction)) == 1


@accelerated
async def test_a_remote_start_and_a_remote_stop() -> None:
    async with meeting("1.6") as (central, station):
        await booted(central)
        await station.hardware.evse(1).plug_in(car())
        await central.next(call16.StatusNotification)

        command: Any = call16.RemoteStartTransaction(id_tag="REMOTE", connector_id=1)
        assert (await central.station.call(command)).status == "Accepted"
        assert (await central.next(call16.Authorize)).id_tag == "REMOTE"
        start = await central.next(call16.StartTransaction)
        assert start.id_tag == "REMOTE"
        assert (await central.station.call(command)).status == "Rejected"

        await central.next(call16.StatusNotification)
        await central.next(call16.MeterValues)
        unknown = call16.RemoteStopTransaction(transaction_id=1)
        assert (await central.station.call(unknown)).status == "Rejected"
        command = call16.RemoteStopTransaction(transaction_id=central.transaction_id(start))
        assert (await central.station.call(command)).status == "Accepted"
        stop = await central.next(call16.StopTransaction, skip=call16.MeterValues)
        assert (stop.transaction_id, stop.reason) == (central.transaction_id(start), "Remote")
        assert (await central.next(call16.StatusNotification)).status == "Finishing"


@pytest.mark.parametrize(("kind", "reason"), [("Soft", "SoftReset"), ("Hard", "HardReset")])
def test_a_reset_ends_the_transaction_and_the_station_boots_again(kind: str, reason: str) -> None:
    @accelerated
    async def scenario() -> None:
        async with meeting("1.6") as (central, station):
            await booted(central)
            _, number = await charging(central, station)
            await central.next(call16.MeterValues)
            answer = await central.station.call(call16.Reset(type=kind))
            assert answer.status == "Accepted"
            others = (call16.MeterValues, call16.StatusNotification, call16.BootNotification)
            stop = await central.next(call16.StopTransaction, skip=others)
            assert (stop.transaction_id, stop.reason) == (number, reason)
            if len(central.all(call16.BootNotification)) == 1:
                await central.next(call16.BootNotification, skip=call16.StatusNotification)
            status = await central.next(call16.StatusNotification)
            while status.connector_id != 1:
                status = await central.next(call16.StatusNotification)
            assert status.status == "Preparing"  # the vehicle is still there
            await central.until(lambda: central.connections == 2)
            assert len(central.all(call16.StartTransaction)) == 1

    scenario()


@accelerated
async def test_a_token_that_is_not_accepted_at_the_start_is_deauthorized() -> None:
    async with meeting("1.6") as (central, station):
        await booted(central)
        central.to_start = "Blocked"
        await station.hardware.evse(1).plug_in(car())
        await station.hardware.evse(1).swipe(TOKEN)
        await central.next(call16.Authorize, skip=call16.StatusNotification)
        start = await central.next(call16.StartTransaction, skip=call16.StatusNotification)
        skip = (call16.StatusNotification, call16.MeterValues)
        stop = await central.next(call16.StopTransaction, skip=skip)
        assert stop.reason == "DeAuthorized"
        assert stop.transaction_id == central.transaction_id(start)
        assert not station.hardware.evse(1).contactor.closed


@accelerated
async def test_a_token_that_is_refused_starts_nothing() -> None:
    async with meeting("1.6") as (central, station):
        await booted(central)
        central.tokens["STOLEN"] = "Invalid"
        await station.hardware.evse(1).plug_in(car())
        await central.next(call16.StatusNotification)
        await station.hardware.evse(1).swipe("STOLEN")
        assert (await central.next(call16.Authorize)).id_tag == "STOLEN"
        await station.hardware.evse(1).swipe(TOKEN)
        assert (await central.next(call16.Authorize)).id_tag == TOKEN
        assert (await central.next(call16.StartTransaction)).id_tag == TOKEN


@pytest.mark.parametrize("how", ["close", "crash"])
def test_a_csms_that_restarts_in_mid_session_misses_and_repeats_nothing(how: str) -> None:
    @accelerated
    async def scenario() -> None:
        async with meeting("1.6") as (central, station):
            await booted(central)
            _, number = await charging(central, station)
            await central.next(call16.MeterValues)
            await getattr(central, how)()
            away = central.now()
            await asyncio.sleep(600)  # ten minutes of charging
            back = central.now()
            await central.open()
            await central.until(lambda: measured(central)[-1] > back)
            await station.hardware.evse(1).swipe(TOKEN)
            skip = (call16.MeterValues, call16.StatusNotification, call16.Heartbeat)
            stop = await central.next(call16.StopTransaction, skip=skip)
            assert (stop.transaction_id, stop.reason) == (number, "Local")
            assert stop.meter_stop == round(station.hardware.evse(1).meter.register_wh)
        times = measured(central)
        assert times == sorted(set(times))
        assert all(round((b - a).total_seconds()) == 60 for a, b in pairwise(times))
        assert sum(away < time < back for time in times) > 3  # and it did charge meanwhile
        assert len(central.all(call16.BootNotification)) == 1
        assert len(central.all(call16.StartTransaction)) == 1
        assert len(central.all(call16.StopTransaction)) == 1

    scenario()


@pytest.mark.parametrize("unanswered", [call16.StartTransaction, call16.MeterValues])
def test_what_was_not_answered_is_told_again_to_the_letter(unanswered: type) -> None:
    """The errata of 1.6-J want the same message id, 1.6 3.7.1 the same order."""

    @accelerated
    async def scenario() -> None:
        async with meeting("1.6") as (central, station):
            await booted(central)
            central.withheld = {unanswered}
            await station.hardware.evse(1).plug_in(car())
            await station.hardware.evse(1).swipe(TOKEN)
            await central.until(lambda: central.all(unanswered))
            await central.crash()
            central.withheld = set()
            await central.open()
            await central.until(lambda: len(central.all(call16.MeterValues)) >= 4)
            await station.hardware.evse(1).swipe(TOKEN)
            await central.until(lambda: central.all(call16.StopTransaction))
        first, second = [h for h in central.heard if isinstance(h.message, unanswered)][:2]
        assert first == second
        assert len(central.transactions) == 1
        kinds = (call16.StartTransaction, call16.MeterValues, call16.StopTransaction)
        told = {h.message_id: h.message for h in central.heard if isinstance(h.message, kinds)}
        told_kinds = [type(message) for message in told.values()]
        assert told_kinds == [
            call16.StartTransaction,
            *[call16.MeterValues] * (len(told) - 2),
            call16.StopTransaction,
        ]
        (number,) = central.transactions.values()
        assert {m.transaction_id for m in told.values() if m.__class__ is not kinds[0]} == {number}

    scenario()


@accelerated
async def test_a_status_that_was_not_answered_is_not_lost_with_the_connection() -> None:
    async with meeting("1.6") as (central, station):
        await booted(central)
        central.withheld = {call16.StatusNotification}
        await station.hardware.evse(1).plug_in(car())
        assert (await central.next(call16.StatusNotification)).status == "Preparing"
        await central.crash()
        central.withheld = set()
        await central.open()
        assert (await central.next(call16.StatusNotification)).status == "Preparing"


@accelerated
async def test_broken_connections_are_no_failed_attempts(caplog: pytest.LogCaptureFixture) -> None:
    """1.6 3.7.1: what counts is that the Central System fails to process a message."""
    async with meeting("1.6") as (central, station):
        await booted(central)
        central.withheld = {call16.StartTransaction}
        await station.hardware.evse(1).plug_in(car())
        await station.hardware.evse(1).swipe(TOKEN)
        for _ in range(6):
            await central.next(call16.StartTransaction, skip=OTHERS)
            await central.crash()
            await central.open()
        central.withheld = set()
        central.failing = {call16.StartTransaction}
        await central.next(call16.StartTransaction, skip=OTHERS)
        central.failing = set()
        await central.next(call16.StartTransaction, skip=OTHERS)
        await central.next(call16.MeterValues, skip=OTHERS)
    caplog.clear()
