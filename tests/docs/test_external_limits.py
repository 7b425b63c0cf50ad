"""The page about limits of others: its programs run, and what it says of them is so."""

import ast
import asyncio
import inspect
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest

from pilotwire.charging_station import (
    ChargingLimitSource,
    ChargingStation,
    Environment,
    Network,
    SystemClock,
)
from pilotwire.cli.charging import ChargingCommands
from pilotwire.csms import Csms
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp.v21.device_model import SmartChargingCtrlr
from pilotwire.station.smart_charging.dynamic import PAUSE
from pilotwire.store import Store
from tests.support.memory_link import MemoryConnector
from tests.support.scene import charge, scene
from tests.support.virtual_time import virtual_time

PAGE = (Path(__file__).parents[2] / "docs/external_limits.md").read_text("utf-8")
LIMITS, PRIORITY, CSMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


async def play(program: str, **names: Any) -> None:
    """Run a program of the page among these names."""
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = compile(program, "external_limits.md", "exec", flags=flags)
    outcome = eval(code, names)  # noqa: S307 -- a program of our own page
    if inspect.isawaitable(outcome):
        await outcome


@virtual_time
async def test_the_limits_are_set() -> None:
    async with scene("2.1") as s:
        await play(LIMITS, station=s.station)
        told = [(each.evse_id, each.source) for each in s.station.external_limits.standing]
        assert told == [(0, ChargingLimitSource.EMS), (0, ChargingLimitSource.EMS)]
        await charge(s)
        assert s.evse.offered_a == 20.0 + 6.0


@virtual_time
async def test_there_is_no_priority_for_who_has_no_profile(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with scene("2.1") as s:
        await play(PRIORITY, station=s.station)
        assert capsys.readouterr().out == "no priority here\n"


@virtual_time
async def test_the_small_csms_limits_a_station(capsys: pytest.CaptureFixture[str]) -> None:
    csms, hardware = Csms(), SimulatedStation(evses=1)
    async with MemoryConnector(csms.serve_transport, versions=["2.1"]) as connector:
        station = ChargingStation(
            identity="CS-0042",
            vendor="Example",
            model="One",
            csms=Network("ws://csms.example", unsecured=True),
            hardware=hardware,
            store=Store(":memory:"),
            environment=Environment(SystemClock(), Random(1), connector),
        )
        async with station:
            await station.wait_accepted()
            await play(CSMS, csms=csms)
            await hardware.evse(1).plug_in(ElectricVehicle())
            await hardware.evse(1).swipe("CARD")
            await asyncio.sleep(30)
            assert hardware.evse(1).offered_a == 16.0
    assert "limit=16.0" in capsys.readouterr().out


def test_what_it_says_of_variables_and_commands_is_so() -> None:
    for name in re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE):
        assert hasattr(SmartChargingCtrlr, name), name
    assert f"within {PAUSE:g} s" in PAGE
    *_, listed = PAGE.split("has the same: ")
    assert re.findall(r"`([\w-]+)`", listed) == [*ChargingCommands(Csms()).commands]
