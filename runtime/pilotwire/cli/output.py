"""Lines on standard output, and what becomes of a command when nobody takes them any more.

A reader that has seen enough (`| head`, a terminal that was closed) ends the command quietly. An
output that can't be written (a full disk, a closed descriptor) ends it with a line that says so.
"""

import errno
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, redirect_stdout, suppress
from contextvars import ContextVar
from typing import Any, Final, TextIO, TypeVar

from pilotwire.cli.errors import CliError, ExitCode, reason

__all__ = ["OUTPUT_ENDED", "OutputFailed", "OutputUnread", "failures_told", "say"]

_T = TypeVar("_T")

_UNREAD: Final = frozenset({errno.EPIPE, errno.EIO})


class OutputUnread(Exception):  # noqa: N818 -- named for what happened
    """Nobody reads standard output any more."""


class OutputFailed(CliError):  # noqa: N818 -- as above
    """Standard output can't be written."""

    code = ExitCode.SYSTEM


OUTPUT_ENDED: ContextVar[Callable[[Exception], None] | None] = ContextVar(
    "OUTPUT_ENDED", default=None
)
"""Who is to end a command that runs on an event loop; without one, `say` raises."""


def say(line: str) -> None:
    """Print a line.

    Raises:
        OutputUnread, OutputFailed: it can't be printed, and no event loop runs that ends by it.
    """
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except (OutputUnread, OutputFailed) as ended:
        told = OUTPUT_ENDED.get()
        if told is None:
            raise
        told(ended)


@contextmanager
def failures_told() -> Generator[None, None, None]:
    """Let standard output fail with `OutputUnread` and `OutputFailed` within the block, whoever
    writes to it; what is still buffered after it is written at its end.
    """
    output = _Output(sys.stdout)
    with redirect_stdout(output):
        yield
        output.flush()


class _Output:
    """Standard output, whose failures can be told from those of files and sockets.

    Once it has failed it does so for good: whoever writes may pass over the first time.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._ended: OutputUnread | OutputFailed | None = None

    def write(self, text: str) -> int:
        return self._tried(lambda: self._stream.write(text))

    def flush(self) -> None:
        self._tried(self._stream.flush)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _tried(self, work: Callable[[], _T]) -> _T:
        if self._ended is None:
            try:
                return work()
            except OSError as error:
                self._silence()
                self._ended = (
                    OutputUnread()
                    if error.errno in _UNREAD
                    else OutputFailed(f"standard output can't be written: {reason(error)}")
                )
        raise self._ended

    def _silence(self) -> None:
        """Let what is still buffered vanish: it would fail again when the interpreter ends."""
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
