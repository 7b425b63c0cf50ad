"""Reading one schema: what the generator would not carry over is refused, with its place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.errors import CodegenError
from codegen.importer import import_schemas
from tests.codegen.sets import DRAFT6, lamp_request, lamp_response, newer, write


def changed(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    schema = lamp_request()
    change(schema)
    return schema


def nested(depth: int) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer"}
    for _ in range(depth):
        schema = {"type": "array", "items": schema}
    return schema


def level(schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = schema["properties"]["level"]
    return found


def defined(**definitions: dict[str, Any]) -> dict[str, Any]:
    return {**lamp_request(), "definitions": definitions}


REFUSED = [
    pytest.param(
        changed(lambda s: level(s).update(exclusiveMinimum=True)),
        "Lamp.json#/properties/level/exclusiveMinimum: keyword 'exclusiveMinimum'",
        id="unknown keyword",
    ),
    pytest.param(
        changed(lambda s: level(s).update(type=["integer", "null"])),
        "Lamp.json#/properties/level/type: ['integer', 'null'] is no value",
        id="two types",
    ),
    pytest.param(
        changed(lambda s: level(s).update(type="whole")),
        "Lamp.json#/properties/level/type: type 'whole'",
        id="unknown type",
    ),
    pytest.param(
        changed(lambda s: level(s).update(maxLength=True)),
        "Lamp.json#/properties/level/maxLength: True is no value",
        id="boolean for a number",
    ),
    pytest.param(
        changed(lambda s: level(s).update(format="color")),
        "Lamp.json#/properties/level/format: format 'color'",
        id="unknown format",
    ),
    pytest.param(
        changed(lambda s: s["properties"].update({"a/b": []})),
        "Lamp.json#/properties/a~1b: not a schema",
        id="pointer is escaped",
    ),
    pytest.param(
        changed(lambda s: s["properties"]["mode"].update(enum=["On", "On"])),
        "Lamp.json#/properties/mode/enum: 'enum' is empty or repeats",
        id="repeated value",
    ),
    pytest.param(
        changed(lambda s: s["properties"]["mode"].update(enum=["On", 1])),
        "Lamp.json#/properties/mode/enum: 'enum' holds something other",
        id="enumeration of numbers",
    ),
    pytest.param(
        changed(lambda s: s.update(required=["levle"])),
        "Lamp.json#/required/0: no property 'levle'",
        id="required but not there",
    ),
    pytest.param(
        changed(lambda s: s["properties"].update(lamp={"$ref": "#/definitions/Lamp"})),
        "Lamp.json#/properties/lamp/$ref: '#/definitions/Lamp' leads nowhere",
        id="reference to nothing",
    ),
    pytest.param(
        changed(lambda s: s.update(type="string")),
        "Lamp.json#/type: a message is an object",
        id="no object",
    ),
    pytest.param(
        changed(lambda s: s.update(id="urn:OCPP:1.5:2012:6:LampRequest")),
        "Lamp.json#/id: 'urn:OCPP:1.5:2012:6:LampRequest'",
        id="unknown edition",
    ),
    pytest.param(
        changed(lambda s: s.pop("id")), "Lamp.json#/id: no id, so the edition", id="no id"
    ),
    pytest.param(
        changed(lambda s: s.update({"$schema": DRAFT6})),
        "Lamp.json#/$schema: OCPP 1.6 is written in",
        id="another draft",
    ),
    pytest.param(newer("OCPP 2.2"), "Lamp.json#/$id: ", id="unknown comment"),
    pytest.param(
        changed(lambda s: level(s).update(maximum=float("inf"))),
        "Lamp.json: Infinity is no JSON",
        id="infinity",
    ),
    pytest.param(
        changed(lambda s: level(s).update(maximum=10**400)),
        "Lamp.json#/properties/level/maximum: 1000",
        id="beyond the doubles",
    ),
    pytest.param(
        changed(lambda s: level(s).update(minimum=0.5)),
        "Lamp.json#/properties/level/minimum: 0.5 is no limit of an integer",
        id="fraction of an integer",
    ),
    pytest.param(
        changed(lambda s: s["properties"]["description"].update(maxLength=-1)),
        "Lamp.json#/properties/description/maxLength: -1 is no value",
        id="negative length",
    ),
    pytest.param(
        changed(lambda s: level(s).update(multipleOf=0)),
        "Lamp.json#/properties/level/multipleOf: 0 is no value",
        id="multiple of nothing",
    ),
    pytest.param(
        changed(lambda s: level(s).update(maxLength=2)),
        "Lamp.json#/properties/level/maxLength: says nothing of type 'integer'",
        id="limit of another type",
    ),
    pytest.param(
        changed(lambda s: s["properties"]["mode"].pop("type")),
        "Lamp.json#/properties/mode/enum: says nothing of type None",
        id="enumeration of no type",
    ),
    pytest.param(
        changed(lambda s: s["properties"].update(a={"type": "array"})),
        "Lamp.json#/properties/a: an array needs items",
        id="array of nothing",
    ),
    pytest.param(
        changed(
            lambda s: s["properties"].update(
                a={"type": "array", "items": {"type": "array", "items": {"type": "string"}}}
            )
        ),
        "Lamp.json#/properties/a/items: there is no type for an array of arrays",
        id="array of arrays",
    ),
    pytest.param(
        changed(lambda s: level(s).update(multipleOf=5)),
        "Lamp.json#/properties/level/multipleOf: 5 of type 'integer' has no type",
        id="multiple of an integer",
    ),
    pytest.param(
        changed(lambda s: s["properties"]["description"].update(format="date-time")),
        "Lamp.json#/properties/description/maxLength: there is no type for a date-time with it",
        id="length of a date-time",
    ),
    pytest.param(
        changed(lambda s: level(s).update(default="x")),
        "Lamp.json#/properties/level/default: 'x' is refused there",
        id="default of another type",
    ),
    pytest.param(
        changed(lambda s: s["properties"]["mode"].update(default="Blinking")),
        "Lamp.json#/properties/mode/default: 'Blinking' is refused there",
        id="default that is no value",
    ),
    pytest.param(
        changed(lambda s: s["properties"].update({"a\ud83d": {"type": "string"}})),
        "Lamp.json#/properties: 'a\\ud83d' has half of a surrogate pair",
        id="half a character in a name",
    ),
    pytest.param(
        changed(lambda s: s["properties"]["mode"].update(enum=["On", "\ud83d"])),
        "Lamp.json#/properties/mode/enum: '\\ud83d' has half of a surrogate pair",
        id="half a character in a value",
    ),
    pytest.param(
        changed(lambda s: s["properties"].update(a=nested(200))),
        "Lamp.json#/properties/a/items/items/items/items/items/items/items/item...: nested",
        id="nested deep",
    ),
    pytest.param(
        defined(Colour={"type": "string", "maxLength": 3}),
        "Lamp.json#/definitions/Colour: neither an object nor an enumeration",
        id="type of a scalar",
    ),
    pytest.param(
        defined(Colour={"$ref": "#/definitions/Hue"}, Hue={"$ref": "#/definitions/Colour"}),
        "Lamp.json#/definitions/Colour/$ref: a type is no other name of another",
        id="reference in a circle",
    ),
    pytest.param(
        defined(
            Lamps={
                "type": "object",
                "properties": {"a": {"type": "array", "items": {"$ref": "#/definitions/Lamp"}}},
            },
            Lamp={"type": "object", "properties": {"a": {"$ref": "#/definitions/Lamps"}}},
        ),
        "Lamp.json#/definitions/Lamps: holds itself",
        id="type that holds itself",
    ),
]


@pytest.mark.parametrize(("schema", "problem"), REFUSED)
def test_what_is_not_understood_is_refused_by_file_and_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], schema: dict[str, Any], problem: str
) -> None:
    official = write(tmp_path / "official", Lamp=schema, LampResponse=lamp_response())

    code = main(["--schemas", str(tmp_path / "schemas"), "import", str(official)])

    error = capsys.readouterr().err
    assert code == 2
    assert error.startswith(f"codegen: {problem}")
    assert error.count("\n") == 1
    assert not (tmp_path / "schemas").exists(), "something was written all the same"


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b'{"a": 1,\n', "Lamp.json:2: not JSON"),
        (b"[]", "Lamp.json#: not a JSON object"),
        (b'{"id": "\xff"}', "Lamp.json: not UTF-8 at byte 8"),
        (b'{"id": 1, "id": 2}', "Lamp.json: property 'id' stands twice"),
        (b"[" * 100_000, "Lamp.json: nested too deep"),
        (b'{"id": ' + b"1" * 5000 + b"}", "Lamp.json: not read: Exceeds the limit"),
    ],
)
def test_what_is_no_schema_is_refused(tmp_path: Path, raw: bytes, problem: str) -> None:
    (tmp_path / "Lamp.json").write_bytes(raw)

    with pytest.raises(CodegenError, match=problem.split("#")[0]):
        import_schemas(tmp_path, tmp_path / "schemas")
