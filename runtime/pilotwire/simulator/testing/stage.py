"""The stage of one test: its event loop, the embedded CSMS, and its stations."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random, SystemRandom
from typing import Any, TypeVar

from pilotwire.charging_station import SystemClock
from pilotwire.connection import Connector
from pilotwire.connection.client import WebSocketConnector
from pilotwire.simulator.memory import MemoryConnector
from pilotwire.simulator.testing.csms import CsmsFixture
from pilotwire.simulator.testing.one_task import OneTask
from pilotwire.simulator.testing.options import Options, UnusableOptionsError
from pilotwire.simulator.testing.station import StationFixture
from pilotwire.simulator.testing.transcript import Transcript
from pilotwire.timing import AcceleratedEventLoop, VirtualTimeLoop

__all__ = ["External", "Stage"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class External:
    """A CSMS of others.

    Attributes:
        url: Where it is, without identities.
        roots: A file with the certificates that vouch for it; None: the system's do.
    """

    url: str
    roots: Path | None = None

    def connector(self) -> Connector:
        """What opens connections to it.

        Raises:
            UnusableOptionsError: The file is none of certificates.
        """
        if self.roots is None:
            return WebSocketConnector()
        try:
            return WebSocketConnector(tls=ssl.create_default_context(cafile=self.roots))
        except OSError as error:
            raise UnusableOptionsError(f"{self.roots}: {error}") from None


class _LoopClock:
    """A time of day that passes with the event loop's."""

    def __init__(self, start: datetime) -> None:
        self._start = start

    def now(self) -> datetime:
        return self._start + timedelta(seconds=asyncio.get_running_loop().time())


class Stage:
    """See the module.

    Args:
        options: What the test wants.
        external: The CSMS of others that it tests; None: the embedded one.
        folder: Makes an empty folder for the records of a station.
        worker: The worker of pytest-xdist that it runs in.
    """

    def __init__(
        self,
        options: Options,
        external: External | None,
        folder: Callable[[], Path],
        worker: str,
    ) -> None:
        self.options = options
        self.external = external
        self.csms: CsmsFixture | None = None
        self.stations: list[StationFixture] = []
        self.folder = folder
        self.worker = worker
        self._contexts = AsyncExitStack()
        virtual = external is None and options.speed is None
        self.clock: _LoopClock | SystemClock = (
            _LoopClock(options.start) if virtual else SystemClock()
        )
        speed = options.speed or 1.0
        self._task = OneTask(VirtualTimeLoop if virtual else lambda: AcceleratedEventLoop(speed))
        self.loop = self._task.loop

    def run(self, job: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine to its end in the test's one task."""
        __tracebackhide__ = True
        return self._task.run(job)

    def close(self) -> None:
        """End all of it: stations first, then the CSMS, then the loop."""
        try:
            self.run(self._contexts.aclose())
        finally:
            self._task.close()

    @property
    def transcripts(self) -> Sequence[Transcript]:
        """What was said, each message in one of them."""
        return (
            [each.transcript for each in self.stations]
            if self.csms is None
            else [self.csms.transcript]
        )

    @property
    def wrongs(self) -> list[str]:
        """What went wrong by itself: stations that have ended, and messages that break OCPP."""
        ended = [
            f"{each.identity}: the station has ended: {each.charger.failure}"
            for each in self.stations
            if each.charger.failure is not None
        ]
        breaches = [str(each) for part in self.transcripts for each in part.breaches]
        return ended + (["what was said breaks OCPP:", *breaches] if breaches else [])

    def told(self) -> str:
        """What is to be known of a test that has failed."""
        seed = self.options.seed
        if seed is None and self.external is None:
            seed = 1
        text = "not from a seed" if seed is None else f"seed {seed}"
        return "\n".join([text, *(part.with_latest("messages") for part in self.transcripts)])

    async def open_csms(self) -> CsmsFixture:
        """The embedded CSMS, opened when it is first wanted."""
        if self.csms is not None:
            return self.csms
        options = self.options
        csms = CsmsFixture(tokens=options.tokens, clock=self.clock, random=self.random("csms"))
        if isinstance(self.loop, VirtualTimeLoop):
            link = MemoryConnector(csms.serve_transport, latency=options.latency)
            csms.reached_by(await self._contexts.enter_async_context(link), csms.url)
        else:
            serving = await self._contexts.enter_async_context(csms.serve())
            url = f"ws://127.0.0.1:{serving.port}/ocpp"
            csms.reached_by(WebSocketConnector(), url)
        self.csms = csms
        return csms

    async def reach(self) -> tuple[Connector, str]:
        """What opens connections to the CSMS of this test, and where it is."""
        if self.external is not None:
            return self.external.connector(), self.external.url
        return (await self.open_csms()).reached

    async def enter(self, station: StationFixture) -> None:
        """Let a station be there until the end."""
        self.stations.append(station)
        await self._contexts.enter_async_context(station.charger)

    def random(self, whose: str) -> Random:
        """Where somebody's chance comes from."""
        seed = self.options.seed
        if seed is None and self.external is not None:
            return SystemRandom()  # a CSMS that remembers must not see the same ids again
        return Random(f"{1 if seed is None else seed} {whose}")  # noqa: S311 -- to be repeated
