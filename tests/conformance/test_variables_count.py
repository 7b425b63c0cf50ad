"""Each variable that the station claims does what the standard says of it: none is there for show.

What can be set: the CSMS sets one value and another, the station restarts, and what it does then
differs (`effects.py`). What can only be read: it tells what is so. A variable that is claimed and
named neither there nor here fails the last test.
"""

from base64 import b64decode
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest

from pilotwire.errors import CallFailed
from pilotwire.hal.interfaces import ConnectorKind, FaultCode, HardwareError, TokenKind
from pilotwire.hal.simulated import ElectricVehicle, SigningEvse, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v21.device_model import AnyComponent, NetworkConfiguration
from pilotwire.station.authorization.cache import STORAGE
from pilotwire.station.authorization.local_list import STORAGE as LIST_STORAGE
from pilotwire.station.blocks import standard
from pilotwire.station.device_model.definitions import Component, Key, key_of
from pilotwire.station.device_model.standard import (
    EVSE,
    AlignedDataCtrlr,
    AuthCacheCtrlr,
    AuthCtrlr,
    ChargingStation,
    ClockCtrlr,
    Connector,
    DeviceDataCtrlr,
    FiscalMetering,
    LocalAuthListCtrlr,
    OCPPCommCtrlr,
    ReservationCtrlr,
    SampledDataCtrlr,
    SecurityCtrlr,
    TxCtrlr,
)
from pilotwire.station.evse.problems import PARTS
from pilotwire.station.evse.variables import hardware_variables
from pilotwire.store import Store
from tests.conformance.effects import EFFECTS, Stubborn, comes_back_from_a_reset, plug_and_swipe
from tests.support.device_model import address, component, get, set_, variable
from tests.support.editions import IN_2X
from tests.support.local_list import FAILED, listed, send
from tests.support.memory_link import Fate, Side
from tests.support.networks import fill, order
from tests.support.reservation import reserve
from tests.support.scene import TOKEN, Opponent, Scene, now, scene
from tests.support.tokens import Entry, asked
from tests.support.transactions_2x import events
from tests.support.virtual_time import run


def holder(variable: Variable[Any]) -> str:
    """The component that has a variable here; the standard leaves that of some open."""
    here = standard().by_spec.get(variable)
    return variable.component if here is None else here.component.name


@IN_2X
@pytest.mark.parametrize(
    ("variable", "value"),
    [(variable, value) for variable, effect in EFFECTS.items() for value in effect.by_value],
    ids=lambda one: one.title if isinstance(one, Variable) else str(one),
)
def test_a_value_that_the_csms_set_counts_after_a_restart(
    version: str, variable: Variable[Any], value: str
) -> None:
    effect = EFFECTS[variable]
    if effect.only_in not in {None, version}:
        assert variable.name.startswith("Upstream"), "2.0.1 has no word for that location"
        return

    async def play() -> None:
        store = Store(":memory:")
        kind = Stubborn if effect.of is comes_back_from_a_reset else SimulatedStation
        hardware = {"evses": effect.scene.get("evses", 1), **effect.hardware}
        async with scene(version, store=store, hardware=SimulatedStation(**hardware)) as s:
            place = address(f"{holder(variable)}.{variable.name}", variable.instance)
            (result,) = await set_(s, (place, value))
            assert result.attribute_status in {"Accepted", "RebootRequired"}, result
        csms = Opponent()
        if effect.boot is not None:
            csms.answer(v21.BootNotificationRequest, effect.boot)
        async with scene(
            version,
            store=store,
            csms=csms,
            hardware=kind(**hardware),
            settings=effect.others,
            **{name: value for name, value in effect.scene.items() if name != "evses"},
        ) as s:
            await s.wait(1)
            assert await effect.of(s) == effect.by_value[value]

    run(play())


@IN_2X
def test_too_few_retries_of_a_reset_end_the_station(version: str) -> None:
    """The other side of ResetRetries, which can't be shown by what the station does after it."""

    async def play() -> None:
        settings = {OCPPCommCtrlr.ResetRetries: 1}
        async with scene(version, hardware=Stubborn(evses=1), settings=settings) as s:
            await comes_back_from_a_reset(s)

    with pytest.raises(ExceptionGroup) as failed:
        run(play())
    assert failed.group_contains(HardwareError)


# What can only be read.

WHOLE = component("ChargingStation")
FIRST = component("EVSE", 1)
PLUG = component("Connector", 1, 1)


async def shown(s: Scene, of: v21.ComponentType, name: str, instance: str | None = None) -> str:
    (result,) = await get(s, (of, variable(name, instance)))
    return result.attribute_value or ""


async def tells_the_time(s: Scene) -> None:
    text = await shown(s, component("ClockCtrlr"), "DateTime")
    assert abs(v21.HeartbeatResponse.from_wire({"currentTime": text}).current_time - now()) < (
        timedelta(seconds=1)
    )


async def limits_requests(s: Scene) -> None:
    data = v21.GetVariableDataType(
        component=v21.ComponentType(name="TxCtrlr"), variable=v21.VariableType(name="No")
    )
    many = v21.GetVariablesRequest(get_variable_data=[data] * 6)
    long = v21.GetVariablesRequest(get_variable_data=[data] * 5)
    wish = v21.SetVariableDataType(
        component=data.component, variable=data.variable, attribute_value="x"
    )
    one = v21.ComponentVariableType(component=data.component)
    for limit, request, code in (
        ("Items", many, "OccurrenceConstraintViolation"),
        ("Items", v21.SetVariablesRequest(set_variable_data=[wish] * 6), "Occurrence"),
        ("Items", v21.GetReportRequest(request_id=1, component_variable=[one] * 6), "Occurrence"),
        ("Bytes", long, "FormatViolation"),
        ("Bytes", v21.SetVariablesRequest(set_variable_data=[wish] * 5), "FormatViolation"),
        (
            "Bytes",
            v21.GetReportRequest(request_id=1, component_variable=[one] * 5),
            "FormatViolation",
        ),
    ):
        with pytest.raises(CallFailed, match=code):
            await s.csms.call(request)
        name = request.action
        assert await shown(s, component("DeviceDataCtrlr"), f"{limit}PerMessage", name) in "5 150"


async def transfers_no_files(s: Scene) -> None:
    assert await shown(s, component("OCPPCommCtrlr"), "FileTransferProtocols") == ""
    request = v21.GetLogRequest(
        request_id=1,
        log_type=v21.LogEnumType.DIAGNOSTICS_LOG,
        log=v21.LogParametersType(remote_location="ftp://x"),
    )
    with pytest.raises(CallFailed, match="NotSupported"):
        await s.csms.call(request)


async def gives_up_waiting(s: Scene) -> None:
    limit = float(await shown(s, component("OCPPCommCtrlr"), "MessageTimeout", "Default"))
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
    (boot,) = s.csms.requests(v21.BootNotificationRequest)
    assert await shown(s, WHOLE, "VendorName") == boot.charging_station.vendor_name
    assert await shown(s, WHOLE, "Model") == boot.charging_station.model
    identity = s.network.attempts[-1].identity
    assert await shown(s, component("SecurityCtrlr"), "Identity") == identity
    assert await shown(s, component("SecurityCtrlr"), "SecurityProfile") == "0"


async def tells_how_it_is(s: Scene) -> None:
    places = (WHOLE, FIRST, PLUG)

    async def all_say(status: str) -> bool:
        return {await shown(s, each, "AvailabilityState") for each in places} == {status}

    assert await all_say("Available")
    assert await shown(s, FIRST, "Problem") == "false"
    await s.evse.plug_in(ElectricVehicle())
    await s.wait(1)
    assert await all_say("Occupied")
    s.evse.fail(FaultCode.GROUND_FAULT, "leak")
    await s.wait(1)
    assert await all_say("Faulted")
    assert await shown(s, FIRST, "Problem") == "true"
    assert {await shown(s, each, "Available") for each in places} == {"true"}


async def tells_which_part_has_failed(s: Scene) -> None:
    for part in PARTS:
        place = component(part.value, 1, None if part is FaultCode.METER else 1)
        assert await shown(s, place, "Problem") == "false"
        s.evse.fail(part, "worn out")
        await s.wait(1)
        assert await shown(s, place, "Problem") == "true"
        s.evse.clear_fault()
        await s.wait(1)
        assert await shown(s, place, "Problem") == "false"
    s.hardware.fail(FaultCode.HIGH_TEMPERATURE)
    await s.wait(1)
    assert await shown(s, WHOLE, "Problem") == "true"


async def goes_where_it_is_told(s: Scene) -> None:
    """See `test_network_profiles`, too."""
    place = component("OCPPCommCtrlr")
    assert await fill(s, 2, "ws://other.example") == ("Accepted", None)
    assert await order(s, "2") == "Accepted"
    (result,) = await set_(s, ((place, variable("NetworkProfileConnectionAttempts")), "2"))
    assert result.attribute_status == "Accepted"
    assert await shown(s, place, "ActiveNetworkProfile") == "1"
    s.network.unreachable = {"ws://other.example"}
    before = len(s.network.attempts)
    await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
    await s.wait(120)
    urls = [attempt.url for attempt in s.network.attempts[before:]]
    assert urls[:2] == ["ws://other.example"] * 2
    assert urls[2] != "ws://other.example"


async def lets_a_slot_be_set_variable_by_variable(s: Scene) -> None:
    """See `test_network_configuration`, too."""
    place = component("NetworkConfiguration", instance="2")
    values = {
        "OcppCsmsUrl": "ws://other.example",
        "OcppInterface": "Wired1",
        "OcppTransport": "JSON",
        "OcppVersion": "OCPP201",
        "MessageTimeout": "7",
        "SecurityProfile": "1",
        "Identity": "CS-9",
        "BasicAuthPassword": "0123456789abcdef",
    }
    results = await set_(s, *(((place, variable(name)), text) for name, text in values.items()))
    assert {each.attribute_status for each in results} == {"Accepted"}
    for name, text in values.items():
        if name != "BasicAuthPassword":
            assert await shown(s, place, name) == text
    assert await shown(s, place, "ApnEnabled") == await shown(s, place, "VpnEnabled") == "false"
    assert await order(s, "2") == "Accepted"
    await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
    await s.wait(60)
    attempt = s.network.attempts[-1]
    assert (attempt.url, attempt.identity) == ("ws://other.example", "CS-9")
    assert attempt.password == "0123456789abcdef"


async def may_go_from_profile_3_to_2_alone(s: Scene) -> None:
    """See `test_downgrade`, too: here it is no profile 3, and nothing is allowed by it."""
    place = component("SecurityCtrlr")
    assert await shown(s, place, "AllowSecurityProfileDowngrade") == "false"
    (result,) = await set_(s, ((place, variable("AllowSecurityProfileDowngrade")), "true"))
    assert result.attribute_status == "Accepted"
    assert await shown(s, place, "SecurityProfile") == "0"


async def has_a_password_that_nobody_reads(s: Scene) -> None:
    """See `test_password`, too."""
    place = component("SecurityCtrlr"), variable("BasicAuthPassword")
    (result,) = await set_(s, (place, "0123456789abcdef"))
    assert result.attribute_status == "Accepted"
    (read,) = await get(s, place)
    assert read.attribute_status == "Rejected"


async def keeps_how_its_phases_are_wired(s: Scene) -> None:
    for place, wired in ((WHOLE, "RTS"), (PLUG, "TSR")):
        assert await shown(s, place, "PhaseRotation") == ""
        assert await set_to(s, place, wired) == "Accepted"
        assert await shown(s, place, "PhaseRotation") == wired
        assert await set_to(s, place, "RSx") == "Accepted"
        for wrong in ("RRT", "RST1", "ABC", "xxx", "R", "rst"):
            assert await set_to(s, place, wrong) == "Rejected"
        assert await shown(s, place, "PhaseRotation") == "RSx"


async def set_to(s: Scene, place: v21.ComponentType, order: str) -> str:
    (result,) = await set_(s, ((place, variable("PhaseRotation")), order))
    return result.attribute_status


async def measures(s: Scene) -> None:
    assert await shown(s, component("SampledDataCtrlr"), "Available") == "true"
    assert await shown(s, component("AlignedDataCtrlr"), "Available") == "true"
    await plug_and_swipe(s)
    (value,) = events(s)[0].meter_value or []
    assert value.sampled_value
    assert s.csms.requests(v21.MeterValuesRequest)[0].meter_value


async def tells_its_public_key(s: Scene) -> None:
    (evse,) = s.hardware.evses
    assert isinstance(evse, SigningEvse)
    key = await shown(s, component("FiscalMetering", 1), "PublicKey")
    assert key == evse.public_key
    await plug_and_swipe(s)
    (value,) = events(s)[0].meter_value or []
    signed = value.sampled_value[0].signed_meter_value
    assert signed is not None
    assert signed.public_key is not None
    assert b64decode(signed.public_key).decode() == key


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


async def says_what_it_takes(s: Scene) -> None:
    kinds = await shown(s, component("AuthCtrlr"), "SupportedIdTokenTypes")
    assert {"ISO14443", "KeyCode", "NoAuthorization"} <= set(kinds.split(","))
    await s.evse.swipe("EMAID-1", kind=TokenKind.EMAID)  # for which there is no certificate here
    most = int(await shown(s, component("AuthCtrlr"), "AdditionalInfoItemsPerMessage"))
    await s.evse.swipe(TOKEN, additional=(("EVCCID", "1"),) * (most + 1))
    await s.wait(2)
    assert not asked(s)
    await s.evse.swipe(TOKEN, additional=(("EVCCID", "1"),) * most)
    await s.wait(2)
    assert asked(s) == [TOKEN]


async def tells_of_its_cache(s: Scene) -> None:
    place = component("AuthCacheCtrlr")
    assert await shown(s, place, "Available") == "true"
    before = int(await shown(s, place, "Storage"))
    await s.evse.swipe(TOKEN)
    await s.wait(2)
    assert before < int(await shown(s, place, "Storage")) < STORAGE


async def tells_of_its_local_list(s: Scene) -> None:
    place = component("LocalAuthListCtrlr")
    assert await shown(s, place, "Available") == "true"
    assert (await shown(s, place, "Entries"), await shown(s, place, "Storage")) == ("0", "0")
    assert await send(s, 1, listed("AA", "BB")) == "Accepted"
    assert await shown(s, place, "Entries") == "2"
    assert 0 < int(await shown(s, place, "Storage")) < LIST_STORAGE


async def limits_local_lists(s: Scene) -> None:
    place = component("LocalAuthListCtrlr")
    most = int(await shown(s, place, "ItemsPerMessage"))
    size = int(await shown(s, place, "BytesPerMessage"))
    assert await send(s, 1, listed(*(f"{n:04}" for n in range(most)))) == "Accepted"
    assert await send(s, 2, listed(*(f"{n:04}" for n in range(most + 1)))) == FAILED
    long = {f"{n}": Entry(group="G" * 36) for n in range(size // 250)}
    assert len(long) < most
    assert await send(s, 2, long) == "Accepted"
    more = {f"{n}": Entry(group="G" * 36) for n in range(most)}
    assert await send(s, 3, more) == FAILED


async def takes_reservations(s: Scene) -> None:
    place = component("ReservationCtrlr")
    assert await shown(s, place, "Available") == "true"
    assert await shown(s, place, "NonEvseSpecific") == "true"
    assert await reserve(s, 1, TOKEN) == "Accepted"


async def passes_over_what_has_expired(s: Scene) -> None:
    place = component("LocalAuthListCtrlr")
    assert await shown(s, place, "SupportsExpiryDateTime") == "true"
    await send(s, 1, {TOKEN: Entry(expires=now() + timedelta(seconds=10)), "BB": Entry()})
    s.go_offline()
    await s.wait(11)
    for token, closed in ((TOKEN, False), ("BB", True)):
        await s.evse.plug_in(ElectricVehicle())
        await s.evse.swipe(token)
        await s.wait(5)
        assert s.evse.contactor.closed is closed
        if not closed:
            await s.evse.unplug()


async def tells_the_limits_that_it_can_hold(s: Scene) -> None:
    """2.1 E16.FR.12; test_transaction_limits.py shows that it holds them."""
    assert await shown(s, component("TxCtrlr"), "SupportedLimits") == "maxEnergy,maxTime"


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
    says_what_it_takes: (
        ("AuthCtrlr", AuthCtrlr.SupportedIdTokenTypes),
        ("AuthCtrlr", AuthCtrlr.AdditionalInfoItemsPerMessage),
    ),
    tells_of_its_local_list: (
        ("LocalAuthListCtrlr", LocalAuthListCtrlr.Available),
        ("LocalAuthListCtrlr", LocalAuthListCtrlr.Entries),
        ("LocalAuthListCtrlr", LocalAuthListCtrlr.Storage),
    ),
    limits_local_lists: (
        ("LocalAuthListCtrlr", LocalAuthListCtrlr.ItemsPerMessage),
        ("LocalAuthListCtrlr", LocalAuthListCtrlr.BytesPerMessage),
    ),
    passes_over_what_has_expired: (
        ("LocalAuthListCtrlr", LocalAuthListCtrlr.SupportsExpiryDateTime),
    ),
    takes_reservations: (
        ("ReservationCtrlr", ReservationCtrlr.Available),
        ("ReservationCtrlr", ReservationCtrlr.NonEvseSpecific),
    ),
    tells_of_its_cache: (
        ("AuthCacheCtrlr", AuthCacheCtrlr.Available),
        ("AuthCacheCtrlr", AuthCacheCtrlr.Storage),
    ),
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
    tells_which_part_has_failed: (
        ("ChargingStation", AnyComponent.Problem),
        *((part.value, AnyComponent.Problem) for part in PARTS),
    ),
    lets_a_slot_be_set_variable_by_variable: tuple(
        ("NetworkConfiguration", variable)
        for variable in (
            NetworkConfiguration.OcppCsmsUrl,
            NetworkConfiguration.OcppInterface,
            NetworkConfiguration.OcppTransport,
            NetworkConfiguration.OcppVersion,
            NetworkConfiguration.MessageTimeout,
            NetworkConfiguration.SecurityProfile,
            NetworkConfiguration.Identity,
            NetworkConfiguration.BasicAuthPassword,
            NetworkConfiguration.ApnEnabled,
            NetworkConfiguration.VpnEnabled,
        )
    ),
    may_go_from_profile_3_to_2_alone: (
        ("SecurityCtrlr", SecurityCtrlr.AllowSecurityProfileDowngrade),
    ),
    has_a_password_that_nobody_reads: (("SecurityCtrlr", SecurityCtrlr.BasicAuthPassword),),
    goes_where_it_is_told: (
        ("OCPPCommCtrlr", OCPPCommCtrlr.NetworkConfigurationPriority),
        ("OCPPCommCtrlr", OCPPCommCtrlr.NetworkProfileConnectionAttempts),
        ("OCPPCommCtrlr", OCPPCommCtrlr.ActiveNetworkProfile),
    ),
    keeps_how_its_phases_are_wired: (
        ("ChargingStation", AnyComponent.PhaseRotation),
        ("Connector", AnyComponent.PhaseRotation),
    ),
    tells_the_limits_that_it_can_hold: (("TxCtrlr", TxCtrlr.SupportedLimits),),
    measures: (
        ("SampledDataCtrlr", SampledDataCtrlr.Available),
        ("AlignedDataCtrlr", AlignedDataCtrlr.Available),
    ),
    tells_its_public_key: (("FiscalMetering", FiscalMetering.PublicKey),),
    tells_what_it_is: (
        ("ChargingStation", ChargingStation.SupplyPhases),
        ("EVSE", EVSE.SupplyPhases),
        ("EVSE", EVSE.Power),
        ("Connector", Connector.SupplyPhases),
        ("Connector", Connector.ConnectorType),
    ),
}


@IN_2X
@pytest.mark.parametrize("check", FACTS, ids=lambda check: check.__name__)
def test_what_can_only_be_read_is_so(
    version: str, check: Callable[[Scene], Awaitable[None]]
) -> None:
    async def play() -> None:
        settings: dict[Variable[Any], object] = {}
        if check is limits_requests:
            settings = {**LIMITS}
        elif check is limits_local_lists:
            settings = {
                LocalAuthListCtrlr.ItemsPerMessage: 20,
                LocalAuthListCtrlr.BytesPerMessage: 2000,
            }
        elif check is measures:
            settings = {AlignedDataCtrlr.Interval: 1}
        elif check is tells_its_public_key:
            settings = {SampledDataCtrlr.SignReadings: True}
        kind = ConnectorKind.TYPE2_SOCKET
        hardware = SimulatedStation(evses=1, kind=kind, signing=check is tells_its_public_key)
        async with scene(version, settings=settings, hardware=hardware) as s:
            await check(s)

    run(play())


def test_none_is_claimed_that_is_not_shown_to_count() -> None:
    def name(key: Key) -> tuple[str, str, str]:
        return key[0], key[4], key[5]

    kind = ConnectorKind.TYPE2_SOCKET
    hardware = SimulatedStation(evses=1, kind=kind, full_meters=True, signing=True)
    claimed = {name(one.key) for one in (*standard(), *hardware_variables(hardware.evses))}
    counting = {
        name(key_of(Component(holder(variable)), variable.name, variable.instance))
        for variable in EFFECTS
    }
    told = {
        name(key_of(Component(component), variable.name, variable.instance))
        for variables in FACTS.values()
        for component, variable in variables
    }
    assert claimed == counting | told
    assert not counting & told
