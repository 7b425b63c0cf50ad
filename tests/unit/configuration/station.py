"""A station on pins that a world is around, and an outlet that is simulated, as a file has them."""

from copy import deepcopy
from pathlib import Path
from typing import Any

from pilotwire.configuration import Configuration, Hardware, build_hardware
from pilotwire.hal.gpio import GpioStation
from tests.support.gpio_world import CONFIG, World

__all__ = ["configured", "hardware_in"]


def hardware_in(world: World, configuration: Configuration) -> Hardware:
    """Its pins are those of the world, which has virtual time."""
    return build_hardware(
        configuration,
        make_pins=lambda config: GpioStation(config, pin_factory=world.factory, own_thread=False),
    )


def configured(folder: Path, **more: Any) -> Configuration:
    """EVSE 1 is simulated, EVSE 2 on pins."""
    pins = deepcopy(CONFIG)
    [evse] = pins.pop("evses")
    evse["meter"]["file"] = folder / "count.json"
    return Configuration.model_validate(
        {
            "station": {"identity": "CS-1", "vendor": "Example", "model": "Both"},
            "csms": {"url": "ws://127.0.0.1:1"},
            "evse": [{"backend": "simulated"}, {"backend": "gpio", **evse}],
            "gpio": pins,
            **more,
        }
    )
