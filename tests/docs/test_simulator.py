"""The programs of docs/simulator.md run as they stand, and print what the page says; the acts and
the requests that it lists are those that there are.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pilotwire.simulator import Simulator
from pilotwire.simulator.acts import ACTS
from pilotwire.simulator.api import create_app
from tests.unit.cli.commands import LIMIT, process

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "simulator.md").read_text("utf-8")
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def program(word: str) -> str:
    [found] = [each for each in PROGRAMS if word in each]
    return str(found)


def printed_by(text: str) -> list[str]:
    roots = os.pathsep.join(str(ROOT / each) for each in ("generated", "runtime", "hal"))
    done = subprocess.run(  # noqa: S603 -- our own interpreter and programs
        [sys.executable, "-W", "error", "-c", text],
        env={**os.environ, "PYTHONPATH": roots},
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert (done.returncode, done.stderr.replace("\n", "")[-2000:]) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.slow
def test_a_program_with_a_simulator_within() -> None:
    printed = printed_by(program("async with Simulator()"))
    assert printed == ["OCPP 2.1 TransactionEvent None", "PowerLoss"]


@pytest.mark.slow
def test_a_client_of_the_command() -> None:
    with process("sim", "--port", "0", "--csms-port", "0") as simulator:
        url = simulator.wait_for("listening on http").partition(" on ")[2].strip()
        text = program("with Client(").replace("http://127.0.0.1:8080", url)
        assert printed_by(text) == ["Occupied"]
        simulator.send(2)
        assert simulator.end()[0] == 0


def test_all_acts_are_listed() -> None:
    [table] = re.findall(r"\| to do \| acts \|\n(.*?)\n\n", PAGE, re.DOTALL)
    assert sorted(re.findall(r"`(\w+)`", table)) == sorted(ACTS)


def test_all_requests_are_listed() -> None:
    listed = {
        (method, path.replace("{id}", "{identity}"))
        for line in re.findall(r"^\| (`.*?/api/v1/.*?`) \|", PAGE, re.MULTILINE)
        for path in re.findall(r"(/api/v1/[^`]*)", line)
        for method in re.findall(r"GET|POST|DELETE", line)
    }
    paths = create_app(Simulator()).openapi()["paths"]
    assert listed == {(method.upper(), path) for path, told in paths.items() for method in told}
