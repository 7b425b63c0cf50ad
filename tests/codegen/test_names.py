"""Names: every one is settled before models are made, and naming.toml has the last word."""

import subprocess
import sys
from pathlib import Path

import pytest

from codegen.errors import CodegenError
from codegen.generate import generate, render
from tests.codegen.sets import lamp_request, lamp_response, prepared, source


@pytest.mark.parametrize("name", ["Request", "Timestamp"])
def test_a_type_must_not_have_a_name_that_modules_need(tmp_path: Path, name: str) -> None:
    request = lamp_request()
    request["definitions"] = {name: {"type": "string", "enum": ["On", "Off"]}}
    request["properties"]["tint"] = {"$ref": f"#/definitions/{name}"}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())

    with pytest.raises(CodegenError, match=rf"names.v16.{name}: {name} is a name that the"):
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

    enums = source(render(schemas), "v16/enums")

    assert enums.count("class LampMode") == 1


def test_one_name_for_two_types_stops_the_run(tmp_path: Path) -> None:
    response = lamp_response()
    response["properties"]["mode"] = {"type": "string", "enum": ["On", "Broken"]}
    schemas = prepared(tmp_path, LampRequest=lamp_request(), LampResponse=response)
    named(schemas, '"LampResponse/mode" = "LampMode"')

    with pytest.raises(CodegenError, match=r"/mode is not the same as the other LampMode"):
        render(schemas)


def test_a_name_for_nothing_is_told_and_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    schemas = prepared(tmp_path)
    named(schemas, '"LampRequest/colour" = "Colour"\n[names.v16]\n"Lantern" = "Light"')

    render(schemas)

    assert caplog.messages == [
        "naming.toml: types.ocpp16: there is no LampRequest/colour to name",
        "naming.toml: names.v16.Lantern: there is no such thing to name",
    ]


def test_two_properties_with_one_python_name_stop_the_run(tmp_path: Path) -> None:
    request = lamp_request()
    request["properties"]["Level"] = {"type": "integer"}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())

    with pytest.raises(CodegenError, match=r"two properties of LampRequest get one name"):
        render(schemas)


def test_a_property_with_the_name_of_a_model_attribute_gets_an_underscore(tmp_path: Path) -> None:
    request = lamp_request()
    request["properties"] |= {name: {"type": "boolean"} for name in ("action", "class", "to_wire")}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())

    messages = source(render(schemas), "v16/messages")

    assert 'action_: Annotated[Boolean | None, Field(alias="action")]' in messages
    assert 'class_: Annotated[Boolean | None, Field(alias="class")]' in messages
    assert 'to_wire_: Annotated[Boolean | None, Field(alias="to_wire")]' in messages


HARD_NAMES = (
    *("type", "str", "int", "list", "None", "class", "self", "action", "copy", "model_config"),
    *("model_fields", "_response", "__init__", "1", "a b", 'x"y', "date-time", "Field", "schema"),
)


def imported(root: Path, program: str) -> str:
    """What a program prints that uses what was generated there, in a process of its own."""
    (root / "pilotwire/__init__.py").touch()
    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_an_optional_property_can_be_called_anything(tmp_path: Path) -> None:
    request = lamp_request()
    text = {"type": "string", "maxLength": 5}
    request["properties"] = {**dict.fromkeys(HARD_NAMES, text), **request["properties"]}
    schemas = prepared(tmp_path / "s", LampRequest=request, LampResponse=lamp_response())

    generate(schemas, tmp_path / "out")

    data = {**dict.fromkeys(HARD_NAMES, "v"), "level": 1, "description": "d"}
    program = (
        "from pilotwire.ocpp.v16 import LampRequest\n"
        f"data = {data!r}\nassert LampRequest.from_wire(data).to_wire() == data\n"
        f"print(len(LampRequest.model_fields))"
    )
    assert imported(tmp_path / "out", program) == str(len(HARD_NAMES) + 3)


@pytest.mark.parametrize(
    "name", ["Field", "Sequence", "Any", "BaseModel", "Enum", "RootModel", "lamp-type", "1st"]
)
def test_a_type_with_any_name_can_be_given_another(tmp_path: Path, name: str) -> None:
    request = lamp_request()
    kind = {"type": "string", "enum": ["A"], "default": "A"}
    part = {"type": "object", "properties": {"kind": {"$ref": "#/definitions/Any"}}}
    request["definitions"] = {name: part, "Any": kind} if name != "Any" else {name: kind}
    request["properties"]["parts"] = {"type": "array", "items": {"$ref": f"#/definitions/{name}"}}
    schemas = prepared(tmp_path / "s", LampRequest=request, LampResponse=lamp_response())
    named(schemas, f'[names.v16]\n"{name}" = "Lantern"')
    if name != "Any":
        named(schemas, '"Any" = "Kind"')

    generate(schemas, tmp_path / "out")

    program = (
        "from pilotwire.ocpp import v16\n"
        "lamp = v16.LampRequest.from_wire({'level': 1, 'parts': []})\n"
        "assert lamp.to_wire() == {'level': 1, 'parts': []}\nprint(v16.Lantern.__name__)"
    )
    assert imported(tmp_path / "out", program) == "Lantern"


def test_everything_can_be_renamed(tmp_path: Path) -> None:
    request = lamp_request()
    request["properties"]["Level"] = {"type": "integer"}
    request["properties"]["mode"]["enum"] += ["+", "-"]
    request["properties"]["mode"]["default"] = "+"
    action = {"3d-LampRequest": request, "3d-LampResponse": lamp_response()}
    schemas = prepared(tmp_path / "s", **action)
    (schemas / "actions.toml").write_text(
        '[v16]\n"3d-Lamp" = { sender = "csms", block = "Core", section = "0.0" }\n'
        'Bell = { sender = "station", block = "Security", section = "0.1" }\n'
    )
    (schemas / "configuration.toml").write_text(
        '[v16]\n"A-b" = { type = "integer", access = "R", profile = "Core", section = "0" }\n'
    )
    (schemas / "naming.toml").write_text(
        '[types.ocpp16]\n"3d-LampRequest/mode" = "LampMode"\n[names.v16]\n'
        '"3d-LampRequest" = "SolidRequest"\n"3d-LampResponse" = "SolidResponse"\n'
        '"SolidRequest/Level" = "second_level"\n"LampMode/+" = "PLUS"\n"LampMode/-" = "MINUS"\n'
        '"3d-Lamp()" = "lamp"\n"Keys/A-b" = "AB"\n'
    )

    generate(schemas, tmp_path / "out")

    program = (
        "from pilotwire.ocpp import v16\n"
        "from pilotwire.ocpp.v16.actions import ACTIONS\n"
        "from pilotwire.ocpp.v16.configuration import KEYS\n"
        "assert KEYS['A-b'].name == 'A-b'\n"
        "action = ACTIONS['3d-Lamp']\n"
        "lamp = action.request(level=1, second_level=2)\n"
        "assert lamp.mode is v16.LampMode.PLUS\n"
        "print(action.handler, action.request.action, lamp.to_json())"
    )
    expected = 'lamp 3d-Lamp {"level":1,"Level":2}'
    assert imported(tmp_path / "out", program) == expected


def test_every_name_that_is_missing_is_told_in_one_report(tmp_path: Path) -> None:
    request = lamp_request()
    request["properties"]["Level"] = {"type": "integer"}
    request["properties"]["mode"]["enum"].append("+")
    request["definitions"] = {"Field": {"type": "string", "enum": ["A", "a"]}}
    request["properties"]["field"] = {"$ref": "#/definitions/Field"}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())
    with pytest.raises(CodegenError) as stopped:
        render(schemas)
    assert stopped.value.findings == (
        "naming.toml: names.v16.Field: Field is a name that the generated modules need",
    )

    named(schemas, '[names.v16]\n"Field" = "Meadow"')
    with pytest.raises(CodegenError) as stopped:
        render(schemas)

    needs = "naming.toml: names.v16 needs a name for"
    assert stopped.value.findings == (
        f"{needs} Meadow/a: two members of Meadow get one name, A",
        f"{needs} LampMode/+: '+' has no letter to make a name of",
        f"{needs} LampRequest/Level: two properties of LampRequest get one name, level",
    )


def test_what_cannot_be_imported_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    good = render(prepared(tmp_path / "s"))
    bad = {
        **good,
        Path("pilotwire/ocpp/v16/enums/__init__.py"): b"class LampMode(Enum):\n    ON = 1\n",
    }
    monkeypatch.setattr("codegen.generate.render", lambda _: bad)

    with pytest.raises(CodegenError) as stopped:
        generate(tmp_path / "s", output)

    assert str(stopped.value) == (
        "what is made cannot be imported: NameError: name 'Enum' is not defined "
        '(File "pilotwire/ocpp/v16/enums/__init__.py", line 1, in <module>)'
    )
    assert not output.exists()


def test_a_secret_that_nothing_bears_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    schemas = prepared(tmp_path)
    named(schemas, '[secrets]\nLampRequest = ["description", "colour"]\nVPNType = ["key"]')

    messages = source(render(schemas), "v16/messages")

    assert "description: Annotated[str | None, Field(repr=False, max_length=10)]" in messages
    assert caplog.messages == [
        "naming.toml: secrets: there is no LampRequest/colour to hide",
        "naming.toml: secrets: there is no VPNType/key to hide",
    ]


def test_types_may_be_made_of_types_of_types(tmp_path: Path) -> None:
    request = lamp_request()
    chain = {
        f"T{n}": {"type": "object", "properties": {"a": {"$ref": f"#/definitions/T{n + 1}"}}}
        for n in range(150)
    }
    request["definitions"] = {**chain, "T150": {"type": "string", "enum": ["End"]}}
    request["properties"]["chain"] = {"$ref": "#/definitions/T0"}
    schemas = prepared(tmp_path / "s", LampRequest=request, LampResponse=lamp_response())

    generate(schemas, tmp_path / "out")

    assert imported(tmp_path / "out", "from pilotwire.ocpp.v16 import T149\nprint(T149(a='End'))")
