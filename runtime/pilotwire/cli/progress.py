"""How files move and firmware is installed, as a bar under the log of `pilotwire run`; only a
terminal has one.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final, Self

from pilotwire.cli.messages import printable
from pilotwire.events import (
    FirmwareDownloading,
    FirmwareInstalling,
    FirmwareStatusChanged,
    LogUploadEnded,
    LogUploading,
    StationEvent,
)

if TYPE_CHECKING:
    from types import TracebackType

    from rich.console import Console
    from rich.progress import Progress, TaskID

__all__ = ["TransferBars", "error_terminal"]


_DOWNLOAD: Final = "firmware"
_INSTALLATION: Final = "firmware is installed"


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
                self._show(file_name, sent, size, _bytes(sent, size))
            case LogUploadEnded(file_name):
                self._hide(file_name)
            case FirmwareDownloading(received, size):
                self._show(_DOWNLOAD, received, size, _bytes(received, size))
            case FirmwareInstalling(percent):
                self._show(_INSTALLATION, percent, 100, f"{percent} %")
            case FirmwareStatusChanged():
                self._hide(_DOWNLOAD)
                self._hide(_INSTALLATION)
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

    def _show(self, name: str, done: int, size: int | None, amount: str) -> None:
        if self._console is None:
            return
        if self._progress is None:
            from rich.progress import BarColumn, Progress, TextColumn

            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.fields[amount]}"),
            )
            self._progress = Progress(*columns, console=self._console, transient=True)
            self._progress.start()
        if name not in self._bars:
            self._bars[name] = self._progress.add_task(printable(name), total=size, amount=amount)
            self._progress.refresh()
        self._progress.update(self._bars[name], completed=done, total=size, amount=amount)

    def _hide(self, name: str) -> None:
        bar = self._bars.pop(name, None)
        if bar is None or self._progress is None:
            return
        self._progress.refresh()
        self._progress.remove_task(bar)
        if not self._bars:
            self._progress.stop()
            self._progress = None


def _bytes(done: int, size: int | None) -> str:
    return f"{done / 1e6:.1f}/{'?' if size is None else f'{size / 1e6:.1f}'} MB"


def error_terminal() -> Console | None:
    """The terminal to paint on, if standard error is one that can."""
    if not sys.stderr.isatty():
        return None
    from rich.console import Console

    console = Console(stderr=True)
    return None if console.is_dumb_terminal else console
