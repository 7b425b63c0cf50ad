"""When the periods of a charging schedule are, rule by rule of the text (3.3, 3.9, K01, K28)."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest

from pilotwire.station.smart_charging.composition import segments
from pilotwire.station.smart_charging.situation import Situation
from tests.support.charging_profiles import (
    DAILY,
    DAY,
    HOUR,
    NOON,
    THREE,
    WEEK,
    WEEKLY,
    Kind,
    Period,
    Purpose,
    Recurrency,
    during,
    now,
    own,
    profile,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

# Periods (K01.FR.10 to K01.FR.13, K01.FR.30, K01.FR.31).


def test_a_period_lasts_until_the_next_starts_and_the_last_one_for_ever() -> None:
    """K01.FR.10, K01.FR.12."""
    assert own(profile((0, 16.0), (600, 10.0), (900, 20.0))) == [
        (0, 16.0),
        (600, 10.0),
        (900, 20.0),
    ]
    assert during(profile((0, 16.0), (600, 10.0)))[-1].end is None


def test_nothing_is_executed_after_the_duration() -> None:
    """K01.FR.11, K01.FR.12."""
    scheduled = profile((0, 16.0), (600, 10.0), (900, 20.0), duration=900)
    assert own(scheduled) == [(0, 16.0), (600, 10.0), (900, None)]
    assert own(profile((0, 16.0), duration=0)) == [(0, None)]


def test_a_schedule_of_the_future_counts_from_its_start_on() -> None:
    """K01.FR.30."""
    later = profile((0, 10.0), start=NOON + timedelta(seconds=700))
    assert own(later) == [(0, None), (700, 10.0)]


def test_a_schedule_that_began_before_is_gone_on_with() -> None:
    since = profile((0, 10.0), (500, 16.0), start=NOON - timedelta(seconds=100), duration=1000)
    assert own(since) == [(0, 10.0), (400, 16.0), (900, None)]


def test_of_periods_that_start_together_the_last_counts() -> None:
    assert own(profile((0, 10.0), (0, 16.0), (60, 6.0), (60, 8.0))) == [(0, 16.0), (60, 8.0)]


def test_what_a_period_repeats_is_no_boundary() -> None:
    assert own(profile((0, 10.0), (60, 10.0), (120, 6.0))) == [(0, 10.0), (120, 6.0)]


def test_a_schedule_says_nothing_before_its_first_period() -> None:
    assert own(profile((60, 10.0))) == [(0, None), (60, 10.0)]


def test_a_period_without_a_limit_limits_nothing_and_leads_all_the_same() -> None:
    """3.4: an external limit that nobody has given yet."""
    assert own(profile((0, None), level=1), profile((0, 10.0), number=2)) == [(0, None)]


# Validity (K01.FR.36, K01.FR.37).


def test_a_profile_counts_from_valid_from_on_and_before_valid_to() -> None:
    valid = (NOON + timedelta(seconds=100), NOON + timedelta(seconds=300))
    assert own(profile((0, 10.0), (200, 6.0), valid=valid)) == [
        (0, None),
        (100, 10.0),
        (200, 6.0),
        (300, None),
    ]
    assert now(profile((0, 10.0), valid=valid), start=valid[0]).own == 10.0
    assert now(profile((0, 10.0), valid=valid), start=valid[1]).own is None


# Kinds (3.3, K01.FR.40 to K01.FR.42, K28.FR.13).


def test_a_relative_schedule_starts_when_the_evse_is_ready_to_deliver() -> None:
    """K01.FR.42."""
    relative = profile((0, 16.0), (600, 10.0), kind=Kind.RELATIVE, duration=900)
    ready = Situation(transaction_id="t", ready_at=NOON - timedelta(seconds=500))
    assert own(relative, situation=ready) == [(0, 16.0), (100, 10.0), (400, None)]
    assert own(relative) == [(0, 16.0), (600, 10.0), (900, None)]


def test_an_absolute_schedule_without_a_start_is_relative() -> None:
    """1.6 7.13."""
    ready = Situation(transaction_id="t", ready_at=NOON - timedelta(seconds=500))
    assert own(profile((0, 16.0), (600, 10.0), start=None), situation=ready) == [
        (0, 16.0),
        (100, 10.0),
    ]


@pytest.mark.parametrize(("every", "cycle"), [(DAILY, DAY), (WEEKLY, WEEK)], ids=str)
def test_a_schedule_recurs_from_its_start_on(every: Recurrency, cycle: int) -> None:
    """3.3; it began 4000 recurrences ago."""
    began = NOON - timedelta(seconds=4000 * cycle - 60)
    recurring = profile((0, 16.0), (600, 10.0), every=every, start=began)
    assert own(recurring, seconds=cycle) == [(0, 10.0), (60, 16.0), (660, 10.0)]
    ahead = profile((0, 16.0), (600, 10.0), every=every, start=NOON + timedelta(seconds=60))
    assert own(ahead, seconds=700) == [(0, None), (60, 16.0), (660, 10.0)]


def test_a_recurring_schedule_leaves_a_gap_after_a_shorter_duration() -> None:
    """K01.FR.13."""
    recurring = profile((0, 16.0), every=DAILY, duration=2 * HOUR)
    default = profile((0, 10.0), number=2, evse=0)
    assert own(recurring, default, seconds=2 * DAY) == [
        (0, 16.0),
        (2 * HOUR, 10.0),
        (DAY, 16.0),
        (DAY + 2 * HOUR, 10.0),
    ]


def test_what_is_past_the_recurrence_is_not_executed() -> None:
    """1.6 5.16.4 (errata 3.44)."""
    recurring = profile((0, 16.0), (DAY, 6.0), every=DAILY, duration=2 * DAY)
    (segment,) = during(recurring, seconds=3 * DAY)
    assert (segment.own, segment.end) == (16.0, None)


def test_a_schedule_that_recurs_and_never_changes_has_no_boundary() -> None:
    assert during(profile((0, 16.0), (600, 16.0), every=DAILY))[0].end is None


def test_an_absolute_schedule_does_not_recur() -> None:
    """3.3, whatever its recurrencyKind says."""
    once = profile((0, 16.0), kind=Kind.ABSOLUTE, every=DAILY, duration=600)
    assert own(once, seconds=3 * DAY) == [(0, 16.0), (600, None)]


def test_a_recurrence_is_of_twenty_four_hours_over_a_leap_day() -> None:
    february = datetime(2028, 2, 28, 18, tzinfo=UTC)
    evening = profile((0, 6.0), every=DAILY, start=february, duration=HOUR)
    made = during(evening, start=february, seconds=3 * DAY)
    assert [(each.start.month, each.start.day) for each in made if each.own] == [
        (2, 28),
        (2, 29),
        (3, 1),
    ]


def test_a_dynamic_schedule_counts_until_its_duration_after_the_last_update() -> None:
    """K28.FR.13; the next valid profile counts then."""
    default = profile((0, 10.0), number=2)
    dynamic = profile((0, 20.0), level=1, kind=Kind.DYNAMIC, duration=300)
    assert own(default, dynamic) == [(0, 20.0), (300, 10.0)]
    assert own(default, profile((0, 20.0), level=1, kind=Kind.DYNAMIC)) == [(0, 20.0)]
    undated = profile((0, 20.0), level=1, kind=Kind.DYNAMIC, start=None, duration=300)
    assert own(default, undated) == [(0, 20.0)]


# Random delays (K01.FR.92 to K01.FR.97).


def test_each_period_starts_as_much_later_as_was_drawn_for_it() -> None:
    """K01.FR.92, K01.FR.94: not the first, and the end of the schedule is as before."""
    scheduled = profile((0, 16.0), (300, 0.0), (600, 10.0), duration=900)
    delayed = Situation(transaction_id="t", delays={1: (0, 45, 120)})
    assert own(scheduled, situation=delayed) == [(0, 16.0), (345, 0.0), (720, 10.0), (900, None)]


def test_a_period_is_skipped_that_would_start_after_the_next_one() -> None:
    """K01.FR.97, in the example of the errata (2.21)."""
    scheduled = profile((0, 0.0), (300, 1.0), (600, 2.0), (900, 3.0))
    delayed = Situation(transaction_id="t", delays={1: (0, 753, 123, 87)})
    assert own(scheduled, situation=delayed) == [(0, 0.0), (723, 2.0), (987, 3.0)]


def test_a_period_is_skipped_that_would_start_after_the_end() -> None:
    """K01.FR.97."""
    scheduled = profile((0, 16.0), (300, 1.0), duration=900)
    delayed = Situation(transaction_id="t", delays={1: (0, 600)})
    assert own(scheduled, situation=delayed) == [(0, 16.0), (900, None)]


def test_external_constraints_are_delayed_without_a_transaction_too() -> None:
    """K01.FR.95: those of an external system may have delays."""
    outer = profile(
        (0, 16.0), (300, 10.0), evse=0, purpose=Purpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
    )
    made = during(outer, situation=Situation(delays={1: (0, 60)}))
    assert [each.start - NOON for each in made] == [timedelta(0), timedelta(seconds=360)]


# Local time (K01.FR.90, K01.FR.91).


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def local(
    *periods: Period,
    start: datetime,
    ahead: datetime,
    hours: int,
    zone: tzinfo = AMSTERDAM,
    every: Recurrency | None = None,
    duration: int | None = None,
) -> list[tuple[str, float | None]]:
    """What counts from when on, by UTC, for some hours."""
    of_wall = profile(*periods, start=start, local=True, every=every, duration=duration)
    situation = Situation(transaction_id="t", zone=zone)
    made = during(of_wall, start=ahead, seconds=hours * HOUR, situation=situation)
    return [(f"{each.start:%d %H:%M}", each.own) for each in made]


def test_a_start_is_local_time_whatever_its_offset() -> None:
    """K01.FR.90: 17:00Z is 17:00 on the wall."""
    winter = local((0, 6.0), start=utc(2026, 1, 1, 17), ahead=utc(2026, 1, 1, 12), hours=12)
    assert winter == [("01 12:00", None), ("01 16:00", 6.0)]
    summer = local((0, 6.0), start=utc(2026, 7, 1, 17), ahead=utc(2026, 7, 1, 12), hours=12)
    assert summer == [("01 12:00", None), ("01 15:00", 6.0)]


def test_a_daily_schedule_is_at_the_same_time_on_the_wall_in_winter_and_in_summer() -> None:
    """K01.FR.90."""
    made = local(
        (0, 6.0),
        start=utc(2025, 12, 1, 17),
        ahead=utc(2026, 3, 28, 12),
        hours=72,
        every=DAILY,
        duration=3 * HOUR,
    )
    assert [begins for begins, limit in made if limit] == ["28 16:00", "29 15:00", "30 15:00"]


def test_periods_are_skipped_when_the_clock_is_put_on() -> None:
    """K01.FR.91: 02:00 to 03:00 is not there, and neither are the periods in it."""
    made = local(
        (0, 16.0),
        (HOUR, 10.0),
        (2 * HOUR + 600, 6.0),
        (2 * HOUR + 1200, 8.0),
        (3 * HOUR + 600, 20.0),
        start=utc(2026, 3, 29),
        ahead=utc(2026, 3, 28, 23),
        hours=6,
    )
    assert made == [("28 23:00", 16.0), ("29 00:00", 10.0), ("29 01:00", 8.0), ("29 01:10", 20.0)]


def test_periods_are_repeated_when_the_clock_is_put_back() -> None:
    """K01.FR.91."""
    made = local(
        (0, 16.0),
        (2 * HOUR, 10.0),
        (2 * HOUR + 1800, 6.0),
        (3 * HOUR, 8.0),
        start=utc(2026, 10, 25),
        ahead=utc(2026, 10, 24, 23),
        hours=6,
    )
    assert made == [
        ("24 23:00", 16.0),
        ("25 00:00", 10.0),
        ("25 00:30", 6.0),
        ("25 01:00", 10.0),
        ("25 01:30", 6.0),
        ("25 02:00", 8.0),
    ]


def test_a_duration_is_of_the_wall_too() -> None:
    """K01.FR.91: three hours from midnight on are two in that night."""
    made = local(
        (0, 6.0),
        start=utc(2026, 3, 29),
        ahead=utc(2026, 3, 28, 23),
        hours=6,
        duration=3 * HOUR,
    )
    assert made == [("28 23:00", 6.0), ("29 01:00", None)]


def test_a_start_that_the_clocks_skip_comes_when_they_have_been_put_on() -> None:
    """K01.FR.91: at 02:30, of which a part is gone by at 03:00."""
    made = local(
        (0, 6.0), (3600, 8.0), start=utc(2026, 3, 29, 2, 30), ahead=utc(2026, 3, 29), hours=3
    )
    assert made == [("29 00:00", None), ("29 01:00", 6.0), ("29 01:30", 8.0)]


def test_a_start_that_the_clocks_show_twice_comes_twice() -> None:
    """K01.FR.91: at 02:30, half an hour before they are put back to 02:00."""
    made = local((0, 6.0), start=utc(2026, 10, 25, 2, 30), ahead=utc(2026, 10, 25), hours=3)
    assert made == [("25 00:00", None), ("25 00:30", 6.0), ("25 01:00", None), ("25 01:30", 6.0)]


def test_clocks_that_go_by_half_an_hour() -> None:
    """K01.FR.91, on Lord Howe Island, where 02:00 comes twice at 15:00 by UTC."""
    made = local(
        (0, 6.0),
        (HOUR + 2700, 8.0),
        start=utc(2026, 4, 5),
        ahead=utc(2026, 4, 4, 13),
        hours=6,
        zone=ZoneInfo("Australia/Lord_Howe"),
    )
    assert made == [("04 13:00", 6.0), ("04 14:45", 8.0), ("04 15:00", 6.0), ("04 15:15", 8.0)]


def test_a_day_that_an_island_left_out() -> None:
    """K01.FR.91: Samoa had no 30 December 2011."""
    made = local(
        (0, 6.0),
        (DAY, 8.0),
        (2 * DAY, 10.0),
        start=utc(2011, 12, 29),
        ahead=utc(2011, 12, 29, 10),
        hours=48,
        zone=ZoneInfo("Pacific/Apia"),
    )
    assert made == [("29 10:00", 6.0), ("30 10:00", 10.0)]


def test_local_time_of_a_fixed_offset() -> None:
    """K01.FR.90: TimeOffset."""
    zone = timezone(timedelta(hours=-5))
    made = local((0, 6.0), start=utc(2026, 3, 1, 17), ahead=NOON, hours=24, zone=zone)
    assert made == [("01 12:00", None), ("01 22:00", 6.0)]


class Shift(tzinfo):
    """A zone whose clocks are put on by an hour at an instant."""

    def __init__(self, when: datetime) -> None:
        self._when = when

    def fromutc(self, dt: datetime, /) -> datetime:
        return dt + timedelta(hours=dt.replace(tzinfo=UTC) >= self._when)

    def utcoffset(self, dt: datetime | None, /) -> timedelta:
        assert dt is not None
        later = dt.replace(tzinfo=UTC) - timedelta(hours=1) >= self._when
        return timedelta(hours=later)

    def dst(self, _: datetime | None, /) -> None:
        return None

    def tzname(self, _: datetime | None, /) -> str:
        return "shift"


@pytest.mark.parametrize("hours", range(0, 24, 3))
def test_clocks_may_be_put_on_at_any_instant(hours: int) -> None:
    """K01.FR.91: the period that begins within the hour that is left out begins right then."""
    when = NOON + timedelta(hours=hours)
    begins = profile((0, 6.0), start=when + timedelta(minutes=30), local=True)
    situation = Situation(transaction_id="t", zone=Shift(when))
    assert own(begins, situation=situation, start=NOON - timedelta(hours=1)) == [
        (0, None),
        ((hours + 1) * HOUR, 6.0),
    ]


def test_the_wall_at_any_distance() -> None:
    """K01.FR.90: a period of the summer in 200 years, and one that never changes again."""
    made = local((0, 6.0), start=utc(2226, 7, 1, 12), ahead=NOON, hours=24)
    assert made == [("01 12:00", None)]
    situation = Situation(transaction_id="t", zone=AMSTERDAM)
    ahead = segments(
        [profile((0, 6.0), start=utc(2226, 7, 1, 12), local=True)], 1, THREE, situation, NOON
    )
    assert [(each.start, each.end) for each in ahead] == [
        (NOON, utc(2226, 7, 1, 10)),
        (utc(2226, 7, 1, 10), None),
    ]


def test_local_time_is_of_the_start_that_a_schedule_says() -> None:
    """K01.FR.90: a relative one has none, and lasts as long as it says."""
    relative = profile((0, 6.0), kind=Kind.RELATIVE, local=True, duration=2 * HOUR)
    situation = Situation(transaction_id="t", zone=AMSTERDAM)
    start = utc(2026, 10, 25)
    assert own(relative, start=start, situation=situation) == [(0, 6.0), (2 * HOUR, None)]


# Bounds.


@pytest.mark.parametrize("offset", [-23, 0, 23], ids=str)
@pytest.mark.parametrize("local_time", [False, True], ids=["UTC", "wall"])
def test_what_is_beyond_the_last_year_never_comes(offset: int, local_time: bool) -> None:
    zone = timezone(timedelta(hours=offset))
    last = datetime.max.replace(tzinfo=zone)
    profiles = [
        profile((0, 6.0), (10**15, 8.0), start=utc(9999, 12, 31, 23), local=local_time),
        profile((0, 7.0), number=2, level=1, start=utc(1, 1, 1), every=DAILY, duration=9),
        profile((0, 9.0), number=3, level=2, duration=10**20, start=utc(9999, 12, 31, 22)),
    ]
    for place in (ZoneInfo("Pacific/Kiritimati"), AMSTERDAM, zone):
        for start in (last, last - timedelta(days=2), datetime.min.replace(tzinfo=zone), NOON):
            situation = Situation(transaction_id="t", zone=place)
            made = list(islice(segments(profiles, 1, THREE, situation, start), 50))
            assert all(one.end == other.start for one, other in pairwise(made))
