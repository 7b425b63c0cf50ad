"""A station starts, stops and starts again; and what its hardware makes of that."""

import asyncio
from pathlib import Path

import pytest

from pilotwire.charging_station import (
    Environment,
    Network,
    NotConnectedError,
)
from pilotwire.hal.interfaces import EventSink, HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.specs import INTEGER, Variable
from pilotwire.store import StationRecords, Store, StoreError, StoreInUseError
from tests.support.memory_link import MemoryConnector
from tests.support.scene import TOKEN, Opponent, now, scene
from tests.support.stations import URL, station
from tests.support.virtual_time import run, virtual_time


@virtual_time
async def test_a_station_can_be_started_again() -> None:
    async with scene("2.0.1") as s:
        with pytest.raises(RuntimeError, match="runs already"):
            await s.station.__aenter__()
        await s.station.__aexit__()
        assert not s.station.accepted
        async with s.station:
            await s.station.wait_accepted()
            assert len(s.csms.requests(v201.BootNotificationRequest)) == 2


@virtual_time
async def test_a_stopping_station_ends_its_transactions() -> None:
    async with scene("1.6") as s:
        await s.plug_in_and_swipe()
        await s.wait(30)
    stop = s.csms.requests(v16.StopTransactionRequest)[-1]
    assert stop.reason is v16.Reason.REBOOT
    assert not s.evse.contactor.closed
    others = asyncio.all_tasks() - {asyncio.current_task()}
    assert not others, "a task was left behind"


@virtual_time
async def test_nothing_begins_in_a_station_that_stops() -> None:
    """An answer that comes while the last messages are delivered is too late."""
    csms = Opponent()
    async with scene("1.6", csms=csms, evses=2) as s:
        await s.plug_in_and_swipe()
        other = s.hardware.evse(2)
        await other.plug_in(ElectricVehicle())
        await s.wait(30)

        async def late(_: v16.AuthorizeRequest) -> v16.AuthorizeResponse:
            await s.wait(2)
            return v16.AuthorizeResponse(
                id_tag_info=v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED)
            )

        csms.answer(v16.AuthorizeRequest, late)
        await other.swipe("FFFFFFFF")
        await s.wait(0.5)
    assert [r.connector_id for r in csms.requests(v16.StartTransactionRequest)] == [1]
    assert not other.contactor.closed


@virtual_time
async def test_what_a_stopped_station_could_not_say_is_said_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "station.db"
    with Store(path) as store:
        async with scene("2.0.1", store=store) as s:
            await s.plug_in_and_swipe()
            await s.wait(30)
            s.go_offline()
        told = len(s.csms.requests(v201.TransactionEventRequest))
    with Store(path) as store:
        async with scene("2.0.1", store=store, csms=s.csms, seed=2) as again:
            await again.wait(10)
    events = s.csms.requests(v201.TransactionEventRequest)
    assert len(events) == told + 1
    assert [e.seq_no for e in events] == list(range(len(events)))
    assert events[-1].event_type is v201.TransactionEventEnumType.ENDED
    assert events[-1].offline


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
def test_a_cancelled_station_ends_its_transactions(version: str, tmp_path: Path) -> None:
    async def play() -> None:
        store = Store(tmp_path / "station.db")
        hardware = SimulatedStation(evses=1)
        csms = Opponent()
        async with MemoryConnector(csms.serve, versions=(version,)) as network:
            one = station(
                csms=Network(URL, (version,), unsecured=True),
                hardware=hardware,
                store=store,
                environment=Environment(connector=network),
            )
            running = asyncio.create_task(one.run())
            await asyncio.sleep(5)
            await hardware.evse(1).plug_in(ElectricVehicle())
            await hardware.evse(1).swipe(TOKEN)
            await asyncio.sleep(10)
            assert hardware.evse(1).contactor.closed
            running.cancel()
            await asyncio.wait({running})
            assert running.cancelled()
            assert not hardware.evse(1).contactor.closed
            assert StationRecords(store, "CS-0042").transactions.running() == []
            assert StationRecords(store, "CS-0042").outbox.count() == 0
        store.close()

    run(play())


@virtual_time
async def test_hardware_that_hangs_while_it_stops_does_not_keep_the_station(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Hanging(SimulatedStation):
        async def stop(self) -> None:
            await super().stop()
            await asyncio.sleep(10_000)

    async with scene("2.0.1", hardware=Hanging(evses=1)) as s:
        await s.wait(5)
        before = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - before < 60
    assert "did not stop" in caplog.text


@virtual_time
async def test_hardware_that_hangs_while_it_starts_is_an_error() -> None:
    class Hanging(SimulatedStation):
        async def start(self, sink: EventSink) -> None:
            await asyncio.sleep(10_000)

    with pytest.raises(HardwareError, match="did not start within"):
        await station(hardware=Hanging(evses=1)).run()
    assert asyncio.get_running_loop().time() < 300


@virtual_time
async def test_hardware_that_is_slow_to_start_is_told_of(caplog: pytest.LogCaptureFixture) -> None:
    class Slow(SimulatedStation):
        async def start(self, sink: EventSink) -> None:
            await asyncio.sleep(35)
            await super().start(sink)

    async with station(hardware=Slow(evses=1)):
        await asyncio.sleep(60)
    told = [each.getMessage() for each in caplog.records if "has not started" in each.getMessage()]
    assert [text.split(";")[0] for text in told] == [
        f"the hardware has not started for {seconds} s" for seconds in (10, 20, 30)
    ]


@virtual_time
async def test_two_stations_of_one_identity_on_one_store_are_refused() -> None:
    store = Store(":memory:")
    one, same, other = (
        station(store=store),
        station(store=store),
        station(store=store, identity="B"),
    )
    async with one, other:
        with pytest.raises(StoreInUseError, match="another station 'CS-0042' runs on it"):
            await same.run()
    async with same:
        assert same.evses


@virtual_time
async def test_a_variable_is_declared_before_the_station_starts() -> None:
    fan = Variable(component="Fan", name="Speed", datatype=INTEGER)
    one = station()
    async with one:
        with pytest.raises(RuntimeError, match="before the station starts"):
            one.device_model.declare(fan, 1)
    one.device_model.declare(fan, 1)
    async with one:
        assert one.device_model[fan] == 1


@virtual_time
async def test_a_reset_that_the_hardware_fails_in_any_way_is_tried_again() -> None:
    class Odd(SimulatedStation):
        attempts = 0

        async def reboot(self) -> None:
            self.attempts += 1
            if self.attempts == 1:
                raise OSError("i2c")
            if self.attempts == 2:
                await asyncio.sleep(10_000)
            await super().reboot()

    async with scene("2.0.1", hardware=Odd(evses=1)) as s:
        await s.csms.call(v201.ResetRequest(type=v201.ResetEnumType.IMMEDIATE))
        await s.wait(600)
        assert s.csms.actions().count("BootNotification") == 2


@virtual_time
async def test_a_station_that_ends_by_itself_says_so(caplog: pytest.LogCaptureFixture) -> None:
    """Whoever waits for something else hears of it in the log at least."""
    csms = Opponent()
    store = Store(":memory:")
    async with MemoryConnector(csms.serve, versions=("1.6",)) as network:
        one = station(
            csms=Network(URL, ("1.6",), unsecured=True),
            store=store,
            environment=Environment(connector=network),
        )
        running = asyncio.create_task(one.run())
        await asyncio.sleep(5)
        store.close()
        await one.hardware.evse(1).plug_in(ElectricVehicle())
        await asyncio.wait({running}, timeout=60)
        with pytest.raises(StoreError):
            running.result()
        assert not one.hardware.evse(1).contactor.closed
    assert "the station has ended" in caplog.text


def _pending(_: v201.BootNotificationRequest) -> v201.BootNotificationResponse:
    return v201.BootNotificationResponse(
        current_time=now(), interval=60, status=v201.RegistrationStatusEnumType.PENDING
    )


@virtual_time
async def test_it_is_waited_for_over_a_reboot() -> None:
    """Who waits for the CSMS waits for the station, not for one of its runs."""
    csms = Opponent()
    csms.answer(v201.BootNotificationRequest, _pending)
    async with scene("2.0.1", csms=csms, booted=False) as s:
        waiting = asyncio.create_task(s.station.wait_accepted())
        await s.wait(10)
        await s.csms.call(v201.ResetRequest(type=v201.ResetEnumType.IMMEDIATE))
        await s.wait(5)
        assert not waiting.done()
        csms.scripts.clear()
        await s.wait(65)
        assert waiting.done()
        assert s.station.accepted


@virtual_time
async def test_who_waits_for_a_station_that_ends_hears_so() -> None:
    csms = Opponent()
    csms.answer(v201.BootNotificationRequest, _pending)
    async with scene("2.0.1", csms=csms, booted=False) as s:
        waiting = asyncio.create_task(s.station.wait_accepted())
        await s.wait(10)
        s.station.stop()
        with pytest.raises(NotConnectedError, match="has ended before"):
            await waiting
        with pytest.raises(NotConnectedError, match="does not run"):
            await s.station.wait_accepted()
