"""The judges bite: every deliberate fault is found within some days of misfortune, and by name.

A sixth of the faults is put in here; `nox -s mutations` does it with all of them.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.simulation.day import VERSIONS
from tests.simulation.mutations import MUTATIONS, Mutation

ROOT = Path(__file__).parents[2]
ALL = os.environ.get("PILOTWIRE_MUTATIONS") == "all"
PLAYED = MUTATIONS if ALL else MUTATIONS[::6]
DAYS = ("--runs", "12", "--hours", "12", "--jobs", "1", "--first")


def play(copy: Path, version: str, seed: int = 1, *more: str) -> subprocess.CompletedProcess[str]:
    """Play days with a copy of a part of the code."""
    return subprocess.run(  # noqa: S603 -- our own interpreter and program
        [
            sys.executable,
            "-m",
            "tests.simulation",
            *DAYS,
            "--seed",
            str(seed),
            "--version",
            version,
            *more,
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )


def copied(folder: Path, part: str = "runtime") -> Path:
    shutil.copytree(ROOT / part, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS if ALL else ["all"])
def test_nothing_is_found_without_a_fault(version: str, tmp_path: Path) -> None:
    outcome = play(copied(tmp_path / "runtime"), version)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "12 passed, 0 failed" in outcome.stdout


@pytest.mark.slow
@pytest.mark.parametrize("mutation", PLAYED, ids=lambda mutation: mutation.name)
def test_a_deliberate_fault_is_found(mutation: Mutation, tmp_path: Path) -> None:
    copy = copied(tmp_path / mutation.part, mutation.part)
    file = copy / "pilotwire" / mutation.file
    text = file.read_text(encoding="utf-8")
    assert text.count(mutation.right) == 1, "the code has changed: mend the mutation"
    file.write_text(text.replace(mutation.right, mutation.wrong), encoding="utf-8")
    pins = ("--gpio",) if mutation.part == "hal" else ()
    outcome = play(copy, mutation.version, mutation.seed, *pins)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert re.search(mutation.found, outcome.stdout), outcome.stdout
    # A program that only falls over is found by anybody.
    assert "the run ended with" not in outcome.stdout
    assert "again: nox -s simulate -- --runs 1 --seed" in outcome.stdout
