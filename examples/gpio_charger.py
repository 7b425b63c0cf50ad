"""A charger on the pins of a Raspberry Pi, whole: docs/gpio.md has the wiring.

pip install "pilotwire[gpio]"
python -m examples.gpio_charger examples/gpio_charger.toml wss://csms.example/ocpp
"""

import asyncio
import signal
import sys
import tomllib
from pathlib import Path

from examples.systemd import keep_alive, notify
from pilotwire import ChargingStation, Store
from pilotwire.events import StatusChanged
from pilotwire.hal.gpio import GpioConfig, GpioStation


def assemble(hardware: GpioStation, csms: str) -> ChargingStation[GpioStation]:
    """The station, with a lamp and a button."""
    station = ChargingStation(
        identity="PI-1",
        vendor="Example",
        model="Pi",
        csms=csms,
        hardware=hardware,
        store=Store("gpio_charger.db"),
    )

    def show(event: object) -> None:
        if isinstance(event, StatusChanged):
            lamp = hardware.lamps["ready"]
            (lamp.on if event.status == "Available" else lamp.off)()

    async def pressed() -> None:
        if not await station.evse(1).stop():
            await station.evse(1).start()

    loop = asyncio.get_running_loop()
    station.listen(show)
    hardware.buttons["start_stop"].when_pressed = lambda: asyncio.run_coroutine_threadsafe(
        pressed(), loop
    )
    return station


def configured(path: str) -> GpioConfig:
    """The configuration in a file."""
    return GpioConfig.model_validate(tomllib.loads(Path(path).read_text("utf-8")))


async def main(config: GpioConfig, csms: str) -> None:
    """Charge until the process is told to end: contactor open, pins let go, then it returns."""
    hardware = GpioStation(config)
    station = assemble(hardware, csms)
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, station.stop)
    alive = asyncio.create_task(keep_alive())
    try:
        await station.run()
    finally:
        alive.cancel()
        notify("STOPPING=1")


if __name__ == "__main__":
    asyncio.run(main(configured(sys.argv[1]), sys.argv[2]))
