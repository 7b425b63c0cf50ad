"""Vehicles that speak ISO 15118: their needs, and the schedules made of them (K15 to K17)."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from pilotwire.events import ChargingNeedsTold, ChargingScheduleTaken, StationEvent
from pilotwire.hal.interfaces import ConnectorKind, PowerStep, ScheduleChosen
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation, Talk
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import AuthCtrlr, TxCtrlr
from tests.support.charging_needs import answer_needs, tx_profile, watts
from tests.support.editions import IN_2X
from tests.support.scene import EPOCH, Scene, Settings, now, scene
from tests.support.virtual_time import virtual_time

STARTS: Settings = {TxCtrlr.TxStartPoint: ("EVConnected",)}
FULL_W = 32 * 3 * 230.0


@asynccontextmanager
async def told(
    version: str,
    status: str = "Accepted",
    talk: Talk | None = None,
    settings: Settings = STARTS,
) -> AsyncGenerator[Scene]:
    """A vehicle has told its needs, and the CSMS has answered so."""
    async with scene(version, settings=settings) as s:
        answer_needs(s, status)
        await s.plug_in_and_swipe(ElectricVehicle(talk=talk or Talk()))
        await s.hears(v21.NotifyEVChargingNeedsRequest)
        yield s


def running(s: Scene) -> str:
    """The transaction that runs."""
    return s.csms.requests(v21.TransactionEventRequest)[-1].transaction_info.transaction_id


async def accepted(s: Scene, request: v21.SetChargingProfileRequest) -> None:
    answer = await s.csms.call(request)
    assert answer.status is v21.ChargingProfileStatusEnumType.ACCEPTED, answer


async def composite(s: Scene, seconds: int) -> list[tuple[int, float]]:
    """What GetCompositeSchedule says, in watts."""
    answer = await s.csms.call(
        v21.GetCompositeScheduleRequest(
            evse_id=1, duration=seconds, charging_rate_unit=v21.ChargingRateUnitEnumType.W
        )
    )
    assert answer.schedule is not None
    return [
        (each.start_period, each.limit or 0.0) for each in answer.schedule.charging_schedule_period
    ]


# K15: what the vehicle needs is told, and it is offered what the CSMS makes of it.


@IN_2X
@virtual_time
async def test_the_needs_of_a_vehicle_are_told_and_its_schedule_is_the_one_of_the_csms(
    version: str,
) -> None:
    async with told(version, talk=Talk(departs_in_s=7200, max_steps=5)) as s:
        (request,) = s.csms.requests(v21.NotifyEVChargingNeedsRequest)
        assert request.evse_id == 1
        assert request.max_schedule_tuples == 5
        assert request.timestamp is None
        needs = request.charging_needs
        assert needs.requested_energy_transfer is v21.EnergyTransferModeEnumType.AC_THREE_PHASE
        assert needs.departure_time is not None
        assert needs.departure_time > EPOCH + timedelta(seconds=7000)
        assert needs.dc_charging_parameters is None  # K15.FR.06
        assert needs.ac_charging_parameters is not None
        assert needs.ac_charging_parameters.ev_max_current == 16
        assert needs.ac_charging_parameters.energy_amount == 40000
        # K15.FR.16: the transaction, with its token, is told first.
        before = s.csms.actions()[: s.csms.actions().index("NotifyEVChargingNeeds")]
        assert "TransactionEvent" in before
        await s.wait(20)
        assert watts(s.evse) == []  # it waits
        await accepted(s, tx_profile(running(s), [(0, 10), (600, 8)]))
        await s.wait(5)
        assert watts(s.evse) == [10 * 690, 8 * 690]
        schedule = await s.hears(v21.NotifyEVChargingScheduleRequest)
        assert schedule.evse_id == 1
        assert schedule.charging_schedule.id == 11
        assert schedule.charging_schedule.charging_rate_unit is v21.ChargingRateUnitEnumType.A
        made = schedule.charging_schedule.charging_schedule_period
        assert [each.limit for each in made] == [10, 8]
        if version == "2.1":  # K15.FR.21
            assert schedule.selected_charging_schedule_id == 11


@IN_2X
@virtual_time
async def test_the_csms_hears_of_the_transaction_before_it_hears_of_needs(version: str) -> None:
    """K15.FR.16: though it takes its time over what it hears."""
    async with scene(version, settings=STARTS) as s:
        answer_needs(s, "Rejected")

        async def late(_: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
            await s.wait(1.5)
            return v21.TransactionEventResponse()

        s.csms.answer(v21.TransactionEventRequest, late)
        await s.plug_in_and_swipe(ElectricVehicle(talk=Talk()))
        await s.hears(v21.NotifyEVChargingNeedsRequest)
        told = s.csms.requests(v21.TransactionEventRequest)
        assert any(event.id_token is not None for event in told)


@IN_2X
@pytest.mark.parametrize("status", ["Rejected", "Processing"])
@virtual_time
async def test_without_a_schedule_of_the_csms_it_is_offered_what_the_evse_can(
    version: str, status: str
) -> None:
    """K15.FR.04, K15.FR.05."""
    async with told(version, status) as s:
        await s.wait(2)
        assert watts(s.evse) == [FULL_W]
        await s.hears(v21.NotifyEVChargingScheduleRequest)
        await s.wait(30)
        assert s.evse.contactor.closed


@IN_2X
@virtual_time
async def test_without_a_schedule_of_the_csms_the_default_counts(version: str) -> None:
    """K15.FR.04: its note."""
    async with scene(version, settings=STARTS) as s:
        answer_needs(s, "Rejected")
        request = tx_profile("t", [(0, 9)])
        profile = request.charging_profile.replace(
            charging_profile_purpose=v21.ChargingProfilePurposeEnumType.TX_DEFAULT_PROFILE,
            transaction_id=None,
        )
        await accepted(s, request.replace(charging_profile=profile))
        await s.plug_in_and_swipe(ElectricVehicle(talk=Talk()))
        await s.wait(10)
        assert watts(s.evse) == [9 * 690]


@IN_2X
@virtual_time
async def test_a_vehicle_is_not_made_to_wait_longer_than_it_does(version: str) -> None:
    """K15.FR.08: the CSMS has 60 s, which are those of the vehicle."""
    async with told(version) as s:
        await s.wait(50)
        assert watts(s.evse) == []
        await s.wait(8)
        assert watts(s.evse) == [FULL_W]
        await s.wait(60)
        # K16: what comes too late for that is offered by a renegotiation.
        await accepted(s, tx_profile(running(s), [(0, 7)]))
        await s.wait(2)
        assert watts(s.evse) == [7 * 690]
        assert len(s.csms.requests(v21.NotifyEVChargingNeedsRequest)) == 1  # K16.FR.09


@IN_2X
@virtual_time
async def test_a_csms_that_does_not_answer_is_not_waited_for_too_long(version: str) -> None:
    async with scene(version, settings=STARTS) as s:
        s.csms.answer(v21.NotifyEVChargingNeedsRequest, lambda _: s.wait(1000))  # type: ignore[arg-type,return-value]  # it never comes to an answer
        await s.plug_in_and_swipe(ElectricVehicle(talk=Talk()))
        await s.wait(58)
        assert watts(s.evse) == [FULL_W]


@IN_2X
@virtual_time
async def test_of_several_schedules_the_vehicle_takes_one(version: str) -> None:
    """K15.FR.07, K15.FR.22: the second goes with the second; of fewer, the last one does."""
    async with told(version, talk=Talk(prefers=1)) as s:
        await s.wait(1)
        lower = tx_profile(running(s), [(0, 7)], [(0, 8)], [(0, 9)], profile_id=2)
        upper = tx_profile(running(s), [(0, 20)], [(0, 22)], stack_level=1, duration=300)
        await accepted(s, lower)
        await s.wait(5)
        assert watts(s.evse) == [8 * 690]
        assert len(s.csms.requests(v21.NotifyEVChargingScheduleRequest)) == 1
        await accepted(s, upper)
        await s.wait(5)
        assert watts(s.evse) == [22 * 690, 8 * 690]
        schedule = s.csms.requests(v21.NotifyEVChargingScheduleRequest)[-1]
        if version == "2.1":
            assert schedule.selected_charging_schedule_id == 12


@IN_2X
@virtual_time
async def test_the_schedule_that_the_vehicle_has_taken_is_the_one_that_counts(
    version: str,
) -> None:
    async with told(version, talk=Talk(prefers=1)) as s:
        await s.wait(1)
        await accepted(s, tx_profile(running(s), [(0, 7)], [(0, 9)], [(0, 11)]))
        await s.wait(5)
        assert s.evse.offered_a == 9
        assert await composite(s, 60) == [(0, 9 * 690)]
        s.hardware._report(ScheduleChosen(1, 1))  # it has changed its mind
        await s.wait(1)
        assert s.evse.offered_a == 7


@IN_2X
@virtual_time
async def test_several_schedules_are_for_vehicles_that_tell_needs_alone(version: str) -> None:
    """K01.FR.34."""
    async with scene(version, settings=STARTS) as s:
        await s.plug_in_and_swipe()
        await s.wait(10)
        answer = await s.csms.call(tx_profile(running(s), [(0, 7)], [(0, 8)]))
        assert answer.status is v21.ChargingProfileStatusEnumType.REJECTED


@IN_2X
@virtual_time
async def test_a_profile_that_comes_before_the_needs_is_refused(version: str) -> None:
    """K15.FR.17."""
    async with scene(version, settings=STARTS) as s:
        answer_needs(s, "Accepted")
        await s.evse.plug_in(ElectricVehicle(talk=Talk()))
        await s.hears(v21.TransactionEventRequest)
        await s.wait(1)
        answer = await s.csms.call(tx_profile(running(s), [(0, 7)]))
        assert answer.status is v21.ChargingProfileStatusEnumType.REJECTED
        assert answer.status_info is not None
        assert answer.status_info.reason_code == "InvalidMessageSeq"
        await s.evse.swipe("04A1B2C3")
        await s.hears(v21.NotifyEVChargingNeedsRequest)
        await accepted(s, tx_profile(running(s), [(0, 7)]))


@IN_2X
@virtual_time
async def test_a_vehicle_that_never_tells_its_needs_does_not_keep_profiles_away(
    version: str,
) -> None:
    async with scene(version, settings=STARTS) as s:
        await s.evse.plug_in(ElectricVehicle(talk=Talk()))
        await s.wait(70)
        await accepted(s, tx_profile(running(s), [(0, 7)]))


@virtual_time
async def test_what_a_vehicle_needs_while_there_is_no_csms_is_told_later() -> None:
    """K15.FR.15, K15.FR.20."""
    offline: Settings = {**STARTS, AuthCtrlr.OfflineTxForUnknownIdEnabled: True}
    async with scene("2.1", settings=offline) as s:
        answer_needs(s, "Accepted")
        await s.evse.plug_in(ElectricVehicle(talk=Talk()))
        await s.hears(v21.TransactionEventRequest)
        s.go_offline()
        await s.wait(5)
        await s.evse.swipe("04A1B2C3")
        await s.wait(20)
        assert watts(s.evse) == [FULL_W]
        s.go_online()
        request = await s.hears(v21.NotifyEVChargingNeedsRequest)
        assert request.timestamp is not None
        assert watts(s.evse) == [FULL_W]
        await accepted(s, tx_profile(running(s), [(0, 12)]))
        await s.wait(2)
        assert watts(s.evse) == [12 * 690]
        assert len(s.csms.requests(v21.NotifyEVChargingNeedsRequest)) == 1


@virtual_time
async def test_over_1_6_a_vehicle_is_offered_what_the_evse_can() -> None:
    async with scene("1.6") as s:
        await s.plug_in_and_swipe(ElectricVehicle(talk=Talk()))
        await s.wait(10)
        assert watts(s.evse) == [FULL_W]
        assert s.evse.contactor.closed
        assert not [each for each in s.csms.actions() if "EVCharging" in each]


# What the vehicle is going to take.


@IN_2X
@virtual_time
async def test_what_the_vehicle_takes_less_is_what_is_expected(version: str) -> None:
    """SC.04, K15.FR.14: 16 A are all that this one takes."""
    async with told(version) as s:
        await s.wait(1)
        await accepted(s, tx_profile(running(s), [(0, 32), (3600, 10)]))
        await s.hears(v21.NotifyEVChargingScheduleRequest)
        await s.wait(1)
        (at_first, then) = await composite(s, 7200)
        assert at_first == (0, 16 * 690)
        assert then[1] == 10 * 690


@IN_2X
@virtual_time
async def test_what_the_csms_does_not_accept_does_not_count(version: str) -> None:
    """K15.FR.12."""
    async with told(version) as s:
        s.csms.answer(
            v21.NotifyEVChargingScheduleRequest,
            lambda _: v21.NotifyEVChargingScheduleResponse(
                status=v21.GenericStatusEnumType.REJECTED
            ),
        )
        await accepted(s, tx_profile(running(s), [(0, 32)]))
        await s.hears(v21.NotifyEVChargingScheduleRequest)
        await s.wait(1)
        assert await composite(s, 7200) == [(0, 32 * 690)]


@IN_2X
@virtual_time
async def test_a_vehicle_that_tells_no_plan_is_taken_to_follow_the_schedule(version: str) -> None:
    """K15.FR.19."""
    async with told(version, talk=Talk(plans=False)) as s:
        await accepted(s, tx_profile(running(s), [(0, 5000), (900, 7000)], unit="W"))
        schedule = await s.hears(v21.NotifyEVChargingScheduleRequest)
        assert schedule.charging_schedule.charging_rate_unit is v21.ChargingRateUnitEnumType.W
        made = schedule.charging_schedule.charging_schedule_period
        assert [each.limit for each in made] == [5000, 7000]


@virtual_time
async def test_the_application_hears_of_needs_and_schedules() -> None:
    """K15.FR.09: and of a plan that goes beyond what was offered."""
    heard: list[StationEvent] = []
    async with scene(
        "2.1", settings=STARTS, prepare=lambda station: station.listen(heard.append)
    ) as s:
        answer_needs(s, "Rejected")
        await s.plug_in_and_swipe(ElectricVehicle(talk=Talk()))
        await s.wait(10)
        (needs,) = (event for event in heard if isinstance(event, ChargingNeedsTold))
        assert needs.evse_id == 1
        (taken,) = (event for event in heard if isinstance(event, ChargingScheduleTaken))
        assert taken.within
        heard.clear()
        s.hardware._report(ScheduleChosen(1, 1, (PowerStep(0.0, FULL_W + 100.0),)))
        await s.wait(1)
        (taken,) = (event for event in heard if isinstance(event, ChargingScheduleTaken))
        assert not taken.within


# K16: other schedules than the vehicle has.


@IN_2X
@virtual_time
async def test_another_profile_is_offered_to_the_vehicle_without_its_needs_being_told_again(
    version: str,
) -> None:
    """K16.FR.02, K16.FR.03, K16.FR.05, K16.FR.09."""
    async with told(version) as s:
        await accepted(s, tx_profile(running(s), [(0, 10)]))
        await s.wait(60)
        await accepted(s, tx_profile(running(s), [(0, 8)]))
        await s.wait(2)
        assert watts(s.evse) == [8 * 690]
        assert len(s.csms.requests(v21.NotifyEVChargingNeedsRequest)) == 1
        assert len(s.csms.requests(v21.NotifyEVChargingScheduleRequest)) == 2


@IN_2X
@virtual_time
async def test_whatever_changes_what_counts_is_offered_to_the_vehicle(version: str) -> None:
    """K16.FR.02, as its erratum has it: a limit of the station, and that it is gone."""
    async with told(version) as s:
        await accepted(s, tx_profile(running(s), [(0, 16)]))
        await s.wait(30)
        request = tx_profile("", [(0, 9)], profile_id=5)
        profile = request.charging_profile.replace(
            charging_profile_purpose=(
                v21.ChargingProfilePurposeEnumType.CHARGING_STATION_MAX_PROFILE
            ),
            charging_profile_kind=v21.ChargingProfileKindEnumType.ABSOLUTE,
            charging_schedule=(
                request.charging_profile.charging_schedule[0].replace(start_schedule=now()),
            ),
            transaction_id=None,
        )
        await accepted(s, request.replace(evse_id=0, charging_profile=profile))
        await s.wait(2)
        assert watts(s.evse) == [9 * 690]
        await s.csms.call(v21.ClearChargingProfileRequest(charging_profile_id=5))
        await s.wait(2)
        assert watts(s.evse) == [16 * 690]
        assert len(s.csms.requests(v21.NotifyEVChargingNeedsRequest)) == 1


@IN_2X
@virtual_time
async def test_a_profile_that_changes_nothing_for_the_vehicle_does_not_bother_it(
    version: str,
) -> None:
    async with told(version) as s:
        await accepted(s, tx_profile(running(s), [(0, 10)], stack_level=1))
        await s.wait(60)
        await accepted(s, tx_profile(running(s), [(0, 20)], profile_id=2))
        await s.wait(10)
        assert len(s.csms.requests(v21.NotifyEVChargingScheduleRequest)) == 1


@IN_2X
@virtual_time
async def test_a_schedule_that_is_over_is_followed_by_another(version: str) -> None:
    """What does not fit into what a vehicle can take is offered later."""
    async with told(version, talk=Talk(max_steps=2)) as s:
        steps = [(0, 10), (600, 9), (1200, 8)]
        await accepted(s, tx_profile(running(s), steps, start=now()))
        await s.wait(60)
        assert watts(s.evse) == [10 * 690, 9 * 690]
        await s.wait(1200)
        assert watts(s.evse) == [8 * 690]


# K17: other needs than the vehicle had.


@IN_2X
@virtual_time
async def test_other_needs_are_told_anew(version: str) -> None:
    """K17.FR.01, K17.FR.10."""
    async with told(version) as s:
        await accepted(s, tx_profile(running(s), [(0, 10)]))
        await s.wait(60)
        assert s.evse.vehicle is not None
        assert s.evse.vehicle.talk is not None
        s.evse.vehicle.talk.renegotiate(departs_in_s=600)
        request = await s.hears(v21.NotifyEVChargingNeedsRequest, count=2)
        assert request.charging_needs.departure_time is not None
        await s.wait(10)
        assert watts(s.evse) == [10 * 690]
        assert len(s.csms.requests(v21.NotifyEVChargingScheduleRequest)) == 1
        await accepted(s, tx_profile(running(s), [(0, 15)]))
        await s.wait(2)
        assert watts(s.evse) == [15 * 690]


@IN_2X
@virtual_time
async def test_a_second_transaction_of_the_same_vehicle_begins_anew(version: str) -> None:
    async with told(version, settings={TxCtrlr.TxStartPoint: ("Authorized",)}) as s:
        first = running(s)
        await accepted(s, tx_profile(first, [(0, 10)]))
        await s.wait(60)
        await s.evse.swipe("04A1B2C3")
        await s.wait(10)
        assert len(s.csms.requests(v21.NotifyEVChargingNeedsRequest)) == 1
        await s.evse.swipe("04A1B2C3")
        await s.hears(v21.NotifyEVChargingNeedsRequest, count=2)
        await s.wait(1)
        assert running(s) != first
        await accepted(s, tx_profile(running(s), [(0, 6)]))
        await s.wait(2)
        assert watts(s.evse) == [6 * 690]


@IN_2X
@virtual_time
async def test_a_vehicle_that_has_left_leaves_nothing_behind(version: str) -> None:
    async with told(version) as s:
        await accepted(s, tx_profile(running(s), [(0, 10)]))
        await s.wait(60)
        await s.evse.tear_out()
        await s.wait(30)
        await s.plug_in_and_swipe()
        await s.wait(30)
        assert len(s.csms.requests(v21.NotifyEVChargingNeedsRequest)) == 1
        answer = await s.csms.call(tx_profile(running(s), [(0, 7)], [(0, 8)]))
        assert answer.status is v21.ChargingProfileStatusEnumType.REJECTED
        await accepted(s, tx_profile(running(s), [(0, 7)]))


@IN_2X
@virtual_time
async def test_over_direct_current_power_is_offered(version: str) -> None:
    """K15.FR.06."""
    hardware = SimulatedStation(
        1, kind=ConnectorKind.CCS2_CABLE, phases=1, voltage=400, max_current_a=100
    )
    async with scene(version, settings=STARTS, hardware=hardware) as s:
        answer_needs(s, "Accepted")
        await s.plug_in_and_swipe(ElectricVehicle(60, 50, max_dc_current_a=80, talk=Talk()))
        request = await s.hears(v21.NotifyEVChargingNeedsRequest)
        needs = request.charging_needs
        assert needs.requested_energy_transfer is v21.EnergyTransferModeEnumType.DC
        assert needs.ac_charging_parameters is None
        assert needs.dc_charging_parameters is not None
        assert needs.dc_charging_parameters.state_of_charge == 50
        assert needs.dc_charging_parameters.ev_max_power == 32000
        await accepted(s, tx_profile(running(s), [(0, 20000)], unit="W"))
        schedule = await s.hears(v21.NotifyEVChargingScheduleRequest)
        (period,) = schedule.charging_schedule.charging_schedule_period
        assert period.limit == pytest.approx(20000, rel=0.001)


# Hardware that is wrong.


@virtual_time
async def test_what_was_never_offered_is_not_taken() -> None:
    async with told("2.1", "Rejected") as s:
        await s.wait(10)
        hardware: SimulatedStation = s.hardware
        hardware._report(ScheduleChosen(1, 3))
        hardware._report(ScheduleChosen(2, 1))
        await s.wait(10)
        assert len(s.csms.requests(v21.NotifyEVChargingScheduleRequest)) == 1


@virtual_time
async def test_hardware_that_can_not_pass_schedules_on_ends_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with scene("2.1", settings=STARTS) as s:
        answer_needs(s, "Rejected")

        async def fail(_: object) -> None:
            raise OSError("no modem")

        vars(s.evse)["offer_schedules"] = fail
        await s.plug_in_and_swipe(ElectricVehicle(talk=Talk()))
        await s.wait(70)
        assert s.evse.contactor.closed
        assert "no modem" in caplog.text
