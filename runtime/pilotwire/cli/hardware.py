"""`pilotwire hw test`: whether the hardware that a file describes does what it should."""

import asyncio
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pilotwire.cli.errors import CliError, ExitCode
from pilotwire.cli.input import lines_of
from pilotwire.cli.lifetime import Stop, run_loop
from pilotwire.cli.logs import LogFormat, LogLevel, set_up
from pilotwire.cli.messages import printable
from pilotwire.cli.output import say
from pilotwire.cli.run import default_store
from pilotwire.cli.walk import Person, Walk
from pilotwire.configuration import Configuration, build_hardware, missing_extras, read
from pilotwire.store import Store

__all__ = ["try_hardware"]


def try_hardware(file: Path, *, yes: bool) -> int:
    """Walk through the hardware; the exit code.

    Raises:
        CliError: an extra is missing, or nobody answers.
        ConfigurationError: the file can't be used.
        StoreInUseError: a station runs on this hardware, as far as its store can tell.
    """
    configuration = read(file)
    set_up(LogLevel.ERROR, LogFormat.TEXT)
    for extra in missing_extras(configuration):
        raise CliError(extra)
    with _alone(configuration):
        return run_loop(lambda stop: _walk(stop, configuration, yes=yes))


@contextmanager
def _alone(configuration: Configuration) -> Generator[None, None, None]:
    """With the store of the station that has this hardware, so that it can't run meanwhile."""
    path = configuration.store.file or default_store(configuration.station.identity)
    if not path.exists():
        yield
        return
    store = Store(path)
    try:
        yield
    finally:
        store.close()


async def _walk(stop: Stop, configuration: Configuration, *, yes: bool) -> int:
    hardware = build_hardware(configuration)
    person: Person = _Nobody() if yes else _Terminal()
    walk = Walk(configuration, hardware, person, lambda line: say(printable(line)))
    going = asyncio.create_task(walk.go())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({going, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not going.done():
        going.cancel()
        await asyncio.wait({going})
        say("stopped")
        return stop.exit_code
    await going
    many = len(walk.findings)
    if many:
        say(f"{many} finding{'' if many == 1 else 's'}")
        return ExitCode.FOUND
    say("all is well")
    return ExitCode.DONE


class _Nobody:
    """With --yes."""

    async def agrees(self, _: str, /) -> bool:
        return True

    async def confirms(self, _: str, /) -> bool | None:
        return None


class _Terminal:
    """Somebody at standard input."""

    def __init__(self) -> None:
        self._lines: asyncio.Queue[str | None] | None = None

    async def agrees(self, question: str, /) -> bool:
        if self._lines is None:
            self._lines = await lines_of(sys.stdin.fileno())
        while not self._lines.empty() and sys.stdin.isatty():
            self._lines.get_nowait()  # what was typed before the question answers nothing
        say(f"{question} [y/n]")
        answer = await self._lines.get()
        if answer is None:
            raise CliError("standard input has ended: somebody must answer, or say --yes")
        return answer.strip().lower() in {"y", "yes"}

    async def confirms(self, question: str, /) -> bool | None:
        return await self.agrees(question)
