"""What limits depend on besides profiles: the clock, chance, the vehicle's charge."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.device_model.standard import ClockCtrlr, SmartChargingCtrlr, TxCtrlr
from pilotwire.station.smart_charging.limits import Limits
from pilotwire.station.vocabulary import ChargingProfileKind, ChargingProfilePurpose
from pilotwire.store import Store
from tests.support.limits import clear, install, profile, running
from tests.support.scene import EPOCH, TOKEN, Opponent, Scene, charge, now, scene
from tests.support.virtual_time import virtual_time

MAX = ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE


def seconds() -> int:
    return int(asyncio.get_running_loop().time())


# The clock.


@virtual_time
async def test_the_limit_follows_a_clock_that_is_set() -> None:
    async with scene("2.1") as s:
        install(s, profile(1, (0, 20), (7200, 10)))
        await charge(s)
        assert s.evse.offered_a == 20
        running(s).core.clock.set(now() + timedelta(hours=3))
        await s.wait(1)
        assert s.evse.offered_a == 10


class NoClock:
    """A station that does not know the time until it is told."""

    def now(self) -> datetime | None:
        return None


@virtual_time
async def test_without_a_known_time_the_lowest_limit_counts() -> None:
    store = Store(":memory:")
    async with scene("2.1", store=store) as s:
        install(s, profile(1, (0, 30), (3600, 12), (7200, 25)))
        install(s, profile(2, (0, 8), stack_level=1, valid_to=EPOCH + timedelta(days=1)))
        install(s, profile(3, (0, 20), (10**6, 15), purpose=MAX))
        clear(s, 2)
    csms = Opponent()
    csms.answer(v21.BootNotificationRequest, _pending)
    async with scene("2.1", store=store, csms=csms, clock=NoClock(), booted=False) as s:
        await s.wait(5)
        assert running(s).core.clock.provisional
        limits = running(s).blocks[Limits]
        assert limits.grant(1).amperes == 12
        csms.answer(v21.BootNotificationRequest, _accepted)
        await s.station.wait_accepted()
        await s.wait(1)
        assert not running(s).core.clock.provisional
        assert limits.grant(1).amperes == 20


def _pending(_: v21.BootNotificationRequest) -> v21.BootNotificationResponse:
    # A time that can't be true: the clock is not set by it.
    return v21.BootNotificationResponse(
        status=v21.RegistrationStatusEnumType.PENDING,
        current_time=datetime(2000, 1, 1, tzinfo=UTC),
        interval=10,
    )


def _accepted(_: v21.BootNotificationRequest) -> v21.BootNotificationResponse:
    return v21.BootNotificationResponse(
        status=v21.RegistrationStatusEnumType.ACCEPTED, current_time=now(), interval=300
    )


@virtual_time
async def test_local_time_is_that_of_the_variable() -> None:
    # K01.FR.90
    async with scene("2.1") as s:
        local = {"use_local_time": True}
        start = EPOCH + timedelta(hours=1)
        install(s, profile(1, (0, 11), start=start, schedule=local))
        await charge(s)
        assert s.evse.offered_a == 32, "it begins in an hour of UTC"
        running(s).core.device_model[ClockCtrlr.TimeOffset] = "+01:00"
        await s.wait(1)
        assert s.evse.offered_a == 11


@virtual_time
async def test_smart_charging_that_is_off_limits_nothing() -> None:
    async with scene("2.1") as s:
        install(s, profile(1, (0, 11)))
        await charge(s)
        assert s.evse.offered_a == 11
        running(s).core.device_model[SmartChargingCtrlr.Enabled] = False
        await s.wait(1)
        assert s.evse.offered_a == 32
        running(s).core.device_model[SmartChargingCtrlr.Enabled] = True
        await s.wait(1)
        assert s.evse.offered_a == 11


# Chance.


@virtual_time
async def test_periods_begin_later_by_chance_but_the_first() -> None:
    # K01.FR.92
    async with scene("2.1") as s:
        delayed = profile(1, (0, 20), (60, 10), schedule={"randomized_delay": 600})
        install(s, delayed)
        await charge(s)
        assert s.evse.offered_a == 20
        delay = _delays(s)[1][1]
        assert 0 < delay <= 600
        await s.wait(60 + delay - seconds() - 0.5)
        assert s.evse.offered_a == 20
        await s.wait(2)
        assert s.evse.offered_a == 10


@virtual_time
async def test_delays_are_those_of_a_transaction() -> None:
    # K01.FR.93
    async with scene("2.1", evses=2) as s:
        install(s, profile(1, (0, 20), (60, 10), (120, 12), schedule={"randomized_delay": 600}))
        await charge(s)
        first = _delays(s)[1]
        assert first[0] == 0
        assert all(0 <= each <= 600 for each in first)
        await s.wait(30)
        assert _delays(s)[1] is first
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        assert _delays(s) == {}, "there is no transaction"
        await s.evse.unplug()
        await s.wait(5)
        await charge(s)
        assert _delays(s)[1] != first


def _delays(s: Scene) -> dict[int, tuple[int, ...]]:
    return dict(running(s).blocks[Limits].conditions.situation(1).delays)


# The vehicle.


@virtual_time
async def test_a_full_battery_lowers_the_limit() -> None:
    # K01.FR.100
    hardware = SimulatedStation(evses=1, reports_soc=True)
    async with scene("2.1", hardware=hardware) as s:
        beyond = {"limit_at_soc": datatypes.LimitAtSoCType(soc=42, limit=10)}
        install(s, profile(1, (0, 30), schedule=beyond))
        vehicle = ElectricVehicle(battery_kwh=20, soc=40, max_current_a=32)
        await s.plug_in_and_swipe(vehicle)
        await s.wait(30)
        assert s.evse.offered_a == 30
        while vehicle.soc < 42:
            await s.wait(1)
            assert seconds() < 600
        await s.wait(12)
        assert s.evse.offered_a == 10


@virtual_time
async def test_nobody_looks_at_a_charge_that_does_not_matter() -> None:
    hardware = SimulatedStation(evses=1, reports_soc=True)
    async with scene("2.1", hardware=hardware) as s:
        install(s, profile(1, (0, 30)))
        await charge(s)
        governing = running(s).blocks[Limits]._governing
        assert governing is not None
        assert governing._watching_soc is None


# A restart.


@virtual_time
async def test_the_moment_of_a_relative_schedule_outlasts_a_restart() -> None:
    # K01.FR.42, E17
    store = Store(":memory:")
    hardware = SimulatedStation(evses=1)
    relative = profile(1, (0, 20), (120, 10), kind=ChargingProfileKind.RELATIVE)
    settings = {TxCtrlr.ResumptionTimeout: 600}
    async with scene("2.1", hardware=hardware, store=store, settings=settings) as s:
        install(s, relative)
        await charge(s)
        tx = running(s).evses.get(1).transaction
        assert tx is not None
        assert tx.ready_at is not None
        began = tx.ready_at
        [kept] = running(s).core.transactions.running()
        assert kept.ready_at == began


@pytest.mark.parametrize("offline", [30, 90])
@virtual_time
async def test_the_time_offline_goes_on_over_a_restart(offline: int) -> None:
    # K01.FR.101
    store = Store(":memory:")
    async with scene("2.1", store=store) as s:
        install(s, profile(1, (0, 10), max_offline_duration=100))
        s.go_offline()
        await s.wait(offline)
    csms = Opponent()
    csms.answer(v21.BootNotificationRequest, _pending)
    async with scene("2.1", store=store, csms=csms, booted=False) as s:
        await s.wait(20)
        limited = running(s).blocks[Limits].grant(1).amperes
        assert limited == (10 if offline == 30 else None)
