"""The way of events to the application: whoever listens has a queue of bounded length."""

from collections import deque
from collections.abc import Callable
from typing import Self
from weakref import WeakSet

from pilotwire.flag import Flag
from pilotwire.logs import logger
from pilotwire.station.events import EventsMissed, StationEvent

__all__ = ["Announcements", "EventStream"]

log = logger(__name__)

WAITING = 1000
"""How many events wait for one who listens; then the oldest go, and `EventsMissed` says so."""


class EventStream:
    """The events of a station from the moment at which it was made, in their order.

    It ends when the station ends, after all that happened until then; one that nobody holds any
    more is forgotten.
    """

    __slots__ = ("__weakref__", "_ended", "_events", "_missed", "_news")

    def __init__(self) -> None:
        self._events: deque[StationEvent] = deque()
        self._missed = 0
        self._ended = False
        self._news = Flag()

    def put(self, event: StationEvent) -> None:
        """Let it wait to be heard."""
        if len(self._events) == WAITING:
            self._events.popleft()
            self._missed += 1
        self._events.append(event)
        self._news.set()

    def end(self) -> None:
        """Nothing follows."""
        self._ended = True
        self._news.set()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> StationEvent:
        while not self._events:
            if self._ended:
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        if self._missed:
            missed, self._missed = self._missed, 0
            return EventsMissed(missed)
        return self._events.popleft()


class Announcements:
    """Tells events to all who listen. It outlasts the restarts of a station."""

    __slots__ = ("_listeners", "_streams")

    def __init__(self) -> None:
        self._streams: WeakSet[EventStream] | None = None
        self._listeners: tuple[Callable[[StationEvent], None], ...] = ()

    @property
    def wanted(self) -> bool:
        """Whether anybody listens: what costs something to say need not be said to nobody."""
        return bool(self._streams or self._listeners)

    def __call__(self, event: StationEvent) -> None:
        """Tell an event."""
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:  # the application's code may raise anything
                log.exception("a listener to %s failed", type(event).__name__)
        if self._streams is not None:
            for stream in self._streams:
                stream.put(event)

    def listen(self, listener: Callable[[StationEvent], None]) -> None:
        """Call `listener` with each event, as it happens. It may not block."""
        self._listeners = (*self._listeners, listener)

    def stream(self) -> EventStream:
        """Begin to listen."""
        if self._streams is None:
            self._streams = WeakSet()
        stream = EventStream()
        self._streams.add(stream)
        return stream

    def end(self) -> None:
        """The station has ended."""
        if self._streams is not None:
            for stream in self._streams:
                stream.end()
            self._streams.clear()
