"""Generating: errata, names, and that the same schemas always give the same bytes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import ROOT, main
from codegen.errors import CodegenError
from codegen.generate import check, generate, render
from tests.codegen.sets import lamp_request, lamp_response, prepared

BELL = 'Bell = { sender = "station", block = "Security", section = "0.1" }'


def erratum(root: Path, *operations: dict[str, Any], schema: str = "LampRequest.json") -> None:
    entry = {
        "schema": f"ocpp16/{schema}",
        "reason": "A test",
        "source": "This file",
        "patch": operations,
    }
    (root / "errata/test.json").write_text(json.dumps([entry]))


def test_the_repository_is_as_generated_and_knows_every_action(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert main(["generate", "--check"]) == 0, capsys.readouterr().out
    assert caplog.messages == []


def test_check_lists_what_differs_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schemas, output = prepared(tmp_path / "schemas"), tmp_path / "generated"
    generate(schemas, output)
    edited = output / "pilotwire/ocpp/v16/enums.py"
    edited.write_text("# edited by hand\n")
    stale = output / "pilotwire/ocpp/v16/old.py"
    stale.write_text("")

    code = main(["--schemas", str(schemas), "generate", "--check", "--output", str(output)])

    assert code == 1
    assert capsys.readouterr().out.splitlines() == [
        "differs: pilotwire/ocpp/v16/enums.py",
        "differs: pilotwire/ocpp/v16/old.py",
    ]
    assert edited.read_text() == "# edited by hand\n"
    assert stale.exists()

    assert main(["--schemas", str(schemas), "generate", "--output", str(output)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "wrote pilotwire/ocpp/v16/enums.py",
        "removed pilotwire/ocpp/v16/old.py",
    ]
    assert check(schemas, output) == []
    assert not stale.exists()


def test_the_same_schemas_give_the_same_bytes_wherever_they_are_made(tmp_path: Path) -> None:
    request = lamp_request()
    items = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 20}
    request["properties"]["brightnessOfEachSegment"] = items
    schemas = prepared(tmp_path / "schemas", LampRequest=request, LampResponse=lamp_response())
    first = render(schemas)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    settings = "".join(f"[tool.{tool}]\nline-length = 40\n" for tool in ("ruff", "black"))
    (elsewhere / "pyproject.toml").write_text(settings)
    for path in (schemas / "ocpp16").iterdir():
        os.utime(path, (0, 0))
    program = (
        "import pathlib, sys; from codegen.generate import generate;"
        "generate(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))"
    )

    subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program, str(schemas), str(tmp_path / "out")],
        check=True,
        cwd=elsewhere,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": "7",
            "TZ": "Pacific/Apia",
            "LC_ALL": "C",
        },
    )

    assert {path: (tmp_path / "out" / path).read_bytes() for path in first} == first


def test_no_prose_and_no_place_is_in_what_is_generated(tmp_path: Path) -> None:
    schemas = prepared(tmp_path / "schemas")

    text = b"".join(render(schemas).values()).decode()

    assert "Prose" not in text
    assert str(tmp_path) not in text
    assert str(ROOT) not in text


def test_an_erratum_changes_the_model(tmp_path: Path) -> None:
    schemas = prepared(tmp_path / "schemas")
    erratum(schemas, {"op": "add", "path": "/properties/mode/enum/2", "value": "Blinking"})

    enums = render(schemas)[Path("pilotwire/ocpp/v16/enums.py")].decode()

    assert 'BLINKING = "Blinking"' in enums


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "replace", "path": "/properties/colour/type", "value": "string"},
        {"op": "replace", "path": "/properties/level/type", "value": "integer"},
        {"op": "add", "path": "/properties/description/maxLength", "value": 20},
        {"op": "test", "path": "/properties/mode/enum/0", "value": "Off"},
        {"op": "remove", "path": "/properties/mode/enum/9"},
    ],
    ids=lambda operation: f"{operation['op']} {operation['path']}",
)
def test_an_erratum_that_no_longer_applies_stops_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], operation: dict[str, Any]
) -> None:
    schemas = prepared(tmp_path / "schemas")
    erratum(schemas, operation)

    code = main(["--schemas", str(schemas), "generate", "--output", str(tmp_path / "out")])

    error = capsys.readouterr().err
    assert code == 2
    assert error.startswith("codegen: test.json#/0/patch/0: no longer applies")
    assert error.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_erratum_of_a_schema_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    schemas = prepared(tmp_path / "schemas")
    erratum(schemas, {"op": "remove", "path": "/type"}, schema="BuzzerRequest.json")

    with pytest.raises(CodegenError, match=r"test.json#/0: no schema ocpp16/BuzzerRequest.json"):
        render(schemas)


def test_an_erratum_must_say_why_and_where_from(tmp_path: Path) -> None:
    schemas = prepared(tmp_path / "schemas")
    entry = {"schema": "ocpp16/LampRequest.json", "reason": "", "source": "x", "patch": []}
    (schemas / "errata/test.json").write_text(json.dumps([entry]))

    with pytest.raises(CodegenError, match=r"test.json#/0: must say why"):
        render(schemas)


@pytest.mark.parametrize(
    ("operation", "problem"),
    [
        (
            {"op": "add", "path": "/properties/level/pattern", "value": "x"},
            "#/properties/level/pattern: keyword 'pattern' is not understood",
        ),
        ({"op": "remove", "path": "/properties/level"}, "#/required/0: no property 'level'"),
        ({"op": "replace", "path": "", "value": 1}, "#: not a JSON object"),
    ],
)
def test_what_an_erratum_makes_is_checked_as_what_was_published(
    tmp_path: Path, operation: dict[str, Any], problem: str
) -> None:
    schemas = prepared(tmp_path / "schemas")
    erratum(schemas, operation)

    with pytest.raises(CodegenError) as caught:
        render(schemas)

    assert str(caught.value) == f"test.json#/0: ocpp16/LampRequest.json{problem}"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"patch": "x"}, "test.json#/0/patch: not a list of operations"),
        ({"patch": ["x"]}, "test.json#/0/patch: not a list of operations"),
        ({"schema": 1}, "test.json#/0/schema: not the name of a schema"),
    ],
)
def test_an_erratum_has_the_form_of_one(
    tmp_path: Path, changes: dict[str, Any], problem: str
) -> None:
    schemas = prepared(tmp_path / "schemas")
    entry = {"schema": "ocpp16/LampRequest.json", "reason": "x", "source": "x", "patch": []}
    (schemas / "errata/test.json").write_text(json.dumps([{**entry, **changes}]))

    with pytest.raises(CodegenError) as caught:
        render(schemas)

    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "ocpp16/LampRequest.json:1: not JSON: "),
        ("[]", "ocpp16/LampRequest.json#: not a JSON object"),
        ('{"type": "object"}', "ocpp16/LampRequest.json#/$schema: no draft"),
        ('{"type": "object", "oneOf": []}', "ocpp16/LampRequest.json#/oneOf: keyword 'oneOf'"),
    ],
)
def test_a_schema_that_was_edited_by_hand_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, problem: str
) -> None:
    schemas = prepared(tmp_path / "schemas")
    (schemas / "ocpp16/LampRequest.json").write_text(text)

    code = main(["--schemas", str(schemas), "generate", "--output", str(tmp_path / "out")])

    error = capsys.readouterr().err
    assert code == 2
    assert error.startswith(f"codegen: {problem}")
    assert error.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schemas = prepared(tmp_path / "schemas")
    (schemas / "ocpp16/Lamps.json").mkdir()

    assert main(["--schemas", str(schemas), "generate", "--output", str(tmp_path / "out")]) == 2
    error = capsys.readouterr().err
    assert "ocpp16/Lamps.json" in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("name", ["Request", "Timestamp"])
def test_a_type_must_not_have_a_name_that_modules_need(tmp_path: Path, name: str) -> None:
    request = lamp_request()
    request["definitions"] = {name: {"type": "string", "enum": ["On", "Off"]}}
    request["properties"]["tint"] = {"$ref": f"#/definitions/{name}"}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())

    with pytest.raises(CodegenError, match=rf"^{name}: a name that the generated modules need"):
        render(schemas)


def test_limits_keep_all_their_digits(tmp_path: Path) -> None:
    request = lamp_request()
    limits = {"minimum": -1234567.5, "maximum": 1e20}
    request["properties"]["hues"] = {"type": "array", "items": {"type": "number", **limits}}
    request["properties"]["level"] |= {"minimum": 1234567, "maximum": 7654321}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())

    files = render(schemas)

    datatypes = files[Path("pilotwire/ocpp/v16/datatypes.py")].decode()
    assert "Field(ge=-1234567.5, le=100000000000000000000)" in datatypes
    messages = files[Path("pilotwire/ocpp/v16/messages.py")].decode()
    assert '"""1234567 to 7654321."""' in messages
    assert '"""Each: -1234567.5 to 100000000000000000000."""' in messages


@pytest.mark.parametrize(
    ("table", "text", "problem"),
    [
        ("actions", "[v16]\nLamp = 1\n", "actions.toml: v16.Lamp: is no table"),
        ("actions", "v16 = 1\n", "actions.toml: v16 is no table"),
        (
            "actions",
            '[v16]\nLamp = { sender = ["csms"], block = "Core", section = "0.0" }\n',
            "actions.toml: v16.Lamp: sender \"['csms']\" is none of the three",
        ),
        (
            "actions",
            "[v16]\nLamp = { sender = 'csms', block = 'Co\"re', section = '0.0' }\n",
            "actions.toml: v16.Lamp.block: 'Co\"re' may not have '\"' in it",
        ),
        (
            "units",
            "[v16]\n'LampRequest/level' = 'a\\b'\n",
            "units.toml: v16.LampRequest/level: 'a\\\\b' may not have '\\\\' in it",
        ),
        (
            "naming",
            '[types.ocpp16]\n"LampRequest/mode" = "Lamp mode"\n',
            "naming.toml: ocpp16: LampRequest/mode: 'Lamp mode' is no name for a class",
        ),
        ("configuration", "[v16]\nLevel = 1\n", "configuration.toml: v16.Level: is no table"),
        (
            "configuration",
            '[v16]\n"A b" = { type = "integer", access = "R", profile = "Core", section = "0" }\n',
            "configuration.toml: v16.A b: 'A b' is no name in Python",
        ),
        (
            "configuration",
            '[v16]\nA = {type="integer", access="R", profile="Core", section="0", max="1"}\n',
            "configuration.toml: v16.A: max is no number",
        ),
    ],
)
def test_a_table_of_another_form_stops_the_run(
    tmp_path: Path, table: str, text: str, problem: str
) -> None:
    schemas = prepared(tmp_path)
    (schemas / f"{table}.toml").write_text(text)

    with pytest.raises(CodegenError) as caught:
        render(schemas)

    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", "there is no column reason code"),
        (b"Colour\nRed\n", "there is no column reason code"),
        (b"Reason code\nRed;Green\n", "not a table: "),
        (b"Reason code\n\xff\n", "not a table: "),
        (b'Reason code\n"a""b"\n', "row 2: 'a\"b' may not have "),
    ],
)
def test_an_official_table_that_was_edited_by_hand_is_checked(
    tmp_path: Path, text: bytes, problem: str
) -> None:
    schemas = prepared(tmp_path)
    (schemas / "ocpp16/tables").mkdir()
    (schemas / "ocpp16/tables/reason_codes.csv").write_bytes(text)

    with pytest.raises(CodegenError, match=r"reason_codes.csv: " + problem):
        render(schemas)


def named(schemas: Path, line: str) -> None:
    with (schemas / "naming.toml").open("a") as stream:
        stream.write(line + "\n")


def test_a_type_in_place_needs_a_name(tmp_path: Path) -> None:
    request = lamp_request()
    request["properties"]["tint"] = {"type": "string", "enum": ["Warm", "Cold"]}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())

    with pytest.raises(CodegenError, match=r"needs a name for the type of LampRequest/tint"):
        render(schemas)


def test_equal_types_in_place_are_one(tmp_path: Path) -> None:
    response = lamp_response()
    response["properties"]["mode"] = {"type": "string", "enum": ["On", "Off"]}
    schemas = prepared(tmp_path, LampRequest=lamp_request(), LampResponse=response)
    named(schemas, '"LampResponse/mode" = "LampMode"')

    enums = render(schemas)[Path("pilotwire/ocpp/v16/enums.py")].decode()

    assert enums.count("class LampMode") == 1


def test_one_name_for_two_types_stops_the_run(tmp_path: Path) -> None:
    response = lamp_response()
    response["properties"]["mode"] = {"type": "string", "enum": ["On", "Broken"]}
    schemas = prepared(tmp_path, LampRequest=lamp_request(), LampResponse=response)
    named(schemas, '"LampResponse/mode" = "LampMode"')

    with pytest.raises(CodegenError, match=r"LampResponse/mode is not the same type"):
        render(schemas)


def test_a_name_for_nothing_stops_the_run(tmp_path: Path) -> None:
    schemas = prepared(tmp_path)
    named(schemas, '"LampRequest/colour" = "Colour"')

    with pytest.raises(CodegenError, match=r"ocpp16 has no LampRequest/colour to name"):
        render(schemas)


def test_two_properties_with_one_python_name_stop_the_run(tmp_path: Path) -> None:
    request = lamp_request()
    request["properties"]["Level"] = {"type": "integer"}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())

    with pytest.raises(CodegenError, match=r"two properties of LampRequest get one name"):
        render(schemas)


def test_a_new_action_is_taken_as_sent_by_both_ends(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    schemas = prepared(tmp_path)
    (schemas / "actions.toml").write_text(f"[v16]\n{BELL}\n")

    handlers = render(schemas)[Path("pilotwire/ocpp/v16/handlers.py")].decode()

    assert caplog.messages == ["actions.toml: v16 does not know Lamp: taken as sent by both ends"]
    assert handlers.count("async def lamp(") == 2
    assert handlers.count("async def bell(") == 1


def test_half_an_action_stops_the_run(tmp_path: Path) -> None:
    schemas = prepared(tmp_path, LampRequest=lamp_request())
    (schemas / "actions.toml").write_text(f"[v16]\n{BELL}\n")
    with pytest.raises(CodegenError, match=r"v16 does not know LampRequest"):
        render(schemas)

    buzzer = 'Buzzer = { sender = "csms", block = "Core", section = "0.2" }'
    (schemas / "actions.toml").write_text(f"[v16]\n{BELL}\n{buzzer}\n")
    with pytest.raises(CodegenError, match=r"v16.Buzzer: there is no schema of BuzzerRequest"):
        render(schemas)


LAMP_TABLE = (
    "Specific component;Variable;Instance;Required?;Datatype;Unit\nLampCtrlr;On;;no;string;\n"
)


def with_table(root: Path, line: str) -> Path:
    schemas = prepared(root)
    (schemas / "ocpp16/tables").mkdir()
    (schemas / "ocpp16/tables/variables.csv").write_text(LAMP_TABLE)
    (schemas / "variables.toml").write_text(f"[v16]\n{line}\n")
    return schemas


def test_the_table_of_variables_is_corrected(tmp_path: Path) -> None:
    facts = 'datatype = "boolean", required = true, mutability = "ReadOnly", section = "9"'
    schemas = with_table(tmp_path, f'"LampCtrlr.On" = {{ {facts} }}')

    module = render(schemas)[Path("pilotwire/ocpp/v16/device_model.py")].decode()

    assert "On: Final[Variable[bool]]" in module
    assert "required=True" in module
    assert '"""Required (9)."""' in module


def test_a_wrong_name_in_the_table_of_variables_is_replaced(tmp_path: Path) -> None:
    schemas = with_table(
        tmp_path, '"LampCtrlr.Lit" = { datatype = "boolean", replaces = ["LampCtrlr.On"] }'
    )

    module = render(schemas)[Path("pilotwire/ocpp/v16/device_model.py")].decode()

    assert 'name="Lit"' in module
    assert 'name="On"' not in module


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('"LampCtrlr.On" = { mutability = "Never" }', "mutability 'Never' is not understood"),
        ('"LampCtrlr.On" = { colour = "red" }', "colour is not understood"),
        ('"LampCtrlr.Off" = { required = true }', "not in the official table"),
        ('"LampCtrlr.On" = { values = "enum:Colour" }', "no enumeration Colour"),
        (
            '"LampCtrlr.Lit" = { datatype = "boolean", replaces = ["LampCtrlr.Off"] }',
            "LampCtrlr.Off is replaced, and not in the official table",
        ),
    ],
)
def test_a_correction_that_is_not_understood_stops_the_run(
    tmp_path: Path, line: str, problem: str
) -> None:
    with pytest.raises(CodegenError, match=problem):
        render(with_table(tmp_path, line))


def test_a_standard_value_is_added_only_while_the_table_lacks_it(tmp_path: Path) -> None:
    schemas = prepared(tmp_path)
    (schemas / "ocpp16/tables").mkdir()
    table = schemas / "ocpp16/tables/reason_codes.csv"
    table.write_text("Reason code\nTooHot\n")
    (schemas / "values.toml").write_text('[v16.reason_codes]\nTooCold = "0.1"\n')

    module = render(schemas)[Path("pilotwire/ocpp/v16/standard_values.py")].decode()

    assert 'TOO_COLD = "TooCold"' in module
    table.write_text("Reason code\nTooHot\nTooCold\n")
    with pytest.raises(CodegenError, match=r"v16.reason_codes.TooCold: the table has it by now"):
        render(schemas)


def test_a_property_with_the_name_of_a_model_attribute_gets_an_underscore(tmp_path: Path) -> None:
    request = lamp_request()
    request["properties"] |= {name: {"type": "boolean"} for name in ("action", "class", "to_wire")}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())

    messages = render(schemas)[Path("pilotwire/ocpp/v16/messages.py")].decode()

    assert 'action_: Annotated[Boolean | None, Field(alias="action")]' in messages
    assert 'class_: Annotated[Boolean | None, Field(alias="class")]' in messages
    assert 'to_wire_: Annotated[Boolean | None, Field(alias="to_wire")]' in messages
