"""The README's programs run as they stand, but for the port and for time, which passes faster."""

import asyncio
import re
import textwrap
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from pilotwire.charging_station import ChargingStation
from pilotwire.csms import Csms
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v201
from pilotwire.store import Store
from pilotwire.timing import AcceleratedEventLoop

README = Path(__file__).parents[2] / "README.md"
PROGRAM, SNIPPET = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)


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
    names: dict[str, Any] = {"v201": v201}
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
                assert isinstance(answer, v201.DataTransferResponse)
                mine = await csms.call("CS-0042", v201.DataTransferRequest(vendor_id="com.example"))
                assert mine.status is v201.DataTransferStatusEnumType.ACCEPTED

    run_fast(play)
