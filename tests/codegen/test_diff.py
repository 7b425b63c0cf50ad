"""Comparing two editions: each kind of change, whom it breaks, and a proof by instances."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.diff import Change, compare, read_edition
from codegen.errors import CodegenError
from tests.codegen.instances import minimal, mutants, sample, validator
from tests.codegen.sets import DRAFT6, write

Schema = dict[str, Any]


def lamp() -> Schema:
    """A message with one field of each kind."""
    return {
        "$schema": DRAFT6,
        "$id": "urn:OCPP:Cp:2:2020:3:LampRequest",
        "comment": "OCPP 2.0.1 FINAL",
        "definitions": {
            "ModeEnumType": {"type": "string", "enum": ["On", "Off"]},
            "LampType": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "integer", "minimum": 0, "maximum": 9},
                    "name": {"type": "string", "maxLength": 10},
                    "mode": {"$ref": "#/definitions/ModeEnumType"},
                    "since": {"type": "string", "format": "date-time"},
                    "dim": {"type": "boolean", "default": False},
                    "warmth": {"type": "number", "multipleOf": 0.1},
                },
                "required": ["id"],
            },
            "CustomDataType": {"type": "object", "properties": {"vendorId": {"type": "string"}}},
        },
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "lamp": {
                "type": "array",
                "items": {"$ref": "#/definitions/LampType"},
                "minItems": 1,
                "maxItems": 3,
            },
            "mode": {"$ref": "#/definitions/ModeEnumType"},
            "customData": {"$ref": "#/definitions/CustomDataType"},
        },
        "required": ["lamp"],
    }


def fields(schema: Schema) -> Schema:
    found: Schema = schema["definitions"]["LampType"]["properties"]
    return found


def renamed(schema: Schema) -> None:
    schema["definitions"]["LampModeEnumType"] = schema["definitions"].pop("ModeEnumType")
    for owner in (schema["properties"], fields(schema)):
        owner["mode"] = {"$ref": "#/definitions/LampModeEnumType"}


CHANGES: list[tuple[str, Callable[[Schema], Any], list[tuple[str, str, bool, bool]]]] = [
    ("nothing", lambda s: s, []),
    (
        "optional field added",
        lambda s: fields(s).update(hue={"type": "integer"}),
        [("LampType.hue", "field", False, True)],
    ),
    (
        "required field added",
        lambda s: (s["properties"].update(at={"type": "integer"}), s["required"].append("at")),
        [("LampRequest.at", "field", True, True)],
    ),
    (
        "optional field removed",
        lambda s: fields(s).pop("name"),
        [("LampType.name", "field", True, False)],
    ),
    (
        "required field removed",
        lambda s: (fields(s).pop("id"), s["definitions"]["LampType"].pop("required")),
        [("LampType.id", "field", True, True)],
    ),
    (
        "field becomes required",
        lambda s: s["definitions"]["LampType"]["required"].append("name"),
        [("LampType.name", "required", True, False)],
    ),
    (
        "field becomes optional",
        lambda s: s["definitions"]["LampType"].pop("required"),
        [("LampType.id", "required", False, True)],
    ),
    (
        "longer text",
        lambda s: fields(s)["name"].update(maxLength=20),
        [("LampType.name", "maxLength", False, True)],
    ),
    (
        "shorter text",
        lambda s: fields(s)["name"].update(maxLength=5),
        [("LampType.name", "maxLength", True, False)],
    ),
    (
        "text without limit",
        lambda s: fields(s)["name"].pop("maxLength"),
        [("LampType.name", "maxLength", False, True)],
    ),
    (
        "other range",
        lambda s: fields(s)["id"].update(minimum=1, maximum=10),
        [("LampType.id", "maximum", False, True), ("LampType.id", "minimum", True, False)],
    ),
    (
        "more and fewer elements",
        lambda s: s["properties"]["lamp"].update(minItems=2, maxItems=4),
        [
            ("LampRequest.lamp", "maxItems", False, True),
            ("LampRequest.lamp", "minItems", True, False),
        ],
    ),
    (
        "value added",
        lambda s: s["definitions"]["ModeEnumType"]["enum"].append("Blinking"),
        [("ModeEnumType", "values", False, True)],
    ),
    (
        "value removed",
        lambda s: s["definitions"]["ModeEnumType"]["enum"].remove("Off"),
        [("ModeEnumType", "values", True, False)],
    ),
    (
        "number for an integer",
        lambda s: fields(s)["id"].update(type="number"),
        [("LampType.id", "type", False, True)],
    ),
    (
        "text for an integer",
        lambda s: fields(s).update(id={"type": "string"}),
        [("LampType.id", "type", True, True)],
    ),
    (
        "enumeration opened",
        lambda s: fields(s).update(mode={"type": "string", "maxLength": 20}),
        [("LampType.mode", "type", False, True)],
    ),
    (
        "enumeration opened too narrowly",
        lambda s: fields(s).update(mode={"type": "string", "maxLength": 2}),
        [("LampType.mode", "type", True, True)],
    ),
    (
        "format gone",
        lambda s: fields(s)["since"].pop("format"),
        [("LampType.since", "format", False, True)],
    ),
    (
        "other default",
        lambda s: fields(s)["dim"].update(default=True),
        [("LampType.dim", "default", False, False)],
    ),
    (
        "closed type opened",
        lambda s: s["definitions"]["LampType"].pop("additionalProperties"),
        [("LampType", "other fields", False, True)],
    ),
    (
        "open type closed",
        lambda s: s["definitions"]["CustomDataType"].update(additionalProperties=False),
        [("CustomDataType", "other fields", True, False)],
    ),
    (
        "field added to an open type",
        lambda s: s["definitions"]["CustomDataType"]["properties"].update(mood={"type": "integer"}),
        [("CustomDataType.mood", "field", True, False)],
    ),
    (
        "field of any type added to an open type",
        lambda s: s["definitions"]["CustomDataType"]["properties"].update(mood={}),
        [("CustomDataType.mood", "field", False, False)],
    ),
    (
        "field removed from an open type",
        lambda s: s["definitions"]["CustomDataType"].pop("properties"),
        [("CustomDataType.vendorId", "field", False, True)],
    ),
    (
        "other open type",
        lambda s: (
            s["definitions"].update(MoodType={"type": "object", "properties": {"at": {}}}),
            s["properties"].update(customData={"$ref": "#/definitions/MoodType"}),
        ),
        [
            ("LampRequest.customData", "type", False, True),
            ("MoodType", "type", False, False),
        ],
    ),
    (
        "steps for an integer",
        lambda s: fields(s)["id"].update(type="number", multipleOf=0.1),
        [("LampType.id", "type", False, True)],
    ),
    (
        "finer steps",
        lambda s: fields(s)["warmth"].update(multipleOf=0.05),
        [("LampType.warmth", "multipleOf", False, True)],
    ),
    (
        "other steps",
        lambda s: fields(s)["warmth"].update(multipleOf=0.25),
        [("LampType.warmth", "multipleOf", True, True)],
    ),
    (
        "any steps",
        lambda s: fields(s)["warmth"].pop("multipleOf"),
        [("LampType.warmth", "multipleOf", False, True)],
    ),
    (
        "type renamed",
        renamed,
        [
            ("LampModeEnumType", "renamed", False, False),
        ],
    ),
]


def told(folder: Path, old: Schema, new: Schema) -> list[Change]:
    write(folder / "old", LampRequest=old)
    write(folder / "new", LampRequest=new)
    return compare(read_edition(folder / "old"), read_edition(folder / "new"))


def changed(change: Callable[[Schema], Any]) -> Schema:
    schema = lamp()
    change(schema)
    return schema


@pytest.mark.parametrize(
    ("change", "expected"), [pytest.param(*rest, id=name) for name, *rest in CHANGES]
)
def test_each_change_is_told_with_whom_it_breaks(
    tmp_path: Path,
    change: Callable[[Schema], Any],
    expected: list[tuple[str, str, bool, bool]],
) -> None:
    changes = told(tmp_path, lamp(), changed(change))

    assert [(c.subject, c.what, c.breaks_senders, c.breaks_receivers) for c in changes] == expected


@pytest.mark.parametrize("change", [pytest.param(change, id=name) for name, change, _ in CHANGES])
def test_what_is_said_to_break_is_what_breaks(
    tmp_path: Path, change: Callable[[Schema], Any]
) -> None:
    new = changed(change)
    changes = told(tmp_path, lamp(), new)

    assert any(c.breaks_senders for c in changes) == refused(lamp(), new)
    assert any(c.breaks_receivers for c in changes) == refused(new, lamp())


def refused(sent: Schema, wanted: Schema) -> bool:
    """Whether an instance of `sent` is found that `wanted` refuses."""
    ours, theirs = validator(sent), validator(wanted)
    rng = random.Random(1)
    tried = (
        mutant.value
        for schema in (sent, wanted)
        for start in (minimal(schema, schema), sample(schema, schema, rng, 1.0))
        for mutant in mutants(schema, schema, start, set())
    )
    return any(not theirs.is_valid(value) and ours.is_valid(value) for value in tried)


def test_messages_come_and_go(tmp_path: Path) -> None:
    other = {**lamp(), "$id": "urn:OCPP:Cp:2:2020:3:BellRequest"}
    write(tmp_path / "old", LampRequest=lamp())
    write(tmp_path / "new", BellRequest=other)

    changes = compare(read_edition(tmp_path / "old"), read_edition(tmp_path / "new"))

    assert [(c.subject, c.old, c.new, c.breaks_senders, c.breaks_receivers) for c in changes] == [
        ("BellRequest", None, "added", False, True),
        ("LampRequest", "removed", None, True, False),
    ]


def test_a_schema_without_an_id_is_known_by_its_title(tmp_path: Path) -> None:
    old = {key: value for key, value in lamp().items() if key != "$id"}
    write(tmp_path / "old", Lamp={**old, "title": "LampRequest"})
    write(tmp_path / "new", LampRequest=lamp())

    assert compare(read_edition(tmp_path / "old"), read_edition(tmp_path / "new")) == []


def test_the_command_says_so_with_its_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "old", LampRequest=lamp())
    write(tmp_path / "new", LampRequest=changed(lambda s: fields(s)["name"].update(maxLength=20)))
    old, new = str(tmp_path / "old"), str(tmp_path / "new")

    assert main(["diff", old, old]) == 0
    assert capsys.readouterr().out == "No change.\n"
    assert main(["diff", old, new]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "LampType.name: maxLength 10 -> 20  [receivers]",
        "1 change; 0 can break senders, 1 can break receivers that stay as they are.",
    ]
    assert main(["diff", old, new, "--format", "markdown"]) == 1
    assert "| `LampType.name` | maxLength 10 -> 20 | receivers |" in capsys.readouterr().out
    assert main(["diff", old, new, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "subject": "LampType.name",
            "what": "maxLength",
            "old": 10,
            "new": 20,
            "breaks_senders": False,
            "breaks_receivers": True,
        }
    ]
    assert main(["diff", old, str(tmp_path / "nowhere")]) == 2


def test_one_message_in_two_files_cannot_be_compared(tmp_path: Path) -> None:
    write(tmp_path / "new", LampRequest=lamp(), Lamp=changed(lambda s: fields(s).pop("name")))

    with pytest.raises(CodegenError, match=r"LampRequest.json: LampRequest stands in Lamp.json"):
        read_edition(tmp_path / "new")


def test_files_and_ids_may_be_written_as_they_are(tmp_path: Path) -> None:
    write(tmp_path / "old", LampRequest={**lamp(), "$id": "urn:other:Lamp.request"})
    (tmp_path / "old/LampRequest.json").rename(tmp_path / "old/LampRequest.JSON")

    assert list(read_edition(tmp_path / "old").messages) == ["Lamp.request"]


def test_the_editions_of_the_repository_compare(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "ocpp201", "ocpp21"]) == 1
    lines = capsys.readouterr().out.splitlines()

    assert "IdTokenType.idToken: maxLength 36 -> 255  [receivers]" in lines
    assert "NotifyPeriodicEventStream: message added  [receivers]" in lines
    assert main(["diff", "ocpp21", "ocpp21"]) == 0
