"""The door to gpiozero: what is claimed, in which sense, and the kernel's PWM."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gpiozero.pins.mock import (  # type: ignore[import-untyped]  # it has no types
    MockFactory,
    MockPWMPin,
    MockSPIDevice,
)

from pilotwire.hal.gpio import Adc, AnalogInput, Input, KernelPwm, Output, PwmPin, duty_of
from pilotwire.hal.gpio.pins import Pins
from pilotwire.hal.interfaces import HardwareError


@pytest.fixture
def factory() -> Iterator[Any]:
    made = MockFactory(pin_class=MockPWMPin)
    yield made
    made.close()


@pytest.fixture
def pins(factory: Any) -> Iterator[Pins]:
    made = Pins(factory)
    yield made
    made.close()


@pytest.mark.parametrize("active_high", [True, False])
def test_an_output_is_off_until_it_is_switched_on(
    pins: Pins, factory: Any, active_high: bool
) -> None:
    output = pins.output(Output(pin=17, active_high=active_high))
    pin = factory.pin(17)
    assert not output.on
    assert bool(pin.state) is not active_high
    output.set(on=True)
    assert output.on
    assert bool(pin.state) is active_high
    pins.close()
    assert pin.function == "input", "nobody drives it any more"


@pytest.mark.parametrize("active_high", [True, False])
@pytest.mark.parametrize("pull", ["up", "down", "none"])
def test_an_input_has_its_own_sense_whatever_pulls_it(
    pins: Pins, factory: Any, pull: str, active_high: bool
) -> None:
    pin = factory.pin(27)
    read = pins.input(Input.model_validate({"pin": 27, "pull": pull, "active_high": active_high}))
    calls: list[bool] = []
    read.call(lambda: calls.append(read.active))
    for high in (True, False, True):
        (pin.drive_high if high else pin.drive_low)()
        assert read.active is (high is active_high)
    assert len(calls) >= 2


@pytest.mark.parametrize("active_high", [True, False])
def test_the_pilot_is_low_until_it_is_set(pins: Pins, factory: Any, active_high: bool) -> None:
    pwm = pins.pwm(PwmPin(pin=18, active_high=active_high))
    pin = factory.pin(18)
    assert pin.state == (0.0 if active_high else 1.0)
    pwm.set(duty_of(16.0))
    part = duty_of(16.0)
    assert pin.state == pytest.approx(part if active_high else 1 - part)
    assert pin.frequency == 1000


def test_the_kernels_pwm(pins: Pins, tmp_path: Path) -> None:
    pwm_folder = tmp_path / "pwmchip0" / "pwm1"
    pwm_folder.mkdir(parents=True)
    pwm = pins.pwm(KernelPwm(chip=0, channel=1, folder=tmp_path))

    def says(name: str) -> str:
        return (pwm_folder / name).read_text("ascii")

    assert (says("period"), says("duty_cycle"), says("enable")) == ("1000000", "0", "1")
    pwm.set(duty_of(16.0))
    assert says("duty_cycle") == "266666", "never more than was meant"
    pwm.set(duty_of(6.0))
    assert says("duty_cycle") == "100000", "and 6 A are no less"
    pwm.set(1.0)
    assert says("duty_cycle") == "1000000"
    pins.close()
    assert says("duty_cycle") == "0"


def test_a_kernel_without_pwm_is_named(pins: Pins, tmp_path: Path) -> None:
    with pytest.raises(HardwareError, match="is the overlay loaded"):
        pins.pwm(KernelPwm(folder=tmp_path))


def test_a_pin_is_claimed_once(pins: Pins) -> None:
    pins.output(Output(pin=17))
    with pytest.raises(HardwareError, match="pin or channel 17"):
        pins.output(Output(pin=17))
    with pytest.raises(HardwareError, match="pin or channel 63"):
        pins.output(Output(pin=63))


def test_without_gpiozero_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gpiozero", None)
    with pytest.raises(HardwareError, match=r"pip install 'pilotwire\[gpio\]'"):
        Pins()


class Mcp3008(MockSPIDevice):  # type: ignore[misc]  # gpiozero has no types
    """The chip, bit by bit."""

    steps = (0, 512, 1023, 256, 0, 0, 0, 0)

    def on_bit(self) -> None:
        # 7 zeros, a start bit, single-ended, three bits of channel; two clocks later the value.
        if self.rx_bit == 12:
            channel = int("".join(str(int(bit)) for bit in self.rx_buf[9:12]), 2)
            self.tx_word(self.steps[channel], bits_per_word=12)


@pytest.mark.filterwarnings("ignore:failed to initialize hardware SPI")
def test_the_converter_on_spi(monkeypatch: pytest.MonkeyPatch) -> None:
    factory = MockFactory()
    monkeypatch.setattr("gpiozero.Device.pin_factory", factory)  # its software SPI looks there
    pins = Pins(factory)
    with Mcp3008(11, mosi_pin=10, miso_pin=9, select_pin=8, pin_factory=factory):
        adc = Adc(vref=3.3)
        plain = pins.analog(adc, AnalogInput(channel=1))
        scaled = pins.analog(adc, AnalogInput(channel=2, gain=10.0, offset=-16.5))
        assert plain.read() == pytest.approx(1.65, abs=0.01)
        assert scaled.read() == pytest.approx(16.5, abs=0.1)
        pins.close()
    factory.close()
