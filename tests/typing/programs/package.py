"""What the package itself offers, by name."""

from typing import assert_type

import pilotwire
from pilotwire import ChargingStation, Store, __version__
from pilotwire.charging_station import ChargingStation as TheSame
from pilotwire.hal.simulated import SimulatedStation


def build() -> None:
    station = ChargingStation(
        identity="CS-0042",
        vendor="Example",
        model="One",
        csms="wss://csms.example/ocpp",
        hardware=SimulatedStation(),
        store=Store("station.db"),
    )
    assert_type(station, TheSame[SimulatedStation])
    assert_type(__version__, str)
    assert_type(pilotwire.__version__, str)
    pilotwire.no_such_name  # error
