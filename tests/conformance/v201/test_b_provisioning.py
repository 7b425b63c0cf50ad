"""Cases of block B, provisioning (Part 6, 2.3)."""

from datetime import timedelta
from pathlib import Path

import pytest

from pilotwire.charging_station import CertificateFolder
from pilotwire.errors import CallRefused, CsmsUnreachable
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import Mutability
from pilotwire.ocpp.v201.device_model import VARIABLES
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.conformance.v201 import states
from tests.conformance.v201.play import Configuration, Play, case
from tests.support.device_model import (
    Attribute,
    Base,
    Criterion,
    address,
    base,
    component,
    get,
    get_report,
    set_,
    title,
    titles,
    told,
    variable,
)
from tests.support.editions import IN_2X
from tests.support.scene import now
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

THRESHOLD = address("OCPPCommCtrlr.OfflineThreshold")
OFFLINE_AUTH = address("AuthCtrlr.LocalAuthorizeOffline")
UNKNOWN_COMPONENT = (component("UnknownComponent"), variable("OfflineThreshold"))
UNKNOWN_VARIABLE = (component("OCPPCommCtrlr"), variable("UnknownVariable"))


# Booting.


@virtual_time
async def test_TC_B_01_CS(version: str) -> None:
    async with case(version, booted=False) as play:
        await states.after_a_boot(play)


@virtual_time
async def test_TC_B_02_CS(version: str) -> None:
    boots = (("Pending", 300), ("Accepted", 300))
    async with case(version, booted=False, boots=boots) as play:
        await play.boots()
        await play.s.wait(1)
        (was_set,) = await set_(play.s, (THRESHOLD, "300"), attribute=None)
        assert was_set.attribute_status == "Accepted"
        (got,) = await get(play.s, THRESHOLD, attribute=None)
        assert got.attribute_status == "Accepted"
        await inventory(play, Base.FULL_INVENTORY)
        await play.call(
            v21.RequestStartTransactionRequest(
                evse_id=1,
                remote_start_id=1,
                id_token=v21.IdTokenType(id_token="04A1B2C3", type="ISO14443"),
            ),
            status="Rejected",
        )
        asked = play.s.csms.heard[0].at
        answer = await play.call(trigger("BootNotification"), status={"Accepted", "NotImplemented"})
        boot = await play.boots()
        if answer.status == "Accepted":
            assert boot.reason == "Triggered"
            assert play.s.csms.heard[-1].at - asked < 300
        await play.all_statuses()


@virtual_time
async def test_TC_B_03_CS(version: str) -> None:
    boots = (("Rejected", 60), ("Accepted", 300))
    async with case(version, booted=False, boots=boots) as play:
        await play.boots()
        await play.boots()
        first, second = play.s.csms.heard[:2]
        assert second.at - first.at >= 60
        await play.all_statuses()


@virtual_time
async def test_TC_B_30_CS(version: str) -> None:
    """The request is made only of a station that stays connected."""
    async with case(version, booted=False, boots=(("Rejected", 60),)) as play:
        await play.boots()
        await play.s.wait(1)
        if play.s.network.links[-1].ended is None:
            with pytest.raises(CallRefused) as refused:
                await play.call(base(Base.FULL_INVENTORY))
            assert refused.value.code == "SecurityError"


def trigger(message: str) -> v21.TriggerMessageRequest:
    return v21.TriggerMessageRequest(requested_message=v21.MessageTriggerEnumType(message))


# Getting and setting variables.


@virtual_time
async def test_TC_B_06_CS(version: str) -> None:
    async with case(version, {OCPPCommCtrlr.OfflineThreshold: "300"}) as play:
        (result,) = await get(play.s, THRESHOLD, attribute=Attribute.ACTUAL)
        assert_got(result, "OCPPCommCtrlr.OfflineThreshold", "300")


@virtual_time
async def test_TC_B_07_CS(version: str) -> None:
    async with case(version, {OCPPCommCtrlr.OfflineThreshold: "300"}) as play:
        (was_set,) = await set_(play.s, (OFFLINE_AUTH, "true"))
        assert was_set.attribute_status == "Accepted"
        results = await get(play.s, THRESHOLD, OFFLINE_AUTH, attribute=Attribute.ACTUAL)
        found = {one.variable.name: one for one in results}
        assert len(results) == 2
        assert_got(found["OfflineThreshold"], "OCPPCommCtrlr.OfflineThreshold", "300")
        assert_got(found["LocalAuthorizeOffline"], "AuthCtrlr.LocalAuthorizeOffline", "true")


def assert_got(result: v21.GetVariableResultType, what: str, value: str) -> None:
    assert f"{result.component.name}.{result.variable.name}" == what
    assert result.attribute_status == "Accepted"
    assert result.attribute_type == "Actual"
    assert result.attribute_value == value
    assert_no_error(result.attribute_status_info)


def assert_no_error(info: v21.StatusInfoType | None) -> None:
    assert info is None or info.reason_code == "NoError"


@virtual_time
async def test_TC_B_32_CS(version: str) -> None:
    async with case(version) as play:
        (result,) = await get(play.s, UNKNOWN_COMPONENT, attribute=None)
        assert result.attribute_status == "UnknownComponent"
        assert (result.component, result.variable) == UNKNOWN_COMPONENT


@virtual_time
async def test_TC_B_33_CS(version: str) -> None:
    async with case(version) as play:
        (result,) = await get(play.s, UNKNOWN_VARIABLE, attribute=None)
        assert result.attribute_status == "UnknownVariable"
        assert (result.component, result.variable) == UNKNOWN_VARIABLE


@virtual_time
async def test_TC_B_34_CS(version: str) -> None:
    async with case(version) as play:
        (result,) = await get(play.s, THRESHOLD, attribute=Attribute.TARGET)
        assert result.attribute_status == "NotSupportedAttributeType"
        assert (result.component, result.variable) == THRESHOLD
        assert result.attribute_type == "Target"


@virtual_time
async def test_TC_B_09_CS(version: str) -> None:
    async with case(version) as play:
        (result,) = await set_(play.s, (THRESHOLD, "300"), attribute=Attribute.ACTUAL)
        assert_set(result, "OCPPCommCtrlr.OfflineThreshold")


@virtual_time
async def test_TC_B_10_CS(version: str) -> None:
    async with case(version) as play:
        wishes = ((THRESHOLD, "300"), (OFFLINE_AUTH, "true"))
        results = await set_(play.s, *wishes, attribute=Attribute.ACTUAL)
        found = {one.variable.name: one for one in results}
        assert len(results) == 2
        assert_set(found["OfflineThreshold"], "OCPPCommCtrlr.OfflineThreshold")
        assert_set(found["LocalAuthorizeOffline"], "AuthCtrlr.LocalAuthorizeOffline")


def assert_set(result: v21.SetVariableResultType, what: str) -> None:
    assert f"{result.component.name}.{result.variable.name}" == what
    assert result.attribute_status == "Accepted"
    assert result.attribute_type == "Actual"
    assert_no_error(result.attribute_status_info)


@virtual_time
async def test_TC_B_35_CS(version: str) -> None:
    async with case(version) as play:
        (result,) = await set_(play.s, (UNKNOWN_COMPONENT, "300"), attribute=None)
        assert result.attribute_status == "UnknownComponent"
        assert (result.component, result.variable) == UNKNOWN_COMPONENT


@virtual_time
async def test_TC_B_36_CS(version: str) -> None:
    async with case(version) as play:
        (result,) = await set_(play.s, (UNKNOWN_VARIABLE, "300"), attribute=None)
        assert result.attribute_status == "UnknownVariable"
        assert (result.component, result.variable) == UNKNOWN_VARIABLE


@virtual_time
async def test_TC_B_37_CS(version: str) -> None:
    async with case(version) as play:
        (result,) = await set_(play.s, (THRESHOLD, "300"), attribute=Attribute.TARGET)
        assert result.attribute_status == "NotSupportedAttributeType"
        assert (result.component, result.variable) == THRESHOLD
        assert result.attribute_type == "Target"


@virtual_time
async def test_TC_B_11_CS(version: str) -> None:
    """A number of seconds, a fraction, a truth, a time, and a word: for a variable of each type."""
    values = ("300", "300.1", "true", now().isoformat(), "abc")
    fitting = {
        "OCPPCommCtrlr.OfflineThreshold": {"300"},
        "SmartChargingCtrlr.LimitChangeSignificance": {"300", "300.1"},
        "AuthCtrlr.AuthorizeRemoteStart": {"true"},
        "ClockCtrlr.NextTimeOffsetTransitionDateTime": {values[3]},
    }
    async with case(version) as play:
        for value in values:
            for what, fits in fitting.items():
                (result,) = await set_(play.s, (address(what), value))
                if result.attribute_status in {"UnknownComponent", "UnknownVariable"}:
                    assert what.startswith(("SmartChargingCtrlr", "ClockCtrlr"))
                    continue
                wanted = "Accepted" if value in fits else "Rejected"
                assert result.attribute_status == wanted, f"{what} = {value}"
                assert result.attribute_type == "Actual"
                info = result.attribute_status_info
                assert info is None or wanted == "Rejected"
                assert info is None or info.reason_code == "InvalidValue"


@virtual_time
async def test_TC_B_39_CS(version: str) -> None:
    async with case(version) as play:
        timeout = address("OCPPCommCtrlr.MessageTimeout", "Default")
        (result,) = await set_(play.s, (timeout, "30"), attribute=None)
        assert result.attribute_status == "Rejected"
        assert (result.component, result.variable) == timeout


# Reports.

LISTS = frozenset({"OptionList", "SequenceList", "MemberList"})
BLOCKS = frozenset(
    {
        "AlignedDataCtrlr",
        "AuthCtrlr",
        "ClockCtrlr",
        "DeviceDataCtrlr",
        "OCPPCommCtrlr",
        "SampledDataCtrlr",
        "SecurityCtrlr",
        "TxCtrlr",
    }
)
"""Components whose required variables every station of the Core profile has."""


def required(*, writable: bool) -> set[str]:
    return {
        spec.title
        for spec in VARIABLES.values()
        if spec.required
        and spec.component in BLOCKS
        and (
            not writable
            or (spec.mutability is not None and spec.mutability is not Mutability.READ_ONLY)
        )
    }


async def inventory(play: Play, report: Base) -> list[v21.ReportDataType]:
    """All that is reported; pages, numbers and characteristics are held to what the text says."""
    reported = await told(play.s, base(report))
    page = await play.expect(v21.NotifyReportRequest, seq_no=0)
    assert timedelta() <= now() - page.generated_at < timedelta(seconds=60)
    for one in reported:
        characteristics = one.variable_characteristics
        assert characteristics is not None, title(one)
        if characteristics.data_type.value in LISTS:
            assert characteristics.values_list, title(one)
    return reported


@virtual_time
async def test_TC_B_12_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        reported = await inventory(play, Base.CONFIGURATION_INVENTORY)
        for one in reported:
            for attribute in one.variable_attribute:
                assert attribute.mutability in {"ReadWrite", "WriteOnly"}, title(one)
        assert required(writable=True) <= set(titles(reported))


@virtual_time
async def test_TC_B_13_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        reported = set(titles(await inventory(play, Base.FULL_INVENTORY)))
        assert infrastructure(play) <= reported
        assert required(writable=False) <= reported


def infrastructure(play: Play) -> set[str]:
    """Variables of the parts that a station has (Part 2, 2.13)."""
    found = {
        f"ChargingStation.{name}" for name in ("AvailabilityState", "Available", "SupplyPhases")
    }
    for evse in play.s.hardware.evses:
        found |= {
            f"EVSE.{evse.id}.{name}"
            for name in ("AvailabilityState", "Available", "Power", "SupplyPhases")
        }
        for number, _ in enumerate(evse.connectors, start=1):
            found |= {
                f"Connector.{evse.id}.{number}.{name}"
                for name in ("AvailabilityState", "Available", "ConnectorType", "SupplyPhases")
            }
    return found


@virtual_time
async def test_TC_B_14_CS(version: str) -> None:
    async with case(version) as play:
        reported = set(titles(await inventory(play, Base.SUMMARY_INVENTORY)))
        assert {"ChargingStation.AvailabilityState"} <= reported
        assert {f"EVSE.{evse.id}.AvailabilityState" for evse in play.s.hardware.evses} <= reported


@virtual_time
async def test_TC_B_53_CS(version: str, tmp_path: Path) -> None:
    async with case(version, certificates=CertificateFolder(tmp_path)) as play:
        reported = await inventory(play, Base.FULL_INVENTORY)
        assert required(writable=False) <= set(titles(reported))
        for one in reported:
            characteristics = one.variable_characteristics
            assert characteristics is not None
            allowed = set((characteristics.values_list or "").split(","))
            for attribute in one.variable_attribute:
                if attribute.mutability == "WriteOnly":
                    assert attribute.value is None, title(one)
                    continue
                if not title(one).endswith(".Power"):  # which has a limit only
                    assert attribute.value is not None, title(one)
                if characteristics.data_type.value in LISTS and attribute.value:
                    assert set(attribute.value.split(",")) <= allowed, title(one)


@virtual_time
async def test_TC_B_16_CS(version: str) -> None:
    """Components without the variable are reported too: B08.FR.09 leads, which the case forgets."""
    async with case(version) as play:
        inventory = await told(play.s, base(Base.FULL_INVENTORY))
        enabled = {title(one): one for one in inventory if one.variable.name == "Enabled"}
        reported = await told(play.s, get_report(criteria=[Criterion.ENABLED], request_id=8))
        for one in reported:
            if one.variable.name == "Enabled":
                assert [attribute.value for attribute in one.variable_attribute] == ["true"]
                (result,) = await get(play.s, (one.component, one.variable))
                assert (result.attribute_status, result.attribute_value) == ("Accepted", "true")
            else:
                component_has = f"{title(one).rpartition('.')[0]}.Enabled"
                assert component_has not in enabled or "true" in values(enabled[component_has])
        wanted = {what for what, one in enabled.items() if "true" in values(one)}
        assert wanted <= set(titles(reported))


def values(one: v21.ReportDataType) -> list[str | None]:
    return [attribute.value for attribute in one.variable_attribute]


EVSE_STATE = (component("EVSE", 1), variable("AvailabilityState"))
STATES = ["Available", "Occupied", "Reserved", "Unavailable", "Faulted"]


def assert_state_of_evse(one: v21.ReportDataType) -> None:
    assert title(one) == "EVSE.1.AvailabilityState"
    characteristics = one.variable_characteristics
    assert characteristics is not None
    assert characteristics.data_type == "OptionList"
    values = characteristics.values_list or ""
    assert [value.strip() for value in values.split(",")] == STATES
    (attribute,) = one.variable_attribute
    assert attribute.mutability == "ReadOnly"
    assert attribute.type == "Actual"


@virtual_time
async def test_TC_B_17_CS(version: str) -> None:
    async with case(version) as play:
        (one,) = await told(play.s, get_report(wanted=[EVSE_STATE]))
        assert_state_of_evse(one)


@virtual_time
async def test_TC_B_18_CS(version: str) -> None:
    async with case(version) as play:
        request = get_report(criteria=[Criterion.AVAILABLE], wanted=[EVSE_STATE])
        (one,) = await told(play.s, request)
        assert_state_of_evse(one)
        answer = await play.call(
            get_report(criteria=[Criterion.PROBLEM], wanted=[EVSE_STATE], request_id=8),
            status="EmptyResultSet",
        )
        assert answer.status_info is None or answer.status_info.reason_code == "NotFound"


@virtual_time
async def test_TC_B_54_CS(version: str) -> None:
    async with case(version) as play:
        wanted = [(component("DeviceDataCtrlr"), variable("ItemsPerMessage"))]
        reported = await told(play.s, get_report(wanted=wanted))
        assert {"GetReport", "GetVariables"} <= {one.variable.instance for one in reported}
        for one in reported:
            assert (one.component.name, one.variable.name) == ("DeviceDataCtrlr", "ItemsPerMessage")


@virtual_time
async def test_TC_B_55_CS(version: str) -> None:
    async with case(version) as play:
        wanted = [(component("DeviceDataCtrlr"), variable("ItemsPerMessage", "GetReport"))]
        reported = await told(play.s, get_report(wanted=wanted))
        assert titles(reported) == ["DeviceDataCtrlr.ItemsPerMessage[GetReport]"]


@virtual_time
async def test_TC_B_56_CS(version: str) -> None:
    async with case(version, evses=3) as play:
        wanted = [(component("EVSE"), variable("AvailabilityState"))]
        reported = await told(play.s, get_report(wanted=wanted))
        assert titles(reported) == [f"EVSE.{number}.AvailabilityState" for number in (1, 2, 3)]


# Reset.


def reset(kind: str, evse_id: int | None = None) -> v21.ResetRequest:
    return v21.ResetRequest(type=v21.ResetEnumType(kind), evse_id=evse_id)


@virtual_time
async def test_TC_B_24_CS(version: str) -> None:
    """As the errata have it (6.2): at once, for a station with a reservation is not idle."""
    async with case(version) as play:
        await states.reserved(play, 1)
        await states.booted(play, {1: "Reserved"})


@virtual_time
async def test_TC_B_20_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(reset("OnIdle"), status="Accepted")
        await play.boots()
        await play.all_statuses()


@virtual_time
async def test_TC_B_21_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await play.call(reset("OnIdle"), status="Scheduled")
        await states.stop_authorized(at)
        assert at.ended
        await play.boots("ScheduledReset")
        await play.all_statuses(at={1: "Occupied"})
        await play.starts_up()


@virtual_time
async def test_TC_B_22_CS(version: str) -> None:
    async with case(version) as play:
        at = play.at()
        await states.energy_transfer_started(at)
        await play.call(reset("Immediate"), status="Accepted")
        event = await at.event(
            type="Ended", trigger="ResetCommand", state="EVConnected", reason="ImmediateReset"
        )
        assert event.id_token is None
        await play.boots("RemoteReset")
        await play.all_statuses(at={1: "Occupied"})


@virtual_time
async def test_TC_B_23_CS(version: str) -> None:
    async with case(version) as play:
        await states.unavailable(play, 1, 1)
        await play.call(reset("OnIdle"), status="Accepted")
        await play.boots("RemoteReset")
        await play.all_statuses(at={1: "Unavailable"})


@virtual_time
async def test_TC_B_41_CS(version: str) -> None:
    async with case(version) as play:
        await states.all_energy_transfer_started(play)
        await play.call(reset("OnIdle"), status="Scheduled")
        await states.parking_bay_unoccupied(play.at(1))
        await states.stop_authorized(play.at(2))
        assert play.at(2).ended
        await play.boots("ScheduledReset")
        await play.all_statuses(at={2: "Occupied"})


@virtual_time
async def test_TC_B_28_CS(version: str) -> None:
    async with case(version) as play:
        await play.call(reset("OnIdle", 1), status="Rejected")


@virtual_time
async def test_TC_B_29_CS(version: str) -> None:
    async with case(version) as play:
        await states.energy_transfer_started(play.at())
        await play.call(reset("OnIdle", 1), status="Rejected")


# Offline.


def back_off(seconds: int, threshold: int) -> Configuration:
    return {
        OCPPCommCtrlr.OfflineThreshold: str(threshold),
        OCPPCommCtrlr.RetryBackOffWaitMinimum: str(seconds),
        OCPPCommCtrlr.RetryBackOffRandomRange: "0",
    }


@virtual_time
async def test_TC_B_51_CS(version: str) -> None:
    async with case(version, back_off(62, 60)) as play:
        play.s.go_offline()
        await play.s.wait(5)
        await play.at().plug_in()
        await play.s.wait(56)
        play.s.go_online()
        await play.all_statuses(at={1: "Occupied"})


@virtual_time
async def test_TC_B_52_CS(version: str) -> None:
    async with case(version, back_off(58, 60)) as play:
        play.s.go_offline()
        await play.s.wait(5)
        await play.at().plug_in()
        play.s.go_online()
        await play.status("Occupied", 1, 1)
        await play.silence(v21.StatusNotificationRequest, v21.NotifyEventRequest, seconds=60)


@virtual_time
async def test_TC_B_57_CS(version: str) -> None:
    wait = 20
    settings = {**back_off(wait, 300), OCPPCommCtrlr.RetryBackOffRepeatTimes: "2"}
    async with case(version, settings) as play:
        network = play.s.network
        play.s.cut()
        assert await until_attempts(play, 2) >= wait
        await play.s.wait(1)
        assert len(network.links) == 2
        play.s.cut()
        network.refusal = CsmsUnreachable("not yet")
        first = await until_attempts(play, 3)
        assert first >= wait
        await play.s.wait(1)
        play.s.go_online()
        assert await until_attempts(play, 4) + 1 >= 2 * first
        await play.s.wait(1)
        assert len(network.links) == 3


async def until_attempts(play: Play, count: int) -> float:
    """How long it takes until the station has tried to connect so often, in seconds."""
    waited = 0.0
    while len(play.s.network.attempts) < count:
        await play.s.wait(0.25)
        waited += 0.25
        assert waited < 600, f"no attempt {count} to connect"
    return waited
