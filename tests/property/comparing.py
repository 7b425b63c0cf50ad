"""Holding what is composed against the oracle, at all the instants where something may happen."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from random import Random

from hypothesis import HealthCheck, note, seed, settings

from pilotwire.ocpp.v21 import ChargingProfileKindEnumType as Kind
from pilotwire.ocpp.v21 import ChargingScheduleType
from pilotwire.station.smart_charging.composition import segments
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.smart_charging.situation import Segment
from tests.oracle.smart_charging import Allowed, at
from tests.property.amount import PARTS, SEED, SETS
from tests.property.profiles import Case

__all__ = ["agree", "compared", "composed", "instants", "judge_by_oracle", "what"]

MANY = 60
"""How many segments of a set are looked at."""

FAR = timedelta(weeks=3)
SECOND = timedelta(seconds=1)
BRIEFLY = timedelta(microseconds=1)

FROM_TIME_TO_TIME = 40
"""At how many seconds a set is looked at where nothing need happen."""


def compared(part: int, share: int = 4) -> Callable[[Callable[..., None]], None]:
    """Play a property with the sets of a part, or with one of so many of them."""

    def play(judge: Callable[..., None]) -> None:
        print(f"PILOTWIRE_SEED={SEED} PILOTWIRE_SETS={SETS}")
        settings(
            max_examples=max(SETS // PARTS // share, 1),
            deadline=None,
            database=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )(seed(SEED * 100 + part)(judge))()

    return play


def composed(case: Case, start: datetime | None = None) -> list[Segment]:
    """The first segments of a set."""
    since = case.start if start is None else start
    return list(
        islice(segments(case.profiles, case.evse_id, case.site, case.situation, since), MANY)
    )


def what(segment: Segment) -> Allowed:
    """What a segment says."""
    return Allowed(
        segment.own,
        segment.station,
        segment.generation,
        segment.phases,
        segment.phase_to_use,
        segment.least,
    )


def same(one: Allowed, other: Allowed) -> bool:
    """Whether both allow the same, but for what the order of a division makes of it."""
    exact = one.phases == other.phases and one.phase_to_use == other.phase_to_use
    return exact and all(
        (a is None and b is None)
        or (a is not None and b is not None and math.isclose(a, b, rel_tol=1e-9))
        for a, b in (
            (one.own, other.own),
            (one.station, other.station),
            (one.generation, other.generation),
            (one.least, other.least),
        )
    )


def agree(some: Sequence[Segment], others: Sequence[Segment]) -> bool:
    """Whether both say the same of the time that both are about, however they divide it."""
    ends = [each[-1].end for each in (some, others)]
    end = min((each for each in ends if each is not None), default=None)
    mine, theirs = joined(some, end), joined(others, end)
    return len(mine) == len(theirs) and all(
        (one.start, one.end) == (other.start, other.end) and same(what(one), what(other))
        for one, other in zip(mine, theirs, strict=True)
    )


def joined(them: Sequence[Segment], end: datetime | None) -> list[Segment]:
    """The same segments until an end, those in one that say the same and are neighbours."""
    found: list[Segment] = []
    for each in them:
        if end is not None and each.start >= end:
            break
        until = end if end is not None and (each.end is None or each.end > end) else each.end
        if found and same(what(found[-1]), what(each)):
            found[-1] = replace(found[-1], end=until)
        else:
            found.append(replace(each, end=until))
    return found


# Where something may happen: it need not be exact, as too much is only looked at in vain.


def instants(case: Case, end: datetime) -> Iterator[datetime]:
    """When something may happen from the start of a set until an end of it."""
    situation = case.situation
    for each in case.profiles:
        profile = each.profile
        yield from (t for t in (profile.valid_from, profile.valid_to) if t is not None)
        if situation.offline_since is not None and profile.max_offline_duration is not None:
            yield situation.offline_since + timedelta(seconds=profile.max_offline_duration)
        for schedule in profile.charging_schedule:
            yield from _turns(case, each, schedule, end)
    hours = (
        case.start + timedelta(hours=n) for n in range(24 * min((end - case.start).days, 30) + 2)
    )
    for one, other in pairwise(hours):
        if (
            one.astimezone(situation.zone).utcoffset()
            != other.astimezone(situation.zone).utcoffset()
        ):
            yield from (one.replace(minute=m, second=0, microsecond=0) for m in (0, 30))
            yield from (other.replace(minute=m, second=0, microsecond=0) for m in (0, 30))


def _turns(
    case: Case, of: Installed, schedule: ChargingScheduleType, end: datetime
) -> Iterator[datetime]:
    profile, situation = of.profile, case.situation
    if profile.charging_profile_kind is Kind.DYNAMIC:
        start = profile.dyn_update_time or case.start
    else:
        start = schedule.start_schedule or situation.ready_at or case.start
    delays = situation.delays.get(of.id, ())
    seconds = [
        period.start_period + delay
        for place, period in enumerate(schedule.charging_schedule_period)
        for delay in {0, delays[place] if place < len(delays) else 0}
    ]
    if schedule.duration is not None:
        seconds.append(schedule.duration)
    again = {None: None, "Daily": timedelta(days=1), "Weekly": timedelta(days=7)}
    period = again[profile.recurrency_kind]
    turns = [start]
    if period is not None:
        turns += [start + n * period for n in range((end - start) // period + 1)][-200:]
    for turn in turns:
        for each in seconds:
            if each < 10**8 and turn.year < 9000:
                yield turn + timedelta(seconds=each)
                if schedule.use_local_time:
                    wall = (turn + timedelta(seconds=each)).replace(tzinfo=situation.zone)
                    yield from (wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1))


def looked_at(case: Case, them: Sequence[Segment], random: Random) -> list[datetime]:
    """The instants that a set is looked at."""
    last = them[-1].end
    end = case.start + FAR if last is None else last
    end = min(end, case.start + timedelta(days=400))
    possible = {t for t in instants(case, end) if case.start <= t < end}
    turns = {each.start for each in them} | set(
        random.sample(sorted(possible), min(len(possible), 300))
    )
    seconds = max(int((end - case.start).total_seconds()), 1)
    chance = [random.randrange(seconds) for _ in range(FROM_TIME_TO_TIME // 2)]
    chance += [int(seconds ** random.random()) for _ in range(FROM_TIME_TO_TIME // 2)]
    around = (t + by for t in turns for by in (-SECOND, -BRIEFLY, timedelta(0), SECOND))
    moments = {*around, *(case.start + each * SECOND for each in chance)}
    return sorted(t for t in moments if case.start <= t and (last is None or t < last))


def judge_by_oracle(case: Case, random: Random) -> None:
    them = composed(case)
    starts = [each.start for each in them]
    for t in looked_at(case, them, random):
        segment = them[bisect_right(starts, t) - 1]
        allowed = at(case.profiles, case.evse_id, case.site, case.situation, case.start, t)
        if not same(what(segment), allowed):
            note(f"at {t.isoformat()}, local {t.astimezone(case.situation.zone).isoformat()}")
            note(f"composed {segment}")
            note(f"by the text {allowed}")
        assert same(what(segment), allowed)
        assert math.isclose(segment.limit, allowed.limit(case.site.most), rel_tol=1e-9)
