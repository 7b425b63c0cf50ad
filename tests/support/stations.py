"""A station as an application makes one."""

from pilotwire.charging_station import ChargingStation, Network
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.store import Store

__all__ = ["URL", "station"]

URL = "ws://csms.example/ocpp"


def station(**changes: object) -> ChargingStation[SimulatedStation]:
    """It has what a station must have; `changes` are other arguments."""
    arguments: dict[str, object] = {
        "identity": "CS-0042",
        "vendor": "Example",
        "model": "One",
        "csms": Network(URL, unsecured=True),
        "hardware": SimulatedStation(),
        "store": Store(":memory:"),
    }
    return ChargingStation(**{**arguments, **changes})  # type: ignore[arg-type]  # arguments from tables
