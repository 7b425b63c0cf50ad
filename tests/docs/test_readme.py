"""The README's programs run as they stand, but for the port and for time, which passes faster; what
it says of requests and commands is so.
"""

import asyncio
import re
import textwrap
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from pilotwire.charging_station import ChargingStation
from pilotwire.csms import Csms
from pilotwire.errors import CallFailed
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.rpc import ErrorCode
from pilotwire.store import Store
from pilotwire.timing import AcceleratedEventLoop
from tests.support.scene import Scene, scene
from tests.support.virtual_time import virtual_time
from tests.unit.cli.commands import pilotwire
from tests.unit.csms.scenes import ACTIONS, least_request

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
PROGRAM, SNIPPET = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def run_fast(main: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(3600):
            await main()

    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(60)) as runner:
        runner.run(bounded())


def test_the_ten_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    csms = Csms()

    async def play() -> None:
        async with csms.serve() as serving:
            source = PROGRAM.replace(":9000", f":{serving.port}")
            program = source.replace("asyncio.run(main())", "")
            assert program != source
            names: dict[str, Any] = {}
            exec(compile(program, "README.md", "exec"), names)  # noqa: S102
            await names["main"]()

    run_fast(play)
    (session,) = csms.stations["CS-0042"].sessions
    assert session.token == "04A1B2C3"
    assert session.energy_wh is not None
    assert session.energy_wh > 100
    assert not session.ongoing
    assert (tmp_path / "station.db").stat().st_mode & 0o777 == 0o600


def test_requests_and_answers_of_your_own() -> None:
    csms = Csms()
    snippet = f"async def play(station):\n{textwrap.indent(SNIPPET, '    ')}    return answer\n"
    names: dict[str, Any] = {"v21": v21}
    exec(compile(snippet, "README.md", "exec"), names)  # noqa: S102

    async def play() -> None:
        async with csms.serve() as serving:
            station = ChargingStation(
                identity="CS-0042",
                vendor="Example",
                model="One",
                csms=f"ws://127.0.0.1:{serving.port}/ocpp",
                hardware=SimulatedStation(),
                store=Store(":memory:"),
            )
            async with station:
                await station.wait_accepted()
                answer = await names["play"](station)
                assert isinstance(answer, v21.DataTransferResponse)
                mine = await csms.call("CS-0042", v21.DataTransferRequest(vendor_id="com.example"))
                assert mine.status is v21.DataTransferStatusEnumType.ACCEPTED

    run_fast(play)


@pytest.mark.parametrize("version", ["1.6", "2.0.1", "2.1"])
@virtual_time
async def test_the_requests_that_a_station_carries_out(version: str) -> None:
    beginning = "1.6" if version == "1.6" else "2.0.1 and 2.1"
    listed = re.search(rf"^- {re.escape(beginning)}: ((?:\w+,\s+)+\w+)$", README, re.MULTILINE)
    assert listed is not None
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
    assert sorted(carried_out) == re.split(r",\s+", listed[1])


async def refusal_of(s: Scene, request: Any) -> str | None:
    try:
        await s.csms.call(request)
    except CallFailed as refusal:
        return refusal.code
    return None


def test_the_commands_have_the_options_they_are_shown_with(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = re.findall(r"^    pilotwire (\w+) (.*)$", README, re.MULTILINE)
    assert [command for command, _ in shown] == ["demo", "run", "csms", "store"]
    for command, usage in shown:
        assert pilotwire(command, "--help") == 0
        told = capsys.readouterr().out
        for word in re.findall(r"--[\w-]+", usage) or usage.split()[0].split("|"):
            assert word in told, (command, word)
