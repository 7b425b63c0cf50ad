"""The tests that the page on the simulator shows pass, and so do those of the example."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pilotwire.simulator.pytest_plugin import OPTIONS
from pilotwire.simulator.testing.options import Options
from tests.typing.test_programs import mypy_errors

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/simulator.md").read_text("utf-8")
SECTION = PAGE.partition("\n## Tests with pytest\n")[2].partition("\n## ")[0]
FILES = dict(re.findall(r"```python\n# (\w+\.py)\n(.*?)```", SECTION, re.DOTALL))


def run(*arguments: str, folder: Path) -> str:
    """What pytest says of a folder's tests, which all pass."""
    program = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:asyncio")
    done = subprocess.run(  # noqa: S603 -- our own interpreter
        [*program, *arguments], cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of the page."""
    (tmp_path / "pytest.ini").write_text("[pytest]\npythonpath = .\nfilterwarnings = error\n")
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.slow
def test_the_tests_of_the_page_pass(folder: Path) -> None:
    assert sorted(FILES) == ["program.py", "test_csms.py", "test_program.py"]
    assert "4 passed" in run(folder=folder)


@pytest.mark.slow
def test_they_are_typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MYPYPATH", str(folder))
    assert mypy_errors("--strict", *(str(folder / name) for name in FILES)) == {}


@pytest.mark.slow
def test_the_csms_of_the_example_passes_its_tests() -> None:
    assert "12 passed" in run("examples/csms_under_test", folder=ROOT)


def test_the_page_has_all_options() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", SECTION, re.MULTILINE)
    assert [row for row in rows if row in Options.__dataclass_fields__] == list(
        Options.__dataclass_fields__
    )
    for name in OPTIONS:
        assert f"--{name.replace('_', '-')}" in SECTION
