"""Hardware whose methods are plain functions, of which some block."""

import asyncio
import threading
from dataclasses import dataclass, field

import pytest

from pilotwire.hal.interfaces import (
    ConnectorKind,
    EventSink,
    FaultCode,
    HardwareError,
    MeterReading,
    PilotChanged,
    PilotState,
    StationHardware,
    at_once,
    in_thread,
)
from pilotwire.hal.testing import CONTRACT, Check, NotCheckable, run_check
from tests.support.evse import DRIVER, bare_station
from tests.support.virtual_time import VirtualTimeLoop, virtual_time


@dataclass
class Socket:
    """No method of it is a coroutine function."""

    kind: ConnectorKind = ConnectorKind.TYPE2_CABLE
    phases: int = 1
    max_current_a: float = 16.0
    pilot: PilotState = PilotState.A
    offered: float = 0.0
    closed: bool = False
    threads: set[str] = field(default_factory=set[str])
    broken: bool = False

    @at_once
    def pilot_state(self) -> PilotState:
        return self.pilot

    @at_once
    def offer_current(self, amperes: float) -> None:
        self.threads.add(threading.current_thread().name)
        self.offered = amperes

    @in_thread
    def close_contactor(self) -> None:
        self.closed = True

    @at_once
    def open_contactor(self) -> None:
        self.closed = False

    @at_once
    def lock_connector(self) -> None:
        pass

    @at_once
    def unlock_connector(self) -> None:
        pass

    @in_thread
    def read_meter(self) -> MeterReading:
        """Its docstring."""
        self.threads.add("meter: " + threading.current_thread().name)
        if self.broken:
            raise HardwareError("the bus is silent")
        return MeterReading(12.0)


class Charger:
    """One such socket."""

    def __init__(self) -> None:
        self.socket = Socket()
        self.sink: EventSink = lambda _: None

    @property
    def evses(self) -> tuple[Socket]:
        return (self.socket,)

    @at_once
    def start(self, sink: EventSink) -> None:
        self.sink = sink

    @at_once
    def stop(self) -> None:
        self.socket.closed = False

    @at_once
    def reboot(self) -> None:
        self.socket.closed = False


def checked(hardware: StationHardware) -> StationHardware:
    """That is what type checkers have to accept."""
    return hardware


@virtual_time
async def test_a_station_charges_with_it() -> None:
    charger = Charger()
    async with bare_station(checked(charger)) as station:
        socket, evse = charger.socket, station.evses.get(1)
        socket.pilot = PilotState.C
        charger.sink(PilotChanged(1, PilotState.C))
        await evse.authorized(DRIVER)
        await asyncio.sleep(5)
        assert socket.closed
        assert socket.offered == 16.0
        main = threading.main_thread().name
        assert main in socket.threads
        assert f"meter: {main}" not in socket.threads

        socket.broken = True
        await evse.faults.cleared(1, FaultCode.METER)
        await asyncio.sleep(3600)
        assert FaultCode.METER in {fault.code for fault in evse.state.faults.values()}
        assert not socket.closed


@pytest.mark.parametrize("check", CONTRACT, ids=[check.__name__ for check in CONTRACT])
def test_it_keeps_the_contract(check: Check) -> None:
    try:
        run_check(check, lambda: checked(Charger()), VirtualTimeLoop)
    except NotCheckable:
        pytest.skip("without a bench")


def test_what_a_method_says_of_itself_is_kept() -> None:
    assert Socket.read_meter.__doc__ == "Its docstring."
