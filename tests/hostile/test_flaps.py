"""A network that breaks again and again, at any byte of the TLS and HTTP handshakes and of traffic:
nothing of a broken connection is left, and nothing that was to be told is lost.

`nox -s hostile` lets it break a thousand times in each.
"""

import asyncio
import gc
import os
import socket
import struct
import tracemalloc
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest
import trustme

from pilotwire.charging_station import CertificateFolder, ChargingStation, Environment, Network
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.server import serve
from pilotwire.errors import CallUnanswered, ConnectionClosed
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.rpc import Transport
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.vocabulary import CertificateUse
from pilotwire.store import Store
from tests.hostile.amount import FRAMES, chance
from tests.hostile.watching import OURS, Memory, nothing_unexpected
from tests.interop.accelerated import accelerated, within
from tests.support.scene import Opponent
from tests.support.settings import to_settings

FLAPS = FRAMES // 20
"""How often the network breaks."""

MORE_OBJECTS = FLAPS // 10 + 10
"""By which the second half of the flaps may add to the first: far less than one for each."""

MORE_BYTES = 2**18
WHERE = [
    tracemalloc.Filter(True, pattern)
    for pattern in ("*/pilotwire/c*", "*/pilotwire/station/*", "*/websockets/*", "*/ssl.py")
]
"""Whose memory that is, where it is told (on demand, as it takes its time)."""

WATCHED = (*OURS, "websockets.", "ssl")
KEPT = ("pilotwire.rpc.session", "pilotwire.rpc.frames", "pilotwire.ocpp.", "asyncio.events")
"""What is not counted: sessions and what they have said are kept by the test's judges, and timers
that were called off by the loop till they are due.
"""

OPEN_FILES = Path("/proc/self/fd")

pytestmark = pytest.mark.skipif(not OPEN_FILES.exists(), reason="no system that tells open files")


@dataclass(frozen=True, slots=True)
class Held:
    """What the process holds at a time at which nothing is under way."""

    files: int
    tasks: int
    objects: int
    bytes: int


def held() -> Held:
    gc.collect()
    modules = [str(type(each).__module__) for each in gc.get_objects()]  # of some it is no text
    objects = sum(each.startswith(WATCHED) and not each.startswith(KEPT) for each in modules)
    files = len(os.listdir(OPEN_FILES))  # noqa: PTH208 -- names alone, and no file is opened
    size = 0
    if tracemalloc.is_tracing():
        snapshot = tracemalloc.take_snapshot().filter_traces(WHERE)
        size = sum(trace.size for trace in snapshot.traces)
    return Held(files, len(asyncio.all_tasks()), objects, size)


class Flapping:
    """A network between a station and its CSMS, which breaks as `chance` has it, while `bad`.

    Each connection has so many bytes, both ways together, and ends with them: with a reset, with a
    close, in one direction only for a while, or with a silence before it.
    """

    def __init__(self, port: int, random: Random) -> None:
        self.port = 0
        self.bad = True
        self.flaps = 0
        self._csms = port
        self._random = random
        self._left: list[int] = []
        """The bytes that the latest connection has yet."""

    def worsen(self) -> None:
        """Be bad again, to the connection that there is, too."""
        self.bad = True
        self._left[:] = [100]

    @asynccontextmanager
    async def open(self) -> AsyncGenerator[None]:
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield

    async def _connection(self, here: asyncio.StreamReader, there: asyncio.StreamWriter) -> None:
        # Many within the handshakes, which take some two thousand bytes, and some beyond.
        left = self._random.randrange(self._random.choice([1, 600, 3000, 12000]))
        reader, writer = await asyncio.open_connection("127.0.0.1", self._csms)
        budget = self._left = [left if self.bad else 2**40]
        pumps = [
            asyncio.create_task(_pump(here, writer, budget)),
            asyncio.create_task(_pump(reader, there, budget)),
        ]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
            if budget[0] <= 0:
                self.flaps += 1
                await self._break(there, writer)
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)
            for each in (there, writer):
                each.transport.abort()

    async def _break(self, *ends: asyncio.StreamWriter) -> None:
        match self._random.randrange(4):
            case 0:
                for end in ends:
                    _reset_on_close(end)
            case 1:
                for end in ends:
                    end.close()
            case 2:
                with suppress(OSError):
                    ends[self._random.randrange(2)].write_eof()
                await asyncio.sleep(1)
            case _:
                await asyncio.sleep(self._random.uniform(0, 5))


def _reset_on_close(end: asyncio.StreamWriter) -> None:
    connected: socket.socket = end.get_extra_info("socket")
    with suppress(OSError):
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


async def _pump(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, budget: list[int]
) -> None:
    with suppress(OSError):
        while budget[0] > 0:
            part = await reader.read(min(budget[0], 4096))
            if not part:
                return
            budget[0] -= len(part)
            writer.write(part)
            await writer.drain()


class Talkative:
    """A CSMS that has something to ask all the time."""

    def __init__(self) -> None:
        self.opponent = Opponent()

    async def serve(self, identity: str, transport: Transport) -> None:
        """Take a connection of the station."""
        async with asyncio.TaskGroup() as tasks:
            asking = tasks.create_task(self._ask())
            try:
                await self.opponent.serve(identity, transport)
            finally:
                asking.cancel()

    async def _ask(self) -> None:
        heartbeat = v21.TriggerMessageRequest(
            requested_message=v21.MessageTriggerEnumType.HEARTBEAT
        )
        while True:
            await asyncio.sleep(0.5)
            with suppress(CallUnanswered, ConnectionClosed):
                await self.opponent.call(heartbeat)

    def told(self) -> list[str]:
        """What the station's application has told."""
        heard = self.opponent.requests(v21.SecurityEventNotificationRequest)
        return [event.tech_info for event in heard if event.type == "Flap" and event.tech_info]


def secured(folder: Path) -> tuple[SSLContext, CertificateFolder]:
    """What the CSMS shows, and what the station trusts."""
    authority = trustme.CA()
    tls = SSLContext(PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(tls)
    certificates = CertificateFolder(folder)
    certificates.open().trusted.install(
        CertificateUse.CSMS_ROOT_CERTIFICATE,
        authority.cert_pem.bytes().decode(),
        datetime.now(UTC),
    )
    return tls, certificates


@pytest.mark.parametrize("scheme", ["ws", "wss"])
def test_nothing_is_left_of_connections_that_broke(scheme: str, tmp_path: Path) -> None:
    random = chance("flaps", scheme)

    @accelerated
    async def play() -> None:
        tls, certificates = secured(tmp_path) if scheme == "wss" else (None, None)
        csms = Talkative()
        async with serve(csms.serve, tls=tls, open_timeout=5, close_timeout=1) as server:
            network = Flapping(server.port, random)
            async with network.open():
                station = ChargingStation(
                    identity="CS-0042",
                    vendor="Example",
                    model="One",
                    csms=Network(
                        f"{scheme}://localhost:{network.port}/ocpp", ("2.1",), "a-password"
                    ),
                    hardware=SimulatedStation(),
                    store=Store(":memory:"),
                    settings=to_settings(
                        {
                            OCPPCommCtrlr.RetryBackOffWaitMinimum: 1,
                            OCPPCommCtrlr.RetryBackOffRandomRange: 0,
                            OCPPCommCtrlr.RetryBackOffRepeatTimes: 0,
                            OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 1,
                        }
                    ),
                    environment=Environment(
                        connector=WebSocketConnector(open_timeout=5, close_timeout=1)
                    ),
                    certificates=certificates,
                )
                async with station:
                    await _flap(station, network, csms, random)

    with nothing_unexpected(), Memory():
        play()


async def _flap(
    station: ChargingStation[SimulatedStation], network: Flapping, csms: Talkative, random: Random
) -> None:
    expected: list[str] = []
    seen: list[Held] = []
    for half in (1, 2):
        network.worsen()
        while network.flaps < FLAPS * half // 2:
            expected.append(str(len(expected)))
            station.security_event("Flap", expected[-1])
            await asyncio.sleep(random.uniform(0, 4))
        network.bad = False
        await within(5, _told(csms, expected))
        await asyncio.sleep(60)  # what was broken off at last has come to its end, too
        told = csms.told()
        assert list(dict.fromkeys(told)) == expected, "each, in order"
        csms.opponent.heard.clear()
        expected.clear()
        seen.append(held())
    first, second = seen
    print(network.flaps, *seen)
    assert second.files == first.files
    assert second.tasks == first.tasks
    assert second.objects - first.objects <= MORE_OBJECTS
    assert second.bytes - first.bytes <= MORE_BYTES


async def _told(csms: Talkative, expected: list[str]) -> None:
    while expected[-1] not in csms.told():  # noqa: ASYNC110 -- the loop's idle time is short
        await asyncio.sleep(1)
