"""Reports of variables (2.x B07, B08)."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pilotwire.hal.interfaces import FaultCode
from pilotwire.ocpp import v21
from pilotwire.station.blocks import standard
from pilotwire.station.device_model.standard import DeviceDataCtrlr
from tests.support.device_model import (
    Attribute,
    Base,
    Criterion,
    GetStatus,
    ReportStatus,
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
from tests.support.scene import scene
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X


@virtual_time
async def test_full_inventory(version: str) -> None:
    """TC_B_13_CS, TC_B_53_CS, B07.FR.01, B07.FR.03, B07.FR.04, B07.FR.08, B07.FR.10, B07.FR.11."""
    async with scene(version, evses=2) as s:
        reported = await told(s, base(Base.FULL_INVENTORY))
        found = titles(reported)
        assert len(set(found)) == len(found)
        assert {definition.title for definition in standard()} <= set(found)
        assert {
            "ChargingStation.AvailabilityState",
            "ChargingStation.Available",
            "ChargingStation.SupplyPhases",
            "EVSE.2.AvailabilityState",
            "EVSE.2.Available",
            "EVSE.2.Power",
            "EVSE.2.SupplyPhases",
            "Connector.2.1.Available",
            "Connector.2.1.ConnectorType",
            "Connector.2.1.SupplyPhases",
        } <= set(found), "2.13: the charging infrastructure"
        for one in reported:
            characteristics = one.variable_characteristics
            assert characteristics is not None
            assert not characteristics.supports_monitoring
            if characteristics.data_type.value.endswith("List"):
                allowed = (characteristics.values_list or "").split(",")
                value = one.variable_attribute[0].value
                assert allowed != [""]
                assert set((value or allowed[0]).split(",")) <= set(allowed)
            for attribute in one.variable_attribute:  # B07.FR.03 as of the errata
                write_only = attribute.mutability is v21.MutabilityEnumType.WRITE_ONLY
                assert (attribute.value is None) is write_only


@virtual_time
async def test_a_report_tells_what_get_variables_tells(version: str) -> None:
    async with scene(version) as s:
        for one in await told(s, base(Base.FULL_INVENTORY)):
            (attribute,) = one.variable_attribute
            (result,) = await get(s, (one.component, one.variable))
            if attribute.mutability is v21.MutabilityEnumType.WRITE_ONLY:
                assert result.attribute_status is GetStatus.REJECTED
                continue
            assert result.attribute_status is GetStatus.ACCEPTED
            if one.variable.name != "DateTime":
                assert result.attribute_value == attribute.value, title(one)


@virtual_time
async def test_what_is_said_of_a_variable(version: str) -> None:
    async with scene(version) as s:
        reported = {title(one): one for one in await told(s, base(Base.FULL_INVENTORY))}
        state = reported["EVSE.1.AvailabilityState"]
        assert state.variable_characteristics == v21.VariableCharacteristicsType(
            data_type=v21.DataEnumType.OPTION_LIST,
            values_list="Available,Occupied,Reserved,Unavailable,Faulted",
            supports_monitoring=False,
        )
        assert list(state.variable_attribute) == [
            v21.VariableAttributeType(
                type=Attribute.ACTUAL,
                value="Available",
                mutability=v21.MutabilityEnumType.READ_ONLY,
                persistent=False,
                constant=False,
            )
        ]
        heartbeat = reported["OCPPCommCtrlr.HeartbeatInterval"]
        characteristics = heartbeat.variable_characteristics
        assert characteristics is not None
        assert (characteristics.unit, characteristics.min_limit) == ("s", 1)
        assert heartbeat.variable_attribute[0].mutability is v21.MutabilityEnumType.READ_WRITE
        assert heartbeat.variable_attribute[0].persistent
        power = reported["EVSE.1.Power"].variable_characteristics
        assert power is not None
        assert (power.unit, power.max_limit) == ("W", 3 * 32 * 230)


@virtual_time
async def test_configuration_inventory(version: str) -> None:
    """TC_B_12_CS, B07.FR.07: what can be set."""
    async with scene(version) as s:
        reported = await told(s, base(Base.CONFIGURATION_INVENTORY))
        assert {
            attribute.mutability.value for one in reported for attribute in one.variable_attribute
        } == {"ReadWrite", "WriteOnly"}
        assert "OCPPCommCtrlr.HeartbeatInterval" in titles(reported)
        assert "OCPPCommCtrlr.MessageTimeout[Default]" not in titles(reported)


@virtual_time
async def test_summary_inventory(version: str) -> None:
    """TC_B_14_CS, B07.FR.09."""
    async with scene(version, evses=2) as s:
        states = [
            "ChargingStation.AvailabilityState",
            "EVSE.1.AvailabilityState",
            "EVSE.2.AvailabilityState",
        ]
        assert titles(await told(s, base(Base.SUMMARY_INVENTORY))) == states
        s.hardware.evse(2).fail(FaultCode.GROUND_FAULT)
        await s.wait(1)
        reported = {title(one): one for one in await told(s, base(Base.SUMMARY_INVENTORY))}
        assert set(reported) == {*states, "EVSE.2.Problem"}
        assert reported["EVSE.2.Problem"].variable_attribute[0].value == "true"
        assert reported["EVSE.2.AvailabilityState"].variable_attribute[0].value == "Faulted"


EVSE_STATE = (component("EVSE", 1), variable("AvailabilityState"))


@virtual_time
async def test_report_of_a_component_variable(version: str) -> None:
    """TC_B_17_CS, B08.FR.01, B08.FR.03, B08.FR.04, B08.FR.11, B08.FR.12, B08.FR.14."""
    async with scene(version, evses=2) as s:
        reported = await told(s, get_report(wanted=[EVSE_STATE]))
        assert titles(reported) == ["EVSE.1.AvailabilityState"]


@virtual_time
async def test_report_with_criteria_and_component_variable(version: str) -> None:
    """TC_B_18_CS, B08.FR.05, B08.FR.08, B08.FR.10, B08.FR.13, B08.FR.15."""
    async with scene(version, evses=2) as s:
        request = get_report(criteria=[Criterion.AVAILABLE], wanted=[EVSE_STATE])
        assert titles(await told(s, request)) == ["EVSE.1.AvailabilityState"]
        problem = get_report(criteria=[Criterion.PROBLEM], wanted=[EVSE_STATE])
        already = len(s.csms.heard)
        assert (await s.csms.call(problem)).status is ReportStatus.EMPTY_RESULT_SET
        await s.wait(5)
        assert s.csms.actions()[already:] == []
        s.evse.fail(FaultCode.GROUND_FAULT)
        await s.wait(1)
        assert titles(await told(s, problem)) == ["EVSE.1.AvailabilityState"]
        every_fault = await told(s, get_report(criteria=[Criterion.PROBLEM]))
        assert {one.component.name for one in every_fault} == {"EVSE"}


@pytest.mark.parametrize("criterion", [Criterion.ACTIVE, Criterion.ENABLED])
def test_components_without_the_variable_of_a_criterion_count(
    version: str, criterion: Criterion
) -> None:
    """TC_B_16_CS, B08.FR.07, B08.FR.09."""

    @virtual_time
    async def play() -> None:
        async with scene(version) as s:
            everything = titles(await told(s, base(Base.FULL_INVENTORY)))
            assert titles(await told(s, get_report(criteria=[criterion]))) == everything

    play()


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(
            [(component("Connector"), None)],
            {f"Connector.{n}.1.{v}" for n in (1, 2) for v in ("ConnectorType", "SupplyPhases")},
            id="B08.FR.20, B08.FR.23",
        ),
        pytest.param(
            [(component("Connector", 2), variable("ConnectorType"))],
            {"Connector.2.1.ConnectorType"},
            id="B08.FR.22",
        ),
        pytest.param(
            [(component("DeviceDataCtrlr"), variable("ItemsPerMessage"))],
            {f"DeviceDataCtrlr.ItemsPerMessage[{n}]" for n in ("GetReport", "SetVariables")},
            id="B08.FR.21",
        ),
        pytest.param(
            [(component("DeviceDataCtrlr"), variable("ItemsPerMessage", "GetReport"))],
            {"DeviceDataCtrlr.ItemsPerMessage[GetReport]"},
            id="one instance",
        ),
        pytest.param(
            [(component("EVSE", 1), None), EVSE_STATE], {"EVSE.1.AvailabilityState"}, id="once"
        ),
    ],
)
def test_what_is_missing_in_a_component_variable_is_anything(
    version: str,
    wanted: list[tuple[v21.ComponentType, v21.VariableType | None]],
    expected: set[str],
) -> None:
    """B08.FR.20 to B08.FR.25."""

    @virtual_time
    async def play() -> None:
        async with scene(version, evses=2) as s:
            found = titles(await told(s, get_report(wanted=wanted)))
            assert expected <= set(found)
            assert len(found) == len(set(found))
            assert {name.partition(".")[0] for name in found} == {wanted[0][0].name}

    play()


@virtual_time
async def test_unknown_components_make_an_empty_result(version: str) -> None:
    """B08.FR.15."""
    async with scene(version) as s:
        answer = await s.csms.call(get_report(wanted=[(component("Unknown"), None)]))
        assert answer.status is ReportStatus.EMPTY_RESULT_SET


@given(items=st.integers(1, 70), size=st.integers(900, 30_000))
@settings(max_examples=25, deadline=None)
@example(items=1, size=30_000)
@example(items=1000, size=65_536)
def test_pages_are_within_the_limits(version: str, items: int, size: int) -> None:
    """Each variable once, and no page with more items or bytes than the station says."""
    limits = {
        DeviceDataCtrlr.ItemsPerMessage_GetReport: items,
        DeviceDataCtrlr.BytesPerMessage_GetReport: size,
    }

    @virtual_time
    async def play() -> None:
        async with scene(version, evses=2, settings=limits) as s:
            found = titles(await told(s, base(Base.FULL_INVENTORY)))
            assert len(found) == len(set(found)) == len(list(s.station.device_model))
            for page in s.csms.requests(v21.NotifyReportRequest):
                assert len(page.report_data or ()) <= items
                frame = [2, "x" * 36, page.action, page.to_wire()]
                assert len(json.dumps(frame, separators=(",", ":"))) <= size

    play()


@virtual_time
async def test_reports_do_not_mix(version: str) -> None:
    """B07.FR.10: the pages of one report are numbered by themselves."""
    async with scene(version, settings={DeviceDataCtrlr.ItemsPerMessage_GetReport: 10}) as s:
        for request_id in (1, 2):
            await s.csms.call(base(Base.FULL_INVENTORY, request_id))
        await s.wait(10)
        pages = s.csms.requests(v21.NotifyReportRequest)
        order = [page.request_id for page in pages]
        assert order == sorted(order)
        assert set(order) == {1, 2}


@virtual_time
async def test_too_many_reports_at_a_time_are_rejected(version: str) -> None:
    """B07.FR.13."""
    async with scene(version, settings={DeviceDataCtrlr.ItemsPerMessage_GetReport: 1}) as s:
        answers = [
            (await s.csms.call(base(Base.FULL_INVENTORY, number))).status.value
            for number in range(5)
        ]
        assert answers == ["Accepted"] * 4 + ["Rejected"]
        await s.wait(60)
        again = await s.csms.call(base(Base.FULL_INVENTORY, 9))
        assert again.status is ReportStatus.ACCEPTED


@virtual_time
async def test_a_lost_connection_ends_a_report(
    version: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene(version, settings={DeviceDataCtrlr.ItemsPerMessage_GetReport: 1}) as s:
        await s.csms.call(base(Base.FULL_INVENTORY))
        await s.wait(0.1)
        s.cut()
        await s.wait(60)
        pages = s.csms.requests(v21.NotifyReportRequest)
        assert 0 < len(pages) < len(standard())
        assert s.station.accepted
        assert not [record for record in caplog.records if record.levelname == "ERROR"]
        assert len(await told(s, base(Base.SUMMARY_INVENTORY))) == 2
