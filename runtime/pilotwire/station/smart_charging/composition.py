"""What all profiles together allow, and when: the composite schedule (3.6, SC.01, K08).

Nothing here waits, keeps or draws anything: the same profiles, the same situation and the same
moment give the same segments.

For each purpose the schedule leads that has a period then, of the highest stack level. Of what is
for a session, the first of these three that has one counts:

    PriorityCharging      while priority charging is on (K21.FR.04)
    TxProfile             of this transaction (K02.FR.04)
    TxDefaultProfile      of the EVSE or of all (K01.FR.14), where the others end, too (K02.FR.08)

Of external constraints, one leads for each source, and so of what is generated locally: what one
says overrules nobody else (SC.01).

Profiles of lower levels are not looked at while a higher one leads. What one segment costs so
depends on how many profiles there are, and hardly on how many periods these have; the distance in
time does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from math import floor
from typing import Final, NamedTuple

from pilotwire.ocpp.v21 import datatypes
from pilotwire.ocpp.v21.enums import ChargingRateUnitEnumType
from pilotwire.station.smart_charging.profiles import WHOLE_STATION, Installed
from pilotwire.station.smart_charging.schedule import (
    LAST,
    NEVER,
    SECOND,
    Rate,
    instant,
    leaves,
    moment,
    offset,
)
from pilotwire.station.smart_charging.situation import Segment, Site, Situation
from pilotwire.station.vocabulary import ChargingProfilePurpose, OperationMode

__all__ = ["LONGEST_SEGMENT", "MOST_PERIODS", "composite_schedule", "segments"]

MOST_PERIODS: Final = 1024
"""How many periods a composite schedule has at most; it is shorter then than was asked for."""

LONGEST_SEGMENT: Final = 32
"""How many times one segment may be gone on with because nothing that counts has changed."""

_ALL_PHASES: Final = 3

_SESSION: Final = {
    ChargingProfilePurpose.PRIORITY_CHARGING: 0,
    ChargingProfilePurpose.TX_PROFILE: 1,
    ChargingProfilePurpose.TX_DEFAULT_PROFILE: 2,
}


def segments(
    profiles: Iterable[Installed], evse_id: int, site: Site, situation: Situation, start: datetime
) -> Iterator[Segment]:
    """What counts at an EVSE from `start` on (0: for the station), one segment after the other.

    They are made when they are asked for, so that the first answers what counts now, and until
    when. The last one has no end; where schedules recur for ever, there is none before the year
    10000. Neighbours differ, but where a segment would have outlasted `LONGEST_SEGMENT` beginnings
    and ends of periods that change nothing: then the next may be the same again.
    """
    lanes = _Lanes(profiles, evse_id, site, situation, instant(start))
    at = begin = instant(start)
    figures = fresh = lanes.at(at)
    while True:
        for _ in range(LONGEST_SEGMENT):
            at = lanes.until
            if at > LAST:
                yield _segment(begin, None, figures, site)
                return
            fresh = lanes.at(at)
            if fresh != figures:
                break
        yield _segment(begin, at, figures, site)
        begin, figures = at, fresh


class _Figures(NamedTuple):
    """Of a segment, what profiles say; in its words."""

    own: float | None
    station: float | None
    generation: float
    phases: int
    phase_to_use: int | None
    least: float | None
    mode: OperationMode


def _segment(begin: int, end: int | None, figures: _Figures, site: Site) -> Segment:
    until = None if end is None else moment(end)
    return Segment(
        start=moment(begin),
        end=until,
        own=figures.own,
        station=figures.station,
        generation=figures.generation,
        phases=figures.phases,
        phase_to_use=figures.phase_to_use,
        least=figures.least,
        most=site.most,
        mode=figures.mode,
    )


class _Lanes:
    """What leads for each purpose, as time goes on."""

    __slots__ = ("_all", "_generation", "_limits", "_own", "_phases", "_station", "until")

    def __init__(
        self,
        profiles: Iterable[Installed],
        evse_id: int,
        site: Site,
        situation: Situation,
        start: int,
    ) -> None:
        ready = start if situation.ready_at is None else instant(situation.ready_at)

        def lane() -> _Lane:
            return _Lane(site, situation, ready)

        session, station_max = lane(), lane()
        own_external: dict[str, _Lane] = defaultdict(lane)
        station_external: dict[str, _Lane] = defaultdict(lane)
        generation: dict[str, _Lane] = defaultdict(lane)
        for each in profiles:
            if each.evse_id not in {WHOLE_STATION, evse_id}:
                continue
            match each.purpose:
                case ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE:
                    if each.evse_id == WHOLE_STATION:
                        station_max.add(each)
                case ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS:
                    of_all = each.evse_id == WHOLE_STATION
                    (station_external if of_all else own_external)[each.source].add(each)
                case ChargingProfilePurpose.LOCAL_GENERATION:
                    generation[each.source].add(each)
                case _ if evse_id != WHOLE_STATION and _counts_in_session(each, situation):
                    session.add(each)
                case _:
                    pass
        self._own = (session, *own_external.values())
        self._station = (station_max, *station_external.values())
        self._generation = tuple(generation.values())
        self._limits = self._own + self._station
        self._all = self._limits + self._generation
        self._phases = site.phases
        self.until = -NEVER

    def at(self, at: int) -> _Figures:
        """What counts at an instant, not before the one that was asked for last."""
        lanes = self._all
        for each in lanes:
            if each.until <= at:
                each.move(at)
        self.until = min([each.until for each in lanes])
        session = lanes[0].rate
        applicable = [each.rate for each in lanes if each.rate is not None]
        uses = [each.phase_to_use for each in applicable if each.phase_to_use is not None]
        rates = [each.least for each in self._limits if each.least is not None]
        return _Figures(
            own=_lowest(self._own),
            station=_lowest(self._station),
            generation=sum([each.limit or 0.0 for each in self._generation], 0.0),
            phases=min([self._phases, *[each.phases for each in applicable]]),  # K01.FR.140
            phase_to_use=uses[0] if uses else None,
            least=max(rates, default=None),
            mode=OperationMode.CHARGING_ONLY if session is None else session.mode,
        )


def _lowest(lanes: Sequence[_Lane]) -> float | None:
    return min([each.limit for each in lanes if each.limit is not None], default=None)


def _counts_in_session(installed: Installed, situation: Situation) -> bool:
    match installed.purpose:
        case ChargingProfilePurpose.PRIORITY_CHARGING:
            return situation.priority
        case ChargingProfilePurpose.TX_PROFILE:
            # None of both is the transaction that is about to begin.
            of_this = installed.profile.transaction_id == situation.transaction_id
            return of_this and installed.evse_id != WHOLE_STATION
        case _:
            return True


def _order(installed: Installed) -> tuple[int, int, bool, int]:
    """Who goes first where several could lead (K01.FR.17)."""
    purpose = _SESSION.get(installed.purpose, 0)
    profile, of_all = installed.profile, installed.evse_id == WHOLE_STATION
    return purpose, -profile.stack_level, of_all, profile.id


class _Lane:
    """The profiles that may lead for a purpose, and the one that does."""

    __slots__ = (
        "_candidates",
        "_cursors",
        "_place",
        "_quiet",
        "_ready",
        "_site",
        "_situation",
        "least",
        "limit",
        "rate",
        "until",
    )

    def __init__(self, site: Site, situation: Situation, ready: int) -> None:
        self._candidates: list[Installed] = []
        self._cursors: list[_Cursor] = []
        self._site = site
        self._situation = situation
        self._ready = ready
        self._place = 0  # of the one that leads, or behind them all
        self._quiet = -NEVER  # until when none before it has a period
        self.rate: Rate | None = None
        self.limit: float | None = None
        self.least: float | None = None
        self.until = NEVER

    def add(self, installed: Installed) -> None:
        """One more; before the first move."""
        self._candidates.append(installed)
        self.until = -NEVER

    def move(self, at: int) -> None:
        """See who leads at an instant, and for how long that is sure."""
        if not self._cursors:
            self._candidates.sort(key=_order)
        if at >= self._quiet:
            self._place, self._quiet = 0, NEVER
        self.rate, self.until = None, self._quiet
        while self._place < len(self._candidates):
            cursor = self._cursor(self._place)
            if cursor.until <= at:
                cursor.move(at)
            self.until = min(self._quiet, cursor.until)
            self.rate = cursor.rate
            if self.rate is not None:
                break
            self._place, self._quiet = self._place + 1, self.until
        self.limit = self.least = None
        if self.rate is not None:
            self.limit = self.rate.most_amperes(self._site, self._situation.soc)
            self.least = self.rate.least_amperes(self._site)

    def _cursor(self, place: int) -> _Cursor:
        """That of a candidate; nothing is done for those that nobody looks at."""
        if place == len(self._cursors):
            made = _Cursor(self._candidates[place], self._situation, self._ready)
            self._cursors.append(made)
        return self._cursors[place]


class _Cursor:
    """Where a profile is in its schedule."""

    __slots__ = ("_begins", "_delays", "_expires", "_table", "_valid", "_zone", "rate", "until")

    def __init__(self, installed: Installed, situation: Situation, ready: int) -> None:
        profile, tables = installed.profile, installed.timetables
        self._table = table = tables[min(situation.chosen, len(tables) - 1)]
        self._begins = ready if table.begins is None else table.begins
        self._zone: tzinfo | None = situation.zone if table.local else None
        # K08.FR.06: nothing of a session that is only imagined begins later.
        imagined = situation.transaction_id is None and installed.purpose in _SESSION
        self._delays = () if imagined else situation.delays.get(profile.id, ())
        self._valid = -NEVER if profile.valid_from is None else instant(profile.valid_from)
        self._expires = NEVER if profile.valid_to is None else instant(profile.valid_to)
        since, seconds = situation.offline_since, profile.max_offline_duration
        if since is not None and seconds is not None:  # K01.FR.101
            self._expires = min(self._expires, instant(since) + seconds * SECOND)
        self.rate: Rate | None = None
        self.until = -NEVER

    def move(self, at: int) -> None:
        """See what counts at an instant, and for how long that is sure."""
        if at >= self._expires:  # K01.FR.37
            self.rate, self.until = None, NEVER
        elif at < self._valid:  # K01.FR.36
            self.rate, self.until = None, self._valid
        else:
            zone, begins = self._zone, self._begins
            now = at if zone is None else at + offset(zone, at)[0]
            self.rate, since, until = self._table.at(now - begins, self._delays)
            since, until = since + begins, until + begins
            if zone is not None:
                until = leaves(zone, at, since, until)
            self.until = min(until, self._expires)


# What the CSMS is told of it.


def composite_schedule(
    them: Iterable[Segment],
    evse_id: int,
    start: datetime,
    duration: int,
    unit: ChargingRateUnitEnumType,
    site: Site,
) -> datatypes.CompositeScheduleType:
    """Segments from `start` on as a composite schedule of so many seconds (K08.FR.02).

    It begins with a whole second, and so does each of its periods: of a second in which something
    changes, the lowest limit counts. Limits are rounded down to one decimal. How many phases there
    are is said where they are fewer than three, which is what saying nothing means (K01.FR.49). If
    there is more than fits (`MOST_PERIODS`), it ends early, and its duration says when.
    """
    duration = max(duration, 0)
    periods = _Periods(instant(start) // SECOND * SECOND, unit, site)
    for number, segment in enumerate(them):
        first = periods.second(segment)
        if number and first >= duration:
            break
        if number >= MOST_PERIODS or periods.full:
            duration = first
            break
        periods.add(segment)
    made, duration = periods.within(duration)
    return datatypes.CompositeScheduleType(
        evse_id=evse_id,
        duration=duration,
        schedule_start=moment(periods.begins),
        charging_rate_unit=unit,
        charging_schedule_period=made,
    )


class _Period(NamedTuple):
    limit: float
    phases: int
    phase_to_use: int | None


class _Periods:
    """The periods of a composite schedule, by the second of it with which each begins."""

    __slots__ = ("_made", "_per_ampere", "begins")

    def __init__(self, begins: int, unit: ChargingRateUnitEnumType, site: Site) -> None:
        self.begins = begins
        self._per_ampere = site.volts if unit is ChargingRateUnitEnumType.W else None
        self._made: list[tuple[int, _Period]] = []

    @property
    def full(self) -> bool:
        """Whether there are more than it may have."""
        return len(self._made) > MOST_PERIODS

    def second(self, segment: Segment) -> int:
        """The second in which a segment begins."""
        return max(instant(segment.start) - self.begins, 0) // SECOND

    def add(self, segment: Segment) -> None:
        """Go on with a segment."""
        period, first = self._period(segment), self.second(segment)
        if not self._made or not (instant(segment.start) - self.begins) % SECOND:
            self._put(first, period)
            return
        if period.limit < self._made[-1][1].limit:
            self._put(first, period)
        end = segment.end
        if end is None or instant(end) - self.begins > (first + 1) * SECOND:
            self._put(first + 1, period)

    def within(self, duration: int) -> tuple[list[datatypes.ChargingSchedulePeriodType], int]:
        """Those that begin within so many seconds, and how many seconds are told of."""
        made = self._made
        if self.full:
            duration = min(duration, made[MOST_PERIODS][0])
        return [
            datatypes.ChargingSchedulePeriodType(
                start_period=begins,
                limit=period.limit,
                number_phases=period.phases if period.phases < _ALL_PHASES else None,
                phase_to_use=period.phase_to_use if period.phases == 1 else None,
            )
            for begins, period in made[:MOST_PERIODS]
            if begins < duration or not begins
        ], duration

    def _period(self, segment: Segment) -> _Period:
        limit = segment.limit
        if self._per_ampere is not None:
            limit *= self._per_ampere * segment.phases
        # What 11 kW become in amperes and back is a trifle less than 11 kW: that is no tenth less.
        tenths = floor(limit * 10 + 1e-6)
        return _Period(tenths / 10, segment.phases, segment.phase_to_use)

    def _put(self, second: int, period: _Period) -> None:
        made = self._made
        if made and made[-1][0] == second:
            made.pop()
        if not made or made[-1][1] != period:
            made.append((second, period))
