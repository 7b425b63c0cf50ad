"""What the station tells in variables that can only be read: each check shows that it is so.

`FACTS` has each variable of 2.x that the CSMS can only read.
"""

from base64 import b64decode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from pilotwire.errors import CallFailed
from pilotwire.hal.interfaces import FaultCode, TokenKind
from pilotwire.hal.simulated import ElectricVehicle, SigningEvse
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v21.device_model import AnyComponent, NetworkConfiguration
from pilotwire.station.authorization.cache import STORAGE
from pilotwire.station.authorization.local_list import STORAGE as LIST_STORAGE
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
from tests.conformance.effects.effect import plug_and_swipe
from tests.support.device_model import component, get, set_, variable
from tests.support.local_list import FAILED, listed, send
from tests.support.memory_link import Fate, Side
from tests.support.networks import fill, order
from tests.support.reservation import reserve
from tests.support.scene import TOKEN, Scene, Settings, now
from tests.support.tokens import Entry, asked
from tests.support.transactions_2x import events

__all__ = ["FACTS", "Fact", "of", "shown"]

Check = Callable[[Scene], Awaitable[None]]


@dataclass(frozen=True)
class Fact:
    """What shows that variables tell what is so.

    It is looked for in a scene with these settings, at a meter that signs where it is `signing`.
    """

    shown_by: Check
    variables: tuple[Variable[Any], ...]
    settings: Settings
    signing: bool


FACTS: list[Fact] = []


def of(
    *variables: Variable[Any], settings: Settings | None = None, signing: bool = False
) -> Callable[[Check], Check]:
    """What follows shows it of these variables."""

    def put_down(check: Check) -> Check:
        FACTS.append(Fact(check, variables, settings or {}, signing))
        return check

    return put_down


def at(component: str, variable: Variable[Any]) -> Variable[Any]:
    """One that the standard gives to any component."""
    return replace(variable, component=component)


WHOLE = component("ChargingStation")
FIRST = component("EVSE", 1)
PLUG = component("Connector", 1, 1)


async def shown(s: Scene, of: v21.ComponentType, name: str, instance: str | None = None) -> str:
    (result,) = await get(s, (of, variable(name, instance)))
    return result.attribute_value or ""


@of(ClockCtrlr.DateTime)
async def tells_the_time(s: Scene) -> None:
    text = await shown(s, component("ClockCtrlr"), "DateTime")
    assert abs(v21.HeartbeatResponse.from_wire({"currentTime": text}).current_time - now()) < (
        timedelta(seconds=1)
    )


LIMITS: Settings = {
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


@of(*LIMITS, settings=LIMITS)
async def limits_requests(s: Scene) -> None:
    data = v21.GetVariableDataType(
        component=v21.ComponentType(name="TxCtrlr"), variable=v21.VariableType(name="No")
    )
    wish = v21.SetVariableDataType(
        component=data.component, variable=data.variable, attribute_value="x"
    )
    one = v21.ComponentVariableType(component=data.component)
    for limit, value, count, code in (
        ("Items", "5", 6, "OccurrenceConstraintViolation"),
        ("Bytes", "150", 5, "FormatViolation"),
    ):
        for request in (
            v21.GetVariablesRequest(get_variable_data=[data] * count),
            v21.SetVariablesRequest(set_variable_data=[wish] * count),
            v21.GetReportRequest(request_id=1, component_variable=[one] * count),
        ):
            with pytest.raises(CallFailed, match=code):
                await s.csms.call(request)
            place = component("DeviceDataCtrlr")
            assert await shown(s, place, f"{limit}PerMessage", request.action) == value


@of(OCPPCommCtrlr.FileTransferProtocols)
async def transfers_no_files(s: Scene) -> None:
    assert await shown(s, component("OCPPCommCtrlr"), "FileTransferProtocols") == ""
    request = v21.GetLogRequest(
        request_id=1,
        log_type=v21.LogEnumType.DIAGNOSTICS_LOG,
        log=v21.LogParametersType(remote_location="ftp://x"),
    )
    assert (await s.csms.call(request)).status == "Rejected"


@of(OCPPCommCtrlr.MessageTimeout_Default)
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


@of(
    ChargingStation.VendorName,
    ChargingStation.Model,
    SecurityCtrlr.Identity,
    SecurityCtrlr.SecurityProfile,
)
async def says_who_it_is(s: Scene) -> None:
    (boot,) = s.csms.requests(v21.BootNotificationRequest)
    assert await shown(s, WHOLE, "VendorName") == boot.charging_station.vendor_name
    assert await shown(s, WHOLE, "Model") == boot.charging_station.model
    identity = s.network.attempts[-1].identity
    assert await shown(s, component("SecurityCtrlr"), "Identity") == identity
    assert await shown(s, component("SecurityCtrlr"), "SecurityProfile") == "0"


@of(
    ChargingStation.AvailabilityState,
    ChargingStation.Available,
    EVSE.AvailabilityState,
    EVSE.Available,
    at("EVSE", AnyComponent.Problem),
    Connector.AvailabilityState,
    Connector.Available,
)
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


@of(*(at(place, AnyComponent.Problem) for place in ("ChargingStation", *PARTS)))
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


@of(
    OCPPCommCtrlr.NetworkConfigurationPriority,
    OCPPCommCtrlr.NetworkProfileConnectionAttempts,
    OCPPCommCtrlr.ActiveNetworkProfile,
)
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


@of(
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


@of(SecurityCtrlr.AllowSecurityProfileDowngrade)
async def may_go_from_profile_3_to_2_alone(s: Scene) -> None:
    """See `test_downgrade`, too: here it is no profile 3, and nothing is allowed by it."""
    place = component("SecurityCtrlr")
    assert await shown(s, place, "AllowSecurityProfileDowngrade") == "false"
    (result,) = await set_(s, ((place, variable("AllowSecurityProfileDowngrade")), "true"))
    assert result.attribute_status == "Accepted"
    assert await shown(s, place, "SecurityProfile") == "0"


@of(SecurityCtrlr.BasicAuthPassword)
async def has_a_password_that_nobody_reads(s: Scene) -> None:
    """See `test_password`, too."""
    place = component("SecurityCtrlr"), variable("BasicAuthPassword")
    (result,) = await set_(s, (place, "0123456789abcdef"))
    assert result.attribute_status == "Accepted"
    (read,) = await get(s, place)
    assert read.attribute_status == "Rejected"


@of(at("ChargingStation", AnyComponent.PhaseRotation), at("Connector", AnyComponent.PhaseRotation))
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


@of(SampledDataCtrlr.Available, AlignedDataCtrlr.Available, settings={AlignedDataCtrlr.Interval: 1})
async def measures(s: Scene) -> None:
    assert await shown(s, component("SampledDataCtrlr"), "Available") == "true"
    assert await shown(s, component("AlignedDataCtrlr"), "Available") == "true"
    await plug_and_swipe(s)
    (value,) = events(s)[0].meter_value or []
    assert value.sampled_value
    assert s.csms.requests(v21.MeterValuesRequest)[0].meter_value


@of(FiscalMetering.PublicKey, settings={SampledDataCtrlr.SignReadings: True}, signing=True)
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


@of(
    ChargingStation.SupplyPhases,
    EVSE.SupplyPhases,
    EVSE.Power,
    Connector.SupplyPhases,
    Connector.ConnectorType,
)
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


@of(AuthCtrlr.SupportedIdTokenTypes, AuthCtrlr.AdditionalInfoItemsPerMessage)
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


@of(AuthCacheCtrlr.Available, AuthCacheCtrlr.Storage)
async def tells_of_its_cache(s: Scene) -> None:
    place = component("AuthCacheCtrlr")
    assert await shown(s, place, "Available") == "true"
    before = int(await shown(s, place, "Storage"))
    await s.evse.swipe(TOKEN)
    await s.wait(2)
    assert before < int(await shown(s, place, "Storage")) < STORAGE


@of(LocalAuthListCtrlr.Available, LocalAuthListCtrlr.Entries, LocalAuthListCtrlr.Storage)
async def tells_of_its_local_list(s: Scene) -> None:
    place = component("LocalAuthListCtrlr")
    assert await shown(s, place, "Available") == "true"
    assert (await shown(s, place, "Entries"), await shown(s, place, "Storage")) == ("0", "0")
    assert await send(s, 1, listed("AA", "BB")) == "Accepted"
    assert await shown(s, place, "Entries") == "2"
    assert 0 < int(await shown(s, place, "Storage")) < LIST_STORAGE


@of(
    LocalAuthListCtrlr.ItemsPerMessage,
    LocalAuthListCtrlr.BytesPerMessage,
    settings={LocalAuthListCtrlr.ItemsPerMessage: 20, LocalAuthListCtrlr.BytesPerMessage: 2000},
)
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


@of(ReservationCtrlr.Available, ReservationCtrlr.NonEvseSpecific)
async def takes_reservations(s: Scene) -> None:
    place = component("ReservationCtrlr")
    assert await shown(s, place, "Available") == "true"
    assert await shown(s, place, "NonEvseSpecific") == "true"
    assert await reserve(s, 1, TOKEN) == "Accepted"


@of(LocalAuthListCtrlr.SupportsExpiryDateTime)
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


@of(TxCtrlr.SupportedLimits)
async def tells_the_limits_that_it_can_hold(s: Scene) -> None:
    """2.1 E16.FR.12; test_transaction_limits.py shows that it holds them."""
    assert await shown(s, component("TxCtrlr"), "SupportedLimits") == "maxEnergy,maxTime"
