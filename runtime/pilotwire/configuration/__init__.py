"""A station from a file: what it is, where its CSMS is, and what hardware it has.

    configuration = read("station.toml")
    hardware = build_hardware(configuration)
    station = build_station(configuration, hardware.station, Store("station.db"))

docs/configuration.md tells of all keys; `pilotwire config example` prints a file that has them.
"""

from pilotwire.configuration.example import EXAMPLE
from pilotwire.configuration.findings import ConfigurationError, Finding
from pilotwire.configuration.hardware import Hardware, build_hardware
from pilotwire.configuration.model import (
    AnyEvse,
    AnyReader,
    BoardEvse,
    Configuration,
    Csms,
    Files,
    GpioEvse,
    KeyboardReader,
    LineReader,
    Logging,
    Meter,
    PcscReader,
    Pins,
    Pn532Reader,
    Security,
    SimulatedEvse,
    Station,
    Stored,
    VariableValue,
)
from pilotwire.configuration.reading import check, read
from pilotwire.configuration.station import build_station, missing_extras
from pilotwire.configuration.updating import AnyUpdater, CommandUpdater, SimulatedUpdater

__all__ = [
    "EXAMPLE",
    "AnyEvse",
    "AnyReader",
    "AnyUpdater",
    "BoardEvse",
    "CommandUpdater",
    "Configuration",
    "ConfigurationError",
    "Csms",
    "Files",
    "Finding",
    "GpioEvse",
    "Hardware",
    "KeyboardReader",
    "LineReader",
    "Logging",
    "Meter",
    "PcscReader",
    "Pins",
    "Pn532Reader",
    "Security",
    "SimulatedEvse",
    "SimulatedUpdater",
    "Station",
    "Stored",
    "VariableValue",
    "build_hardware",
    "build_station",
    "check",
    "missing_extras",
    "read",
]
