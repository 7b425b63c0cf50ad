"""Comparing whole editions: tables, drafts, renamed types, and an edition like 2.0."""

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import ROOT, main
from codegen.diff import compare, read_edition
from tests.codegen.sets import DRAFT4, DRAFT6, write
from tests.codegen.test_diff import lamp

Schema = dict[str, Any]


def told(tmp_path: Path, old: Schema, new: Schema) -> list[tuple[Any, ...]]:
    editions = [
        read_edition(write(tmp_path / name, LampRequest=schema))
        for name, schema in (("old", old), ("new", new))
    ]
    return [
        (c.subject, c.what, c.old, c.new, c.breaks_senders, c.breaks_receivers)
        for c in compare(*editions)
    ]


def test_a_change_in_a_type_that_was_renamed_is_not_hidden(tmp_path: Path) -> None:
    old = lamp()
    text = (
        json.dumps(old).replace("LampType", "BulbType").replace('"maxLength": 10', '"maxLength": 5')
    )

    assert told(tmp_path, old, json.loads(text)) == [
        ("BulbType", "renamed", "LampType", "BulbType", False, False),
        ("BulbType.name", "maxLength", 10, 5, True, False),
    ]


def test_a_bound_is_not_hidden_by_another_type(tmp_path: Path) -> None:
    new = lamp()
    new["definitions"]["LampType"]["properties"]["id"] = {"type": "number", "minimum": 1}

    assert told(tmp_path, lamp(), new) == [
        ("LampType.id", "maximum", 9, None, False, True),
        ("LampType.id", "minimum", 0, 1, True, False),
        ("LampType.id", "type", "integer", "number", True, True),
    ]


@pytest.mark.parametrize("back", [False, True])
def test_another_draft_breaks_where_there_is_an_integer(tmp_path: Path, back: bool) -> None:
    drafts = (DRAFT6, DRAFT4) if back else (DRAFT4, DRAFT6)
    old: Schema = {**lamp(), "$schema": drafts[0]}
    new: Schema = {**lamp(), "$schema": drafts[1]}
    change = ("LampRequest", "draft", *drafts, back, not back)

    assert told(tmp_path, old, new) == [change]

    for schema in (old, new):
        del schema["definitions"]["LampType"]["properties"]["id"]
        del schema["definitions"]["LampType"]["required"]
    assert told(tmp_path, old, new) == [(*change[:4], False, False)]


def test_rows_of_tables_come_go_and_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "Specific Component;Variable;Instance;Required?;DataType;Unit;Description\n"
    for name, rows, units in (
        ("old", "A;On;;yes;boolean;;x\nA;Level;;no;integer;W;x\n", "W\nA\n"),
        ("new", "A;On;;no;boolean;;y\nA;Level;x;no;integer;W;x\n", "W\nkW\n"),
    ):
        folder = write(tmp_path / name, LampRequest=lamp())
        (folder / "dm_components_vars.csv").write_text(head + rows)
        (folder / "units_of_measure.csv").write_text(f"Value;Description\n{units}")
    bare = write(tmp_path / "bare", LampRequest=lamp())

    assert main(["diff", str(tmp_path / "old"), str(tmp_path / "new")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "units_of_measure: A: row removed",
        "units_of_measure: kW: row added",
        "variables: A.Level: row removed",
        "variables: A.Level.x: row added",
        "variables: A.On: required? yes -> no",
        "5 changes; 0 can break senders, 0 can break receivers that stay as they are.",
    ]
    # Schemas alone say nothing of tables.
    assert main(["diff", str(tmp_path / "old"), str(bare)]) == 0


def test_an_edition_like_2_0_whose_messages_disagree_is_compared(tmp_path: Path) -> None:
    """In 2.0 (2018), objects are open, a type may differ between messages, and some have no id."""
    text = json.dumps(lamp()).replace(
        '"additionalProperties": false', '"additionalProperties": true'
    )
    request: Schema = json.loads(text)
    request["comment"] = "OCPP 2.0 - v1p0"
    response = copy.deepcopy(request)
    response["$id"] = response["$id"].replace("Request", "Response")
    response["definitions"]["ModeEnumType"]["enum"].append("Dim")
    transfer: Schema = {**request, "definitions": {}, "properties": {"data": {}}}
    del transfer["$id"], transfer["required"]
    old = write(
        tmp_path / "old",
        LampRequest_v1p0=request,
        LampResponse_v1p0=response,
        DataTransferRequest_v1p0=transfer,
    )

    edition = read_edition(old)

    assert sorted(edition.messages) == ["DataTransferRequest", "LampRequest", "LampResponse"]
    own = {name for name in edition.types if name.endswith(" of LampResponse")}
    assert own == {"ModeEnumType of LampResponse", "LampType of LampResponse"}
    assert compare(edition, edition) == []
    new = write(tmp_path / "new", LampRequest=request, LampResponse=response)
    assert [change.subject for change in compare(edition, read_edition(new))] == [
        "DataTransferRequest"
    ]


def test_an_edition_is_compared_with_the_next_whatever_is_wrong_in_several_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = {**lamp(), "pattern": "x"}
    write(tmp_path / "old", LampRequest=bad, LampResponse={"type": "array"})

    assert main(["diff", str(tmp_path / "old"), "ocpp201"]) == 2
    assert [line.partition("#")[0] for line in capsys.readouterr().err.splitlines()] == [
        "codegen: LampRequest.json",
        "codegen: LampResponse.json",
    ]


def test_a_set_with_tables_is_what_it_was_imported_from(tmp_path: Path) -> None:
    copied = tmp_path / "ocpp21"
    shutil.copytree(ROOT / "schemas/ocpp21", copied)
    edition = read_edition(copied)

    assert compare(edition, read_edition(ROOT / "schemas/ocpp21")) == []
    assert {"variables", "reason_codes", "security_events"} <= set(edition.tables)
