"""How files move, as a bar under the log of `pilotwire run`; only a terminal has one."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Self

from pilotwire.cli.messages import printable
from pilotwire.events import LogUploadEnded, LogUploading, StationEvent

if TYPE_CHECKING:
    from types import TracebackType

    from rich.console import Console
    from rich.progress import Progress, TaskID

__all__ = ["TransferBars", "error_terminal"]


class TransferBars(AbstractContextManager["TransferBars"]):
    """A bar for each file that moves, as long as it does.

    Args:
        console: Where to; None shows none.
    """

    def __init__(self, console: Console | None) -> None:
        self._console = console
        self._progress: Progress | None = None
        self._bars: dict[str, TaskID] = {}

    def __call__(self, event: StationEvent) -> None:
        """Something has happened in the station."""
        match event:
            case LogUploading(file_name, sent, size):
                self._show(file_name, sent, size)
            case LogUploadEnded(file_name):
                self._hide(file_name)
            case _:
                pass

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> None:
        for name in tuple(self._bars):
            self._hide(name)

    def _show(self, name: str, done: int, size: int) -> None:
        if self._console is None:
            return
        if self._progress is None:
            from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

            columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
            self._progress = Progress(*columns, console=self._console, transient=True)
            self._progress.start()
        if name not in self._bars:
            self._bars[name] = self._progress.add_task(printable(name), total=size)
            self._progress.refresh()
        self._progress.update(self._bars[name], completed=done, total=size)

    def _hide(self, name: str) -> None:
        bar = self._bars.pop(name, None)
        if bar is None or self._progress is None:
            return
        self._progress.refresh()
        self._progress.remove_task(bar)
        if not self._bars:
            self._progress.stop()
            self._progress = None


def error_terminal() -> Console | None:
    """The terminal to paint on, if standard error is one that can."""
    if not sys.stderr.isatty():
        return None
    from rich.console import Console

    console = Console(stderr=True)
    return None if console.is_dumb_terminal else console
