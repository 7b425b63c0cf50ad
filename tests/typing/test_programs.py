"""The programs beside this file type-check where they should, and nowhere else.

A line that is marked `# error` must be refused by mypy and by pyright, both as strict as they can
be; every other line must be accepted by both. Each checker runs once over all programs.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAMS = sorted((HERE / "programs").glob("*.py"))

pytestmark = pytest.mark.slow

Errors = dict[tuple[str, int], str]
"""The text of an error by program and line."""

_MYPY_ERROR = re.compile(r"(?P<path>.+?):(?P<line>\d+): error: (?P<text>.+)")


def marked(source: str) -> set[int]:
    """The lines that are marked as errors."""
    return {n for n, line in enumerate(source.splitlines(), 1) if line.endswith("# error")}


def mypy() -> Errors:
    """What mypy says with the settings of pyproject.toml, which are strict."""
    return mypy_errors(*map(str, PROGRAMS))


def pyright() -> Errors:
    """What pyright says in its strict mode."""
    return pyright_errors(HERE, len(PROGRAMS))


def mypy_errors(*arguments: str) -> Errors:
    """What mypy says of the files or with the settings that it is given."""
    output = _run("mypy", "--no-pretty", "--no-error-summary", *arguments)
    errors: Errors = {}
    for line in output.splitlines():
        if found := _MYPY_ERROR.match(line):
            errors[Path(found["path"]).name, int(found["line"])] = found["text"]
        else:
            assert ": note: " in line, output
    return errors


def pyright_errors(project: Path, files: int | None = None) -> Errors:
    """What pyright says of a folder with settings; it must have looked at so many files, or any."""
    settings = ("--project", str(project), "--pythonpath", sys.executable)
    report = json.loads(_run("pyright", "--outputjson", *settings))
    analyzed = report["summary"]["filesAnalyzed"]
    assert analyzed == files if files is not None else analyzed
    return {
        (Path(d["file"]).name, d["range"]["start"]["line"] + 1): d["message"]
        for d in report["generalDiagnostics"]
    }


def _run(checker: str, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 -- type checkers
        [sys.executable, "-m", checker, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    # 0: no errors, 1: errors; anything else: it could not work.
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_marked_lines_are_refused_and_all_others_accepted(checker: Callable[[], Errors]) -> None:
    expected = {
        (program.name, line)
        for program in PROGRAMS
        for line in marked(program.read_text(encoding="utf-8"))
    }

    errors = checker()

    surplus = [f"{name}:{n}: {errors[name, n]}" for name, n in sorted(errors.keys() - expected)]
    missing = [f"{name}:{n}" for name, n in sorted(expected - errors.keys())]
    assert not surplus, "refused, but not marked:\n" + "\n".join(surplus)
    assert not missing, "marked, but not refused:\n" + "\n".join(missing)


def test_every_program_has_something_to_refuse() -> None:
    assert PROGRAMS
    for program in PROGRAMS:
        source = program.read_text(encoding="utf-8")
        assert marked(source), f"{program.name} has no line marked as an error"
        assert source.count("# error") == len(marked(source)), f"{program.name}: a mark elsewhere"
