"""The ways in which simulated hardware breaks, and how a station hears of them."""

import asyncio

import pytest

from pilotwire.hal.interfaces import (
    ConnectorKind,
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareError,
    Measurand,
    OwnWord,
    PilotState,
    TokenKind,
    TokenPresented,
)
from pilotwire.hal.simulated import ElectricVehicle, Mishap, SimulatedStation
from tests.support.virtual_time import virtual_time
from tests.unit.hal.scenes import charge, energy_wh, pilots, power_w, started


@virtual_time
async def test_faults_are_reported_when_they_come_change_and_go() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(2)

    evse.clear_fault()
    evse.fail(FaultCode.GROUND_FAULT, "30 mA")
    evse.fail(FaultCode.GROUND_FAULT, "30 mA")
    evse.fail(FaultCode.HIGH_TEMPERATURE)
    evse.fail(FaultCode.GROUND_FAULT, "31 mA")
    assert evse.faults == (
        FaultRaised(2, FaultCode.GROUND_FAULT, "31 mA"),
        FaultRaised(2, FaultCode.HIGH_TEMPERATURE),
    )
    evse.clear_fault(FaultCode.HIGH_TEMPERATURE)
    evse.clear_fault(FaultCode.HIGH_TEMPERATURE)
    evse.clear_fault()

    assert events == [
        FaultRaised(2, FaultCode.GROUND_FAULT, "30 mA"),
        FaultRaised(2, FaultCode.HIGH_TEMPERATURE),
        FaultRaised(2, FaultCode.GROUND_FAULT, "31 mA"),
        FaultCleared(2, FaultCode.HIGH_TEMPERATURE),
        FaultCleared(2, FaultCode.GROUND_FAULT),
    ]
    assert not evse.faults


@virtual_time
async def test_faults_of_the_whole_station_are_those_of_evse_0() -> None:
    station = SimulatedStation()
    station.fail(FaultCode.EMERGENCY_STOP)
    events = await started(station)
    station.fail(FaultCode.EMERGENCY_STOP)
    station.clear_fault()
    station.clear_fault()
    assert events == [
        FaultRaised(0, FaultCode.EMERGENCY_STOP),
        FaultCleared(0, FaultCode.EMERGENCY_STOP),
    ]


@virtual_time
async def test_the_service_button_clears_whatever_a_station_may_have_found() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    evse.fail(OwnWord("Smoke"))
    del events[:]
    evse.press_reset()
    assert evse.faults == ()
    assert set(events) == {FaultCleared(1, code) for code in (OwnWord("Smoke"), *FaultCode)}


@virtual_time
async def test_a_contactor_that_sticks_open() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    await asyncio.sleep(60)

    evse.contactor.stick_open()
    assert await power_w(evse) == 0.0
    with pytest.raises(HardwareError, match=r"EVSE 1: .* does not close"):
        await evse.close_contactor()
    await evse.open_contactor()

    evse.contactor.repair()
    await evse.close_contactor()
    await asyncio.sleep(60)
    assert await power_w(evse) > 0


@virtual_time
async def test_a_welded_contactor_stays_closed_and_says_so() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    await asyncio.sleep(60)

    evse.contactor.stick_closed()
    with pytest.raises(HardwareError, match="does not open"):
        await evse.open_contactor()
    assert await power_w(evse) > 0

    await station.reboot()
    assert evse.faults[0].code is FaultCode.CONTACTOR
    assert evse.faults[0] in events
    with pytest.raises(HardwareError, match="EVSE 1"):
        await station.stop()
    await asyncio.sleep(60)
    assert await power_w(evse) == 0.0

    evse.contactor.repair()
    await evse.open_contactor()
    assert not evse.contactor.closed


@virtual_time
async def test_hanging_hardware_answers_after_its_repair_or_never() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    await evse.plug_in(ElectricVehicle())

    for part, call in [
        (evse.contactor, evse.close_contactor),
        (evse.contactor, evse.open_contactor),
        (evse.lock, evse.lock_connector),
        (evse.lock, evse.unlock_connector),
        (evse.meter, evse.read_meter),
    ]:
        part.hang()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(10):
                await call()
        waiting = asyncio.ensure_future(call())
        await asyncio.sleep(10)
        assert not waiting.done()
        part.repair()
        async with asyncio.timeout(1):
            await waiting


@virtual_time
async def test_a_close_that_hung_through_a_stop_or_reboot_never_closes() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    evse.contactor.hang()
    waiting = asyncio.ensure_future(evse.close_contactor())
    await asyncio.sleep(1)
    await station.reboot()
    evse.contactor.repair()
    with pytest.raises(HardwareError, match="another order"):
        await waiting
    assert not evse.contactor.closed


@virtual_time
async def test_opening_wins_over_a_closing_under_way() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    closing = asyncio.ensure_future(evse.close_contactor())
    await asyncio.sleep(0.01)
    await evse.open_contactor()
    with pytest.raises(HardwareError):
        await closing
    await asyncio.sleep(1)
    assert not evse.contactor.closed


@virtual_time
async def test_a_jammed_lock() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    await evse.plug_in(ElectricVehicle())
    evse.lock.jam()
    with pytest.raises(HardwareError, match="jammed"):
        await evse.lock_connector()
    evse.lock.repair()
    await evse.lock_connector()
    assert evse.lock.locked
    evse.lock.jam()
    with pytest.raises(HardwareError, match="jammed"):
        await evse.unlock_connector()
    with pytest.raises(HardwareError, match="locked"):
        await evse.unplug()


@virtual_time
async def test_a_locked_plug_cannot_be_pulled_but_torn_out() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    await evse.lock_connector()
    await asyncio.sleep(60)
    with pytest.raises(HardwareError, match="locked"):
        await evse.unplug()
    assert await power_w(evse) > 0

    await evse.tear_out()
    assert pilots(events)[-1] is PilotState.A
    assert await power_w(evse) == 0.0
    assert not evse.lock.locked
    await evse.plug_in(ElectricVehicle())


@virtual_time
async def test_only_a_plug_in_a_socket_is_locked() -> None:
    socket = SimulatedStation().evse(1)
    with pytest.raises(HardwareError, match="no plug"):
        await socket.lock_connector()

    cable = SimulatedStation(kind=ConnectorKind.TYPE2_CABLE).evse(1)
    await cable.plug_in(ElectricVehicle())
    await cable.lock_connector()
    assert not cable.lock.locked
    await cable.unplug()


@virtual_time
async def test_a_plug_pulled_while_the_bolt_travels() -> None:
    evse = SimulatedStation().evse(1)
    await evse.plug_in(ElectricVehicle())
    locking = asyncio.ensure_future(evse.lock_connector())
    await asyncio.sleep(0.1)
    await evse.unplug()
    with pytest.raises(HardwareError, match="no plug"):
        await locking
    assert not evse.lock.locked


@virtual_time
async def test_a_broken_meter_counts_on() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    evse.meter.break_down()
    await asyncio.sleep(3600)
    with pytest.raises(HardwareError, match=r"EVSE 1: the meter"):
        await evse.read_meter()
    evse.meter.repair()
    assert await energy_wh(evse) == pytest.approx(16 * 3 * 230, rel=0.01)


@virtual_time
async def test_a_reader_that_does_not_work_notices_no_card_and_a_broken_one_is_missed() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(2)
    await evse.swipe("04A1B2C3")
    await station.swipe("1234", kind=TokenKind.KEY_CODE)
    evse.reader.break_down()
    station.reader.hang()
    await evse.swipe("lost")
    await station.swipe("lost")
    evse.reader.repair()
    station.reader.repair()
    await evse.swipe("04A1B2C3", kind=TokenKind.ISO15693)
    await station.swipe("5678")

    assert events == [
        TokenPresented("04A1B2C3", TokenKind.ISO14443, 2),
        TokenPresented("1234", TokenKind.KEY_CODE, None),
        FaultRaised(2, FaultCode.TOKEN_READER, "the reader does not answer"),
        FaultCleared(2, FaultCode.TOKEN_READER),
        TokenPresented("04A1B2C3", TokenKind.ISO15693, 2),
        TokenPresented("5678", TokenKind.ISO14443, None),
    ]


@virtual_time
async def test_mains_that_sag_let_the_contactor_fall_open_by_itself() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    await asyncio.sleep(60)
    evse.brown_out()
    assert not evse.contactor.closed
    assert (await evse.read_meter()).voltage_v == pytest.approx((138.0,) * 3)
    with pytest.raises(HardwareError, match="voltage is too low"):
        await evse.close_contactor()
    evse.restore_mains()
    await evse.close_contactor()
    await asyncio.sleep(60)
    assert await power_w(evse) > 0
    assert events[-2:] == [
        FaultRaised(1, FaultCode.UNDER_VOLTAGE, "brown-out"),
        FaultCleared(1, FaultCode.UNDER_VOLTAGE),
    ]


@virtual_time
async def test_heat_shows_on_the_meter_that_measures_it() -> None:
    station = SimulatedStation(full_meters=True)
    evse = station.evse(1)

    async def celsius() -> list[float]:
        others = (await evse.read_meter()).others
        return [one.value for one in others if one.measurand is Measurand.TEMPERATURE]

    evse.overheat(88)
    assert evse.faults == (FaultRaised(1, FaultCode.HIGH_TEMPERATURE, "88 degrees Celsius"),)
    assert await celsius() == [88]
    evse.cool_down()
    assert await celsius() == [21]
    assert not evse.faults


@pytest.mark.parametrize("mishap", Mishap)
@virtual_time
async def test_mending_what_is_whole_does_no_harm(mishap: Mishap) -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    await asyncio.sleep(60)
    del events[:]
    mishap.mend(evse)
    await asyncio.sleep(60)
    assert events == []
    assert await power_w(evse) > 0


@virtual_time
async def test_a_shorted_pilot_ends_the_flow() -> None:
    station = SimulatedStation()
    events = await started(station)
    evse = station.evse(1)
    await charge(evse, ElectricVehicle())
    await asyncio.sleep(60)
    evse.short_pilot()
    assert await power_w(evse) == 0.0
    evse.restore_pilot()
    await asyncio.sleep(60)
    assert pilots(events) == list(map(PilotState, "BCEBC"))
    assert await power_w(evse) > 0


@virtual_time
async def test_orders_that_make_no_sense_are_refused() -> None:
    station = SimulatedStation()
    await started(station)
    evse = station.evse(1)
    vehicle = ElectricVehicle()
    with pytest.raises(HardwareError, match="no vehicle"):
        await evse.unplug()
    await evse.plug_in(vehicle)
    with pytest.raises(HardwareError, match="another vehicle"):
        await evse.plug_in(ElectricVehicle())
    with pytest.raises(HardwareError, match="elsewhere"):
        await station.evse(2).plug_in(vehicle)
    for amperes in (-1.0, float("nan"), float("inf")):
        with pytest.raises(HardwareError, match="0 or more"):
            await evse.offer_current(amperes)
    for number in (0, 3):
        with pytest.raises(IndexError, match="1 to 2"):
            station.evse(number)
