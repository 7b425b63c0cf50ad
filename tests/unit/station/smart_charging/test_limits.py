"""Limits act: what is offered follows the profiles (K01, K02, K04), whatever else happens."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from pilotwire.events import LimitChanged, StationEvent
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.evse.governor import LimitReason
from pilotwire.station.smart_charging.limits import Limits
from pilotwire.station.smart_charging.sharing import Claim
from pilotwire.station.vocabulary import ChargingProfileKind, ChargingProfilePurpose
from pilotwire.store import Store
from tests.support.evse import control
from tests.support.limits import clear, install, period, profile, running
from tests.support.scene import TOKEN, Scene, charge, scene
from tests.support.transactions_2x import outline
from tests.support.virtual_time import virtual_time

MAX = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE


async def begin(s: Scene, evse_id: int, vehicle: ElectricVehicle | None = None) -> None:
    """A driver comes to an EVSE."""
    evse = s.hardware.evse(evse_id)
    await evse.plug_in(vehicle or ElectricVehicle(battery_kwh=500, max_current_a=32))
    await evse.swipe(f"{TOKEN}{evse_id}")


def seconds() -> float:
    """Since virtual time began."""
    return asyncio.get_running_loop().time()


def offered(s: Scene) -> list[float]:
    """What each EVSE offers."""
    return [evse.offered_a for evse in s.hardware.evses]


# One EVSE.


@virtual_time
async def test_the_offer_follows_at_each_boundary() -> None:
    async with scene("2.1") as s:
        install(s, profile(1, (0, 16), (60, 10), (120, 20.5), (180, 32)))
        await charge(s)
        assert offered(s) == [16]
        await s.wait(60 - seconds() + 0.1)
        assert offered(s) == [10]
        await s.wait(60)
        assert offered(s) == [20.5]
        await s.wait(60)
        assert offered(s) == [32]


@virtual_time
async def test_the_offer_never_begins_above_the_limit() -> None:
    async with scene("2.1") as s:
        told: list[float] = []
        offer = s.evse.offer_current

        async def spied(amperes: float) -> None:
            told.append(amperes)
            await offer(amperes)

        s.evse.offer_current = spied  # type: ignore[method-assign]  # watched on the way
        install(s, profile(1, (0, 8)))
        await charge(s)
        assert [each for each in told if each] == [8]


@virtual_time
async def test_a_boundary_that_comes_while_the_plug_is_locked_counts() -> None:
    async with scene("2.1") as s:
        told: list[float] = []
        offer = s.evse.offer_current

        async def spied(amperes: float) -> None:
            told.append(amperes)
            await offer(amperes)

        s.evse.offer_current = spied  # type: ignore[method-assign]  # watched on the way
        install(s, profile(1, (0, 30), (20, 8)))
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(20 - seconds() - 0.2)
        await s.evse.swipe(TOKEN)  # the lock takes longer
        await s.wait(30)
        assert [each for each in told if each] == [8]


@virtual_time
async def test_a_profile_counts_at_once_and_no_more_when_it_is_gone() -> None:
    async with scene("2.1") as s:
        await charge(s)
        assert offered(s) == [32]
        install(s, profile(1, (0, 13)))
        await s.wait(1)
        assert offered(s) == [13]
        clear(s, 1)
        await s.wait(1)
        assert offered(s) == [32]


@virtual_time
async def test_less_than_can_be_offered_suspends_and_comes_back() -> None:
    async with scene("2.1") as s:
        install(s, profile(1, (0, 16), (60, 5.9), (120, 6)))
        await charge(s)
        await s.wait(60 - seconds() + 0.1)
        assert offered(s) == [0]
        assert not s.evse.contactor.closed
        assert s.evse.lock.locked, "the session is still on"
        await s.wait(60)
        assert offered(s) == [6]
        await s.wait(5)
        assert s.evse.contactor.closed
        states = [each for each in outline(s) if each[1] == "ChargingStateChanged"]
        assert "SuspendedEVSE" in [each[2] for each in states]
        assert states[-1][2] == "Charging"


@virtual_time
async def test_a_limit_that_leaves_nothing_cuts_without_waiting_for_its_turn() -> None:
    async with scene("2.1") as s:
        await charge(s)
        s.evse.meter.hang()
        reading = asyncio.ensure_future(control(s).metering.look())  # its turn lasts long
        await s.wait(0.1)
        install(s, profile(1, (0, 0)))
        await s.wait(0.2)
        assert not reading.done()
        assert not s.evse.contactor.closed
        s.evse.meter.repair()
        await reading


@virtual_time
async def test_the_application_may_limit_further() -> None:
    async with scene("2.1") as s:
        install(s, profile(1, (0, 16)))
        await charge(s)
        await s.station.evse(1).limit(10)
        assert offered(s) == [10]
        snapshot = s.station.evses[0]
        assert (snapshot.limit, snapshot.limit_reason) == (10, LimitReason.APPLICATION)
        await s.station.evse(1).limit(20)
        assert offered(s) == [16]
        snapshot = s.station.evses[0]
        assert (snapshot.limit, snapshot.limit_reason) == (16, LimitReason.PROFILE)


@virtual_time
async def test_a_relative_schedule_begins_when_vehicle_and_driver_are_there() -> None:
    # K01.FR.42
    relative = profile(1, (0, 20), (60, 10), kind=ChargingProfileKind.RELATIVE)
    async with scene("2.1") as s:
        install(s, relative)
        await s.wait(100)
        await s.plug_in_and_swipe()
        await s.wait(59)
        assert offered(s) == [20]
        await s.wait(2)
        assert offered(s) == [10]


@virtual_time
async def test_a_profile_of_another_transaction_does_not_count() -> None:
    # K02.FR.04
    async with scene("2.1") as s:
        tx = ChargingProfilePurpose.TX_PROFILE
        install(s, profile(1, (0, 9), purpose=tx, transaction_id="another"), 1)
        await charge(s)
        assert offered(s) == [32]
        this = s.station.evses[0].transaction_id
        install(s, profile(2, (0, 11), purpose=tx, transaction_id=this), 1)
        await s.wait(1)
        assert offered(s) == [11]


@virtual_time
async def test_nothing_is_looked_at_without_a_limit() -> None:
    async with scene("2.1") as s:
        await charge(s)
        limits = running(s).blocks[Limits]
        assert limits._governing is None
        install(s, profile(1, (0, 16)))
        await s.wait(1)
        assert limits._governing is not None
        assert limits._governing._timer is None, "there is no boundary"


# Who has the clock set, and who has gone.


@virtual_time
async def test_a_profile_does_not_outlast_its_time_offline() -> None:
    # K01.FR.101, K01.FR.102
    async with scene("2.1") as s:
        install(s, profile(1, (0, 10), max_offline_duration=60))
        await charge(s)
        assert offered(s) == [10]
        s.go_offline()
        await s.wait(58)
        assert offered(s) == [10]
        await s.wait(5)
        assert offered(s) == [32]
        s.go_online()
        await s.wait(600)
        assert offered(s) == [10], "it is valid again"


@virtual_time
async def test_a_profile_that_is_over_after_its_time_offline_is_gone() -> None:
    # K01.FR.102
    async with scene("2.1") as s:
        over: dict[str, Any] = {"max_offline_duration": 60, "invalid_after_offline_duration": True}
        install(s, profile(1, (0, 10), **over))
        await charge(s)
        s.go_offline()
        await s.wait(30)
        s.go_online()
        await s.station.wait_accepted()
        await s.wait(1)
        assert offered(s) == [10], "it was not so long"
        s.go_offline()
        await s.wait(90)
        s.go_online()
        await s.wait(600)
        assert offered(s) == [32]


# Several EVSEs.


class Sum:
    """Watches what is offered together, at any instant."""

    def __init__(self, s: Scene) -> None:
        self.most = 0.0
        self._s = s
        for evse in s.hardware.evses:
            self._watch(evse)

    def _watch(self, evse: SimulatedEvse) -> None:
        offer = evse.offer_current

        async def offers(amperes: float) -> None:
            await offer(amperes)
            self.most = max(self.most, sum(offered(self._s)))

        evse.offer_current = offers  # type: ignore[method-assign]  # watched on the way


@virtual_time
async def test_two_share_what_the_station_may_take() -> None:
    # K04.FR.05
    async with scene("2.1", evses=2) as s:
        install(s, profile(1, (0, 16), purpose=MAX))
        together = Sum(s)
        await begin(s, 1)
        await s.wait(30)
        assert offered(s) == [16, 0]
        await begin(s, 2)
        await s.wait(30)
        assert offered(s) == [8, 8]
        assert together.most == 16


@virtual_time
async def test_a_newcomer_waits_until_the_other_vehicle_has_followed() -> None:
    async with scene("2.1", evses=2) as s:
        install(s, profile(1, (0, 32), purpose=MAX))
        await begin(s, 1)
        await s.wait(30)
        await begin(s, 2)
        await s.wait(3)
        assert offered(s) == [16, 0]
        await s.wait(4)
        assert offered(s) == [16, 16]


@virtual_time
async def test_a_third_waits_and_has_its_turn_when_another_leaves() -> None:
    async with scene("2.1", evses=3) as s:
        install(s, profile(1, (0, 16), purpose=MAX))
        together = Sum(s)
        for number in (1, 2, 3):
            await begin(s, number)
            await s.wait(30)
        assert offered(s) == [8, 8, 0]
        third = s.station.evses[2]
        assert third.charging_state is not None
        assert third.charging_state.value == "SuspendedEVSE"
        assert third.limit_reason is LimitReason.SHARING
        await s.hardware.evse(1).swipe(f"{TOKEN}1")
        await s.wait(30)
        assert offered(s) == [0, 8, 8]
        assert together.most == 16


@virtual_time
async def test_a_lower_limit_of_the_station_lowers_all_and_the_last_is_left_out() -> None:
    async with scene("2.1", evses=2) as s:
        start = seconds()
        install(s, profile(1, (0, 32), (int(start) + 120, 10), (int(start) + 240, 0), purpose=MAX))
        await begin(s, 1)
        await s.wait(1)
        await begin(s, 2)
        await s.wait(60)
        assert offered(s) == [16, 16]
        await s.wait(120)
        assert offered(s) == [10, 0]
        await s.wait(120)
        assert offered(s) == [0, 0]


@virtual_time
async def test_a_vehicle_that_takes_nothing_gives_its_part_to_others() -> None:
    async with scene("2.1", evses=2) as s:
        install(s, profile(1, (0, 20), purpose=MAX))
        vehicle = ElectricVehicle(battery_kwh=500, max_current_a=32)
        await begin(s, 1, vehicle)
        await s.wait(1)
        await begin(s, 2)
        await s.wait(60)
        assert offered(s) == [10, 10]
        vehicle.pause()
        await s.wait(30)
        assert offered(s) == [6, 14]
        vehicle.resume()
        await s.wait(30)
        assert offered(s) == [10, 10]


@virtual_time
async def test_what_the_station_is_connected_with_is_never_exceeded() -> None:
    # K04.FR.02
    async with scene("2.1", evses=2, max_current_a=25) as s:
        together = Sum(s)
        await begin(s, 1)
        await begin(s, 2)
        await s.wait(60)
        assert offered(s) == [12.5, 12.5]
        assert together.most == 25
        install(s, profile(1, (0, 40), purpose=MAX))
        await s.wait(60)
        assert offered(s) == [12.5, 12.5]
        install(s, profile(1, (0, 20), purpose=MAX))
        await s.wait(60)
        assert offered(s) == [10, 10]


@virtual_time
async def test_local_generation_is_added_once() -> None:
    # K04.FR.05, K27
    async with scene("2.1", evses=2) as s:
        install(s, profile(1, (0, 16), purpose=MAX))
        install(
            s,
            profile(-1, (0, 8), purpose=ChargingProfilePurpose.LOCAL_GENERATION),
            source="EMS",
        )
        await begin(s, 1)
        await begin(s, 2)
        await s.wait(60)
        assert offered(s) == [12, 12]
        assert s.station.evses[0].limit_reason is LimitReason.SHARING


@virtual_time
async def test_a_limit_of_its_own_leaves_the_rest_to_the_other() -> None:
    async with scene("2.1", evses=2) as s:
        install(s, profile(1, (0, 32), purpose=MAX))
        install(s, profile(2, (0, 7)), 1)
        await begin(s, 1)
        await begin(s, 2)
        await s.wait(60)
        assert offered(s) == [7, 25]


@virtual_time
async def test_another_policy_shares_otherwise(caplog: pytest.LogCaptureFixture) -> None:
    def all_to_the_last(amperes: float, claims: Sequence[Claim]) -> Mapping[int, float]:
        return {claims[-1].evse_id: amperes}

    async with scene("2.1", evses=2, max_current_a=16, sharing=all_to_the_last) as s:
        together = Sum(s)
        await begin(s, 1)
        await s.wait(30)
        await begin(s, 2)
        await s.wait(60)
        assert offered(s) == [0, 16]
        assert together.most == 16


@pytest.mark.parametrize("wrong", [{1: 40.0}, {1: float("nan")}, {3: 1.0}, {1: -1.0}])
@virtual_time
async def test_a_policy_that_can_not_be_is_refused(
    wrong: dict[int, float], caplog: pytest.LogCaptureFixture
) -> None:
    async with scene("2.1", evses=2, max_current_a=20, sharing=lambda _, __: wrong) as s:
        await begin(s, 1)
        await begin(s, 2)
        await s.wait(60)
        assert offered(s) == [10, 10]
    assert "the sharing of the application is not used" in caplog.text


@virtual_time
async def test_after_a_power_cut_the_limit_holds_before_the_contactor_closes() -> None:
    store = Store(":memory:")
    hardware = SimulatedStation(evses=2)
    async with scene("2.1", hardware=hardware, store=store) as s:
        install(s, profile(1, (0, 16), purpose=MAX))
    async with scene("2.1", hardware=SimulatedStation(evses=2), store=store) as s:
        together = Sum(s)
        await begin(s, 1)
        await begin(s, 2)
        await s.wait(60)
        assert offered(s) == [8, 8]
        assert together.most == 16


@virtual_time
async def test_who_may_take_nothing_leaves_it_to_others() -> None:
    async with scene("2.1", evses=2, max_current_a=20) as s:
        install(s, profile(1, (0, 5)), 1)
        await begin(s, 1)
        await begin(s, 2)
        await s.wait(30)
        assert offered(s) == [0, 20]
        first, second = s.station.evses
        assert (first.limit, first.limit_reason) == (5, LimitReason.PROFILE)
        assert (second.limit, second.limit_reason) == (20, LimitReason.INSTALLATION)


# What is told.


@virtual_time
async def test_the_application_hears_whose_limit_it_is() -> None:
    async with scene("2.1") as s:
        heard: list[StationEvent] = []
        s.station.listen(heard.append)
        await charge(s)
        install(s, profile(1, (0, 16), (int(seconds()) + 60, 12)))
        await s.wait(1)
        snapshot = s.station.evses[0]
        assert (snapshot.limit, snapshot.limit_reason) == (16, LimitReason.PROFILE)
        assert snapshot.limit_until is not None
        external = ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
        install(s, profile(-1, (0, 10), purpose=external), source="EMS")
        await s.wait(1)
        clear(s, 1, -1)
        await s.wait(6)
        assert [each for each in heard if isinstance(each, LimitChanged)] == [
            LimitChanged(1, 16, LimitReason.PROFILE),
            LimitChanged(1, 10, LimitReason.EXTERNAL),
            LimitChanged(1, None),
        ]


@virtual_time
async def test_the_csms_hears_of_a_rate_that_somebody_else_changes() -> None:
    # K11.FR.04, K13.FR.03
    def told(s: Scene) -> int:
        return sum(each[1] == "ChargingRateChanged" for each in outline(s))

    async with scene("2.1") as s:
        await charge(s)
        external = ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS
        install(s, profile(-1, (0, 10), purpose=external), source="EMS")
        await s.wait(5)
        assert told(s) == 1
        install(s, profile(-1, (0, 10.05), purpose=external), source="EMS")
        await s.wait(5)
        assert told(s) == 1, "that is not significant"
        clear(s, -1)
        await s.wait(5)
        assert told(s) == 2
        install(s, profile(1, (0, 16)))
        await s.wait(5)
        assert told(s) == 2, "the CSMS knows its own profiles"


@virtual_time
async def test_the_csms_hears_what_a_schedule_is_executed_as() -> None:
    # K01.FR.110
    mode = v21.OperationModeEnumType.EXTERNAL_LIMITS
    async with scene("2.1") as s:
        await charge(s)
        at = int(seconds()) + 60
        external = [period(0, 16), period(at, 12, operation_mode=mode), period(at + 60, 10)]
        install(s, profile(1, *external))
        await s.wait(10)
        assert _modes(s) == []
        await s.wait(55)
        assert _modes(s) == ["ExternalLimits"]
        await s.wait(60)
        assert _modes(s) == ["ExternalLimits", "ChargingOnly"]


def _modes(s: Scene) -> list[str]:
    return [
        event.transaction_info.operation_mode.value
        for event in s.csms.requests(v21.TransactionEventRequest)
        if event.trigger_reason is v21.TriggerReasonEnumType.OPERATION_MODE_CHANGED
        and event.transaction_info.operation_mode is not None
    ]


@virtual_time
async def test_in_1_6_a_vehicle_without_a_share_is_suspended() -> None:
    async with scene("1.6", evses=2, max_current_a=10) as s:
        await begin(s, 1)
        await s.wait(30)
        await begin(s, 2)
        await s.wait(30)
        told = [
            each.status.value
            for each in s.csms.requests(v16.StatusNotificationRequest)
            if each.connector_id == 2
        ]
        assert told[-1] == "SuspendedEVSE"
        await s.hardware.evse(1).swipe(f"{TOKEN}1")
        await s.wait(30)
        assert offered(s) == [0, 10]
