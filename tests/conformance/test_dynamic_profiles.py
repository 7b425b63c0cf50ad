"""Dynamic profiles of the CSMS: their limits are told anew, or asked for (2.1 K28)."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from pilotwire.errors import CallFailed, CallRefused
from pilotwire.ocpp import v21
from pilotwire.rpc import ErrorCode
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from pilotwire.station.smart_charging.profiles import ChargingProfiles
from pilotwire.station.vocabulary import ChargingProfileKind, ChargingProfileStatus, ReasonCode
from pilotwire.store import StationRecords, Store
from tests.support.outages import power_cut
from tests.support.profiles_by_csms import profile, set_profile
from tests.support.scene import Scene, now, scene
from tests.support.tokens import block
from tests.support.virtual_time import run, virtual_time

DYNAMIC = ChargingProfileKind.DYNAMIC
PULL = v21.PullDynamicScheduleUpdateRequest

Answer = Callable[[v21.PullDynamicScheduleUpdateRequest], v21.PullDynamicScheduleUpdateResponse]


async def update(
    s: Scene, number: int, content: v21.ChargingScheduleUpdateType
) -> tuple[str, str | None]:
    """Tell a limit; the status of the answer, and its reason."""
    request = v21.UpdateDynamicScheduleRequest(charging_profile_id=number, schedule_update=content)
    response = await s.csms.call(request)
    info = response.status_info
    return response.status.value, None if info is None else info.reason_code


def to(limit: float | None) -> v21.ChargingScheduleUpdateType:
    return v21.ChargingScheduleUpdateType(limit=limit)


def says(*limits: float | None) -> Answer:
    """A CSMS that says these in turn, the last one for ever; None refuses."""
    left = list(limits)

    def answer(_: v21.PullDynamicScheduleUpdateRequest) -> v21.PullDynamicScheduleUpdateResponse:
        limit = left.pop(0) if len(left) > 1 else left[0]
        if limit is None:
            return v21.PullDynamicScheduleUpdateResponse(status=ChargingProfileStatus.REJECTED)
        return v21.PullDynamicScheduleUpdateResponse(
            status=ChargingProfileStatus.ACCEPTED, schedule_update=to(limit)
        )

    return answer


def counts(s: Scene, number: int = 7) -> tuple[float | None, float]:
    """The limit of a profile, and how many seconds ago it was told."""
    found = block(s, ChargingProfiles).get(number)
    assert found is not None
    told = found.profile.dyn_update_time
    assert told is not None
    (schedule,) = found.profile.charging_schedule
    return schedule.charging_schedule_period[0].limit, round((now() - told).total_seconds(), 1)


def on_disk(store: Path, number: int = 7) -> float | None:
    """The limit that a power cut now would leave."""
    with Store(power_cut(store)) as cut:
        rows = StationRecords(cut, "CS-0042").charging_profiles.all()
    (text,) = [each.body for each in rows if each.id == number]
    found = v21.ChargingProfileType.model_validate_json(text)
    return found.charging_schedule[0].charging_schedule_period[0].limit


@virtual_time
async def test_an_update_counts_at_once() -> None:
    """K28.FR.06, K28.FR.09."""
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0))
        await s.wait(20)
        assert counts(s)[0] == 16.0
        assert await update(s, 7, to(10.0)) == ("Accepted", None)
        assert counts(s) == (10.0, 0.0)
        await s.wait(20)
        assert await update(s, 7, to(12.5)) == ("Accepted", None)
        assert counts(s) == (12.5, 0.0)


@virtual_time
async def test_an_update_without_a_limit_says_that_the_last_one_holds() -> None:
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0))
        await s.wait(20)
        assert await update(s, 7, to(None)) == ("Accepted", None)
        assert counts(s) == (16.0, 0.0)


@virtual_time
async def test_what_is_no_dynamic_profile_of_the_csms_is_not_updated() -> None:
    """K28.FR.11; a limit of others is not the CSMS's to change (K01.FR.05)."""
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(8, limit=16.0))
        s.station.external_limits.set(6.0)
        for number in (7, 8, -1):
            refused = await update(s, number, to(10.0))
            assert refused == ("Rejected", ReasonCode.INVALID_PROFILE), number
        external = block(s, ChargingProfiles).get(-1)
        assert external is not None
        assert external.profile.charging_schedule[0].charging_schedule_period[0].limit == 6.0


@virtual_time
async def test_an_update_that_this_station_can_not_follow_is_refused_whole() -> None:
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0))
        kind = v21.ChargingScheduleUpdateType
        for content, reason in (
            (kind(limit=6.0, limit_l2=6.0), ReasonCode.PHASE_CONFLICT),
            (kind(limit=6.0, limit_l3=6.0), ReasonCode.PHASE_CONFLICT),
            (kind(limit=6.0, setpoint=6.0), ReasonCode.INVALID_SCHEDULE),
            (kind(limit=6.0, discharge_limit=-6.0), ReasonCode.INVALID_SCHEDULE),
            (kind(limit=-1.0), ReasonCode.INVALID_SCHEDULE),
        ):
            assert await update(s, 7, content) == ("Rejected", reason), content
        assert counts(s)[0] == 16.0


@virtual_time
async def test_nothing_is_updated_while_smart_charging_is_off() -> None:
    """K01.FR.29."""
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0))
        s.station.device_model[SmartChargingCtrlr.Enabled] = False
        with pytest.raises(CallFailed) as failed:
            await update(s, 7, to(10.0))
        assert failed.value.code == ErrorCode.NOT_SUPPORTED
        request = v21.UsePriorityChargingRequest(transaction_id="tx", activate=True)
        with pytest.raises(CallFailed) as failed:
            await s.csms.call(request)
        assert failed.value.code == ErrorCode.NOT_SUPPORTED
        assert counts(s)[0] == 16.0


@virtual_time
async def test_a_csms_of_2_0_1_is_not_asked() -> None:
    store = Store(":memory:")
    async with scene("2.1", store=store) as s:
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0, interval=10))
    async with scene("2.0.1", store=store) as s:
        await s.wait(100)
        assert counts(s)[0] == 16.0
        assert "PullDynamicScheduleUpdate" not in s.csms.actions()


# The station asks.


@virtual_time
async def test_the_csms_is_asked_whenever_the_interval_has_gone_by() -> None:
    """K28.FR.10, K28.FR.08; an update that came by itself puts it off."""
    async with scene("2.1") as s:
        s.csms.answer(PULL, says(10.0, 11.0, 12.0))
        begun = asyncio.get_running_loop().time()
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0, interval=60))
        await s.wait(130)
        assert counts(s)[0] == 11.0
        await update(s, 7, to(6.0))
        await s.wait(50)
        assert counts(s)[0] == 6.0
        await s.wait(15)
        assert counts(s)[0] == 12.0
        asked = [each.at - begun for each in s.csms.heard if isinstance(each.request, PULL)]
        assert asked == pytest.approx([60, 120, 190], abs=1)
        assert {each.charging_profile_id for each in s.csms.requests(PULL)} == {7}


@virtual_time
async def test_profiles_without_an_interval_are_not_asked_for() -> None:
    """K28.FR.10: one of 0 is none."""
    async with scene("2.1") as s:
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0, interval=0))
        await set_profile(s, 1, profile(8, kind=DYNAMIC, limit=16.0, stack_level=1))
        s.station.external_limits.set(6.0)
        await s.wait(600)
        assert s.csms.requests(PULL) == []


@virtual_time
async def test_each_profile_is_asked_for_in_its_own_interval() -> None:
    async with scene("2.1") as s:
        s.csms.answer(PULL, says(10.0))
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0, interval=10))
        await set_profile(s, 1, profile(8, kind=DYNAMIC, limit=16.0, interval=300, stack_level=1))
        await s.wait(605)
        asked = [each.charging_profile_id for each in s.csms.requests(PULL)]
        assert asked.count(7) == pytest.approx(60, abs=1)
        assert asked.count(8) == 2


@pytest.mark.parametrize("how", ["refused", "failed", "of no use"])
@virtual_time
async def test_where_the_csms_does_not_say_it_is_asked_again_an_interval_later(how: str) -> None:
    async with scene("2.1") as s:

        def answer(
            _: v21.PullDynamicScheduleUpdateRequest,
        ) -> v21.PullDynamicScheduleUpdateResponse:
            if how == "failed":
                raise CallRefused(ErrorCode.INTERNAL_ERROR, "")
            refused = how == "refused"
            statuses = ChargingProfileStatus
            return v21.PullDynamicScheduleUpdateResponse(
                status=statuses.REJECTED if refused else statuses.ACCEPTED,
                schedule_update=v21.ChargingScheduleUpdateType(limit=6.0, setpoint=6.0),
            )

        s.csms.answer(PULL, answer)
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0, interval=60))
        await s.wait(305)
        assert len(s.csms.requests(PULL)) == 5
        assert counts(s)[0] == 16.0


@virtual_time
async def test_after_a_time_offline_it_is_asked_at_once() -> None:
    async with scene("2.1") as s:
        s.csms.answer(PULL, says(10.0))
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0, interval=600))
        s.go_offline()
        await s.wait(1200)
        assert s.csms.requests(PULL) == []
        s.go_online()
        await s.station.wait_accepted()
        await s.wait(5)
        assert len(s.csms.requests(PULL)) == 1
        assert counts(s)[0] == 10.0


@virtual_time
async def test_a_connection_that_is_lost_meanwhile_costs_no_interval() -> None:
    async with scene("2.1") as s:

        async def answer(
            _: v21.PullDynamicScheduleUpdateRequest,
        ) -> v21.PullDynamicScheduleUpdateResponse:
            s.csms.answer(PULL, says(10.0))
            s.cut()
            await asyncio.sleep(60)
            raise AssertionError("nobody waits for this")

        s.csms.answer(PULL, answer)
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0, interval=3600))
        await s.wait(3601)
        await s.station.wait_accepted()
        await s.wait(30)
        assert len(s.csms.requests(PULL)) == 2
        assert counts(s)[0] == 10.0


@virtual_time
async def test_a_profile_that_is_gone_is_not_asked_for() -> None:
    async with scene("2.1") as s:
        s.csms.answer(PULL, says(10.0))
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0, interval=60))
        await s.wait(65)
        block(s, ChargingProfiles).remove([7])
        await s.wait(600)
        assert len(s.csms.requests(PULL)) == 1
        await set_profile(s, 1, profile(9, kind=DYNAMIC, limit=16.0, interval=30))
        await s.wait(35)
        assert len(s.csms.requests(PULL)) == 2


# On the disk.


@virtual_time
async def test_updates_outlast_a_restart() -> None:
    store = Store(":memory:")
    async with scene("2.1", store=store) as s:
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0))
        await update(s, 7, to(20.0))
        await s.wait(60)
    async with scene("2.1", store=store) as s:
        assert counts(s)[0] == 20.0


def test_a_lower_limit_is_on_the_disk_at_once_and_all_are_soon(tmp_path: Path) -> None:
    """So that no more is offered after a power cut than before it."""

    async def play() -> None:
        with Store(tmp_path / "station.db") as store:
            path = tmp_path / "station.db"
            async with scene("2.1", store=store) as s:
                await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0))
                await update(s, 7, to(20.0))
                assert on_disk(path) == 16.0
                await s.wait(31)
                assert on_disk(path) == 20.0
                await update(s, 7, to(10.0))
                assert on_disk(path) == 10.0
                for lower in (9.0, 8.0):
                    await update(s, 7, to(lower))
                    assert on_disk(path) == 10.0
                await s.wait(31)
                assert on_disk(path) == 8.0

    run(play())


@virtual_time
async def test_many_updates_are_few_commits() -> None:
    """However fast the limits change, they do not wear out the disk."""
    store = Store(":memory:")
    async with scene("2.1", store=store) as s:
        await set_profile(s, 1, profile(7, kind=DYNAMIC, limit=16.0))
        await s.wait(60)
        before = store.commits
        for number in range(600):
            await update(s, 7, to(10.0 + number % 7))
            await s.wait(1)
        assert store.commits - before <= 600 / 30 * 2 + 10
