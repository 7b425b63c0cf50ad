"""The device model by itself: values, declarations, attributes, what is on disk, and paging."""

import logging
from typing import assert_type, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp.specs import (
    BOOLEAN,
    INTEGER,
    OPTION_LIST,
    PASSWORD,
    STRING,
    Mutability,
    Variable,
)
from pilotwire.ocpp.v201.device_model import EVSE, AnyComponent, MonitoringCtrlr
from pilotwire.station.blocks import device_model, standard
from pilotwire.station.device_model.definitions import Component, RefusedValueError
from pilotwire.station.device_model.model import (
    DeviceModel,
    DuplicateVariableError,
    UnknownVariableError,
)
from pilotwire.station.device_model.standard import (
    ChargingStation,
    ClockCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from pilotwire.station.evse.variables import hardware_variables
from pilotwire.station.paging import pages
from pilotwire.station.vocabulary import Attribute
from pilotwire.store import StationRecords, Store, VariableKey

SPEED = Variable(
    component="FanCtrlr", name="Speed", datatype=INTEGER, units=("rpm",), minimum=0, maximum=6000
)


@pytest.fixture
def store() -> Store:
    return Store(":memory:")


def model(store: Store, evses: int = 2) -> DeviceModel:
    """The variables of a station that does not run."""
    hardware = hardware_variables(SimulatedStation(evses=evses).evses)
    return device_model(StationRecords(store, "CS-1"), (), hardware)


def kept(store: Store) -> dict[str, str]:
    return {
        f"{key.component}.{key.variable}:{key.attribute}": value
        for key, value in StationRecords(store, "CS-1").variables.all().items()
    }


# Values.


def test_only_what_differs_is_kept(store: Store) -> None:
    variables = model(store)
    variables[OCPPCommCtrlr.OfflineThreshold] = 60
    assert kept(store) == {}
    variables[OCPPCommCtrlr.OfflineThreshold] = 61
    assert kept(store) == {"OCPPCommCtrlr.OfflineThreshold:Actual": "61"}


def test_stations_share_what_does_not_differ(store: Store) -> None:
    first, second = model(store), model(store)
    assert [id(one) for one in first] == [id(one) for one in second]


def test_every_default_is_a_value_that_its_variable_takes(store: Store) -> None:
    for definition in model(store):
        if definition.default is not None:
            definition.check(definition.default)


def test_live_values_need_a_station_that_runs(store: Store) -> None:
    with pytest.raises(UnknownVariableError, match="before the station has started"):
        model(store)[ClockCtrlr.DateTime]


def test_live_values_are_not_set(store: Store) -> None:
    with pytest.raises(ValueError, match="can't be set"):
        model(store)[ChargingStation.AvailabilityState] = "Faulted"


def test_direct_current_has_no_phases() -> None:
    class Outlet:
        kind = ConnectorKind.CCS2_CABLE
        phases = 1
        max_current_a = 200.0

    told = {one.spec.name: one.default for one in hardware_variables([Outlet()])}  # type: ignore[list-item]  # as little as an EVSE may be
    assert told["SupplyPhases"] == 0
    assert "Power" not in told


@pytest.mark.parametrize("value", ["12", 1.5, True, -1, 2**31])
def test_a_wrong_value_is_refused_by_the_application_too(store: Store, value: object) -> None:
    with pytest.raises(ValueError, match="OfflineThreshold"):
        model(store)[OCPPCommCtrlr.OfflineThreshold] = cast("int", value)


def test_words_are_neither_true_nor_a_list(store: Store) -> None:
    with pytest.raises(ValueError, match="'false' is no boolean"):
        model(store)[TxCtrlr.StopTxOnInvalidId] = cast("bool", "false")
    with pytest.raises(ValueError, match="'Authorized' is no MemberList"):
        model(store)[TxCtrlr.TxStopPoint] = cast("tuple[str, ...]", "Authorized")


def test_the_hardware_has_variables_of_its_own(store: Store) -> None:
    variables = model(store)
    assert variables.read(EVSE.SupplyPhases, Component("EVSE", evse_id=2)) == 3
    with pytest.raises(UnknownVariableError, match=r"EVSE\.3 has no SupplyPhases"):
        variables.read(EVSE.SupplyPhases, Component("EVSE", evse_id=3))
    with pytest.raises(UnknownVariableError):
        variables[EVSE.SupplyPhases]


# What is on disk.


@pytest.mark.parametrize("text", ["soon", "-5", "99999999999", ""])
def test_a_kept_value_that_is_no_longer_valid_is_ignored(
    store: Store, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    put(store, "OCPPCommCtrlr", "OfflineThreshold", text)
    assert model(store)[OCPPCommCtrlr.OfflineThreshold] == 60
    assert "OfflineThreshold" in caplog.text


def test_a_kept_secret_that_is_no_longer_valid_is_not_shown(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    put(store, "Door", "Code", "1234")
    code = Variable(component="Door", name="Code", datatype=PASSWORD, minimum=8)
    caplog.set_level(logging.DEBUG)
    variables = model(store)
    variables.declare(code, "the default")
    assert variables[code] == "the default"
    assert "Door.Code" in caplog.text
    assert "1234" not in caplog.text


def test_a_kept_value_of_a_variable_that_is_gone_is_ignored(store: Store) -> None:
    put(store, "Gone", "With", "the wind")
    assert model(store)[OCPPCommCtrlr.OfflineThreshold] == 60


def put(store: Store, component: str, variable: str, value: str) -> None:
    records = StationRecords(store, "CS-1")
    with records.atomic():
        records.variables.set(VariableKey(component=component, variable=variable), value)


# Declarations.


def test_a_declared_variable_is_typed_and_lasts(store: Store) -> None:
    variables = model(store)
    variables.declare(SPEED, 1000)
    assert assert_type(variables[SPEED], int) == 1000
    variables[SPEED] = 2000
    again = model(store)
    again.declare(SPEED, 1000)
    assert again[SPEED] == 2000


def test_a_declared_variable_can_be_of_an_evse(store: Store) -> None:
    variables = model(store)
    for evse_id in (1, 2):
        variables.declare(
            AnyComponent.Temperature,
            component=Component("TemperatureSensor", "Inlet", evse_id=evse_id),
            read=lambda: 21.5,
        )
    found = variables.find(Component("temperaturesensor", "inlet", 2), "temperature", None)
    assert found is not None
    assert found.mutability is Mutability.READ_ONLY


def test_a_validator_has_the_last_word(store: Store) -> None:
    def even(speed: int) -> None:
        if speed % 2:
            raise ValueError("odd speeds rattle")

    heard: list[int] = []
    variables = model(store)
    variables.declare(SPEED, 1000, validate=even, on_change=heard.append)
    with pytest.raises(RefusedValueError, match="odd speeds rattle"):
        variables[SPEED] = 1001
    variables[SPEED] = 1002
    variables[SPEED] = 1002
    assert heard == [1002]
    with pytest.raises(ValueError, match="odd"):
        model(store).declare(SPEED, 1001, validate=even)


def test_a_hook_that_fails_does_not_undo_the_change(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: int) -> None:
        raise RuntimeError("no fan")

    variables = model(store)
    variables.declare(SPEED, 1000, on_change=broken)
    variables[SPEED] = 1500
    assert variables[SPEED] == 1500
    assert "no fan" in caplog.text


def test_an_application_that_can_not_tell_leaves_the_variable_unset(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> int:
        raise OSError("no fan")

    variables = model(store)
    variables.declare(SPEED, read=broken)
    assert variables.read(SPEED) is None
    assert variables.text(variables.definition(SPEED), Attribute.ACTUAL) == ""
    assert "no fan" in caplog.text


def test_an_application_may_have_nothing_to_tell(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    variables = model(store)
    variables.declare(SPEED, read=lambda: None)
    assert variables.read(SPEED) is None
    assert caplog.text == ""


def test_attributes_are_separate(store: Store) -> None:
    heard: list[int] = []
    variables = model(store)
    variables.declare(
        SPEED,
        read=lambda: 1234,
        attributes=[Attribute.ACTUAL, Attribute.TARGET, Attribute.MAX_SET],
        on_target=heard.append,
    )
    assert variables.read(SPEED, attribute=Attribute.TARGET) is None
    variables.write(SPEED, 3000, attribute=Attribute.TARGET)
    assert heard == [3000]
    assert variables.read(SPEED, attribute=Attribute.TARGET) == 3000
    assert variables[SPEED] == 1234
    with pytest.raises(UnknownVariableError, match="has no MinSet"):
        variables.write(SPEED, 3000, attribute=Attribute.MIN_SET)
    assert kept(store) == {"FanCtrlr.Speed:Target": "3000"}


@pytest.mark.parametrize(
    ("variable", "more", "error", "text"),
    [
        (TxCtrlr.TxStartPoint, {}, DuplicateVariableError, "give its value in `settings`"),
        (
            EVSE.AvailabilityState,
            {"component": Component("EVSE", evse_id=1)},
            DuplicateVariableError,
            "EVSE.1.AvailabilityState already",
        ),
        (
            EVSE.AllowReset,
            {"component": Component("EVSE", evse_id=3), "default": True},
            UnknownVariableError,
            "no EVSE 3",
        ),
        (AnyComponent.Temperature, {"default": 1.0}, UnknownVariableError, "name the `component`"),
        (
            SPEED,
            {"default": 1, "component": Component("Pump")},
            ValueError,
            "can't be a variable of Pump",
        ),
        (SPEED, {}, ValueError, "give it a `default`"),
        (SPEED, {"default": 7000}, ValueError, "above 6000"),
        (
            SPEED,
            {"default": 7, "attributes": [Attribute.TARGET]},
            ValueError,
            "every variable has an Actual",
        ),
        (
            Variable(component="Lamp", name="Mode", datatype=OPTION_LIST),
            {"default": "On"},
            ValueError,
            "needs the `values`",
        ),
        (
            Variable(component="Lamp" * 13, name="On", datatype=BOOLEAN),
            {"default": True},
            ValueError,
            "1 to 50 characters",
        ),
    ],
)
def test_a_wrong_declaration_says_what_to_change(
    store: Store,
    variable: Variable[object],
    more: dict[str, object],
    error: type[Exception],
    text: str,
) -> None:
    with pytest.raises(error, match=text):
        model(store).declare(variable, **more)  # type: ignore[arg-type]  # wrong on purpose


def test_the_same_name_twice_is_a_mistake(store: Store) -> None:
    variables = model(store)
    variables.declare(SPEED, 1)
    shouted = Variable(component="FANCTRLR", name="SPEED", datatype=STRING)
    with pytest.raises(DuplicateVariableError, match=r"FANCTRLR\.SPEED already"):
        variables.declare(shouted, "x")


def test_a_standard_variable_that_the_station_has_not_may_be_declared(store: Store) -> None:
    variables = model(store)
    assert MonitoringCtrlr.ActiveMonitoringLevel not in standard().by_spec
    variables.declare(MonitoringCtrlr.ActiveMonitoringLevel, 4)
    assert variables[MonitoringCtrlr.ActiveMonitoringLevel] == 4


# What the station is told.


def test_a_listener_hears_of_changes_only(store: Store) -> None:
    variables = model(store)
    heard: list[int] = []
    variables.watch(SampledDataCtrlr.TxUpdatedInterval, heard.append)
    variables[SampledDataCtrlr.TxUpdatedInterval] = 60
    variables[SampledDataCtrlr.TxUpdatedInterval] = 30
    assert heard == [30]


# Paging.


@given(
    sizes=st.lists(st.integers(1, 400), min_size=1, max_size=120),
    most=st.integers(1, 50),
    room=st.integers(1, 2000),
)
def test_pages(sizes: list[int], most: int, room: int) -> None:
    """Every item once and in order, no page over the limits, and none that could have had more."""
    items = list(enumerate(sizes))
    split = list(pages(items, most=most, room=room, size=lambda item: item[1]))
    assert [item for page in split for item in page] == items
    for page, following in zip(split, [*split[1:], ()], strict=True):
        total = sum(size for _, size in page)
        assert 1 <= len(page) <= most
        assert total <= room or len(page) == 1
        if following:
            assert len(page) == most or total + following[0][1] > room
