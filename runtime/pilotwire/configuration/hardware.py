"""From a configuration to the hardware that it describes. Nothing of it is opened here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random, SystemRandom
from types import MappingProxyType

from pilotwire.charging_station import SystemClock
from pilotwire.configuration.addresses import tcp_address
from pilotwire.configuration.consistency import gpio_of
from pilotwire.configuration.findings import ConfigurationError, Finding
from pilotwire.configuration.lines import Place
from pilotwire.configuration.model import (
    AnyReader,
    BoardEvse,
    Configuration,
    KeyboardReader,
    LineReader,
    Meter,
    SimulatedEvse,
)
from pilotwire.hal import readers
from pilotwire.hal.boards import OpenEvse, OpenEvseStation
from pilotwire.hal.gpio import GpioConfig, GpioStation
from pilotwire.hal.interfaces import HardwareError, Location, StationHardware
from pilotwire.hal.joined import JoinedStation
from pilotwire.hal.mixture import with_meters, with_readers, with_updater
from pilotwire.hal.modbus import (
    Bus,
    MapError,
    MeterMap,
    ModbusMeter,
    SerialSettings,
    Wm3m4c,
    load_map,
)
from pilotwire.hal.simulated import SimulatedEvse as SimulatedOutlet
from pilotwire.hal.simulated import SimulatedStation, SimulatedUpdater
from pilotwire.hal.updater import CommandUpdater

__all__ = ["Hardware", "build_hardware", "make_meters"]


@dataclass(frozen=True, slots=True)
class Hardware:
    """The hardware of a station, and what an application may want to have of it besides.

    Attributes:
        station: All of it: what a `ChargingStation` is given.
        simulated: The EVSEs that are not there, by number, for vehicles to be plugged into.
        pins: What is on pins, with its lamps and buttons; None if nothing is.
        readers: The names of the readers, in their order.
    """

    station: StationHardware
    simulated: Mapping[int, SimulatedOutlet] = field(default_factory=dict[int, SimulatedOutlet])
    pins: GpioStation | None = None
    readers: Sequence[str] = ()


def build_hardware(
    configuration: Configuration,
    *,
    memory: Path | None = None,
    random: Random | None = None,
    make_pins: Callable[[GpioConfig], GpioStation] = GpioStation,
) -> Hardware:
    """Make the hardware of a configuration.

    Args:
        configuration: What there is.
        memory: Where the registers of simulated meters are kept; without it they begin at 0 Wh.
        random: The noise of simulated meters.
        make_pins: Makes what is on pins.

    Raises:
        ConfigurationError: a register map can't be used, or a part can't be as it is described.
        HardwareError: the memory is damaged, or another station's.
    """
    parts: list[tuple[StationHardware, Sequence[int]]] = []
    simulated: dict[int, SimulatedOutlet] = {}
    for kind, numbers in _simulated(configuration).items():
        station = _simulated_station(kind, numbers, _memory(memory, configuration, numbers), random)
        if not parts:
            station.updater = _simulated_updater(configuration)
        simulated |= zip(numbers, station.evses, strict=True)
        parts.append((station, numbers))
    pins: GpioStation | None = None
    on_pins = gpio_of(configuration)
    if on_pins is not None:
        pins = make_pins(on_pins[0])
        parts.append((pins, on_pins[1]))
    boards = {n: each for n, each in enumerate(configuration.evse, 1) if each.backend == "board"}
    if boards:
        parts.append((OpenEvseStation([_board(each) for each in boards.values()]), tuple(boards)))
    joined = parts[0][0] if len(parts) == 1 else JoinedStation(parts)
    whole, names = _with_parts(configuration, joined, parts[0][0])
    return Hardware(whole, MappingProxyType(simulated), pins, names)


def _with_parts(
    configuration: Configuration, hardware: StationHardware, first: StationHardware
) -> tuple[StationHardware, Sequence[str]]:
    """The same with meters, readers and an updater."""
    meters = make_meters(configuration)
    of_evses = {number: meter for number, meter in meters.items() if number is not None}
    if meters:
        hardware = with_meters(hardware, of_evses, main=meters.get(None))
    all_ = [_reader(each) for each in configuration.reader]
    if all_:
        hardware = with_readers(hardware, all_)
    return _with_updater(configuration, hardware, first), [each.name for each in all_]


def _with_updater(
    configuration: Configuration, hardware: StationHardware, first: StationHardware
) -> StationHardware:
    """The same with what installs firmware: a simulated one is that of the first part."""
    updater = configuration.updater
    if updater is None:
        return hardware
    if updater.backend == "command":
        commands = CommandUpdater(updater)
        return with_updater(
            hardware, commands, None if updater.reboot is None else commands.restart
        )
    if isinstance(first, SimulatedStation) and first.updater is not None and hardware is not first:
        return with_updater(hardware, first.updater)
    return hardware


# Simulated ones.


def _simulated(configuration: Configuration) -> Mapping[SimulatedEvse, tuple[int, ...]]:
    """The EVSEs that are alike are one simulated station's."""
    found: dict[SimulatedEvse, tuple[int, ...]] = {}
    for number, evse in enumerate(configuration.evse, 1):
        if evse.backend == "simulated":
            found[evse] = (*found.get(evse, ()), number)
    return found


def _memory(
    memory: Path | None, configuration: Configuration, numbers: Sequence[int]
) -> Path | None:
    if memory is None or len(_simulated(configuration)) == 1:
        return memory
    return memory.with_name(f"{memory.name}-{numbers[0]}")


def _simulated_station(
    evse: SimulatedEvse, numbers: Sequence[int], memory: Path | None, random: Random | None
) -> SimulatedStation:
    try:
        return SimulatedStation(
            evses=len(numbers),
            random=SystemRandom() if random is None else random,
            memory=memory,
            phases=evse.phases,
            max_current_a=evse.max_current_a,
            kind=evse.kind,
            connectors=evse.connectors,
            bay_sensors=evse.bay_sensor,
            phase_pause_s=evse.phase_pause_s,
            full_meters=evse.full_meter,
            signing=evse.signing,
        )
    except HardwareError:
        raise
    except ValueError as error:
        raise _wrong(("evse", numbers[0] - 1), str(error)) from None


def _simulated_updater(configuration: Configuration) -> SimulatedUpdater | None:
    updater = configuration.updater
    if updater is None or updater.backend != "simulated":
        return None
    return SimulatedUpdater(
        updater.version,
        installs_while_charging=updater.installs_while_charging,
        reboots=updater.reboots,
        seconds=updater.seconds,
    )


# Real ones.


def _board(evse: BoardEvse) -> OpenEvse:
    return OpenEvse(
        evse.port,
        kind=evse.kind,
        max_current_a=evse.max_current_a,
        phases=evse.phases,
        baud_rate=evse.baud_rate,
    )


def make_meters(configuration: Configuration) -> Mapping[int | None, ModbusMeter]:
    """The meters, by the number of the EVSE; None is the whole station.

    Raises:
        ConfigurationError: a register map can't be used, or a meter not as it is described.
    """
    buses: dict[str, Bus] = {}
    meters: dict[int | None, ModbusMeter] = {}
    findings: list[Finding] = []
    for number, meter in enumerate(configuration.meter):
        try:
            meters[meter.evse] = _meter(meter, buses)
        except MapError as error:
            findings.append(Finding(str(error), ("meter", number, "map")))
        except ValueError as error:  # the public key
            findings.append(Finding(str(error), ("meter", number)))
    if findings:
        raise ConfigurationError(findings)
    return meters


def _meter(meter: Meter, buses: dict[str, Bus]) -> ModbusMeter:
    map_ = load_map(meter.map)
    bus = buses.get(meter.port)
    if bus is None:
        bus = buses[meter.port] = _bus(meter, map_)
    location = Location.INLET if meter.evse is None else Location.OUTLET
    if meter.public_key is not None:
        return Wm3m4c(bus, meter.public_key, SystemClock().now, unit=meter.unit, location=location)
    return ModbusMeter(bus, map_, meter.unit, reversed_wiring=meter.reversed, location=location)


def _bus(meter: Meter, map_: MeterMap) -> Bus:
    if not meter.serial:
        return Bus.tcp(*tcp_address(meter.port))
    given = {
        "baud_rate": meter.baud_rate,
        "parity": meter.parity,
        "stop_bits": meter.stop_bits,
    }
    set_ = {name: each for name, each in given.items() if each is not None}
    settings = SerialSettings.model_validate(map_.serial.model_dump() | set_)
    return Bus.serial(meter.port, settings, local_echo=meter.local_echo)


def _reader(reader: AnyReader) -> "readers.TokenReader":
    match reader.kind:
        case "pn532":
            return readers.Pn532Reader(reader.port, evse_id=reader.evse, baud_rate=reader.baud_rate)
        case "pcsc":
            return readers.PcscReader(reader.name, evse_id=reader.evse)
        case "line":
            return readers.LineReader(
                reader.port,
                text=_text(reader),
                evse_id=reader.evse,
                baud_rate=reader.baud_rate,
                parity=reader.parity,
                stop_bits=reader.stop_bits,
            )
        case "keyboard":
            return readers.WedgeReader(reader.device, text=_text(reader), evse_id=reader.evse)


def _text(reader: LineReader | KeyboardReader) -> readers.Text:
    return readers.Text(reader.form, reader.token, reader.octets, reader.reverse)


def _wrong(place: Place, text: str) -> ConfigurationError:
    return ConfigurationError([Finding(text, place)])
