"""Cases of block J, meter values (Part 6, 2.11)."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v21.device_model import AlignedDataCtrlr
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SampledDataCtrlr, TxCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import Configuration, Play, case
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

INTERVAL = 30
TRANSACTION = 95.0
"""How long a transaction goes on, in seconds: for three intervals."""

ALIGNED: Configuration = {AlignedDataCtrlr.Interval: str(INTERVAL)}
ALIGNED_AT_END: Configuration = {
    AlignedDataCtrlr.TxEndedInterval: str(INTERVAL),
    AlignedDataCtrlr.TxEndedMeasurands: "Energy.Active.Import.Register",
}
EVERY_KEY: Configuration = {OCPPCommCtrlr.PublicKeyWithSignedMeterValue: "EveryMeterValue"}
IN_TRANSACTIONS: Configuration = {
    AlignedDataCtrlr.SendDuringIdle: "false",
    SampledDataCtrlr.RegisterValuesWithoutPhases: "false",
}

Values = Sequence[v21.MeterValueType] | None


async def measurands(play: Play, spec: Variable[Any]) -> set[str]:
    return set((await play.value(spec)).split(",")) - {""}


def assert_sampled(values: Values, context: str, wanted: set[str]) -> None:
    """Each measurand is there, in this context; of the vehicle there is none but its SoC."""
    assert values
    for value in values:
        found: set[str] = set()
        for sample in value.sampled_value:
            assert sample.context == context
            found.add(sample.measurand or "Energy.Active.Import.Register")
            assert sample.location != "EV" or sample.measurand == "SoC"
        assert wanted <= found, f"{wanted} are configured; there are {found}"


def assert_regular(times: Iterable[datetime]) -> None:
    """Each slot follows the one before it after the interval; several messages may be of one."""
    slots = sorted(set(times))
    assert len(slots) > 1
    for one, other in pairwise(slots):
        difference = other - one
        assert abs(difference - timedelta(seconds=INTERVAL)) < timedelta(seconds=4), slots


# Aligned with the clock.


@virtual_time
async def test_TC_J_01_CS(version: str) -> None:
    async with case(version, ALIGNED) as play:
        wanted = await measurands(play, AlignedDataCtrlr.Measurands)
        times = await clock_aligned(play, wanted, 6)
        assert_regular(times)


async def clock_aligned(play: Play, wanted: set[str], count: int) -> list[datetime]:
    times: list[datetime] = []
    for _ in range(count):
        message = await play.expect(v21.MeterValuesRequest, limit=2 * INTERVAL)
        assert_sampled(message.meter_value, "Sample.Clock", wanted)
        times.append(message.meter_value[0].timestamp)
    return times


@virtual_time
async def test_TC_J_02_CS(version: str) -> None:
    async with case(version, ALIGNED, if_implemented=IN_TRANSACTIONS) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        wanted = await measurands(play, AlignedDataCtrlr.Measurands)
        await play.s.wait(TRANSACTION)
        events = [
            event
            for event in await at.all_events(0)
            if event.trigger_reason != "MeterValuePeriodic"
        ]
        for event in events:
            assert event.trigger_reason == "MeterValueClock"
            assert_sampled(event.meter_value, "Sample.Clock", wanted)
        assert_regular(event.timestamp for event in events)
        others = play.pending(v21.MeterValuesRequest)
        for message in others:
            assert message.evse_id != 1
            assert_sampled(message.meter_value, "Sample.Clock", wanted)
        if others:
            assert_regular(message.meter_value[0].timestamp for message in others)


async def ended(play: Play) -> Sequence[v21.MeterValueType]:
    """The meter values that end a transaction."""
    at = play.at()
    await states.energy_transfer_started(at)
    await play.s.wait(TRANSACTION)
    await states.parking_bay_unoccupied(at)
    events = play.s.csms.requests(v21.TransactionEventRequest)
    (last,) = [event for event in events if event.event_type == "Ended"]
    assert last.meter_value
    return last.meter_value


@virtual_time
async def test_TC_J_03_CS(version: str) -> None:
    settings = {**ALIGNED_AT_END, SampledDataCtrlr.TxEndedMeasurands: ""}
    async with case(version, settings, if_implemented=IN_TRANSACTIONS) as play:
        wanted = await measurands(play, AlignedDataCtrlr.TxEndedMeasurands)
        values = await ended(play)
        assert_sampled(values, "Sample.Clock", wanted)
        assert_regular(value.timestamp for value in values)


@virtual_time
async def test_TC_J_04_CS(version: str) -> None:
    settings = {**ALIGNED_AT_END, **EVERY_KEY, AlignedDataCtrlr.SignReadings: "true"}
    hardware = SimulatedStation(evses=2, signing=True)
    async with case(version, settings, if_implemented=IN_TRANSACTIONS, hardware=hardware) as play:
        wanted = await measurands(play, AlignedDataCtrlr.TxEndedMeasurands)
        values = [
            value for value in await ended(play) if value.sampled_value[0].context == "Sample.Clock"
        ]
        assert_sampled(values, "Sample.Clock", wanted)
        assert_regular(value.timestamp for value in values)
        assert_signed(values)


def assert_signed(values: Sequence[v21.MeterValueType]) -> None:
    for value in values:
        for sample in value.sampled_value:
            assert sample.signed_meter_value is not None
            assert sample.signed_meter_value.public_key is not None


@virtual_time
async def test_TC_J_06_CS(version: str) -> None:
    """What is sampled for the transaction itself is switched off: the case wants no value."""
    settings = {**ALIGNED, AlignedDataCtrlr.SendDuringIdle: "true"}
    unsampled: Configuration = {
        SampledDataCtrlr.TxStartedMeasurands: "",
        SampledDataCtrlr.TxUpdatedMeasurands: "",
    }
    async with case(version, {**settings, **unsampled}) as play:
        at = play.at()
        wanted = await measurands(play, AlignedDataCtrlr.Measurands)
        before = await clock_aligned(play, wanted, 4)
        await states.energy_transfer_started(at)
        play.forget()
        await play.silence(v21.MeterValuesRequest, seconds=INTERVAL + 5)
        heard = play.s.csms.requests(v21.TransactionEventRequest)
        assert not any(event.meter_value for event in heard)
        await states.parking_bay_unoccupied(at)
        assert_regular(before)
        assert_regular(await clock_aligned(play, wanted, 4))


# Sampled.


@virtual_time
async def test_TC_J_07_CS(version: str) -> None:
    async with case(version, {TxCtrlr.TxStartPoint: "EVConnected"}) as play:
        at = play.at()
        wanted = await measurands(play, SampledDataCtrlr.TxStartedMeasurands)
        await states.parking_bay_occupied(at)
        await states.ev_connected_pre_session(at)
        await states.energy_transfer_started(at)
        (started, *_) = play.s.csms.requests(v21.TransactionEventRequest)
        assert started.event_type == "Started"
        assert_sampled(started.meter_value, "Transaction.Begin", wanted)


@virtual_time
async def test_TC_J_09_CS(version: str) -> None:
    async with case(version, {SampledDataCtrlr.TxUpdatedInterval: str(INTERVAL)}) as play:
        at = play.at()
        wanted = await measurands(play, SampledDataCtrlr.TxUpdatedMeasurands)
        await states.energy_transfer_started(at)
        await play.s.wait(TRANSACTION)
        events = await at.all_events(0)
        for event in events:
            assert event.trigger_reason == "MeterValuePeriodic"
            assert event.event_type == "Updated"
            assert_sampled(event.meter_value, "Sample.Periodic", wanted)
        assert_regular(event.timestamp for event in events)


@virtual_time
async def test_TC_J_10_CS(version: str) -> None:
    settings = {SampledDataCtrlr.TxEndedInterval: str(INTERVAL)}
    aligned = {AlignedDataCtrlr.TxEndedMeasurands: ""}
    async with case(version, settings, if_implemented=aligned) as play:
        wanted = await measurands(play, SampledDataCtrlr.TxEndedMeasurands)
        assert_sampled_till_the_end(await ended(play), wanted)


def assert_sampled_till_the_end(values: Sequence[v21.MeterValueType], wanted: set[str]) -> None:
    by_context = {value.sampled_value[0].context or "": [value] for value in values}
    for context in by_context:
        by_context[context] = [v for v in values if v.sampled_value[0].context == context]
        assert_sampled(by_context[context], context, wanted)
    assert len(by_context["Transaction.End"]) == 1
    assert_regular(value.timestamp for value in by_context["Sample.Periodic"])


@virtual_time
async def test_TC_J_11_CS(version: str) -> None:
    settings: Configuration = {
        **EVERY_KEY,
        SampledDataCtrlr.TxEndedInterval: str(INTERVAL),
        SampledDataCtrlr.SignReadings: "true",
    }
    hardware = SimulatedStation(evses=2, signing=True)
    async with case(version, settings, hardware=hardware) as play:
        wanted = await measurands(play, SampledDataCtrlr.TxEndedMeasurands)
        values = await ended(play)
        assert_sampled_till_the_end(values, wanted)
        assert_signed(values)
