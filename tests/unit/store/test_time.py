"""Times of a station that does not know the time, or is told a wrong one."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pilotwire.errors import CsmsUnreachable
from pilotwire.hal.simulated import ElectricVehicle
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Message
from pilotwire.station.clock import StationClock
from pilotwire.station.device_model.standard import (
    OCPPCommCtrlr,
)
from pilotwire.store import Store
from tests.support.outages import OFFLINE, power_cut
from tests.support.scene import EPOCH, TOKEN, Opponent, Scene, now, scene
from tests.support.virtual_time import run


class NoClock:
    """A computer without a clock that is kept going."""

    def __init__(self, shows: datetime | None) -> None:
        self._shows = shows

    def now(self) -> datetime | None:
        return self._shows


async def session(s: Scene) -> tuple[datetime, datetime]:
    """Charge for some minutes; when it really began and ended."""
    await s.wait(30)
    await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
    began = now()
    await s.wait(300)
    await s.evse.swipe(TOKEN)
    ended = now()
    await s.wait(30)
    await s.evse.unplug()
    return began, ended


def close(one: datetime, other: datetime) -> bool:
    return abs(one - other) < timedelta(seconds=2)


@pytest.mark.parametrize("shows", [None, datetime(1970, 1, 1, tzinfo=UTC)])
@pytest.mark.parametrize("batch", [500, 3])
def test_events_from_before_the_time_is_known_are_dated_when_it_is(
    shows: datetime | None, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotwire.store.outbox.BATCH", batch)

    async def play() -> None:
        csms = Opponent()
        async with scene("2.0.1", settings=OFFLINE, clock=NoClock(shows), booted=False) as s:
            s.network.refusal = CsmsUnreachable("no network")
            began, ended = await session(s)
            await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
            second = now()
            await s.wait(3600)
            s.go_online()
            await s.wait(600)
            events = s.csms.requests(v21.TransactionEventRequest)
            assert close(events[0].timestamp, began)
            end = next(e for e in events if e.event_type is v21.TransactionEventEnumType.ENDED)
            assert close(end.timestamp, ended)
            assert end.meter_value is not None
            assert end.meter_value[-1].timestamp == end.timestamp
            again = [e for e in events if e.event_type is v21.TransactionEventEnumType.STARTED][1]
            assert close(again.timestamp, second)
            times = [event.timestamp for event in events]
            assert times == sorted(times)
            assert close(times[-1], now()) or times[-1] > now() - timedelta(seconds=61)
            statuses = s.csms.requests(v21.StatusNotificationRequest)
            assert all(status.timestamp >= EPOCH for status in statuses)
        assert csms.heard == []

    run(play())


@pytest.mark.parametrize("clock_at_last", [False, True])
def test_over_a_reboot_the_order_stands_and_nothing_is_in_the_future(
    tmp_path: Path, clock_at_last: bool
) -> None:
    file = tmp_path / "station.db"

    async def first_life() -> None:
        with Store(file) as store:
            clock = NoClock(None)
            async with scene("1.6", settings=OFFLINE, clock=clock, booted=False, store=store) as s:
                s.network.refusal = CsmsUnreachable("no network")
                await session(s)
                await session(s)

    async def second_life() -> None:
        with Store(file) as store:
            clock = None if clock_at_last else NoClock(None)
            async with scene("1.6", settings=OFFLINE, clock=clock, booted=False, store=store) as s:
                s.network.refusal = CsmsUnreachable("no network")
                await session(s)
                s.go_online()
                await s.wait(600)
                starts = s.csms.requests(v16.StartTransactionRequest)
                stops = s.csms.requests(v16.StopTransactionRequest)
                assert len(starts) == len(stops) == 3
                times = [t.timestamp for pair in zip(starts, stops, strict=True) for t in pair]
                assert times == sorted(times)
                assert times[0] > EPOCH - timedelta(hours=1)
                assert times[-1] <= now()
                for start, stop in zip(starts, stops, strict=True):
                    assert close(stop.timestamp - start.timestamp + EPOCH, EPOCH + DURATION)

    run(first_life())
    run(second_life())


DURATION = timedelta(seconds=300)


def test_a_session_that_a_power_cut_ends_before_the_time_is_known(tmp_path: Path) -> None:
    file = tmp_path / "station.db"
    copy = tmp_path / "after.db"

    async def first_life() -> None:
        with Store(file) as store:
            async with scene(
                "2.0.1", settings=OFFLINE, clock=NoClock(None), booted=False, store=store
            ) as s:
                s.network.refusal = CsmsUnreachable("no network")
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(600)
                power_cut(file, copy)

    async def second_life() -> None:
        with Store(copy) as store:
            async with scene(
                "2.0.1", settings=OFFLINE, clock=NoClock(None), booted=False, store=store
            ) as s:
                await s.wait(60)
                events = s.csms.requests(v21.TransactionEventRequest)
                assert events[-1].event_type is v21.TransactionEventEnumType.ENDED
                times = [event.timestamp for event in events]
                assert times == sorted(times)
                # It ended when it was last certain: at its last report.
                assert timedelta(minutes=8) < times[-1] - times[0] <= timedelta(minutes=10)
                assert times[-1] <= now()

    run(first_life())
    run(second_life())


@pytest.mark.parametrize("clock", [None, NoClock(None)])
def test_a_power_cut_while_times_are_set_right(
    clock: NoClock | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What had its turn and what had not are wrong by the same, and stay in order."""
    monkeypatch.setattr("pilotwire.store.outbox.BATCH", 3)
    file = tmp_path / "station.db"
    copies: list[Path] = []

    class Copied(Store):
        copying = False

        def _commit(self) -> None:
            super()._commit()
            if self.copying:
                copies.append(tmp_path / f"after-{len(copies)}.db")
                power_cut(file, copies[-1])

    async def first_life() -> None:
        with Copied(file) as store:
            async with scene(
                "2.0.1", settings=OFFLINE, clock=NoClock(None), booted=False, store=store
            ) as s:
                s.network.refusal = CsmsUnreachable("no network")
                await session(s)
                await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
                await s.wait(300)
                s.csms.answer(v21.BootNotificationRequest, an_hour_ahead)
                store.copying = True
                s.go_online()
                await s.wait(300)

    async def second_life(copy: Path) -> None:
        with Store(copy) as store:
            async with scene("2.0.1", clock=clock, booted=False, store=store) as s:
                await s.wait(600)
                events = s.csms.requests(v21.TransactionEventRequest)
                assert s.station.outbox_size == 0
                times = [event.timestamp for event in events]
                assert times == sorted(times)
                assert max(spans(events), default=timedelta()) <= timedelta(minutes=11)

    run(first_life())
    assert len(copies) > 8
    for copy in copies:
        run(second_life(copy))


def an_hour_ahead(_: object) -> v21.BootNotificationResponse:
    return v21.BootNotificationResponse(
        status=v21.RegistrationStatusEnumType.ACCEPTED,
        current_time=now() + timedelta(hours=1),
        interval=300,
    )


def spans(events: Sequence[v21.TransactionEventRequest]) -> Iterator[timedelta]:
    """How long each transaction was."""
    for name in {event.transaction_info.transaction_id for event in events}:
        times = [e.timestamp for e in events if e.transaction_info.transaction_id == name]
        yield times[-1] - times[0]


def say(csms: Opponent, wrong: timedelta) -> None:
    """Let the CSMS tell a wrong time."""

    def answer_16(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        return v16.HeartbeatResponse(current_time=now() + wrong)

    def answer_2x(_: v21.HeartbeatRequest) -> v21.HeartbeatResponse:
        return v21.HeartbeatResponse(current_time=now() + wrong)

    csms.answer(v16.HeartbeatRequest, answer_16)
    csms.answer(v21.HeartbeatRequest, answer_2x)


def moment(request: Message) -> datetime | None:
    """When what a message tells of a transaction happened."""
    match request:
        case v16.MeterValuesRequest():
            return request.meter_value[0].timestamp
        case (
            v16.StartTransactionRequest()
            | v16.StopTransactionRequest()
            | v21.TransactionEventRequest()
        ):
            return request.timestamp
        case _:
            return None


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
@pytest.mark.parametrize("jumps", [(-7200,), (86400, 0), (86400, -86400, 0)])
def test_a_csms_whose_clock_jumps_does_not_reorder_a_transaction(
    version: str, jumps: tuple[int, ...]
) -> None:
    async def play() -> None:
        settings = {**OFFLINE, OCPPCommCtrlr.HeartbeatInterval: 30}
        csms = Opponent(boot_interval=30)
        async with scene(version, settings=settings, csms=csms) as s:
            await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
            for seconds in jumps:
                say(csms, timedelta(seconds=seconds))
                await s.wait(300)
            await s.evse.swipe(TOKEN)
            await s.wait(60)
            times = [time for heard in csms.heard if (time := moment(heard.request)) is not None]
            assert len(times) > 5
            assert times == sorted(times)

    run(play())


FAR = datetime(2100, 1, 1, tzinfo=UTC)


def tells(*times: Callable[[], datetime]) -> Callable[[Message], v201.HeartbeatResponse]:
    """Heartbeats that say one time after the other, and then the right one."""
    left = list(times)
    return lambda _: v201.HeartbeatResponse(current_time=left.pop(0)() if left else now())


def test_one_wrong_time_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    async def play() -> None:
        async with scene("2.0.1", settings=OFFLINE) as s:
            s.csms.answer(v201.HeartbeatRequest, tells(lambda: FAR))
            s.station.device_model[OCPPCommCtrlr.HeartbeatInterval] = 20
            await s.wait(60)
            began, ended = await session(s)
            events = s.csms.requests(v201.TransactionEventRequest)
            assert close(events[0].timestamp, began)
            assert close(events[-1].timestamp, ended)

    run(play())
    assert caplog.text.count("until a second answer says so") == 1


def test_a_time_to_which_a_second_answer_bears_witness_is_taken_soon() -> None:
    async def play() -> None:
        begin = now()
        later = timedelta(days=400)
        async with scene("2.0.1", settings=OFFLINE, clock=NoClock(begin - later)) as s:
            # The boot was the first witness; the second does not wait for the heartbeat's turn.
            assert s.station.device_model[OCPPCommCtrlr.HeartbeatInterval] > 100
            await s.wait(12)
            began, _ = await session(s)
            events = s.csms.requests(v201.TransactionEventRequest)
            assert close(events[0].timestamp, began)

    run(play())


def test_witnesses_that_do_not_agree_are_none() -> None:
    async def play() -> None:
        clock = StationClock(NoClock(EPOCH))
        for days in (400, -400, 800, 2):
            clock.set(EPOCH + timedelta(days=days))
            assert clock.doubtful
            assert close(clock.now(), EPOCH)
        clock.set(EPOCH + timedelta(hours=3))  # plausible: no witness is asked for
        assert not clock.doubtful
        assert close(clock.now(), EPOCH + timedelta(hours=3))
        for _ in range(2):
            clock.set(EPOCH - timedelta(days=30))
        assert close(clock.now(), EPOCH - timedelta(days=30))

    run(play())


def test_a_clock_that_knows_nothing_is_not_told_everything() -> None:
    """One wrong time would stand on a whole transaction, as its times never fall."""

    async def play() -> None:
        clock = StationClock(NoClock(None))
        clock.set(FAR)
        assert clock.provisional
        assert clock.doubtful
        clock.set(EPOCH)
        assert not clock.provisional
        assert close(clock.now(), EPOCH)
        clock = StationClock(NoClock(None))
        for _ in range(2):
            clock.set(FAR)
        assert not clock.provisional
        assert close(clock.now(), FAR)

    run(play())
