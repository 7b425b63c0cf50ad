"""What is connected to which pin, and how: the configuration of a charger with GPIO.

Pins have the numbers that gpiozero takes: 17 or "GPIO17" for that of the processor, "BOARD11" for
that of the header. A field that does not exist, or a value that can't be, is a
`pydantic.ValidationError` which names it.
"""

from pathlib import Path
from typing import Annotated, Literal, TypeAlias, cast

from pydantic import BaseModel, ConfigDict, Field, model_validator

from pilotwire.hal.interfaces import ConnectorKind, FaultCode

__all__ = [
    "Adc",
    "AnalogInput",
    "Contactor",
    "Evse",
    "FaultInput",
    "GpioConfig",
    "Input",
    "KernelPwm",
    "Lock",
    "Output",
    "PhaseContactor",
    "Pilot",
    "Proximity",
    "PulseMeter",
    "PwmPin",
    "SelfTest",
    "Thermistor",
]

Pin: TypeAlias = Annotated[int, Field(ge=0, le=63)] | Annotated[str, Field(pattern=r"^[A-Z0-9:]+$")]
Seconds: TypeAlias = Annotated[float, Field(gt=0, le=10)]
Ohms: TypeAlias = Annotated[float, Field(gt=0)]


class Part(BaseModel):
    """What all parts have in common: they do not change, and have no fields but their own."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Output(Part):
    """A pin that switches something; `active_high` tells whether it is on with the pin high."""

    pin: Pin
    active_high: bool = True


class Input(Part):
    """A pin that is read; active with the pin high, or low. `pull` is the resistor in the
    processor. A change counts once the pin has been so for `debounce_s` seconds.
    """

    pin: Pin
    active_high: bool = True
    pull: Literal["up", "down", "none"] = "none"
    debounce_s: Annotated[float, Field(ge=0, le=1)] = 0.0


class Adc(Part):
    """An analogue-digital converter of Microchip's on SPI; `vref` is its reference, in volts."""

    chip: Literal["MCP3002", "MCP3004", "MCP3008", "MCP3202", "MCP3204", "MCP3208"] = "MCP3008"
    port: Annotated[int, Field(ge=0)] = 0
    device: Annotated[int, Field(ge=0)] = 0
    vref: Annotated[float, Field(gt=0)] = 3.3


class AnalogInput(Part):
    """A channel of the converter. What is measured is `gain` times its volts, and `offset` more."""

    channel: Annotated[int, Field(ge=0, le=7)]
    gain: float = 1.0
    offset: float = 0.0


class PwmPin(Part):
    """A pin with PWM of gpiozero's: by the factory's hardware, or by software, whose jitter is more
    than IEC 61851-1 lets a pilot have.
    """

    pin: Pin
    active_high: bool = True


class KernelPwm(Part):
    """A PWM of the kernel (`/sys/class/pwm`), made by the processor's hardware."""

    chip: Annotated[int, Field(ge=0)] = 0
    channel: Annotated[int, Field(ge=0)] = 0
    active_high: bool = True
    folder: Path = Path("/sys/class/pwm")


class Pilot(Part):
    """The Control Pilot: PWM out, voltage in.

    `high` measures the level of the pilot, in volts of the pilot. With `sampling = "peak"`, a
    circuit holds the highest level, and, if there is `low`, another one the lowest. With "burst",
    `burst` samples are taken one after the other, whose highest and lowest are the levels. It is
    looked at every `every_s` seconds, and a change counts once it was seen `confirm` times.
    """

    pwm: PwmPin | KernelPwm
    high: AnalogInput
    low: AnalogInput | None = None
    sampling: Literal["peak", "burst"] = "peak"
    burst: Annotated[int, Field(ge=10, le=1000)] = 80
    confirm: Annotated[int, Field(ge=1, le=4)] = 2


class Proximity(Part):
    """The proximity contact of a socket: `input` measures volts at it, with a resistor of `pull_up`
    ohms to `supply` volts.
    """

    input: AnalogInput
    supply: Annotated[float, Field(gt=0)] = 3.3
    pull_up: Ohms = 330.0


class Contactor(Part):
    """The contactor: its relay, and the mirror contact, active while the main contacts are closed.

    They move within `travel_s` seconds. Without a mirror contact, contacts that weld are not
    noticed.
    """

    relay: Output
    mirror: Input | None = None
    travel_s: Seconds = 0.2


class PhaseContactor(Part):
    """A second contactor, of L2 and L3 alone, ahead of the other one or after it: while it is open,
    one phase is used.

    It moves only while the other one is open and nothing has been offered for `pause_s` seconds: so
    long, a vehicle needs to take what follows for a new beginning.
    """

    contactor: Contactor
    pause_s: Annotated[float, Field(ge=0, le=300)] = 10.0


class Lock(Part):
    """The motor of a lock, with a switch at its ends: active where the bolt is there.

    It turns for `time_limit_s` seconds at most. Without `unlocked`, the bolt is taken to be out
    once `locked` is not active.
    """

    lock: Output
    unlock: Output
    locked: Input
    unlocked: Input | None = None
    time_limit_s: Seconds = 2.0


class SelfTest(Part):
    """How a residual current device is tested: `test` is switched on until it trips, for `within_s`
    seconds at most; in as many more it must be well again. If it has to be closed again for that,
    `reset` is switched on.

    It is tested at the start, and before the contactor closes if that was `every_s` seconds ago.
    """

    test: Output
    reset: Output | None = None
    within_s: Seconds = 0.5
    every_s: Annotated[float, Field(gt=0)] = 24 * 3600.0


class FaultInput(Part):
    """An input that is active while there is a fault: a residual current device that has tripped,
    an emergency stop. The contactor falls within the interrupt, before anybody else hears of it.
    """

    input: Input
    code: FaultCode = FaultCode.GROUND_FAULT
    self_test: SelfTest | None = None


class PulseMeter(Part):
    """A meter that says what it counts by pulses (S0, IEC 62053-31).

    The count is kept in `file`, which is written at most every `save_every_s` seconds while energy
    flows, and once when it ends: `PulseCounter` says why.
    """

    input: Input
    file: Path
    pulses_per_kwh: Annotated[float, Field(gt=0)] = 1000.0
    save_every_s: Annotated[float, Field(ge=1, le=3600)] = 30.0


class Thermistor(Part):
    """An NTC thermistor to the ground, with a resistor of `pull_up` ohms to `supply` volts. Hotter
    than `limit_c` is a fault, until it is 5 degrees less.
    """

    input: AnalogInput
    supply: Annotated[float, Field(gt=0)] = 3.3
    pull_up: Ohms = 10_000.0
    nominal: Ohms = 10_000.0
    beta: Annotated[float, Field(gt=0)] = 3950.0
    limit_c: Annotated[float, Field(ge=30, le=150)] = 80.0


class Evse(Part):
    """One EVSE. Without `meter`, it is another one's: `GpioStation` is given it. `name` is how
    errors call it; by default its number.
    """

    name: Annotated[str, Field(min_length=1)] | None = None
    kind: ConnectorKind = ConnectorKind.TYPE2_SOCKET
    phases: Literal[1, 3] = 1
    max_current_a: Annotated[float, Field(ge=6, le=80)] = 32.0
    contactor: Contactor
    phase_switch: PhaseContactor | None = None
    pilot: Pilot
    proximity: Proximity | None = None
    lock: Lock | None = None
    faults: tuple[FaultInput, ...] = ()
    meter: PulseMeter | None = None
    thermistor: Thermistor | None = None

    @model_validator(mode="after")
    def _socket(self) -> "Evse":
        if self.kind in {ConnectorKind.CCS1_CABLE, ConnectorKind.CCS2_CABLE}:
            raise ValueError(f"kind: {self.kind} has direct current, which needs more than pins")
        if self.lock is not None and self.kind is not ConnectorKind.TYPE2_SOCKET:
            raise ValueError("lock: a fixed cable has none; leave it out, or say kind = sType2")
        if self.lock is None and self.kind is ConnectorKind.TYPE2_SOCKET:
            raise ValueError("lock: a socket has to hold its plug; add it, or say kind = cType2")
        if self.phase_switch is not None and self.phases == 1:
            raise ValueError("phase_switch: there is one phase only; say phases = 3")
        return self


class GpioConfig(Part):
    """A whole charger.

    `faults` are those of the whole station, `lamps` and `buttons` what an application uses by their
    names. Every `every_s` seconds all is looked at. If the program does nothing for `dead_after_s`
    seconds, the contactors fall; None: they do not.
    """

    evses: Annotated[tuple[Evse, ...], Field(min_length=1)]
    adc: Adc = Adc()
    faults: tuple[FaultInput, ...] = ()
    lamps: dict[str, Output] = {}
    buttons: dict[str, Input] = {}
    every_s: Annotated[float, Field(gt=0, le=0.025)] = 0.02
    dead_after_s: Annotated[float, Field(ge=0.5, le=60)] | None = 2.0

    @model_validator(mode="after")
    def _pins(self) -> "GpioConfig":
        used: dict[int | str, str] = {}
        for place, pin in _pins(self, ""):
            if pin in used:
                raise ValueError(f"pin {pin} is that of {used[pin]} and of {place}")
            used[pin] = place
        return self


def _pins(part: object, place: str) -> list[tuple[str, int | str]]:
    """All pins of a part, each with where it stands."""
    if isinstance(part, BaseModel):
        found: list[tuple[str, int | str]] = []
        for name in type(part).model_fields:
            value: object = getattr(part, name)
            where = f"{place}.{name}".lstrip(".")
            if name == "pin" and isinstance(value, (int, str)):
                found.append((place, value))
            else:
                found += _pins(value, where)
        return found
    if isinstance(part, dict):
        parts = cast("dict[str, object]", part)
        return [pin for key, value in parts.items() for pin in _pins(value, f"{place}.{key}")]
    if isinstance(part, tuple):
        several = cast("tuple[object, ...]", part)
        return [pin for n, value in enumerate(several, 1) for pin in _pins(value, f"{place}[{n}]")]
    return []
