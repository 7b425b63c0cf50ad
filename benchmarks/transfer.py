"""What a transfer costs beside the library that makes it: megabytes per second from and to nginx on
loopback, with all that a station does besides (partial file, fsync, limits), and of httpx alone,
which writes nothing down, in turns, so that others disturb both alike.

The memory is what the largest of three files takes more than the smallest.
"""

import asyncio
import time
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx

from pilotwire.station.transfer import Location, Outgoing, TransferLimits
from pilotwire.station.transfer.carrier import Carriers
from pilotwire.station.transfer.downloading import fetch
from pilotwire.station.transfer.limits import MIB, Pace
from pilotwire.station.transfer.trust import Trust
from pilotwire.station.transfer.uploading import store
from tests.support.file_servers import Served, serving

ROUNDS = 5
SIZE = 64 * MIB
SIZES = (8 * MIB, 32 * MIB, 128 * MIB)

Figures = Mapping[str, Mapping[str, float]]


def transfer() -> Figures:
    """Megabytes per second, shares of bare httpx, and MiB of memory."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        with serving("http", folder, takes="1g") as served:
            return asyncio.run(_figures(folder, served))


async def _figures(folder: Path, served: Served) -> Figures:
    (served.folder / "firmware.bin").write_bytes(bytes(SIZE))
    mover = _Mover(folder, served)
    down = await _in_turns(mover.fetch, mover.bare_fetch)
    up = await _in_turns(mover.send, mover.bare_send)
    return {
        "download": down,
        "upload": up,
        "memory": {"grows_MiB": round(await _growth(mover, served), 2)},
    }


class _Mover:
    def __init__(self, folder: Path, served: Served) -> None:
        self.url = served.url
        self.target = folder / "files" / "firmware.bin"
        self.limits = TransferLimits()
        self.carrier = Carriers(Trust(), self.limits)["http"]
        self.pace = Pace(None)

    async def fetch(self) -> None:
        location = Location.parse(self.url + "firmware.bin")
        await fetch(self.carrier, location, self.target, self.limits, self.pace, _unheard)

    async def bare_fetch(self) -> None:
        async with (
            httpx.AsyncClient() as client,
            client.stream("GET", self.url + "firmware.bin") as response,
        ):
            async for _ in response.aiter_raw():
                pass

    async def send(self) -> None:
        location = Location.parse(self.url + "log.zip")
        outgoing = Outgoing(self.target, "log.zip")
        await store(self.carrier, outgoing, location, self.limits, self.pace, _unheard)

    async def bare_send(self) -> None:
        async def chunks() -> AsyncIterator[bytes]:
            with self.target.open("rb") as file:
                while chunk := file.read(65536):
                    yield chunk

        headers = {"Content-Length": str(SIZE)}
        async with httpx.AsyncClient() as client:
            await client.put(self.url + "bare.zip", content=chunks(), headers=headers)


async def _in_turns(
    ours: Callable[[], Awaitable[None]], bare: Callable[[], Awaitable[None]]
) -> Mapping[str, float]:
    await ours()  # what has to be imported
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(ROUNDS):
        for name, move in (("ours", ours), ("bare", bare)):
            begun = time.perf_counter()
            await move()
            taken[name].append(time.perf_counter() - begun)
    rate = {name: SIZE / 1e6 / median(each) for name, each in taken.items()}
    return {
        "MB_per_s": round(rate["ours"], 1),
        "httpx_MB_per_s": round(rate["bare"], 1),
        "share": round(rate["ours"] / rate["bare"], 2),
    }


async def _growth(mover: _Mover, served: Served) -> float:
    peaks: list[int] = []
    for size in SIZES:
        (served.folder / "firmware.bin").write_bytes(bytes(size))
        tracemalloc.start()
        await mover.fetch()
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    return (peaks[-1] - peaks[0]) / MIB


def _unheard(done: int, size: int | None) -> None:
    pass
