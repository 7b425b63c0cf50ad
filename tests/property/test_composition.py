"""What profiles add up to, against an oracle that goes by the text second by second (K08, 3.6).

`nox -s composition -- 10000 SEED` compares more of them than a run of all tests does.
"""

from bisect import bisect_right
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pilotwire.ocpp.v21 import (
    ChargingProfileKindEnumType,
    ChargingProfileType,
    ChargingRateUnitEnumType,
    ChargingSchedulePeriodType,
    ChargingScheduleType,
    LimitAtSoCType,
)
from pilotwire.station.smart_charging.composition import (
    LONGEST_SEGMENT,
    composite_schedule,
    segments,
)
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.vocabulary import ChargingProfilePurpose
from tests.oracle.smart_charging import at
from tests.property.amount import PARTS
from tests.property.comparing import agree, compared, composed, instants, judge_by_oracle
from tests.property.profiles import Case, cases, installed

SECOND = timedelta(seconds=1)
ALL_PARTS = pytest.mark.parametrize("part", range(PARTS))


@ALL_PARTS
def test_what_is_composed_is_what_the_text_says_at_each_instant(part: int) -> None:
    @compared(part, share=1)
    @given(cases(), st.randoms(use_true_random=False))
    def judge(case: Case, random: Random) -> None:
        judge_by_oracle(case, random)


@ALL_PARTS
def test_segments_follow_one_another_and_each_differs_from_the_one_before(part: int) -> None:
    """But for one that has lasted through very many periods that change nothing."""

    @compared(part)
    @given(cases())
    def judge(case: Case) -> None:
        them = composed(case)
        assert them[0].start == case.start
        assert all(each.end is None or each.start < each.end for each in them)
        for one, other in pairwise(them):
            assert one.end == other.start
            if replace(one, start=other.start, end=other.end) == other:
                within = {t for t in instants(case, other.start) if one.start <= t <= other.start}
                assert len(within) >= LONGEST_SEGMENT


@ALL_PARTS
def test_a_limit_never_exceeds_what_any_limit_and_local_generation_allow(part: int) -> None:
    """SC.01, K08.FR.04."""

    @compared(part)
    @given(cases())
    def judge(case: Case) -> None:
        for each in composed(case):
            assert each.limit <= each.most == case.site.most
            assert 1 <= each.phases <= case.site.phases
            for of in (each.own, each.station):
                assert of is None or each.limit <= of + each.generation


@ALL_PARTS
def test_the_order_of_profiles_means_nothing(part: int) -> None:
    @compared(part)
    @given(cases(), st.randoms(use_true_random=False))
    def judge(case: Case, random: Random) -> None:
        shuffled = random.sample(case.profiles, len(case.profiles))
        assert agree(composed(replace(case, profiles=shuffled)), composed(case))


@ALL_PARTS
def test_a_profile_means_nothing_where_one_of_a_higher_level_covers_all(part: int) -> None:
    """K01.FR.17."""

    @compared(part)
    @given(cases(most=5), st.data())
    def judge(case: Case, data: st.DataObject) -> None:
        lower = data.draw(installed(100, case.start, phase=1))
        covering = _everlasting(lower, level=9)
        without = replace(case, profiles=[*case.profiles, covering])
        with_it = replace(case, profiles=[*case.profiles, covering, lower])
        assert agree(composed(with_it), composed(without))


def _everlasting(other: Installed, level: int) -> Installed:
    """A profile for the same as another one, of a higher level, that is always valid."""
    schedule = ChargingScheduleType(
        id=1,
        start_schedule=datetime.fromisoformat("1999-01-01T00:00:00Z"),
        charging_rate_unit=ChargingRateUnitEnumType.A,
        charging_schedule_period=[
            ChargingSchedulePeriodType(start_period=0, limit=11.0),
            ChargingSchedulePeriodType(start_period=3600, limit=12.0),
        ],
    )
    is_tx = other.purpose is ChargingProfilePurpose.TX_PROFILE
    profile = ChargingProfileType(
        id=101,
        stack_level=level,
        charging_profile_purpose=other.purpose,
        charging_profile_kind=ChargingProfileKindEnumType.ABSOLUTE,
        transaction_id=other.profile.transaction_id if is_tx else None,
        charging_schedule=[schedule],
    )
    return replace(other, profile=profile)


@ALL_PARTS
def test_a_period_means_the_same_as_two_that_say_the_same(part: int) -> None:
    @compared(part)
    @given(cases(), st.data())
    def judge(case: Case, data: st.DataObject) -> None:
        undelayed = replace(case, situation=replace(case.situation, delays={}))
        can_be_split = [
            each
            for each in undelayed.profiles
            if each.profile.charging_profile_kind is not ChargingProfileKindEnumType.DYNAMIC
        ]
        assume(can_be_split)
        one = data.draw(st.sampled_from(can_be_split))
        after = data.draw(st.integers(0, 100_000))
        halved = [_split(each, after) if each is one else each for each in undelayed.profiles]
        assert agree(composed(replace(undelayed, profiles=halved)), composed(undelayed))


def _split(of: Installed, after: int) -> Installed:
    """The same profile, each schedule of which has one more period, which changes nothing."""
    schedules: list[ChargingScheduleType] = []
    for schedule in of.profile.charging_schedule:
        periods = list(schedule.charging_schedule_period)
        place = max(n for n, period in enumerate(periods) if period.start_period <= after)
        again = periods[place].model_copy(update={"start_period": after})
        periods.insert(place + 1, again)
        schedules.append(schedule.model_copy(update={"charging_schedule_period": tuple(periods)}))
    profile = of.profile.model_copy(update={"charging_schedule": tuple(schedules)})
    return replace(of, profile=profile)


@ALL_PARTS
def test_it_does_not_matter_when_in_a_segment_somebody_looks(part: int) -> None:
    @compared(part)
    @given(cases(), st.data())
    def judge(case: Case, data: st.DataObject) -> None:
        # What is relative begins when somebody looks, where nothing else is known.
        ready = replace(case.situation, ready_at=case.situation.ready_at or case.start)
        known = replace(case, situation=ready)
        them = composed(known)
        place = data.draw(st.integers(0, len(them) - 1))
        within = them[place]
        length = timedelta(days=1000) if within.end is None else within.end - within.start
        since = within.start + data.draw(st.integers(0, 999)) * (length / 1000)
        later = composed(known, since)
        assert agree(later, [replace(within, start=since), *them[place + 1 :]])


@ALL_PARTS
def test_it_does_not_matter_in_which_unit_a_limit_is_given(part: int) -> None:
    """K01.FR.50, K01.FR.51."""

    @compared(part)
    @given(cases())
    def judge(case: Case) -> None:
        in_watts = [_in_watts(each, case.site.volts) for each in case.profiles]
        assert agree(composed(replace(case, profiles=in_watts)), composed(case))


def _in_watts(of: Installed, volts: float) -> Installed:
    """The same profile in watts, where the periods of a schedule are all of as many phases."""
    schedules: list[ChargingScheduleType] = []
    for schedule in of.profile.charging_schedule:
        phases = {period.number_phases or 3 for period in schedule.charging_schedule_period}
        if schedule.charging_rate_unit is ChargingRateUnitEnumType.W or len(phases) > 1:
            schedules.append(schedule)
            continue
        factor = volts * phases.pop()
        rate, beyond = schedule.min_charging_rate, schedule.limit_at_soc
        changed = {
            "charging_rate_unit": ChargingRateUnitEnumType.W,
            "min_charging_rate": None if rate is None else rate * factor,
            "limit_at_soc": (
                None
                if beyond is None
                else LimitAtSoCType(soc=beyond.soc, limit=beyond.limit * factor)
            ),
            "charging_schedule_period": tuple(
                period.model_copy(
                    update={"limit": None if period.limit is None else period.limit * factor}
                )
                for period in schedule.charging_schedule_period
            ),
        }
        schedules.append(schedule.model_copy(update=changed))
    return replace(of, profile=of.profile.model_copy(update={"charging_schedule": schedules}))


@ALL_PARTS
def test_all_evses_together_are_allowed_what_only_the_stations_profiles_say(part: int) -> None:
    """K08.FR.03."""

    @compared(part)
    @given(cases())
    def judge(case: Case) -> None:
        whole = replace(case, evse_id=0)
        of_station = {
            ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE,
            ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS,
            ChargingProfilePurpose.LOCAL_GENERATION,
        }
        only = [each for each in case.profiles if each.purpose in of_station and each.evse_id == 0]
        them = composed(whole)
        assert all(each.own is None for each in them)
        assert agree(them, composed(replace(whole, profiles=only)))


@ALL_PARTS
def test_without_a_transaction_no_profile_of_one_counts(part: int) -> None:
    """K08.FR.06. One that a remote start has given along is of none yet (K05.FR.03)."""

    @compared(part)
    @given(cases())
    def judge(case: Case) -> None:
        idle = replace(
            case, situation=replace(case.situation, transaction_id=None, priority=False, delays={})
        )
        others = [
            each
            for each in idle.profiles
            if each.purpose is not ChargingProfilePurpose.TX_PROFILE
            or each.profile.transaction_id is None
        ]
        assert agree(composed(idle), composed(replace(idle, profiles=others)))


@ALL_PARTS
def test_a_composite_schedule_never_allows_more_than_there_is_at_any_second(part: int) -> None:
    """K08.FR.02, K08.FR.04."""

    @compared(part)
    @given(
        cases(),
        st.sampled_from(list(ChargingRateUnitEnumType)),
        st.sampled_from([1, 60, 3600, 86_400, 1_000_000]),
        st.randoms(use_true_random=False),
    )
    def judge(case: Case, unit: ChargingRateUnitEnumType, duration: int, random: Random) -> None:
        them = segments(case.profiles, case.evse_id, case.site, case.situation, case.start)
        schedule = composite_schedule(them, case.evse_id, case.start, duration, unit, case.site)
        begins = [period.start_period for period in schedule.charging_schedule_period]
        assert begins[0] == 0
        assert all(one < other for one, other in pairwise(begins))
        assert begins[-1] < schedule.duration <= duration
        assert schedule.evse_id == case.evse_id
        assert timedelta(0) <= case.start - schedule.schedule_start < SECOND
        for second in {0, *begins, *(random.randrange(schedule.duration) for _ in range(20))}:
            period = schedule.charging_schedule_period[bisect_right(begins, second) - 1]
            t = schedule.schedule_start + second * SECOND
            # Of a second in which something changes, both what was and what comes bind.
            within = [
                at(case.profiles, case.evse_id, case.site, case.situation, case.start, each)
                for each in (max(case.start, t), t + SECOND - timedelta(microseconds=1))
            ]
            phases = 3 if period.number_phases is None else period.number_phases
            assert phases in {allowed.phases for allowed in within}
            for allowed in within:
                in_watts = case.site.volts * allowed.phases
                factor = 1.0 if unit is ChargingRateUnitEnumType.A else in_watts
                assert period.limit is not None
                assert period.limit <= allowed.limit(case.site.most) * factor + 1e-6
