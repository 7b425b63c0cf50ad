"""The register is the integral of the power, whatever happens and however often somebody looks."""

import asyncio
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from tests.support.virtual_time import run
from tests.unit.hal.scenes import chance, charge, energy_wh, now, power_w, started

Deed = tuple[Literal["offer"], float] | tuple[Literal["pause", "resume", "open", "close"], None]
Step = tuple[Deed, float]

deeds = st.one_of(
    st.tuples(st.just("offer"), st.floats(0, 40)),
    st.tuples(st.sampled_from(["pause", "resume", "open", "close"]), st.none()),
)
scripts = st.lists(st.tuples(deeds, st.floats(0, 600)), min_size=1, max_size=6)
vehicles = st.fixed_dictionaries(
    {
        "battery_kwh": st.floats(0.5, 2),
        "soc": st.floats(0, 100),
        "max_current_a": st.floats(6, 32),
        "phases": st.integers(1, 3),
        "taper_from": st.sampled_from([0.0, 50.0, 80.0, 99.0, 100.0]),
        "efficiency": st.floats(0.5, 1),
        "ramp_a_per_s": st.floats(0.1, 20),
    }
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What held from an instant on."""

    since: float
    offered_a: float
    live: bool
    paused: bool


async def perform(
    deed: Deed, evse: SimulatedEvse, vehicle: ElectricVehicle, before: Circumstances
) -> Circumstances:
    """Do it, and return what holds from then on."""
    offered_a, live, paused = before.offered_a, before.live, before.paused
    since = now()
    match deed:
        case ("offer", float(amperes)):
            await evse.offer_current(amperes)
            offered_a = amperes
        case ("open", _):
            await evse.open_contactor()
            live = False
        case ("close", _):
            await evse.close_contactor()
            since = now()
            live = True
        case ("pause", _):
            vehicle.pause()
            paused = True
        case _:
            vehicle.resume()
            paused = False
    return Circumstances(since, offered_a, live, paused)


def integrate(history: list[Circumstances], end: float, traits: dict[str, float]) -> float:
    """The energy in watt-hours, by small steps of a model with no formula of ours."""
    capacity = traits["battery_kwh"] * 1000
    most, taper_from = traits["max_current_a"], traits["taper_from"]
    charge_wh, current, energy, wakes_at = capacity * traits["soc"] / 100, 0.0, 0.0, None
    for this, following in pairwise([*history, Circumstances(end, 0, live=False, paused=False)]):
        t, offered = this.since, min(this.offered_a, 32.0)
        if offered < 6 or this.paused:
            wakes_at = None
        elif wakes_at is None:
            wakes_at = t + 1.0
        while t < following.since:
            dt = min(0.2, following.since - t)
            soc = 100 * charge_wh / capacity
            target = min(offered, most)
            if taper_from < 100 and soc > taper_from:
                target = min(target, most * (0.1 + 0.9 * (100 - soc) / (100 - taper_from)))
            if wakes_at is None or t < wakes_at or not this.live or soc >= 100:
                target = 0.0
            current = min(target, current + traits["ramp_a_per_s"] * dt)
            step_wh = current * traits["phases"] * 230 * dt / 3600
            energy += step_wh
            charge_wh += step_wh * traits["efficiency"]
            t += dt
    return energy


@settings(deadline=None, max_examples=60, print_blob=True)
@given(script=scripts, traits=vehicles)
def test_energy_is_the_integral_of_power(script: list[Step], traits: dict[str, float]) -> None:
    async def scenario() -> None:
        station = SimulatedStation(1)
        await started(station)
        evse, vehicle = station.evse(1), ElectricVehicle(**traits)  # type: ignore[arg-type]  # names from a table
        await charge(evse, vehicle)
        history = [
            Circumstances(0.0, 32.0, live=False, paused=False),
            Circumstances(now(), 32.0, live=True, paused=False),
        ]
        for deed, wait in script:
            history.append(await perform(deed, evse, vehicle, history[-1]))
            await asyncio.sleep(wait)

        expected = integrate(history, now(), traits)
        note(f"{history} until {now()}: {expected} Wh")
        assert await energy_wh(evse) == pytest.approx(expected, rel=5e-3, abs=3)
        missing_wh = traits["battery_kwh"] * (100 - traits["soc"]) * 10
        taken_wh = await energy_wh(evse) * traits["efficiency"]
        assert taken_wh <= missing_wh * (1 + 1e-9) + 1e-6

    run(scenario())


@settings(deadline=None, max_examples=40, print_blob=True)
@given(script=scripts, traits=vehicles, tick=st.floats(2, 50), seed=st.integers(0, 2**32))
def test_looking_changes_nothing(
    script: list[Step], traits: dict[str, float], tick: float, seed: int
) -> None:
    async def register_after(tick: float | None) -> float:
        station = SimulatedStation(1, random=chance(seed))
        await started(station)
        evse, vehicle = station.evse(1), ElectricVehicle(**traits)  # type: ignore[arg-type]  # names from a table
        await charge(evse, vehicle)
        circumstances = Circumstances(now(), 32.0, live=True, paused=False)
        last = 0.0
        for deed, wait in script:
            circumstances = await perform(deed, evse, vehicle, circumstances)
            deadline = now() + wait
            while tick is not None and now() + tick < deadline:
                await asyncio.sleep(tick)
                register = await energy_wh(evse)
                assert register >= last
                last = register
            await asyncio.sleep(deadline - now())
        register = await energy_wh(evse)
        assert register >= last
        return register

    # The loop's own time may differ in its last digits by the number of its jumps.
    assert run(register_after(tick)) == pytest.approx(run(register_after(None)), abs=1e-2)


def test_the_power_shown_integrates_to_the_energy_shown() -> None:
    async def scenario() -> None:
        station = SimulatedStation(random=chance(1))
        await started(station)
        evse = station.evse(1)
        await charge(evse, ElectricVehicle(battery_kwh=5, soc=60))
        integral, before, dt = 0.0, await power_w(evse), 0.25
        for _ in range(int(7200 / dt)):
            await asyncio.sleep(dt)
            power = await power_w(evse)
            integral += (before + power) / 2 * dt / 3600
            before = power
        assert integral == pytest.approx(await energy_wh(evse), rel=1e-4)

    run(scenario())


@pytest.mark.parametrize("seed", range(5))
def test_the_grid_is_noisy_the_same_way_for_the_same_seed(seed: int) -> None:
    async def voltages() -> list[float]:
        station = SimulatedStation(random=chance(seed))
        await started(station)
        readings = [await station.evse(1).read_meter() for _ in range(50)]
        for reading in readings:
            assert reading.frequency_hz == pytest.approx(50, abs=0.05)
            assert reading.energy_wh == 0.0
        return [voltage for reading in readings for voltage in reading.voltage_v]

    shown = run(voltages())
    assert shown == run(voltages())
    assert len(set(shown)) > 100
    assert min(shown) > 230 * 0.99
    assert max(shown) < 230 * 1.01
