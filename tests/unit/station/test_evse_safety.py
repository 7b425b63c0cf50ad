"""All short sequences of what can happen to an EVSE: energy flows if, and only if, it may.

the contactor is closed  <=>  a vehicle is plugged in and asks, somebody is authorized,
                              no fault and no hold stands, and the limit leaves a current
"""

import asyncio
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.holds import Hold
from pilotwire.station.station import Station
from pilotwire.store import Store
from tests.support.depth import DEEPER
from tests.support.evse import DRIVER, bare_station
from tests.support.virtual_time import run

HOLD = Hold("a test")

EVENTS = (
    "plug",
    "unplug",
    "token",
    "raise contactor",
    "clear contactor",
    "raise ground",
    "clear ground",
    "hold",
    "let go",
    "limit 0",
    "limit 16",
    "limit 32",
)

CODES = {"contactor": FaultCode.CONTACTOR, "ground": FaultCode.GROUND_FAULT}


@dataclass
class Truth:
    """What is so, told by the events alone."""

    plugged: bool = False
    authorized: bool = False
    faults: set[str] = field(default_factory=set[str])
    held: bool = False
    limit: float = 32.0

    def happens(self, event: str) -> None:
        what, _, more = event.partition(" ")
        match what:
            case "plug":
                self.plugged = True
            case "unplug":
                self.authorized = self.authorized and not self.plugged  # StopTxOnEVSideDisconnect
                self.plugged = False
            case "token":
                self.authorized = self.authorized or not self.faults
            case "raise":
                self.faults.add(more)
                self.authorized = False
            case "clear":
                self.faults.discard(more)
            case "hold":
                self.held = True
            case "let":
                self.held = False
            case _:
                self.limit = float(more)

    @property
    def flows(self) -> bool:
        return (
            self.plugged
            and self.authorized
            and not self.faults
            and not self.held
            and self.limit >= 6
        )


class Play:
    """One sequence at a fresh station."""

    def __init__(self, station: Station, hardware: SimulatedEvse) -> None:
        self.evse: EvseControl = station.evses.get(1)
        self.hardware = hardware
        self.truth = Truth()
        close = hardware.close_contactor

        async def watched_close() -> None:
            assert self.truth.flows, "the contactor was told to close"
            assert self.evse.transaction is not None, "nothing may flow unrecorded"
            assert hardware.lock.locked, "the plug is not held"
            await close()

        vars(hardware)["close_contactor"] = watched_close

    async def happens(self, event: str) -> None:
        """Let it happen, and wait until nothing moves any more."""
        hardware, evse = self.hardware, self.evse
        what, _, more = event.partition(" ")
        self.truth.happens(event)
        match what:
            case "plug":
                if hardware.vehicle is None:
                    await hardware.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
            case "unplug":
                if hardware.vehicle is not None:
                    await hardware.tear_out()
            case "token":
                await evse.authorized(DRIVER)
            case "raise":
                hardware.fail(CODES[more])
            case "clear":
                hardware.clear_fault(CODES[more])
            case "hold":
                await evse.hold(HOLD)
            case "let":
                await evse.let_go(HOLD)
            case _:
                await evse.limit(float(more))
        await asyncio.sleep(2.0)

    def look(self) -> None:
        truth, hardware = self.truth, self.hardware
        assert hardware.contactor.closed is truth.flows
        assert hardware.offered_a == (truth.limit if truth.flows else 0.0)
        held = truth.authorized and truth.plugged
        assert hardware.lock.locked is held
        assert bool(self.evse.state.faults) is bool(truth.faults)


async def play(store: Store, sequence: tuple[str, ...]) -> None:
    hardware = SimulatedStation(evses=1)
    async with bare_station(hardware, store=store) as station:
        stage = Play(station, hardware.evse(1))
        try:
            for event in sequence:
                await stage.happens(event)
                stage.look()
        except AssertionError as error:
            raise AssertionError(f"{' > '.join(sequence)}: {error}") from error


async def play_all(sequences: Iterable[tuple[str, ...]]) -> None:
    store = Store(":memory:")
    for sequence in sequences:
        await play(store, sequence)


def test_two_events_at_rest() -> None:
    run(play_all(itertools.product(EVENTS, repeat=2)))


def test_two_events_while_a_vehicle_charges() -> None:
    run(play_all(("plug", "token", *more) for more in itertools.product(EVENTS, repeat=2)))


@pytest.mark.slow
@pytest.mark.parametrize("first", EVENTS)
def test_three_events(first: str) -> None:
    """Four, where there is time."""
    run(play_all((first, *more) for more in itertools.product(EVENTS, repeat=2 + DEEPER)))
