"""When the periods of one charging schedule are (3.3; 1.6 3.13.1).

Time is a whole number of microseconds here, since 1970 by UTC or by the clocks on the wall: what is
said of it holds beyond the last year of a calendar, too, and costs as little at any distance.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from itertools import pairwise, repeat
from typing import Final, NamedTuple

from pilotwire.ocpp.v21 import datatypes
from pilotwire.ocpp.v21.enums import (
    ChargingProfileKindEnumType,
    ChargingRateUnitEnumType,
    RecurrencyKindEnumType,
)
from pilotwire.station.smart_charging.situation import Site
from pilotwire.station.vocabulary import OperationMode

__all__ = ["LAST", "NEVER", "SECOND", "Rate", "Timetable", "instant", "leaves", "moment", "offset"]

SECOND: Final = 1_000_000
DAY: Final = 86_400 * SECOND

NEVER: Final = 1 << 80
"""Later than all that a calendar has, whatever is added to it; -NEVER is before it."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

_CYCLES: Final = {RecurrencyKindEnumType.DAILY: DAY, RecurrencyKindEnumType.WEEKLY: 7 * DAY}
_PHASES: Final = 3
"""How many a period means that says nothing of them (K01.FR.49)."""

_BLOCK: Final = 4 * DAY
_STEP: Final = DAY // 2
"""How far apart a zone is asked; nothing that it does and undoes within that is seen."""
_SHIFT: Final = 2 * DAY
"""No clock on a wall goes back or on by as much at once: all are within a day of UTC."""
_VARIANTS: Final = 8
"""For how many transactions, each with delays of its own, a schedule is kept ready."""


def instant(time: datetime) -> int:
    """An aware datetime as a number."""
    return _microseconds(time - _EPOCH)


def moment(number: int) -> datetime:
    """The datetime in UTC that a number means; the first or last there is, if it has none."""
    return _EPOCH + timedelta(microseconds=min(max(number, _FIRST), LAST))


def _microseconds(time: timedelta) -> int:
    return (time.days * 86_400 + time.seconds) * SECOND + time.microseconds


_FIRST: Final = instant(datetime.min.replace(tzinfo=UTC))
LAST: Final = instant(datetime.max.replace(tzinfo=UTC))
"""The last instant that there is a datetime for; what comes later never comes."""


class Rate(NamedTuple):
    """What a period says, as it says it.

    Attributes:
        limit: In the unit of the schedule; None where none is given (yet), which limits nothing.
        watts: Whether the unit is W, of all phases together, or A, of each (K01.FR.51).
        phases: On how many it charges.
        phase_to_use: On which one, where that is said.
        soc: From which state of charge on `beyond` caps the limit (K01.FR.100), in percent.
        beyond: That cap, in the same unit.
        least: Below how much charging is not efficient, in the same unit.
        mode: What it is executed as.
    """

    limit: float | None
    watts: bool
    phases: int
    phase_to_use: int | None
    soc: int | None
    beyond: float
    least: float | None
    mode: OperationMode = OperationMode.CHARGING_ONLY

    def most_amperes(self, site: Site, soc: float | None) -> float | None:
        """What it allows, in amperes a phase, by the vehicle's state of charge if it is known."""
        limit = self.limit
        if self.soc is not None and soc is not None and soc >= self.soc:
            limit = self.beyond if limit is None else min(limit, self.beyond)
        return None if limit is None else self._amperes(limit, site)

    def least_amperes(self, site: Site) -> float | None:
        """Below how much charging is not efficient, in amperes a phase."""
        return None if self.least is None else self._amperes(self.least, site)

    def _amperes(self, rate: float, site: Site) -> float:
        """By the volts that are usual, and the phases that the period means (K01.FR.50)."""
        return rate / (site.volts * self.phases) if self.watts else rate


class Timetable:
    """A schedule of a profile, made ready: what counts is found at once, however long after the
    beginning, and however many periods there are.

    Attributes:
        begins: When it does, by UTC or by the wall; None: when the EVSE is ready (K01.FR.42;
            1.6 7.13 for an absolute one without a beginning). For a dynamic one, when it was last
            updated (K28.FR.13); nobody having said when, it counts from ever and for ever.
        local: Whether it runs by the clocks on the wall (K01.FR.90, K01.FR.91).
    """

    __slots__ = ("_cycle", "_lasts", "_pieces", "_schedule", "begins", "local")

    def __init__(
        self, profile: datatypes.ChargingProfileType, schedule: datatypes.ChargingScheduleType
    ) -> None:
        kind, start = profile.charging_profile_kind, schedule.start_schedule
        duration, updated = schedule.duration, profile.dyn_update_time
        self._schedule = schedule
        self._cycle = NEVER
        self.begins: int | None = None
        self.local = False
        if kind is ChargingProfileKindEnumType.DYNAMIC:
            self.begins = _FIRST if updated is None else instant(updated)
            if updated is None and duration is not None and duration > 0:
                duration = None
        elif kind is not ChargingProfileKindEnumType.RELATIVE and start is not None:
            self.local = schedule.use_local_time is True
            self.begins = instant(start.replace(tzinfo=UTC) if self.local else start)
        if kind is ChargingProfileKindEnumType.RECURRING and profile.recurrency_kind is not None:
            self._cycle = _CYCLES[profile.recurrency_kind]
        lasts = NEVER if duration is None else max(duration, 0) * SECOND
        self._lasts = min(lasts, self._cycle)
        self._pieces: dict[int, tuple[tuple[int, ...], _Pieces]] = {}

    def at(self, elapsed: int, delays: tuple[int, ...] = ()) -> tuple[Rate | None, int, int]:
        """What counts so long after the beginning, or nothing, since when, and until when.

        `delays` are the seconds by which each of the periods begins later (K01.FR.92); it may be
        shorter than they are.
        """
        if elapsed < 0:  # K01.FR.30
            return None, -NEVER, 0
        known = self._pieces.get(id(delays))
        pieces = self._put_together(delays) if known is None else known[1]
        if len(pieces.rates) == 1:  # the same for ever, in whatever recurrence
            return pieces.rates[0], 0, NEVER
        within = elapsed % self._cycle
        recurrence = elapsed - within
        place = bisect_right(pieces.starts, within)
        since, until = pieces.starts[place - 1], pieces.starts[place]
        return pieces.rates[place - 1], recurrence + since, recurrence + until

    def _put_together(self, delays: tuple[int, ...]) -> _Pieces:
        """What counts from when on, for the next time, too.

        The last period that has begun counts. So one that would begin when a later one has, or
        after the end of the schedule, is not executed (K01.FR.11, K01.FR.97).
        """
        begun: list[tuple[int, Rate | None]] = []
        next_one = self._lasts
        periods = self._schedule.charging_schedule_period
        late = (*delays, *repeat(0, len(periods)))
        rates = _rates(self._schedule)
        for place in range(len(periods) - 1, -1, -1):
            start = max(periods[place].start_period + late[place], 0) * SECOND
            if start < next_one:
                begun.append((start, rates[place]))
                next_one = start
        if not begun or next_one > 0:
            begun.append((0, None))
        begun.reverse()
        if 0 < self._lasts < self._cycle:
            begun.append((self._lasts, None))  # K01.FR.13
        kept = begun[:1] + [each for before, each in pairwise(begun) if each[1] != before[1]]
        pieces = _Pieces([start for start, _ in kept] + [self._cycle], [rate for _, rate in kept])
        if len(self._pieces) >= _VARIANTS:
            self._pieces.clear()
        # The delays are kept with it: as long as they are, no others have that id.
        self._pieces[id(delays)] = delays, pieces
        return pieces


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What counts from when on; there is one start more than rates, the end of them all."""

    starts: list[int]
    rates: list[Rate | None]


def _rates(schedule: datatypes.ChargingScheduleType) -> list[Rate]:
    beyond = schedule.limit_at_soc
    watts = schedule.charging_rate_unit is ChargingRateUnitEnumType.W
    soc = None if beyond is None else beyond.soc
    cap = 0.0 if beyond is None else beyond.limit
    least = schedule.min_charging_rate
    return [
        Rate(
            limit=each.limit,
            watts=watts,
            phases=each.number_phases or _PHASES,
            phase_to_use=each.phase_to_use or None,
            soc=soc,
            beyond=cap,
            least=least,
            mode=each.operation_mode or OperationMode.CHARGING_ONLY,
        )
        for each in schedule.charging_schedule_period
    ]


# The clocks on the wall.


def offset(zone: tzinfo, at: int) -> tuple[int, int]:
    """By how much the clocks on the wall of a zone are ahead of UTC at an instant, and how long
    that is sure to hold.
    """
    if isinstance(zone, timezone):
        return _microseconds(zone.utcoffset(None)), NEVER
    block = at // _BLOCK
    known = _offsets(zone, block)
    found, until = known[0][1], (block + 1) * _BLOCK
    for since, ahead in known:
        if since > at:
            return found, since
        found = ahead
    return found, until


def leaves(zone: tzinfo, at: int, since: int, until: int) -> int:
    """When the clocks on the wall, which show a time from `since` on and before `until` at an
    instant, no longer do: because it is later, or because they have been put on or back.
    """
    first = at
    while at <= LAST:
        ahead, sure = offset(zone, at)
        if at > first and not since <= at + ahead < until:
            return at
        reached = until - ahead
        if reached <= sure:
            return reached
        at = sure
        if at + ahead - since >= _SHIFT:  # too far to be put back before it
            at = max(at, reached - _SHIFT)
    return NEVER


@lru_cache(maxsize=256)
def _offsets(zone: tzinfo, block: int) -> tuple[tuple[int, int], ...]:
    """Since when which offset counts, through a block of days."""
    return tuple(_changes(zone, block * _BLOCK, (block + 1) * _BLOCK))


def _changes(zone: tzinfo, begin: int, end: int) -> Iterator[tuple[int, int]]:
    ahead = _offset_now(zone, begin)
    yield begin, ahead
    for step in range(begin, end, _STEP):
        after = _offset_now(zone, step + _STEP - 1)
        if after != ahead:
            before, there = step - 1, step + _STEP - 1
            while there - before > 1:
                middle = (before + there) // 2
                if _offset_now(zone, middle) == ahead:
                    before = middle
                else:
                    there = middle
            ahead = after
            yield there, ahead


def _offset_now(zone: tzinfo, at: int) -> int:
    # A zone can't say what it is within a day of the first and last instant of all.
    there = moment(min(max(at, _FIRST + _SHIFT), LAST - _SHIFT)).astimezone(zone)
    return _microseconds(there.utcoffset() or timedelta(0))
