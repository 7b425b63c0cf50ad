"""What others than the CSMS allow: a home energy manager, the grid's operator (K11, K12, K27).

The rule of this module: nothing of it depends on a running station. What was set stands until it is
cleared, over restarts of the station, and is gone with the process.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import TypeAlias

from pilotwire.hal.interfaces import OwnWord
from pilotwire.station.smart_charging.profiles import WHOLE_STATION
from pilotwire.station.vocabulary import ChargingLimitSource, ChargingRateUnit

__all__ = ["AnyLimitSource", "ExternalLimit", "ExternalLimits", "Key", "LimitPeriod", "Standing"]

MOST = 64
"""How many there may be at a time."""

MOST_PERIODS = 1024

LONGEST = 2**31 - 1

AnyLimitSource: TypeAlias = ChargingLimitSource | OwnWord
"""Who sets a limit: one that the standard lists, or another word of at most 20 characters, for
which 2.0.1 says Other.
"""

Key: TypeAlias = tuple[int, str, bool]
"""What a limit stands in the place of: its EVSE, its source, whether it is local generation."""


@dataclass(frozen=True, slots=True)
class LimitPeriod:
    """A part of a schedule, which lasts until the next one begins.

    Attributes:
        start: When it begins, in seconds from the schedule's beginning.
        limit: How much may be taken, in the unit of the schedule.
        phases: How many phases it is for; None says nothing of them.
    """

    start: int
    limit: float
    phases: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A limit as it is at one moment.

    Attributes:
        value: What is allowed; None before it begins.
        until: When that is another; None: never.
        end: When it is all over; None: never.
        ended: Whether it is.
    """

    value: float | None
    until: datetime | None
    end: datetime | None
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalLimit:
    """What somebody allows an EVSE, or the whole station (EVSE 0).

    Attributes:
        evse_id: The EVSE.
        source: Who says it.
        unit: Amperes a phase, or watts of all phases.
        periods: How much, and from when on; one period for a single value.
        scheduled: Whether it is a schedule, which begins at `start` and does not move; a single
            value counts from when it was set.
        start: When the schedule begins; None: when it was set.
        duration: Seconds after which it ends; None: it does not.
        critical: Whether the grid depends on it; None where that is not said.
        local_generation: Whether it is not a limit, but what is generated here, and may be taken
            besides (K27).
    """

    evse_id: int
    source: str
    unit: ChargingRateUnit
    periods: tuple[LimitPeriod, ...]
    scheduled: bool = False
    start: datetime | None = None
    duration: int | None = None
    critical: bool | None = None
    local_generation: bool = False

    @property
    def key(self) -> Key:
        """What it stands in the place of."""
        return self.evse_id, self.source, self.local_generation

    def at(self, now: datetime, since: datetime) -> Moment:
        """What is allowed at a moment; it was set at `since`."""
        begins = self.start or since
        end = None if self.duration is None else _later(begins, self.duration)
        if end is not None and end <= now:
            return Moment(None, None, end, ended=True)
        value: float | None = None
        for period in self.periods:
            at = _later(begins, period.start)
            if at is None or (end is not None and at >= end):
                break
            if at > now:
                return Moment(value, at, end)
            value = period.limit
        return Moment(value, end, end)


@dataclass(slots=True)
class Standing:
    """A limit that stands, or one that was cleared and the CSMS does not know it yet.

    Attributes:
        limit: What was set; None: it was cleared.
        at: When, in the loop's time; None while no station has run since.
        since: When, by the station's clock.
        told: What the CSMS was told of it; None: nothing.
        told_value: How much that was then.
    """

    limit: ExternalLimit | None
    at: float | None = None
    since: datetime | None = None
    told: ExternalLimit | None = None
    told_value: float | None = None


class ExternalLimits:
    """What others allow the station: `station.external_limits`.

        station.external_limits.set(16.0, source=ChargingLimitSource.EMS)
        station.external_limits.clear(source=ChargingLimitSource.EMS)

    Args:
        evses: How many EVSEs the station has.
    """

    __slots__ = ("_evses", "entries", "on_changed")

    def __init__(self, evses: int) -> None:
        self._evses = evses
        self.entries: dict[Key, Standing] = {}
        self.on_changed: Callable[[], None] | None = None
        """Told when one is another; a run of the station listens."""

    def set(
        self,
        limit: float | Sequence[LimitPeriod],
        unit: ChargingRateUnit = ChargingRateUnit.A,
        *,
        source: AnyLimitSource = ChargingLimitSource.EMS,
        evse_id: int = WHOLE_STATION,
        phases: int | None = None,
        start: datetime | None = None,
        duration: int | None = None,
        critical: bool | None = None,
        local_generation: bool = False,
    ) -> None:
        """Somebody sets a limit, in the place of the one that they have set before.

        It counts at once, unless the CSMS has forbidden that. Limits of several sources count
        together: the lowest holds. It is to be set again at each start of the process, before the
        station is started.

        Args:
            limit: How much may be taken from now on; or the periods of a schedule.
            unit: What that is in: amperes a phase, or watts of all phases.
            source: Who sets it. It is not the CSMS (K11.FR.05), nor, of what is generated locally,
                the grid's operator (K27.FR.03).
            evse_id: The EVSE that it is for; 0 is the station: all EVSEs together may take so much.
            phases: How many phases a single value is for; all if it is in watts.
            start: When the schedule begins; now without it.
            duration: Seconds for which it counts. A single value that is set again counts as long
                again, so that a source that fell silent limits nothing for ever. None: until it is
                cleared.
            critical: Whether the grid depends on it, as far as that is known; the CSMS is told.
            local_generation: It is no limit, but what is generated here: it may be taken besides
                what else is allowed (K27).

        Raises:
            ValueError: one of the arguments can't be used; the text says which, and why.
        """
        scheduled = not isinstance(limit, (int, float))
        periods: tuple[LimitPeriod, ...]
        if isinstance(limit, (int, float)):
            periods = (LimitPeriod(0, limit, phases),)
            if start is not None:
                raise ValueError("a single value begins now: start is for a schedule")
        else:
            periods = tuple(limit)
            if phases is not None:
                raise ValueError("phases are said of each period of a schedule")
        self._check(source, evse_id, local_generation=local_generation)
        _check_periods(periods, start, duration)
        made = ExternalLimit(
            evse_id=evse_id,
            source=str(source),
            unit=ChargingRateUnit(unit),
            periods=periods,
            scheduled=scheduled,
            start=None if start is None else start.astimezone(UTC),
            duration=duration,
            critical=critical,
            local_generation=local_generation,
        )
        entry = self.entries.get(made.key)
        if entry is None and len(self.entries) >= MOST:
            raise ValueError(f"there are {MOST} external limits already")
        if entry is None:
            self.entries[made.key] = Standing(made)
        else:
            entry.limit, entry.at, entry.since = made, None, None
        self._changed()

    def clear(
        self,
        *,
        source: AnyLimitSource = ChargingLimitSource.EMS,
        evse_id: int = WHOLE_STATION,
        local_generation: bool = False,
    ) -> bool:
        """Somebody takes their limit away (K13); False if they had set none."""
        entry = self.entries.get((evse_id, str(source), local_generation))
        if entry is None or entry.limit is None:
            return False
        entry.limit = None
        if entry.told is None:
            del self.entries[evse_id, str(source), local_generation]
        self._changed()
        return True

    @property
    def standing(self) -> tuple[ExternalLimit, ...]:
        """What was set and not cleared, whether it counts or not."""
        return tuple(each.limit for each in self.entries.values() if each.limit is not None)

    def _changed(self) -> None:
        if self.on_changed is not None:
            self.on_changed()

    def _check(self, source: str, evse_id: int, *, local_generation: bool) -> None:
        if not 0 <= evse_id <= self._evses:
            raise ValueError(f"there is no EVSE {evse_id}")
        if not 0 < len(source) <= 20:
            raise ValueError("a source has 1 to 20 characters")
        if source == ChargingLimitSource.CSO:
            raise ValueError("the CSMS sets its limits by itself: CSO is no external source")
        if local_generation and source == ChargingLimitSource.SO:
            raise ValueError("the grid's operator generates nothing here")


def _check_periods(
    periods: Sequence[LimitPeriod], start: datetime | None, duration: int | None
) -> None:
    if not 0 < len(periods) <= MOST_PERIODS:
        raise ValueError(f"a schedule has 1 to {MOST_PERIODS} periods")
    if periods[0].start != 0:
        raise ValueError("the first period begins at 0 seconds")
    before = -1
    for number, period in enumerate(periods, start=1):
        if not before < period.start <= LONGEST:
            raise ValueError(f"period {number} does not begin after the one before it")
        if not (isfinite(period.limit) and period.limit >= 0):
            raise ValueError(f"period {number}: a limit is no less than 0, not {period.limit}")
        if period.phases not in {None, 1, 2, 3}:
            raise ValueError(f"period {number}: there are 1 to 3 phases, not {period.phases}")
        before = period.start
    if start is not None and start.tzinfo is None:
        raise ValueError("start has a time zone")
    if duration is not None and not 0 < duration <= LONGEST:
        raise ValueError(f"a duration is above 0 seconds, not {duration}")


def _later(time: datetime, seconds: int) -> datetime | None:
    """A time so much later; None where that is beyond all time."""
    try:
        return time + timedelta(seconds=seconds)
    except OverflowError:
        return None
