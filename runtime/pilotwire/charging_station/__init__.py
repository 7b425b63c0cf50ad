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

__all__ = ["ChargingStation", "NotConnectedError", "WrongVersionError"]
