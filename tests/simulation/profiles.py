"""Charging profiles: what the CSMS sets, replaces and clears at any moment, and what stands of it.

What the station answers is believed: what it has accepted is there, over any power cut, until it
is replaced, cleared or over, and what it has cleared is gone. What it has not answered may be so,
or not.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeAlias

from pilotwire.connection import OcppVersion
from pilotwire.ocpp import v16, v21
from pilotwire.station.smart_charging.profiles import BY_CSMS, WHOLE_STATION, Installed
from pilotwire.station.vocabulary import IdTokenKind

__all__ = ["IDS", "Profiles"]

IDS = range(1, 9)
"""Few, so that one often replaces another."""

GIVEN_ALONG = range(101, 105)
"""Those of profiles that remote starts have along: nobody knows when, or whether, they come."""

SLACK = timedelta(hours=5)
"""By how much the clocks of the station and of the world may differ."""

Purpose = v21.ChargingProfilePurposeEnumType
Kind = v21.ChargingProfileKindEnumType
Give = Callable[[Any], Awaitable[Any]]
Said: TypeAlias = tuple[object, ...]
"""What is compared of a profile: what every version leaves as it is."""


@dataclass(frozen=True)
class Sent:
    """A profile as the CSMS has sent it."""

    evse_id: int
    profile: v21.ChargingProfileType

    @property
    def said(self) -> Said:
        return _said(self.evse_id, self.profile)

    def is_namesake_of(self, other: "Sent") -> bool:
        """Whether one takes the place of the other in 1.6 (3.13.2)."""
        mine, theirs = self.profile, other.profile
        return (
            self.evse_id == other.evse_id
            and mine.charging_profile_purpose is theirs.charging_profile_purpose
            and mine.stack_level == theirs.stack_level
        )

    def may_be_over(self, at: datetime, running: Collection[str]) -> bool:
        """Whether the station may have let go of it by itself."""
        profile, schedule = self.profile, self.profile.charging_schedule[0]
        if profile.charging_profile_purpose is Purpose.TX_PROFILE:
            return True  # its transaction may be over, or may have been over before it arrived
        if profile.invalid_after_offline_duration:
            return True
        if profile.valid_to is not None and profile.valid_to <= at + SLACK:
            return True
        if schedule.start_schedule is None or schedule.duration is None:
            return False
        return schedule.start_schedule + timedelta(seconds=schedule.duration) <= at + SLACK


class Profiles:
    """The profiles of a run; `running` are the transactions by their EVSEs."""

    def __init__(
        self,
        random: Random,
        wrongs: list[str],
        evses: int,
        now: Callable[[], datetime],
        running: Mapping[int, str],
    ) -> None:
        self._random = random
        self._wrongs = wrongs
        self._evses = evses
        self._now = now
        self._running = running
        self._may: dict[int, list[Sent | None]] = {number: [None] for number in IDS}
        """What the station may have under each id."""
        self._along: list[Sent] = []
        self.accepted = 0
        """How many profiles were accepted."""

    # What the CSMS does.

    async def draw(self, version: OcppVersion, give: Give) -> None:
        """Set, replace or clear profiles, or have a transaction begin with one."""
        draw = self._random.random()
        if draw < 0.15:
            await self.clear(version, give, self._random.choice(IDS))
        elif draw < 0.2:
            await self._clear_many(version, give)
        elif draw < 0.3:
            await self._start(version, give)
        else:
            await self._set(version, give)

    async def _set(self, version: OcppVersion, give: Give) -> None:
        sent = self._drawn(version, self._random.choice(IDS))
        if sent is None:
            return
        number = sent.profile.id
        replaced = [
            other
            for other, may in self._may.items()
            if version is OcppVersion.V1_6
            and other != number
            and any(each is not None and sent.is_namesake_of(each) for each in may)
        ]
        for other in replaced:
            self._possible(other, None)
        self._possible(number, sent)
        answer = await give(_setting(version, sent))
        if answer is None:
            return
        if answer.status == "Accepted":
            self.accepted += 1
            self._may[number] = [sent]
            for other in replaced:
                self._may[other] = [
                    each
                    for each in self._may[other]
                    if each is None or not sent.is_namesake_of(each)
                ]
        else:
            self._may[number] = [each for each in self._may[number] if each is not sent]

    async def clear(self, version: OcppVersion, give: Give, number: int) -> bool:
        """Clear one; whether that was answered."""
        self._possible(number, None)
        if version is OcppVersion.V1_6:
            answer = await give(v16.ClearChargingProfileRequest(id=number))
        else:
            answer = await give(v21.ClearChargingProfileRequest(charging_profile_id=number))
        if answer is not None:
            self._may[number] = [None]  # cleared, or there was none
        return answer is not None

    async def _clear_many(self, version: OcppVersion, give: Give) -> None:
        evse_id = self._random.choice([None, 0, 1])
        level = self._random.choice([None, 0, 1, 2])
        purpose = Purpose.TX_DEFAULT_PROFILE
        gone: dict[int, list[Sent]] = {}
        for number, may in self._may.items():
            gone[number] = [
                each
                for each in may
                if each is not None
                and evse_id in {None, each.evse_id}
                and level in {None, each.profile.stack_level}
                and each.profile.charging_profile_purpose is purpose
            ]
            if gone[number]:
                self._possible(number, None)
        if version is OcppVersion.V1_6:
            answer = await give(
                v16.ClearChargingProfileRequest(
                    connector_id=evse_id,
                    stack_level=level,
                    charging_profile_purpose=v16.ChargingProfilePurposeType.TX_DEFAULT_PROFILE,
                )
            )
        else:
            answer = await give(
                v21.ClearChargingProfileRequest(
                    charging_profile_criteria=v21.ClearChargingProfileType(
                        evse_id=evse_id, stack_level=level, charging_profile_purpose=purpose
                    )
                )
            )
        if answer is not None:
            for number, them in gone.items():
                if them:
                    rest = [each for each in self._may[number] if each not in them]
                    self._may[number] = rest or [None]

    async def _start(self, version: OcppVersion, give: Give) -> None:
        evse_id = self._random.randint(1, self._evses)
        profile = self._profile(version, self._random.choice(GIVEN_ALONG), Purpose.TX_PROFILE)
        self._along.append(Sent(evse_id, profile))
        token = f"{self._random.getrandbits(32):08X}"  # of nobody of whom a list says anything
        if version is OcppVersion.V1_6:
            await give(
                v16.RemoteStartTransactionRequest(
                    id_tag=token, connector_id=evse_id, charging_profile=_profile_16(profile)
                )
            )
        else:
            await give(
                v21.RequestStartTransactionRequest(
                    id_token=v21.IdTokenType(id_token=token, type=IdTokenKind.CENTRAL),
                    remote_start_id=self._random.randrange(1 << 30),
                    evse_id=evse_id,
                    charging_profile=profile,
                )
            )

    def _possible(self, number: int, sent: Sent | None) -> None:
        if sent not in self._may[number]:
            self._may[number] = [*self._may[number], sent]

    def _drawn(self, version: OcppVersion, number: int) -> Sent | None:
        purposes = [Purpose.TX_DEFAULT_PROFILE] * 2 + [
            Purpose.CHARGING_STATION_MAX_PROFILE,
            Purpose.TX_PROFILE,
            Purpose.TX_PROFILE,
        ]
        purpose = self._random.choice(purposes)
        evse_id = self._random.choice([WHOLE_STATION, *range(1, self._evses + 1)])
        running: str | None = None
        if purpose is Purpose.CHARGING_STATION_MAX_PROFILE:
            evse_id = WHOLE_STATION
        elif purpose is Purpose.TX_PROFILE:
            if not self._running:
                return None
            evse_id, running = self._random.choice(sorted(self._running.items()))
        return Sent(evse_id, self._profile(version, number, purpose, running))

    def _profile(
        self, version: OcppVersion, number: int, purpose: Purpose, running: str | None = None
    ) -> v21.ChargingProfileType:
        random, is_21 = self._random, version is OcppVersion.V2_1
        of_session = purpose in {Purpose.TX_PROFILE, Purpose.TX_DEFAULT_PROFILE}
        kinds = [Kind.ABSOLUTE, Kind.RECURRING] + [Kind.RELATIVE] * of_session
        kind = random.choice([*kinds, *[Kind.DYNAMIC] * is_21])
        begins = self._now() + timedelta(seconds=random.choice([-7200, -600, 0, 300, 3600]))
        unit = random.choice(list(v21.ChargingRateUnitEnumType))
        amperes = [0.0, 5.0, 6.0, 8.0, 10.0, 13.0, 16.0, 20.0, 32.0]
        factor = 1.0 if unit is v21.ChargingRateUnitEnumType.A else 690.0
        periods: list[v21.ChargingSchedulePeriodType] = []
        start = 0
        for _ in range(1 if kind is Kind.DYNAMIC else random.randint(1, 4)):
            limit = random.choice(amperes) * factor
            periods.append(v21.ChargingSchedulePeriodType(start_period=start, limit=limit))
            start += random.choice([60, 300, 900, 3600])
        more: dict[str, Any] = {}
        if kind in {Kind.ABSOLUTE, Kind.RECURRING}:
            more["start_schedule"] = begins
            if is_21 and random.random() < 0.3:
                more["use_local_time"] = True
        if is_21 and of_session and random.random() < 0.2:
            more["randomized_delay"] = 120
        if is_21 and random.random() < 0.2:
            more["limit_at_soc"] = v21.LimitAtSoCType(soc=80, limit=6.0 * factor)
        schedule = v21.ChargingScheduleType(
            id=number,
            charging_rate_unit=unit,
            duration=random.choice([None, None, 600, 3600, 90_000]),
            charging_schedule_period=periods,
            **more,
        )
        of_profile: dict[str, Any] = {}
        if is_21 and random.random() < 0.2:
            of_profile["max_offline_duration"] = random.choice([0, 60, 900])
            of_profile["invalid_after_offline_duration"] = random.random() < 0.3
        if random.random() < 0.2:
            of_profile["valid_from"] = begins
        if random.random() < 0.2:
            of_profile["valid_to"] = begins + timedelta(hours=random.choice([2, 4, 8]))
        return v21.ChargingProfileType(
            id=number,
            stack_level=random.randint(0, 2),
            charging_profile_purpose=purpose,
            charging_profile_kind=kind,
            recurrency_kind=(
                random.choice(list(v21.RecurrencyKindEnumType)) if kind is Kind.RECURRING else None
            ),
            transaction_id=running,
            charging_schedule=[schedule],
            **of_profile,
        )

    # What the station has.

    def look(self, installed: Iterable[Installed], *, started: bool = False) -> None:
        """These it has; at a start nothing is on its way any more."""
        them = [each for each in installed if each.source == BY_CSMS]
        there = {each.id: each for each in them}
        for number, may in self._may.items():
            here = there.pop(number, None)
            said = None if here is None else _said(here.evse_id, here.profile)
            possible = [
                each
                for each in may
                if (None if each is None else each.said) == said
                or (
                    said is None
                    and each is not None
                    and each.may_be_over(self._now(), self._running.values())
                )
            ]
            if not possible:
                self._wrongs.append(
                    f"charging profile {number} is {here} at {_time():.3f} instead of {may}"
                )
                self._may[number] = [None]
            elif here is None:
                # What is over does not come again.
                kept = [each for each in may if each is None or not started]
                self._may[number] = kept or [None]
            elif started:
                self._may[number] = possible
        for number, other in there.items():
            said = _said(other.evse_id, other.profile)
            if said not in [each.said for each in self._along]:
                self._wrongs.append(f"charging profile {number} is there, and nobody set it")
        for each in them:
            of = each.profile.transaction_id
            if each.purpose is Purpose.TX_PROFILE and of not in self._running.values():
                self._wrongs.append(
                    f"charging profile {each.id} outlasts its transaction {of} at {_time():.3f}"
                )


def _time() -> float:
    return asyncio.get_running_loop().time()


def _said(evse_id: int, profile: v21.ChargingProfileType) -> Said:
    schedule = profile.charging_schedule[0]
    return (
        evse_id,
        profile.charging_profile_purpose,
        profile.stack_level,
        schedule.duration,
        schedule.charging_rate_unit,
        tuple((each.start_period, each.limit) for each in schedule.charging_schedule_period),
    )


def _setting(version: OcppVersion, sent: Sent) -> Any:
    if version is OcppVersion.V1_6:
        return v16.SetChargingProfileRequest(
            connector_id=sent.evse_id, cs_charging_profiles=_profile_16(sent.profile)
        )
    return v21.SetChargingProfileRequest(evse_id=sent.evse_id, charging_profile=sent.profile)


def _profile_16(profile: v21.ChargingProfileType) -> v16.ChargingProfile:
    """The same in 1.6's words, without a transaction: it is for the one that runs there."""
    schedule, recurrency = profile.charging_schedule[0], profile.recurrency_kind
    purposes = v16.ChargingProfilePurposeType
    return v16.ChargingProfile(
        charging_profile_id=profile.id,
        stack_level=profile.stack_level,
        charging_profile_purpose={
            Purpose.CHARGING_STATION_MAX_PROFILE: purposes.CHARGE_POINT_MAX_PROFILE,
            Purpose.TX_DEFAULT_PROFILE: purposes.TX_DEFAULT_PROFILE,
            Purpose.TX_PROFILE: purposes.TX_PROFILE,
        }[profile.charging_profile_purpose],
        charging_profile_kind=v16.ChargingProfileKindType(profile.charging_profile_kind.value),
        recurrency_kind=None if recurrency is None else v16.RecurrencyKindType(recurrency.value),
        valid_from=profile.valid_from,
        valid_to=profile.valid_to,
        charging_schedule=v16.ChargingSchedule(
            duration=schedule.duration,
            start_schedule=schedule.start_schedule,
            charging_rate_unit=v16.ChargingRateUnitType(schedule.charging_rate_unit.value),
            charging_schedule_period=[
                v16.ChargingSchedulePeriod(start_period=each.start_period, limit=each.limit or 0.0)
                for each in schedule.charging_schedule_period
            ],
        ),
    )
