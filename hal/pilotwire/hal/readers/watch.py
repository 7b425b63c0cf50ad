"""Readers at work: each in a task of its own, with its failures told and tried again.

A card that lies on a reader is seen again and again, and told once. A reader that fails is a
warning of the EVSE that it serves, or of the station; it is tried again every two seconds, and the
warning goes when it works.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, Protocol

from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    EventSink,
    FaultCleared,
    FaultCode,
    FaultRaised,
    TokenPresented,
)
from pilotwire.hal.readers.tokens import Seen

__all__ = ["ABSENCE", "Presence", "ReaderWatch", "TokenReader"]

ABSENCE: Final = 1.5
"""Seconds without being seen, after which a card has been taken away."""

_PAUSE: Final = 2.0
_PATIENCE: Final = 1.0

_MOST_TEXT: Final = 200


class TokenReader(Protocol):
    """A reader of tokens. A maker's own needs only to have these."""

    @property
    def name(self) -> str:
        """What it is called where it fails."""
        ...

    @property
    def evse_id(self) -> int | None:
        """The EVSE that it serves; None where it serves them all."""
        ...

    async def watch(self, works: Callable[[], None], seen: Callable[[Seen], None]) -> None:
        """Read until cancelled, and let go of the hardware then.

        `works` is called once it is known to work, and `seen` with each token that is read, as
        often as it is; both on the event loop.

        Raises:
            HardwareError: it does not work, or does not any more.
        """
        ...


class Presence:
    """Which tokens are there: one that is seen again within `absence` seconds has not been away."""

    def __init__(self, absence: float = ABSENCE) -> None:
        self._absence = absence
        self._last: dict[Seen, float] = {}

    def is_new(self, token: Seen, now: float) -> bool:
        """Take note that it is seen; whether it has just come."""
        since = now - self._absence
        self._last = {each: at for each, at in self._last.items() if at >= since}
        new = token not in self._last
        self._last[token] = now
        return new


class ReaderWatch:
    """The readers of a station. `start` and `stop` belong to its hardware's."""

    def __init__(self, readers: Sequence[TokenReader], *, absence: float = ABSENCE) -> None:
        self._readers = tuple(readers)
        self._absence = absence
        self._sink: EventSink | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._failing: dict[int, str] = {}
        self._begun: list[asyncio.Event] = []

    async def start(self, sink: EventSink) -> None:
        """Begin to read. Returns once each reader works, or has failed, or has had a second."""
        self._sink = sink
        self._failing.clear()
        self._begun = [asyncio.Event() for _ in self._readers]
        self._tasks = [
            asyncio.create_task(self._keep(number, reader))
            for number, reader in enumerate(self._readers)
        ]
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                for begun in self._begun:
                    await begun.wait()

    async def stop(self) -> None:
        """Let go of all readers; nothing is told any more."""
        self._sink = None
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    def announce(self) -> None:
        """Tell anew which readers do not work."""
        for place in {self._place(number) for number in self._failing}:
            self._tell(place)

    async def _keep(self, number: int, reader: TokenReader) -> None:
        presence = Presence(self._absence)
        now = asyncio.get_running_loop().time

        def seen(token: Seen) -> None:
            if presence.is_new(token, now()) and self._sink is not None:
                self._sink(TokenPresented(token.token, token.kind, reader.evse_id))

        while True:
            try:
                await reader.watch(lambda: self._works(number), seen)
                why = "it has ended"
            except Exception as error:  # whatever the library of a reader raises
                why = str(error) or type(error).__name__
            self._fails(number, why)
            await asyncio.sleep(_PAUSE)

    def _works(self, number: int) -> None:
        self._begun[number].set()
        if self._failing.pop(number, None) is not None:
            self._tell(self._place(number))

    def _fails(self, number: int, why: str) -> None:
        self._begun[number].set()
        info = f"{self._readers[number].name}: {why}"[:_MOST_TEXT]
        if self._failing.get(number) != info:
            self._failing[number] = info
            self._tell(self._place(number))

    def _place(self, number: int) -> int:
        return self._readers[number].evse_id or WHOLE_STATION

    def _tell(self, place: int) -> None:
        """Several readers of an EVSE have one warning among them."""
        if self._sink is None:
            return
        infos = [info for number, info in self._failing.items() if self._place(number) == place]
        if infos:
            self._sink(FaultRaised(place, FaultCode.TOKEN_READER, "; ".join(infos)))
        else:
            self._sink(FaultCleared(place, FaultCode.TOKEN_READER))
