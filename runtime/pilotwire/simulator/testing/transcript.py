"""What was said between stations and a CSMS, in types, for tests that wait for some of it.

A `Transcript` is fed with the texts of connections. It reads each in the types of the connection's
version, and holds it against them: what does not validate is a breach, which a test can look at.
"""

# ruff: noqa: N818 -- named for what happened

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

from pilotwire.connection import OcppVersion
from pilotwire.csms.raw import ACTIONS
from pilotwire.ocpp.base import Message
from pilotwire.simulator.memory import Side
from pilotwire.simulator.testing.reading import Reader, Reading

__all__ = ["MessageNotSeen", "Seen", "Transcript", "UnwantedMessage"]

M = TypeVar("M", bound=Message)

KEPT: Final = 10_000
"""How many messages are remembered."""

KEPT_BREACHES: Final = 1000

SHOWN: Final = 20
"""How many messages a failure tells of."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One message.

    Attributes:
        number: How many came before it, of all in the transcript.
        at: When, in seconds of the event loop since the first came.
        identity: The station's.
        version: The OCPP version of the connection.
        side: Who said it.
        reading: What it is.
    """

    number: int
    at: float
    identity: str
    version: OcppVersion
    side: Side
    reading: Reading

    @property
    def message(self) -> Message | None:
        """The message; None for errors, and for what does not validate."""
        return self.reading.message

    @property
    def breach(self) -> str:
        """What is wrong with it by the schemas, in words; empty if nothing is."""
        return self.reading.breach

    def __str__(self) -> str:
        arrow = "->" if self.side is Side.STATION else "<-"
        what = f"{self.reading.action}{self.reading.kind.value} {self.reading.shown}"
        line = f"{self.at:10.3f} s  {self.identity} {arrow} {what}"
        return (
            f"{line}\n{'':14}which breaks OCPP {self.version}: {self.breach}"
            if self.breach
            else line
        )


class MessageNotSeen(AssertionError):
    """A message did not come in time; the text lists what came instead."""


class UnwantedMessage(AssertionError):
    """A message came that should not have; the text lists what came before it."""


class Transcript:
    """The messages of some stations, the latest ten thousand.

    Attributes:
        breaches: What was said that breaks the schemas of its version, the latest thousand.
    """

    def __init__(self) -> None:
        self.breaches: deque[Seen] = deque(maxlen=KEPT_BREACHES)
        self._seen: deque[Seen] = deque(maxlen=KEPT)
        self._count = 0
        self._reader = Reader()
        self._returned: dict[tuple[type[Message], str | None], int] = {}
        """The number after that of the message that was last returned, by type and station."""
        self._waiting: list[asyncio.Event] = []
        self._began: float | None = None

    def __iter__(self) -> Iterator[Seen]:
        return iter(tuple(self._seen))

    def take(self, identity: str, version: OcppVersion, side: Side, text: str) -> None:
        """Take note of a text that one side has sent on a connection."""
        now = asyncio.get_running_loop().time()
        if self._began is None:
            self._began = now
        reading = self._reader.read(identity, version, side, text)
        seen = Seen(self._count, now - self._began, identity, version, side, reading)
        self._count += 1
        self._seen.append(seen)
        if seen.breach:
            self.breaches.append(seen)
        for waiting in self._waiting:
            waiting.set()

    def of(self, kind: type[M], identity: str | None = None) -> list[M]:
        """All messages of a type, oldest first; of one station, or of all."""
        return [
            each.message
            for each in self._seen
            if isinstance(each.message, kind) and identity in {None, each.identity}
        ]

    async def wait_for(
        self,
        kind: type[M],
        *,
        where: Callable[[M], bool] | None = None,
        timeout: float = 30.0,  # noqa: ASYNC109 -- the failure says more than a TimeoutError
        identity: str | None = None,
    ) -> M:
        """The next message of a type: the first after the one that was returned last.

        One that came before it was asked for counts, so that none is missed. Each is returned once.

        Args:
            kind: The type, of requests and of responses: `v201.BootNotificationRequest`.
            where: What it has to be like besides; others of the type are passed over.
            timeout: How long it may take, in seconds of the event loop.
            identity: Of which station; None for any.

        Raises:
            MessageNotSeen: It did not come in time.
        """
        begin = self._returned.get((kind, identity), 0)
        found = await self._next(begin, kind, where, timeout, identity)
        if found is None:
            raise MessageNotSeen(self._missed(kind, timeout, begin, identity))
        self._returned[kind, identity], message = found
        return message

    async def never(
        self,
        kind: type[M],
        *,
        within: float,
        where: Callable[[M], bool] | None = None,
        identity: str | None = None,
    ) -> None:
        """Let so many seconds pass, in which no message of a type may come.

        Raises:
            UnwantedMessage: One did.
        """
        begin = self._count
        if await self._next(begin, kind, where, within, identity) is not None:
            head = f"a {kind.__name__} came within {within:g} s:"
            raise UnwantedMessage(_listed(head, self._after(begin, identity)))

    async def _next(
        self,
        begin: int,
        kind: type[M],
        where: Callable[[M], bool] | None,
        seconds: float,
        identity: str | None,
    ) -> tuple[int, M] | None:
        """The first such message from a number on, and the number after its own."""
        due = asyncio.get_running_loop().time() + seconds
        while True:
            for seen in self._after(begin, identity):
                begin = seen.number + 1
                if isinstance(seen.message, kind) and (where is None or where(seen.message)):
                    return begin, seen.message
            if not await self._more(due):
                return None

    async def _more(self, due: float) -> bool:
        """Whether another message comes before the time is over."""
        came = asyncio.Event()
        self._waiting.append(came)
        try:
            async with asyncio.timeout_at(due):
                await came.wait()
        except TimeoutError:
            return False
        finally:
            self._waiting.remove(came)
        return True

    def _after(self, number: int, identity: str | None) -> list[Seen]:
        oldest = self._count - len(self._seen)
        later = islice(self._seen, max(number - oldest, 0), None)
        return [each for each in later if identity in {None, each.identity}]

    def with_latest(self, text: str) -> str:
        """A text, and after it what was said last."""
        return _listed(f"{text}; said last:", list(self._seen))

    def _missed(self, kind: type[Message], seconds: float, begin: int, who: str | None) -> str:
        instead = self._after(begin, who)
        of = "" if who is None else f" of {who}"
        head = f"no {kind.__name__}{of} came within {seconds:g} s; this came:"
        return _listed(head, instead) + _hint(kind, instead)


def _listed(head: str, messages: list[Seen]) -> str:
    left_out = max(len(messages) - SHOWN, 0)
    lines = [str(each) for each in messages[left_out:]]
    if left_out:
        lines.insert(0, f"{'':14}({left_out} messages before these)")
    return "\n".join([head, *(lines or [f"{'':14}(nothing at all)"])])


def _hint(kind: type[Message], instead: list[Seen]) -> str:
    """Says so, where the test asks for a message of a version that is not spoken."""
    spoken = {each.version for each in instead}
    if any(_has(version, kind) for version in spoken) or not spoken:
        return ""
    named = ", ".join(sorted(spoken))
    return f"\n{kind.__module__}.{kind.__qualname__} is none of OCPP {named}, which is spoken here"


def _has(version: OcppVersion, kind: type[Message]) -> bool:
    """Whether a version has messages of a type."""
    return any(
        issubclass(each, kind)
        for action in ACTIONS[version].values()
        for each in (action.request, action.response)
        if each is not None
    )
