"""What a vehicle is offered, and what its plan makes of the composite schedule."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest

from pilotwire.hal.interfaces import PowerStep
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.smart_charging.situation import Segment
from pilotwire.station.smart_charging.vehicle_schedule import (
    Offer,
    Plan,
    expected,
    offered,
    same,
    within,
)
from pilotwire.station.vocabulary import ChargingRateUnit

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = NOON + timedelta(days=1)
VOLTS = 230.0


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def segment(start: float, end: float | None, amperes: float, phases: int = 3) -> Segment:
    return Segment(
        start=after(start),
        end=None if end is None else after(end),
        own=amperes,
        station=None,
        generation=0.0,
        phases=phases,
        phase_to_use=None,
        least=None,
        most=32.0,
    )


def offer(*segments: Segment, most_steps: int = 12, until: datetime = DAY) -> Offer:
    return offered(segments, 0, NOON, until, VOLTS, most_steps)


def plan(told: Sequence[PowerStep], of: Offer, at: float = 0.0, phases: int = 3) -> Plan:
    return Plan.of(told, after(at), of, phases, None)


def watts_at(them: Sequence[Segment], at: datetime) -> float:
    """What segments allow at a moment."""
    (here,) = (each for each in them if each.start <= at and (each.end is None or at < each.end))
    return here.limit * here.phases * VOLTS


# What is offered.


def test_an_offer_is_the_composite_schedule_in_watts() -> None:
    made = offer(segment(0, 600, 16), segment(600, 900, 10, phases=1), segment(900, None, 40))
    told = made.told()
    assert told.id == 1
    assert list(told.steps) == [
        PowerStep(0.0, 16 * 690),
        PowerStep(600.0, 10 * 230),
        PowerStep(900.0, 32 * 690),
    ]
    assert told.duration_s == 86400


def test_what_is_the_same_to_a_vehicle_is_one_step() -> None:
    made = offer(segment(0, 600, 16), segment(600, None, 16))
    assert list(made.told().steps) == [PowerStep(0.0, 16 * 690)]


def test_an_offer_ends_where_there_is_no_more_room() -> None:
    made = offer(segment(0, 600, 16), segment(600, 900, 10), segment(900, None, 8), most_steps=2)
    assert len(made.told().steps) == 2
    assert made.told().duration_s == 900


def test_an_offer_ends_when_the_vehicle_leaves() -> None:
    made = offer(segment(0, 600, 16), segment(600, None, 8), until=after(500))
    assert list(made.told().steps) == [PowerStep(0.0, 16 * 690)]
    assert made.told().duration_s == 500


def test_segments_that_change_nothing_cost_little() -> None:
    made = offer(*(segment(n, n + 1, 16) for n in range(1000)), most_steps=4)
    assert made.told().duration_s == 16


def test_what_goes_on_as_it_was_is_the_same_offer() -> None:
    """K16.FR.02."""
    before = offer(segment(0, 600, 16), segment(600, None, 8))
    later = offered([segment(300, 600, 16), segment(600, None, 8)], 0, after(300), DAY, VOLTS, 12)
    assert same([before], [later], after(300))
    other = offered([segment(300, None, 16)], 0, after(300), DAY, VOLTS, 12)
    assert not same([before], [other], after(300))
    assert not same([before], [later, later], after(300))


# What the vehicle makes of it.


@pytest.mark.parametrize(
    ("told", "fits"),
    [
        ([(0, 11000), (600, 5500)], True),
        ([(0, 11050), (600, 5525)], True),  # it may round
        ([(0, 11100), (600, 5500)], False),
        ([(0, 11000), (601, 5500)], False),  # a second too late
        ([(0, 5000), (3600, 5600)], False),
        ([(0, 0)], True),
        ([], True),
    ],
)
def test_a_plan_is_within_the_offer_or_not(told: list[tuple[float, float]], fits: bool) -> None:
    """K15.FR.09."""
    of = offer(segment(0, 600, 16), segment(600, None, 8))
    steps = [PowerStep(*each) for each in told]
    assert within(plan(steps, of), of) is fits


def test_a_plan_that_begins_later_is_held_against_what_is_left() -> None:
    of = offer(segment(0, 600, 16), segment(600, None, 8))
    assert within(plan([PowerStep(0, 11000), PowerStep(100, 5000)], of, at=500), of)
    assert not within(plan([PowerStep(0, 11000)], of, at=700), of)
    assert plan([], of, at=500).steps == ((after(500), 11040.0), (after(600), 5520.0))


@pytest.mark.parametrize(
    ("unit", "limits"), [(ChargingRateUnit.A, [16.0, 8.0]), (ChargingRateUnit.W, [11040.0, 5520.0])]
)
def test_a_plan_is_told_in_the_unit_of_the_schedule_it_goes_by(
    unit: ChargingRateUnit, limits: list[float]
) -> None:
    selected = datatypes.ChargingScheduleType(
        id=7,
        charging_rate_unit=unit,
        charging_schedule_period=[datatypes.ChargingSchedulePeriodType(start_period=0, limit=1.0)],
    )
    of = offer(segment(0, 600, 16), segment(600, None, 8))
    schedule = Plan.of([], NOON, of, 3, selected).schedule(VOLTS, 12)
    assert schedule is not None
    assert schedule.id == 7
    assert schedule.duration == 86400
    assert [each.limit for each in schedule.charging_schedule_period] == limits
    short = Plan.of([], NOON, of, 3, selected).schedule(VOLTS, 1)
    assert short is not None
    assert short.duration == 600


def test_a_vehicle_of_one_phase_is_expected_to_use_one() -> None:
    of = offer(segment(0, None, 16))
    made = plan([PowerStep(0, 3680)], of, phases=1)
    (first, then) = expected([segment(0, None, 16)], made, VOLTS)
    assert (first.phases, first.limit, first.end) == (1, 16.0, DAY)
    assert (then.phases, then.limit, then.end) == (3, 16.0, None)


@pytest.mark.parametrize("seed", range(200))
def test_what_is_expected_is_the_lower_of_both_at_any_moment(seed: int) -> None:
    """SC.04."""
    print(f"seed {seed}")
    random = Random(seed)
    bounds = sorted(random.sample(range(1, 3600), random.randrange(6)))
    ends: list[float | None] = [*bounds, None]
    them = [
        segment(start, end, random.uniform(0, 40), random.choice([1, 3]))
        for start, end in zip([0, *bounds], ends, strict=True)
    ]
    of = offer(*them)
    starts = sorted(random.sample(range(1, 3600), random.randrange(6)))
    told = [PowerStep(start, random.uniform(0, 30000)) for start in [0, *starts]]
    phases = random.choice([1, 2, 3])
    got = list(expected(them, plan(told, of, phases=phases), VOLTS))
    assert got[0].start == NOON
    assert got[-1].end is None
    assert all(one.end == other.start for one, other in pairwise(got))
    for _ in range(50):
        at = after(random.uniform(0, 4000))
        planned = [step.power_w for step in told if after(step.start_s) <= at][-1]
        on_its_phases = [replace(each, phases=min(each.phases, phases)) for each in them]
        assert watts_at(got, at) == pytest.approx(min(watts_at(on_its_phases, at), planned))
