"""The page about a new edition is walked through: its commands, its outputs, and what it says of
types, with an invented edition and no hand edit.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.__main__ import main
from codegen.names import Names, Naming
from pilotwire.ocpp.v201.actions import ACTIONS
from tests.codegen.edition import publish_next
from tests.typing.test_programs import Errors, mypy_errors, pyright_errors

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/regenerating.md").read_text("utf-8")
MARK = "# refused"

pytestmark = pytest.mark.slow


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


DIFF, IMPORT, GENERATE = (block.partition("\n") for block in blocks("console"))
WARNING, NAMES, REFUSAL = blocks("text")
PROGRAM, TOO_LONG = blocks("python")
ACTION, EDITION_22, ACTIONS_22 = blocks("toml")


def handler_program() -> str:
    """A class with all that a CSMS of the old edition answers, and a use of it."""
    methods = [
        f"    async def {action.handler}(\n"
        f"        self, request: v201.{action.name}Request\n"
        f"    ) -> v201.{action.name}Response:\n        raise NotImplementedError\n"
        for action in ACTIONS.values()
        if action.from_station
    ]
    return (
        "from pilotwire.ocpp import v201\n"
        "from pilotwire.ocpp.v201.handlers import CsmsHandler\n\n\n"
        f"class Csms:\n{''.join(methods)}\n\n"
        f"handler: CsmsHandler = Csms()  {MARK}: no sound_horn\n"
    )


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout") / "schemas"
    shutil.copytree(ROOT / "schemas", folder)
    return folder


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = publish_next(tmp_path_factory.mktemp("published") / "next-edition")
    return shutil.make_archive(str(folder), "zip", folder)


@pytest.fixture(scope="module")
def regenerated(
    schemas: Path, edition: str, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """The package made from the edition, and what the log said."""
    output = tmp_path_factory.mktemp("generated")
    assert main(["--schemas", str(schemas), "import", edition]) == 0
    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [
            sys.executable,
            "-m",
            "codegen",
            "--schemas",
            str(schemas),
            "generate",
            "--output",
            output,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return output, done.stderr


def test_diff_and_import_say_what_the_page_says(
    edition: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schemas = tmp_path / "schemas"
    shutil.copytree(ROOT / "schemas", schemas)
    for (command, _, output), code in ((DIFF, 1), (IMPORT, 0)):
        words = command.removeprefix("$ python -m codegen ").split()
        arguments = [edition if word == "next-edition.zip" else word for word in words]

        assert main(["--schemas", str(schemas), *arguments]) == code
        assert capsys.readouterr().out == output

    # In the repository now is what was published.
    assert main(["--schemas", str(schemas), "diff", "ocpp201", edition]) == 0


def test_generating_needs_no_edit_and_says_what_is_missing(
    regenerated: tuple[Path, str],
) -> None:
    assert GENERATE == ("$ nox -s generate", "\n", "")
    assert regenerated[1] == WARNING


def test_the_line_for_the_new_action_is_understood(
    schemas: Path, regenerated: tuple[Path, str], tmp_path: Path
) -> None:
    copied = tmp_path / "schemas"
    shutil.copytree(schemas, copied)
    actions = (copied / "actions.toml").read_text("utf-8")
    (copied / "actions.toml").write_text(actions.replace("[v201]\n", f"[v201]\n{ACTION}"), "utf-8")

    assert main(["--schemas", str(copied), "generate", "--output", str(tmp_path / "out")]) == 0

    handlers = (tmp_path / "out/pilotwire/ocpp/v201/handlers.py").read_text("utf-8")
    assert handlers.count("async def sound_horn(") == 1


def test_a_wholly_new_version_needs_tables_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    copied = tmp_path / "schemas"
    shutil.copytree(ROOT / "schemas", copied)
    for name, more in (("editions", EDITION_22), ("actions", ACTIONS_22)):
        with (copied / f"{name}.toml").open("a", encoding="utf-8") as stream:
            stream.write(f"\n{more}")
    published = tmp_path / "published"
    shutil.copytree(ROOT / "schemas/ocpp21", published)
    for path in published.glob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps({**schema, "comment": "OCPP 2.2 Edition 1"}), "utf-8")

    assert main(["--schemas", str(copied), "import", str(published)]) == 0
    assert main(["--schemas", str(copied), "generate", "--output", str(tmp_path / "out")]) == 0

    assert all("v22" in line for line in caplog.messages)
    assert not any("Heartbeat:" in line for line in caplog.messages)
    package = tmp_path / "out/pilotwire/ocpp/v22"
    module = (package / "messages/_HeartbeatRequest.py").read_text("utf-8")
    told = "Request of Heartbeat, station to CSMS. G Availability (Messages 1.34, G02)."
    assert told in module
    made = {path.stem for path in package.iterdir()}
    assert {"actions", "datatypes", "device_model", "handlers", "standard_values"} <= made


def test_the_names_on_the_page_are_names(tmp_path: Path) -> None:
    renamed = tomllib.loads(NAMES)["names"]["v21"]
    names = Names(Naming({}), "v21", renamed)

    assert names.of_class("Field") == "FieldType"
    assert names.members("FieldType", ["+"]) == {"+": "PLUS"}
    assert names.method("Lamp") == "switch_lamp"
    assert names.unused() == []


def programs(folder: Path) -> dict[str, str]:
    sources = {"old.py": PROGRAM, "handler.py": handler_program()}
    for name, source in sources.items():
        (folder / name).write_text(source, "utf-8")
    return sources


def checked_by_mypy(folder: Path, package: Path, *more: str) -> Errors:
    settings = folder / "mypy.ini"
    settings.write_text(
        f"[mypy]\nstrict = True\nmypy_path = {package}\nnamespace_packages = True\n"
        f"explicit_package_bases = True\ncache_dir = {folder / '.mypy_cache'}\n"
    )
    paths = [str(path) for path in sorted(folder.glob("*.py"))]
    return mypy_errors("--config-file", str(settings), *paths, *more)


def checked_by_pyright(folder: Path, package: Path, *more: str) -> Errors:
    # As in the repository: without the stub, pyright takes the installed package for the only one.
    stub = package / "pilotwire/__init__.pyi"
    if not stub.exists():
        shutil.copy(ROOT / "generated/pilotwire/__init__.pyi", stub)
    settings = {"include": [str(folder), *more], "extraPaths": [str(package)]}
    strict = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings | strict))
    return pyright_errors(folder)


Check = Callable[..., Errors]


@pytest.mark.parametrize("check", [checked_by_mypy, checked_by_pyright])
def test_old_programs_are_refused_where_the_edition_breaks_them(
    regenerated: tuple[Path, str], tmp_path: Path, check: Check
) -> None:
    package, _ = regenerated
    sources = programs(tmp_path)
    expected = {
        (name, number)
        for name, source in sources.items()
        for number, line in enumerate(source.splitlines(), 1)
        if MARK in line
    }
    assert len(expected) == 4

    # What was generated is held to the same strictness as the programs.
    refused = check(tmp_path, package, str(package / "pilotwire/ocpp/v201"))

    assert set(refused) == expected, refused


@pytest.mark.parametrize("check", [checked_by_mypy, checked_by_pyright])
def test_old_programs_were_accepted_before(tmp_path: Path, check: Check) -> None:
    programs(tmp_path)

    assert check(tmp_path, ROOT / "generated") == {}


def test_a_text_that_has_become_too_long_is_refused_when_it_is_made(
    regenerated: tuple[Path, str],
) -> None:
    for package, expected in ((regenerated[0], REFUSAL), (ROOT / "generated", "")):
        done = subprocess.run(  # noqa: S603 -- our own interpreter and program
            [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(package)!r})\n{TOO_LONG}"],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": ""},
        )
        assert done.stdout == expected
