"""Cases of block B, provisioning (Part 6, 2.3): variables."""

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from tests.conformance.v201.play import case
from tests.support.device_model import (
    Attribute,
    address,
    component,
    get,
    set_,
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
    values = ("30", "30.1", "true", now().isoformat(), "abc")
    fitting = {
        "OCPPCommCtrlr.OfflineThreshold": {"30"},
        "SmartChargingCtrlr.LimitChangeSignificance": {"30", "30.1"},
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
