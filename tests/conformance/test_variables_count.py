"""Each variable that the station claims does what the standard says of it: none is there for show.

What can be set: the CSMS sets one value and another, the station restarts, and what it does then
differs. What can only be read: it tells what is so. A variable that is claimed and not named here
fails the last test.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from pilotwire.errors import CallFailed, CallRefused, CsmsUnreachable
from pilotwire.hal.interfaces import ConnectorKind, HardwareError
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v201
from pilotwire.ocpp.base import Response
from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v201.device_model import AnyComponent
from pilotwire.station.definitions import Component, Key, key_of
from pilotwire.station.variables import (
    EVSE,
    STANDARD,
    AuthCtrlr,
    ChargingStation,
    ClockCtrlr,
    Connector,
    DeviceDataCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    SecurityCtrlr,
    TxCtrlr,
    hardware_variables,
)
from pilotwire.store import Store
from tests.support.memory_link import Fate, Side
from tests.support.scene import EPOCH, Opponent, Scene, now, scene
from tests.support.virtual_time import run

TOKEN = "04A1B2C3"
Kinds = v201.TransactionEventEnumType
Status = v201.AuthorizationStatusEnumType


def events(s: Scene) -> list[v201.TransactionEventRequest]:
    return s.csms.requests(v201.TransactionEventRequest)


def outline(s: Scene) -> str:
    """What became of the transactions: "Started Updated Ended"."""
    return " ".join(event.event_type for event in events(s))


async def plug_and_swipe(s: Scene) -> None:
    await s.evse.plug_in(ElectricVehicle(battery_kwh=75, soc=20))
    await s.evse.swipe(TOKEN)
    await s.wait(5)


async def away(s: Scene, seconds: float) -> None:
    s.network.refusal = CsmsUnreachable("no network")
    s.cut()
    await s.wait(seconds)
    s.network.refusal = None


def refuse(_: object) -> Response:
    raise CallRefused("InternalError")


# What can be set: what the station does, told in a word or a number.


async def asks_before_remote_start(s: Scene) -> object:
    await s.evse.plug_in(ElectricVehicle())
    token = v201.IdTokenType(id_token=TOKEN, type=v201.IdTokenEnumType.ISO14443)
    await s.csms.call(
        v201.RequestStartTransactionRequest(evse_id=1, remote_start_id=1, id_token=token)
    )
    await s.wait(10)
    assert outline(s).startswith("Started")
    return len(s.csms.requests(v201.AuthorizeRequest))


async def charges_unknown_tokens_offline(s: Scene) -> object:
    s.network.refusal = CsmsUnreachable("no network")
    s.cut()
    await plug_and_swipe(s)
    return s.evse.contactor.closed


async def follows_the_clock_of_the_csms(s: Scene) -> object:
    return s.csms.requests(v201.StatusNotificationRequest)[0].timestamp.year


def an_hour_ahead(_: object) -> v201.BootNotificationResponse:
    return v201.BootNotificationResponse(
        status=v201.RegistrationStatusEnumType.ACCEPTED,
        current_time=now().replace(year=2030),
        interval=300,
    )


async def heartbeats_of_an_hour(s: Scene) -> object:
    await s.wait(3600)
    return len(s.csms.requests(v201.HeartbeatRequest))


async def attempts_to_tell_a_start(s: Scene) -> object:
    s.csms.answer(v201.TransactionEventRequest, refuse)
    await plug_and_swipe(s)
    await s.wait(3000)
    return sum(event.seq_no == 0 for event in events(s))


async def seconds_to_the_second_attempt(s: Scene) -> object:
    s.csms.answer(v201.TransactionEventRequest, refuse)
    await plug_and_swipe(s)
    await s.wait(600)
    times = [heard.at for heard in s.csms.heard if heard.request in events(s)]
    return round(times[1] - times[0])


async def statuses_after_two_minutes_away(s: Scene) -> object:
    s.csms.heard.clear()
    await away(s, 120)
    await s.wait(600)
    return len(s.csms.requests(v201.StatusNotificationRequest))


class Stubborn(SimulatedStation):
    """Fails to restart twice."""

    failures = 2

    async def reboot(self) -> None:
        if self.failures:
            self.failures -= 1
            raise HardwareError("no answer from the power board")
        await super().reboot()


async def comes_back_from_a_reset(s: Scene) -> object:
    await s.csms.call(v201.ResetRequest(type=v201.ResetEnumType.IMMEDIATE))
    await s.wait(100)
    return s.csms.actions().count("BootNotification") == 2


async def connects_in_ten_minutes(s: Scene) -> object:
    before = len(s.network.attempts)
    await away(s, 600)
    return len(s.network.attempts) - before


async def interval_of_pings(s: Scene) -> object:
    return s.network.attempts[-1].ping_interval


def measured(event: v201.TransactionEventRequest) -> str:
    samples = event.meter_value[0].sampled_value if event.meter_value else ()
    return ",".join(dict.fromkeys(str(sample.measurand) for sample in samples))


async def measured_at_the_start(s: Scene) -> object:
    await plug_and_swipe(s)
    return measured(events(s)[0])


async def measured_meanwhile(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(100)
    return measured(events(s)[-1])


async def measured_at_the_end(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.swipe(TOKEN)
    await s.wait(5)
    return measured(events(s)[-1])


async def samples_in_ten_minutes(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.wait(600)
    periodic = v201.TriggerReasonEnumType.METER_VALUE_PERIODIC
    return sum(event.trigger_reason is periodic for event in events(s))


async def waits_for_the_vehicle(s: Scene) -> object:
    await s.evse.swipe(TOKEN)
    await s.wait(70)
    return s.station.evses[0].token is not None


async def ends_when_the_vehicle_leaves(s: Scene) -> object:
    await plug_and_swipe(s)
    await s.evse.tear_out()
    await s.wait(5)
    return outline(s).endswith("Ended")


def invalid(event: v201.TransactionEventRequest) -> v201.TransactionEventResponse:
    if event.id_token is None:
        return v201.TransactionEventResponse()
    info = v201.IdTokenInfoType(status=Status.INVALID)
    return v201.TransactionEventResponse(id_token_info=info)


async def ends_when_the_token_is_invalid(s: Scene) -> object:
    s.csms.answer(v201.TransactionEventRequest, invalid)
    await plug_and_swipe(s)
    await s.wait(10)
    assert not s.evse.contactor.closed
    return outline(s).endswith("Ended")


def pending(_: object) -> v201.BootNotificationResponse:
    status = v201.RegistrationStatusEnumType.PENDING
    return v201.BootNotificationResponse(status=status, current_time=now(), interval=300)


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
    await s.evse.tear_out()
    await s.wait(5)
    await s.evse.swipe("AAAAAAAA")  # another's, who can begin if nobody's plug is in the way
    await s.wait(5)
    return s.station.evses[0].token is not None


@dataclass(frozen=True)
class Effect:
    """What the station does, by the value of a variable, in a scene with these arguments."""

    of: Callable[[Scene], Awaitable[object]]
    by_value: Mapping[str, object]
    scene: Mapping[str, Any] = field(default_factory=dict[str, Any])
    boot: Callable[[object], v201.BootNotificationResponse] | None = None
    others: Mapping[Variable[Any], object] = field(default_factory=dict[Variable[Any], object])


ENERGY, POWER = "Energy.Active.Import.Register", "Power.Active.Import"
NO_CHANCE = {OCPPCommCtrlr.RetryBackOffRandomRange: 0}

EFFECTS: Mapping[Variable[Any], Effect] = {
    AuthCtrlr.AuthorizeRemoteStart: Effect(asks_before_remote_start, {"true": 1, "false": 0}),
    AuthCtrlr.OfflineTxForUnknownIdEnabled: Effect(
        charges_unknown_tokens_offline, {"true": True, "false": False}
    ),
    ClockCtrlr.TimeSource: Effect(
        follows_the_clock_of_the_csms,
        {"Heartbeat": 2030, "RealTimeClock": EPOCH.year},
        boot=an_hour_ahead,
    ),
    OCPPCommCtrlr.HeartbeatInterval: Effect(
        heartbeats_of_an_hour,
        {"600": 6, "60": 60},
        boot=lambda _: v201.BootNotificationResponse(
            status=v201.RegistrationStatusEnumType.ACCEPTED, current_time=now(), interval=0
        ),
    ),
    OCPPCommCtrlr.MessageAttempts_TransactionEvent: Effect(
        attempts_to_tell_a_start, {"1": 1, "4": 4}
    ),
    OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: Effect(
        seconds_to_the_second_attempt, {"7": 7, "90": 90}
    ),
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
    OCPPCommCtrlr.RetryBackOffRandomRange: Effect(connects_in_ten_minutes, {"0": 7, "3600": 0}),
    OCPPCommCtrlr.WebSocketPingInterval: Effect(interval_of_pings, {"15": 15, "0": 0}),
    OCPPCommCtrlr.UnlockOnEVSideDisconnect: Effect(
        unlocks_when_the_vehicle_leaves, {"true": True, "false": False}
    ),
    SampledDataCtrlr.TxStartedMeasurands: Effect(
        measured_at_the_start, {ENERGY: ENERGY, POWER: POWER, "": ""}
    ),
    SampledDataCtrlr.TxUpdatedMeasurands: Effect(
        measured_meanwhile, {ENERGY: ENERGY, f"{ENERGY},{POWER}": f"{ENERGY},{POWER}"}
    ),
    SampledDataCtrlr.TxEndedMeasurands: Effect(
        measured_at_the_end, {ENERGY: ENERGY, POWER: POWER, "": ""}
    ),
    SampledDataCtrlr.TxUpdatedInterval: Effect(samples_in_ten_minutes, {"0": 0, "60": 10, "9": 67}),
    TxCtrlr.EVConnectionTimeOut: Effect(waits_for_the_vehicle, {"60": False, "80": True}),
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


@pytest.mark.parametrize(
    ("variable", "value"),
    [(variable, value) for variable, effect in EFFECTS.items() for value in effect.by_value],
    ids=lambda one: one.title if isinstance(one, Variable) else str(one),
)
def test_a_value_that_the_csms_set_counts_after_a_restart(
    variable: Variable[Any], value: str
) -> None:
    effect = EFFECTS[variable]

    async def play() -> None:
        store = Store(":memory:")
        hardware = Stubborn if effect.of is comes_back_from_a_reset else SimulatedStation
        evses: int = effect.scene.get("evses", 1)
        async with scene("2.0.1", store=store, evses=evses) as s:
            data = v201.SetVariableDataType(
                component=v201.ComponentType(name=variable.component),
                variable=v201.VariableType(name=variable.name, instance=variable.instance),
                attribute_value=value,
            )
            answer = await s.csms.call(v201.SetVariablesRequest(set_variable_data=[data]))
            (result,) = answer.set_variable_result
            assert result.attribute_status in {"Accepted", "RebootRequired"}, result
        csms = Opponent()
        if effect.boot is not None:
            csms.answer(v201.BootNotificationRequest, effect.boot)
        async with scene(
            "2.0.1",
            store=store,
            csms=csms,
            hardware=hardware(evses=evses),
            settings=effect.others,
            **{name: value for name, value in effect.scene.items() if name != "evses"},
        ) as s:
            await s.wait(1)
            assert await effect.of(s) == effect.by_value[value]

    run(play())


def test_too_few_retries_of_a_reset_end_the_station() -> None:
    """The other side of ResetRetries, which can't be shown by what the station does after it."""

    async def play() -> None:
        settings = {OCPPCommCtrlr.ResetRetries: 1}
        async with scene("2.0.1", hardware=Stubborn(evses=1), settings=settings) as s:
            await comes_back_from_a_reset(s)

    with pytest.raises(ExceptionGroup) as failed:
        run(play())
    assert failed.group_contains(HardwareError)


# What can only be read.

WHOLE = Component("ChargingStation")
FIRST = Component("EVSE", evse_id=1)
PLUG = Component("Connector", evse_id=1, connector_id=1)


async def shown(s: Scene, component: Component, name: str, instance: str | None = None) -> str:
    evse = None
    if component.evse_id is not None:
        evse = v201.EVSEType(id=component.evse_id, connector_id=component.connector_id)
    data = v201.GetVariableDataType(
        component=v201.ComponentType(name=component.name, evse=evse),
        variable=v201.VariableType(name=name, instance=instance),
    )
    answer = await s.csms.call(v201.GetVariablesRequest(get_variable_data=[data]))
    return answer.get_variable_result[0].attribute_value or ""


async def tells_the_time(s: Scene) -> None:
    text = await shown(s, Component("ClockCtrlr"), "DateTime")
    assert abs(v201.HeartbeatResponse.from_wire({"currentTime": text}).current_time - now()) < (
        timedelta(seconds=1)
    )


async def limits_requests(s: Scene) -> None:
    data = v201.GetVariableDataType(
        component=v201.ComponentType(name="TxCtrlr"), variable=v201.VariableType(name="No")
    )
    many = v201.GetVariablesRequest(get_variable_data=[data] * 6)
    long = v201.GetVariablesRequest(get_variable_data=[data] * 5)
    wish = v201.SetVariableDataType(
        component=data.component, variable=data.variable, attribute_value="x"
    )
    one = v201.ComponentVariableType(component=data.component)
    for limit, request, code in (
        ("Items", many, "OccurrenceConstraintViolation"),
        ("Items", v201.SetVariablesRequest(set_variable_data=[wish] * 6), "Occurrence"),
        ("Items", v201.GetReportRequest(request_id=1, component_variable=[one] * 6), "Occurrence"),
        ("Bytes", long, "FormatViolation"),
        ("Bytes", v201.SetVariablesRequest(set_variable_data=[wish] * 5), "FormatViolation"),
        (
            "Bytes",
            v201.GetReportRequest(request_id=1, component_variable=[one] * 5),
            "FormatViolation",
        ),
    ):
        with pytest.raises(CallFailed, match=code):
            await s.csms.call(request)
        name = request.action
        assert await shown(s, Component("DeviceDataCtrlr"), f"{limit}PerMessage", name) in "5 150"


async def transfers_no_files(s: Scene) -> None:
    assert await shown(s, Component("OCPPCommCtrlr"), "FileTransferProtocols") == ""
    request = v201.GetLogRequest(
        request_id=1,
        log_type=v201.LogEnumType.DIAGNOSTICS_LOG,
        log=v201.LogParametersType(remote_location="ftp://x"),
    )
    with pytest.raises(CallFailed, match="NotSupported"):
        await s.csms.call(request)


async def gives_up_waiting(s: Scene) -> None:
    limit = float(await shown(s, Component("OCPPCommCtrlr"), "MessageTimeout", "Default"))
    s.network.links[-1].faults = lambda side, text: (
        Fate.DROP if side is Side.STATION and '"TransactionEvent"' in text else Fate.DELIVER
    )
    await plug_and_swipe(s)
    await s.wait(limit - 10)
    sent = s.network.links[-1].sent
    assert sum('"TransactionEvent"' in text for _, text in sent) == 1
    await s.wait(50)
    assert sum('"TransactionEvent"' in text for _, text in sent) == 2


async def says_who_it_is(s: Scene) -> None:
    (boot,) = s.csms.requests(v201.BootNotificationRequest)
    assert await shown(s, WHOLE, "VendorName") == boot.charging_station.vendor_name
    assert await shown(s, WHOLE, "Model") == boot.charging_station.model
    identity = s.network.attempts[-1].identity
    assert await shown(s, Component("SecurityCtrlr"), "Identity") == identity
    assert await shown(s, Component("SecurityCtrlr"), "SecurityProfile") == "0"


async def tells_how_it_is(s: Scene) -> None:
    places = (WHOLE, FIRST, PLUG)

    async def all_say(status: str) -> bool:
        return {await shown(s, each, "AvailabilityState") for each in places} == {status}

    assert await all_say("Available")
    assert await shown(s, FIRST, "Problem") == "false"
    await s.evse.plug_in(ElectricVehicle())
    await s.wait(1)
    assert await all_say("Occupied")
    s.evse.fail("GroundFailure", "leak")
    await s.wait(1)
    assert await all_say("Faulted")
    assert await shown(s, FIRST, "Problem") == "true"
    assert {await shown(s, each, "Available") for each in places} == {"true"}


async def tells_what_it_is(s: Scene) -> None:
    hardware = s.hardware.evses[0]
    for place in (WHOLE, FIRST, PLUG):
        assert await shown(s, place, "SupplyPhases") == str(hardware.phases)
    assert await shown(s, PLUG, "ConnectorType") == hardware.kind.value
    (power,) = [
        definition
        for definition in hardware_variables(s.hardware.evses)
        if definition.spec is EVSE.Power
    ]
    assert power.maximum == hardware.max_current_a * hardware.phases * 230


LIMITS = {
    limit: 5 if "Items" in limit.name else 150
    for limit in (
        DeviceDataCtrlr.ItemsPerMessage_GetReport,
        DeviceDataCtrlr.ItemsPerMessage_GetVariables,
        DeviceDataCtrlr.ItemsPerMessage_SetVariables,
        DeviceDataCtrlr.BytesPerMessage_GetReport,
        DeviceDataCtrlr.BytesPerMessage_GetVariables,
        DeviceDataCtrlr.BytesPerMessage_SetVariables,
    )
}

FACTS: Mapping[Callable[[Scene], Awaitable[None]], tuple[tuple[str, Variable[Any]], ...]] = {
    tells_the_time: (("ClockCtrlr", ClockCtrlr.DateTime),),
    limits_requests: tuple(("DeviceDataCtrlr", limit) for limit in LIMITS),
    transfers_no_files: (("OCPPCommCtrlr", OCPPCommCtrlr.FileTransferProtocols),),
    gives_up_waiting: (("OCPPCommCtrlr", OCPPCommCtrlr.MessageTimeout_Default),),
    says_who_it_is: (
        ("ChargingStation", ChargingStation.VendorName),
        ("ChargingStation", ChargingStation.Model),
        ("SecurityCtrlr", SecurityCtrlr.Identity),
        ("SecurityCtrlr", SecurityCtrlr.SecurityProfile),
    ),
    tells_how_it_is: (
        ("ChargingStation", ChargingStation.AvailabilityState),
        ("ChargingStation", ChargingStation.Available),
        ("EVSE", EVSE.AvailabilityState),
        ("EVSE", EVSE.Available),
        ("EVSE", AnyComponent.Problem),
        ("Connector", Connector.AvailabilityState),
        ("Connector", Connector.Available),
    ),
    tells_what_it_is: (
        ("ChargingStation", ChargingStation.SupplyPhases),
        ("EVSE", EVSE.SupplyPhases),
        ("EVSE", EVSE.Power),
        ("Connector", Connector.SupplyPhases),
        ("Connector", Connector.ConnectorType),
    ),
}


@pytest.mark.parametrize("check", FACTS, ids=lambda check: check.__name__)
def test_what_can_only_be_read_is_so(check: Callable[[Scene], Awaitable[None]]) -> None:
    async def play() -> None:
        settings = {**LIMITS} if check is limits_requests else {}
        async with scene("2.0.1", settings=settings) as s:
            await check(s)

    run(play())


def test_none_is_claimed_that_is_not_shown_to_count() -> None:
    def name(key: Key) -> tuple[str, str, str]:
        return key[0], key[4], key[5]

    hardware = SimulatedStation(evses=1, kind=ConnectorKind.TYPE2_SOCKET)
    claimed = {name(one.key) for one in (*STANDARD.values(), *hardware_variables(hardware.evses))}
    counting = {
        name(key_of(Component(variable.component), variable.name, variable.instance))
        for variable in EFFECTS
    }
    told = {
        name(key_of(Component(component), variable.name, variable.instance))
        for variables in FACTS.values()
        for component, variable in variables
    }
    assert claimed == counting | told
    assert not counting & told
