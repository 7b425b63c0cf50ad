"""What the station does by the value of a variable, told in a word or a number.

`EFFECTS` has each variable of 2.x that the CSMS can set.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from tempfile import TemporaryDirectory
from typing import Any

from pilotwire.errors import CallRefused
from pilotwire.hal.interfaces import HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Response
from pilotwire.ocpp.specs import Variable
from pilotwire.station.authorization.cache import STORAGE, AuthorizationCache
from pilotwire.station.device_model.standard import (
    AlignedDataCtrlr,
    AnyComponent,
    AuthCacheCtrlr,
    AuthCtrlr,
    ClockCtrlr,
    LocalAuthListCtrlr,
    OCPPCommCtrlr,
    ReservationCtrlr,
    SampledDataCtrlr,
    SecurityCtrlr,
    TxCtrlr,
)
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo, PersonalMessage
from pilotwire.station.vocabulary import AuthorizationStatus, IdTokenKind
from pilotwire.store import Store
from tests.support.local_list import FAILED, listed, send
from tests.support.reservation import reserve
from tests.support.scene import EPOCH, TOKEN, Scene, Settings, now, scene
from tests.support.tokens import asked, block
from tests.support.transactions_2x import events

__all__ = ["EFFECTS", "Stubborn", "comes_back_from_a_reset", "plug_and_swipe"]

Status = v21.AuthorizationStatusEnumType


def outline(s: Scene) -> str:
    """What became of the transactions: "Started Updated Ended"."""
    return " ".join(event.event_type for event in events(s))


async def plug_and_swipe(s: Scene) -> None:
    await s.plug_in_and_swipe(ElectricVehicle(battery_kwh=75, soc=20))
    await s.wait(5)


async def statuses_of_a_short_visit(s: Scene) -> object:
    before = len(s.csms.requests(v21.StatusNotificationRequest))
    await s.evse.plug_in(ElectricVehicle())
    await s.wait(20)
    await s.evse.unplug()
    await s.wait(100)
    return len(s.csms.requests(v21.StatusNotificationRequest)) - before


async def away(s: Scene, seconds: float) -> None:
    s.go_offline()
    await s.wait(seconds)
    s.go_online()


def refuse(_: object) -> Response:
    raise CallRefused("InternalError")


async def asks_before_remote_start(s: Scene) -> object:
    await s.evse.plug_in(ElectricVehicle())
    token = v21.IdTokenType(id_token=TOKEN, type=IdTokenKind.ISO14443)
    await s.csms.call(
        v21.RequestStartTransactionRequest(evse_id=1, remote_start_id=1, id_token=token)
    )
    await s.wait(10)
    assert outline(s).startswith("Started")
    return len(s.csms.requests(v21.AuthorizeRequest))


async def charges_unknown_tokens_offline(s: Scene) -> object:
    s.go_offline()
    await plug_and_swipe(s)
    return s.evse.contactor.closed


async def charges_without_a_token(s: Scene) -> object:
    await s.evse.plug_in(ElectricVehicle())
    await s.wait(5)
    return s.evse.contactor.closed


KNOWN = "CCCCCCCC"
"""A token that is in the cache."""


async def knows(s: Scene, info: IdTokenInfo | None = None) -> None:
    """Put a token into the cache: one that is accepted, if nothing else is said."""
    accepted = IdTokenInfo(AuthorizationStatus.ACCEPTED)
    block(s, AuthorizationCache).learn(IdToken(KNOWN), accepted if info is None else info)


async def questions_about_a_known_token(s: Scene) -> object:
    await knows(s)
    await s.evse.swipe(KNOWN)
    await s.wait(2)
    return len(asked(s))


async def questions_about_a_refused_token(s: Scene) -> object:
    await knows(s, IdTokenInfo(AuthorizationStatus.BLOCKED))
    await s.evse.swipe(KNOWN)
    await s.wait(2)
    return len(asked(s))


async def questions_about_any_token(s: Scene) -> object:
    await s.evse.swipe(TOKEN)
    await s.wait(2)
    return len(asked(s))


async def questions_about_a_listed_token(s: Scene) -> object:
    assert await send(s, 1, listed(TOKEN)) in {"Accepted", FAILED}
    return await questions_about_any_token(s)


async def takes_a_reservation(s: Scene) -> object:
    return await reserve(s, 1, TOKEN, 1)


async def questions_about_one_listed_as_refused(s: Scene) -> object:
    await send(s, 1, listed(TOKEN, status=AuthorizationStatus.INVALID))
    return await questions_about_any_token(s)


async def charges_known_tokens_offline(s: Scene) -> object:
    await knows(s)
    s.go_offline()
    await s.evse.plug_in(ElectricVehicle())
    await s.evse.swipe(KNOWN)
    await s.wait(5)
    return s.evse.contactor.closed


async def ends_the_session_of_another(s: Scene) -> object:
    await plug_and_swipe(s)
    await knows(s, IdTokenInfo(AuthorizationStatus.ACCEPTED, IdToken("POLICE")))
    await s.evse.swipe(KNOWN)
    await s.wait(5)
    return outline(s).endswith("Ended")


async def questions_ten_minutes_later(s: Scene) -> object:
    await knows(s)
    await s.wait(600)
    await s.evse.swipe(KNOWN)
    await s.wait(2)
    return len(asked(s))


async def gives_way_in_the_cache(s: Scene) -> object:
    cache = block(s, AuthorizationCache)
    long = PersonalMessage("x" * (STORAGE // 4 + 1), "UTF8")
    for token in "ABBCAAD":
        cache.learn(IdToken(token), IdTokenInfo(AuthorizationStatus.ACCEPTED, message=long))
    return "".join(token for token in "ABCD" if cache.known(IdToken(token)) is None)


async def energy_of_a_refused_token(s: Scene) -> object:
    s.csms.answer(v21.TransactionEventRequest, invalid)
    before = s.evse.meter.register_wh
    await plug_and_swipe(s)
    await s.wait(7200)
    return round((s.evse.meter.register_wh - before) / 100) * 100


async def follows_the_clock_of_the_csms(s: Scene) -> object:
    return s.csms.requests(v21.StatusNotificationRequest)[0].timestamp.hour


def an_hour_ahead(_: object) -> v21.BootNotificationResponse:
    return v21.BootNotificationResponse(
        status=v21.RegistrationStatusEnumType.ACCEPTED,
        current_time=now() + timedelta(hours=1),
        interval=300,
    )


async def heartbeats_of_an_hour(s: Scene) -> object:
    await s.wait(3600)
    return len(s.csms.requests(v21.HeartbeatRequest))


async def attempts_to_tell_a_start(s: Scene) -> object:
    s.csms.answer(v21.TransactionEventRequest, refuse)
    await plug_and_swipe(s)
    await s.wait(3000)
    return sum(event.seq_no == 0 for event in events(s))


async def seconds_to_the_second_attempt(s: Scene) -> object:
    s.csms.answer(v21.TransactionEventRequest, refuse)
    await plug_and_swipe(s)
    await s.wait(600)
    times = [heard.at for heard in s.csms.heard if heard.request in events(s)]
    return round(times[1] - times[0])


async def statuses_after_two_minutes_away(s: Scene) -> object:
    s.csms.heard.clear()
    await away(s, 120)
    await s.wait(600)
    return len(s.csms.requests(v21.StatusNotificationRequest))


class Stubborn(SimulatedStation):
    """Fails to restart twice."""

    failures = 2

    async def reboot(self) -> None:
        if self.failures:
            self.failures -= 1
            raise HardwareError("no answer from the power board")
        await super().reboot()


async def comes_back_from_a_reset(s: Scene) -> object:
    await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
    await s.wait(100)
    return s.csms.actions().count("BootNotification") == 2


async def connects_in_ten_minutes(s: Scene) -> object:
    before = len(s.network.attempts)
    await away(s, 600)
    return len(s.network.attempts) - before


async def interval_of_pings(s: Scene) -> object:
    return s.network.attempts[-1].ping_interval


def measured(event: v21.TransactionEventRequest) -> str:
    samples = event.meter_value[0].sampled_value if event.meter_value else ()
    return ",".join(dict.fromkeys(str(sample.measurand) for sample in samples))


async def measured_at_the_start(s: Scene) -> object:
    await plug_and_swipe(s)
    return measured(events(s)[0])


async def measured_meanwhile(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(100)
    return measured(events(s)[-1])


async def tells_of_a_minute(s: Scene) -> object:
    """Whether a clock that is set by a minute is told of as a security event."""
    answer = v21.HeartbeatResponse(current_time=now() + timedelta(minutes=1))
    s.csms.answer(v21.HeartbeatRequest, lambda _: answer)
    heartbeat = v21.MessageTriggerEnumType.HEARTBEAT
    await s.csms.call(v21.TriggerMessageRequest(requested_message=heartbeat))
    await s.wait(5)
    events = s.csms.requests(v21.SecurityEventNotificationRequest)
    return any(event.type == "SettingSystemTime" for event in events)


async def measured_on_demand(s: Scene) -> object:
    wanted = v21.MessageTriggerEnumType.METER_VALUES
    answer = await s.csms.call(v21.TriggerMessageRequest(requested_message=wanted))
    await s.wait(5)
    told = s.csms.requests(v21.MeterValuesRequest)
    assert (answer.status == "Accepted") == bool(told)
    samples = told[-1].meter_value[0].sampled_value if told else ()
    return ",".join(sample.measurand for sample in samples)


async def measured_at_the_end(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    return measured(events(s)[-1])


async def samples_told_at_the_end(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(90)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    return len(events(s)[-1].meter_value or ())


async def samples_in_ten_minutes(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(600)
    periodic = v21.TriggerReasonEnumType.METER_VALUE_PERIODIC
    return sum(event.trigger_reason is periodic for event in events(s))


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


async def aligned_when_idle(s: Scene) -> object:
    await s.wait(900)
    return names(aligned(s))


async def aligned_in_an_hour(s: Scene) -> object:
    await s.wait(3600)
    return len(aligned(s))


async def aligned_while_charging(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(900)
    return bool(aligned(s))


async def aligned_at_the_end(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(900)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    return len(aligned(s)), names(aligned(s))


async def of_the_building(s: Scene) -> object:
    """How often what the building draws was told within ten minutes."""
    await plug_and_swipe(s)
    await s.wait(600)
    return sum(each.location is v21.LocationEnumType.UPSTREAM for each in samples(s))


async def registers_of_phases(s: Scene) -> object:
    await plug_and_swipe(s)
    values = events(s)[0].meter_value or ()
    return [each.phase for value in values for each in value.sampled_value]


def signed(event: v21.TransactionEventRequest) -> bool:
    values = event.meter_value or ()
    return any(each.signed_meter_value for value in values for each in value.sampled_value)


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


async def keys_told(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(300)
    found = [each.signed_meter_value for each in samples(s)]
    told = [bool(each.public_key) for each in found if each is not None]
    assert len(told) > 2
    return "all" if all(told) else told.count(True)


async def waits_for_the_vehicle(s: Scene) -> object:
    await s.evse.swipe(TOKEN)
    await s.wait(70)
    return s.station.evses[0].token is not None


async def ends_when_the_vehicle_leaves(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.tear_out()
    await s.wait(5)
    return outline(s).endswith("Ended")


def invalid(event: v21.TransactionEventRequest) -> v21.TransactionEventResponse:
    if event.id_token is None:
        return v21.TransactionEventResponse()
    info = v21.IdTokenInfoType(status=Status.INVALID)
    return v21.TransactionEventResponse(id_token_info=info)


async def ends_when_the_token_is_invalid(s: Scene) -> object:
    s.csms.answer(v21.TransactionEventRequest, invalid)
    await plug_and_swipe(s)
    await s.wait(10)
    assert not s.evse.contactor.closed
    return outline(s).endswith("Ended")


def pending(_: object) -> v21.BootNotificationResponse:
    status = v21.RegistrationStatusEnumType.PENDING
    return v21.BootNotificationResponse(status=status, current_time=now(), interval=300)


async def charges_before_it_is_accepted(s: Scene) -> object:
    s.station.device_model[AuthCtrlr.OfflineTxForUnknownIdEnabled] = True
    await plug_and_swipe(s)
    assert events(s) == []
    return s.evse.contactor.closed


async def starts_with_the_cable(s: Scene) -> object:
    await s.evse.plug_in(ElectricVehicle())
    await s.wait(5)
    return outline(s)


async def ends_with_the_card(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    return outline(s).endswith("Ended")


async def unlocks_when_the_vehicle_leaves(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.leave_plug()
    await s.wait(5)
    await s.evse.swipe("AAAAAAAA")  # another's, who can begin if nobody's plug is in the way
    await s.wait(5)
    return s.station.evses[0].token is not None


async def after_a_power_cut(s: Scene, wait: float, settings: Settings) -> tuple[bool, bool]:
    """Whether a transaction goes on so long after a power cut of 100 s, and if energy flows."""
    await plug_and_swipe(s)
    records = s.station._records
    records.flush()
    with TemporaryDirectory() as folder:
        with Store(f"{folder}/after.db") as store:
            records._store._connection.backup(store._connection)
        hardware = SimulatedStation(evses=1)
        await hardware.evse(1).plug_in(ElectricVehicle(battery_kwh=75, soc=20))
        await s.wait(100)
        with Store(f"{folder}/after.db") as store:
            version = s.csms.version.value
            async with scene(version, hardware=hardware, store=store, settings=settings) as later:
                await later.wait(wait)
                goes_on = later.station.evses[0].transaction_id is not None
                return goes_on, hardware.evse(1).contactor.closed


async def goes_on_after_a_power_cut(s: Scene) -> object:
    return (await after_a_power_cut(s, 30, {}))[0]


async def charges_after_a_power_cut(s: Scene) -> object:
    return (await after_a_power_cut(s, 30, GOES_ON))[1]


async def charges_soon_after_a_power_cut(s: Scene) -> object:
    return (await after_a_power_cut(s, 5, CHARGES_ON))[1]


async def takes_wildcards(s: Scene) -> object:
    tls = s.network.attempts[-1].tls
    assert tls is not None
    return tls.wildcards


@dataclass(frozen=True)
class Effect:
    """What the station does, by the value of a variable, in a scene with these arguments."""

    of: Callable[[Scene], Awaitable[object]]
    by_value: Mapping[str, object]
    scene: Mapping[str, Any] = field(default_factory=dict[str, Any])
    hardware: Mapping[str, Any] = field(default_factory=dict[str, Any])
    only_in: str | None = None
    boot: Callable[[object], v21.BootNotificationResponse] | None = None
    others: Mapping[Variable[Any], object] = field(default_factory=dict[Variable[Any], object])


ENERGY, POWER = "Energy.Active.Import.Register", "Power.Active.Import"
GOES_ON: Settings = {TxCtrlr.ResumptionTimeout: 300}
CHARGES_ON: Settings = {**GOES_ON, TxCtrlr.AllowEnergyTransferResumption: True}
NO_CHANCE = {OCPPCommCtrlr.RetryBackOffRandomRange: 0}
QUARTERS: Mapping[Variable[Any], object] = {
    AlignedDataCtrlr.Interval: 900,
    SampledDataCtrlr.TxUpdatedInterval: 0,
}
SIGNED: Mapping[Variable[Any], object] = {
    SampledDataCtrlr.SignReadings: True,
    SampledDataCtrlr.TxUpdatedInterval: 60,
}
ALIGNED_AND_SIGNED: Mapping[Variable[Any], object] = {
    SampledDataCtrlr.TxUpdatedInterval: 0,
    AlignedDataCtrlr.Interval: 300,
    AlignedDataCtrlr.SignReadings: True,
}
UPSTREAM: Mapping[Variable[Any], object] = {
    SampledDataCtrlr.UpstreamMeasurands: (POWER,),
    AlignedDataCtrlr.UpstreamMeasurands: (POWER,),
}
FULL, SIGNING = {"full_meters": True}, {"signing": True}

LOCALLY = {AuthCtrlr.LocalPreAuthorize: True}

EFFECTS: Mapping[Variable[Any], Effect] = {
    AuthCacheCtrlr.DisablePostAuthorize: Effect(
        questions_about_a_refused_token, {"true": 0, "false": 1}
    ),
    AuthCacheCtrlr.Enabled: Effect(
        questions_about_a_known_token, {"true": 0, "false": 1}, others=LOCALLY
    ),
    AuthCacheCtrlr.LifeTime: Effect(
        questions_ten_minutes_later, {"500": 1, "700": 0}, others=LOCALLY
    ),
    AuthCacheCtrlr.Policy: Effect(gives_way_in_the_cache, {"LRU": "B", "LFU": "C", "FIFO": "A"}),
    LocalAuthListCtrlr.DisablePostAuthorize: Effect(
        questions_about_one_listed_as_refused, {"true": 0, "false": 1}
    ),
    LocalAuthListCtrlr.Enabled: Effect(
        questions_about_a_listed_token, {"true": 0, "false": 1}, others=LOCALLY
    ),
    ReservationCtrlr.Enabled: Effect(
        takes_a_reservation, {"true": "Accepted", "false": "Rejected"}
    ),
    AuthCtrlr.DisableRemoteAuthorization: Effect(
        questions_about_any_token, {"true": 0, "false": 1}
    ),
    AuthCtrlr.Enabled: Effect(charges_without_a_token, {"true": False, "false": True}),
    AuthCtrlr.LocalAuthorizeOffline: Effect(
        charges_known_tokens_offline, {"true": True, "false": False}
    ),
    AuthCtrlr.LocalPreAuthorize: Effect(questions_about_a_known_token, {"true": 0, "false": 1}),
    AuthCtrlr.MasterPassGroupId: Effect(
        ends_the_session_of_another, {"police": True, "FIRE": False}, others=LOCALLY
    ),
    AlignedDataCtrlr.Enabled: Effect(
        aligned_when_idle, {"true": ENERGY, "false": ""}, others=QUARTERS
    ),
    AlignedDataCtrlr.Interval: Effect(aligned_in_an_hour, {"0": 0, "900": 4, "1700": 2}),
    AlignedDataCtrlr.Measurands: Effect(
        aligned_when_idle,
        {ENERGY: ENERGY, f"{ENERGY},{POWER}": f"{ENERGY},{POWER}", "": ""},
        others=QUARTERS,
    ),
    AlignedDataCtrlr.SendDuringIdle: Effect(
        aligned_while_charging, {"true": False, "false": True}, others=QUARTERS
    ),
    AlignedDataCtrlr.TxEndedInterval: Effect(
        aligned_at_the_end,
        {"0": (0, ""), "300": (3, ENERGY)},
        others={AlignedDataCtrlr.TxEndedMeasurands: (ENERGY,)},
    ),
    AlignedDataCtrlr.TxEndedMeasurands: Effect(
        aligned_at_the_end,
        {"": (0, ""), POWER: (3, POWER)},
        others={AlignedDataCtrlr.TxEndedInterval: 300},
    ),
    AlignedDataCtrlr.UpstreamInterval: Effect(
        of_the_building, {"0": 0, "300": 2}, hardware=FULL, only_in="2.1", others=UPSTREAM
    ),
    AlignedDataCtrlr.UpstreamMeasurands: Effect(
        of_the_building,
        {"": 0, POWER: 2},
        hardware=FULL,
        only_in="2.1",
        others={AlignedDataCtrlr.UpstreamInterval: 300},
    ),
    AlignedDataCtrlr.SignReadings: Effect(
        signed_events,
        {"false": ("", False), "true": ("Updated", True)},
        hardware=SIGNING,
        others={**ALIGNED_AND_SIGNED, AlignedDataCtrlr.SignReadings: False},
    ),
    AlignedDataCtrlr.SignUpdatedReadings: Effect(
        signed_events,
        {"false": ("", True), "true": ("Updated", True)},
        hardware=SIGNING,
        others=ALIGNED_AND_SIGNED,
    ),
    SampledDataCtrlr.Enabled: Effect(measured_at_the_start, {"true": ENERGY, "false": ""}),
    SampledDataCtrlr.RegisterValuesWithoutPhases: Effect(
        registers_of_phases, {"true": [None], "false": [None, "L1", "L2", "L3"]}, hardware=FULL
    ),
    SampledDataCtrlr.SignReadings: Effect(
        signed_events,
        {"false": ("", False), "true": ("Started Updated Ended", False)},
        hardware=SIGNING,
    ),
    SampledDataCtrlr.SignStartedReadings: Effect(
        signed_events,
        {"false": ("Updated Ended", False), "true": ("Started Updated Ended", False)},
        hardware=SIGNING,
        others=SIGNED,
    ),
    SampledDataCtrlr.SignUpdatedReadings: Effect(
        signed_events,
        {"false": ("Started Ended", False), "true": ("Started Updated Ended", False)},
        hardware=SIGNING,
        others=SIGNED,
    ),
    SampledDataCtrlr.UpstreamInterval: Effect(
        of_the_building, {"0": 0, "60": 10}, hardware=FULL, only_in="2.1", others=UPSTREAM
    ),
    SampledDataCtrlr.UpstreamMeasurands: Effect(
        of_the_building,
        {"": 0, POWER: 10},
        hardware=FULL,
        only_in="2.1",
        others={SampledDataCtrlr.UpstreamInterval: 60},
    ),
    OCPPCommCtrlr.PublicKeyWithSignedMeterValue: Effect(
        keys_told,
        {"Never": 0, "OncePerTransaction": 1, "EveryMeterValue": "all"},
        hardware=SIGNING,
        others=SIGNED,
    ),
    AuthCtrlr.AuthorizeRemoteStart: Effect(asks_before_remote_start, {"true": 1, "false": 0}),
    AuthCtrlr.OfflineTxForUnknownIdEnabled: Effect(
        charges_unknown_tokens_offline, {"true": True, "false": False}
    ),
    ClockCtrlr.TimeSource: Effect(
        follows_the_clock_of_the_csms,
        {"Heartbeat": EPOCH.hour + 1, "RealTimeClock": EPOCH.hour},
        boot=an_hour_ahead,
    ),
    OCPPCommCtrlr.HeartbeatInterval: Effect(
        heartbeats_of_an_hour,
        {"600": 6, "60": 60},
        boot=lambda _: v21.BootNotificationResponse(
            status=v21.RegistrationStatusEnumType.ACCEPTED, current_time=now(), interval=0
        ),
    ),
    OCPPCommCtrlr.MessageAttempts_TransactionEvent: Effect(
        attempts_to_tell_a_start, {"1": 1, "4": 4}
    ),
    OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: Effect(
        seconds_to_the_second_attempt, {"7": 7, "90": 90}
    ),
    AnyComponent.MinimumStatusDuration: Effect(statuses_of_a_short_visit, {"0": 2, "60": 0}),
    OCPPCommCtrlr.OfflineThreshold: Effect(
        statuses_after_two_minutes_away, {"60": 2, "3600": 0}, {"evses": 2}
    ),
    OCPPCommCtrlr.ResetRetries: Effect(
        comes_back_from_a_reset, {"2": True, "3": True}
    ),  # and see below
    OCPPCommCtrlr.RetryBackOffWaitMinimum: Effect(
        connects_in_ten_minutes, {"1": 22, "100": 2}, others=NO_CHANCE
    ),
    OCPPCommCtrlr.RetryBackOffRepeatTimes: Effect(
        connects_in_ten_minutes, {"0": 119, "10": 6}, others=NO_CHANCE
    ),
    OCPPCommCtrlr.RetryBackOffRandomRange: Effect(
        connects_in_ten_minutes, {"0": 7, "3600": 0}, scene={"seed": 4}
    ),
    OCPPCommCtrlr.WebSocketPingInterval: Effect(interval_of_pings, {"15": 15, "0": 0}),
    OCPPCommCtrlr.UnlockOnEVSideDisconnect: Effect(
        unlocks_when_the_vehicle_leaves, {"true": True, "false": False}
    ),
    ClockCtrlr.TimeAdjustmentReportingThreshold: Effect(
        tells_of_a_minute, {"20": True, "100": False}
    ),
    AlignedDataCtrlr.Measurands: Effect(measured_on_demand, {ENERGY: ENERGY, POWER: POWER, "": ""}),
    SampledDataCtrlr.TxStartedMeasurands: Effect(
        measured_at_the_start, {ENERGY: ENERGY, POWER: POWER, "": ""}
    ),
    SampledDataCtrlr.TxUpdatedMeasurands: Effect(
        measured_meanwhile, {ENERGY: ENERGY, f"{ENERGY},{POWER}": f"{ENERGY},{POWER}"}
    ),
    SampledDataCtrlr.TxEndedMeasurands: Effect(
        measured_at_the_end, {ENERGY: ENERGY, POWER: POWER, "": ""}
    ),
    SampledDataCtrlr.TxEndedInterval: Effect(
        samples_told_at_the_end, {"0": 2, "10": 11}, others={SampledDataCtrlr.TxUpdatedInterval: 0}
    ),
    SampledDataCtrlr.TxUpdatedInterval: Effect(samples_in_ten_minutes, {"0": 0, "60": 10, "9": 67}),
    SecurityCtrlr.AllowCSMSTLSWildcards: Effect(
        takes_wildcards, {"true": True, "false": False}, scene={"url": "wss://csms.example/ocpp"}
    ),
    TxCtrlr.AllowEnergyTransferResumption: Effect(
        charges_after_a_power_cut, {"true": True, "false": False}, others=GOES_ON
    ),
    TxCtrlr.EnergyTransferResumptionRandomRange: Effect(
        charges_soon_after_a_power_cut, {"0": True, "100000": False}, others=CHARGES_ON
    ),
    TxCtrlr.ResumptionTimeout: Effect(goes_on_after_a_power_cut, {"0": False, "150": True}),
    TxCtrlr.EVConnectionTimeOut: Effect(waits_for_the_vehicle, {"60": False, "80": True}),
    TxCtrlr.MaxEnergyOnInvalidId: Effect(
        energy_of_a_refused_token,
        {"0": 0, "3000": 3000},
        others={TxCtrlr.StopTxOnInvalidId: False},
    ),
    TxCtrlr.StopTxOnEVSideDisconnect: Effect(
        ends_when_the_vehicle_leaves,
        {"true": True, "false": False},
        others={TxCtrlr.TxStopPoint: ("Authorized",)},
    ),
    TxCtrlr.StopTxOnInvalidId: Effect(
        ends_when_the_token_is_invalid, {"true": True, "false": False}
    ),
    TxCtrlr.TxBeforeAcceptedEnabled: Effect(
        charges_before_it_is_accepted,
        {"true": True, "false": False},
        {"booted": False},
        boot=pending,
    ),
    TxCtrlr.TxStartPoint: Effect(
        starts_with_the_cable, {"EVConnected": "Started", "PowerPathClosed": ""}
    ),
    TxCtrlr.TxStopPoint: Effect(
        ends_with_the_card, {"EVConnected": False, "EVConnected,Authorized": True}
    ),
}
