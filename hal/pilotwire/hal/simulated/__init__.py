"""A simulated charging station and electric vehicles with believable physics.

    vehicle = ElectricVehicle(battery_kwh=60, soc=35)
    hardware = SimulatedStation(evses=2)
    ...                                      # give it to a charging station, which starts it
    await hardware.evse(1).plug_in(vehicle)
    await hardware.evse(1).swipe("04A1B2C3")

Time is the running event loop's alone and chance the given `random.Random`'s alone, so under a loop
with virtual time a night of charging takes milliseconds, and the same seed gives the same night.
"""

from pilotwire.hal.simulated.connector import SimulatedConnector
from pilotwire.hal.simulated.evse import SigningEvse, SimulatedEvse
from pilotwire.hal.simulated.main_meter import SimulatedMainMeter
from pilotwire.hal.simulated.meter import Meter, MeterClass
from pilotwire.hal.simulated.mishaps import Mishap
from pilotwire.hal.simulated.models import random_vehicle
from pilotwire.hal.simulated.parts import Contactor, Lock, Reader
from pilotwire.hal.simulated.station import SimulatedStation
from pilotwire.hal.simulated.talk import Talk
from pilotwire.hal.simulated.updater import SimulatedUpdater
from pilotwire.hal.simulated.vehicle import ElectricVehicle

__all__ = [
    "Contactor",
    "ElectricVehicle",
    "Lock",
    "Meter",
    "MeterClass",
    "Mishap",
    "Reader",
    "SigningEvse",
    "SimulatedConnector",
    "SimulatedEvse",
    "SimulatedMainMeter",
    "SimulatedStation",
    "SimulatedUpdater",
    "Talk",
    "random_vehicle",
]
