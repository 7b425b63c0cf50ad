"""Charging profiles are set, cleared and reported, and what they come to is told (2.x K01, K08 to
K10).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from pilotwire.errors import CallFailed
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import ClockCtrlr, SmartChargingCtrlr
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.smart_charging.situation import Segment
from pilotwire.station.smart_charging.variables import MAX_PROFILES
from pilotwire.store import ChargingProfileRow, StationRecords, Store, StoreUnwritableError
from tests.support.device_model import component, get, variable
from tests.support.editions import IN_2X
from tests.support.scene import Scene, Settings, charge, now, scene
from tests.support.sent_profiles import (
    Kind,
    Purpose,
    composite,
    profile,
    reason,
    reported,
    schedule,
    send,
    setting,
)
from tests.support.virtual_time import virtual_time

ACCEPTED = v21.ClearChargingProfileStatusEnumType.ACCEPTED
UNKNOWN = v21.ClearChargingProfileStatusEnumType.UNKNOWN
MAX: dict[str, Any] = {"charging_profile_purpose": Purpose.CHARGING_STATION_MAX_PROFILE}
TX: dict[str, Any] = {"charging_profile_purpose": Purpose.TX_PROFILE}


def absolute(**fields: Any) -> v21.ChargingProfileType:
    """One that begins now."""
    fields = {"charging_profile_kind": Kind.ABSOLUTE, "start_schedule": now()} | fields
    return profile(**fields)


def running(s: Scene) -> str:
    transaction_id = s.station.evses[0].transaction_id
    assert transaction_id is not None
    return transaction_id


def smart_charging(s: Scene) -> SmartCharging:
    assert s.station._station is not None
    return s.station._station.blocks[SmartCharging]


def on_disk(store: Store) -> list[int]:
    return [row.id for row in StationRecords(store, "CS-0042").charging_profiles.all()]


async def clear(
    s: Scene, number: int | None = None, **criteria: Any
) -> v21.ClearChargingProfileStatusEnumType:
    wanted = v21.ClearChargingProfileType(**criteria) if criteria else None
    answer = await s.csms.call(
        v21.ClearChargingProfileRequest(
            charging_profile_id=number, charging_profile_criteria=wanted
        )
    )
    return answer.status


# Set.


@IN_2X
@virtual_time
async def test_a_profile_is_installed_and_counts(version: str) -> None:
    """K01.FR.07, K01.FR.14: until it is replaced, as of another number (K01.FR.10)."""
    async with scene(version, evses=2) as s:
        assert await send(s, profile(limit=10), evse_id=0) is None
        assert await composite(s, 1) == await composite(s, 2) == [(0, 10.0)]
        assert await send(s, profile(limit=8), evse_id=2) is None  # K01.FR.05
        assert await composite(s, 1) == [(0, 32.0)]
        assert await composite(s, 2) == [(0, 8.0)]


@IN_2X
@virtual_time
async def test_where_there_is_no_evse(version: str) -> None:
    """K01.FR.28."""
    async with scene(version, evses=2) as s:
        assert await send(s, profile(), evse_id=3) == "UnknownEvse"
        assert await send(s, profile(), evse_id=2) is None


@IN_2X
@virtual_time
async def test_a_profile_of_a_transaction(version: str) -> None:
    """K01.FR.03, K01.FR.04, K01.FR.09, K01.FR.33, K01.FR.39."""
    async with scene(version, evses=2) as s:
        assert await send(s, profile(**TX, transaction_id="T1")) == "TxNotFound"
        await charge(s)
        mine = running(s)
        assert await send(s, profile(**TX)) == "MissingParam"
        assert await send(s, profile(**TX, transaction_id="T1")) == "TxNotFound"
        assert await send(s, profile(**TX, transaction_id=mine), evse_id=2) == "TxNotFound"
        assert await send(s, profile(**TX, transaction_id=mine, limit=9)) is None
        assert await composite(s) == [(0, 9.0)]
        same = profile(id=2, **TX, transaction_id=mine)
        assert await send(s, same) == "DuplicateProfile"
        assert await send(s, same.replace(stack_level=1)) is None


@IN_2X
@virtual_time
async def test_another_of_the_same_purpose_and_stack_level(version: str) -> None:
    """K01.FR.06, K01.FR.52, K01.FR.53."""
    async with scene(version, evses=2) as s:
        assert await send(s, profile(id=1)) is None
        assert await send(s, profile(id=2)) == "DuplicateProfile"
        assert await send(s, profile(id=2), evse_id=0) == "DuplicateProfile"
        assert await send(s, profile(id=2), evse_id=2) is None
        later = now() + timedelta(days=1)
        assert await send(s, profile(id=1, valid_to=later)) is None
        assert await send(s, profile(id=3, valid_from=later)) is None


@virtual_time
async def test_an_id_of_an_external_system_is_not_for_the_csms() -> None:
    """K01.FR.05, K01.FR.81."""
    settings: Settings = {SmartChargingCtrlr.MaxExternalConstraintsId: 100}
    async with scene("2.1", settings=settings) as s:
        assert await send(s, profile(id=100)) == "InvalidProfileId"
        assert await send(s, profile(id=101)) is None


@virtual_time
async def test_a_profile_of_an_external_system() -> None:
    """K01.FR.05: the CSMS does not replace it, and hears whose it is."""
    async with scene("2.1") as s:
        block = smart_charging(s)
        theirs = absolute(id=5, charging_profile_purpose=Purpose.LOCAL_GENERATION)
        block.profiles.install(Installed(1, theirs, "EMS"))
        assert await send(s, profile(id=5)) == "InvalidProfileId"
        assert await send(s, profile(id=6)) is None
        assert await send(s, theirs.replace(id=7)) is None  # of a source of its own
        told = await reported(s)
        sources = {number: page.charging_limit_source for number, page in told.items()}
        assert sources == {5: "EMS", 6: "CSO", 7: "CSO"}


@dataclass
class Talkative:
    """A vehicle that tells its needs."""

    is_told: bool = False
    is_due: bool = False

    def told(self, evse_id: int) -> bool:
        return self.is_told and evse_id == 1

    def due(self, evse_id: int) -> bool:
        return self.is_due and evse_id == 1

    def expected(self, evse_id: int, them: Iterable[Segment]) -> Iterator[Segment]:
        del evse_id
        return iter(them)


@IN_2X
@virtual_time
async def test_a_vehicle_that_tells_its_needs(version: str) -> None:
    """K01.FR.34, K15.FR.17: it chooses among the schedules of a TxProfile, which comes after."""
    async with scene(version) as s:
        vehicle = smart_charging(s).needs = Talkative(is_due=True)
        await charge(s)
        three = {"charging_schedule": [schedule(id=each) for each in (1, 2, 3)]}
        mine = profile(**TX, transaction_id=running(s))
        assert await send(s, mine) == "InvalidMessageSeq"
        assert await send(s, profile(id=2)) is None
        vehicle.is_due = False
        assert await send(s, mine.replace(**three)) == "InvalidSchedule"
        vehicle.is_told = True
        assert await send(s, mine.replace(**three)) is None
        assert await send(s, profile(id=3, stack_level=1, **three)) == "InvalidSchedule"


@IN_2X
@virtual_time
async def test_what_has_ended_is_not_installed(version: str) -> None:
    async with scene(version) as s:
        assert await send(s, profile(valid_to=now())) == "InvalidProfile"
        assert await send(s, profile(valid_to=now() + timedelta(seconds=60))) is None


@IN_2X
@virtual_time
async def test_there_is_room_for_so_many(version: str) -> None:
    """What can never count any more makes room for others."""
    async with scene(version) as s:
        soon = now() + timedelta(minutes=10)
        for number in range(MAX_PROFILES):
            new = profile(id=number, stack_level=number % 90, valid_from=now(), valid_to=soon)
            if number >= 90:
                new = new.replace(valid_from=soon, valid_to=soon + timedelta(hours=1))
            assert await send(s, new) is None
        (count,) = await get(
            s, (component("SmartChargingCtrlr"), variable("Entries", "ChargingProfiles"))
        )
        assert count.attribute_value == str(MAX_PROFILES)
        assert await send(s, profile(id=500, stack_level=95)) == "OutOfStorage"
        assert await send(s, profile(id=99, stack_level=9, limit=7, valid_from=soon)) is None
        await s.wait(600)
        assert await send(s, profile(id=500, stack_level=95)) is None
        assert set(await reported(s)) == {*range(90, 100), 500}


@pytest.mark.parametrize("use_local_time", [False, True])
@virtual_time
async def test_a_schedule_that_has_ended_for_good_makes_room(use_local_time: bool) -> None:
    """K01.FR.11: in local time, once it has wherever that is."""
    async with scene("2.1") as s:
        fields = {"duration": 60, "use_local_time": use_local_time}
        assert await send(s, absolute(**fields)) is None
        recurring = {"charging_profile_kind": Kind.RECURRING, "recurrency_kind": "Daily"}
        assert await send(s, absolute(id=2, stack_level=1, **fields, **recurring)) is None
        assert await send(s, profile(id=3, stack_level=2, duration=60)) is None
        await s.wait(61)
        assert await send(s, profile(id=4)) == ("DuplicateProfile" if use_local_time else None)
        await s.wait(3 * 86_400)
        assert await send(s, profile(id=4)) is None
        assert set(await reported(s)) == {2, 3, 4}


@IN_2X
@virtual_time
async def test_profiles_outlast_a_restart(version: str) -> None:
    """K01.FR.27."""
    store = Store(":memory:")
    async with scene(version, store=store) as s:
        assert await send(s, profile(limit=10)) is None
        assert await send(s, absolute(id=2, **MAX, limit=8), evse_id=0) is None
    async with scene(version, store=store) as s:
        assert set(await reported(s)) == {1, 2}
        assert await composite(s, 0) == await composite(s, 1) == [(0, 8.0)]
        await s.csms.call(v21.ClearChargingProfileRequest(charging_profile_id=2))
        assert await composite(s, 1) == [(0, 10.0)]


@virtual_time
async def test_a_profile_without_a_transaction_is_swept_at_the_start() -> None:
    """K02.FR.05: what somebody else, or damage, has left."""
    store = Store(":memory:")
    records = StationRecords(store, "CS-0042")
    stray = profile(id=2, **TX, transaction_id="T1")
    with store.atomic():
        for each in (profile(id=1), stray):
            row = ChargingProfileRow(each.id, 1, "CSO", each.to_json())
            records.charging_profiles.put(row)
    async with scene("2.1", store=store) as s:
        assert set(await reported(s)) == {1}
    assert on_disk(store) == [1]


@virtual_time
async def test_what_is_wrong_is_not_installed() -> None:
    """Nor does it take anything else away."""
    store = Store(":memory:")
    async with scene("2.1", store=store) as s:
        assert await send(s, profile(limit=10)) is None
        wrong = [
            profile(charging_rate_unit="W", id=2).replace(stack_level=100),
            profile({"start_period": 5, "limit": 6}),
            profile({"start_period": 0, "limit": -6}),
            profile({"start_period": 0, "limit": 6, "number_phases": 1}),
            profile(charging_schedule=[schedule(id=1), schedule(id=2)]),
        ]
        for each in wrong:
            assert await send(s, each) in {"InvalidSchedule", "InvalidStackLevel"}
        assert await composite(s) == [(0, 10.0)]
        assert on_disk(store) == [1]


@virtual_time
async def test_a_dynamic_profile_counts_from_when_it_comes() -> None:
    """K28.FR.05, K28.FR.13."""
    async with scene("2.1") as s:
        sent = now()
        assert await send(s, profile(charging_profile_kind=Kind.DYNAMIC, duration=600)) is None
        (told,) = (await reported(s))[1].charging_profile
        assert told.dyn_update_time is not None
        assert sent <= told.dyn_update_time <= now()
        (_, limit), (ends, _) = await composite(s)
        assert limit == 16.0
        assert 595 <= ends <= 600


@virtual_time
async def test_phases_are_not_of_direct_current() -> None:
    """K01.FR.44."""
    hardware = SimulatedStation(kind=ConnectorKind.CCS2_CABLE, phases=1, max_current_a=200.0)
    async with scene("2.1", hardware=hardware) as s:
        assert await send(s, profile({"start_period": 0, "limit": 9, "number_phases": 3})) == (
            "NoPhaseForDC"
        )
        assert await send(s, profile(charging_rate_unit="W", limit=9000)) is None


@IN_2X
@virtual_time
async def test_smart_charging_is_off(version: str) -> None:
    """K01.FR.29: profiles stay, and count for nothing."""
    async with scene(version) as s:
        assert await send(s, profile(limit=10)) is None
        s.station.device_model[SmartChargingCtrlr.Enabled] = False
        requests = [
            setting(profile()),
            v21.ClearChargingProfileRequest(charging_profile_id=1),
            v21.GetChargingProfilesRequest(
                request_id=1, charging_profile=v21.ChargingProfileCriterionType()
            ),
            v21.GetCompositeScheduleRequest(evse_id=1, duration=60),
        ]
        for request in requests:
            with pytest.raises(CallFailed) as failed:
                await s.csms.call(request)
            assert failed.value.code == "NotSupported"
        s.station.device_model[SmartChargingCtrlr.Enabled] = True
        assert await composite(s) == [(0, 10.0)]


@IN_2X
@virtual_time
async def test_a_disk_that_is_full(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What there was stands, and counts."""
    store = Store(":memory:")
    async with scene(version, store=store) as s:
        assert await send(s, profile(limit=10)) is None

        def full() -> None:
            raise StoreUnwritableError("the disk is full")

        monkeypatch.setattr(store, "_commit", full)
        assert await send(s, profile(limit=9)) == "OutOfStorage"
        assert await send(s, profile(id=2, stack_level=1)) == "OutOfStorage"
        answer = await s.csms.call(v21.ClearChargingProfileRequest(charging_profile_id=1))
        assert (answer.status, reason(answer)) == (UNKNOWN, "OutOfStorage")
        monkeypatch.undo()
        assert await composite(s) == [(0, 10.0)]
        assert on_disk(store) == [1]


# Clear.


@IN_2X
@virtual_time
async def test_a_profile_is_cleared_by_its_id(version: str) -> None:
    """K10.FR.01, K10.FR.03, K10.FR.05."""
    store = Store(":memory:")
    async with scene(version, store=store) as s:
        assert await clear(s, 1) is UNKNOWN
        assert await send(s, profile(limit=10)) is None
        assert await clear(s, 2) is UNKNOWN
        assert await clear(s, 1, stack_level=9) is ACCEPTED  # an id says it all
        assert await clear(s, 1) is UNKNOWN
        assert await composite(s) == [(0, 32.0)]
        assert on_disk(store) == []


@IN_2X
@pytest.mark.parametrize(
    ("criteria", "left"),
    [
        ({"evse_id": 0}, {2, 3, 4}),
        ({"evse_id": 1}, {1, 4}),
        ({"evse_id": 9}, None),
        ({"charging_profile_purpose": Purpose.TX_DEFAULT_PROFILE}, {1}),
        ({"stack_level": 1}, {1, 2, 4}),
        ({"evse_id": 1, "stack_level": 0}, {1, 3, 4}),
        ({"evse_id": 0, "stack_level": 1}, None),
        ({}, set[int]()),
    ],
)
@virtual_time
async def test_profiles_are_cleared_that_match(
    version: str, criteria: dict[str, Any], left: set[int] | None
) -> None:
    """K10.FR.04: all that is said must be so."""
    async with scene(version, evses=2) as s:
        assert await send(s, absolute(id=1, **MAX), evse_id=0) is None
        assert await send(s, profile(id=2), evse_id=1) is None
        assert await send(s, profile(id=3, stack_level=1), evse_id=1) is None
        assert await send(s, profile(id=4), evse_id=2) is None
        expected = UNKNOWN if left is None else ACCEPTED
        assert await clear(s, **criteria) is expected
        assert set(await reported(s)) == ({1, 2, 3, 4} if left is None else left)


@virtual_time
async def test_local_generation_is_not_cleared() -> None:
    """K10.FR.08, K10.FR.09; what else matches is (K10.FR.04)."""
    async with scene("2.1") as s:
        local = absolute(id=1, charging_profile_purpose=Purpose.LOCAL_GENERATION)
        assert await send(s, local, evse_id=0) is None
        assert await clear(s, 1) is UNKNOWN
        assert await clear(s, stack_level=0) is UNKNOWN
        assert await send(s, profile(id=2)) is None
        assert await clear(s, stack_level=0) is ACCEPTED
        assert set(await reported(s)) == {1}


# Report.


@IN_2X
@virtual_time
async def test_profiles_are_reported(version: str) -> None:
    """K09.FR.01, K09.FR.04 to K09.FR.06."""
    async with scene(version, evses=2) as s:
        assert await reported(s) == {}
        first = absolute(id=1, **MAX)
        assert await send(s, first, evse_id=0) is None
        assert await send(s, profile(id=2), evse_id=0) is None
        assert await send(s, profile(id=3, stack_level=4), evse_id=1) is None
        told = await reported(s)
        assert {number: page.evse_id for number, page in told.items()} == {1: 0, 2: 0, 3: 1}
        assert {page.charging_limit_source for page in told.values()} == {"CSO"}
        assert told[1].charging_profile[0] == first
        assert set(await reported(s, evse_id=0)) == {1, 2}
        assert set(await reported(s, evse_id=1)) == {3}
        assert set(await reported(s, evse_id=2)) == set()
        assert set(await reported(s, charging_profile_id=[3, 1, 9])) == {1, 3}
        assert set(await reported(s, stack_level=4)) == {3}
        default = Purpose.TX_DEFAULT_PROFILE
        assert set(await reported(s, charging_profile_purpose=default)) == {2, 3}
        assert set(await reported(s, charging_profile_purpose=default, stack_level=0)) == {2}
        assert set(await reported(s, charging_limit_source=["EMS"])) == set()
        assert set(await reported(s, charging_limit_source=["EMS", "CSO"])) == {1, 2, 3}


@IN_2X
@virtual_time
async def test_many_profiles_are_reported_in_parts(version: str) -> None:
    """K09.FR.02: each part says that others follow, but the last."""
    async with scene(version) as s:
        for number in range(50):
            assert await send(s, profile(id=number, stack_level=number)) is None
        assert set(await reported(s)) == set(range(50))
        assert len(s.csms.requests(v21.ReportChargingProfilesRequest)) == 3


@virtual_time
async def test_large_profiles_are_reported_one_by_one() -> None:
    async with scene("2.1") as s:
        periods = [{"start_period": at * 60, "limit": 6.0 + at % 9} for at in range(288)]
        for number in range(6):
            assert await send(s, profile(*periods, id=number, stack_level=number)) is None
        assert set(await reported(s)) == set(range(6))
        pages = s.csms.requests(v21.ReportChargingProfilesRequest)
        assert 1 < len(pages) < 6
        assert all(len(page.to_json()) < 40_000 for page in pages)


@virtual_time
async def test_what_2_0_1_has_no_words_for_is_not_reported() -> None:
    """It stays, and is told in 2.1."""
    store = Store(":memory:")
    async with scene("2.1", store=store) as s:
        assert await send(s, profile(charging_profile_kind=Kind.DYNAMIC)) is None
    async with scene("2.0.1", store=store) as s:
        assert await reported(s) == {}
        assert await send(s, profile(id=2, stack_level=1)) is None
        assert set(await reported(s)) == {2}
    async with scene("2.1", store=store) as s:
        assert set(await reported(s)) == {1, 2}


@virtual_time
async def test_a_report_ends_with_its_connection() -> None:
    async with scene("2.1") as s:
        assert await send(s, profile()) is None
        asked = v21.GetChargingProfilesRequest(
            request_id=1, charging_profile=v21.ChargingProfileCriterionType()
        )
        await s.csms.call(asked)
        s.cut()
        await s.wait(60)
        assert set(await reported(s)) == {1}


# The composite schedule.


@IN_2X
@virtual_time
async def test_what_is_going_to_be_is_told(version: str) -> None:
    """K08.FR.02 to K08.FR.06: as if a transaction was to begin."""
    async with scene(version, evses=2) as s:
        begin = now()
        steps = [{"start_period": 0, "limit": 20.0}, {"start_period": 600, "limit": 10.0}]
        whole = {"charging_profile_kind": Kind.ABSOLUTE, "start_schedule": begin}
        assert await send(s, profile(*steps, **MAX, **whole), evse_id=0) is None
        assert await send(s, profile(id=2, limit=14), evse_id=1) is None
        asked = v21.GetCompositeScheduleRequest(evse_id=1, duration=900)
        told = (await s.csms.call(asked)).schedule
        assert told is not None
        assert (told.evse_id, told.duration, told.charging_rate_unit) == (1, 900, "A")
        assert abs(told.schedule_start - now()) < timedelta(seconds=2)
        ((_, first), (turn, second)) = await composite(s, 1, 900)
        assert (first, second) == (14.0, 10.0)
        # To the second, in which the lower of two limits counts.
        turns = told.schedule_start + timedelta(seconds=turn)
        assert abs(turns - begin - timedelta(seconds=600)) <= timedelta(seconds=1)
        assert [limit for _, limit in await composite(s, 0, 900)] == [20.0, 10.0]
        assert await composite(s, 1, 10) == [(0, 14.0)]


@IN_2X
@virtual_time
async def test_the_composite_schedule_is_told_in_the_unit_that_is_asked_for(version: str) -> None:
    async with scene(version) as s:
        assert await send(s, profile(limit=10)) is None
        asked = v21.GetCompositeScheduleRequest(
            evse_id=1, duration=60, charging_rate_unit=v21.ChargingRateUnitEnumType.W
        )
        told = (await s.csms.call(asked)).schedule
        assert told is not None
        assert told.charging_rate_unit == "W"
        assert told.charging_schedule_period[0].limit == 6900.0


@IN_2X
@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"evse_id": 2}, "UnknownEvse"),  # K08.FR.05
        ({"duration": 0}, "ValuePositiveOnly"),
        ({"charging_rate_unit": "W"}, "UnsupportedRateUnit"),  # K08.FR.07
    ],
)
@virtual_time
async def test_no_composite_schedule(version: str, fields: dict[str, Any], why: str) -> None:
    settings: Settings = {SmartChargingCtrlr.RateUnit: ("A",)}
    async with scene(version, settings=settings) as s:
        given: dict[str, Any] = {"evse_id": 1, "duration": 60} | fields
        answer = await s.csms.call(v21.GetCompositeScheduleRequest(**given))
        assert answer.status is v21.GenericStatusEnumType.REJECTED
        assert answer.schedule is None
        assert answer.status_info is not None
        assert answer.status_info.reason_code == why


@virtual_time
async def test_local_time_is_what_the_variables_say() -> None:
    """K01.FR.90."""
    async with scene("2.1") as s:
        noon = {"start_schedule": now(), "use_local_time": True, "duration": 600}
        assert await send(s, profile(charging_profile_kind=Kind.ABSOLUTE, **noon)) is None
        assert (await composite(s))[0] == (0, 16.0)
        s.station.device_model[ClockCtrlr.TimeOffset] = "-01:00"
        assert await composite(s, seconds=60) == [(0, 32.0)]
        s.station.device_model[ClockCtrlr.TimeZone] = "Europe/London"
        assert (await composite(s))[0] == (0, 16.0)
        for name, wrong in [("TimeZone", "Moon/Base"), ("TimeOffset", "an hour")]:
            spec = getattr(ClockCtrlr, name)
            with pytest.raises(ValueError, match=name):
                s.station.device_model[spec] = wrong
