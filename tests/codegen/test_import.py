"""Importing official files: what is kept, what is refused, and that it can be repeated."""

import errno
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.errors import CodegenError
from codegen.importer import import_schemas
from tests.codegen.sets import DRAFT6, lamp_request, lamp_response, newer, write


def content(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_facts_are_kept_in_order_and_prose_is_not(tmp_path: Path) -> None:
    official = write(tmp_path / "official", Lamp=lamp_request(), LampResponse=lamp_response())

    import_schemas(official, tmp_path / "schemas")

    text = (tmp_path / "schemas/ocpp16/LampRequest.json").read_text()
    assert "Prose" not in text
    assert "javaType" not in text
    schema = json.loads(text)
    assert list(schema["properties"]) == ["level", "mode", "description"]
    assert schema["properties"]["description"] == {"type": "string", "maxLength": 10}
    assert schema["id"] == "urn:OCPP:1.6:2019:12:LampRequest"


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    official = write(tmp_path / "official", Lamp=lamp_request(), LampResponse=lamp_response())
    import_schemas(official, tmp_path / "schemas")
    first = content(tmp_path / "schemas")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "schemas").rglob("*.*")}

    import_schemas(official, tmp_path / "schemas")

    assert content(tmp_path / "schemas") == first
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_a_zip_is_as_good_as_a_folder(tmp_path: Path) -> None:
    official = write(tmp_path / "official", Lamp=lamp_request(), LampResponse=lamp_response())
    with zipfile.ZipFile(tmp_path / "official.zip", "w") as archive:
        for path in official.iterdir():
            archive.write(path, f"json/{path.name}")
        archive.writestr("readme.txt", "text")

    imported = import_schemas(tmp_path / "official.zip", tmp_path / "zipped")
    import_schemas(official, tmp_path / "plain")

    assert imported.skipped == ("readme.txt",)
    assert content(tmp_path / "zipped") == content(tmp_path / "plain")


def test_a_zip_in_a_zip_is_opened_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    official = write(tmp_path / "official", Lamp=lamp_request(), LampResponse=lamp_response())
    with zipfile.ZipFile(tmp_path / "part3.zip", "w") as archive:
        for path in official.iterdir():
            archive.write(path, f"schemas/{path.name}")
        archive.writestr("__MACOSX/schemas/._Lamp.json", b"\x00\x05")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(tmp_path / "part3.zip", "OCPP/part3.zip")
        archive.writestr("OCPP/part2.pdf", "text")
    (official / ".DS_Store").write_bytes(b"\x00")

    imported = import_schemas(tmp_path / "all.zip", tmp_path / "zipped")
    plain = import_schemas(official, tmp_path / "plain")

    assert imported.skipped == ("OCPP/part2.pdf",)
    assert plain.skipped == ()
    assert content(tmp_path / "zipped") == content(tmp_path / "plain")


def test_a_broken_zip_in_a_zip_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("OCPP/part3.zip", "no zip")

    with pytest.raises(CodegenError, match=r"^OCPP/part3.zip: neither a folder nor"):
        import_schemas(tmp_path / "all.zip", tmp_path / "schemas")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_zip_is_refused(tmp_path: Path, method: int) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w", method) as archive:
        archive.writestr("Lamp.json", json.dumps(lamp_request()) * 20)
    content = bytearray((tmp_path / "all.zip").read_bytes())
    content[50:90] = bytes(byte ^ 0x5A for byte in content[50:90])
    (tmp_path / "all.zip").write_bytes(content)

    with pytest.raises(CodegenError, match=r"all.zip: neither a folder nor a readable zip"):
        import_schemas(tmp_path / "all.zip", tmp_path / "schemas")


def test_a_name_that_stands_twice_in_a_zip_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("Lamp.json", json.dumps(lamp_request()))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("Lamp.json", json.dumps(lamp_response()))

    with pytest.raises(CodegenError, match=r"all.zip: Lamp.json stands twice in it"):
        import_schemas(tmp_path / "all.zip", tmp_path / "schemas")


def test_a_folder_that_cannot_be_read_is_not_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    official = write(tmp_path / "official", Lamp=lamp_request())
    closed = write(official / "closed", LampResponse=lamp_response())
    scandir = os.scandir

    def scan(path: str) -> Any:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scan)

    assert main(["--schemas", str(tmp_path / "schemas"), "import", str(official)]) == 2
    assert capsys.readouterr().err == f"codegen: [Errno 13] Permission denied: '{closed}'\n"
    assert not (tmp_path / "schemas").exists()


@pytest.mark.parametrize("name", ['La"mp.json', "La\nmp.json", "La\\mp.csv"])
def test_a_file_whose_name_cannot_be_written_down_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / name).write_text(json.dumps(lamp_request()))

    assert main(["--schemas", str(tmp_path / "schemas"), "import", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("codegen: the name of a file: ")
    assert error.count("\n") == 1


def test_a_record_of_sources_that_was_edited_is_refused(tmp_path: Path) -> None:
    official = write(tmp_path / "official", Lamp=lamp_request(), LampResponse=lamp_response())
    (tmp_path / "sources.toml").write_text("[ocpp16]\n")

    with pytest.raises(CodegenError, match=r"sources.toml: not as it was written"):
        import_schemas(official, tmp_path)

    assert not (tmp_path / "ocpp16").exists()


def test_sources_hold_edition_date_and_hashes(tmp_path: Path) -> None:
    official = write(tmp_path / "official", LampRequest=newer())

    import_schemas(official, tmp_path / "schemas")

    sources = (tmp_path / "schemas/sources.toml").read_text()
    assert 'edition = "OCPP 2.0.1"' in sources
    assert 'published = "2020-03"' in sources
    assert '"LampRequest.json" = "' in sources


UNSAID = "nothing is imported; say with --remove that these go, or with --keep that they stay"


@pytest.mark.parametrize("absent", [None, "keep", "remove"])
def test_nothing_that_the_new_files_lack_goes_unsaid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], absent: str | None
) -> None:
    root = tmp_path / "schemas"
    old = write(tmp_path / "old", LampRequest=lamp_request(), LampResponse=lamp_response())
    (old / "units.csv").write_text("Value;Description\nA;Prose\n")
    import_schemas(old, root)
    sources = (root / "sources.toml").read_bytes()
    new = write(tmp_path / "new", LampResponse=lamp_response())
    (new / "colours.csv").write_text("Value;Description\nRed;Prose\n")

    code = main(["--schemas", str(root), "import", str(new), *([f"--{absent}"] if absent else [])])

    told = capsys.readouterr()
    files = sorted(path.name for path in (root / "ocpp16").rglob("*.*"))
    if absent == "remove":
        assert files == ["LampResponse.json", "colours.csv"]
        removed = ["ocpp16/LampRequest.json: removed", "ocpp16/tables/units.csv: removed"]
        assert told.out.splitlines()[-2:] == removed
        assert b"LampRequest" not in (root / "sources.toml").read_bytes()
    elif absent == "keep":
        names = ["LampRequest.json", "LampResponse.json", "colours.csv", "units.csv"]
        assert files == names
        assert all(name.encode() in (root / "sources.toml").read_bytes() for name in names)
    else:
        assert files == ["LampRequest.json", "LampResponse.json", "units.csv"]
        assert told.err.splitlines() == [
            f"codegen: {new}: lacks what ocpp16 has: LampRequest",
            f"codegen: {new}: lacks what ocpp16/tables has: units",
            f"codegen: {UNSAID}",
        ]
        assert (root / "sources.toml").read_bytes() == sources
    assert code == (0 if absent else 2)


def test_zips_in_a_folder_are_opened(tmp_path: Path) -> None:
    folder = tmp_path / "official"
    folder.mkdir()
    with zipfile.ZipFile(folder / "schemas.zip", "w") as archive:
        for name, schema in (("Lamp", lamp_request()), ("LampResponse", lamp_response())):
            archive.writestr(f"json/{name}.json", json.dumps(schema))

    assert import_schemas(folder, tmp_path / "schemas").schemas == {"ocpp16": 2}


def test_what_tells_people_something_is_passed_over(tmp_path: Path) -> None:
    request = newer()
    request["$comment"] = request.pop("comment")
    plain = {"type": "integer"}
    told = {**plain, "title": "t", "examples": [1], "readOnly": True, "$comment": "c"}
    request["definitions"]["LampType"]["properties"]["id"] = told

    import_schemas(write(tmp_path / "official", LampRequest=request), tmp_path / "schemas")

    kept = json.loads((tmp_path / "schemas/ocpp201/LampRequest.json").read_text())
    assert kept["definitions"]["LampType"]["properties"]["id"] == plain
    assert "$comment" not in kept


def test_everything_that_is_not_understood_is_told_in_one_report(tmp_path: Path) -> None:
    patterned = {**lamp_request(), "pattern": "x"}
    folder = write(tmp_path / "official", Lamp=patterned, LampResponse={"type": "object"})
    (folder / "units.csv").write_text("Colour\nred\n")

    with pytest.raises(CodegenError) as stopped:
        import_schemas(folder, tmp_path / "schemas")

    assert [finding.partition(":")[0] for finding in stopped.value.findings] == [
        *("Lamp.json#/pattern", "LampResponse.json#/id", "units.csv"),
    ]
    assert not (tmp_path / "schemas").exists()


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


def test_two_files_of_one_message_are_refused(tmp_path: Path) -> None:
    official = write(tmp_path / "official", A=lamp_request(), B=lamp_request())

    with pytest.raises(CodegenError, match=r"B.json: LampRequest stands in A.json already"):
        import_schemas(official, tmp_path / "schemas")


@pytest.mark.parametrize("name", ["nowhere", "file.txt"])
def test_a_path_that_is_neither_folder_nor_zip_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("text")

    with pytest.raises(CodegenError, match=name):
        import_schemas(tmp_path / name, tmp_path / "schemas")


def test_a_table_loses_its_descriptions(tmp_path: Path) -> None:
    official = tmp_path / "official"
    official.mkdir()
    (official / "dm_components_vars.csv").write_text(
        "Specific Component;Variable;Instance;Required?;DataType;Unit;Description\n"
        "LampCtrlr;Level;;yes;integer; % ;Prose; with a semicolon\n"
    )

    import_schemas(official, tmp_path / "schemas", "ocpp201")

    table = (tmp_path / "schemas/ocpp201/tables/variables.csv").read_text()
    assert table.splitlines()[1] == "LampCtrlr;Level;;yes;integer;%"


def test_a_table_must_be_known_and_have_an_edition(tmp_path: Path) -> None:
    official = tmp_path / "official"
    official.mkdir()
    (official / "units.csv").write_text("Value;Description\nA;Prose\n")
    with pytest.raises(CodegenError, match=r"units.csv: say with --set"):
        import_schemas(official, tmp_path / "schemas")

    for text, problem in (
        ("", "an empty table"),
        ('Value\n"a""b"\n', "row 2: 'a\"b' may not have '\"' in it"),
        (f"Value\n{'x' * 200_000}\n", "not a table: field larger than field limit"),
    ):
        (official / "units.csv").write_text(text)
        with pytest.raises(CodegenError, match=f"^units.csv: {problem}"):
            import_schemas(official, tmp_path / "schemas", "ocpp201")

    (official / "units.csv").write_text("Colour;Description\nred;Prose\n")
    with pytest.raises(CodegenError, match=r"units.csv: a table with the columns colour"):
        import_schemas(official, tmp_path / "schemas", "ocpp201")
