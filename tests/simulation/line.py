"""The line between station and CSMS, and all that befalls it."""

from random import Random

from pilotwire.errors import CsmsUnreachable
from tests.simulation.backend import Backend
from tests.simulation.misfortune import Misfortune
from tests.simulation.people import gap
from tests.support.memory_link import MemoryConnector

__all__ = ["LATENCY", "Line"]

LATENCY = 0.05
"""Seconds that a message travels where nothing is wrong."""


class Line:
    """Breaks, is silent, or takes its time; and the CSMS at its end restarts."""

    def __init__(
        self, link: MemoryConnector, backend: Backend, random: Random, misfortune: Misfortune
    ) -> None:
        self._link = link
        self._backend = backend
        self._random = random
        self._misfortune = misfortune

    async def outages(self) -> None:
        """The network goes and comes back."""
        while True:
            await self._gap(self._misfortune.outage_gap)
            self._link.refusal = CsmsUnreachable("no network")
            self._cut()
            await self._gap(self._misfortune.outage)
            self._link.refusal = None

    async def silences(self) -> None:
        """A connection is dead, and neither end knows."""
        while True:
            await self._gap(self._misfortune.silence_gap)
            if self._link.links:
                link = self._link.links[-1]
                link.silent = True
                await self._gap(self._misfortune.silence)
                link.cut()

    async def stalls(self) -> None:
        """Messages take their time."""
        while True:
            await self._gap(self._misfortune.stall_gap)
            if self._link.links:
                self._link.links[-1].latency = self._random.uniform(1, 40)
                await self._gap(self._misfortune.stall)
                self._link.links[-1].latency = LATENCY

    async def forgetting(self) -> None:
        """The CSMS restarts, and does not know who was there."""
        while True:
            await self._gap(self._misfortune.forgetting_gap)
            self._backend.forget()
            self._cut()

    async def changes(self, versions: tuple[str, ...]) -> None:
        """The CSMS restarts with other software."""
        while True:
            await self._gap(self._misfortune.change_gap)
            self._link.speak(self._random.choice(versions))
            if self._random.random() < 0.5:
                self._backend.forget()
            self._cut()

    def heal(self) -> None:
        """All is well with it from now on."""
        self._link.refusal = None
        for link in self._link.links:
            link.latency = LATENCY
            if link.silent:
                link.cut()

    def _cut(self) -> None:
        if self._link.links:
            self._link.links[-1].cut()

    async def _gap(self, mean: float) -> None:
        await gap(self._random, mean)
