"""A charger on the pins of a small computer: the extra `gpio` (gpiozero, and lgpio on Linux).

    config = GpioConfig.model_validate(tomllib.loads(text))
    hardware = GpioStation(config)

docs/gpio.md has the wiring, a whole configuration, and what a program can't do for safety.
"""

from pilotwire.hal.gpio.config import (
    Adc,
    AnalogInput,
    Contactor,
    Evse,
    FaultInput,
    GpioConfig,
    Input,
    KernelPwm,
    Lock,
    Output,
    Pilot,
    Proximity,
    PulseMeter,
    PwmPin,
    SelfTest,
    Thermistor,
)
from pilotwire.hal.gpio.duty import Offer, duty_of, offer_of
from pilotwire.hal.gpio.evse import GpioEvse
from pilotwire.hal.gpio.panel import Button, Lamp
from pilotwire.hal.gpio.station import GpioStation

__all__ = [
    "Adc",
    "AnalogInput",
    "Button",
    "Contactor",
    "Evse",
    "FaultInput",
    "GpioConfig",
    "GpioEvse",
    "GpioStation",
    "Input",
    "KernelPwm",
    "Lamp",
    "Lock",
    "Offer",
    "Output",
    "Pilot",
    "Proximity",
    "PulseMeter",
    "PwmPin",
    "SelfTest",
    "Thermistor",
    "duty_of",
    "offer_of",
]
