"""A fleet against a CSMS of another process, small enough for each run of the tests."""

import json
import subprocess
import sys

import pytest

from benchmarks.fleet import memory_of
from benchmarks.fleet.load import main


@pytest.mark.slow
def test_forty_stations_boot_and_ten_charge_and_nothing_is_lost(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.fleet.load.CHARGE_S", 5.0)

    code = main(40, 10)

    told = json.loads(capfd.readouterr().out)
    assert code == 0
    assert told["accepted"] == told["stations"] == 40
    assert told["transactions"] == 10
    assert told["lost"] == 0
    assert not told["errors"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the system tells what memory is whose")
def test_an_idle_station_is_small() -> None:
    kib = memory_of(300, "2.0.1")

    # Of few stations each bears more of what is made once: of 10,000 it is 57.
    assert kib < 66


def test_more_connections_than_the_system_allows_are_told_of() -> None:
    program = (
        "import resource; from pilotwire.simulator.fleet.limits import allow_connections;"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (100, 200));"
        "allow_connections(100); print(resource.getrlimit(resource.RLIMIT_NOFILE)[0]);"
        "allow_connections(137)"
    )

    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert done.stdout == "164\n"
    assert "137 connections need 201 open files, and this process may have 200" in done.stderr
