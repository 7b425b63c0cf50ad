"""Every TxStartPoint with every TxStopPoint, whatever happens in whichever order (E01, E03, E06).

A small model of its own says when a transaction runs, and when energy flows.
"""

import asyncio
from dataclasses import dataclass, field
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.station.device_model.standard import SampledDataCtrlr, TxCtrlr
from pilotwire.station.facts.fact import Fact
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.station import Station
from tests.support.evse import bare_station
from tests.support.outages import OFFLINE
from tests.support.scene import TOKEN, Settings
from tests.support.virtual_time import run, virtual_time

BAY, CABLE, TOKEN_POINT = "ParkingBayOccupancy", "EVConnected", "Authorized"
SIGNED, PATH, ENERGY = "DataSigned", "PowerPathClosed", "EnergyTransfer"
START = (BAY, CABLE, TOKEN_POINT, SIGNED, PATH, ENERGY)
STOP = (BAY, CABLE, TOKEN_POINT, PATH, ENERGY)  # errata: DataSigned is the end of nothing

STEPS = ("drive in", "drive out", "plug in", "unplug", "swipe", "pause", "resume", "wait")
ORDERS = (
    ("drive in", "plug in", "swipe", "pause", "resume", "swipe", "unplug", "drive out"),
    ("swipe", "drive in", "plug in", "swipe", "swipe", "unplug", "drive out"),
    ("plug in", "swipe", "drive in", "drive out", "unplug", "swipe", "wait"),
    ("drive in", "swipe", "wait", "drive out", "plug in", "unplug"),
)
"""Those that people come in most; hypothesis finds others."""


def hardware() -> SimulatedStation:
    """A fixed cable: no plug is locked, so that everybody may leave when they like."""
    return SimulatedStation(evses=1, kind=ConnectorKind.TYPE2_CABLE, bay_sensors=True, signing=True)


@dataclass
class Model:
    """What must be so: a transaction starts with the first of `start` that becomes true, and ends
    with the first of `stop` that was true in it and is no more.
    """

    start: frozenset[str]
    stop: frozenset[str]
    bay: bool = False
    plugged: bool = False
    paused: bool = False
    authorized: bool = False
    energy: bool = False
    running: bool = False
    seen: set[str] = field(default_factory=set[str])
    before: frozenset[str] = frozenset()
    happened: list[str] = field(default_factory=list[str])

    def can(self, step: str) -> bool:
        match step:
            case "drive in" | "drive out":
                return self.bay is (step == "drive out")
            case "plug in" | "unplug":
                return self.plugged is (step == "unplug")
            case "pause" | "resume":
                return self.plugged and self.paused is (step == "resume")
            case _:
                return True

    def take(self, step: str) -> None:
        trigger, ends = "ChargingStateChanged", False
        match step:
            case "drive in" | "drive out":
                self.bay = not self.bay
                trigger = "EVDetected" if self.bay else "EVDeparted"
            case "plug in":
                self.plugged, self.paused, trigger = True, False, "CablePluggedIn"
            case "unplug":
                self.plugged = self.authorized = False  # E09.FR.01
                trigger = "EVCommunicationLost"
            case "swipe":
                self.authorized = not self.authorized
                trigger = "Authorized" if self.authorized else "StopAuthorized"
            case "pause" | "resume":
                self.paused = not self.paused
            case _ if self.authorized and not self.plugged:
                self.authorized, trigger = False, "EVConnectTimeout"
                ends = BAY not in self.stop  # E03.FR.05, E03.FR.15
            case _:
                pass
        self.energy = self.energy and self.may
        self.settle(trigger, ends=ends)
        self.energy = self.may and (self.running or ENERGY in self.start)
        self.settle("ChargingStateChanged")

    def settle(self, trigger: str, *, ends: bool = False) -> None:
        now = self.points()
        if self.running:
            lost = (self.seen - now) & self.stop
            if ends or lost or not now:
                of_energy = trigger == "StopAuthorized" and lost == {ENERGY}  # figure 55
                self.happened.append(f"Ended {'ChargingStateChanged' if of_energy else trigger}")
                self.running = self.authorized = self.energy = False
                now = self.points()
        elif began := (now - self.before) & self.start:
            trigger = "SignedDataReceived" if began == frozenset({SIGNED}) else trigger
            self.happened.append(f"Started {trigger}")
            self.running, self.seen = True, set()
        if self.running:
            self.seen |= now
        self.before = now

    @property
    def may(self) -> bool:
        return self.authorized and self.plugged and not self.paused

    def points(self) -> frozenset[str]:
        true = {
            BAY: self.bay and BAY in self.start | self.stop,
            CABLE: self.plugged,
            TOKEN_POINT: self.authorized,
            SIGNED: self.plugged and self.authorized,  # a signed value is read at once
            PATH: self.plugged and self.authorized,
            ENERGY: self.energy,
        }
        return frozenset(name for name, is_so in true.items() if is_so)


async def take(step: str, station: Station, evse: SimulatedEvse) -> None:
    match step:
        case "drive in":
            evse.drive_in()
        case "drive out":
            evse.drive_out()
        case "plug in":
            await evse.plug_in(ElectricVehicle(battery_kwh=500))
        case "unplug":
            await evse.unplug()
        case "swipe":
            await evse.swipe(TOKEN)
        case "pause" | "resume":
            assert evse.vehicle is not None
            (evse.vehicle.pause if step == "pause" else evse.vehicle.resume)()
        case _:
            pass


TIMEOUT = 1000


async def play(start: frozenset[str], stop: frozenset[str], steps: tuple[str, ...]) -> None:
    """Take the steps that can be taken, and hold the station against the model after each."""
    model = Model(start, stop)
    station_settings: Settings = {
        **OFFLINE,
        SampledDataCtrlr.TxUpdatedInterval: 0,
        SampledDataCtrlr.SignReadings: True,
        TxCtrlr.EVConnectionTimeOut: TIMEOUT,
        TxCtrlr.TxStartPoint: tuple(sorted(start)),
        TxCtrlr.TxStopPoint: tuple(sorted(stop)),
    }
    place = hardware()
    evse = place.evse(1)
    happened: list[str] = []
    numbers: dict[str, list[int]] = {}

    def listen(fact: Fact) -> None:
        if isinstance(fact, TransactionEvent):
            numbers.setdefault(fact.transaction_id, []).append(fact.seq_no)
            if fact.event_type != "Updated":
                happened.append(f"{fact.event_type.value} {fact.trigger.value}")

    async with bare_station(place, station_settings) as station:
        station.core.delivery.post = listen  # type: ignore[method-assign]  # nobody is to be told
        taken: list[str] = []
        for step in steps:
            if not model.can(step):
                continue
            taken.append(step)
            model.take(step)
            await take(step, station, evse)
            await asyncio.sleep(TIMEOUT + 100 if step == "wait" else 20)
            control = station.evses.get(1)
            assert happened == model.happened, taken
            assert (control.transaction is not None) is model.running, taken
            assert (control.state.authorization is not None) is model.authorized, taken
            assert evse.contactor.closed is model.energy, taken
    for of_one in numbers.values():
        assert of_one == list(range(len(of_one)))  # E01.FR.07


def sets(points: tuple[str, ...]) -> list[frozenset[str]]:
    sizes = range(1, len(points) + 1)
    return [frozenset(some) for size in sizes for some in combinations(points, size)]


@pytest.mark.parametrize("start", sets(START), ids=lambda start: ",".join(sorted(start)))
def test_each_start_with_each_stop(start: frozenset[str]) -> None:
    turn = sets(START).index(start)
    for number, stop in enumerate(sets(STOP)):
        run(play(start, stop, ORDERS[(turn + number) % len(ORDERS)]))


@settings(max_examples=200, deadline=None)
@given(
    start=st.sets(st.sampled_from(START), min_size=1).map(frozenset),
    stop=st.sets(st.sampled_from(STOP), min_size=1).map(frozenset),
    steps=st.lists(st.sampled_from(STEPS), min_size=1, max_size=14).map(tuple),
)
@virtual_time
async def test_whatever_happens_in_whichever_order(
    start: frozenset[str], stop: frozenset[str], steps: tuple[str, ...]
) -> None:
    await play(start, stop, steps)
