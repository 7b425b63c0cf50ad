"""Commands of the console for smart charging."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from pilotwire.cli.command import Answer, BadCommandError, Command, decimal_of, number_of
from pilotwire.csms import ChargingLimit, Csms
from pilotwire.ocpp import v21

__all__ = ["ChargingCommands", "limit_told", "place_of"]

_LONGEST_FILE = 1_000_000
_SWITCH = {"on": True, "off": False}


class ChargingCommands:
    """What can be said of charging profiles, to stations of this CSMS."""

    def __init__(self, csms: Csms) -> None:
        self._csms = csms
        self._charging = csms.smart_charging
        self.commands: Mapping[str, Command] = {
            "limit": Command("ID EVSE AMPERES", "let an EVSE (0: all) take no more", self._limit),
            "profile": Command("ID EVSE FILE", "set a charging profile (2.1, JSON)", self._set),
            "profiles": Command("ID", "list a station's charging profiles (2.x)", self._list),
            "clear": Command("ID PROFILE", "take a charging profile away", self._clear),
            "clear-all": Command("ID", "take all charging profiles away", self._clear_all),
            "composite": Command(
                "ID EVSE SECONDS", "say what an EVSE is going to offer", self._composite
            ),
            "dynamic": Command(
                "ID PROFILE LIMIT", "update the limit of a dynamic profile (2.1)", self._update
            ),
            "priority": Command(
                "ID TRANSACTION on|off", "let a transaction have priority (2.1)", self._priority
            ),
            "limits": Command("ID", "list what others allow a station (2.x)", self._limits),
        }

    async def _limit(self, words: Sequence[str]) -> Answer:
        identity, evse, amperes = words
        status = await self._charging.limit(
            identity, number_of("EVSE", evse), decimal_of("AMPERES", amperes)
        )
        return (f"{status}",)

    async def _set(self, words: Sequence[str]) -> Answer:
        identity, evse, file = words
        profile = await asyncio.to_thread(_profile_in, Path(file))
        status = await self._charging.set_profile(identity, number_of("EVSE", evse), profile)
        return (f"{status}",)

    async def _list(self, words: Sequence[str]) -> Answer:
        found = await self._charging.profiles(words[0])
        return [
            f"{each.profile.id} {place_of(each.evse_id)}"
            f" {each.profile.charging_profile_purpose} {each.profile.charging_profile_kind}"
            f" level {each.profile.stack_level}, by {each.source}: "
            + "; ".join(map(_schedule_told, each.profile.charging_schedule))
            for each in found
        ] or ["none"]

    async def _clear(self, words: Sequence[str]) -> Answer:
        identity, profile = words
        return (f"{await self._charging.clear_profiles(identity, number_of('PROFILE', profile))}",)

    async def _clear_all(self, words: Sequence[str]) -> Answer:
        return (f"{await self._charging.clear_profiles(words[0])}",)

    async def _composite(self, words: Sequence[str]) -> Answer:
        identity, evse, seconds = words
        found = await self._charging.composite_schedule(
            identity, number_of("EVSE", evse), number_of("SECONDS", seconds)
        )
        if found is None:
            return ("the station does not say",)
        periods = _periods_told(found.charging_schedule_period, found.charging_rate_unit)
        return (f"from {found.schedule_start:%Y-%m-%d %H:%M:%S} on: {periods}",)

    async def _update(self, words: Sequence[str]) -> Answer:
        identity, profile, limit = words
        status = await self._charging.update_dynamic(
            identity, number_of("PROFILE", profile), decimal_of("LIMIT", limit)
        )
        return (f"{status}",)

    async def _priority(self, words: Sequence[str]) -> Answer:
        identity, transaction_id, switch = words
        if switch not in _SWITCH:
            raise BadCommandError(f"say on or off, not {switch!r}")
        status = await self._charging.use_priority_charging(
            identity, transaction_id, activate=_SWITCH[switch]
        )
        return (f"{status}",)

    async def _limits(self, words: Sequence[str]) -> Answer:
        record = self._csms.stations.get(words[0])
        if record is None:
            raise BadCommandError(f"{words[0]} has never connected")
        return [
            f"{each.at:%Y-%m-%d %H:%M:%S} {limit_told(each)}" for each in record.charging_limits
        ] or ["none"]


def limit_told(limit: ChargingLimit) -> str:
    """What somebody else than the CSMS allows a station."""
    place = place_of(limit.evse_id)
    told = f"{limit.source} limits {place}"
    if limit.local_generation:
        told = f"{limit.source} generates for {place}"
    critical = ", critical for the grid" if limit.critical else ""
    schedules = "; ".join(map(_schedule_told, limit.schedules))
    return f"{told}{critical}" + (f": {schedules}" if schedules else "")


def place_of(evse_id: int) -> str:
    """What a limit is of."""
    return f"EVSE {evse_id}" if evse_id else "the station"


def _schedule_told(schedule: v21.ChargingScheduleType) -> str:
    return _periods_told(schedule.charging_schedule_period, schedule.charging_rate_unit)


def _periods_told(
    periods: Sequence[v21.ChargingSchedulePeriodType], unit: v21.ChargingRateUnitEnumType
) -> str:
    return ", ".join(
        f"{each.start_period} s " + ("open" if each.limit is None else f"{each.limit:g} {unit}")
        for each in periods
    )


def _profile_in(path: Path) -> v21.ChargingProfileType:
    """The profile in a file.

    Raises:
        BadCommandError: There is none in it; the text says where it is wrong.
        OSError: It can't be read.
    """
    with path.open(encoding="utf-8", errors="strict") as file:
        try:
            text = file.read(_LONGEST_FILE + 1)
        except UnicodeDecodeError:
            raise BadCommandError(f"{path} is no text") from None
    if len(text) > _LONGEST_FILE:
        raise BadCommandError(f"{path} is too long for a profile")
    try:
        return v21.ChargingProfileType.from_json(text)
    except ValidationError as error:
        fault, *_ = error.errors(include_url=False, include_input=False)
        place = ".".join(map(str, fault["loc"]))
        where = f"{place}: " if place else ""
        raise BadCommandError(f"{path} holds no profile: {where}{fault['msg']}") from None
