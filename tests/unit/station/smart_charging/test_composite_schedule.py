"""What the CSMS is told of segments as a composite schedule (K08)."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from pilotwire.ocpp.v21.datatypes import CompositeScheduleType
from pilotwire.station.smart_charging.composition import (
    LONGEST_SEGMENT,
    MOST_PERIODS,
    composite_schedule,
    segments,
)
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.smart_charging.situation import Site
from tests.support.charging_profiles import (
    CHARGING,
    DAILY,
    DAY,
    HOUR,
    NOON,
    THREE,
    Purpose,
    Unit,
    profile,
)


def composite(
    *profiles: Installed,
    duration: int = HOUR,
    unit: Unit = Unit.A,
    start: datetime = NOON,
    site: Site = THREE,
) -> CompositeScheduleType:
    them = segments(profiles, 1, site, CHARGING, start)
    return composite_schedule(them, 1, start, duration, unit, site)


def periods(schedule: CompositeScheduleType) -> list[tuple[int, float | None]]:
    return [(each.start_period, each.limit) for each in schedule.charging_schedule_period]


def test_it_tells_of_as_many_seconds_as_were_asked_for() -> None:
    """K08.FR.02."""
    made = composite(profile((0, 16.0), (600, 10.0), (HOUR, 8.0)))
    assert (made.evse_id, made.duration, made.schedule_start) == (1, HOUR, NOON)
    assert made.charging_rate_unit is Unit.A
    assert periods(made) == [(0, 16.0), (600, 10.0)]


def test_without_profiles_it_is_what_the_hardware_can() -> None:
    assert periods(composite()) == [(0, 32.0)]


@pytest.mark.parametrize("duration", [0, -1])
def test_of_no_time_at_all_it_tells_what_counts_now(duration: int) -> None:
    made = composite(profile((0, 16.0), (1, 10.0)), duration=duration)
    assert (made.duration, periods(made)) == (0, [(0, 16.0)])


@pytest.mark.parametrize(("phases", "watts"), [(None, 6900.0), (2, 4600.0), (1, 2300.0)], ids=str)
def test_watts_are_of_all_phases_together(phases: int | None, watts: float) -> None:
    """K01.FR.50."""
    made = composite(profile((0, 10.0), phases=phases), unit=Unit.W)
    (period,) = made.charging_schedule_period
    assert (period.limit, period.number_phases) == (watts, phases)


@pytest.mark.parametrize("limit", [1001.4, 3680.0, 7360.0, 11_000.0])
def test_watts_are_told_as_they_were_set(limit: float) -> None:
    scheduled = profile((0, limit), unit=Unit.W, phases=2)
    assert periods(composite(scheduled, unit=Unit.W)) == [(0, limit)]


def test_a_limit_is_never_told_higher_than_it_is() -> None:
    """K08.FR.04: one decimal, rounded down."""
    assert periods(composite(profile((0, 4800.0), unit=Unit.W))) == [(0, 6.9)]  # 6.956...


def test_phases_are_told_where_there_are_fewer_than_three() -> None:
    """K01.FR.49: three is what saying nothing means."""
    (one,) = composite(profile((0, 16.0), phases=1, phase=2)).charging_schedule_period
    assert (one.number_phases, one.phase_to_use) == (1, 2)
    (three,) = composite(profile((0, 16.0), phases=3)).charging_schedule_period
    assert (three.number_phases, three.phase_to_use) == (None, None)
    (of_the_site,) = composite(site=Site(32.0, phases=1)).charging_schedule_period
    assert of_the_site.number_phases == 1


def test_what_changes_in_no_figure_that_is_told_is_no_period() -> None:
    lower = profile(
        (0, 8.0), number=2, evse=0, purpose=Purpose.CHARGING_STATION_MAX_PROFILE, duration=1800
    )
    changing = profile((0, 16.0), (600, 10.0), (2400, 6.0))
    assert periods(composite(changing, lower)) == [(0, 8.0), (1800, 10.0), (2400, 6.0)]


def test_it_begins_with_a_whole_second_and_so_does_each_period() -> None:
    """Of a second in which something changes, the lowest limit counts."""
    start = NOON + timedelta(milliseconds=400)
    made = composite(profile((0, 16.0), (600, 10.0)), start=start)
    assert (made.schedule_start, periods(made)) == (NOON, [(0, 16.0), (600, 10.0)])

    fraction = NOON - timedelta(milliseconds=200)
    falls = profile((0, 16.0), (600, 10.0), start=fraction)
    assert periods(composite(falls, start=start)) == [(0, 16.0), (599, 10.0)]
    rises = profile((0, 10.0), (600, 16.0), start=fraction)
    assert periods(composite(rises, start=start)) == [(0, 10.0), (600, 16.0)]
    assert periods(composite(rises, start=start, duration=600)) == [(0, 10.0)]


def test_of_several_changes_in_a_second_the_lowest_limit_counts() -> None:
    def briefly(number: int, limit: float, at: float) -> Installed:
        start = NOON + timedelta(seconds=at)
        valid = (start, start + timedelta(milliseconds=300))
        return profile((0, limit), number=number, level=number, start=start, valid=valid)

    base = profile((0, 10.0), number=0)
    made = composite(base, briefly(1, 20.0, 60.1), briefly(2, 6.0, 60.4), briefly(3, 30.0, 60.7))
    assert periods(made) == [(0, 10.0), (60, 6.0), (61, 10.0)]
    made = composite(base, briefly(1, 8.0, 60.1), briefly(2, 6.0, 60.4))
    assert periods(made) == [(0, 10.0), (60, 6.0), (61, 10.0)]
    made = composite(base, briefly(1, 20.0, 60.1))
    assert periods(made) == [(0, 10.0)]


def test_it_ends_early_where_more_would_not_fit() -> None:
    busy = profile(*[(n, 6.0 + n % 2) for n in range(1000)], every=DAILY)
    made = composite(busy, duration=2 * DAY)
    assert len(made.charging_schedule_period) == MOST_PERIODS
    assert made.duration == DAY + MOST_PERIODS - 1000
    assert made.charging_schedule_period[-1].start_period == made.duration - 1


def test_it_ends_early_where_too_much_would_have_to_be_looked_at() -> None:
    busy = profile(*[(n, 16.0 + n % 2) for n in range(1000)], every=DAILY)
    lower = profile((0, 6.0), number=2, purpose=Purpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS)
    made = composite(busy, lower, duration=10_000 * DAY)
    assert periods(made) == [(0, 6.0)]
    days = MOST_PERIODS * LONGEST_SEGMENT // 1000
    assert days * DAY <= made.duration < (days + 1) * DAY


def test_it_is_told_in_utc_at_the_end_of_all_calendars_too() -> None:
    start = datetime.max.replace(tzinfo=timezone(timedelta(hours=-5)))
    made = composite(start=start)
    told = made.schedule_start.replace(microsecond=0)
    assert told == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
