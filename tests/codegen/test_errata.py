"""Errata: corrections that change a model, are there by now, or fit no more."""

import json
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import ROOT, main
from codegen.errors import CodegenError
from codegen.generate import render
from codegen.patch import apply_errata, load_errata
from tests.codegen.sets import prepared, source


def erratum(root: Path, *operations: dict[str, Any], schema: str = "LampRequest.json") -> None:
    entry = {
        "schema": f"ocpp16/{schema}",
        "reason": "A test",
        "source": "This file",
        "patch": operations,
    }
    (root / "errata/test.json").write_text(json.dumps([entry]))


def test_an_erratum_changes_the_model(tmp_path: Path) -> None:
    schemas = prepared(tmp_path / "schemas")
    erratum(schemas, {"op": "add", "path": "/properties/mode/enum/2", "value": "Blinking"})

    enums = source(render(schemas), "v16/enums")

    assert 'BLINKING = "Blinking"' in enums


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "replace", "path": "/properties/colour/type", "value": "string"},
        {"op": "add", "path": "/properties/description/maxLength", "value": 20},
        {"op": "test", "path": "/properties/mode/enum/0", "value": "Blue"},
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
        (
            {"patch": [{"op": "add", "path": 3}]},
            "test.json#/0/patch/0: needs op and path, as texts",
        ),
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
    "operation",
    [
        {"op": "replace", "path": "/properties/level/type", "value": "integer"},
        {"op": "add", "path": "/properties/description/maxLength", "value": 10},
        {"op": "add", "path": "/properties/mode/enum/0", "value": "Off"},
        {"op": "remove", "path": "/properties/level/minimum"},
    ],
    ids=lambda operation: f"{operation['op']} {operation['path']}",
)
def test_what_the_edition_has_by_now_is_told_and_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, operation: dict[str, Any]
) -> None:
    plain = render(prepared(tmp_path / "plain"))
    schemas = prepared(tmp_path / "schemas")
    test = {"op": "test", "path": "/properties/mode/enum/5", "value": "Gone"}
    erratum(schemas, test, operation)

    assert render(schemas) == plain
    done = f"{operation['op']} {operation['path']}"
    assert caplog.messages == [f"test.json#/0: ocpp16/LampRequest.json has it by now: {done}"]


def test_an_erratum_of_which_the_edition_has_half_adds_the_other_half(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    schemas = prepared(tmp_path / "schemas")
    erratum(
        schemas,
        {"op": "test", "path": "/properties/mode/enum/4", "value": "Off"},
        {"op": "add", "path": "/properties/mode/enum/5", "value": "Blinking"},
        {"op": "add", "path": "/properties/description/maxLength", "value": 10},
    )

    enums = source(render(schemas), "v16/enums")

    assert 'BLINKING = "Blinking"' in enums  # wherever Off stands in this edition
    assert len(caplog.messages) == 1


def test_the_published_edition_that_has_the_erratum_of_1_6_needs_no_edit(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    errata = json.loads((ROOT / "schemas/errata/ocpp16.json").read_text("utf-8"))
    name = "StopTransactionRequest"
    schema = json.loads((ROOT / f"schemas/ocpp16/{name}.json").read_text("utf-8"))
    sampled = schema["properties"]["transactionData"]["items"]["properties"]["sampledValue"]
    units = sampled["items"]["properties"]["unit"]["enum"]
    units.insert(units.index("Celcius"), "Celsius")
    (tmp_path / "ocpp16.json").write_text(
        json.dumps([entry for entry in errata if entry["schema"] == f"ocpp16/{name}.json"])
    )

    patched = apply_errata({"ocpp16": {name: schema}}, load_errata(tmp_path))

    data = patched["ocpp16"][name]["properties"]["transactionData"]["items"]
    units = data["properties"]["sampledValue"]["items"]["properties"]["unit"]["enum"]
    assert units.count("Celsius") == 1
    assert "Hertz" in units
    (told,) = caplog.messages
    assert f"ocpp16/{name}.json has it by now: add /properties/transactionData/" in told
    assert told.endswith("/unit/enum/14")


def test_all_errata_that_do_not_fit_are_told_in_one_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schemas = prepared(tmp_path / "schemas")
    remove = {"op": "remove", "path": "/properties/mode/enum/9"}
    entry = {"schema": "ocpp16/LampRequest.json", "reason": "x", "source": "x", "patch": [remove]}
    lost = {**entry, "schema": "ocpp16/BuzzerRequest.json"}
    (schemas / "errata/test.json").write_text(json.dumps([entry, lost]))
    (schemas / "values.toml").write_text('[v16.colours]\nRed = "0"\n')

    assert main(["--schemas", str(schemas), "generate", "--output", str(tmp_path / "out")]) == 2

    told = [line.partition(": no")[0] for line in capsys.readouterr().err.splitlines()]
    assert told == [
        "codegen: test.json#/0/patch/0",
        "codegen: test.json#/1",
        "codegen: values.toml: v16.colours: there is no such table",
    ]
