"""Clock-aligned meter values (2.x J01, J02; 1.6 3.16.2, 4.7)."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from pilotwire.hal.interfaces import Location, Measurand, Measured, MeterReading, Phase
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.standard import (
    AlignedDataCtrlr,
    AuthCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from pilotwire.station.metering.slots import slot_after
from tests.support.editions import IN_2X, IN_ALL
from tests.support.scene import EPOCH, TOKEN, Opponent, Scene, Settings, now, scene
from tests.support.transactions_2x import Trigger, events
from tests.support.virtual_time import virtual_time

REGISTER, POWER = "Energy.Active.Import.Register", "Power.Active.Import"
CONTEXTS = v21.ReadingContextEnumType
QUARTERS: Settings = {
    AlignedDataCtrlr.Interval: 900,
    SampledDataCtrlr.TxUpdatedInterval: 0,
}


def slow_vehicle() -> ElectricVehicle:
    return ElectricVehicle(battery_kwh=100_000, soc=1)


def readings(s: Scene, evse_id: int | None = None) -> list[v21.MeterValuesRequest]:
    """The MeterValues of 2.x that were heard, of an EVSE."""
    told = s.csms.requests(v21.MeterValuesRequest)
    return [each for each in told if evse_id in {None, each.evse_id}]


def readings_16(s: Scene, connector_id: int | None = None) -> list[v16.MeterValuesRequest]:
    told = s.csms.requests(v16.MeterValuesRequest)
    return [each for each in told if connector_id in {None, each.connector_id}]


def instants(s: Scene) -> list[datetime]:
    """When each clock-aligned value was taken, in all messages and versions."""
    values: list[v16.MeterValue | v21.MeterValueType] = []
    for told_16 in readings_16(s):
        values += told_16.meter_value
    for told in readings(s):
        values += told.meter_value
    for event in events(s):
        values += event.meter_value or ()
    return [value.timestamp for value in values if value.sampled_value[0].context == "Sample.Clock"]


def measured(samples: Sequence[v21.SampledValueType | v16.SampledValue]) -> list[str | None]:
    return [None if each.measurand is None else each.measurand.value for each in samples]


# The slots.


@pytest.mark.parametrize(
    ("time", "interval", "slot"),
    [
        ("12:00:00", 900, "12:15:00"),
        ("12:14:59.999", 900, "12:15:00"),
        ("00:00:00", 86_400, "24:00:00"),
        ("23:59:59", 900, "24:00:00"),
        ("00:00:00", 50_000, "13:53:20"),
        ("13:53:20", 50_000, "24:00:00"),  # the next day begins anew
        ("11:00:00", 1_000_000, "24:00:00"),
    ],
)
def test_slots_are_counted_from_midnight(time: str, interval: int, slot: str) -> None:
    """AlignedDataInterval: evenly spaced over the day, from 00:00:00 on."""
    day = datetime(2026, 3, 1, tzinfo=UTC)
    hours, minutes, seconds = slot.split(":")
    expected = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))
    at = datetime.fromisoformat(f"2026-03-01T{time}+00:00")
    assert slot_after(at, interval) == day + expected


@IN_ALL
@virtual_time
async def test_values_come_in_each_slot(version: str) -> None:
    """J01.FR.14, TC_J_01, TC_071: with the time of the slot, transaction or not."""
    async with scene(version, settings=QUARTERS) as s:
        await s.wait(1000)
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(2000)
        await s.evse.swipe(TOKEN)
        await s.wait(1000)
        quarters = [EPOCH + timedelta(minutes=15 * number) for number in range(1, 5)]
        assert sorted(instants(s)) == quarters


@IN_2X
@virtual_time
async def test_all_evses_and_the_main_meter_are_told(version: str) -> None:
    """J01.FR.02, J01.FR.03, J01.FR.14; 2.3: EVSE 0 is the main meter, at the inlet."""
    hardware = SimulatedStation(evses=2, main_meter=True)
    settings: Settings = {**QUARTERS, AlignedDataCtrlr.Measurands: (REGISTER, "Current.Import")}
    async with scene(version, hardware=hardware, settings=settings) as s:
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(1000)
        assert [each.evse_id for each in readings(s)] in ([0, 2], [2, 0])
        (main,) = readings(s, 0)
        (value,) = main.meter_value
        (sample,) = value.sampled_value
        assert sample.location is v21.LocationEnumType.INLET
        assert sample.measurand == REGISTER
        assert sample.context is CONTEXTS.SAMPLE_CLOCK
        assert sample.value > 500  # J01.FR.04
        ((value,),) = (each.meter_value for each in readings(s, 2))
        assert measured(value.sampled_value) == [REGISTER, *["Current.Import"] * 3]


@virtual_time
async def test_all_connectors_and_the_main_meter_are_told_in_1_6() -> None:
    """3.16.3; 4.7: connector 0 is the main meter, without a transaction (errata 3.16)."""
    hardware = SimulatedStation(evses=2, main_meter=True)
    async with scene("1.6", hardware=hardware, settings=QUARTERS) as s:
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(1000)
        assert sorted(each.connector_id for each in readings_16(s)) == [0, 1, 2]
        (charging,) = readings_16(s, 1)
        assert charging.transaction_id == 1
        assert charging.meter_value[0].sampled_value[0].context is v16.ReadingContext.SAMPLE_CLOCK
        (main,) = readings_16(s, 0)
        assert main.transaction_id is None
        assert main.meter_value[0].sampled_value[0].location is v16.Location.INLET
        (idle,) = readings_16(s, 2)
        assert idle.transaction_id is None


@IN_2X
@virtual_time
async def test_those_of_a_transaction_are_told_in_it(version: str) -> None:
    """J01.FR.22, TC_J_02: triggerReason MeterValueClock, context Sample.Clock."""
    async with scene(version, settings=QUARTERS) as s:
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(1000)
        (event,) = [e for e in events(s) if e.trigger_reason is Trigger.METER_VALUE_CLOCK]
        (value,) = event.meter_value or []
        assert value.timestamp == EPOCH + timedelta(minutes=15)
        assert value.timestamp <= event.timestamp
        assert value.sampled_value[0].context is CONTEXTS.SAMPLE_CLOCK
        assert not readings(s)


@virtual_time
async def test_before_there_is_a_transaction_in_1_6_they_are_of_none() -> None:
    """What is a transaction in 2.x already, since the cable is in, is none in 1.6 yet."""
    settings: Settings = {**QUARTERS, TxCtrlr.TxStartPoint: ("EVConnected",)}
    async with scene("1.6", settings=settings) as s:
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(1000)
        (value,) = readings_16(s)
        assert (value.connector_id, value.transaction_id) == (1, None)


@IN_2X
@virtual_time
async def test_no_measurands_are_no_message(version: str) -> None:
    async with scene(version, settings={**QUARTERS, AlignedDataCtrlr.Measurands: ()}) as s:
        await s.wait(1000)
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(1000)
        assert instants(s) == []


@virtual_time
async def test_no_measurands_are_the_register_in_1_6() -> None:
    """TC_071_CS."""
    async with scene("1.6", settings={**QUARTERS, AlignedDataCtrlr.Measurands: ()}) as s:
        await s.wait(1000)
        assert measured(readings_16(s)[0].meter_value[0].sampled_value) == [REGISTER]


# Only while idle.


@IN_2X
@pytest.mark.parametrize("everywhere", [True, False])
@virtual_time
async def test_values_only_while_idle(version: str, everywhere: bool) -> None:
    """J01.FR.19, J01.FR.20, TC_J_06: of the EVSE, or of the whole station."""
    hardware = SimulatedStation(evses=2, main_meter=True)
    async with scene(version, hardware=hardware, settings=QUARTERS) as s:
        here = None if everywhere else Component("AlignedDataCtrlr", evse_id=1)
        s.station.device_model.write(AlignedDataCtrlr.SendDuringIdle, True, here)
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(1000)
        told = sorted(each.evse_id for each in readings(s))
        assert told == ([] if everywhere else [0, 2])
        assert all(e.trigger_reason is not Trigger.METER_VALUE_CLOCK for e in events(s))
        await s.evse.swipe(TOKEN)
        await s.wait(1000)
        assert sorted(each.evse_id for each in readings(s))[-3:] == (
            [0, 1, 2] if everywhere else [1, 2, 2]
        )


# At the end.


@IN_2X
@virtual_time
async def test_those_of_the_end(version: str) -> None:
    """TxEndedInterval, TC_J_03: all of them in the Ended event, and in no other."""
    settings: Settings = {
        SampledDataCtrlr.TxUpdatedInterval: 0,
        AlignedDataCtrlr.TxEndedInterval: 600,
        AlignedDataCtrlr.TxEndedMeasurands: (REGISTER, POWER),
    }
    async with scene(version, settings=settings) as s:
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(2000)
        assert instants(s) == []
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        begin, *between, end = events(s)[-1].meter_value or []
        assert begin.sampled_value[0].context is CONTEXTS.TRANSACTION_BEGIN
        assert end.sampled_value[0].context is CONTEXTS.TRANSACTION_END
        assert [value.timestamp for value in between] == [
            EPOCH + timedelta(seconds=600 * number) for number in (1, 2, 3)
        ]
        assert {tuple(measured(value.sampled_value)) for value in between} == {(REGISTER, POWER)}


@virtual_time
async def test_those_of_the_end_in_1_6() -> None:
    """StopTxnAlignedData at ClockAlignedDataInterval; without StopTxnSampledData, nothing else."""
    settings: Settings = {**QUARTERS, AlignedDataCtrlr.TxEndedMeasurands: (POWER,)}
    async with scene("1.6", settings=settings) as s:
        await s.csms.call(v16.ChangeConfigurationRequest(key="StopTxnSampledData", value=""))
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(2000)
        await s.evse.swipe(TOKEN)
        stop = await s.hears(v16.StopTransactionRequest)
        data = stop.transaction_data or ()
        assert [value.timestamp for value in data] == [
            EPOCH + timedelta(minutes=15 * number) for number in (1, 2)
        ]
        assert [measured(value.sampled_value) for value in data] == [[POWER]] * 2


@virtual_time
async def test_no_values_in_a_stop_where_none_is_wanted() -> None:
    """1.6 3.16.5: both lists are empty."""
    async with scene("1.6", settings={**QUARTERS, SampledDataCtrlr.TxUpdatedInterval: 60}) as s:
        for key in ("StopTxnSampledData", "StopTxnAlignedData"):
            await s.csms.call(v16.ChangeConfigurationRequest(key=key, value=""))
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(2000)
        await s.evse.swipe(TOKEN)
        assert (await s.hears(v16.StopTransactionRequest)).transaction_data is None


@IN_2X
@virtual_time
async def test_where_there_are_too_many_each_kind_is_thinned(version: str) -> None:
    """J02.FR.20: samples and clock-aligned values take turns, and none of the kinds is lost."""
    settings: Settings = {
        SampledDataCtrlr.TxUpdatedInterval: 0,
        SampledDataCtrlr.TxEndedInterval: 60,
        AlignedDataCtrlr.TxEndedInterval: 60,
        AlignedDataCtrlr.TxEndedMeasurands: (REGISTER,),
    }
    async with scene(version, settings=settings) as s:
        await s.wait(29)
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(6 * 3600)
        await s.evse.swipe(TOKEN)
        await s.wait(5)
        values = events(s)[-1].meter_value or ()
        assert 30 < len(values) <= 61
        kinds = [value.sampled_value[0].context for value in values[1:-1]]
        assert min(map(kinds.count, (CONTEXTS.SAMPLE_CLOCK, CONTEXTS.SAMPLE_PERIODIC))) > 10
        times = [value.timestamp for value in values]
        assert times == sorted(times)
        assert max(b - a for a, b in pairwise(times)) <= timedelta(minutes=30)


# The clock.


def tells(csms: Opponent, time: Callable[[], datetime]) -> None:
    """The CSMS tells another time."""
    csms.answer(v16.HeartbeatRequest, lambda _: v16.HeartbeatResponse(current_time=time()))
    csms.answer(v21.HeartbeatRequest, lambda _: v21.HeartbeatResponse(current_time=time()))


@IN_ALL
@pytest.mark.parametrize("by", [-1500, -600, -7, 7, 400, 2000])
@virtual_time
async def test_each_slot_has_one_turn_though_the_clock_is_set(version: str, by: int) -> None:
    """To and fro: none comes twice, and all but those that the clock jumps over come."""
    settings: Settings = {**QUARTERS, AlignedDataCtrlr.Interval: 300}
    async with scene(version, settings=settings) as s:
        await s.wait(1000)
        before = len(instants(s))
        assert before == 3
        tells(s.csms, lambda: now() + timedelta(seconds=by))
        await s.wait(4000)
        slots = instants(s)
        assert len(slots) == len(set(slots)) > 10
        assert all(slot.minute % 5 == 0 and slot.second == 0 for slot in slots)
        set_at = EPOCH + timedelta(seconds=1201 + by)  # with the first heartbeat, or the next
        after = [slot for slot in slots[before:] if slot > set_at + timedelta(seconds=600)]
        assert [b - a for a, b in pairwise(after)] == [timedelta(seconds=300)] * (len(after) - 1)
        assert len(after) >= 5


@IN_ALL
@virtual_time
async def test_a_clock_that_is_set_right_over_a_slot_loses_none(version: str) -> None:
    """The station's clock is slow, and each heartbeat that sets it comes right before a slot."""
    settings: Settings = {**QUARTERS, AlignedDataCtrlr.Interval: 300}
    csms = Opponent(boot_interval=290)
    ahead = 0

    def time() -> datetime:
        nonlocal ahead
        ahead += 15
        return now() + timedelta(seconds=ahead)

    tells(csms, time)
    async with scene(version, settings=settings, csms=csms) as s:
        await s.wait(36_000)
        slots = instants(s)
        assert len(slots) > 120
        turns = [(slot - EPOCH) // timedelta(seconds=300) for slot in slots]
        assert turns == list(range(turns[0], turns[0] + len(turns)))


class Timeless:
    def now(self) -> None:
        return None


@IN_2X
@virtual_time
async def test_there_are_no_slots_while_the_time_is_not_known(version: str) -> None:
    csms = Opponent()
    csms.answer(
        v21.BootNotificationRequest,
        lambda _: v21.BootNotificationResponse(
            status=v21.RegistrationStatusEnumType.PENDING
            if now() < EPOCH + timedelta(seconds=1000)
            else v21.RegistrationStatusEnumType.ACCEPTED,
            current_time=now() if now() > EPOCH + timedelta(seconds=1000) else EPOCH.replace(1990),
            interval=300,
        ),
    )
    async with scene(version, settings=QUARTERS, csms=csms, clock=Timeless(), booted=False) as s:
        await s.wait(2800)
        assert instants(s) == [EPOCH + timedelta(minutes=15 * number) for number in (2, 3)]


@IN_ALL
@virtual_time
async def test_another_interval_counts_at_once(version: str) -> None:
    async with scene(version, settings=QUARTERS) as s:
        await s.wait(1000)
        s.station.device_model[AlignedDataCtrlr.Interval] = 600
        await s.wait(1000)
        assert instants(s) == [EPOCH + timedelta(seconds=each) for each in (900, 1200, 1800)]


# Without a connection, and without a meter.


@IN_ALL
@virtual_time
async def test_those_of_a_time_offline_are_told_later(version: str) -> None:
    async with scene(version, settings=QUARTERS) as s:
        s.go_offline()
        await s.wait(3000)
        s.go_online()
        await s.wait(800)
        assert instants(s)[:3] == [EPOCH + timedelta(minutes=15 * each) for each in (1, 2, 3)]


@IN_ALL
@virtual_time
async def test_a_meter_that_hangs_delays_no_other(version: str) -> None:
    """Nor does it keep anybody from being cut off."""
    hardware = SimulatedStation(evses=3, main_meter=True)
    async with scene(version, hardware=hardware, settings=QUARTERS) as s:
        assert hardware.main_meter is not None
        await s.hardware.evse(3).plug_in(slow_vehicle())
        await s.hardware.evse(3).swipe(TOKEN)
        await s.wait(60)
        hardware.main_meter.hang()
        hardware.evse(1).meter.hang()
        hardware.evse(3).meter.hang()
        await s.wait(900 - asyncio.get_running_loop().time() + 1)
        told = readings_16(s, 2) if version == "1.6" else readings(s, 2)
        assert len(told) == 1
        assert hardware.evse(3).contactor.closed
        await hardware.evse(3).tear_out()  # while its meter is being read
        await s.wait(0.2)
        assert not hardware.evse(3).contactor.closed
        await s.wait(10)
        assert [bool(evse.faults) for evse in s.station.evses] == [True, False, True]
        for part in (hardware.main_meter, hardware.evse(1).meter, hardware.evse(3).meter):
            part.repair()
        await s.wait(900)
        assert not any(evse.faults for evse in s.station.evses)
        for evse_id in (0, 1, 2, 3):
            again = readings_16(s, evse_id) if version == "1.6" else readings(s, evse_id)
            assert again[-1].meter_value[-1].timestamp == EPOCH + timedelta(minutes=30)


def more_than_fits(evse: SimulatedEvse) -> None:
    """Let a meter show a lot."""
    read = evse.read_meter
    many = SimulatedStation(evses=1, full_meters=True).evse(1)

    async def read_meter() -> MeterReading:
        others = tuple(
            Measured(measurand, 1.0, phase, location)
            for measurand in (Measurand.POWER_REACTIVE_IMPORT, *many.measures)
            if isinstance(measurand, Measurand)
            for phase in (None, *Phase)
            for location in Location
            if location is not Location.UPSTREAM
        )
        return replace(await read(), others=others)

    vars(evse)["read_meter"] = read_meter


@IN_2X
@virtual_time
async def test_more_than_one_message_holds(version: str) -> None:
    """J01.FR.15, J02.FR.14: several messages with the same timestamp."""
    settings: Settings = {
        AlignedDataCtrlr.Interval: 900,
        AlignedDataCtrlr.Measurands: (REGISTER, POWER, "Current.Import", "Voltage", "Frequency"),
        SampledDataCtrlr.TxUpdatedInterval: 0,
    }
    async with scene(version, settings=settings) as s:
        more_than_fits(s.evse)
        await s.wait(950)
        idle = [value for each in readings(s) for value in each.meter_value]
        assert len(readings(s)) > 1
        assert len({value.timestamp for value in idle}) == 1
        assert all(len(each.to_json()) < 65_536 for each in readings(s))
        await s.plug_in_and_swipe(slow_vehicle())
        await s.wait(900)
        told = [e for e in events(s) if e.trigger_reason is Trigger.METER_VALUE_CLOCK]
        assert len(told) > 1
        assert len({event.timestamp for event in told}) == 1
        assert all(len(event.to_json()) < 65_536 for event in told)
        whole = [
            sample
            for event in told
            for value in event.meter_value or ()
            for sample in value.sampled_value
        ]
        assert len(whole) == sum(len(value.sampled_value) for value in idle)


@virtual_time
async def test_a_start_after_a_slot_is_told_once_1_6() -> None:
    """4.8: what was measured between the plug and the card is of no transaction there."""
    settings: Settings = {
        TxCtrlr.TxStartPoint: ("EVConnected",),
        AlignedDataCtrlr.Interval: 60,
        AuthCtrlr.OfflineTxForUnknownIdEnabled: True,
    }
    async with scene("1.6", settings=settings) as s:
        s.go_offline()
        await s.wait(5)
        await s.evse.plug_in(ElectricVehicle())
        await s.wait(90)
        await s.evse.swipe(TOKEN)
        await s.wait(30)
        s.go_online()
        await s.wait(300)
        assert len(s.csms.requests(v16.StartTransactionRequest)) == 1
        assert len(s.csms.requests(v16.MeterValuesRequest)) > 1
