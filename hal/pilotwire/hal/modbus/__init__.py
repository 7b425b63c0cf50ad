"""Meters that speak Modbus, RTU on a serial line or TCP.

    bus = Bus.serial("/dev/ttyUSB0")
    meter = ModbusMeter(bus, load_map("eastron-sdm630"), unit=1)
    reading = await meter.read_meter()

Which registers a meter has is a file: docs/meters.md tells how to write one. `pymodbus` is imported
when a bus is first asked: `pip install "pilotwire[modbus]"`.
"""

from pilotwire.hal.modbus.bus import Bus, RefusedError
from pilotwire.hal.modbus.maps import MapError, MeterMap, SerialSettings, load_map, map_names
from pilotwire.hal.modbus.meter import MAX_AGE, ModbusMeter
from pilotwire.hal.modbus.wm3m4c import Wm3m4c

__all__ = [
    "MAX_AGE",
    "Bus",
    "MapError",
    "MeterMap",
    "ModbusMeter",
    "RefusedError",
    "SerialSettings",
    "Wm3m4c",
    "load_map",
    "map_names",
]
