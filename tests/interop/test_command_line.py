"""`pilotwire csms` as a process of its own, with a station that nobody here wrote."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from pilotwire.connection import OcppVersion
from tests.interop.accelerated import within
from tests.interop.test_mobilityhouse_stations import charge_16, charge_201, station
from tests.support.editions import IN_ALL
from tests.support.frames import check_trace

COMMAND = (
    sys.executable,
    "-c",
    "from pilotwire.cli import main; raise SystemExit(main())",
    "csms",
    *("--port", "0"),
    *("--token", "04A1B2C3"),
)


@asynccontextmanager
async def csms(trace: Path, said: list[str]) -> AsyncGenerator[int]:
    """The command at work; yields the port that it says it listens on."""
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        *("--trace", str(trace)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        assert process.stdout is not None
        port = None
        while port is None:
            line = (await within(30, process.stdout.readline())).decode()
            assert line, said
            said.append(line)
            port = re.search(r"ws://127\.0\.0\.1:(\d+)", line)
        yield int(port[1])
        process.send_signal(signal.SIGTERM)
        said += (await within(30, process.stdout.read())).decode().splitlines()
        assert await within(30, process.wait()) == 0, said
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@IN_ALL
def test_a_whole_session_at_the_command(version: str, tmp_path: Path) -> None:
    async def scenario() -> None:
        said: list[str] = []
        trace = tmp_path / "trace.jsonl"
        async with csms(trace, said) as port, station(port, version) as point:
            # The command takes all unknown tokens for such: STOLEN is as good as NOBODY to it.
            charge = charge_16 if version == "1.6" else charge_201
            blocked = "Invalid" if version == "1.6" else "Unknown"
            await charge(point, blocked=blocked)
        text = "\n".join(said)
        assert "booted" in text
        assert "0.250 kWh" in text
        assert "Traceback" not in text
        assert f"MH-1 connected with OCPP {version}" in text
        assert len(check_trace(trace, OcppVersion(version).edition)) > 20

    asyncio.run(within(60, scenario()))
