"""Generating: errata, names, and that the same schemas always give the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.__main__ import ROOT, main
from codegen.errors import CodegenError
from codegen.generate import check, generate, render
from tests.codegen.sets import lamp_request, lamp_response, prepared, source

BELL = 'Bell = { sender = "station", block = "Security", section = "0.1" }'


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
    edited = output / "pilotwire/ocpp/v16/enums/__init__.py"
    edited.write_text("# edited by hand\n")
    stale = output / "pilotwire/ocpp/v16/old.py"
    stale.write_text("")

    code = main(["--schemas", str(schemas), "generate", "--check", "--output", str(output)])

    assert code == 1
    assert capsys.readouterr().out.splitlines() == [
        "differs: pilotwire/ocpp/v16/enums/__init__.py",
        "differs: pilotwire/ocpp/v16/old.py",
    ]
    assert edited.read_text() == "# edited by hand\n"
    assert stale.exists()

    assert main(["--schemas", str(schemas), "generate", "--output", str(output)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "wrote pilotwire/ocpp/v16/enums/__init__.py",
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

    subprocess.run(  # noqa: S603 -- our own interpreter and program
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


def test_limits_keep_all_their_digits(tmp_path: Path) -> None:
    request = lamp_request()
    limits = {"minimum": -1234567.5, "maximum": 1e20}
    request["properties"]["hues"] = {"type": "array", "items": {"type": "number", **limits}}
    request["properties"]["level"] |= {"minimum": 1234567, "maximum": 7654321}
    schemas = prepared(tmp_path, LampRequest=request, LampResponse=lamp_response())

    files = render(schemas)

    datatypes = source(files, "v16/datatypes")
    assert "Field(ge=-1234567.5, le=100000000000000000000)" in datatypes
    messages = source(files, "v16/messages")
    assert '"""1234567 to 7654321."""' in messages
    assert '"""Each: -1234567.5 to 100000000000000000000."""' in messages


def test_a_new_action_is_taken_as_sent_by_both_ends(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    schemas = prepared(tmp_path)
    (schemas / "actions.toml").write_text(f"[v16]\n{BELL}\n")

    handlers = render(schemas)[Path("pilotwire/ocpp/v16/handlers.py")].decode()

    assert caplog.messages == ["actions.toml: v16 does not know Lamp: taken as sent by both ends"]
    assert handlers.count("async def lamp(") == 2
    assert handlers.count("async def bell(") == 1


def test_a_message_without_response_is_one_way_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    schemas = prepared(tmp_path, LampRequest=lamp_request())
    lamp = 'sender = "csms", block = "Core", section = "0.0"'
    (schemas / "actions.toml").write_text(f"[v16]\nLamp = {{ {lamp} }}\n{BELL}\n")

    files = render(schemas)

    assert "class LampRequest(Send):" in source(files, "v16/messages")
    handlers = files[Path("pilotwire/ocpp/v16/handlers.py")].decode()
    assert "async def lamp(self, request: messages.LampRequest, /) -> None:" in handlers
    told = "actions.toml: v16.Lamp: there is no schema of LampResponse: nothing answers it"
    assert caplog.messages == [told]

    caplog.clear()
    (schemas / "actions.toml").write_text(f"[v16]\nLamp = {{ {lamp}, one_way = true }}\n{BELL}\n")
    assert render(schemas) == files
    assert caplog.messages == []


def test_an_answer_to_nothing_stops_the_run(tmp_path: Path) -> None:
    schemas = prepared(tmp_path, LampResponse=lamp_response())

    with pytest.raises(CodegenError, match=r"actions.toml: v16: LampResponse answers no request"):
        render(schemas)


def test_an_action_without_a_schema_is_told_and_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    schemas = prepared(tmp_path)
    buzzer = 'Buzzer = { sender = "csms", block = "Core", section = "0.2" }\n'
    with (schemas / "actions.toml").open("a") as stream:
        stream.write(buzzer)

    render(schemas)

    told = "actions.toml: v16.Buzzer: there is no schema of BuzzerRequest: passed over"
    assert caplog.messages == [told]
