"""One EVSE whose parts are on pins."""

import asyncio
import math
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from pilotwire.hal.gpio.config import Adc, Contactor, Evse, FaultInput
from pilotwire.hal.gpio.contactor import RelayContactor
from pilotwire.hal.gpio.faults import FaultLine, Told, merged
from pilotwire.hal.gpio.lock import MotorLock
from pilotwire.hal.gpio.pilot import ControlPilot
from pilotwire.hal.gpio.pins import Pins
from pilotwire.hal.gpio.pulses import CountFile, PulseCounter
from pilotwire.hal.gpio.socket import PlugContact, Thermometer
from pilotwire.hal.interfaces import (
    ConnectorKind,
    EventSink,
    FaultCode,
    HardwareError,
    Location,
    Measurand,
    Measured,
    MeterReading,
    PilotChanged,
    PilotState,
    PlugChanged,
    Quantity,
)

__all__ = ["GpioEvse", "fault_line"]

_UNSAFE = frozenset({PilotState.A, PilotState.E, PilotState.F})
"""The pilots with which no contactor is closed, whoever says so."""

_TRIAL_LOOK_S = 0.01
_TRIAL_BEGINS_S = 1.0
_HANGS = "the program has hung"
_COOLS_EVERY = 50
"""How often the pilot is looked at, while the thermometer is once."""


@dataclass(slots=True)
class Parts:
    """What there is while the station is started."""

    contactor: RelayContactor
    phases: RelayContactor | None
    pilot: ControlPilot
    contact: PlugContact | None
    lock: MotorLock | None
    lines: tuple[FaultLine, ...]
    counter: PulseCounter | None
    thermometer: Thermometer | None


class GpioEvse:
    """An EVSE of a `GpioStation`, which makes it.

    Two threads look at its parts besides the event loop: one that samples, and those of gpiozero
    that interrupts come in. Each opens the contactor at once where it must not be closed; all else
    is done, and told, in the loop.
    """

    def __init__(self, evse_id: int, config: Evse, sink: EventSink) -> None:
        self._id = evse_id
        self._config = config
        self._sink = sink
        self._name = config.name or f"EVSE {evse_id}"
        self._parts: Parts | None = None
        self._told = Told(evse_id, sink)
        self._pilot = PilotState.A
        self._plugged = False
        self._unreadable: str | None = None
        self._hung = False
        self._trying = False
        self._looks = 0
        self._testing = asyncio.Lock()
        self._saving = asyncio.Lock()
        self.also: tuple[FaultLine, ...] = ()
        """The lines of the whole station."""

    # What it is.

    @property
    def number(self) -> int:
        """Its number in the station, from 1 on."""
        return self._id

    @property
    def kind(self) -> ConnectorKind:
        """What the connector is."""
        return self._config.kind

    @property
    def phases(self) -> int:
        """How many phases are wired."""
        return self._config.phases

    @property
    def max_current_a(self) -> float:
        """The most that it offers, in amperes a phase."""
        return self._config.max_current_a

    @property
    def cable_current_a(self) -> float | None:
        """What the cable bears; None without one, and for a socket that does not read it."""
        contact = None if self._parts is None else self._parts.contact
        return None if contact is None else contact.bears

    @property
    def measures(self) -> Sequence[Measurand | Quantity]:
        """What its readings have."""
        always = (Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, Measurand.POWER_ACTIVE_IMPORT)
        if self._config.thermistor is None:
            return always
        return (*always, Quantity(Measurand.TEMPERATURE, None, Location.BODY))

    @property
    def phases_switchable(self) -> bool:
        """Whether two of its phases can be left out."""
        return self._config.phase_switch is not None

    @property
    def phase_pause_s(self) -> float:
        """For how long nothing is offered before they are, in seconds."""
        switch = self._config.phase_switch
        return 0.0 if switch is None else switch.pause_s

    # What the station does with it.

    async def pilot_state(self) -> PilotState:
        """The Control Pilot, as it was confirmed within the last tenth of a second."""
        if self._unreadable is not None:
            raise HardwareError(self._unreadable)
        return self.parts.pilot.state

    async def offer_current(self, amperes: float) -> None:
        """Offer so much a phase; more than `max_current_a` becomes that."""
        self.parts.pilot.offer(min(amperes, self.max_current_a))

    async def close_contactor(self) -> None:
        """Connect the outlet; before that, test what is due to be tested."""
        contactor = self.parts.contactor
        orders = contactor.orders
        await self.test()
        await contactor.close(orders)

    async def open_contactor(self) -> None:
        """Disconnect the outlet."""
        await self.parts.contactor.open()

    async def use_phases(self, count: int) -> None:
        """Let the second contactor, that of L2 and L3, be closed or open. Raises `HardwareError`
        while the first is not open.
        """
        parts = self.parts
        if parts.phases is None or count not in {1, self.phases}:
            raise HardwareError(f"{self._name} can't have {count} phases connected")
        if parts.contactor.told_to_close or parts.contactor.closed:
            raise HardwareError(f"{self._name}: no phases are switched under load")
        await (parts.phases.open() if count == 1 else parts.phases.close())

    async def try_contactor(self, seconds: float) -> None:
        """Close the contactor without a vehicle, and open it: `ContactorTrial`.

        A vehicle that comes opens it as fast as one that goes does otherwise.
        """
        if await self.pilot_state() is not PilotState.A:
            raise HardwareError(f"{self._name}: a vehicle is connected")
        contactor = self.parts.contactor
        self._trying = True
        try:
            # A look that had begun before does not know of it yet.
            looks = self._looks
            await self._while(lambda: self._looks < looks + 2, _TRIAL_BEGINS_S)
            await self.close_contactor()
            await self._while(lambda: contactor.told_to_close, seconds)
            if not contactor.told_to_close:
                raise HardwareError(f"{self._name}: a vehicle has come, or a fault: it has opened")
        finally:
            self._trying = False
            await contactor.open()

    async def lock_connector(self) -> None:
        """Hold the plug. Raises `HardwareError` where the socket sees that there is none."""
        parts = self.parts
        if parts.lock is None:
            return
        await parts.lock.lock()
        if parts.contact is not None and not parts.contact.plugged:
            raise HardwareError(f"{self._name}: there is no plug in the socket to lock")

    async def unlock_connector(self) -> None:
        """Release the plug."""
        lock = self.parts.lock
        if lock is not None:
            await lock.unlock()

    async def read_meter(self) -> MeterReading:
        """Read the meter; what it shows is in its file first."""
        parts = self.parts
        if parts.counter is None:
            raise HardwareError(f"{self._name} has no meter: give it one of its own, or another's")
        await self.save()
        thermometer = parts.thermometer
        warmth = None if thermometer is None else thermometer.celsius
        others = (
            ()
            if warmth is None
            else (Measured(Measurand.TEMPERATURE, warmth, location=Location.BODY),)
        )
        return MeterReading(
            energy_wh=parts.counter.energy_wh, power_w=parts.counter.power_w, others=others
        )

    # What the station class does.

    @property
    def parts(self) -> Parts:
        """Its parts. Raises `HardwareError` while the station is not started."""
        if self._parts is None:
            raise HardwareError(f"{self._name}: the station is not started")
        return self._parts

    async def power_up(self, pins: Pins, adc: Adc, noticed: Callable[[], None]) -> None:
        """Claim the pins, with the contactor open, the pilot low, and nothing known."""
        config = self._config
        counter = await self._counter(pins)
        contactor = _contactor(f"{self._name}: the contactor", config.contactor, pins)
        switch = config.phase_switch
        pilot, socket, lock, hot = (
            config.pilot,
            config.proximity,
            config.lock,
            config.thermistor,
        )
        self._parts = Parts(
            contactor,
            None
            if switch is None
            else _contactor(f"{self._name}: the contactor of L2 and L3", switch.contactor, pins),
            ControlPilot(
                f"{self._name}: the pilot",
                pilot,
                pins.pwm(pilot.pwm),
                pins.analog(adc, pilot.high),
                None if pilot.low is None else pins.analog(adc, pilot.low),
            ),
            None
            if socket is None
            else PlugContact(self._name, socket, pins.analog(adc, socket.input)),
            None
            if lock is None
            else MotorLock(
                f"{self._name}: the lock",
                pins.output(lock.lock),
                pins.output(lock.unlock),
                pins.input(lock.locked),
                None if lock.unlocked is None else pins.input(lock.unlocked),
                lock.time_limit_s,
            ),
            tuple(
                fault_line(pins, line, contactor.bar, contactor.allow, noticed)
                for line in config.faults
            ),
            counter,
            None if hot is None else Thermometer(hot, pins.analog(adc, hot.input)),
        )
        self._told = Told(self._id, self._sink)
        self._pilot, self._plugged, self._looks = PilotState.A, False, 0
        self._parts.pilot.offer(0.0)

    def power_down(self) -> None:
        """Leave all outputs safe: contactor open, pilot low, motor at rest."""
        parts, self._parts = self._parts, None
        if parts is not None:
            make_safe(parts)

    def hang(self) -> None:
        """The program hangs: open the contactor. Called in a thread."""
        parts = self._parts
        if parts is not None and parts.contactor.told_to_close:
            self._hung = True
            parts.contactor.drop()

    def look(self) -> None:
        """Look at all that can't tell of itself. Blocks; called in a thread."""
        parts = self.parts
        self._looks += 1
        try:
            unsafe = parts.pilot.look() in _UNSAFE
            if parts.contact is not None:
                parts.contact.look()
                unsafe = unsafe or not parts.contact.plugged
            if self._trying:
                unsafe = parts.pilot.state is not PilotState.A
            if parts.thermometer is not None and self._looks % _COOLS_EVERY == 1:
                parts.thermometer.look()
            self._unreadable = None
        except Exception as error:  # the library's, or the SPI's: whatever it is, it is not known
            self._unreadable = f"{self._name}: the pilot can't be read: {error}"
            unsafe = True
        (parts.contactor.bar if unsafe else parts.contactor.allow)("there is no vehicle")

    def report(self) -> None:
        """Tell what has become another since it was last told. Called in the loop."""
        parts = self.parts
        if self._unreadable is None and parts.pilot.state is not self._pilot:
            self._pilot = parts.pilot.state
            self._sink(PilotChanged(self._id, self._pilot))
        if parts.contact is not None and parts.contact.plugged is not self._plugged:
            self._plugged = parts.contact.plugged
            self._sink(PlugChanged(self._id, self._plugged))
        hung, self._hung = self._hung, False
        troubles: dict[FaultCode, str | None] = {
            FaultCode.PILOT: self._unreadable,
            FaultCode.CONTACTOR: self._astray(parts),
            FaultCode.CONTROLLER: _HANGS if hung else None,
            FaultCode.HIGH_TEMPERATURE: (
                None if parts.thermometer is None else parts.thermometer.trouble
            ),
        }
        for code, info in merged(parts.lines).items():
            troubles[code] = troubles.get(code) or info
        for code, info in troubles.items():
            self._told.so(code, info)

    def _astray(self, parts: Parts) -> str | None:
        """What is wrong with the contactors."""
        now = asyncio.get_running_loop().time()
        second = None if parts.phases is None else parts.phases.trouble(now)
        return parts.contactor.trouble(now) or second

    @property
    def known(self) -> bool:
        """Whether the pilot has been read."""
        return self._unreadable is None

    async def test(self) -> None:
        """Test the residual current devices that are due, one after the other."""
        async with self._testing:
            for line in (*self.parts.lines, *self.also):
                if line.due(asyncio.get_running_loop().time()):
                    await line.test()

    async def save(self, *, at_last: bool = False) -> None:
        """Write the meter's count where that is due, or `at_last`."""
        parts = self._parts
        counter = None if parts is None else parts.counter
        if parts is None or counter is None:
            return
        async with self._saving:
            flows = parts.contactor.told_to_close and not at_last
            if counter.due(flows=flows):
                await asyncio.to_thread(counter.save)

    async def _while(self, so: Callable[[], bool], seconds: float) -> None:
        """Wait, for so many seconds at most."""
        for _ in range(math.ceil(seconds / _TRIAL_LOOK_S)):
            if not so():
                return
            await asyncio.sleep(_TRIAL_LOOK_S)

    async def _counter(self, pins: Pins) -> PulseCounter | None:
        config = self._config.meter
        if config is None:
            return None
        file = CountFile(config.file)
        loop = asyncio.get_running_loop()
        counter = PulseCounter(config, await asyncio.to_thread(file.load), file, loop.time)
        pin = pins.input(config.input)
        pin.call(lambda: counter.pulse() if pin.active else None)
        return counter


def make_safe(parts: Parts) -> None:
    """Contactor open, pilot low, motor at rest: each whatever the others do."""
    with ExitStack() as last_first:
        if parts.lock is not None:
            last_first.callback(parts.lock.rest)
        if parts.phases is not None:
            last_first.callback(parts.phases.drop)
        last_first.callback(parts.pilot.unavailable)
        last_first.callback(parts.contactor.drop)


def _contactor(name: str, config: Contactor, pins: Pins) -> RelayContactor:
    return RelayContactor(
        name,
        pins.output(config.relay),
        None if config.mirror is None else pins.input(config.mirror),
        config.travel_s,
    )


def fault_line(
    pins: Pins,
    config: FaultInput,
    bar: Callable[[str], None],
    allow: Callable[[str], None],
    noticed: Callable[[], None],
) -> FaultLine:
    """An input that tells of a fault, with the outputs of its self test."""
    test = config.self_test
    outputs = (
        None
        if test is None
        else (pins.output(test.test), None if test.reset is None else pins.output(test.reset))
    )
    return FaultLine(config, pins.input(config.input), outputs, bar, allow, noticed)
