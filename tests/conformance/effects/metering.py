"""What the station does by variables of what its meters show."""

from collections.abc import Sequence

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import (
    AlignedDataCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
)
from tests.conformance.effects.effect import Effects, plug_and_swipe
from tests.support.scene import TOKEN, Scene, Settings
from tests.support.transactions_2x import events

__all__ = ["EFFECTS"]

EFFECTS = Effects()

ENERGY, POWER = "Energy.Active.Import.Register", "Power.Active.Import"
QUARTERS: Settings = {
    AlignedDataCtrlr.Interval: 900,
    SampledDataCtrlr.TxUpdatedInterval: 0,
}
SIGNED: Settings = {
    SampledDataCtrlr.SignReadings: True,
    SampledDataCtrlr.TxUpdatedInterval: 60,
}
ALIGNED_AND_SIGNED: Settings = {
    SampledDataCtrlr.TxUpdatedInterval: 0,
    AlignedDataCtrlr.Interval: 300,
    AlignedDataCtrlr.SignReadings: True,
}
UPSTREAM: Settings = {
    SampledDataCtrlr.UpstreamMeasurands: (POWER,),
    AlignedDataCtrlr.UpstreamMeasurands: (POWER,),
}
FULL, SIGNING = {"full_meters": True}, {"signing": True}


def samples(s: Scene) -> list[v21.SampledValueType]:
    """All values that were told, in whichever message."""
    readings = s.csms.requests(v21.MeterValuesRequest)
    values = [value for request in readings for value in request.meter_value]
    values += [value for event in events(s) for value in event.meter_value or ()]
    return [each for value in values for each in value.sampled_value]


def aligned(s: Scene) -> list[v21.SampledValueType]:
    """The clock-aligned ones."""
    context = v21.ReadingContextEnumType.SAMPLE_CLOCK
    return [each for each in samples(s) if each.context is context]


def names(told: Sequence[v21.SampledValueType]) -> str:
    return ",".join(dict.fromkeys(str(sample.measurand) for sample in told))


def measured(event: v21.TransactionEventRequest) -> str:
    return names(event.meter_value[0].sampled_value if event.meter_value else ())


@EFFECTS.of(SampledDataCtrlr.Enabled, {"true": ENERGY, "false": ""})
@EFFECTS.of(SampledDataCtrlr.TxStartedMeasurands, {ENERGY: ENERGY, POWER: POWER, "": ""})
async def measured_at_the_start(s: Scene) -> object:
    await plug_and_swipe(s)
    return measured(events(s)[0])


@EFFECTS.of(
    SampledDataCtrlr.TxUpdatedMeasurands, {ENERGY: ENERGY, f"{ENERGY},{POWER}": f"{ENERGY},{POWER}"}
)
async def measured_meanwhile(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(100)
    return measured(events(s)[-1])


@EFFECTS.of(SampledDataCtrlr.TxEndedMeasurands, {ENERGY: ENERGY, POWER: POWER, "": ""})
async def measured_at_the_end(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    return measured(events(s)[-1])


async def measured_on_demand(s: Scene) -> object:
    wanted = v21.MessageTriggerEnumType.METER_VALUES
    answer = await s.csms.call(v21.TriggerMessageRequest(requested_message=wanted))
    await s.wait(5)
    told = s.csms.requests(v21.MeterValuesRequest)
    assert (answer.status == "Accepted") == bool(told)
    return names(told[-1].meter_value[0].sampled_value if told else ())


@EFFECTS.of(
    AlignedDataCtrlr.Measurands,
    {
        ENERGY: (ENERGY, ENERGY),
        POWER: (POWER, POWER),
        f"{ENERGY},{POWER}": (f"{ENERGY},{POWER}", f"{ENERGY},{POWER}"),
        "": ("", ""),
    },
    others=QUARTERS,
)
async def measured_when_idle(s: Scene) -> object:
    """By the clock, and when the CSMS asks."""
    await s.wait(900)
    return names(aligned(s)), await measured_on_demand(s)


@EFFECTS.of(
    SampledDataCtrlr.TxEndedInterval,
    {"0": 2, "10": 11},
    others={SampledDataCtrlr.TxUpdatedInterval: 0},
)
async def samples_told_at_the_end(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(90)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    return len(events(s)[-1].meter_value or ())


@EFFECTS.of(SampledDataCtrlr.TxUpdatedInterval, {"0": 0, "60": 10, "9": 67})
async def samples_in_ten_minutes(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(600)
    periodic = v21.TriggerReasonEnumType.METER_VALUE_PERIODIC
    return sum(event.trigger_reason is periodic for event in events(s))


@EFFECTS.of(AlignedDataCtrlr.Enabled, {"true": ENERGY, "false": ""}, others=QUARTERS)
async def aligned_when_idle(s: Scene) -> object:
    await s.wait(900)
    return names(aligned(s))


@EFFECTS.of(AlignedDataCtrlr.Interval, {"0": 0, "900": 4, "1700": 2})
async def aligned_in_an_hour(s: Scene) -> object:
    await s.wait(3600)
    return len(aligned(s))


@EFFECTS.of(AlignedDataCtrlr.SendDuringIdle, {"true": False, "false": True}, others=QUARTERS)
async def aligned_while_charging(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(900)
    return bool(aligned(s))


@EFFECTS.of(
    AlignedDataCtrlr.TxEndedInterval,
    {"0": (0, ""), "300": (3, ENERGY)},
    others={AlignedDataCtrlr.TxEndedMeasurands: (ENERGY,)},
)
@EFFECTS.of(
    AlignedDataCtrlr.TxEndedMeasurands,
    {"": (0, ""), POWER: (3, POWER)},
    others={AlignedDataCtrlr.TxEndedInterval: 300},
)
async def aligned_at_the_end(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(900)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    return len(aligned(s)), names(aligned(s))


@EFFECTS.of(
    AlignedDataCtrlr.UpstreamInterval,
    {"0": 0, "300": 2},
    hardware=FULL,
    only_in="2.1",
    others=UPSTREAM,
)
@EFFECTS.of(
    AlignedDataCtrlr.UpstreamMeasurands,
    {"": 0, POWER: 2},
    hardware=FULL,
    only_in="2.1",
    others={AlignedDataCtrlr.UpstreamInterval: 300},
)
@EFFECTS.of(
    SampledDataCtrlr.UpstreamInterval,
    {"0": 0, "60": 10},
    hardware=FULL,
    only_in="2.1",
    others=UPSTREAM,
)
@EFFECTS.of(
    SampledDataCtrlr.UpstreamMeasurands,
    {"": 0, POWER: 10},
    hardware=FULL,
    only_in="2.1",
    others={SampledDataCtrlr.UpstreamInterval: 60},
)
async def of_the_building(s: Scene) -> object:
    """How often what the building draws was told within ten minutes."""
    await plug_and_swipe(s)
    await s.wait(600)
    return sum(each.location is v21.LocationEnumType.UPSTREAM for each in samples(s))


@EFFECTS.of(
    SampledDataCtrlr.RegisterValuesWithoutPhases,
    {"true": [None], "false": [None, "L1", "L2", "L3"]},
    hardware=FULL,
)
async def registers_of_phases(s: Scene) -> object:
    await plug_and_swipe(s)
    values = events(s)[0].meter_value or ()
    return [each.phase for value in values for each in value.sampled_value]


def signed(event: v21.TransactionEventRequest) -> bool:
    values = event.meter_value or ()
    return any(each.signed_meter_value for value in values for each in value.sampled_value)


@EFFECTS.of(
    AlignedDataCtrlr.SignReadings,
    {"false": ("", False), "true": ("Updated", True)},
    hardware=SIGNING,
    others={**ALIGNED_AND_SIGNED, AlignedDataCtrlr.SignReadings: False},
)
@EFFECTS.of(
    AlignedDataCtrlr.SignUpdatedReadings,
    {"false": ("", True), "true": ("Updated", True)},
    hardware=SIGNING,
    others=ALIGNED_AND_SIGNED,
)
@EFFECTS.of(
    SampledDataCtrlr.SignReadings,
    {"false": ("", False), "true": ("Started Updated Ended", False)},
    hardware=SIGNING,
)
@EFFECTS.of(
    SampledDataCtrlr.SignStartedReadings,
    {"false": ("Updated Ended", False), "true": ("Started Updated Ended", False)},
    hardware=SIGNING,
    others=SIGNED,
)
@EFFECTS.of(
    SampledDataCtrlr.SignUpdatedReadings,
    {"false": ("Started Ended", False), "true": ("Started Updated Ended", False)},
    hardware=SIGNING,
    others=SIGNED,
)
async def signed_events(s: Scene) -> object:
    """Which events of a transaction have signed values, and whether a reading when idle has."""
    await s.wait(300)
    idle = [
        each.signed_meter_value is not None
        for request in s.csms.requests(v21.MeterValuesRequest)
        for each in request.meter_value[0].sampled_value
    ]
    await plug_and_swipe(s)
    await s.wait(400)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    kinds = dict.fromkeys(str(event.event_type) for event in events(s) if signed(event))
    return " ".join(kinds), any(idle)


@EFFECTS.of(
    OCPPCommCtrlr.PublicKeyWithSignedMeterValue,
    {"Never": 0, "OncePerTransaction": 1, "EveryMeterValue": "all"},
    hardware=SIGNING,
    others=SIGNED,
)
async def keys_told(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(300)
    found = [each.signed_meter_value for each in samples(s)]
    told = [bool(each.public_key) for each in found if each is not None]
    assert len(told) > 2
    return "all" if all(told) else told.count(True)
