"""Rules for what one version can't say of another: where they are needed, and where not."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.bundle import bundle
from codegen.conversion import Side, conversion_modules
from codegen.errors import CodegenError

Schema = dict[str, Any]
Change = Callable[[Schema], object]

OPEN: Schema = {
    "type": "object",
    "properties": {"vendorId": {"type": "string", "maxLength": 255}},
    "required": ["vendorId"],
}
LAMP: Schema = {
    "$schema": "http://json-schema.org/draft-06/schema#",
    "definitions": {
        "ModeEnumType": {"type": "string", "enum": ["On", "Off"]},
        "BulbType": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "customData": {"$ref": "#/definitions/CustomDataType"},
                "mode": {"$ref": "#/definitions/ModeEnumType"},
                "watts": {"type": "integer"},
                "label": {"type": "string", "maxLength": 10},
                "since": {"type": "string", "format": "date-time"},
            },
            "required": ["mode", "label"],
        },
        "CustomDataType": OPEN,
    },
    "type": "object",
    "additionalProperties": False,
    "properties": {"bulb": {"type": "array", "items": {"$ref": "#/definitions/BulbType"}}},
    "required": ["bulb"],
}


def converted(tmp_path: Path, table: str, narrow: Change | None, wide: Change | None) -> str:
    """What is made of two editions of a message, each changed in its own way."""
    sides: list[Side] = []
    for name, change in (("old", narrow), ("new", wide)):
        schema = copy.deepcopy(LAMP)
        if change is not None:
            change(schema)
        messages = {"LampRequest": schema} if schema else {}
        sides.append(Side(name, name.title(), name, bundle({name: messages}, {})))
    (tmp_path / "narrowing.toml").write_text(table, "utf-8")
    return conversion_modules(sides[0], sides[1], tmp_path / "narrowing.toml")["conversion"]


def bulb(schema: Schema) -> Schema:
    found: Schema = schema["definitions"]["BulbType"]
    return found


def put(name: str, value: Schema) -> Change:
    return lambda schema: bulb(schema)["properties"].update({name: value})


def require(name: str) -> Change:
    return lambda schema: bulb(schema)["required"].append(name)


def relax(name: str) -> Change:
    return lambda schema: bulb(schema)["required"].remove(name)


def modes(*values: str) -> Change:
    return lambda schema: schema["definitions"]["ModeEnumType"].update(enum=list(values))


def both(*changes: Change) -> Change:
    return lambda schema: [change(schema) for change in changes]


LUX: Schema = {"type": "integer"}
TEXT: Schema = {"type": "string", "maxLength": 20}
FILE = "old/LampRequest.json#"
BULB = f"{FILE}/definitions/BulbType"
MODE = f"{FILE}/definitions/ModeEnumType/enum"
NEW_AND_REQUIRED = "required, and not there before: narrowing.toml has no rule"
OPENED = "open to other properties, and not the same in both"
DIM = '[[values]]\ntype = "ModeEnumType"\nvalues = ["Dim"]\nreason = "r"\n'


def test_editions_that_say_the_same_need_no_rule(tmp_path: Path) -> None:
    module = converted(tmp_path, "", None, None)

    assert "values={}, missing={}, rounded={}, cut={}, added={}, apart=frozenset()" in module


def test_a_rule_becomes_one_of_the_module(tmp_path: Path) -> None:
    table = (
        f'{DIM}leave_out = "BulbType"\n'
        '[rounded]\n"BulbType/watts" = { to = "up", reason = "r" }\n'
        '[cut]\n"BulbType/label" = { reason = "r" }\n'
        '[missing."BulbType/label"]\ninstead = ""\nreason = "r"\n'
        '[added]\n"BulbType/kind" = { value = "Old", reason = "r" }\n'
    )
    wide = both(
        modes("On", "Off", "Dim"),
        put("watts", {"type": "number"}),
        put("label", TEXT),
        relax("label"),
        put("kind", TEXT),
        require("kind"),
    )

    module = converted(tmp_path, table, None, wide)

    assert '"ModeEnumType": {"Dim": LeaveOut("BulbType")}' in module
    assert '("BulbType", "watts"): Rounding.UP' in module
    assert '("BulbType", "label"): 10' in module
    assert '("BulbType", "label"): Instead("")' in module
    assert '("BulbType", "kind"): "Old"' in module


@pytest.mark.parametrize(
    ("narrow", "wide", "problem"),
    [
        (None, require("since"), f"{BULB}/properties/since: optional, and required in New"),
        (
            None,
            relax("label"),
            f"{BULB}/properties/label: required, and optional later: narrowing.toml has no rule",
        ),
        (
            None,
            both(put("kind", TEXT), require("kind")),
            f"{BULB.replace('old', 'new')}/properties/kind: {NEW_AND_REQUIRED}",
        ),
        (
            None,
            put("watts", {"type": "number"}),
            f"{BULB}/properties/watts: an integer, and a number later: narrowing.toml has no rule",
        ),
        (
            put("watts", {"type": "number"}),
            None,
            f"{BULB}/properties/watts: number, and integer in New",
        ),
        (
            None,
            put("watts", {"type": "boolean"}),
            f"{BULB}/properties/watts: integer, and boolean in New",
        ),
        (
            None,
            put("watts", {"type": "array", "items": LUX}),
            f"{BULB}/properties/watts: integer, and array in New",
        ),
        (
            None,
            put("watts", {"type": "integer", "default": 5}),
            f"{BULB}/properties/watts/default: another one in New",
        ),
        (
            None,
            put("since", {"type": "string"}),
            f"{BULB}/properties/since/format: another one in New",
        ),
        (
            put("volts", {"type": "number", "multipleOf": 0.1}),
            put("volts", {"type": "number"}),
            f"{BULB}/properties/volts/multipleOf: another one in New",
        ),
        (
            None,
            modes("On", "Off", "Dim"),
            f"{MODE}: narrowing.toml has no rule for Dim of ModeEnumType",
        ),
        (
            None,
            put("mode", TEXT),
            f"{MODE}: narrowing.toml has no rule for any text of ModeEnumType",
        ),
        (
            None,
            put("mode", {"type": "string", "maxLength": 2}),
            f"{MODE}: New does not take Off",
        ),
        (
            None,
            both(
                lambda schema: schema["definitions"].update(
                    Other=schema["definitions"]["BulbType"]
                ),
                lambda schema: schema["properties"].update(
                    bulb={"type": "array", "items": {"$ref": "#/definitions/Other"}}
                ),
            ),
            f"{FILE}/properties/bulb/items/$ref: leads to Other in New",
        ),
        (
            None,
            lambda schema: schema["definitions"]["CustomDataType"]["properties"].update(a=LUX),
            f"{FILE}/definitions/CustomDataType: {OPENED}",
        ),
        (
            None,
            lambda schema: bulb(schema).pop("additionalProperties"),
            f"{BULB}: {OPENED}",
        ),
    ],
)
def test_a_difference_without_a_rule_stops_the_run(
    tmp_path: Path, narrow: Change | None, wide: Change | None, problem: str
) -> None:
    with pytest.raises(CodegenError) as stopped:
        converted(tmp_path, "", narrow, wide)
    assert str(stopped.value) == problem


@pytest.mark.parametrize(
    ("narrow", "wide", "lack"),
    [
        (None, lambda schema: schema.clear(), "LampRequest"),
        (put("lux", LUX), None, "BulbType.lux"),
        (None, modes("On"), "ModeEnumType.Off"),
    ],
)
def test_a_message_that_says_what_the_newer_one_cannot_is_not_converted(
    tmp_path: Path,
    narrow: Change | None,
    wide: Change | None,
    lack: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    module = converted(tmp_path, "", narrow, wide)

    assert 'apart=frozenset(["LampRequest"])' in module
    assert caplog.messages == [f"new has no {lack}: LampRequest is not converted"]


DIMMED = modes("On", "Off", "Dim")
RENAMED = both(put("kind", TEXT), require("kind"))


@pytest.mark.parametrize(
    ("table", "wide", "problem"),
    [
        (f'{DIM}instead = "Dim"\n', DIMMED, "ModeEnumType has no Dim to stand for it"),
        (f'{DIM}leave_out = "LampType"\n', DIMMED, "no list of Old has LampType"),
        (f"{DIM}refuse = false\n", DIMMED, "needs instead, leave_out or refuse = true"),
        (f'{DIM}refuse = true\ninstead = "On"\n', DIMMED, "needs instead, leave_out or refuse"),
        (DIM, DIMMED, "needs instead, leave_out or refuse = true"),
        (
            f"{DIM}refuse = true\n".replace('"r"', '""'),
            DIMMED,
            "values[0]: Dim of ModeEnumType: must say why",
        ),
        (f"{DIM}refuse = true\n{DIM}refuse = true\n", DIMMED, "values[1]: a second rule for Dim"),
        ('[[values]]\nvalues = ["Dim"]\nreason = "r"', DIMMED, "values[0]: needs type and values"),
        ('[[values]]\ntype = "A"\nvalues = []', DIMMED, "values[0]: needs type and values"),
        ('[values]\na = "b"', DIMMED, "values is no list of tables"),
        ("values = [1]", DIMMED, "values[0]: is no table"),
        ("rounded = 1", None, "rounded is no table"),
        ("[rest]", None, "rest is not understood"),
        (
            '[rounded]\n"A/b" = { to = "sideways", reason = "r" }',
            None,
            "rounded.A/b: 'sideways' is no way to round",
        ),
        ('[rounded]\n"A/b" = { to = "up" }', None, "rounded.A/b: needs reason and to, as texts"),
        ('[cut]\n"A/b" = { reason = "" }', None, "cut.A/b: must say why"),
        (
            '[missing."BulbType/label"]\ninstead = "far too long for it"\nreason = "r"',
            relax("label"),
            "missing.BulbType/label: 'far too long for it' is no value of it in Old",
        ),
        (
            '[added]\n"BulbType/kind" = { value = "far too long, even later", reason = "r" }',
            RENAMED,
            "'far too long, even later' is no value of it in New",
        ),
    ],
)
def test_a_rule_that_is_wrong_stops_the_run(
    tmp_path: Path, table: str, wide: Change | None, problem: str
) -> None:
    with pytest.raises(CodegenError) as stopped:
        converted(tmp_path, table, None, wide)
    assert problem in str(stopped.value)
    assert "\n" not in str(stopped.value)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (f'{DIM}instead = "On"\n', "values[0]: Dim of ModeEnumType"),
        ('[cut]\n"BulbType/label" = { reason = "r" }', "cut.BulbType/label"),
        ('[rounded]\n"A/b" = { to = "up", reason = "r" }', "rounded.A/b"),
        ('[added]\n"A/b" = { value = "", reason = "r" }', "added.A/b"),
        ('[missing."A/b"]\nrefuse = true\nreason = "r"', "missing.A/b"),
    ],
)
def test_a_rule_that_nothing_needs_is_told_and_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, table: str, told: str
) -> None:
    converted(tmp_path, table, None, None)

    assert caplog.messages == [f"narrowing.toml: {told}: nothing needs this rule"]


def test_all_differences_without_a_rule_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(CodegenError) as stopped:
        converted(tmp_path, "", None, both(DIMMED, RENAMED, relax("label")))

    assert stopped.value.findings == (
        f"{MODE}: narrowing.toml has no rule for Dim of ModeEnumType",
        f"{BULB}/properties/label: required, and optional later: narrowing.toml has no rule",
        f"new/LampRequest.json#/definitions/BulbType/properties/kind: {NEW_AND_REQUIRED}",
    )
