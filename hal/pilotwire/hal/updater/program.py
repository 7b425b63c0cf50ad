"""Runs a program without a shell: what it prints is bounded, and so is its time.

It is in a process group of its own, which ends with the call: where that is cancelled or out of
time, whatever the program has begun is killed with it.
"""

import asyncio
import logging
import os
import re
import signal
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from pilotwire.hal.interfaces import HardwareError

__all__ = ["Heard", "Outcome", "first_line", "run", "words"]

log = logging.getLogger(__name__)

LONGEST_LINE: Final = 500
MOST_LINES: Final = 200
"""How many lines of a program are kept, and logged."""

GRACE: Final = 5.0
"""Seconds between the request to end and the end."""

LAST_WORDS: Final = 1.0
"""Seconds in which what a program has printed must have come, once it has ended."""

_ENDS: Final = re.compile(rb"[\r\n]+")
_CHUNK: Final = 65536

Heard = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a program has ended.

    Attributes:
        program: Its name.
        code: Its exit code; less than 0 where a signal has ended it.
        lines: What it has printed, as far as it is kept.
        whole: Whether that is all.
        last: The last line of it.
    """

    program: str
    code: int
    lines: tuple[str, ...]
    whole: bool
    last: str

    @property
    def why(self) -> str:
        """What is to be said of it where it has failed."""
        end = f"exit code {self.code}" if self.code >= 0 else f"ended by signal {-self.code}"
        said = f": {words(self.last)}" if self.last else ""
        return f"{words(self.program)}: {end}{said}"


async def run(argv: Sequence[str], limit: float, heard: Heard = lambda _: None) -> Outcome:
    """Run a program to its end.

    Args:
        argv: The program, and its arguments.
        limit: How long it may take, in seconds.
        heard: Is told each line that it prints.

    Raises:
        HardwareError: it can't be run, or takes too long.
    """
    output = _Output(argv[0], heard)
    reader, transport, write_end = await _pipe()
    try:
        try:
            process = await asyncio.create_subprocess_exec(
                *argv,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=write_end,
                stderr=write_end,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            raise _unable(argv[0], error) from error
        finally:
            os.close(write_end)
        reading = asyncio.create_task(output.read(reader))
        try:
            async with asyncio.timeout(limit):
                code = await process.wait()
            await asyncio.wait({reading}, timeout=LAST_WORDS)  # others may have the pipe still
        except TimeoutError:
            raise HardwareError(f"{words(argv[0])} took longer than {limit:g} s") from None
        finally:
            if process.returncode is None:
                await asyncio.shield(asyncio.ensure_future(_end(process)))
            reading.cancel()
            await asyncio.wait({reading})
    finally:
        transport.close()
    output.end()
    return Outcome(argv[0], code, tuple(output.lines), output.whole, output.last)


def first_line(argv: Sequence[str], limit: float) -> str:
    """The first line that a program prints. It blocks, for `limit` seconds at most.

    Raises:
        HardwareError: it can't be run, takes too long, has failed, or prints nothing.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 -- what the operator wants to be run, without a shell
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise _unable(argv[0], error) from error
    try:
        # A pipe takes more than a line: who fills it does not end, and is out of time.
        code = process.wait(limit)
        said = b"" if process.stdout is None else _there(process.stdout.fileno())
    except subprocess.TimeoutExpired:
        _signal(process.pid, signal.SIGKILL)
        process.wait()
        raise HardwareError(f"{words(argv[0])} took longer than {limit:g} s") from None
    finally:
        if process.stdout is not None:
            process.stdout.close()
    line = _ENDS.split(said.strip(), maxsplit=1)[0].decode(errors="replace").strip()
    if code != 0 or not line:
        raise HardwareError(Outcome(argv[0], code, (), whole=True, last=line or "nothing").why)
    return line


def words(text: str) -> str:
    """What somebody else has said, fit for a log: escaped, and cut."""
    cut = text if len(text) <= LONGEST_LINE else f"{text[:LONGEST_LINE]}..."
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape", "surrogatepass").decode()
        for each in cut
    )


@dataclass(slots=True)
class _Output:
    """What a program prints."""

    program: str
    heard: Heard
    lines: list[str] = field(default_factory=list[str])
    whole: bool = True
    last: str = ""
    _rest: bytes = b""
    _silent: bool = False

    async def read(self, reader: asyncio.StreamReader) -> None:
        while chunk := await reader.read(_CHUNK):
            self._take(chunk)

    def end(self) -> None:
        """There comes no more."""
        self._line(self._rest)
        self._rest = b""

    def _take(self, chunk: bytes) -> None:
        *lines, rest = _ENDS.split(self._rest + chunk)
        for line in lines:
            self._line(line)
        self.whole = self.whole and len(rest) <= LONGEST_LINE
        self._rest = rest[: 2 * LONGEST_LINE]

    def _line(self, line: bytes) -> None:
        text = line.decode(errors="replace").strip()
        if not text:
            return
        self.whole = self.whole and len(text) <= LONGEST_LINE
        text = self.last = text[:LONGEST_LINE]
        if len(self.lines) < MOST_LINES:
            self.lines.append(text)
            log.info("%s: %s", words(self.program), words(text))
        else:
            self.whole = False
            if not self._silent:
                self._silent = True
                log.warning("%s prints more than %d lines", words(self.program), MOST_LINES)
        self.heard(text)


async def _pipe() -> tuple[asyncio.StreamReader, asyncio.ReadTransport, int]:
    """A pipe of our own: the end of a process is not waited for until others let go of it."""
    loop = asyncio.get_running_loop()
    read_end, write_end = os.pipe()
    reader = asyncio.StreamReader(limit=_CHUNK)
    file = os.fdopen(read_end, "rb", buffering=0)
    try:
        transport, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), file
        )
    except BaseException:  # raised again
        file.close()
        os.close(write_end)
        raise
    return reader, transport, write_end


async def _end(process: asyncio.subprocess.Process) -> None:
    """Let a program end that has not, and all that it has begun."""
    _signal(process.pid, signal.SIGTERM)
    try:
        async with asyncio.timeout(GRACE):
            await process.wait()
    except TimeoutError:
        pass
    finally:
        _signal(process.pid, signal.SIGKILL)  # what it leaves behind, too
        await process.wait()


def _signal(group: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _there(descriptor: int) -> bytes:
    """What is in a pipe."""
    os.set_blocking(descriptor, False)
    try:
        return os.read(descriptor, _CHUNK)
    except BlockingIOError:
        return b""


def _unable(program: str, error: Exception) -> HardwareError:
    why = error.strerror if isinstance(error, OSError) else "it is no text for a command"
    return HardwareError(f"{words(program)} can't be run: {why}")
