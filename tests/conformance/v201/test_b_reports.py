"""Cases of block B, provisioning (Part 6, 2.3): reports."""

from pathlib import Path

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v21
from pilotwire.ocpp.specs import Mutability
from pilotwire.ocpp.v201.device_model import VARIABLES
from tests.conformance.v201.play import Play, case
from tests.conformance.v201.reports import LISTS, inventory
from tests.support.device_model import (
    Base,
    Criterion,
    base,
    component,
    get,
    get_report,
    title,
    titles,
    told,
    variable,
)
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X
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
