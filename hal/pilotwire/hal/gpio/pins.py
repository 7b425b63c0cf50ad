"""The door to gpiozero: all that is used of it, with types.

It is imported when pins are claimed, so that a configuration can be read without it. `Pins` claims
them, and lets go of them all.
"""

import importlib
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

from pilotwire.hal.gpio.config import Adc, AnalogInput, Input, KernelPwm, Output, PwmPin
from pilotwire.hal.interfaces import HardwareError

__all__ = ["AnalogPin", "InputPin", "OutputPin", "Pins", "Pwm"]

FREQUENCY_HZ = 1000
"""Of the pilot's PWM (IEC 61851-1 Annex A)."""

_PERIOD_NS = 1_000_000


class Pwm(Protocol):
    """A PWM of the pilot's frequency."""

    def set(self, duty: float) -> None:
        """Let it be high for that part of the time, 0 to 1."""
        ...


class OutputPin:
    """A pin that switches something. It may be told from any thread."""

    def __init__(self, device: Any) -> None:
        self._device = device

    def set(self, *, on: bool) -> None:
        """Switch it."""
        self._device.value = on

    @property
    def on(self) -> bool:
        """Whether it is on."""
        return bool(self._device.value)


class InputPin:
    """A pin that is read; `changed` is called in whichever thread notices a change."""

    def __init__(self, device: Any, *, active_high: bool) -> None:
        self._device = device
        self._active_high = active_high

    @property
    def active(self) -> bool:
        """Whether it is active now."""
        return bool(self._device.pin.state) is self._active_high

    def call(self, changed: Callable[[], None]) -> None:
        """Call that at every change from now on."""
        self._device.when_activated = changed
        self._device.when_deactivated = changed


class AnalogPin:
    """A channel of the converter."""

    def __init__(self, device: Any, gain: float, offset: float) -> None:
        self._device = device
        self._gain = gain
        self._offset = offset

    def read(self) -> float:
        """What it measures; takes as long as the SPI does."""
        return float(self._device.voltage) * self._gain + self._offset


class _PinPwm:
    def __init__(self, device: Any) -> None:
        self._device = device

    def set(self, duty: float) -> None:
        self._device.value = duty


class _KernelPwm:
    """`/sys/class/pwm`: files that are written to."""

    def __init__(self, config: KernelPwm) -> None:
        chip = config.folder / f"pwmchip{config.chip}"
        self._folder = chip / f"pwm{config.channel}"
        self._active_high = config.active_high
        if not self._folder.is_dir():
            _write(chip / "export", str(config.channel))
        _write(self._folder / "duty_cycle", "0")  # no period may be shorter
        _write(self._folder / "period", str(_PERIOD_NS))
        self.set(0.0)
        _write(self._folder / "enable", "1")

    def set(self, duty: float) -> None:
        """Rounded down: never more is offered than was meant."""
        high = int(_PERIOD_NS * duty + 1e-6)
        _write(self._folder / "duty_cycle", str(high if self._active_high else _PERIOD_NS - high))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="ascii")
    except OSError as error:
        raise HardwareError(
            f"the PWM can't be set: {path}: {error.strerror}; is the overlay loaded, and may this "
            "process write there?"
        ) from error


class Pins:
    """Claims pins; `factory` is a pin factory of gpiozero's, None for its default.

    Raises:
        HardwareError: gpiozero is not installed.
    """

    def __init__(self, factory: object = None) -> None:
        try:
            self._gpiozero: Any = importlib.import_module("gpiozero")
        except ImportError as error:
            raise HardwareError(f"pins need {error.name}: pip install 'pilotwire[gpio]'") from error
        self._factory = factory
        self._claimed = ExitStack()

    def close(self) -> None:
        """Let go of all pins: they become inputs."""
        self._claimed.close()

    def output(self, config: Output) -> OutputPin:
        """A pin that is off."""
        return OutputPin(
            self._claim(
                "DigitalOutputDevice",
                config.pin,
                active_high=config.active_high,
                initial_value=False,
            )
        )

    def input(self, config: Input) -> InputPin:
        """A pin that is read."""
        pull = {"up": True, "down": False, "none": None}[config.pull]
        device = self._claim(
            "DigitalInputDevice",
            config.pin,
            pull_up=pull,
            active_state=True if pull is None else None,
            bounce_time=config.debounce_s or None,
        )
        return InputPin(device, active_high=config.active_high)

    def pwm(self, config: PwmPin | KernelPwm) -> Pwm:
        """A pilot that is low."""
        if isinstance(config, KernelPwm):
            kernel = _KernelPwm(config)
            self._claimed.callback(kernel.set, 0.0)
            return kernel
        return _PinPwm(
            self._claim(
                "PWMOutputDevice",
                config.pin,
                active_high=config.active_high,
                initial_value=0.0,
                frequency=FREQUENCY_HZ,
            )
        )

    def analog(self, adc: Adc, config: AnalogInput) -> AnalogPin:
        """A channel of the converter."""
        device = self._claim(
            adc.chip, config.channel, max_voltage=adc.vref, port=adc.port, device=adc.device
        )
        return AnalogPin(device, config.gain, config.offset)

    def _claim(self, kind: str, pin: int | str, **more: object) -> Any:
        make: Callable[..., Any] = getattr(self._gpiozero, kind)
        try:
            device = make(pin, pin_factory=self._factory, **more)
        except self._gpiozero.GPIOZeroError as error:
            raise HardwareError(f"pin or channel {pin}: {error}") from error
        self._claimed.callback(device.close)
        return device
