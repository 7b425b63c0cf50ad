"""What others than the CSMS allow counts, and the CSMS hears of it (K11 to K13, K27, K29)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

import pytest

from pilotwire.charging_station import (
    ChargingLimitSource,
    ChargingRateUnit,
    ChargingStation,
    LimitPeriod,
)
from pilotwire.hal.interfaces import EventSink, ExternalLimitChanged
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.words import OwnWord
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from pilotwire.station.smart_charging.external_limits import MOST
from pilotwire.station.smart_charging.profiles import ChargingProfiles, Installed
from pilotwire.station.vocabulary import (
    ChargingProfileKind,
    ChargingProfilePurpose,
    OperationMode,
)
from tests.support.editions import IN_2X, IN_ALL
from tests.support.profiles_by_csms import profile, reported, set_profile
from tests.support.scene import Scene, now, scene
from tests.support.tokens import block
from tests.support.virtual_time import virtual_time

EMS, SO = ChargingLimitSource.EMS, ChargingLimitSource.SO
CONSTRAINTS = ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
GENERATION = ChargingProfilePurpose.LOCAL_GENERATION
DYNAMIC, ABSOLUTE = ChargingProfileKind.DYNAMIC, ChargingProfileKind.ABSOLUTE
EXTERNAL = OperationMode.EXTERNAL_LIMITS
WITH_SCHEDULES = {SmartChargingCtrlr.NotifyChargingLimitWithSchedules: True}


def external(s: Scene) -> list[Installed]:
    """The profiles that stand for what others allow."""
    return [each for each in block(s, ChargingProfiles) if each.source != "CSO"]


def limits_told(s: Scene) -> list[v21.NotifyChargingLimitRequest]:
    return s.csms.requests(v21.NotifyChargingLimitRequest)


def cleared_told(s: Scene) -> list[v21.ClearedChargingLimitRequest]:
    return s.csms.requests(v21.ClearedChargingLimitRequest)


def dynamic_limit(s: Scene, number: int) -> tuple[float | None, float]:
    """The limit of a dynamic profile, and how many seconds ago it was told."""
    found = block(s, ChargingProfiles).get(number)
    assert found is not None
    told = found.profile.dyn_update_time
    assert told is not None
    (schedule,) = found.profile.charging_schedule
    return schedule.charging_schedule_period[0].limit, round((now() - told).total_seconds(), 1)


# Profiles.


@IN_ALL
@virtual_time
async def test_a_single_value_is_a_dynamic_profile_of_external_constraints(version: str) -> None:
    """K29.FR.04; a value that is updated stays the same profile (K29.FR.05, K29.FR.06)."""
    async with scene(version) as s:
        s.station.external_limits.set(16.0, source=EMS)
        (made,) = external(s)
        assert (made.id, made.evse_id, made.source, made.purpose) == (-1, 0, "EMS", CONSTRAINTS)
        assert made.profile.charging_profile_kind is DYNAMIC
        assert dynamic_limit(s, -1) == (16.0, 0.0)
        await s.wait(30)
        s.station.external_limits.set(10.0, source=EMS)
        assert [each.id for each in external(s)] == [-1]
        assert dynamic_limit(s, -1) == (10.0, 0.0)


@virtual_time
async def test_a_schedule_is_an_absolute_profile() -> None:
    """K11.FR.06."""
    async with scene("2.1") as s:
        begins = now() + timedelta(hours=1)
        periods = [LimitPeriod(0, 11_000.0), LimitPeriod(900, 4200.0, 1)]
        s.station.external_limits.set(
            periods, ChargingRateUnit.W, source=SO, evse_id=1, start=begins, duration=3600
        )
        (made,) = external(s)
        assert (made.evse_id, made.source, made.purpose) == (1, "SO", CONSTRAINTS)
        assert made.profile.charging_profile_kind is ABSOLUTE
        (schedule,) = made.profile.charging_schedule
        assert (schedule.start_schedule, schedule.duration) == (begins, 3600)
        told = [
            (each.start_period, each.limit, each.number_phases)
            for each in schedule.charging_schedule_period
        ]
        assert told == [(0, 11_000.0, 3), (900, 4200.0, 1)]


@virtual_time
async def test_watts_of_a_single_phase_are_of_one_phase() -> None:
    """The three that K01.FR.49 assumes would make a third of it."""
    async with scene("2.1", hardware=SimulatedStation(evses=1, phases=1)) as s:
        s.station.external_limits.set(3680.0, ChargingRateUnit.W, evse_id=1)
        (made,) = external(s)
        (schedule,) = made.profile.charging_schedule
        assert schedule.charging_schedule_period[0].number_phases == 1


@virtual_time
async def test_limits_of_several_sources_and_evses_stand_side_by_side() -> None:
    async with scene("2.1", evses=2) as s:
        limits = s.station.external_limits
        limits.set(32.0, source=EMS)
        limits.set(20.0, source=SO, critical=True)
        limits.set(10.0, source=EMS, evse_id=2)
        limits.set(8.0, source=EMS, local_generation=True)
        assert [(each.id, each.evse_id, each.source) for each in external(s)] == [
            (-4, 0, "EMS"),
            (-3, 2, "EMS"),
            (-2, 0, "SO"),
            (-1, 0, "EMS"),
        ]
        assert external(s)[0].purpose is GENERATION
        assert limits.clear(source=SO)
        assert not limits.clear(source=SO)
        assert [each.id for each in external(s)] == [-4, -3, -1]
        assert [each.evse_id for each in limits.standing] == [0, 2, 0]


@virtual_time
async def test_ids_are_not_above_the_highest_that_the_csms_leaves_to_the_station() -> None:
    """K01.FR.82."""
    settings = {SmartChargingCtrlr.MaxExternalConstraintsId: -1000}
    async with scene("2.1", settings=settings) as s:
        s.station.external_limits.set(16.0)
        assert [each.id for each in external(s)] == [-1000]


@virtual_time
async def test_what_was_set_before_the_start_counts_from_the_start() -> None:
    def prepare(station: ChargingStation[SimulatedStation]) -> None:
        station.external_limits.set(10.0)

    async with scene("2.1", prepare=prepare, booted=False) as s:
        assert [each.purpose for each in external(s)] == [CONSTRAINTS]


@virtual_time
async def test_a_limit_outlasts_a_reset_and_is_not_told_again() -> None:
    async with scene("2.1") as s:
        s.station.external_limits.set(10.0)
        await s.wait(5)
        await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
        await s.hears(v21.BootNotificationRequest, count=2)
        await s.wait(60)
        assert [each.purpose for each in external(s)] == [CONSTRAINTS]
        assert dynamic_limit(s, -1)[1] > 60  # it is as old as it is
        assert len(limits_told(s)) == 1
        s.station.external_limits.clear()
        await s.wait(5)
        assert external(s) == []
        assert len(cleared_told(s)) == 1


@virtual_time
async def test_a_limit_with_a_duration_ends_where_its_source_falls_silent() -> None:
    """K29.FR.07: the CSMS hears that it is released; a new value counts again (K29.FR.08)."""
    async with scene("2.1") as s:
        for _ in range(3):
            s.station.external_limits.set(10.0, duration=60)
            await s.wait(50)
        assert len(external(s)) == 1
        await s.wait(20)
        assert external(s) == []
        assert s.station.external_limits.standing == ()
        assert len(limits_told(s)) == 1
        assert len(cleared_told(s)) == 1
        s.station.external_limits.set(10.0, duration=60)
        await s.wait(5)
        assert len(external(s)) == 1
        assert len(limits_told(s)) == 2


@virtual_time
async def test_a_clock_that_is_set_neither_ends_a_limit_nor_draws_it_out() -> None:
    class NoClock:
        def now(self) -> None:
            return None

    def prepare(station: ChargingStation[SimulatedStation]) -> None:
        station.external_limits.set(10.0, duration=600)

    async with scene("2.1", clock=NoClock(), prepare=prepare) as s:
        await s.wait(500)
        assert len(external(s)) == 1
        assert dynamic_limit(s, -1)[1] == pytest.approx(500, abs=10)
        await s.wait(150)
        assert external(s) == []


# What the CSMS says to it.


@virtual_time
async def test_no_profile_is_made_where_the_csms_forbids_that() -> None:
    """K11.FR.07; where it allows them again, what stands counts again."""
    async with scene("2.1") as s:
        s.station.external_limits.set(10.0)
        s.station.external_limits.set(6.0, local_generation=True)
        await s.wait(5)
        disallowed = SmartChargingCtrlr.ExternalConstraintsProfileDisallowed
        s.station.device_model[disallowed] = True
        await s.wait(5)
        assert [each.purpose for each in external(s)] == [GENERATION]
        assert [each.charging_limit_source for each in cleared_told(s)] == ["EMS"]
        s.station.external_limits.set(8.0)
        await s.wait(5)
        assert len(limits_told(s)) == 2
        s.station.device_model[disallowed] = False
        await s.wait(5)
        assert [each.purpose for each in external(s)] == [GENERATION, CONSTRAINTS]
        assert len(limits_told(s)) == 3


@virtual_time
async def test_nothing_counts_while_external_control_is_off() -> None:
    async with scene(
        "2.1", settings={SmartChargingCtrlr.ExternalControlSignalsEnabled: False}
    ) as s:
        s.station.external_limits.set(10.0)
        s.station.external_limits.set(6.0, local_generation=True)
        await s.wait(5)
        assert external(s) == []
        assert limits_told(s) == []
        s.station.device_model[SmartChargingCtrlr.ExternalControlSignalsEnabled] = True
        assert len(external(s)) == 2


@pytest.mark.parametrize("disallowed", [False, True])
@virtual_time
async def test_a_dynamic_profile_of_the_csms_lets_external_limits_in(disallowed: bool) -> None:
    """K29.FR.03, also where they may not make profiles of their own; then it is told as well."""
    settings = {SmartChargingCtrlr.ExternalConstraintsProfileDisallowed: disallowed}
    async with scene("2.1", settings=settings) as s:
        wanted = profile(7, kind=DYNAMIC, mode=EXTERNAL)
        assert await set_profile(s, 0, wanted) == "Accepted"
        assert dynamic_limit(s, 7)[0] is None  # nobody has said anything yet
        s.station.external_limits.set(10.0, source=EMS)
        s.station.external_limits.set(16.0, source=SO)
        assert dynamic_limit(s, 7) == (10.0, 0.0)
        assert len(external(s)) == (0 if disallowed else 2)
        await s.wait(10)
        s.station.external_limits.set(20.0, source=EMS)
        assert dynamic_limit(s, 7) == (16.0, 0.0)
        await s.wait(5)
        assert {each.charging_limit.charging_limit_source for each in limits_told(s)} == {
            "EMS",
            "SO",
        }


@virtual_time
async def test_the_limit_is_put_into_the_units_of_the_profile_that_lets_it_in() -> None:
    async with scene("2.1") as s:
        await set_profile(s, 0, profile(7, kind=DYNAMIC, mode=EXTERNAL, unit=ChargingRateUnit.W))
        s.station.external_limits.set(10.0)
        assert dynamic_limit(s, 7)[0] == 6900.0
        await set_profile(s, 0, profile(7, kind=DYNAMIC, mode=EXTERNAL))
        s.station.external_limits.set(6900.0, ChargingRateUnit.W)
        assert dynamic_limit(s, 7)[0] == pytest.approx(10.0)


@virtual_time
async def test_a_profile_of_an_evse_follows_what_is_of_it_or_of_the_station() -> None:
    async with scene("2.1", evses=2) as s:
        await set_profile(s, 1, profile(7, kind=DYNAMIC, mode=EXTERNAL))
        s.station.external_limits.set(6.0, evse_id=2)
        assert dynamic_limit(s, 7)[0] is None
        s.station.external_limits.set(20.0)
        s.station.external_limits.set(15.0, evse_id=1)
        assert dynamic_limit(s, 7)[0] == 15.0


# What the CSMS hears.


@IN_2X
@virtual_time
async def test_the_csms_hears_of_a_limit_and_of_its_end(version: str) -> None:
    """K11.FR.02, K12.FR.02, K13.FR.02; the source is not the CSMS (K11.FR.05)."""
    async with scene(version, evses=2) as s:
        s.station.external_limits.set(10.0, source=SO, critical=True)
        s.station.external_limits.set(12.0, source=EMS, evse_id=2)
        await s.wait(5)
        first, second = limits_told(s)
        assert first.charging_limit.charging_limit_source == "SO"
        assert first.charging_limit.is_grid_critical is True
        assert (first.evse_id, first.charging_schedule) == (None, None)
        assert (second.charging_limit.charging_limit_source, second.evse_id) == ("EMS", 2)
        s.station.external_limits.clear(source=EMS, evse_id=2)
        await s.wait(5)
        (end,) = cleared_told(s)
        assert (end.charging_limit_source, end.evse_id) == ("EMS", 2)


@IN_2X
@virtual_time
async def test_the_csms_hears_the_schedule_where_it_wants_to(version: str) -> None:
    """K11.FR.03, K12.FR.03."""
    async with scene(version, settings=WITH_SCHEDULES) as s:
        s.station.external_limits.set(10.0)
        s.station.external_limits.set([LimitPeriod(0, 16.0), LimitPeriod(60, 8.0)], source=SO)
        await s.wait(5)
        told = [
            [(each.start_period, each.limit) for each in schedule.charging_schedule_period]
            for request in limits_told(s)
            for schedule in request.charging_schedule or ()
        ]
        assert told == [[(0, 10.0)], [(0, 16.0), (60, 8.0)]]


@virtual_time
async def test_small_changes_are_not_told_until_they_add_up() -> None:
    """SC.03: LimitChangeSignificance is held against what was told last."""
    async with scene("2.1", settings={SmartChargingCtrlr.LimitChangeSignificance: 10.0}) as s:
        for amperes in (20.0, 19.5, 19.0, 18.5, 18.0, 17.9, 0.0, 0.0, 0.1):
            s.station.external_limits.set(amperes)
            await s.wait(2)
        assert len(limits_told(s)) == 4  # 20, 18, 0, 0.1
        assert external(s)[0].profile.charging_schedule[0].charging_schedule_period[0].limit == 0.1


@virtual_time
async def test_that_a_limit_became_critical_is_always_told() -> None:
    async with scene("2.1") as s:
        for critical in (None, True, True, False):
            s.station.external_limits.set(10.0, critical=critical)
            await s.wait(2)
        told = [each.charging_limit.is_grid_critical for each in limits_told(s)]
        assert told == [None, True, False]


@virtual_time
async def test_what_is_generated_is_told_period_by_period() -> None:
    """K27.FR.03, K27.FR.04."""
    async with scene("2.1", settings=WITH_SCHEDULES) as s:
        s.station.external_limits.set(
            [LimitPeriod(0, 2000.0), LimitPeriod(100, 2010.0), LimitPeriod(200, 1000.0)],
            ChargingRateUnit.W,
            local_generation=True,
            duration=300,
        )
        await s.wait(150)
        assert len(limits_told(s)) == 1  # 10 W more are no news
        await s.wait(60)
        _, second = limits_told(s)
        assert second.charging_limit.is_local_generation is True
        assert second.charging_limit.charging_limit_source == "EMS"
        assert second.charging_schedule is not None
        (schedule,) = second.charging_schedule
        assert len(schedule.charging_schedule_period) == 3
        assert cleared_told(s) == []
        await s.wait(100)
        assert len(cleared_told(s)) == 1
        assert external(s) == []


@virtual_time
async def test_what_is_generated_is_not_told_in_2_0_1_where_it_would_be_a_limit() -> None:
    async with scene("2.0.1") as s:
        s.station.external_limits.set(10.0, local_generation=True)
        await s.wait(5)
        s.station.external_limits.clear(local_generation=True)
        await s.wait(5)
        assert limits_told(s) == []
        assert cleared_told(s) == []


@IN_2X
@virtual_time
async def test_the_csms_finds_them_among_the_profiles(version: str) -> None:
    """K11.FR.06, K12.FR.05, K27.FR.02; 2.0.1 knows neither the kind nor local generation."""
    async with scene(version) as s:
        s.station.external_limits.set(10.0, source=SO)
        s.station.external_limits.set(6.0, local_generation=True)
        begun = now()
        await s.wait(5)
        found = {
            (each.charging_limit_source, each.evse_id): one
            for each in await reported(s)
            for one in each.charging_profile
        }
        old = version == "2.0.1"
        assert set(found) == ({("SO", 0)} if old else {("SO", 0), ("EMS", 0)})
        limit = found["SO", 0]
        assert (limit.id, limit.charging_profile_purpose) == (-1, CONSTRAINTS)
        assert limit.charging_profile_kind is (ABSOLUTE if old else DYNAMIC)
        (schedule,) = limit.charging_schedule
        assert schedule.charging_schedule_period[0].limit == 10.0
        began = schedule.start_schedule if old else limit.dyn_update_time
        assert began is not None
        assert abs(began - begun) < timedelta(seconds=1)


@virtual_time
async def test_an_own_source_is_other_in_2_0_1() -> None:
    async with scene("2.0.1") as s:
        s.station.external_limits.set(10.0, source=OwnWord("Neighbour"))
        await s.wait(5)
        assert [each.charging_limit.charging_limit_source for each in limits_told(s)] == ["Other"]


@virtual_time
async def test_of_a_time_offline_the_last_is_told_of_each_source() -> None:
    async with scene("2.1") as s:
        limits = s.station.external_limits
        limits.set(10.0, source=EMS)
        await s.wait(5)
        s.go_offline()
        await s.wait(5)
        for amperes in (12.0, 14.0, 16.0):
            limits.set(amperes, source=EMS)
        limits.set(20.0, source=SO)
        limits.clear(source=SO)
        limits.clear(source=EMS)
        limits.set(8.0, source=EMS)
        s.go_online()
        await s.hears(v21.NotifyChargingLimitRequest, count=2)
        await s.wait(60)
        assert len(limits_told(s)) == 2
        assert [each.charging_limit_source for each in cleared_told(s)] == ["SO"]


@virtual_time
async def test_a_csms_of_1_6_hears_nothing_and_the_limit_counts() -> None:
    async with scene("1.6") as s:
        s.station.external_limits.set(10.0)
        s.station.external_limits.clear()
        s.station.external_limits.set(8.0)
        await s.wait(5)
        assert len(external(s)) == 1
        assert "NotifyChargingLimit" not in s.csms.actions()


# What the hardware hears of others.


@virtual_time
async def test_the_hardware_tells_of_limits() -> None:
    async with scene("2.1", evses=2) as s:
        s.hardware.limit_externally(10.0, source="SO", critical=True)
        s.hardware.limit_externally(8.0, evse_id=2)
        assert [(each.evse_id, each.source) for each in external(s)] == [(2, "EMS"), (0, "SO")]
        await s.wait(5)
        assert [each.charging_limit.is_grid_critical for each in limits_told(s)] == [True, None]
        s.hardware.limit_externally(None, source="SO")
        s.hardware.limit_externally(None, source="SO")
        assert [(each.evse_id, each.source) for each in external(s)] == [(2, "EMS")]


@virtual_time
async def test_what_the_hardware_tells_when_it_starts_counts() -> None:
    class Limited(SimulatedStation):
        async def start(self, sink: EventSink) -> None:
            await super().start(sink)
            sink(ExternalLimitChanged(0, 10.0))

    async with scene("2.1", hardware=Limited(evses=1)) as s:
        assert [each.purpose for each in external(s)] == [CONSTRAINTS]


@virtual_time
async def test_what_the_hardware_can_not_mean_is_refused(
    caplog: pytest.LogCaptureFixture,
) -> None:
    wrong: Any = None
    async with scene("2.1") as s:
        for said in (
            ExternalLimitChanged(0, -1.0),
            ExternalLimitChanged(0, float("nan")),
            ExternalLimitChanged(0, True),
            ExternalLimitChanged(0, 10.0, "CSO"),
            ExternalLimitChanged(0, 10.0, ""),
            ExternalLimitChanged(0, 10.0, "X" * 21),
            ExternalLimitChanged(0, 10.0, wrong),
            ExternalLimitChanged(0, 10.0, critical=cast("bool", "yes")),
            ExternalLimitChanged(2, 10.0),
        ):
            caplog.clear()
            s.hardware.limit_externally(
                said.limit_a, said.evse_id, said.source, critical=said.critical
            )
            assert "what it can't mean" in caplog.text, said
        assert external(s) == []


# What can't be set.


@virtual_time
async def test_what_can_be_no_limit_is_refused_with_the_reason() -> None:
    async with scene("2.1") as s:
        limits = s.station.external_limits
        refusals: tuple[tuple[str, Callable[[], None]], ...] = (
            ("CSO is no external source", lambda: limits.set(10.0, source=ChargingLimitSource.CSO)),
            ("1 to 20 characters", lambda: limits.set(10.0, source=OwnWord("X" * 21))),
            ("no EVSE 2", lambda: limits.set(10.0, evse_id=2)),
            ("no EVSE -1", lambda: limits.set(10.0, evse_id=-1)),
            ("no less than 0, not -1", lambda: limits.set(-1.0)),
            ("no less than 0, not nan", lambda: limits.set(float("nan"))),
            ("1 to 3 phases, not 4", lambda: limits.set(10.0, phases=4)),
            ("above 0 seconds, not 0", lambda: limits.set(10.0, duration=0)),
            ("1 to 1024 periods", lambda: limits.set([])),
            ("begins at 0 seconds", lambda: limits.set([LimitPeriod(1, 10.0)])),
            (
                "period 2 does not begin after",
                lambda: limits.set([LimitPeriod(0, 10.0), LimitPeriod(0, 8.0)]),
            ),
            ("start is for a schedule", lambda: limits.set(10.0, start=now())),
            (
                "start has a time zone",
                lambda: limits.set([LimitPeriod(0, 1.0)], start=now().replace(tzinfo=None)),
            ),
            ("phases are said", lambda: limits.set([LimitPeriod(0, 10.0)], phases=1)),
            ("generates nothing", lambda: limits.set(10.0, source=SO, local_generation=True)),
        )
        for words, refused in refusals:
            with pytest.raises(ValueError, match=words):
                refused()
        assert limits.standing == ()
        for number in range(MOST):
            limits.set(10.0, source=OwnWord(f"source {number}"))
        with pytest.raises(ValueError, match="64 external limits already"):
            limits.set(10.0, source=OwnWord("another"))
        limits.set(8.0, source=OwnWord("source 0"))
        assert limits.clear(source=OwnWord("source 1"))
        limits.set(10.0, source=OwnWord("another"))
