"""The README's programs run as they stand and print something soon; what it says of requests,
commands and places is so, and it reads on a package index as it does in the repository.
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pilotwire.errors import CallFailed
from pilotwire.rpc import ErrorCode
from tests.support.scene import Scene, scene
from tests.support.virtual_time import virtual_time
from tests.unit.cli.commands import LIMIT, pilotwire
from tests.unit.csms.scenes import ACTIONS, least_request

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PROGRAM, SNIPPET = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
REPOSITORY = "https://github.com/pilotwire/pilotwire"


def printed_by(program: str, folder: Path) -> list[str]:
    """What a program prints, line by line, run as a reader of the page would."""
    (folder / "program.py").write_text(program, encoding="utf-8")
    roots = os.pathsep.join(str(ROOT / each) for each in ("generated", "runtime", "hal"))
    done = subprocess.run(
        [sys.executable, "-W", "error", "program.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": roots},
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_the_ten_lines(tmp_path: Path) -> None:
    charging, ended = printed_by(PROGRAM, tmp_path)
    assert charging == "EVSE 1: Charging"
    told = re.fullmatch(r"04A1B2C3 charged (\d+) Wh, ended by Reboot", ended)
    assert told is not None
    assert int(told[1]) >= 1
    assert (tmp_path / "station.db").stat().st_mode & 0o777 == 0o600
    assert len(printed_by(PROGRAM, tmp_path)) == 2  # and once more, with what is there


def test_requests_and_answers_of_your_own(tmp_path: Path) -> None:
    assert printed_by(SNIPPET, tmp_path) == [
        "the CSMS answers UnknownVendorId",
        "the CSMS asks for Hello",
        "the station answers Accepted",
    ]


@pytest.mark.parametrize("program", [PROGRAM, SNIPPET])
def test_nobody_waits_long_for_a_program(program: str) -> None:
    assert sum(map(int, re.findall(r"sleep\((\d+)\)", program))) <= 5


def test_links_and_pictures_work_anywhere() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", README)
    assert any(each.endswith(".svg") for each in targets)
    for target in targets:
        assert target.startswith("https://"), target
        found = re.match(rf"{REPOSITORY}/(?:blob|raw)/main/(.+)", target)
        if found is not None:
            assert (ROOT / found[1]).is_file(), target
    assert all(url.startswith(REPOSITORY) for url in PROJECT["urls"].values())


def test_what_it_says_of_installing_is_so() -> None:
    extras = re.findall(r"pip install \"pilotwire\[(\w+)\]\"", README)
    assert extras
    assert set(extras) <= set(PROJECT["optional-dependencies"])
    oldest = re.search(r"Python (3\.\d+) or newer", README)
    assert oldest is not None
    assert PROJECT["requires-python"] == f">={oldest[1]}"


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
@virtual_time
async def test_the_requests_that_a_station_carries_out(version: str) -> None:
    lists = {
        "1.6": ("1.6",),
        "2.0.1": ("2.0.1 and 2.1",),
        "2.1": ("2.0.1 and 2.1", "2.1 alone"),
    }
    listed: list[str] = []
    for beginning in lists[version]:
        line = re.search(rf"^- {re.escape(beginning)}: ((?:\w+,\s+)+\w+)$", README, re.MULTILINE)
        assert line is not None
        listed += re.split(r",\s+", line[1])
    carried_out: list[str] = []
    for name, action in ACTIONS[version].items():
        if not action.from_csms:
            continue
        request: Any = action.request.from_wire(least_request(version, name))
        async with scene(version) as s:
            if await refusal_of(s, request) is None:
                carried_out.append(name)
            else:
                assert await refusal_of(s, request) == ErrorCode.NOT_SUPPORTED, name
    assert sorted(carried_out) == sorted(listed)


async def refusal_of(s: Scene, request: Any) -> str | None:
    try:
        await s.csms.call(request)
    except CallFailed as refusal:
        return refusal.code
    return None


def test_the_commands_have_the_options_they_are_shown_with(
    capsys: pytest.CaptureFixture[str],
) -> None:
    section = README[README.index("## On the command line") :]
    shown = re.findall(r"^    pilotwire (\w+) (.*(?:\n {8,}.*)*)$", section, re.MULTILINE)
    assert [command for command, _ in shown] == [
        *("demo", "run", "csms", "sim", "scenario", "fleet"),
        *("store", "cert", "config", "hw", "meter"),
    ]
    for command, usage in shown:
        within = [usage.split()[0]] if re.match(r"\w+ --", usage) else []
        assert pilotwire(command, *within, "--help") == 0
        told = capsys.readouterr().out
        for word in re.findall(r"--[\w-]+", usage) or usage.split()[0].split("|"):
            assert word in told, (command, word)
