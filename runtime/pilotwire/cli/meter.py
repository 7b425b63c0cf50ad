"""What meters show: `pilotwire meter`."""

import asyncio
import logging
import math
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from pilotwire.cli.errors import CliError, ExitCode
from pilotwire.cli.output import say
from pilotwire.configuration.addresses import tcp_address
from pilotwire.hal.interfaces import Measurand, MeterReading
from pilotwire.hal.modbus import (
    Bus,
    MapError,
    MeterMap,
    ModbusMeter,
    SerialSettings,
    load_map,
    map_names,
)
from pilotwire.hal.modbus.maps import standard_unit

__all__ = ["Settings", "meter_maps", "read_meter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of `pilotwire meter read`."""

    map: str
    port: str
    unit: int
    baud_rate: int | None
    parity: str | None
    stop_bits: int | None
    reversed_wiring: bool


def meter_maps() -> ExitCode:
    """List the maps, each with the meter that it is for."""
    names = map_names()
    width = max(map(len, names))
    for name in names:
        say(f"{name:{width}}  {load_map(name).title}")
    return ExitCode.DONE


def read_meter(settings: Settings) -> ExitCode:
    """Show one reading.

    Raises:
        CliError: an argument or the map can't be used.
        HardwareError: the meter does not answer, or not as it must.
    """
    try:
        map_ = load_map(settings.map)
        reading = asyncio.run(_read(settings, map_))
    except MapError as error:
        raise CliError(str(error)) from None
    for line in lines(reading):
        say(line)
    return ExitCode.DONE


async def _read(settings: Settings, map_: MeterMap) -> MeterReading:
    logging.getLogger("pymodbus").setLevel(logging.CRITICAL)  # what it says, the error says, too
    bus = _bus(settings, map_)
    try:
        meter = ModbusMeter(bus, map_, settings.unit, reversed_wiring=settings.reversed_wiring)
        return await meter.read_meter()
    finally:
        bus.close()


def _bus(settings: Settings, map_: MeterMap) -> Bus:
    if settings.port.startswith("/"):
        return Bus.serial(settings.port, _line(settings, map_))
    if settings.baud_rate or settings.parity or settings.stop_bits:
        raise CliError(f"{settings.port} is no serial port: it has no speed, parity or stop bits")
    try:
        return Bus.tcp(*tcp_address(settings.port))
    except ValueError as error:
        raise CliError(f"--port {error}") from None


def _line(settings: Settings, map_: MeterMap) -> SerialSettings:
    given = {
        "baud_rate": settings.baud_rate,
        "parity": settings.parity,
        "stop_bits": settings.stop_bits,
    }
    set_ = {name: each for name, each in given.items() if each is not None}
    try:
        return SerialSettings.model_validate(map_.serial.model_dump() | set_)
    except ValidationError:
        raise CliError(f"--parity takes none, even or odd, not {settings.parity!r}") from None


def lines(reading: MeterReading) -> Iterator[str]:
    """A reading for people: a value a line."""
    values = list(_values(reading))
    width = max(len(label) for label, _, _ in values)
    for label, number, unit in values:
        text = "-" if math.isnan(number) else f"{number:.10g}"
        yield f"{label:{width}}  {text} {unit}".rstrip()


def _values(reading: MeterReading) -> Iterator[tuple[str, float, str]]:
    yield _value(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, reading.energy_wh)
    if reading.power_w is not None:
        yield _value(Measurand.POWER_ACTIVE_IMPORT, reading.power_w)
    for line, number in enumerate(reading.current_a, start=1):
        yield _value(Measurand.CURRENT_IMPORT, number, f"L{line}")
    for line, number in enumerate(reading.voltage_v, start=1):
        yield _value(Measurand.VOLTAGE, number, f"L{line}-N")
    if reading.frequency_hz is not None:
        yield _value(Measurand.FREQUENCY, reading.frequency_hz)
    for other in reading.others:
        yield _value(other.measurand, other.value, other.phase or "")


def _value(measurand: Measurand, number: float, phase: str = "") -> tuple[str, float, str]:
    unit = standard_unit(measurand)
    return f"{measurand.value} {phase}".rstrip(), number, "" if unit is None else unit.value
