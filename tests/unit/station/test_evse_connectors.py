"""All short sequences of what can happen to an EVSE with two connectors: energy flows at the one
whose vehicle came first if, and only if, it may, and never at both.
"""

import asyncio
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pytest

from pilotwire.hal.interfaces import ConnectorKind, FaultCode
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.holds import Hold
from pilotwire.station.vocabulary import ConnectorStatus
from pilotwire.store import Store
from tests.support.depth import DEEPER
from tests.support.evse import DRIVER, bare_station
from tests.support.virtual_time import run

HOLD = Hold("a test")
CONNECTORS = (1, 2)
EVENTS = ("plug 1", "plug 2", "unplug 1", "unplug 2", "token", "raise", "clear", "hold", "let go")


@dataclass
class Truth:
    """What is so, told by the events alone. `vehicles` are the connectors that are taken, in the
    order in which their turn comes.
    """

    vehicles: list[int] = field(default_factory=list[int])
    authorized: bool = False
    faulted: bool = False
    held: bool = False

    def happens(self, event: str) -> None:
        what, _, where = event.partition(" ")
        match what:
            case "plug":
                if int(where) not in self.vehicles:
                    self.vehicles.append(int(where))
            case "unplug":
                if self.vehicles[:1] == [int(where)]:
                    self.authorized = False  # StopTxOnEVSideDisconnect
                if int(where) in self.vehicles:
                    self.vehicles.remove(int(where))
            case "token":
                self.authorized = self.authorized or not self.faulted
            case "raise":
                self.faulted, self.authorized = True, False
            case "clear":
                self.faulted = False
            case _:
                self.held = what == "hold"

    def flows(self, connector_id: int) -> bool:
        may = self.authorized and not self.faulted and not self.held
        return may and self.vehicles[:1] == [connector_id]

    def status(self, connector_id: int) -> ConnectorStatus:
        if self.faulted:
            return ConnectorStatus.FAULTED
        taken = connector_id in self.vehicles
        return ConnectorStatus.OCCUPIED if taken else ConnectorStatus.AVAILABLE


async def happens(event: str, hardware: SimulatedEvse, evse: EvseControl) -> None:
    """Let it happen, and wait until nothing moves any more."""
    what, _, where = event.partition(" ")
    match what:
        case "plug":
            connector = hardware.connector(int(where))
            if connector.vehicle is None:
                await connector.plug_in(ElectricVehicle(soc=10, wakes_after_s=0))
        case "unplug":
            connector = hardware.connector(int(where))
            if connector.vehicle is not None:
                await connector.tear_out()
        case "token":
            await evse.authorized(DRIVER)
        case "raise":
            hardware.fail(FaultCode.GROUND_FAULT)
        case "clear":
            hardware.clear_fault()
        case "hold":
            await evse.hold(HOLD)
        case _:
            await evse.let_go(HOLD)
    await asyncio.sleep(2.0)


async def play_all(sequences: Iterable[tuple[str, ...]]) -> None:
    store = Store(":memory:")
    for sequence in sequences:
        hardware = SimulatedStation(evses=1, connectors=(ConnectorKind.TYPE2_SOCKET,) * 2)
        async with bare_station(hardware, store=store) as station:
            truth, plugs = Truth(), hardware.evse(1)
            for event in sequence:
                truth.happens(event)
                await happens(event, plugs, station.evses.get(1))
                seen = station.evse(1)
                for connector_id in CONNECTORS:
                    outlet, flows = plugs.connector(connector_id), truth.flows(connector_id)
                    where = f"connector {connector_id} in {' > '.join(sequence)} at {event}"
                    assert outlet.contactor.closed is flows, where
                    assert (outlet.offered_a > 0) is flows, where
                    held = truth.authorized and truth.vehicles[:1] == [connector_id]
                    assert outlet.lock.locked is held, where
                    assert seen.connectors[connector_id - 1] is truth.status(connector_id), where


def test_three_events() -> None:
    run(play_all(itertools.product(EVENTS, repeat=3)))


@pytest.mark.parametrize("connectors", [CONNECTORS, CONNECTORS[::-1]])
def test_two_vehicles_and_two_events(connectors: Sequence[int]) -> None:
    """Three, where there is time."""
    begin = (*(f"plug {each}" for each in connectors), "token")
    run(play_all((*begin, *more) for more in itertools.product(EVENTS, repeat=2 + DEEPER)))
