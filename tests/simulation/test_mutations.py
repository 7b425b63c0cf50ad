"""The judges bite: every deliberate fault is found within some days of misfortune."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.simulation.mutations import MUTATIONS, Mutation

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_deliberate_fault_is_found(mutation: Mutation, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "runtime", tmp_path / "runtime")
    file = tmp_path / "runtime" / "pilotwire" / mutation.file
    text = file.read_text(encoding="utf-8")
    assert text.count(mutation.right) >= 1, "the code has changed: mend the mutation"
    file.write_text(text.replace(mutation.right, mutation.wrong), encoding="utf-8")
    outcome = subprocess.run(
        [sys.executable, "-m", "tests.simulation", "--runs", "4", "--seed", "1", "--hours", "12"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "runtime")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert "again: nox -s simulate -- --runs 1 --seed" in outcome.stdout
