"""What charging profiles allow, rule by rule of the text (3.5, 3.6, K01, K02, K08, K21, K27)."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import islice

import pytest

from pilotwire.station.smart_charging.composition import LONGEST_SEGMENT, segments
from pilotwire.station.smart_charging.situation import Segment, Site, Situation
from tests.support.charging_profiles import (
    CHARGING,
    DAILY,
    DAY,
    HOUR,
    IDLE,
    NOON,
    THREE,
    WEEKLY,
    Kind,
    Purpose,
    Unit,
    during,
    now,
    own,
    profile,
)

# No profiles (K06.FR.02).


def test_without_profiles_no_constraints_apply() -> None:
    assert during() == [Segment(NOON, None, None, None, 0.0, 3, None, None, 32.0)]
    assert now().limit == 32.0


# Stack levels (3.5, 3.6, K01.FR.17).


def test_the_highest_level_leads_that_has_a_period_then() -> None:
    low = profile((0, 10.0), (300, 8.0), duration=900)
    high = profile((0, 16.0), number=2, level=2, start=NOON + timedelta(seconds=100), duration=400)
    assert own(low, high) == own(high, low) == [(0, 10.0), (100, 16.0), (500, 8.0), (900, None)]


def test_the_default_of_the_evse_goes_before_that_of_all_of_the_same_level() -> None:
    """K01.FR.14: one of EVSE 0 applies to all EVSEs."""
    of_all, of_one = profile((0, 10.0), evse=0), profile((0, 16.0), number=2, duration=60)
    assert own(of_all, of_one) == [(0, 16.0), (60, 10.0)]
    assert own(of_all) == [(0, 10.0)]
    higher = profile((0, 6.0), evse=0, number=3, level=1)
    assert own(higher, of_one) == [(0, 6.0)]
    assert now(of_one, evse=2).own is None


def test_the_example_of_a_peak_with_exceptions() -> None:
    """3.7.1: 2 kW from 17:00 to 20:00, but not on Sundays."""
    every_day = profile(
        (0, 2000.0),
        level=1,
        every=DAILY,
        start=datetime(2020, 1, 9, 17, tzinfo=UTC),
        duration=3 * HOUR,
        unit=Unit.W,
    )
    sundays = profile(
        (0, 999_999.0),
        number=2,
        level=2,
        every=WEEKLY,
        start=datetime(2020, 1, 5, tzinfo=UTC),
        duration=DAY,
        unit=Unit.W,
    )
    sunday = datetime(2026, 3, 1, tzinfo=UTC)
    made = during(every_day, sundays, start=sunday, seconds=2 * DAY)
    limits = [(each.start.day, each.start.hour, round(each.limit, 3)) for each in made]
    peak = round(2000 / 690, 3)
    assert limits == [(1, 0, 32.0), (2, 0, 32.0), (2, 17, peak), (2, 20, 32.0)]


# Purposes (3.6, SC.01, K08.FR.04).


def test_the_lowest_limit_of_all_purposes_counts() -> None:
    station_max = profile((0, 20.0), evse=0, purpose=Purpose.CHARGING_STATION_MAX_PROFILE)
    external = Purpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
    outer = profile((0, 18.0), evse=0, number=2, purpose=external)
    inner = profile((0, 14.0), number=3, purpose=external, duration=60)
    default = profile((0, 16.0), number=4, duration=120)
    made = during(station_max, outer, inner, default)
    assert [(each.own, each.station, each.limit) for each in made] == [
        (14.0, 18.0, 14.0),
        (16.0, 18.0, 16.0),
        (None, 18.0, 18.0),
    ]


def test_the_station_as_a_whole_has_nothing_of_its_evses() -> None:
    """K04.FR.03, K01.FR.14: a default of EVSE 0 is one of each EVSE."""
    station_max = profile((0, 20.0), evse=0, purpose=Purpose.CHARGING_STATION_MAX_PROFILE)
    default = profile((0, 10.0), evse=0, number=2)
    segment = now(station_max, default, profile((0, 6.0), number=3), evse=0, situation=IDLE)
    assert (segment.own, segment.station, segment.limit) == (None, 20.0, 20.0)


def test_a_profile_of_the_transaction_overrules_the_default_until_it_ends() -> None:
    """K02.FR.04, K02.FR.08."""
    default = profile((0, 10.0), level=7)
    tx = profile((0, 16.0), number=2, purpose=Purpose.TX_PROFILE, duration=300)
    assert own(default, tx) == [(0, 16.0), (300, 10.0)]


def test_a_profile_of_another_transaction_does_not_count() -> None:
    """K01.FR.04."""
    tx = profile((0, 6.0), purpose=Purpose.TX_PROFILE, transaction="other")
    of_none = profile((0, 6.0), number=2, purpose=Purpose.TX_PROFILE, transaction=None)
    assert now(tx, of_none).own is None
    assert now(tx, situation=IDLE).own is None


def test_a_profile_that_came_with_a_remote_start_counts_before_its_transaction() -> None:
    """F01.FR.10, K05.FR.03: at its EVSE alone, and for no transaction that has begun."""
    given_along = profile((0, 6.0), purpose=Purpose.TX_PROFILE, transaction=None)
    default = profile((0, 10.0), number=2)
    assert now(given_along, default, situation=IDLE).own == 6.0
    assert now(given_along, default).own == 10.0


def test_without_a_transaction_it_is_as_if_one_began_with_the_default() -> None:
    """K08.FR.06."""
    default = profile((0, 10.0), (600, 16.0), kind=Kind.RELATIVE)
    tx = profile((0, 6.0), number=2, purpose=Purpose.TX_PROFILE)
    delayed = Situation(delays={1: (0, 60)})
    assert own(default, tx, situation=delayed) == [(0, 10.0), (600, 16.0)]


def test_priority_charging_overrules_both_while_it_is_on() -> None:
    """K21.FR.04, K21.FR.07; the station's limit remains in effect."""
    profiles = [
        profile((0, 10.0)),
        profile((0, 8.0), number=2, purpose=Purpose.TX_PROFILE, level=5),
        profile((0, 32.0), number=3, evse=0, purpose=Purpose.PRIORITY_CHARGING),
        profile((0, 20.0), number=4, evse=0, purpose=Purpose.CHARGING_STATION_MAX_PROFILE),
    ]
    on = now(*profiles, situation=Situation(transaction_id="t", priority=True))
    assert (on.own, on.station, on.limit) == (32.0, 20.0, 20.0)
    assert now(*profiles).own == 8.0


def test_local_generation_is_added_to_what_the_others_allow() -> None:
    """SC.01, K27: 5 kW of the grid, and 2 kW and then 1 kW of the sun."""
    grid = profile((0, 5000.0), kind=Kind.RELATIVE, unit=Unit.W)
    sun = profile(
        (0, 2000.0), (600, 1000.0), number=2, evse=0, purpose=Purpose.LOCAL_GENERATION, unit=Unit.W
    )
    made = during(grid, sun)
    assert [round(each.limit * 690) for each in made] == [7000, 6000]
    assert now(sun).limit == 32.0  # nothing limits; the hardware does
    assert now(sun, evse=0, situation=IDLE).generation == pytest.approx(2000 / 690)


def test_the_hardware_is_a_limit_always() -> None:
    sun = profile((0, 30.0), number=2, evse=0, purpose=Purpose.LOCAL_GENERATION)
    assert now(profile((0, 20.0)), sun).limit == 32.0


# Units and phases (K01.FR.49 to K01.FR.51, K01.FR.140).


@pytest.mark.parametrize(
    ("phases", "amperes"), [(None, 10.0), (3, 10.0), (2, 15.0), (1, 30.0)], ids=str
)
def test_watts_are_of_all_phases_that_the_period_means(phases: int | None, amperes: float) -> None:
    """K01.FR.49, K01.FR.50: three if nothing is said, whatever the EVSE has."""
    segment = now(profile((0, 6900.0), unit=Unit.W, phases=phases), site=Site(32.0, phases=1))
    assert segment.own == pytest.approx(amperes)


def test_watts_are_counted_by_the_volts_of_the_area() -> None:
    """K01.FR.50."""
    segment = now(profile((0, 1100.0), unit=Unit.W, phases=1), site=Site(32.0, 1, volts=110.0))
    assert segment.own == pytest.approx(10.0)


def test_amperes_are_of_each_phase() -> None:
    """K01.FR.51."""
    assert now(profile((0, 10.0), phases=1)).own == now(profile((0, 10.0), phases=3)).own == 10.0


def test_the_fewest_phases_of_all_schedules_are_used() -> None:
    """K01.FR.140, K01.FR.46."""
    one = profile((0, 16.0), phases=1, phase=2)
    two = profile(
        (0, 20.0), number=2, evse=0, phases=2, purpose=Purpose.CHARGING_STATION_MAX_PROFILE
    )
    segment = now(one, two)
    assert (segment.phases, segment.phase_to_use) == (1, 2)
    assert now(two).phases == 2
    assert now(two, site=Site(32.0, phases=1)).phases == 1


def test_charging_is_not_efficient_below_the_highest_of_the_rates_that_say_so() -> None:
    """K01.FR.21."""
    one = profile((0, 16.0), least=8.0)
    other = profile(
        (0, 20_000.0),
        number=2,
        evse=0,
        unit=Unit.W,
        least=6900.0,
        purpose=Purpose.CHARGING_STATION_MAX_PROFILE,
    )
    assert now(one).least == 8.0
    assert now(one, other).least == pytest.approx(10.0)


# Several schedules (K15.FR.22).


def test_the_schedule_counts_that_the_vehicle_has_chosen() -> None:
    """K15.FR.22."""
    other = profile((0, 8.0)).profile.charging_schedule
    two = profile((0, 16.0), purpose=Purpose.TX_PROFILE, level=1, duration=60, more=other)
    single = profile((0, 10.0), number=2, purpose=Purpose.TX_PROFILE)
    second = Situation(transaction_id="t", chosen=1)
    assert own(two, single) == [(0, 16.0), (60, 10.0)]
    assert own(two, single, situation=second) == [(0, 8.0)]
    assert own(single, situation=second) == [(0, 10.0)]


# State of charge, and being offline (K01.FR.100 to K01.FR.103).


@pytest.mark.parametrize(
    ("soc", "limit"), [(None, 16.0), (79.9, 16.0), (80.0, 8.0), (100.0, 8.0)], ids=str
)
def test_a_full_vehicle_gets_less(soc: float | None, limit: float) -> None:
    """K01.FR.100."""
    situation = Situation(transaction_id="t", soc=soc)
    assert now(profile((0, 16.0), soc=(80, 8.0)), situation=situation).own == limit


def test_the_limit_of_a_full_vehicle_is_a_cap_in_the_unit_of_the_schedule() -> None:
    """K01.FR.100."""
    full = Situation(transaction_id="t", soc=90.0)
    assert now(profile((0, 6.0), soc=(80, 8.0)), situation=full).own == 6.0
    assert now(profile((0, None), soc=(80, 8.0)), situation=full).own == 8.0
    watts = profile((0, 11_000.0), soc=(80, 2300.0), unit=Unit.W, phases=1)
    assert now(watts, situation=full).own == pytest.approx(10.0)


def test_a_profile_is_not_valid_when_the_station_has_been_offline_for_too_long() -> None:
    """K01.FR.101, K01.FR.103: one of a lower level may count then."""
    high = profile((0, 20.0), level=1, offline=600)
    low = profile((0, 10.0), number=2)
    offline = Situation(transaction_id="t", offline_since=NOON - timedelta(seconds=200))
    assert own(high, low, situation=offline) == [(0, 20.0), (400, 10.0)]
    assert own(high, low) == [(0, 20.0)]


# Bounds.


def test_the_same_for_ever_under_a_lower_limit_is_told_in_parts() -> None:
    """What is looked at for one segment has a bound."""
    changing = profile((0, 16.0), (HOUR, 10.0), every=DAILY)
    external = Purpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
    lower = profile((0, 6.0), number=2, purpose=external)
    made = list(islice(segments([changing, lower], 1, THREE, CHARGING, NOON), 2))
    assert {each.own for each in made} == {6.0}
    assert made[0].end == NOON + timedelta(days=LONGEST_SEGMENT // 2)


def test_start_and_end_of_a_segment_are_told_in_utc() -> None:
    zone = timezone(timedelta(hours=2))
    segment = now(profile((0, 6.0), (60, 8.0)), start=NOON.astimezone(zone))
    assert segment.start.tzinfo is UTC
    assert segment.end == NOON + timedelta(seconds=60)
