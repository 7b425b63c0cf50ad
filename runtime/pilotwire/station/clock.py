"""The station's time of day.

It runs on the event loop's clock from the last moment it was set, so that it never jumps by itself
and runs as fast as the loop does. The CSMS sets it with the times in its answers (B01.FR.06, G02).

A station without a clock of its own does not know the time until the CSMS tells it. Till then it
goes on from the latest time it has on record, and `provisional` says so: what is stamped then is in
the right order and distance, and is set right by `on_known`'s difference when the time is known.

A clock that knows the time believes the CSMS at once up to a day of difference. One that says more
is either right, and says so again, or made a mistake that would date a whole day's transactions: a
second answer must bear witness to the first. One that does not know the time has no measure, and
believes what it is told; only a time beyond the life of any charger of today wants a witness, too.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from pilotwire.logs import logger

__all__ = ["PROVISIONAL_START", "Clock", "StationClock", "SystemClock"]

PROVISIONAL_START = datetime(2000, 1, 1, tzinfo=UTC)
"""Where a clock begins that never knew the time."""

_CREDIBLE = datetime(2020, 1, 1, tzinfo=UTC)
"""A clock that shows an earlier time was never set: this program is younger."""

_INCREDIBLE = datetime(2200, 1, 1, tzinfo=UTC)
"""A clock that shows this time or a later one is broken."""

_FAR = datetime(2070, 1, 1, tzinfo=UTC)
"""No charger that runs this program is in use by then."""

_PLAUSIBLE = timedelta(days=1)
"""By how much a clock that knows the time may be wrong without a second witness."""

_AGREE = timedelta(minutes=5)
"""How far two witnesses may be apart."""

REMEMBERED = 1000
"""How many moments are remembered of what has its turns by the clock: so far it can be set back."""

log = logger(__name__)


class Clock(Protocol):
    """Where the time of day comes from when the station starts."""

    def now(self) -> datetime | None:
        """The time of day, with a time zone; None, or one before 2020 or after 2199, if it is not
        known.
        """
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The time of day in UTC."""
        return datetime.now(UTC)


class StationClock:
    """The time of day as the station believes it, in UTC.

    `on_known` is called with the difference when a clock that did not know the time learns it, and
    after it `on_set` whenever the CSMS has set the clock.
    """

    def __init__(self, source: Clock) -> None:
        self.provisional = False
        self.correction = timedelta()
        """By how much the provisional times were wrong."""
        self.on_known: Callable[[timedelta], None] | None = None
        self.on_set: Callable[[timedelta], None] | None = None
        self._watching: list[Callable[[], object]] = []
        self._turns: dict[str, list[datetime]] = {}
        self._doubted: timedelta | None = None
        time = source.now()
        if time is None or not _credible(time):
            self.provisional = True
            time = PROVISIONAL_START
        self._anchor(time)

    def now(self) -> datetime:
        """The time of day, to the millisecond that OCPP can carry."""
        now = self._set_to + timedelta(seconds=asyncio.get_running_loop().time() - self._set_at)
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    def reading(self) -> tuple[datetime, bool]:
        """The time of day, and whether it is provisional."""
        return self.now(), self.provisional

    def set(self, time: datetime) -> None:
        """Go on from `time`, which must have a time zone; not if it can't be true, or is far from
        what this clock knows and nothing bears witness to it.
        """
        if not _credible(time):
            log.warning("the CSMS says that it is %s; the clock goes on as before", time)
            return
        time = time.astimezone(UTC)
        learnt = self.provisional
        difference = time - self.now()
        far = time >= _FAR if learnt else abs(difference) > _PLAUSIBLE
        if far and not self._witnessed(difference):
            self._doubted = difference
            log.warning(
                "the CSMS says that it is %s, which is far from the station's %s; the clock goes on"
                " as before until a second answer says so, too",
                time,
                self.now(),
            )
            return
        self._doubted = None
        self._anchor(time)
        if learnt:
            self.provisional = False
            self.correction = difference
            if self.on_known is not None:
                self.on_known(difference)
        if self.on_set is not None:
            self.on_set(difference)
        for look in tuple(self._watching):
            look()

    def watch(self, look: Callable[[], object]) -> None:
        """Call `look` whenever the clock has been set, until `unwatch`."""
        self._watching.append(look)

    def unwatch(self, look: Callable[[], object]) -> None:
        """Call it no more."""
        if look in self._watching:
            self._watching.remove(look)

    def had_turn(self, of: str, moment: datetime) -> bool:
        """Whether something has had its turn at a moment of this clock, as far as is remembered:
        over a restart of the station, as the clock itself, and not of the process.
        """
        return moment in self._turns.get(of, ())

    def note_turn(self, of: str, moment: datetime) -> None:
        """It has its turn."""
        turns = self._turns.setdefault(of, [])
        turns.append(moment)
        del turns[:-REMEMBERED]

    @property
    def doubtful(self) -> bool:
        """Whether a second witness is wanted."""
        return self._doubted is not None

    def _witnessed(self, difference: timedelta) -> bool:
        """Whether the answer before this one said the same."""
        return self._doubted is not None and abs(difference - self._doubted) <= _AGREE

    def resume(self, time: datetime) -> None:
        """While the time is not known, be not before `time`, the latest that is on record."""
        if self.provisional and time > self.now():
            self._anchor(time)

    def _anchor(self, time: datetime) -> None:
        self._set_to = time.astimezone(UTC)
        self._set_at = asyncio.get_running_loop().time()


def _credible(time: datetime) -> bool:
    return _CREDIBLE <= time < _INCREDIBLE
