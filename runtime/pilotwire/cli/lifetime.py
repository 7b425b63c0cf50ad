"""From the start of a command's event loop to its clean end, by itself or by a signal."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final, NoReturn, Protocol

from pilotwire.cli.output import OUTPUT_ENDED

__all__ = ["Stop", "operate", "run_loop", "signals_end_it"]

_ENDING: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stop:
    """Tells a command that it is to end.

    Attributes:
        signal: The signal that wants it; None while none does.
        failure: What the command ends with in spite of all; None while all is well.
    """

    def __init__(self) -> None:
        self.signal: int | None = None
        self.failure: Exception | None = None
        self._event = asyncio.Event()

    async def wait(self) -> None:
        """Wait for the signal."""
        await self._event.wait()

    def now(self, number: int) -> None:
        """End because of this signal."""
        self.signal = number
        self._event.set()

    def at_will(self) -> None:
        """End because somebody at the command has said so."""
        self._event.set()

    def because_of(self, failure: Exception) -> None:
        """End because of a failure; the first one counts."""
        if self.failure is None:
            self.failure = failure
        self._event.set()

    @property
    def wanted(self) -> bool:
        """Whether the command is to end."""
        return self._event.is_set()

    @property
    def exit_code(self) -> int:
        """What a shell expects of a command that a signal ended before its work was done."""
        return 0 if self.signal is None else 128 + self.signal


def run_loop(
    command: Callable[[Stop], Coroutine[Any, Any, int]],
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
) -> int:
    """Run a command until it returns its exit code.

    The first SIGINT, SIGTERM or SIGHUP asks it to end; a second one ends it at once.

    Raises:
        OutputUnread, OutputFailed: standard output could not be written any more, which ended it.
    """
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        return runner.run(_with_signals(command))


async def _with_signals(command: Callable[[Stop], Coroutine[Any, Any, int]]) -> int:
    loop = asyncio.get_running_loop()
    stop = Stop()
    OUTPUT_ENDED.set(stop.because_of)
    numbers = _heeded()

    def stop_by(number: int) -> None:
        stop.now(number)
        for each in numbers:
            loop.remove_signal_handler(each)

    for number in numbers:
        loop.add_signal_handler(number, stop_by, number)
    try:
        code = await command(stop)
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
    if stop.failure is not None:
        raise stop.failure
    return code


def _heeded() -> tuple[signal.Signals, ...]:
    """The signals that end a command; `nohup` wants it to outlive the terminal."""
    nohup = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    return tuple(each for each in _ENDING if not (nohup and each is signal.SIGHUP))


@contextmanager
def signals_end_it() -> Generator[None, None, None]:
    """Let signals end the block as exceptions do, so that what is open is closed, and temporary
    files vanish. An event loop has its own way meanwhile.
    """

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    before = [(each, signal.getsignal(each)) for each in _heeded() if each is not signal.SIGINT]
    for number, _ in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


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
