"""Nothing gets lost between meter, cable and battery, and no limit is passed, whatever happens."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, MeterClass, SimulatedEvse, SimulatedStation
from tests.support.virtual_time import run
from tests.unit.hal.scenes import chance, charge, now, started

Deed = tuple[str, float]
Script = list[tuple[Deed, float]]

FOLLOWED_S = 5.0
"""Within this the current is no more than what is offered (IEC 61851-1 Annex A)."""

deeds: st.SearchStrategy[Deed] = st.one_of(
    st.tuples(st.just("offer"), st.floats(0, 40)),
    st.tuples(st.just("take"), st.sampled_from([0.0, 10.0, 40.0])),
    st.tuples(st.just("aim"), st.floats(1, 100)),
    st.tuples(st.sampled_from(["pause", "resume", "open", "close", "trip", "reset"]), st.just(0.0)),
)
scripts: st.SearchStrategy[Script] = st.lists(
    st.tuples(deeds, st.floats(0, 900)), min_size=1, max_size=8
)


@dataclass(frozen=True, slots=True)
class Traits:
    """A vehicle, within what makes a short script eventful."""

    battery_kwh: float
    soc: float
    max_current_a: float
    phases: int
    taper_from: float
    efficiency: float
    reacts_after_s: float
    target_soc: float
    cable_a: float
    max_discharge_a: float
    reserve_soc: float
    min_current_a: float

    def vehicle(self) -> ElectricVehicle:
        """One."""
        return ElectricVehicle(
            self.battery_kwh,
            self.soc,
            max_current_a=self.max_current_a,
            min_current_a=self.min_current_a,
            phases=self.phases,
            taper_from=self.taper_from,
            efficiency=self.efficiency,
            reacts_after_s=self.reacts_after_s,
            target_soc=self.target_soc,
            cable_a=self.cable_a,
            max_discharge_a=self.max_discharge_a,
            reserve_soc=self.reserve_soc,
        )


traits = st.builds(
    Traits,
    battery_kwh=st.floats(0.5, 3),
    soc=st.floats(0, 100),
    max_current_a=st.floats(6, 32),
    phases=st.integers(1, 3),
    taper_from=st.sampled_from([0.0, 50.0, 80.0, 99.0, 100.0]),
    efficiency=st.floats(0.5, 1),
    reacts_after_s=st.floats(0, 5),
    target_soc=st.floats(1, 100),
    cable_a=st.sampled_from([13.0, 20.0, 32.0]),
    max_discharge_a=st.sampled_from([0.0, 8.0, 16.0]),
    reserve_soc=st.floats(0, 60),
    min_current_a=st.sampled_from([6.0, 8.0, 13.0]),
)


class Play:
    """A script on one EVSE, and what holds at each moment of it."""

    def __init__(self, evse: SimulatedEvse, vehicle: ElectricVehicle) -> None:
        self.evse, self.vehicle = evse, vehicle
        self.changed = now()
        self.offers: list[tuple[float, float]] = [(now(), 32.0)]

    async def do(self, deed: Deed) -> None:
        """One deed."""
        match deed:
            case ("offer", amperes):
                await self.evse.offer_current(amperes)
                self.offers.append((now(), amperes))
            case ("take", amperes):
                await self.evse.take_current(amperes)
            case ("aim", soc):
                self.vehicle.aim_for(soc)
            case ("pause", _):
                self.vehicle.pause()
            case ("resume", _):
                self.vehicle.resume()
            case ("open", _):
                await self.evse.open_contactor()
            case ("close", _):
                await self.evse.close_contactor()
            case ("trip", _):
                self.evse.trip_rcd()
            case ("reset", _):
                self.evse.reset_rcd()
            case _:
                raise AssertionError(f"{deed} is no deed")
        self.changed = now()

    async def through(self, script: Script) -> AsyncGenerator[None]:
        """Play it, and stop at many moments."""
        for deed, wait in script:
            await self.do(deed)
            yield
            for part in (0.001, 0.01, 0.1, 0.3, 0.589):
                await asyncio.sleep(wait * part)
                yield

    @property
    def offered_lately(self) -> float:
        """The most that was offered within the time that a vehicle has to follow."""
        current = self.offers[-1][1]
        since = now() - FOLLOWED_S
        ended = [
            amperes
            for (_, amperes), (until, _) in zip(self.offers, self.offers[1:], strict=False)
            if until > since - 1e-6
        ]
        return max([current, *ended])


@settings(deadline=None, max_examples=150, print_blob=True)
@given(script=scripts, what=traits)
def test_no_limit_is_passed(script: Script, what: Traits) -> None:
    async def scenario() -> None:
        station = SimulatedStation(1, bidirectional=True)
        await started(station)
        evse, vehicle = station.evse(1), what.vehicle()
        await charge(evse, vehicle)
        play = Play(evse, vehicle)
        soc = vehicle.soc
        async for _ in play.through(script):
            flow = vehicle.flow
            current = 0.0 if flow is None else flow.current_a(now())
            event("charges" if current > 0 else "gives" if current < 0 else "rests")
            assert current <= min(play.offered_lately, what.cable_a, what.max_current_a) + 1e-9
            assert current >= -min(what.max_discharge_a, what.cable_a) - 1e-9
            if now() - play.changed >= FOLLOWED_S and current > 0:
                assert play.offers[-1][1] >= what.min_current_a
            if not evse.contactor.closed:
                assert current == 0
            assert vehicle.soc <= max(soc, vehicle.target_soc) + 1e-9
            assert vehicle.soc >= min(soc, what.reserve_soc) - 1e-9
            soc = vehicle.soc

    run(scenario())


@settings(deadline=None, max_examples=100, print_blob=True)
@given(script=scripts, what=traits, grade=st.sampled_from([None, *MeterClass]), seed=st.integers(0))
def test_meter_and_battery_agree(
    script: Script, what: Traits, grade: MeterClass | None, seed: int
) -> None:
    """What the registers show is in the battery, less the losses, within the meter's class."""

    async def scenario() -> None:
        station = SimulatedStation(1, bidirectional=True, random=chance(seed), meter_class=grade)
        await started(station)
        evse, vehicle = station.evse(1), what.vehicle()
        await charge(evse, vehicle)
        meter, limit = evse.meter, 0.0 if grade is None else grade.value / 100
        begin, taken, given_back = vehicle.soc, 0.0, 0.0
        async for _ in Play(evse, vehicle).through(script):
            assert meter.register_wh >= taken, "a register only grows"
            assert meter.export_register_wh >= given_back
            taken, given_back = meter.register_wh, meter.export_register_wh
            gained = (vehicle.soc - begin) / 100 * what.battery_kwh * 1000
            expected = taken * what.efficiency - given_back / what.efficiency
            off = limit * (taken + given_back / what.efficiency)
            assert gained == pytest.approx(expected, abs=1e-3 + off)

    run(scenario())


@settings(deadline=None, max_examples=40, print_blob=True)
@given(script=scripts, what=traits)
def test_registers_are_the_integral_of_the_power_shown(script: Script, what: Traits) -> None:
    step = 0.2

    async def scenario() -> None:
        station = SimulatedStation(1, bidirectional=True)
        await started(station)
        evse, vehicle = station.evse(1), what.vehicle()
        await charge(evse, vehicle)
        play, meter = Play(evse, vehicle), evse.meter
        net, jumps = 0.0, 0.0
        for deed, wait in script:
            before = meter.register_wh - meter.export_register_wh
            await play.do(deed)
            net += meter.register_wh - meter.export_register_wh - before  # while parts travelled
            end, power = now() + min(wait, 300), meter.power_w
            while now() < end - 1e-9:
                dt = min(step, end - now())
                await asyncio.sleep(dt)
                net += (power + meter.power_w) / 2 * dt / 3600
                if abs(power - meter.power_w) > 4000 * dt:  # more than any ramp
                    jumps += abs(power - meter.power_w) * dt / 3600
                power = meter.power_w
        shown = meter.register_wh - meter.export_register_wh
        counted = meter.register_wh + meter.export_register_wh
        assert net == pytest.approx(shown, abs=0.5 + jumps + 2e-3 * counted)

    run(scenario())


@settings(deadline=None, max_examples=60)
@given(
    offers=st.lists(st.floats(6, 40), min_size=1, max_size=6),
    max_current_a=st.floats(6, 32),
    cable_a=st.sampled_from([13.0, 20.0, 32.0]),
    reacts_after_s=st.floats(0, 1),
)
def test_the_current_is_what_is_offered_5_s_after_a_change(
    offers: list[float], max_current_a: float, cable_a: float, reacts_after_s: float
) -> None:
    """IEC 61851-1 Annex A."""

    async def scenario() -> None:
        station = SimulatedStation(1)
        await started(station)
        vehicle = ElectricVehicle(
            soc=10,
            max_current_a=max_current_a,
            cable_a=cable_a,
            reacts_after_s=reacts_after_s,
            wakes_after_s=0,
        )
        await charge(station.evse(1), vehicle)
        for offer in offers:
            await station.evse(1).offer_current(offer)
            await asyncio.sleep(FOLLOWED_S + 1e-6)
            assert vehicle.flow is not None
            expected = min(offer, 32.0, max_current_a, cable_a)
            assert vehicle.flow.current_a(now()) == pytest.approx(expected)

    run(scenario())


curves = st.lists(
    st.tuples(st.integers(0, 100), st.floats(5, 300)),
    min_size=1,
    max_size=6,
    unique_by=lambda p: p[0],
).map(sorted)


def taken_at(curve: list[tuple[int, float]], soc: float) -> float:
    """What a battery takes, so full as it is."""
    if soc <= curve[0][0]:
        return curve[0][1]
    for (left, low), (right, high) in pairwise(curve):
        if soc <= right:
            return low + (high - low) * (soc - left) / (right - left)
    return curve[-1][1]


@settings(deadline=None, max_examples=80, print_blob=True)
@given(
    curve=curves,
    soc=st.floats(0, 99),
    offers=st.lists(st.tuples(st.floats(1, 300), st.floats(1, 900)), min_size=1, max_size=4),
)
def test_direct_current_follows_the_curve_of_the_battery(
    curve: list[tuple[int, float]], soc: float, offers: list[tuple[float, float]]
) -> None:
    """Held against small steps of a model without any formula of ours."""

    async def scenario() -> None:
        station = SimulatedStation(
            1, kind=ConnectorKind.CCS2_CABLE, phases=1, max_current_a=300, voltage=400
        )
        await started(station)
        evse = station.evse(1)
        vehicle = ElectricVehicle(30, soc, dc_curve=curve, ramp_a_per_s=1e6, wakes_after_s=0)
        await charge(evse, vehicle, 300.0)
        level = vehicle.soc
        for offer, seconds in offers:
            await evse.offer_current(offer)
            steps = 2000
            step = 400 * seconds / steps / 3600 * 0.9 / 300  # percent an ampere
            for _ in range(steps):
                middle = level + min(offer, taken_at(curve, level)) * step / 2
                level += min(offer, taken_at(curve, middle)) * step if level < 100 else 0.0
            await asyncio.sleep(seconds)
            assert vehicle.soc == pytest.approx(min(level, 100.0), abs=0.05)
            if vehicle.flow is not None:
                expected = min(offer, taken_at(curve, vehicle.soc))
                assert vehicle.flow.current_a(now()) == pytest.approx(expected, rel=1e-6)

    run(scenario())
