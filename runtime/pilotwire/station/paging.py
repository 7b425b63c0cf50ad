"""Reports to the CSMS that take several messages (B07, B08, K09).

A report is sent once the answer to the request for it has left: page after page, in order, until it
is told or the connection is lost. Reports never mix; of those that wait for their turn only a few
are taken on.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import TypeVar

from pilotwire.errors import CallUnanswered, ConnectionClosed
from pilotwire.logs import logger

__all__ = ["Reporter", "pages"]

T = TypeVar("T")

log = logger(__name__)

MOST_WAITING = 4
"""Reports that may be under way at a time; more are refused (B07.FR.13, B08.FR.16)."""


def pages(
    items: Sequence[T], *, most: int, room: int, size: Callable[[T], int]
) -> Iterator[tuple[T, ...]]:
    """Split `items`, in their order, into as few pages as can be.

    A page has at most `most` items, and their sizes add up to at most `room`; only an item that is
    larger than that by itself has a page beyond it, of its own.
    """
    page: list[T] = []
    left = room
    for item in items:
        needed = size(item)
        if page and (len(page) == most or needed > left):
            yield tuple(page)
            page, left = [], room
        page.append(item)
        left -= needed
    if page:
        yield tuple(page)


class Reporter:
    """Sends reports of one kind, one after the other."""

    __slots__ = ("_turn", "_under_way")

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._under_way = 0

    @property
    def busy(self) -> bool:
        """Whether no further report can be taken on now."""
        return self._under_way >= MOST_WAITING

    def take_on(self) -> None:
        """A report was promised."""
        self._under_way += 1

    async def send(
        self, request_id: int, tell: Callable[[T], Awaitable[None]], report: Sequence[T]
    ) -> None:
        """Send the pages of a promised report with `tell`; a lost connection ends it."""
        try:
            async with self._turn:
                for number, page in enumerate(report):
                    try:
                        await tell(page)
                    except CallUnanswered as error:  # the CSMS finds out what it has missed
                        log.warning("report %d: page %d failed: %s", request_id, number, error)
        except ConnectionClosed:
            log.info("the connection was lost before report %d was told", request_id)
        finally:
            self._under_way -= 1
