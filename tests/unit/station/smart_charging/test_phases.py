"""Phases are switched where the hardware can, and never under load (K01.FR.43, Phases3to1)."""

import asyncio

import pytest

from pilotwire.charging_station import UnknownVariableError
from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import ElectricVehicle, Mishap, SimulatedStation
from pilotwire.station.device_model.standard import SmartChargingCtrlr
from pilotwire.station.hardware.checks import check_evses, phases_of
from tests.support.evse import bare_station
from tests.support.limits import clear, install, period, profile
from tests.support.scene import TOKEN, Scene, scene
from tests.support.transactions_2x import outline
from tests.support.virtual_time import virtual_time

PAUSE = 10.0

ONE_PHASE = profile(1, period(0, 16, number_phases=1))


def switchable() -> SimulatedStation:
    return SimulatedStation(evses=1, phase_pause_s=PAUSE)


async def charge(s: Scene) -> None:
    await s.evse.plug_in(ElectricVehicle(battery_kwh=500))
    await s.evse.swipe(TOKEN)
    await s.wait(60)
    assert s.evse.contactor.closed


def phases_drawn(s: Scene) -> int:
    vehicle = s.evse.vehicle
    assert vehicle is not None
    return 0 if vehicle.flow is None else vehicle.flow.phases


@virtual_time
async def test_one_phase_is_used_from_the_beginning_where_that_is_the_limit() -> None:
    async with scene("2.1", hardware=switchable()) as s:
        install(s, ONE_PHASE)
        await charge(s)
        assert phases_drawn(s) == 1
        assert s.evse.offered_a == 16


@virtual_time
async def test_phases_change_after_a_pause_without_an_offer() -> None:
    async with scene("2.1", hardware=switchable()) as s:
        await charge(s)
        assert phases_drawn(s) == 3
        install(s, ONE_PHASE)
        await s.wait(1)
        assert not s.evse.contactor.closed
        assert s.evse.offered_a == 0
        assert s.station.evses[0].charging_state is not None
        assert s.station.evses[0].charging_state.value == "SuspendedEVSE"
        await s.wait(PAUSE - 2)
        assert s.evse.selector.phases == 3
        await s.wait(10)
        assert s.evse.contactor.closed
        assert phases_drawn(s) == 1
        clear(s, 1)
        await s.wait(30)
        assert phases_drawn(s) == 3
        assert [each[0] for each in outline(s)].count("Started") == 1, "it is one transaction"
        assert "Ended" not in [each[0] for each in outline(s)]


@virtual_time
async def test_phases_are_never_switched_under_load() -> None:
    async with scene("2.1", hardware=switchable()) as s:
        select, at_fault = s.evse.selector.select, list[str]()

        async def watched(phases: int) -> None:
            if s.evse.contactor.closed or s.evse.offered_a:
                at_fault.append(f"{phases} phases with {s.evse.offered_a} A offered")
            await select(phases)

        s.evse.selector.select = watched  # type: ignore[method-assign]  # watched on the way
        await charge(s)
        for number in range(6):
            install(s, ONE_PHASE)
            await s.wait(number * 3)
            clear(s, 1)
            await s.wait(number)
        await s.wait(60)
        assert at_fault == []
        assert phases_drawn(s) == 3


@virtual_time
async def test_a_limit_that_ends_within_the_pause_leaves_the_phases_alone() -> None:
    async with scene("2.1", hardware=switchable()) as s:
        await charge(s)
        install(s, ONE_PHASE)
        await s.wait(5)
        clear(s, 1)
        await s.wait(30)
        assert phases_drawn(s) == 3


@virtual_time
async def test_a_switch_that_jams_is_a_fault_until_it_moves() -> None:
    async with scene("2.1", hardware=switchable()) as s:
        await charge(s)
        Mishap.PHASE_SWITCH_JAM.befall(s.evse)
        install(s, ONE_PHASE)
        await s.wait(PAUSE + 2)
        assert not s.evse.contactor.closed
        assert [fault.code for fault in s.station.evses[0].faults] == ["PowerContactor"]
        Mishap.PHASE_SWITCH_JAM.mend(s.evse)
        await s.wait(30)
        assert s.station.evses[0].faults == ()


@virtual_time
async def test_the_session_outlasts_nothing_that_it_should_not() -> None:
    """Whoever leaves within the pause is gone, and the next begins as it should."""
    async with scene("2.1", hardware=switchable()) as s:
        await charge(s)
        install(s, ONE_PHASE)
        await s.wait(2)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        await s.evse.unplug()
        await s.wait(30)
        assert s.station.evses[0].transaction_id is None
        await charge(s)
        assert phases_drawn(s) == 1


@virtual_time
async def test_hardware_that_can_not_switch_is_not_asked_to() -> None:
    hardware = SimulatedStation(evses=1)
    async with bare_station(hardware) as station:
        install(station, ONE_PHASE)
        await asyncio.sleep(1)
        assert hardware.evse(1).selector.phases == 3


@virtual_time
async def test_the_csms_is_told_whether_they_can_be_switched() -> None:
    async with bare_station(switchable()) as station:
        assert station.core.device_model[SmartChargingCtrlr.Phases3to1]
    async with bare_station(SimulatedStation(evses=1)) as station:
        with pytest.raises(UnknownVariableError):
            station.core.device_model[SmartChargingCtrlr.Phases3to1]


def test_what_phases_can_be_used() -> None:
    assert phases_of(SimulatedStation(evses=1).evse(1)) == {3}
    assert phases_of(SimulatedStation(evses=1, phases=1).evse(1)) == {1}
    assert phases_of(switchable().evse(1)) == {1, 3}
    direct = SimulatedStation(evses=1, phases=1, kind=ConnectorKind.CCS2_CABLE)
    assert phases_of(direct.evse(1)) == {3}


@pytest.mark.parametrize("pause", [-1.0, float("nan"), 301.0, None])
def test_a_pause_that_can_not_be_is_refused(pause: float) -> None:
    hardware = switchable()
    hardware.evse(1).phase_pause_s = pause
    with pytest.raises(ValueError, match="phase_pause_s must be 0 to 300"):
        check_evses(hardware.evses)
