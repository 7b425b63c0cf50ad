"""A station of ours, the small CSMS and a server for files, over real sockets (N01)."""

import asyncio
import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from pilotwire import ChargingStation, Store
from pilotwire.charging_station import Network
from pilotwire.csms import Csms, CsmsEvent, LogStatusReported, LogType
from pilotwire.hal.simulated import SimulatedStation
from tests.support.editions import IN_ALL
from tests.support.upload_server import upload_server


@IN_ALL
@pytest.mark.slow
def test_logs_from_their_request_to_their_place(version: str, tmp_path: Path) -> None:
    heard: asyncio.Queue[LogStatusReported] = asyncio.Queue()

    def hear(event: CsmsEvent) -> None:
        if isinstance(event, LogStatusReported):
            heard.put_nowait(event)

    async def play() -> None:
        csms = Csms(on_event=hear)
        async with csms.serve() as serving, upload_server() as uploads:
            url = f"ws://127.0.0.1:{serving.port}/ocpp"
            station = ChargingStation(
                identity="CS-1",
                vendor="Example",
                model="One",
                csms=Network(url, (version,), unsecured=True),
                hardware=SimulatedStation(),
                store=Store(tmp_path / "store.db"),
                files=tmp_path / "files",
            )
            async with station, asyncio.timeout(60):
                await station.wait_accepted()
                for log_type in (LogType.DIAGNOSTICS_LOG, LogType.SECURITY_LOG):
                    name = await csms.logs.fetch("CS-1", uploads.url, log_type)
                    assert name is not None
                    statuses = [(await heard.get()).status for _ in range(2)]
                    assert statuses == ["Uploading", "Uploaded"]
                    if log_type is LogType.DIAGNOSTICS_LOG:
                        with ZipFile(BytesIO(uploads.files[name])) as archive:
                            described = json.loads(archive.read("station.json"))
                            assert described["identity"] == "CS-1"
                    else:
                        assert b"StartupOfTheDevice" in uploads.files[name]

    asyncio.run(play())
