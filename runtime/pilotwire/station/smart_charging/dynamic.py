"""Dynamic profiles of the CSMS: one period, whose limit is told anew again and again (K28).

The CSMS tells it by itself, or is asked whenever dynUpdateInterval has gone by. An update counts at
once. On the disk it is with whatever is written next, and within `PAUSE`; a lower limit at once,
unless an update was written within the last `PAUSE`: however many there are, they wear out no flash
memory, and a power cut leaves a limit that is no older. When a profile ends for want of updates
(K28.FR.13) is composition's to say.
"""

from __future__ import annotations

import asyncio
from datetime import datetime
from math import isfinite
from typing import Protocol

from pilotwire.errors import CallUnanswered, ConnectionClosed
from pilotwire.flag import Flag, set_before
from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.outcome import Outcome
from pilotwire.station.smart_charging.profiles import BY_CSMS, ChargingProfiles, Installed
from pilotwire.station.vocabulary import (
    ChargingProfileKind,
    ChargingProfileStatus,
    ReasonCode,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["DYNAMIC_LIMITS", "DynamicLimitsCsms", "DynamicProfiles", "limit_of", "with_limit"]

log = logger(__name__)

PAUSE = 30.0
"""Seconds within which updates are put down once at most for their own sake, twice where a limit
was lowered.
"""

LONGEST_LOOK = 60.0
"""Seconds between two looks at the clock, which may be set, while there is something to ask for."""


class DynamicLimitsCsms(Protocol):
    """Who knows the limits of dynamic profiles."""

    async def pull(self, profile_id: int) -> datatypes.ChargingScheduleUpdateType | None:
        """What is to count in a profile now; None where the CSMS refuses to say."""
        ...


DYNAMIC_LIMITS: Question[DynamicLimitsCsms] = Question("limits of dynamic profiles")


def limit_of(profile: datatypes.ChargingProfileType) -> float | None:
    """The limit of a dynamic profile, in its own unit."""
    return profile.charging_schedule[0].charging_schedule_period[0].limit


def with_limit(
    profile: datatypes.ChargingProfileType, limit: float | None, at: datetime
) -> datatypes.ChargingProfileType:
    """A dynamic profile with another limit, told at that time (K28.FR.09, K29.FR.06)."""
    schedule = profile.charging_schedule[0]
    period = schedule.charging_schedule_period[0].replace(limit=limit)
    schedule = schedule.replace(charging_schedule_period=(period,))
    return profile.replace(charging_schedule=(schedule,), dyn_update_time=at)


class DynamicProfiles:
    """Keeps the dynamic profiles of the CSMS up to date."""

    __slots__ = (
        "_core",
        "_news",
        "_not_before",
        "_profiles",
        "_timer",
        "_watching",
        "_written_at",
    )

    def __init__(self, core: Core) -> None:
        self._core = core
        self._profiles = core.blocks[ChargingProfiles]
        self._not_before: dict[tuple[int, int], float] = {}
        """By profile and interval, until when the CSMS is not asked again, in the loop's time:
        it has not said what is to count.
        """
        self._news = Flag()
        self._watching = False
        self._timer: asyncio.TimerHandle | None = None
        self._written_at: float | None = None
        self._profiles.watch(self._look)
        asyncio.get_running_loop().call_soon(self._look)

    def update(
        self, profile_id: int, update: datatypes.ChargingScheduleUpdateType
    ) -> Outcome[ChargingProfileStatus]:
        """The CSMS tells what counts in a profile from now on (K28.FR.06)."""
        installed = self._profiles.get(profile_id)
        if installed is None or not _is_dynamic(installed):
            text = "there is no dynamic profile of that id from the CSMS"
            return _rejected(ReasonCode.INVALID_PROFILE, text)  # K28.FR.11
        wrong = _wrong_with(update)
        if wrong is not None:
            return wrong
        self._take(installed, update)
        return Outcome(ChargingProfileStatus.ACCEPTED)

    def _take(self, installed: Installed, update: datatypes.ChargingScheduleUpdateType) -> None:
        """An update without a limit says that the last one still holds."""
        before = limit_of(installed.profile)
        limit = before if update.limit is None else update.limit
        lower = limit is not None and (before is None or limit < before)
        revised = with_limit(installed.profile, limit, self._core.clock.now())
        self.put_down(Installed(installed.evse_id, revised, installed.source), lower=lower)

    def put_down(self, installed: Installed, *, lower: bool) -> None:
        """Have a dynamic profile with another limit, a `lower` one or not."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        at_once = lower and (self._written_at is None or now >= self._written_at + PAUSE)
        if at_once:
            self._written_at = now
        elif self._timer is None:
            self._timer = loop.call_later(PAUSE, lambda: self._core.spawn(self._flush()))
        self._profiles.revise(installed, at_once=at_once)

    async def _flush(self) -> None:
        self._timer = None
        try:
            self._core.records.flush()
        except StoreUnwritableError as error:
            log.error("limits of dynamic profiles are not on the disk: %s", error)  # noqa: TRY400 -- no traceback for a known failure

    # The CSMS is asked.

    def _look(self) -> None:
        """Look at what is to be asked for, in a turn of its own."""
        self._news.set()
        if not self._watching and any(map(_interval, self._profiles)):
            self._watching = True
            self._core.spawn(self._watch())

    async def _watch(self) -> None:
        try:
            while any(map(_interval, self._profiles)):
                self._news.clear()
                await self._core.standing.accepted.wait()
                due = await self._ask()
                await set_before(self._news, due)
        finally:
            self._watching = False

    async def _ask(self) -> float:
        """Ask for what is due (K28.FR.10); when to look again, in the loop's time."""
        loop = asyncio.get_running_loop()
        asking = {(each.id, interval) for each in self._profiles if (interval := _interval(each))}
        self._not_before = {key: at for key, at in self._not_before.items() if key in asking}
        for key in sorted(asking):
            if self._due(*key) <= loop.time():
                await self._pull(*key)
        return min((self._due(*key) for key in asking), default=loop.time() + LONGEST_LOOK)

    def _due(self, profile_id: int, interval: int) -> float:
        """When the CSMS is to be asked, in the loop's time, as far as can be said now."""
        now = asyncio.get_running_loop().time()
        installed = self._profiles.get(profile_id)
        told = None if installed is None else installed.profile.dyn_update_time
        left = 0.0
        if told is not None:
            gone = (self._core.clock.now() - told).total_seconds()
            left = min(max(interval - gone, 0.0), interval, LONGEST_LOOK)
        return max(now + left, self._not_before.get((profile_id, interval), 0.0))

    async def _pull(self, profile_id: int, interval: int) -> None:
        pause = float(interval)
        csms = self._core.standing.offered(DYNAMIC_LIMITS)
        try:
            update = None if csms is None else await csms.pull(profile_id)
        except ConnectionClosed:
            update, pause = None, 1.0  # to be asked again as soon as there is another one
        except CallUnanswered as error:
            log.warning("no answer about charging profile %d: %s", profile_id, error)
            update = None
        installed = self._profiles.get(profile_id)  # it may be another one by now
        wrong = None if update is None else _wrong_with(update)
        if wrong is not None:
            why = printable(wrong.text or "")
            log.warning("charging profile %d: an update is of no use: %s", profile_id, why)
        elif update is not None and installed is not None and _is_dynamic(installed):
            self._take(installed, update)
            return
        self._not_before[profile_id, interval] = asyncio.get_running_loop().time() + pause


def _is_dynamic(installed: Installed) -> bool:
    kind = installed.profile.charging_profile_kind
    return kind is ChargingProfileKind.DYNAMIC and installed.source == BY_CSMS


def _interval(installed: Installed) -> int:
    """Seconds after which the CSMS is to be asked; 0 if it is not."""
    interval = installed.profile.dyn_update_interval
    return 0 if interval is None or not _is_dynamic(installed) else max(interval, 0)


def _wrong_with(
    update: datatypes.ChargingScheduleUpdateType,
) -> Outcome[ChargingProfileStatus] | None:
    """Why an update can't count here: what it says besides a limit is of bidirectional charging, or
    of a phase alone.
    """
    if update.limit_l2 is not None or update.limit_l3 is not None:
        return _rejected(ReasonCode.PHASE_CONFLICT, "all phases have one limit")  # K01.FR.144
    further = update.model_dump(exclude={"limit", "custom_data"}, exclude_none=True)
    if further:
        names = ", ".join(sorted(further))
        return _rejected(ReasonCode.INVALID_SCHEDULE, f"not supported: {names}")
    if update.limit is not None and not (isfinite(update.limit) and update.limit >= 0):
        return _rejected(ReasonCode.INVALID_SCHEDULE, "a limit is no less than 0")
    return None


def _rejected(reason: ReasonCode, text: str) -> Outcome[ChargingProfileStatus]:
    return Outcome(ChargingProfileStatus.REJECTED, reason, text)
