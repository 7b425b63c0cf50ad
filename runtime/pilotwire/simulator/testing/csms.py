"""The small CSMS, embedded in a test."""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from pilotwire.charging_station import Clock, Environment, Network
from pilotwire.connection import Connector, OcppVersion
from pilotwire.csms import Csms, Token
from pilotwire.ocpp.base import Message
from pilotwire.rpc import FrameDirection
from pilotwire.simulator.memory import MemoryConnector, Side
from pilotwire.simulator.testing.transcript import Transcript

__all__ = ["CsmsFixture"]

M = TypeVar("M", bound=Message)


class CsmsFixture(Csms):
    """The fixture `csms`: a `pilotwire.csms.Csms` that remembers what was said to it.

    Attributes:
        transcript: All that it has heard and said.
        url: Where stations find it.
    """

    def __init__(self, *, tokens: Sequence[Token | str] | None, clock: Clock, random: Random):
        super().__init__(tokens=tokens, clock=clock, random=random, tap=self._see)
        self.transcript = Transcript()
        self.url = "ws://localhost/ocpp"
        self.link: MemoryConnector | None = None
        """What its connections are made of under virtual time, where texts can be lost, broken or
        late at will; None where they are real ones.
        """
        self._time_of_day = clock
        self._connector: Connector | None = None

    def reached_by(self, connector: Connector, url: str) -> None:
        """Say how stations reach it; for the plugin."""
        self._connector, self.url = connector, url
        self.link = connector if isinstance(connector, MemoryConnector) else None

    @property
    def reached(self) -> tuple[Connector, str]:
        """What opens connections to it, and where it is."""
        if self._connector is None:
            raise RuntimeError("the CSMS is not open")
        return self._connector, self.url

    def network(self, *versions: str, password: str | None = None) -> Network:
        """Where it is, for a `ChargingStation` that a test makes by itself; with the OCPP versions
        that the station is to offer, or all.
        """
        if versions:
            return Network(self.url, versions, password)
        return Network(self.url, password=password)

    def environment(self, *, seed: int = 1) -> Environment:
        """How it is reached, and what time it is there, for such a `ChargingStation`."""
        return Environment(self._time_of_day, Random(seed), self.reached[0])  # noqa: S311 -- to be repeated

    async def wait_for(
        self,
        kind: type[M],
        *,
        where: Callable[[M], bool] | None = None,
        timeout: float = 30.0,  # noqa: ASYNC109 -- the failure says more than a TimeoutError
        identity: str | None = None,
    ) -> M:
        """The next message of a type; see `Transcript.wait_for`."""
        return await self.transcript.wait_for(kind, where=where, timeout=timeout, identity=identity)

    async def never(
        self,
        kind: type[M],
        *,
        within: float,
        where: Callable[[M], bool] | None = None,
        identity: str | None = None,
    ) -> None:
        """Let seconds pass without a message of a type; see `Transcript.never`."""
        await self.transcript.never(kind, within=within, where=where, identity=identity)

    def messages(self, kind: type[M], identity: str | None = None) -> list[M]:
        """All messages of a type so far, oldest first; of one station, or of all."""
        return self.transcript.of(kind, identity)

    def _see(self, identity: str, direction: FrameDirection, text: str) -> None:
        version = self.stations[identity].version or OcppVersion.V2_1
        side = Side.STATION if direction is FrameDirection.RECEIVED else Side.CSMS
        self.transcript.take(identity, version, side, text)
