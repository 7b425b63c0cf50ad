"""What is around the mock pins of a charger: a contactor that moves, a lock that turns, a residual
current device, a meter that gives pulses, and a vehicle that hangs on a pilot.

All that the hardware drives is read off its pins, and all that it sees is driven at them: levels at
digital pins, and the volts of the converter as it says them on SPI.
"""

import asyncio
import contextlib
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gpiozero.pins.mock import (  # type: ignore[import-untyped]  # it has no types
    MockFactory,
    MockPWMPin,
)

from pilotwire.hal.gpio import GpioConfig, GpioStation, offer_of
from pilotwire.hal.interfaces import FaultCode, PilotState
from pilotwire.hal.simulated.flow import Supply
from pilotwire.hal.simulated.vehicle import ElectricVehicle
from pilotwire.hal.testing import Subject

__all__ = ["CONFIG", "World", "make_station", "make_world"]

RELAY, MIRROR, PWM, LOCK, UNLOCK, LOCKED, UNLOCKED = 17, 27, 18, 22, 23, 24, 25
RCD, RCD_TEST, PULSES, STOP, BUTTON, LAMP = 5, 6, 12, 13, 16, 19

CONFIG: dict[str, Any] = {
    "evses": [
        {
            "phases": 1,
            "max_current_a": 32.0,
            "contactor": {
                "relay": {"pin": RELAY},
                "mirror": {"pin": MIRROR, "active_high": False, "pull": "up"},
            },
            "pilot": {
                "pwm": {"pin": PWM},
                "high": {"channel": 0, "gain": 10.0, "offset": -16.5},
                "low": {"channel": 1, "gain": 10.0, "offset": -16.5},
            },
            "proximity": {"input": {"channel": 2}},
            "lock": {
                "lock": {"pin": LOCK},
                "unlock": {"pin": UNLOCK},
                "locked": {"pin": LOCKED, "active_high": False, "pull": "up"},
                "unlocked": {"pin": UNLOCKED, "active_high": False, "pull": "up"},
            },
            "faults": [
                {
                    "input": {"pin": RCD, "pull": "down"},
                    "code": "GroundFault",
                    "self_test": {"test": {"pin": RCD_TEST}},
                }
            ],
            "thermistor": {"input": {"channel": 3}},
            "meter": {"input": {"pin": PULSES, "pull": "down"}, "file": "count.json"},
        }
    ],
    "faults": [
        {
            "input": {"pin": STOP, "active_high": False, "pull": "up"},
            "code": "EmergencyStop",
        }
    ],
    "lamps": {"charging": {"pin": LAMP}},
    "buttons": {"stop": {"pin": BUTTON, "active_high": False, "pull": "up"}},
    "dead_after_s": None,  # its time is real
}
"""A whole charger with one socket."""

CONTACTOR_S, LOCK_S, RCD_S = 0.03, 0.4, 0.05
VREF, STEPS = 3.3, 1023
OHMS = {0.0: None, 13.0: 1500.0, 20.0: 680.0, 32.0: 220.0, 63.0: 100.0}
LEVELS = {
    PilotState.A: 12.0,
    PilotState.B: 9.0,
    PilotState.C: 6.0,
    PilotState.D: 3.0,
    PilotState.E: 0.0,
}
PULSE_WH = 1.0
DROPS = 0.4
"""How many volts short of it the levels are: parts have tolerances."""


class WorldPin(MockPWMPin):  # type: ignore[misc]  # gpiozero has no types
    """A pin that the world looks at when it is driven."""

    def _change_state(self, value: float) -> bool:
        changed = bool(super()._change_state(value))
        if changed:
            self.factory.world.driven(self.info.name)
        return changed

    def _set_function(self, value: str) -> None:
        super()._set_function(value)
        self.factory.world.claimed(self.info.name)


class Spi:
    """The converter: an MCP3008 as far as its words go."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self.closed = False
        self.bits_per_word = 8
        self.clock_mode = 0

    def transfer(self, words: Sequence[int]) -> list[int]:
        if self._world.spi_error is not None:
            raise self._world.spi_error
        sent = int.from_bytes(bytes(words), "big")
        channel = sent >> 12 & 0b111
        steps = round(min(max(self._world.volts(channel), 0.0), VREF) / VREF * STEPS)
        return list(steps.to_bytes(3, "big"))

    def close(self) -> None:
        self.closed = True


class WorldFactory(MockFactory):  # type: ignore[misc]  # gpiozero has no types
    """Mock pins in a world."""

    def __init__(self, world: "World") -> None:
        self.world = world
        super().__init__(pin_class=WorldPin)

    def spi(self, **_: object) -> Spi:
        return Spi(self.world)


class World:
    """See the module. It is a bench for the contract, too."""

    def __init__(
        self, folder: Path, *, config: dict[str, Any] | None = None, own_thread: bool = False
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self.factory: Any = None
        self.car_level = PilotState.A
        self.forced: PilotState | None = None
        self.diode = True
        self.cable_ohms: float | None = None
        self.celsius_ohms = 10_000.0
        self.spi_error: Exception | None = None
        self.welded = self.burnt = self.jammed = self.deaf = False
        self.closed = self.tripped = False
        self.bolt = 0.0  # 0 out, 1 in
        self.motor = 0
        self.car: ElectricVehicle | None = None
        self.counted_wh = 0.0
        self.pulses = 0
        self.moves: list[tuple[float, str]] = []
        """What was driven, and when."""
        self.factory = WorldFactory(self)
        self.folder = folder
        document = config or CONFIG
        evses = [
            {**evse, "meter": {**evse["meter"], "file": folder / evse["meter"]["file"]}}
            if evse.get("meter")
            else evse
            for evse in document["evses"]
        ]
        self.config = GpioConfig.model_validate({**document, "evses": evses})
        self.hardware = GpioStation(self.config, pin_factory=self.factory, own_thread=own_thread)
        self._show()

    # The pins.

    def pin(self, number: int) -> Any:
        return self.factory.pin(number)

    def is_on(self, number: int) -> bool:
        """Whether an output is driven high; a pin that nobody claims is pulled down."""
        pin = self.pin(number)
        return bool(pin.function == "output" and pin.state)

    @property
    def duty(self) -> float:
        """Of the pilot's PWM: low while nobody drives it."""
        pin = self.pin(PWM)
        return float(pin.state) if pin.function == "output" else 0.0

    def drive(self, number: int, *, high: bool) -> None:
        pin = self.pin(number)
        if pin.function == "input":
            (pin.drive_high if high else pin.drive_low)()

    def driven(self, name: str) -> None:
        """A pin was driven, by the hardware or by this world."""
        if self.factory is None:
            return
        number = int(name.removeprefix("GPIO"))
        self._note(number)
        if number == RELAY:
            self._later(CONTACTOR_S, self._contactor_moves)
        elif number in {LOCK, UNLOCK}:
            self._later(LOCK_S, self._bolt_moves)
        elif number == RCD_TEST and self.is_on(RCD_TEST):
            self._later(RCD_S, self._rcd_tests)
        elif number == RCD_TEST:
            self._later(RCD_S, self._rcd_rests)
        elif number == PWM:
            self._supply()

    def claimed(self, name: str) -> None:
        """A pin is another's now, or nobody's: what is driven is, and what is to be seen there."""
        self.driven(name)
        if self.factory is not None:
            self._later(0.0, self._show)

    def _note(self, number: int) -> None:
        names = {RELAY: "relay", LOCK: "lock", UNLOCK: "unlock"}
        if number in names:
            what = f"{names[number]} {'on' if self.is_on(number) else 'off'}"
            self.moves.append((self._loop.time(), what))

    def when(self, what: str) -> float:
        """When that was driven last."""
        return max(at for at, each in self.moves if each == what)

    def _show(self) -> None:
        self.drive(MIRROR, high=not self.closed)
        self.drive(LOCKED, high=self.bolt < 1)
        self.drive(UNLOCKED, high=self.bolt > 0)
        self.drive(RCD, high=self.tripped)
        self.drive(STOP, high=not self.stop_pressed)
        self.drive(BUTTON, high=not self.button_pressed)

    stop_pressed = False
    button_pressed = False

    def _later(self, delay: float, do: Any) -> None:
        with contextlib.suppress(RuntimeError):  # all is over
            self._loop.call_soon_threadsafe(self._loop.call_later, delay, do)

    # What moves.

    def _contactor_moves(self) -> None:
        on = self.is_on(RELAY)
        self.closed = (on and not self.burnt) or (self.closed and self.welded)
        self.drive(MIRROR, high=not self.closed)
        self._supply()

    def _bolt_moves(self) -> None:
        if self.jammed:
            return
        if self.is_on(LOCK):
            self.bolt = 1.0
        elif self.is_on(UNLOCK):
            self.bolt = 0.0
        self._show()

    def _rcd_tests(self) -> None:
        if self.is_on(RCD_TEST) and not self.deaf:
            self.drive(RCD, high=True)

    def _rcd_rests(self) -> None:
        self.drive(RCD, high=self.tripped)

    # What the converter measures.

    def volts(self, channel: int) -> float:
        match channel:
            case 0:
                return (self.high_level + 16.5) / 10
            case 1:
                return (self.low_level + 16.5) / 10
            case 2:
                return self._divider(self.cable_ohms, 330.0)
            case _:
                return self._divider(self.celsius_ohms, 10_000.0)

    @property
    def high_level(self) -> float:
        if self.duty == 0 and self.level is not PilotState.E:
            return -12.0
        return LEVELS[self.level] - DROPS

    @property
    def low_level(self) -> float:
        if self.duty == 1:
            return self.high_level
        return -12.0 if self.diode or self.level is PilotState.A else -LEVELS[self.level]

    def _divider(self, ohms: float | None, pull_up: float) -> float:
        return VREF if ohms is None else VREF * ohms / (ohms + pull_up)

    # The vehicle.

    @property
    def offered_a(self) -> float:
        """What a vehicle reads on the pilot."""
        return offer_of(self.duty).amperes

    def plug_in(self, car: ElectricVehicle, *, cable_a: float = 32.0) -> None:
        """A car is plugged in, with a cable that bears so much."""
        self.car = car
        self.cable_ohms = OHMS[cable_a]
        car.connect(self._delivered, self._car_moves)
        self._car_moves()
        self._supply()
        self._tick()

    def unplug(self) -> None:
        if self.car is not None:
            self.car.disconnect()
            self.car = None
        self.cable_ohms = None
        self.car_level = PilotState.A

    @property
    def level(self) -> PilotState:
        """What the pilot is at."""
        return self.car_level if self.forced is None else self.forced

    def _car_moves(self) -> None:
        if self.car is not None:
            self.car_level = PilotState.C if self.car.asks else PilotState.B

    def _supply(self) -> None:
        if self.car is not None:
            self.car.see(Supply(self.offered_a, self.closed, 1, 230.0))
            self._car_moves()

    def _delivered(self, energy_wh: float) -> None:
        self.counted_wh += energy_wh
        self._pulse()

    def _tick(self) -> None:
        """The meter's disc turns."""
        self._pulse()
        if self.car is not None:
            self._later(0.5, self._tick)

    def _pulse(self) -> None:
        flow = None if self.car is None else self.car.flow
        now = asyncio.get_running_loop().time()
        total = self.counted_wh + (0.0 if flow is None else flow.energy_wh(now))
        while (self.pulses + 1) * PULSE_WH <= total:
            self.pulses += 1
            self.drive(PULSES, high=True)
            self.drive(PULSES, high=False)

    # A bench.

    async def vehicle(self, state: PilotState, evse_id: int = 1, connector_id: int = 1) -> None:
        if state is PilotState.A:
            self.unplug()
            return
        if self.car is None:
            car = ElectricVehicle(soc=10, wakes_after_s=0)
            car.pause()
            self.plug_in(car)
        assert self.car is not None
        (self.car.resume if state is PilotState.C else self.car.pause)()

    def live(self, evse_id: int = 1, connector_id: int = 1) -> bool:
        return self.closed

    def offered(self, evse_id: int = 1, connector_id: int = 1) -> float:
        return self.offered_a

    def locked(self, evse_id: int = 1, connector_id: int = 1) -> bool:
        return self.bolt == 1

    async def weld(self, evse_id: int = 1, connector_id: int = 1) -> None:
        self.welded = True

    async def burn_out(self, evse_id: int = 1, connector_id: int = 1) -> None:
        self.burnt = True

    @property
    def faults(self) -> Sequence[FaultCode]:
        return FaultCode.GROUND_FAULT, FaultCode.EMERGENCY_STOP, FaultCode.HIGH_TEMPERATURE

    async def fail(self, code: FaultCode, evse_id: int = 1) -> None:
        self._fault(code, there=True)

    async def mend(self, code: FaultCode, evse_id: int = 1) -> None:
        self._fault(code, there=False)

    def _fault(self, code: FaultCode, *, there: bool) -> None:
        match code:
            case FaultCode.GROUND_FAULT:
                self.tripped = there
                self.drive(RCD, high=there)
            case FaultCode.EMERGENCY_STOP:
                self.stop_pressed = there
                self.drive(STOP, high=not there)
            case _:
                self.celsius_ohms = 500.0 if there else 10_000.0

    async def draw(self, evse_id: int = 1) -> None:
        until = self.pulses + 2
        while self.pulses < until:  # noqa: ASYNC110 -- a meter tells nobody
            await asyncio.sleep(0.1)

    async def plug(self, *, plugged: bool, evse_id: int = 1, connector_id: int = 1) -> None:
        self.cable_ohms = OHMS[32.0] if plugged else None

    async def cable(self, amperes: float, evse_id: int = 1, connector_id: int = 1) -> None:
        self.cable_ohms = OHMS[amperes]


def make_world(folder: Path, **more: Any) -> World:
    return World(folder, **more)


def make_station() -> Subject:
    """For the contract."""
    folder = tempfile.TemporaryDirectory()
    world = World(Path(folder.name))
    return Subject(world.hardware, world, reboots=True, close=folder.cleanup)
