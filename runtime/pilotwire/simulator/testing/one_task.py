"""One task in which all of a test happens: its fixtures' beginnings, its body, and their ends.

What a context manager like `asyncio.TaskGroup` or `asyncio.timeout` enters it must leave in the
same task, and a context variable that a fixture sets is to be seen in the test.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias, TypeVar

from pilotwire.timing import Deadlock

__all__ = ["OneTask"]

T = TypeVar("T")

_Job: TypeAlias = tuple[Coroutine[Any, Any, Any], "asyncio.Future[Any]"]


class OneTask:
    """Runs coroutines one after the other on a loop of its own, all in one task.

    Between two of them nothing goes on, and time stands still where it is the loop's own.

    Args:
        make_loop: Makes the loop.
    """

    def __init__(self, make_loop: Callable[[], asyncio.AbstractEventLoop]) -> None:
        self._runner = asyncio.Runner(loop_factory=make_loop)
        self.loop = self._runner.get_loop()
        """The loop."""
        self._jobs: asyncio.Queue[_Job] = asyncio.Queue()
        self._task = self.loop.create_task(self._work(), name="the test")

    def run(self, job: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine to its end: what it returns, or raises.

        Raises:
            Deadlock: Everything waits for something that cannot happen; its cause shows where.
        """
        __tracebackhide__ = True
        done: asyncio.Future[T] = self.loop.create_future()
        self._jobs.put_nowait((job, done))
        try:
            return self.loop.run_until_complete(done)
        except Deadlock as deadlock:
            self._task.cancel()
            try:
                self.loop.run_until_complete(done)
            except asyncio.CancelledError as where:
                raise deadlock from where
            raise

    def close(self) -> None:
        """End all tasks that are left, and close the loop."""
        self._task.cancel()
        self._runner.close()

    async def _work(self) -> None:
        while True:
            job, done = await self._jobs.get()
            try:
                done.set_result(await job)
            except (KeyboardInterrupt, SystemExit):
                raise
            except BaseException as error:  # as pytest's own outcomes are none of `Exception`
                task = asyncio.current_task()
                while task is not None and task.cancelling():
                    task.uncancel()
                done.set_exception(error)
