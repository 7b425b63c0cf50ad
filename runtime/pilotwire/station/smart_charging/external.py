"""What others allow counts, and the CSMS hears of it (K11 to K13, K27, K29).

    a limit                     a profile for ChargingStationExternalConstraints,
    what is generated locally   one for LocalGeneration, in memory only
    of these, a single value    Dynamic (K29.FR.04)
              a schedule        Absolute (K11.FR.06)

Their ids are below zero, and not above MaxExternalConstraintsId (K01.FR.82). A dynamic profile of
the CSMS for transactions, with the operation mode ExternalLimits, has the lowest of the single
values for its limit besides (K29.FR.03): that is how a CSMS lets them in which has forbidden the
profiles of limits (ExternalConstraintsProfileDisallowed).
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from pilotwire.flag import Flag, set_before
from pilotwire.foreign import printable
from pilotwire.hal.interfaces import ExternalLimitChanged, OwnWord
from pilotwire.logs import logger
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Definition, setting
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from pilotwire.station.facts.charging_limits import ChargingLimitChanged, ChargingLimitCleared
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.smart_charging.dynamic import DynamicProfiles, limit_of, with_limit
from pilotwire.station.smart_charging.external_limits import (
    ExternalLimit,
    ExternalLimits,
    Key,
    Standing,
)
from pilotwire.station.smart_charging.profiles import WHOLE_STATION, Installed
from pilotwire.station.vocabulary import (
    ChargingProfileKind,
    ChargingProfilePurpose,
    ChargingRateUnit,
    OperationMode,
)

__all__ = ["DEFINITIONS", "ExternalControl"]

DEFINITIONS: tuple[Definition, ...] = (
    setting(SmartChargingCtrlr.ExternalControlSignalsEnabled, True),
    setting(SmartChargingCtrlr.ExternalConstraintsProfileDisallowed, False),
    setting(SmartChargingCtrlr.NotifyChargingLimitWithSchedules, False),
)

log = logger(__name__)

LONGEST_LOOK = 60.0
"""Seconds between two looks at the clock, which may be set, while a schedule is to be followed."""

_LET_IN = frozenset({ChargingProfilePurpose.TX_PROFILE, ChargingProfilePurpose.TX_DEFAULT_PROFILE})


@dataclass(frozen=True, slots=True)
class _Set:
    """A limit that was set, and when."""

    key: Key
    limit: ExternalLimit
    since: datetime


class ExternalControl:
    """Makes profiles of what others allow."""

    __slots__ = ("_core", "_dynamic", "_ids", "_limits", "_looking", "_news", "_smart", "_watching")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._smart = core.blocks[SmartCharging]
        self._dynamic = core.blocks[DynamicProfiles]
        self._limits = core.application.find(ExternalLimits) or ExternalLimits(
            len(core.hardware.evses)
        )
        self._ids: dict[Key, int] = {}
        self._news = Flag()
        self._looking = False
        self._watching = False
        self._limits.on_changed = self._changed
        for variable in (
            SmartChargingCtrlr.ExternalControlSignalsEnabled,
            SmartChargingCtrlr.ExternalConstraintsProfileDisallowed,
        ):
            core.device_model.watch(variable, self._variable_changed)
        self._smart.profiles.watch(self._changed)
        core.heard.on(ExternalLimitChanged, self._hardware_said)
        self._look()  # before anything can be offered
        asyncio.get_running_loop().call_soon(self._changed)

    def counts(self, limit: ExternalLimit) -> bool:
        """Whether it has a profile of its own."""
        settings = self._core.device_model
        if not settings[SmartChargingCtrlr.ExternalControlSignalsEnabled]:
            return False
        disallowed = settings[SmartChargingCtrlr.ExternalConstraintsProfileDisallowed]
        return limit.local_generation or not disallowed  # K11.FR.07

    def _hardware_said(self, event: ExternalLimitChanged) -> Coroutine[object, None, None]:
        """It counts before anything else is heard."""
        source = OwnWord(event.source)
        if event.limit_a is None:
            self._limits.clear(source=source, evse_id=event.evse_id)
        else:
            try:
                self._limits.set(
                    event.limit_a, source=source, evse_id=event.evse_id, critical=event.critical
                )
            except ValueError as error:
                why = printable(str(error))
                log.error("a limit that the hardware told of does not count: %s", why)  # noqa: TRY400 -- no traceback for a known failure
        return _nothing()

    def _variable_changed(self, _: bool) -> None:
        self._changed()

    def _changed(self) -> None:
        """Something is another: look at once, and as long as there is something to look at."""
        if self._looking or not (self._limits.entries or self._ids):
            return
        self._look()
        self._news.set()
        if not self._watching and self._limits.entries:
            self._watching = True
            self._core.spawn(self._watch())

    async def _watch(self) -> None:
        loop, clock = asyncio.get_running_loop(), self._core.clock
        clock.watch(self._clock_set)
        try:
            while self._limits.entries:
                self._news.clear()
                now = clock.now()
                due = min((self._due(each, now) for each in self._standing()), default=None)
                left = LONGEST_LOOK if due is None else (due - now).total_seconds()
                await set_before(self._news, loop.time() + min(max(left, 0.001), LONGEST_LOOK))
                self._look()
        finally:
            clock.unwatch(self._clock_set)
            self._watching = False

    def _clock_set(self) -> None:
        """What was set when the clock was wrong was set as long ago as the loop knows."""
        loop_now, now = asyncio.get_running_loop().time(), self._core.clock.now()
        for entry in self._limits.entries.values():
            if entry.at is not None:
                entry.since = now - timedelta(seconds=loop_now - entry.at)
        self._changed()

    def _look(self) -> None:
        """Make the profiles agree with what there is, and tell what is news."""
        self._looking = True
        try:
            now = self._core.clock.now()
            for entry in self._limits.entries.values():
                if entry.since is None:
                    entry.at, entry.since = asyncio.get_running_loop().time(), now
                if entry.limit is not None and entry.limit.at(now, entry.since).ended:
                    entry.limit = None
            self._install()
            let_in = self._let_in()
            for key, entry in tuple(self._limits.entries.items()):
                self._tell(key, entry, now, let_in=key in let_in)
        finally:
            self._looking = False

    def _standing(self) -> Iterator[_Set]:
        """What was set, and stands."""
        for key, entry in self._limits.entries.items():
            if entry.limit is not None and entry.since is not None:
                yield _Set(key, entry.limit, entry.since)

    def _due(self, each: _Set, now: datetime) -> datetime:
        """When to look at it again: when it ends, or what is generated is another by its schedule
        (K27.FR.03).
        """
        moment = each.limit.at(now, each.since)
        due = moment.until if each.limit.local_generation else moment.end
        return due or now + timedelta(seconds=LONGEST_LOOK)

    # Profiles.

    def _install(self) -> None:
        profiles = self._smart.profiles
        wanted = {each.key: each for each in self._standing() if self.counts(each.limit)}
        gone = [number for key, number in self._ids.items() if key not in wanted]
        if gone:
            self._ids = {key: number for key, number in self._ids.items() if key in wanted}
            profiles.have_not(gone)
        for key, each in wanted.items():
            number = self._ids.get(key)
            if number is None:
                number = self._ids[key] = self._free_id()
            profile = self._profile(number, each.limit, each.since)
            installed = Installed(each.limit.evse_id, profile, each.limit.source)
            if profiles.get(number) != installed:
                profiles.have(installed)  # nothing of it is kept

    def _free_id(self) -> int:
        highest = self._core.device_model[SmartChargingCtrlr.MaxExternalConstraintsId]
        number = min(highest, -1)
        while self._smart.profiles.get(number) is not None or number in self._ids.values():
            number -= 1
        return number

    def _profile(
        self, number: int, limit: ExternalLimit, since: datetime
    ) -> datatypes.ChargingProfileType:
        purposes, kinds = ChargingProfilePurpose, ChargingProfileKind
        generation = purposes.LOCAL_GENERATION
        constraints = purposes.CHARGING_STATION_EXTERNAL_CONSTRAINTS
        return datatypes.ChargingProfileType(
            id=number,
            stack_level=0,
            charging_profile_purpose=generation if limit.local_generation else constraints,
            charging_profile_kind=kinds.ABSOLUTE if limit.scheduled else kinds.DYNAMIC,
            charging_schedule=(self._schedule(number, limit, since),),
            dyn_update_time=None if limit.scheduled else since,
        )

    def _schedule(
        self, number: int, limit: ExternalLimit, since: datetime
    ) -> datatypes.ChargingScheduleType:
        # Watts of all phases are of as many as there are (K01.FR.49 would have them be three).
        all_phases = None
        if limit.unit is ChargingRateUnit.W:
            all_phases = self._smart.conditions.site(limit.evse_id).phases
        return datatypes.ChargingScheduleType(
            id=abs(number),
            charging_rate_unit=limit.unit,
            start_schedule=(limit.start or since) if limit.scheduled else None,
            duration=limit.duration,
            charging_schedule_period=tuple(
                datatypes.ChargingSchedulePeriodType(
                    start_period=period.start,
                    limit=period.limit,
                    number_phases=period.phases or all_phases,
                    operation_mode=None if limit.scheduled else OperationMode.EXTERNAL_LIMITS,
                )
                for period in limit.periods
            ),
        )

    # Profiles of the CSMS that let them in.

    def _let_in(self) -> frozenset[Key]:
        """Have the CSMS's own profiles follow, where it wants that; those that count so."""
        if not self._core.device_model[SmartChargingCtrlr.ExternalControlSignalsEnabled]:
            return frozenset()
        let_in: set[Key] = set()
        for installed in tuple(self._smart.profiles):
            if not _lets_in(installed):
                continue
            values = [
                each
                for each in self._standing()
                if _is_value(each.limit)
                and (
                    WHOLE_STATION in {each.limit.evse_id, installed.evse_id}
                    or each.limit.evse_id == installed.evse_id
                )
            ]
            if not values:
                continue
            let_in.update(each.key for each in values)
            value = min(self._converted(each.limit, installed) for each in values)
            at = max(each.since for each in values)
            before, told_at = limit_of(installed.profile), installed.profile.dyn_update_time
            if value == before and (told_at is None or told_at >= at):
                continue
            revised = Installed(
                installed.evse_id, with_limit(installed.profile, value, at), installed.source
            )
            self._dynamic.put_down(revised, lower=before is None or value < before)
        return frozenset(let_in)

    def _converted(self, limit: ExternalLimit, installed: Installed) -> float:
        """A limit in the unit of a profile that lets it in."""
        schedule = installed.profile.charging_schedule[0]
        (period,) = limit.periods
        if limit.unit is schedule.charging_rate_unit:
            return period.limit
        site = self._smart.conditions.site(limit.evse_id)
        volts = site.volts * (period.phases or site.phases)
        if limit.unit is ChargingRateUnit.W:
            return period.limit / volts
        # What a profile in watts means depends on its own number of phases (K01.FR.49).
        return period.limit * site.volts * (schedule.charging_schedule_period[0].number_phases or 3)

    # What the CSMS hears.

    def _tell(self, key: Key, entry: Standing, now: datetime, *, let_in: bool) -> None:
        limit = entry.limit
        if limit is None or not (let_in or self.counts(limit)):
            if entry.told is not None:
                entry.told = None
                evse_id, source, generation = key
                self._core.delivery.tell(
                    ChargingLimitCleared(
                        timestamp=now,
                        evse_id=evse_id,
                        source=source,
                        local_generation=generation,
                        provisional=self._core.clock.provisional or None,
                    )
                )
            if limit is None:
                del self._limits.entries[key]
            return
        if entry.told is not None and not self._is_news(limit, entry, now):
            return
        entry.told, entry.told_value = limit, limit.at(now, entry.since or now).value
        self._core.delivery.tell(self._fact(limit, entry.since or now, now))

    def _is_news(self, limit: ExternalLimit, entry: Standing, now: datetime) -> bool:
        """Whether it has changed by so much that the CSMS must hear of it (SC.03)."""
        told = entry.told
        if told is None or (told.unit, told.critical) != (limit.unit, limit.critical):
            return True
        if limit.scheduled and not limit.local_generation:
            return told is not limit and told.periods != limit.periods
        value = limit.at(now, entry.since or now).value
        before = entry.told_value
        if value is None or before is None or value == before:
            return value != before
        least = self._core.device_model[SmartChargingCtrlr.LimitChangeSignificance]
        return abs(value - before) * 100 >= least * before

    def _fact(self, limit: ExternalLimit, since: datetime, now: datetime) -> ChargingLimitChanged:
        schedules = None
        if self._core.device_model[SmartChargingCtrlr.NotifyChargingLimitWithSchedules]:
            number = self._ids.get(limit.key, -1)
            schedules = (self._schedule(number, limit, since).to_json(),)  # K11.FR.03, K27.FR.04
        return ChargingLimitChanged(
            timestamp=now,
            evse_id=limit.evse_id,
            source=limit.source,
            local_generation=limit.local_generation,
            critical=limit.critical,
            schedules=schedules,
            provisional=self._core.clock.provisional or None,
        )


async def _nothing() -> None:
    """Nothing is left to be done."""


def _lets_in(installed: Installed) -> bool:
    """Whether a profile has what others allow for its limit (K29.FR.03)."""
    profile = installed.profile
    period = profile.charging_schedule[0].charging_schedule_period[0]
    return (
        profile.charging_profile_kind is ChargingProfileKind.DYNAMIC
        and installed.purpose in _LET_IN
        and period.operation_mode is OperationMode.EXTERNAL_LIMITS
    )


def _is_value(limit: ExternalLimit) -> bool:
    """Whether it is a single value, and a limit."""
    return not limit.scheduled and not limit.local_generation
