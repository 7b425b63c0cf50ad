"""Simulated chargers that people and programs drive: the station that real ones run, in a world
that a tester has in hand.

    async with Simulator("ws://csms.example/ocpp") as simulator:
        await simulator.add(ChargerPlan(identity="CS-1"))
        await simulator.do("CS-1", PlugIn(evse=1, vehicle=Vehicle(soc=20)))
        await simulator.do("CS-1", Swipe(token="04A1B2C3"))
        await simulator.wait_for("CS-1", Want(action="TransactionEvent"))

`acts` has all that can be done, `views` all that there is to see.

The names of this module are imported when they are first asked for: each pytest of whoever has
Pilotwire installed imports the plugin that is in this package.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotwire.simulator.acts import Vehicle, read_act
    from pilotwire.simulator.bench import Bench
    from pilotwire.simulator.charger import SimulatedCharger
    from pilotwire.simulator.errors import ActError, NotInTimeError, UnknownChargerError
    from pilotwire.simulator.expectation import Want
    from pilotwire.simulator.plan import ChargerPlan
    from pilotwire.simulator.simulator import Simulator

__all__ = [
    "ActError",
    "Bench",
    "ChargerPlan",
    "NotInTimeError",
    "SimulatedCharger",
    "Simulator",
    "UnknownChargerError",
    "Vehicle",
    "Want",
    "read_act",
]

# Hidden, because type checkers would take it to mean that there are all names.
if not TYPE_CHECKING:
    _WHERE = {
        "Vehicle": "acts",
        "read_act": "acts",
        "Bench": "bench",
        "SimulatedCharger": "charger",
        "ActError": "errors",
        "NotInTimeError": "errors",
        "UnknownChargerError": "errors",
        "Want": "expectation",
        "ChargerPlan": "plan",
        "Simulator": "simulator",
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in _WHERE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
        globals()[name] = value
        return value
