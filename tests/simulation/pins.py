"""A charger whose hardware is on mock pins, for days with misfortune.

`PinnedStation` is what the station drives; it passes all on to a `GpioStation`, whose pins are in a
world with a contactor, a lock, a vehicle and the rest (`tests.support.gpio_world`). People and
judges see the EVSE as they see a simulated one: what they do, they do to that world, and what they
look at are its contacts, not what the program thinks of them. A card reader and the sensor of the
parking bay stand beside the pins.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar, TypeVarTuple, Unpack

from pilotwire.hal.gpio import GpioStation
from pilotwire.hal.gpio.pulses import CountFile
from pilotwire.hal.interfaces import (
    BayChanged,
    EventSink,
    FaultCode,
    FaultRaised,
    HardwareError,
    HardwareEvent,
    MeterReading,
    PilotState,
    TokenPresented,
)
from pilotwire.hal.simulated import ElectricVehicle
from tests.simulation.people import Wear
from tests.support.gpio_world import OHMS, PULSE_WH, PULSES, RELAY
from tests.support.gpio_world import World as Surroundings
from tests.support.virtual_time import VirtualTimeLoop

__all__ = ["InTurnLoop", "PinnedEvse", "PinnedStation", "PinnedWear"]

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

AT_ONCE = 0.15
"""Seconds within which the contacts are open when a vehicle is gone or a device trips: IEC 61851-1
allows 100 ms to the relay, and the contacts travel.
"""

SETTLED = 1.0
"""Seconds after a change within which whatever is confirmed is confirmed."""

IDLE = 5.0
"""Seconds between two looks at what does not change."""

LAG_WH = 32 * 230 * 31 / 3600
"""What may be counted and not written yet: the file is written every 30 s while energy flows."""

OTHER_OHMS = 350.0
"""A cable that does not say what it bears."""


class InTurnLoop(VirtualTimeLoop):
    """Virtual time in which the work of threads has its turn as any other has: a day is the same
    each time.
    """

    def run_in_executor(
        self,
        executor: Executor | None,
        func: Callable[[Unpack[Ts]], T],
        *args: *Ts,
    ) -> "asyncio.Future[T]":
        future: asyncio.Future[T] = self.create_future()

        def work() -> None:
            if future.cancelled():
                return
            try:
                future.set_result(func(*args))
            except BaseException as error:  # whoever awaits it gets it, as from a thread
                future.set_exception(error)

        self.call_soon(work)
        return future


class SteppedStation(GpioStation):
    """One that looks often after something has changed, and else only now and then: the looks in
    between would see what the last one has seen, twenty million times in a hundred hours.
    """

    changed: asyncio.Event
    changed_at = 0.0

    async def _look_on(self) -> None:
        loop = asyncio.get_running_loop()
        while not self._over.is_set():
            if loop.time() - self.changed_at > SETTLED:
                self.changed.clear()
                timer = loop.call_later(IDLE, self.changed.set)
                await self.changed.wait()
                timer.cancel()
            await asyncio.sleep(self._config.every_s)
            self._look()
            self._after_look()


class PinWorld(Surroundings):
    """What is around the pins, and can lose its power. `wrongs` takes what the contacts did."""

    def __init__(self, folder: Path, wrongs: list[str], moved: Callable[[], None]) -> None:
        self._stepped: SteppedStation | None = None
        self.dead = False
        self.listening = False
        self.counted = 0
        """Pulses that have reached a program, since the count that it began with, with that."""
        self._wrongs = wrongs
        self._moved = moved
        self._due: asyncio.TimerHandle | None = None
        super().__init__(folder)
        self._stepped = SteppedStation(self.config, pin_factory=self.factory, own_thread=False)
        self._stepped.changed = asyncio.Event()
        self.hardware = self._stepped

    def changes(self) -> None:
        """Something at a pin is not as it was."""
        if self._stepped is None:
            return
        self._stepped.changed_at = self._loop.time()
        self._stepped.changed.set()
        self._moved()
        if self._unsafe is None:
            if self._due is not None:
                self._due.cancel()
                self._due = None
        elif self._due is None:
            self._due = self._loop.call_later(AT_ONCE, self._still)

    @property
    def _unsafe(self) -> str | None:
        """Why the contacts must be open at once, if they are not."""
        if not self.closed or self.welded:
            return None
        if self.tripped:
            return "the residual current device has tripped"
        if self.stop_pressed:
            return "the emergency stop is pressed"
        if self.spi_error is not None:
            return "the pilot can't be read"
        if self.level not in {PilotState.B, PilotState.C, PilotState.D}:
            return f"the pilot is in state {self.level}"
        return "there is no plug" if self.cable_ohms is None else None

    def _still(self) -> None:
        self._due = None
        unsafe = self._unsafe
        if unsafe is not None:
            at = self._loop.time()
            self._wrongs.append(f"contacts are closed at {at:.3f}, {AT_ONCE:g} s after: {unsafe}")

    def lose_power(self) -> None:
        """Whatever drives a pin does not any more."""
        self.dead = True
        self._later(0.0, self._contactor_moves)
        self._supply()

    def is_on(self, number: int) -> bool:
        return not self.dead and super().is_on(number)

    @property
    def duty(self) -> float:
        return 0.0 if self.dead else super().duty

    def driven(self, name: str) -> None:
        super().driven(name)
        if name != f"GPIO{PULSES}":
            self.changes()

    def _contactor_moves(self) -> None:
        super()._contactor_moves()
        self.changes()

    def _car_moves(self) -> None:
        if self.car is not None:
            self.car_level = self.car.pilot
        self.changes()

    def _pulse(self) -> None:
        before = self.pulses
        super()._pulse()
        if self.listening:
            self.counted += self.pulses - before


class PinnedEvse:
    """The EVSE: to the station that of the pins, to people and judges one that can be plugged into,
    and whose parts break.
    """

    id = 1
    has_bay_sensor = True

    def __init__(self, station: "PinnedStation") -> None:
        self._station = station
        self._faults = SimpleNamespace()
        self._powered = False
        self._bay_occupied = False
        self._shown_wh = 0.0
        self.contactor = _Contacts(station)
        self.lock = _Bolt(station)
        self.meter = _Register(self)

    def __getattr__(self, name: str) -> Any:  # whatever the EVSE of the pins has
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._station.world.hardware.evses[0], name)

    # What the station does with it.

    async def close_contactor(self) -> None:
        await self._station.world.hardware.evses[0].close_contactor()

    async def unlock_connector(self) -> None:
        await self.lock.unlock()

    async def read_meter(self) -> MeterReading:
        """Read it, and see whether it can be so."""
        world = self._station.world
        flows = world.closed or world.is_on(RELAY)
        reading = await world.hardware.evses[0].read_meter()
        most = world.counted * PULSE_WH
        least = most - (LAG_WH if flows else 0.0)
        if not least <= reading.energy_wh <= most:
            self._station.wrongs.append(
                f"the meter shows {reading.energy_wh} Wh, and has counted {most} Wh"
            )
        return reading

    # What people do, and see.

    @property
    def vehicle(self) -> ElectricVehicle | None:
        return self._station.world.car

    @property
    def _pilot(self) -> PilotState:
        return self._station.world.level

    @property
    def faults(self) -> tuple[FaultRaised, ...]:
        """What really is wrong."""
        world = self._station.world
        stand = {
            FaultCode.GROUND_FAULT: world.tripped,
            FaultCode.EMERGENCY_STOP: world.stop_pressed,
            FaultCode.HIGH_TEMPERATURE: world.celsius_ohms < 1000,
            FaultCode.PILOT: world.spi_error is not None,
        }
        return tuple(FaultRaised(1, code) for code, there in stand.items() if there)

    async def swipe(self, token: str) -> None:
        self._report(TokenPresented(token, evse_id=1))

    async def plug_in(self, vehicle: ElectricVehicle) -> None:
        world = self._station.world
        world.plug_in(vehicle)
        bears = vehicle.cable_a
        world.cable_ohms = OTHER_OHMS if bears is None else OHMS.get(bears, OTHER_OHMS)
        world.changes()

    async def unplug(self) -> None:
        if self._station.world.locked():
            raise HardwareError("the plug is locked")
        await self.tear_out()

    async def tear_out(self) -> None:
        """By force: the bolt gives way."""
        world = self._station.world
        world.bolt = 0.0
        world.diode = True
        world.unplug()
        world._show()
        world.changes()

    def drive_in(self) -> None:
        self._bay(occupied=True)

    def drive_out(self) -> None:
        self._bay(occupied=False)

    def announce(self) -> None:
        """Tell of the bay, whatever is so."""
        self._report(BayChanged(1, self._bay_occupied))

    def _bay(self, *, occupied: bool) -> None:
        if self._bay_occupied is not occupied:
            self._bay_occupied = occupied
            self.announce()

    def _report(self, event: HardwareEvent) -> None:
        self._station.report(event)


class _Contacts:
    """Where the contacts of the contactor are."""

    def __init__(self, station: "PinnedStation") -> None:
        self._station = station

    @property
    def closed(self) -> bool:
        return self._station.world.closed

    def _moved(self) -> None:
        """For those who look."""


class _Bolt:
    """The lock, for those who look whether it is told to open."""

    def __init__(self, station: "PinnedStation") -> None:
        self._station = station

    async def unlock(self) -> None:
        await self._station.world.hardware.evses[0].unlock_connector()


class _Register:
    """What the meter shows: the count that is in its file."""

    def __init__(self, evse: PinnedEvse) -> None:
        self._evse = evse

    @property
    def register_wh(self) -> float:
        return self._evse._station.count * PULSE_WH


class PinnedStation:
    """The hardware of a station, on pins that are in a world of their own."""

    main_meter = None

    def __init__(self, folder: Path, wrongs: list[str]) -> None:
        self._folder = folder / "pins"
        self._folder.mkdir()
        self.file = CountFile(self._folder / "count.json")
        self.wrongs = wrongs
        self._sink: EventSink | None = None
        self._cut: int | None = None
        self.evses = (PinnedEvse(self),)

    @cached_property
    def world(self) -> PinWorld:
        """Made when time passes already."""
        return PinWorld(self._folder, self.wrongs, lambda: self.evses[0].contactor._moved())

    @property
    def count(self) -> int:
        """What is in the file of the meter; of a dead one, what was."""
        return self.file.load() if self._cut is None else self._cut

    @property
    def disk(self) -> Path:
        """Where a folder is in the way of the meter's count."""
        return self._folder / ".count.json.new"

    def evse(self, evse_id: int) -> PinnedEvse:
        return self.evses[evse_id - 1]

    async def start(self, sink: EventSink) -> None:
        world, [evse] = self.world, self.evses
        if self._cut is not None:
            self._put_back(self._cut)
            self._cut = None
        world.dead = False
        world.counted = self.file.load()
        world.listening = True
        self._sink = sink
        await world.hardware.start(lambda event: evse._report(event))
        evse._powered = True
        evse.announce()

    async def stop(self) -> None:
        self.evses[0]._powered = False
        self._sink = None
        try:
            await self.world.hardware.stop()
        finally:
            self.world.listening = False

    async def reboot(self) -> None:
        await self.world.hardware.reboot()
        self.evses[0].announce()

    def report(self, event: HardwareEvent) -> None:
        if self._sink is not None:
            self._sink(event)

    def die(self) -> None:
        """The power is gone: what is written from now on is not."""
        if not self.world.dead:
            self.evses[0]._powered = False
            self._cut = self.file.load()
            self.world.lose_power()

    def _put_back(self, count: int) -> None:
        way = self.disk.exists()
        if way:
            self.disk.rmdir()
        self.file.save(count)
        if way:
            self.disk.mkdir()


class PinnedWear(Wear):
    """What breaks around pins."""

    def reset(self) -> None:
        """There is no such button: what works again is found by the station itself."""

    def _breakdowns(self) -> list[tuple[Callable[[], None], Callable[[], None]]]:
        evse: Any = self._evse
        assert isinstance(evse, PinnedEvse)
        station = evse._station

        def fault(code: FaultCode) -> tuple[Callable[[], None], Callable[[], None]]:
            def so(there: bool) -> Callable[[], None]:
                def do() -> None:
                    station.world._fault(code, there=there)
                    station.world.changes()

                return do

            return so(True), so(False)

        def part(name: str, broken: object, well: object) -> tuple[Callable[[], None], ...]:
            def so(value: object) -> Callable[[], None]:
                def do() -> None:
                    setattr(station.world, name, value)
                    station.world._contactor_moves()

                return do

            return so(broken), so(well)

        weld, unweld = part("welded", True, False)

        def unwelded() -> None:
            unweld()
            self._inspector.broken = False

        def in_the_way() -> None:
            station.disk.mkdir()

        codes = (FaultCode.GROUND_FAULT, FaultCode.EMERGENCY_STOP, FaultCode.HIGH_TEMPERATURE)
        burn, mend = part("burnt", True, False)
        jam, turn = part("jammed", True, False)
        short, restore = part("forced", PilotState.E, None)
        silence, speak = part("spi_error", OSError("no answer"), None)
        deafen, hear = part("deaf", True, False)
        diode, whole = part("diode", False, True)
        return [
            *(fault(code) for code in codes),
            (burn, mend),
            (self._contactor_fails(weld), unwelded),
            (jam, turn),
            (self._meter_fails(in_the_way), self._file_repaired),
            (short, restore),
            (silence, speak),
            (deafen, hear),
            (diode, whole),
        ]

    def _file_repaired(self) -> None:
        evse: Any = self._evse
        evse._station.disk.rmdir()
        self.unreadable = False
