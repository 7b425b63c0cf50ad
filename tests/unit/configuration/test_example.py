"""The example is a whole file, in which everything that may be said is said."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from pilotwire.configuration import EXAMPLE, Configuration, Pins, check, read
from pilotwire.hal.gpio import GpioConfig
from tests.unit.cli.commands import pilotwire


def test_it_passes_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pilotwire("config", "example") == 0
    path = tmp_path / "station.toml"
    path.write_text(capsys.readouterr().out, "utf-8")
    assert path.read_text("utf-8") == EXAMPLE
    assert list(check(path)) == []
    assert pilotwire("config", "check", str(path)) == 0
    assert capsys.readouterr().out == (
        f"{path}: sound, 3 EVSEs (1 gpio, 1 board, 1 simulated), 2 meters, 4 readers\n"
    )


WITH_OTHERS = ("file =", "input =", "pulses_per_kwh", "save_every_s", "public_key", "seconds")


def test_what_is_a_comment_in_it_may_be_said_too() -> None:
    """Each alone: not all of them go together."""
    hidden = re.findall(r"^# (\w+ = .*)$", EXAMPLE, re.MULTILINE)
    assert len(hidden) > 8
    for line in hidden:
        if line.startswith(
            ("file =", "input =", "pulses_per_kwh", "save_every_s", "public_key", "seconds")
        ):
            continue  # these want others beside them
        text = EXAMPLE.replace(f"# {line}", line)
        if line.startswith("ca_file"):
            text = re.sub(r"^certificates = .*$", "", text, flags=re.MULTILINE)
            text = text.replace("unsigned = false", "unsigned = true")
        if line.startswith("password_file"):
            assert text != EXAMPLE
        Configuration.model_validate(tomllib.loads(text))
    meter = re.sub(r"^# (?=\[evse\.meter|input|file|pulses|save)", "", EXAMPLE, flags=re.MULTILINE)
    made = tomllib.loads(meter.replace("evse = 1\n", ""))
    del made["meter"][1:]
    assert (
        Configuration.model_validate(made).evse[0].model_dump()["meter"]["pulses_per_kwh"] == 1000
    )


def test_it_has_every_key() -> None:
    said = set(re.findall(r"(\w+)(?: = |\])", EXAMPLE))
    assert set(keys(Configuration)) - said == set(OF_HARDWARE)


OF_HARDWARE = (
    # Keys of pins that the page about GPIO tells of.
    "beta",
    "burst",
    "nominal",
    "pause_s",
    "phase_switch",
    "reset",
)


def keys(model: type[BaseModel], seen: frozenset[type] = frozenset()) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield name
        for inner in models(field.annotation):
            if inner not in seen:
                yield from keys(inner, seen | {inner})


def models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from models(each)


def test_the_schema_takes_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert pilotwire("config", "schema") == 0
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    data: Any = tomllib.loads(EXAMPLE)
    assert list(validator.iter_errors(data)) == []
    data["csms"]["ulr"] = "x"
    assert list(validator.iter_errors(data)) != []


def test_the_keys_of_pins_are_those_of_the_hardware() -> None:
    own, theirs = (each.model_json_schema()["properties"] for each in (Pins, GpioConfig))
    assert own == {name: each for name, each in theirs.items() if name != "evses"}


def test_paths_count_from_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(EXAMPLE, "utf-8")
    configuration = read(path)
    assert configuration.store.file == tmp_path / "station.db"
    assert configuration.security.certificates == tmp_path / "certificates"
