"""Vehicles as they come to a charger: some kinds of them, and what differs between any two."""

from dataclasses import dataclass
from random import Random
from typing import Final

from pilotwire.hal.simulated.curve import Curve
from pilotwire.hal.simulated.vehicle import ElectricVehicle

__all__ = ["random_vehicle"]

_SLOWEST_S: Final = 5.0  # IEC 61851-1 Annex A: to notice another offer, and to follow it


@dataclass(frozen=True, slots=True)
class _Model:
    """A kind of vehicle: as `ElectricVehicle` has it, with how often it is met."""

    share: int
    battery_kwh: float
    max_current_a: float
    phases: int
    dc_curve: Curve
    min_current_a: float = 6.0
    max_discharge_a: float = 0.0
    ventilation: bool = False


_MODELS: Final = (
    # A small car of the first years, one with a strong on-board charger, and one as most are.
    _Model(2, 22.0, 32.0, 1, ((0, 100), (50, 100), (80, 40), (100, 10))),
    _Model(3, 52.0, 32.0, 3, ((0, 110), (15, 125), (40, 110), (80, 45), (100, 8)), 8.0),
    _Model(5, 58.0, 16.0, 3, ((0, 200), (10, 290), (35, 240), (60, 160), (80, 110), (100, 12))),
    # Larger ones, of which one uses two phases and one can give back.
    _Model(4, 77.0, 16.0, 3, ((0, 300), (8, 400), (30, 400), (50, 260), (80, 130), (100, 15))),
    _Model(2, 64.0, 16.0, 2, ((0, 150), (10, 190), (55, 180), (75, 90), (100, 10))),
    _Model(1, 82.0, 16.0, 3, ((0, 250), (10, 350), (40, 300), (80, 120), (100, 15)), 6.0, 16.0),
    # A plug-in hybrid, and a van that wants to be ventilated.
    _Model(2, 12.0, 16.0, 1, ((0, 50), (80, 50), (100, 5))),
    _Model(1, 40.0, 32.0, 1, ((0, 110), (60, 100), (100, 10)), ventilation=True),
)


def random_vehicle(
    random: Random, *, soc: float | None = None, target_soc: float | None = None
) -> ElectricVehicle:
    """Some vehicle of some kind, with the times and habits of its own that are seen in the field.

    It wakes within 4 s, and follows another offer within 5 s, as IEC 61851-1 wants. `soc` and
    `target_soc` are drawn where they are not given. The same chance gives the same vehicle.
    """
    model = random.choices(_MODELS, [each.share for each in _MODELS])[0]
    turns_up_s = random.uniform(1.0, 4.0)
    return ElectricVehicle(
        model.battery_kwh,
        random.uniform(10.0, 70.0) if soc is None else soc,
        max_current_a=model.max_current_a,
        min_current_a=model.min_current_a,
        phases=model.phases,
        taper_from=random.uniform(80.0, 95.0),
        dc_curve=model.dc_curve,
        efficiency=random.uniform(0.85, 0.93),
        ramp_a_per_s=model.max_current_a / turns_up_s,
        wakes_after_s=random.uniform(0.3, 4.0),
        reacts_after_s=random.uniform(0.1, _SLOWEST_S - turns_up_s),
        target_soc=random.choice([80.0, 90.0, 100.0]) if target_soc is None else target_soc,
        cable_a=random.choice([20.0, 32.0]) if model.max_current_a <= 20 else 32.0,
        ventilation=model.ventilation,
        max_discharge_a=model.max_discharge_a,
        reserve_soc=random.choice([20.0, 30.0, 40.0]),
    )
