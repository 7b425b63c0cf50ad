"""Simulated chargers that people and programs drive: the station that real ones run, in a world
that a tester has in hand.

    async with Simulator("ws://csms.example/ocpp") as simulator:
        await simulator.add(ChargerPlan(identity="CS-1"))
        await simulator.do("CS-1", PlugIn(evse=1, vehicle=Vehicle(soc=20)))
        await simulator.do("CS-1", Swipe(token="04A1B2C3"))
        await simulator.wait_for("CS-1", Want(action="TransactionEvent"))

`acts` has all that can be done, `views` all that there is to see.
"""

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
