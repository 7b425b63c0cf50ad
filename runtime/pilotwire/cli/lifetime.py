"""From the start of a command's event loop to its clean end, by itself or by a signal."""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

__all__ = ["Stop", "operate", "run_loop"]


class Stop:
    """Tells a command that it is to end.

    Attributes:
        signal: The signal that wants it; None while none does.
    """

    def __init__(self) -> None:
        self.signal: int | None = None
        self._event = asyncio.Event()

    async def wait(self) -> None:
        """Wait for the signal."""
        await self._event.wait()

    def now(self, number: int) -> None:
        """End because of this signal."""
        self.signal = number
        self._event.set()

    @property
    def exit_code(self) -> int:
        """What a shell expects of a command that a signal ended before its work was done."""
        return 0 if self.signal is None else 128 + self.signal


def run_loop(
    command: Callable[[Stop], Coroutine[Any, Any, int]],
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
) -> int:
    """Run a command until it returns its exit code.

    The first SIGINT or SIGTERM asks it to end; a second one ends it at once.
    """
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        return runner.run(_with_signals(command))


async def _with_signals(command: Callable[[Stop], Coroutine[Any, Any, int]]) -> int:
    loop = asyncio.get_running_loop()
    stop = Stop()
    numbers = (signal.SIGINT, signal.SIGTERM)

    def stop_by(number: int) -> None:
        stop.now(number)
        for each in numbers:
            loop.remove_signal_handler(each)

    for number in numbers:
        loop.add_signal_handler(number, stop_by, number)
    try:
        return await command(stop)
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)


class Runs(Protocol):
    """A charging station, as far as it matters here."""

    async def run(self) -> None:
        """Work until `stop`."""
        ...

    def stop(self) -> None:
        """Let `run` end."""
        ...


async def operate(station: Runs, *works: Coroutine[Any, Any, None]) -> None:
    """Let a station run until one of `works` is done, then end it and the others in good order.

    Raises what the station or a work raised.
    """
    running = asyncio.create_task(station.run(), name="station")
    tasks = [asyncio.create_task(work) for work in works]
    try:
        await asyncio.wait({running, *tasks}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        station.stop()
        await running
    for task in tasks:
        if not task.cancelled():
            task.result()
