"""The maps that come along are whole, what is wrong in one is told, and numbers survive the way."""

import math
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilotwire.hal.interfaces import Location, Measurand, Unit
from pilotwire.hal.modbus import MapError, MeterMap, load_map, map_names
from pilotwire.hal.modbus.codec import Kind, Order, decoded, raw_of
from pilotwire.hal.modbus.maps import Value, standard_unit
from pilotwire.hal.modbus.plan import MOST_REGISTERS, Span, Table, blocks
from pilotwire.hal.modbus.reading import quantities_of, reading_of
from tests.support.modbus import encoded, image_of

REGISTER = "Energy.Active.Import.Register"
SMALL: dict[str, Any] = {
    "title": "Example EM1",
    "document": "Example Ltd: EM1 Modbus manual, rev. 3",
    "phases": 1,
    "value": [{"shows": REGISTER, "address": 72, "type": "float32", "unit": "kWh"}],
}


def bounds(kind: Kind) -> tuple[int, int]:
    bits = 24 if kind in {Kind.T5, Kind.T6} else 16 * kind.width
    if kind in {Kind.INT16, Kind.INT32, Kind.INT64, Kind.T6}:
        return -(1 << (bits - 1)), (1 << (bits - 1)) - 1
    return 0, (1 << bits) - 1


@st.composite
def numbers(draw: st.DrawFn) -> tuple[Kind, float]:
    kind = draw(st.sampled_from(list(Kind)))
    if kind in {Kind.FLOAT32, Kind.FLOAT64}:
        any_number = st.floats(allow_nan=False, allow_infinity=False)
        if kind is Kind.FLOAT32:
            any_number = st.floats(width=32, allow_nan=False, allow_infinity=False)
        return kind, draw(any_number)
    return kind, draw(st.integers(*bounds(kind)))


@given(numbers(), st.sampled_from(list(Order)), st.sampled_from(list(Order)))
def test_a_number_in_registers_is_that_number(
    number: tuple[Kind, float], words: Order, octets: Order
) -> None:
    kind, value = number
    registers = encoded(value, kind, words, octets)
    assert len(registers) == kind.width
    assert decoded(raw_of(registers, words, octets), kind) == value


@pytest.mark.parametrize(
    ("registers", "kind", "words", "value"),
    [
        ([0x4366, 0x3333], Kind.FLOAT32, Order.BIG, 230.2),  # Eastron's manual has the like
        ([0x3333, 0x4366], Kind.FLOAT32, Order.LITTLE, 230.2),
        ([0x08FC, 0x0000], Kind.INT32, Order.LITTLE, 2300),
        ([0xFFFF, 0xFFFE], Kind.INT32, Order.BIG, -2),
        ([0xFF00, 0x08FD], Kind.T5, Order.BIG, 230.1),
        ([0xFFFF, 0xFFFF], Kind.T6, Order.BIG, -0.1),
        ([0x0302, 0x0000], Kind.T5, Order.BIG, 131_072_000),
    ],
)
def test_known_registers(registers: list[int], kind: Kind, words: Order, value: float) -> None:
    assert decoded(raw_of(registers, words), kind) == pytest.approx(value)


# The maps that come along.


@pytest.mark.parametrize("name", map_names())
def test_a_map_that_comes_along(name: str) -> None:
    map_ = load_map(name)
    assert not any(math.isnan(value.factor) for value in map_.value)
    for block in blocks(map_.spans(), map_.most_registers, map_.gap):
        assert block.count <= map_.most_registers <= MOST_REGISTERS
    assert map_.reversed().reversed().value == map_.value


@pytest.mark.parametrize("name", map_names())
@settings(max_examples=20)
@given(data=st.data())
def test_what_is_written_by_a_map_is_read_by_it(name: str, data: st.DataObject) -> None:
    map_ = load_map(name)
    written = {value.label: data.draw(plausible(value), label=value.label) for value in map_.value}
    exponents = {
        f"{value.label}^": 0 if value.exponent is None else data.draw(st.integers(-3, 3))
        for value in map_.value
    }
    # Several values share a scale factor: the last one that is written holds.
    image = image_of(map_, written | exponents)
    shared: dict[int, float] = {
        value.exponent.address: exponents[f"{value.label}^"]
        for value in map_.value
        if value.exponent is not None
    }

    def registers(span: Span) -> list[int]:
        return [image[span.table][each] for each in range(span.address, span.end)]

    reading = reading_of(map_, registers, Location.OUTLET)
    shown = {(each.measurand, each.phase): each.value for each in reading.others}
    for value in map_.value:
        power = 0.0 if value.exponent is None else shared[value.exponent.address]
        expected = written[value.label] * 10**power * value.factor
        if value.label == REGISTER:
            assert reading.energy_wh == pytest.approx(expected)
        elif (value.shows, value.phase) in shown and value.negative is not None:
            there = shown[value.shows, value.phase] - shown[value.negative, value.phase]
            assert there == pytest.approx(expected)
        elif (value.shows, value.phase) in shown:
            assert shown[value.shows, value.phase] == pytest.approx(expected)
    first = next((each for each in map_.value if each.label == "Current.Import L1"), None)
    if first is not None:
        power = 0.0 if first.exponent is None else shared[first.exponent.address]
        number = written[first.label] * 10**power * first.factor
        if number >= 0 or first.negative is not None:
            assert reading.current_a[0] == pytest.approx(max(number, 0))


def plausible(value: Value) -> st.SearchStrategy[float]:
    """A number that can stand in the registers of a value."""
    if value.type in {Kind.FLOAT32, Kind.FLOAT64}:
        least = 0.0 if value.shows is Measurand.ENERGY_ACTIVE_IMPORT_REGISTER else -1000.0
        least, most = max(value.least, least), min(value.most, 1_000_000.0)
        return st.floats(least, most, width=32)
    least_int, most_int = bounds(value.type)
    # Not the largest: with many makers that is "none". Nor what is no register.
    low = 0 if value.shows is Measurand.ENERGY_ACTIVE_IMPORT_REGISTER else least_int + 1
    return st.integers(max(low, int(value.least)), min(most_int - 1, 10**7))


# How they are read.


def test_blocks_hold_all_and_split_none() -> None:
    wanted = [Span(Table.INPUT, at, 2) for at in (0, 2, 4, 10, 200, 201)]
    assert list(blocks(wanted, 80, 0)) == [
        Span(Table.INPUT, 0, 6),
        Span(Table.INPUT, 10, 2),
        Span(Table.INPUT, 200, 3),
    ]
    assert list(blocks(wanted, 80, 4)) == [Span(Table.INPUT, 0, 12), Span(Table.INPUT, 200, 3)]
    assert list(blocks(wanted, 4, 125)) == [
        Span(Table.INPUT, 0, 4),
        Span(Table.INPUT, 4, 2),
        Span(Table.INPUT, 10, 2),
        Span(Table.INPUT, 200, 3),
    ]


@given(
    st.lists(
        st.builds(Span, st.sampled_from(Table), st.integers(0, 500), st.integers(1, 4)), min_size=1
    ),
    st.integers(4, MOST_REGISTERS),
    st.integers(0, MOST_REGISTERS),
)
def test_any_plan_holds_all_within_the_limit(spans: list[Span], most: int, gap: int) -> None:
    plan = blocks(spans, most, gap)
    assert all(block.count <= most for block in plan)
    for span in spans:
        assert any(block.holds(span) for block in plan)


# What is wrong is told.


def changed(**more: Any) -> dict[str, Any]:
    return {**SMALL, **more}


def value(**more: Any) -> dict[str, Any]:
    return changed(value=[{**SMALL["value"][0], **more}])


def toml(content: dict[str, Any]) -> str:
    def shown(one: Any) -> str:
        if isinstance(one, dict):
            return "{ " + ", ".join(f"{key} = {shown(each)}" for key, each in one.items()) + " }"
        if isinstance(one, list):
            return "[" + ", ".join(map(shown, one)) + "]"
        return f'"{one}"' if isinstance(one, str) else str(one)

    return "\n".join(f"{key} = {shown(each)}" for key, each in content.items())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (changed(titel="x"), r"titel: there is no such key; there are title, document, phases, "),
        (
            {key: each for key, each in SMALL.items() if key != "phases"},
            "phases: is missing",
        ),
        (changed(phases=2), "phases: a meter has 1 or 3 phases"),
        (changed(table="coils"), "table: input should be 'input' or 'holding'"),
        (changed(most_registers=126), "most_registers: .* less than or equal to 125"),
        (changed(serial={"parity": "mark"}), "serial, parity: "),
        (
            value(shows="Energy"),
            r"value 1 \(Energy\), shows: 'Energy' is no measurand of OCPP, such as 'Energy",
        ),
        (
            value(address=70000),
            f"value 1 \\({REGISTER}\\), address: .* less than or equal to 65535",
        ),
        (value(type="float"), f"value 1 \\({REGISTER}\\), type: input should be 'int16', "),
        (value(unit="W"), f"value 1 \\({REGISTER}\\), unit: {REGISTER} is in Wh or kWh"),
        (value(scale=0), "value 1 .*, scale: a scale of 0 leaves nothing of the value"),
        (value(adress=1), r"value 1 .*, adress: there is no such key; there are shows, address, "),
        (
            value(exponent={"adress": 1}),
            r"value 1 .*, exponent, address: is missing \(and 1 more\)",
        ),
        (value(phase="L1"), f"there is no value that shows '{REGISTER}' of all phases"),
        (
            changed(value=SMALL["value"] * 2),
            f"there are several values that show {REGISTER}",
        ),
        (changed(value=[]), f"there is no value that shows '{REGISTER}'"),
    ],
)
def test_what_is_wrong_in_a_map_is_told(
    tmp_path: Path, content: dict[str, Any], words: str
) -> None:
    file = tmp_path / "em1.toml"
    file.write_text(toml(content), "utf-8")
    with pytest.raises(MapError, match=f"^{re.escape(str(file))}: {words}"):
        load_map(file)


def test_what_is_no_map_at_all(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="there is no map 'sdm630'; there are abb-b23, "):
        load_map("sdm630")
    with pytest.raises(MapError, match="cannot be read: No such file"):
        load_map(tmp_path / "none.toml")
    (tmp_path / "a.toml").write_text("title = ", "utf-8")
    with pytest.raises(MapError, match=r"a.toml is no TOML: .*\(at "):
        load_map(str(tmp_path / "a.toml"))
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(MapError, match=r"b.toml is not UTF-8 text"):
        load_map(tmp_path / "b.toml")


def test_a_meter_without_export_cannot_be_reversed() -> None:
    with pytest.raises(MapError, match="Example EM1 has no export register"):
        MeterMap.model_validate(SMALL).reversed()


def test_every_measurand_has_its_unit() -> None:
    without = {each for each in Measurand if standard_unit(each) is None}
    assert Measurand.POWER_FACTOR in without
    assert standard_unit(Measurand.ENERGY_REACTIVE_NET) is Unit.VARH
    assert standard_unit(Measurand.POWER_ACTIVE_IMPORT) is Unit.W


def test_a_maker_adds_a_meter_with_a_file(tmp_path: Path) -> None:
    file = tmp_path / "em1.toml"
    file.write_text(toml(SMALL), "utf-8")
    map_ = load_map(file)
    assert [each.measurand for each in quantities_of(map_, Location.OUTLET)] == [REGISTER]


def test_a_value_that_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(toml(changed(value=[7])), "utf-8")
    with pytest.raises(MapError, match=r"a\.toml: value 1: input should be"):
        load_map(tmp_path / "a.toml")
    (tmp_path / "a.toml").write_text(toml(changed(value=7)), "utf-8")
    with pytest.raises(MapError, match=r"a\.toml: value: input should be"):
        load_map(tmp_path / "a.toml")
