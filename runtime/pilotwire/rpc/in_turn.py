"""What is to be done one after the other, without a task that waits for it.

The rule of this module: who has nothing to do takes next to no memory, as most connections have
nothing to do most of the time.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from pilotwire.errors import ConnectionClosed

__all__ = ["InTurn"]

T = TypeVar("T")


class InTurn(Generic[T]):
    """Does things in the order in which they came, in a task that is there while there are some.

    Once a connection turns out to be closed, nothing more is done.

    Args:
        tasks: Whose the task is; it is entered before anything is put.
        do: Does one thing.
    """

    __slots__ = ("_do", "_task", "_tasks", "_waiting")

    def __init__(self, tasks: asyncio.TaskGroup, do: Callable[[T], Awaitable[None]]) -> None:
        self._tasks = tasks
        self._do = do
        self._task: asyncio.Task[None] | None = None
        self._waiting: list[T] = []

    def __len__(self) -> int:
        """How many wait for their turn; the one that is being done waits no more."""
        return len(self._waiting)

    def put(self, thing: T) -> None:
        """Have a thing done after those that wait."""
        self._waiting.append(thing)
        if self._task is None:
            self._task = self._tasks.create_task(self._work())

    def cancel(self) -> None:
        """Cancel what is being done, and do no more."""
        if self._task is not None:
            self._task.cancel()

    async def _work(self) -> None:
        try:
            while self._waiting:
                await self._do(self._waiting.pop(0))
        except ConnectionClosed:
            return  # who reads notices as well; as the task stays, there will be no other
        self._task = None
