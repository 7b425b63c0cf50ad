"""Tables beside the schemas: corrected, grown, and of another form."""

import shutil
import tomllib
from pathlib import Path

import pytest

from codegen.__main__ import ROOT
from codegen.errors import CodegenError
from codegen.generate import render
from tests.codegen.sets import prepared


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
            "naming.toml: types.ocpp16.LampRequest/mode: 'Lamp mode' is no name for a class",
        ),
        ("configuration", "[v16]\nLevel = 1\n", "configuration.toml: v16.Level: is no table"),
        (
            "configuration",
            '[v16]\n"A b" = { type = "integer", access = "R", profile = "Core", section = "0" }\n',
            "naming.toml: names.v16.Keys/A b: 'A b' is no name for it",
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
        ('"LampCtrlr.On" = { values = "enum:Colour" }', "no enumeration Colour"),
    ],
)
def test_a_correction_that_is_not_understood_stops_the_run(
    tmp_path: Path, line: str, problem: str
) -> None:
    with pytest.raises(CodegenError, match=problem):
        render(with_table(tmp_path, line))


def test_a_standard_value_is_added_only_while_the_table_lacks_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    schemas = prepared(tmp_path)
    (schemas / "ocpp16/tables").mkdir()
    table = schemas / "ocpp16/tables/reason_codes.csv"
    table.write_text("Reason code\nTooHot\n")
    (schemas / "values.toml").write_text('[v16.reason_codes]\nTooCold = "0.1"\n')

    module = render(schemas)[Path("pilotwire/ocpp/v16/standard_values.py")].decode()

    assert 'TOO_COLD = "TooCold"' in module
    table.write_text("Reason code\nTooHot\nTooCold\n")
    assert caplog.messages == []
    again = render(schemas)[Path("pilotwire/ocpp/v16/standard_values.py")].decode()
    assert again.count("TOO_COLD") == 1
    assert caplog.messages == ["values.toml: v16.reason_codes.TooCold: the table has it by now"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            '"LampCtrlr.Off" = { required = true }',
            "LampCtrlr.Off: is in no table, and has no datatype: passed over",
        ),
        (
            '"LampCtrlr.Lit" = { datatype = "boolean", replaces = ["LampCtrlr.Off"] }',
            "LampCtrlr.Lit: replaces LampCtrlr.Off, which is in no table",
        ),
        (
            '"LampCTRLR.on" = { required = true }',
            "LampCTRLR.on: is in no table: taken for LampCtrlr.On",
        ),
    ],
)
def test_what_a_new_edition_of_the_table_has_renamed_or_lost_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, line: str, told: str
) -> None:
    module = render(with_table(tmp_path, line))[Path("pilotwire/ocpp/v16/device_model.py")].decode()

    assert caplog.messages == [f"variables.toml: v16.{told}"]
    assert ('"""Required."""' in module) == ("taken for" in told)


def test_a_new_edition_of_the_tables_of_2_1_needs_no_edit(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Every value and row that the errata added or put right, as an edition after them has it."""
    schemas = tmp_path / "schemas"
    shutil.copytree(ROOT / "schemas", schemas)
    before = render(schemas)
    tables = schemas / "ocpp21/tables"
    edits = 0
    corrected = tomllib.loads((schemas / "variables.toml").read_text("utf-8"))["v21"]
    wrong = {old: new for new, entry in corrected.items() for old in entry.get("replaces", ())}
    rows = (tables / "variables.csv").read_text("utf-8").splitlines()
    kept = [row for row in rows if ".".join(filter(None, row.split(";")[:3])) not in wrong]
    edits += len(rows) - len(kept)
    kept = [row.replace("ClockCtrlr;DateTime;", "ClockCtrlr;Datetime;") for row in kept]
    (tables / "variables.csv").write_text("\n".join(kept) + "\n", "utf-8")
    for table, values in tomllib.loads((schemas / "values.toml").read_text("utf-8"))["v21"].items():
        path = tables / f"{table}.csv"
        width = path.read_text("utf-8").splitlines()[0].count(";")
        column = 1 if width and table == "reason_codes" else 0
        with path.open("a", encoding="utf-8") as stream:
            for value in values:
                stream.write(";" * column + value + ";" * (width - column) + "\n")
                edits += 1
    assert caplog.messages == []

    after = render(schemas)

    assert len(caplog.messages) == edits + 1 > 20
    assert "variables.toml: v21.ClockCtrlr.DateTime: is in no table: taken for " in caplog.text
    changed = {path.name for path in before if before[path] != after[path]}
    assert changed <= {"device_model.py", "standard_values.py"}
