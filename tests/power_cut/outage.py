"""A station that can lose its power, a CSMS that can go away, and what the two said."""

import asyncio
import json
import multiprocessing
import shutil
import signal
import socket
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from pilotwire.connection.server import serve
from pilotwire.csms import Csms
from pilotwire.rpc import FrameDirection, Transport
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.store import TRANSACTION, Store
from tests.interop.accelerated import within
from tests.power_cut.station_process import Options, work

__all__ = [
    "BEGIN",
    "IDENTITY",
    "RESTART",
    "TOKEN",
    "Office",
    "StationProcess",
    "Told",
    "run",
    "station",
]

IDENTITY = "CS-0042"
TOKEN = "04A1B2C3"
BEGIN = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
RESTART = BEGIN + timedelta(days=1)
"""The time of day at which the power comes back. Nothing of a transaction happens after it."""

TRANSACTIONS = {"StartTransaction", "MeterValues", "StopTransaction", "TransactionEvent"}

_PROCESSES = multiprocessing.get_context("forkserver")
# What takes long to import is imported once, in the process that all stations are forked from.
_PROCESSES.set_forkserver_preload(
    ["pilotwire.charging_station", "pilotwire.dialects.v16.dialect", "pilotwire.dialects.v201"]
)


def run(scenario: Coroutine[Any, Any, None]) -> None:
    """Run a scenario; it has a limited time, and what it started does not outlive it."""
    asyncio.run(within(30, scenario))


@dataclass(frozen=True)
class Told:
    """A message as the CSMS received it."""

    message_id: str
    action: str
    payload: dict[str, Any]

    @property
    def event(self) -> str:
        """What it tells, in one word: Boot, Start, Meter, Stop, or its action."""
        if self.action == "TransactionEvent":
            return {"Started": "Start", "Ended": "Stop"}.get(self.payload["eventType"], "Meter")
        words = {"StartTransaction": "Start", "MeterValues": "Meter", "StopTransaction": "Stop"}
        return words.get(self.action, self.action)

    @property
    def time(self) -> datetime:
        if self.action == "MeterValues":
            return datetime.fromisoformat(self.payload["meterValue"][0]["timestamp"])
        return datetime.fromisoformat(self.payload["timestamp"])

    @property
    def register(self) -> float | None:
        """The energy register that it tells, if it does; an end tells the earlier ones, too."""
        for key in ("meterStart", "meterStop"):
            if key in self.payload:
                return float(self.payload[key])
        for value in reversed(self.payload.get("meterValue", ())):
            for sample in value["sampledValue"]:
                if sample["measurand"] == "Energy.Active.Import.Register":
                    return float(sample["value"])
        return None


class _Held:
    """A connection on which the CSMS's answers wait for leave."""

    def __init__(self, transport: Transport, leave: asyncio.Event) -> None:
        self._transport = transport
        self._leave = leave

    @property
    def subprotocol(self) -> str:
        return self._transport.subprotocol

    async def send(self, text: str) -> None:
        await self._leave.wait()
        await self._transport.send(text)

    async def receive(self) -> str:
        return await self._transport.receive()

    def ping_every(self, seconds: float) -> None:
        self._transport.ping_every(seconds)

    async def close(self, code: int = 1000, reason: str = "") -> None:
        await self._transport.close(code, reason)


class Office:
    """The CSMS and the line to it.

    Attributes:
        csms: What the CSMS remembers; it outlives its outages.
        told: All that the station said, in order.
        answers: While it is not set, the CSMS hears everything and answers nothing.
        on_told: Called with each message at the instant it arrives, before it is answered.
    """

    def __init__(self, version: str) -> None:
        self.version = version
        self.csms = Csms(tokens=[TOKEN], tap=self._tap)
        self.told: list[Told] = []
        self.answers = asyncio.Event()
        self.answers.set()
        self.on_told: Callable[[Told], None] = lambda _: None
        self.port = 0
        self._changed = asyncio.Event()
        self._line = AsyncExitStack()

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/ocpp"

    async def open(self) -> None:
        """Be there, always on the same port."""
        serving = await self._line.enter_async_context(
            serve(self._serve, port=self.port, ping_interval=0)
        )
        self.port = serving.port

    async def close(self) -> None:
        """Be away."""
        await self._line.aclose()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until something is true of what the station told."""

        async def wait() -> None:
            while not condition():
                self._changed.clear()
                await self._changed.wait()

        try:
            await within(10, wait())
        except TimeoutError:
            raise AssertionError(f"in vain; the station told {self.told[-5:]}") from None

    async def heard(self, event: str, times: int = 1) -> None:
        """Wait until there were so many messages of a kind, repetitions included."""
        await self.until(lambda: [each.event for each in self.told].count(event) >= times)

    async def stopped(self) -> None:
        """Wait until the CSMS knows a session, and knows it as ended."""
        await self.until(
            lambda: (
                self.csms.stations[IDENTITY].sessions
                and not self.csms.stations[IDENTITY].sessions[-1].ongoing
            )
        )

    def transaction(self) -> list[Told]:
        """What was told of transactions."""
        return [each for each in self.told if each.action in TRANSACTIONS]

    async def _serve(self, identity: str, transport: Transport) -> None:
        await self.csms.serve_transport(identity, _Held(transport, self.answers))

    def _tap(self, identity: str, direction: FrameDirection, text: str) -> None:
        frame = json.loads(text)
        if direction is FrameDirection.RECEIVED and frame[0] == 2:
            self.told.append(Told(*frame[1:4]))
            self.on_told(self.told[-1])
        # What this frame does to the records is done when the loop comes round.
        asyncio.get_running_loop().call_soon(self._changed.set)


class Reachable(Protocol):
    """A CSMS as a station is told of it."""

    @property
    def url(self) -> str: ...

    @property
    def version(self) -> str: ...


class StationProcess:
    """A station in its own process, on files that outlive it."""

    def __init__(
        self,
        process: ForkServerProcess,
        directory: Path,
        lines: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        self._process = process
        self._directory = directory
        self._answers, self._commands = lines

    async def ask(self, *command: object) -> str:
        """Give a command; its answer. See `station_process`."""
        self.tell(*command)
        return await self.answer()

    def tell(self, *command: object) -> None:
        """Give a command, and leave the answer unread."""
        line = " ".join(str(word) for word in command)
        self._commands.write(f"{line}\n".encode())

    async def answer(self) -> str:
        """The next line that the station says."""
        line = (await within(10, self._answers.readline())).decode().strip()
        assert line, "the station's process has ended"
        return line

    def cut(self) -> None:
        """Cut its power."""
        self._process.kill()

    async def gone(self) -> float:
        """Wait for the end; what the meter's register shows after it."""
        try:
            while await within(10, self._answers.read()):
                pass
        except ConnectionError:  # it died with a command unread
            pass
        self._commands.close()
        self._process.join()
        assert self._process.exitcode == -signal.SIGKILL
        memory = self._directory / "meters.json"
        if not memory.exists():
            return 0.0
        (register,) = json.loads(memory.read_bytes())["registers_wh"]
        return float(register)

    def waiting(self) -> list[TransactionEvent]:
        """What its disk holds for the CSMS after its power was cut, oldest first."""
        with TemporaryDirectory() as folder:
            for file in self._directory.glob("station.db*"):
                shutil.copy(file, folder)
            with Store(Path(folder) / "station.db") as store:
                rows = store.rows(
                    "SELECT event FROM outbox WHERE lane = ? ORDER BY id", TRANSACTION.name
                )
                events = [decode(row["event"]) for row in rows]
        return [event for event in events if isinstance(event, TransactionEvent)]

    async def power_cut(self) -> float:
        """Cut its power; what the meter's register shows after it."""
        self.cut()
        return await self.gone()


@asynccontextmanager
async def station(
    csms: Reachable,
    directory: Path,
    time: datetime = BEGIN,
    *,
    seed: int = 1,
    trusting: bool = False,
) -> AsyncGenerator[StationProcess]:
    """Start the station's process; in the end its power is cut if it was not before.

    Whatever it logs as an error fails the test.
    """
    log = directory / f"log-{time:%d-%H%M%S}.txt"
    options = Options(
        csms=csms.url,
        identity=IDENTITY,
        version=csms.version,
        directory=directory,
        log=log,
        time=time,
        seed=seed,
        trusting=trusting,
    )
    ours, theirs = socket.socketpair()
    process = _PROCESSES.Process(target=work, args=(options, theirs))
    process.start()
    theirs.close()
    at_work = StationProcess(process, directory, await asyncio.open_connection(sock=ours))
    try:
        assert await at_work.answer() == "ready"
        yield at_work
    finally:
        if process.exitcode is None:
            await at_work.power_cut()
    said = log.read_text()
    for bad in ("ERROR", "CRITICAL", "Traceback"):
        assert bad not in said, said
