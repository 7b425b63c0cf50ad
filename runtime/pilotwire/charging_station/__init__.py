"""A whole charging station: behaviour, hardware, store and connection, joined.

station = ChargingStation(
    identity="CS-0042", vendor="Example", model="One",
    csms="wss://csms.example/ocpp", hardware=SimulatedStation(evses=2), store=Store("station.db"),
)
async with station:
    ...
"""

from pilotwire.charging_station.charging_station import (
    ChargingStation,
    NotConnectedError,
    WrongVersionError,
)
from pilotwire.charging_station.surroundings import Environment, Network

__all__ = ["ChargingStation", "Environment", "Network", "NotConnectedError", "WrongVersionError"]
