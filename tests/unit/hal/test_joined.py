"""A charger of several kinds of hardware."""

import threading
from collections.abc import Sequence

import pytest

from pilotwire.hal.interfaces import (
    EventSink,
    ExternalLimitChanged,
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareError,
    HardwareEvent,
    PilotChanged,
    PilotState,
    TokenPresented,
)
from pilotwire.hal.joined import JoinedStation
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from tests.support.virtual_time import virtual_time


class Broken:
    """One that does not start, or not stop."""

    def __init__(self, *, starts: bool) -> None:
        self._starts = starts
        self._inner = SimulatedStation(evses=1)

    @property
    def evses(self) -> Sequence[SimulatedEvse]:
        return self._inner.evses

    async def start(self, sink: EventSink) -> None:
        if not self._starts:
            raise HardwareError("it does not start")
        await self._inner.start(sink)

    async def stop(self) -> None:
        await self._inner.stop()
        raise HardwareError("it does not stop")

    async def reboot(self) -> None:
        raise HardwareError("it does not restart")


@virtual_time
async def test_what_parts_say_is_told_under_the_numbers_here() -> None:
    one, two = SimulatedStation(evses=2), SimulatedStation(evses=1)
    joined = JoinedStation([(one, [1, 3]), (two, [2])])
    assert [*joined.evses] == [one.evse(1), two.evse(1), one.evse(2)]
    events: list[HardwareEvent] = []
    await joined.start(events.append)
    await one.evse(2).plug_in(ElectricVehicle())
    await two.evse(1).swipe("CARD")
    assert PilotChanged(3, PilotState.B) in events
    [token] = [each for each in events if isinstance(each, TokenPresented)]
    assert token.evse_id == 2
    await joined.stop()


@virtual_time
async def test_a_fault_of_the_whole_station_lasts_until_no_part_has_it() -> None:
    parts = [SimulatedStation(evses=1), SimulatedStation(evses=1)]
    joined = JoinedStation([(part, [n]) for n, part in enumerate(parts, 1)])
    events: list[HardwareEvent] = []
    await joined.start(events.append)
    for part in parts:
        part.fail(FaultCode.EMERGENCY_STOP)
    parts[0].clear_fault(FaultCode.EMERGENCY_STOP)
    assert not [each for each in events if isinstance(each, FaultCleared)]
    parts[1].clear_fault(FaultCode.EMERGENCY_STOP)
    assert events[-1] == FaultCleared(0, FaultCode.EMERGENCY_STOP)
    await joined.stop()


@virtual_time
async def test_of_the_limits_of_the_whole_station_the_lowest_counts() -> None:
    parts = [SimulatedStation(evses=2), SimulatedStation(evses=1)]
    joined = JoinedStation([(parts[0], [1, 3]), (parts[1], [2])])
    events: list[HardwareEvent] = []
    await joined.start(events.append)
    told = len(events)
    parts[0].limit_externally(10.0)
    parts[1].limit_externally(16.0)
    parts[1].limit_externally(20.0, source="SO")
    parts[0].limit_externally(6.0, evse_id=2)
    parts[0].limit_externally(None)
    parts[1].limit_externally(None)
    assert events[told:] == [
        ExternalLimitChanged(0, 10.0),
        ExternalLimitChanged(0, 10.0),
        ExternalLimitChanged(0, 20.0, "SO"),
        ExternalLimitChanged(3, 6.0),
        ExternalLimitChanged(0, 16.0),
        ExternalLimitChanged(0, None),
    ]
    await joined.stop()


@virtual_time
async def test_one_that_does_not_start_stops_the_others() -> None:
    good = SimulatedStation(evses=1)
    joined = JoinedStation([(good, [1]), (Broken(starts=False), [2])])
    with pytest.raises(HardwareError, match="does not start"):
        await joined.start(lambda _: None)
    await good.start(lambda _: None)  # it was stopped, and can be started again
    await good.stop()


@virtual_time
async def test_one_that_does_not_stop_keeps_none_from_it() -> None:
    good = SimulatedStation(evses=1)
    joined = JoinedStation([(Broken(starts=True), [1]), (good, [2])])
    await joined.start(lambda _: None)
    with pytest.raises(HardwareError, match="does not restart"):
        await joined.reboot()
    await good.evse(1).close_contactor()
    with pytest.raises(HardwareError, match="does not stop"):
        await joined.stop()
    assert not good.evse(1).contactor.closed


class Confused(Broken):
    """One that speaks of an EVSE that it does not have, in a thread."""

    async def start(self, sink: EventSink) -> None:
        said = FaultRaised(2, FaultCode.GROUND_FAULT)
        thread = threading.Thread(target=sink, args=(said,))
        thread.start()
        thread.join()


@virtual_time
async def test_an_evse_that_a_part_does_not_have_is_not_anothers() -> None:
    joined = JoinedStation([(SimulatedStation(evses=1), [2]), (Confused(starts=True), [1])])
    events: list[HardwareEvent] = []
    await joined.start(events.append)
    [event] = events
    assert isinstance(event, FaultRaised)
    assert event.evse_id > 2


@pytest.mark.parametrize("numbers", [[1], [1, 3], [0, 1], [1, 1], [1, 2, 3]])
def test_numbers_that_are_none(numbers: list[int]) -> None:
    with pytest.raises(ValueError, match="number"):
        JoinedStation([(SimulatedStation(evses=2), numbers)])
