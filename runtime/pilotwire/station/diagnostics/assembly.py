"""Makes the file that is uploaded, and says beforehand whether there is anything to make it of."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from pilotwire.station.core import Core
from pilotwire.station.diagnostics.contents import (
    diagnostics,
    security_lines,
    write_archive,
    write_lines,
)
from pilotwire.station.diagnostics.kept import Job
from pilotwire.station.diagnostics.recording import LogRecorder
from pilotwire.station.diagnostics.source import LogSources, LogSpan
from pilotwire.station.security.files import SecretFolder
from pilotwire.station.transfer import FileFolder, TransferLimits
from pilotwire.station.transfer.errors import disk_trouble
from pilotwire.station.transfer.in_threads import in_thread
from pilotwire.station.vocabulary import LogType, ReasonCode

__all__ = ["Assembly"]

_FOLDER: Final = "upload"
"""In the station's folder for files: where the one that is uploaded is. Whatever else is in it is
left over from an earlier one, and goes.
"""


class Assembly:
    """Makes files."""

    __slots__ = ("_core", "_folder", "_limits", "_recorder", "_sources")

    def __init__(self, core: Core) -> None:
        self._core = core
        folder = core.application.find(FileFolder)
        self._folder = None if folder is None else folder.path / _FOLDER
        self._limits = TransferLimits() if folder is None else folder.limits
        self._recorder = core.application.find(LogRecorder)
        self._sources = core.application.find(LogSources) or LogSources()

    def missing(self, log_type: LogType, span: LogSpan) -> tuple[ReasonCode, str] | None:
        """Why there is no such log (N01.FR.05); None if there is."""
        if log_type is LogType.DATA_COLLECTOR_LOG:
            return ReasonCode.UNSUPPORTED_PARAM, "the station collects no data"
        if span.empty:
            return ReasonCode.INVALID_VALUE, "the oldest time is later than the latest"
        if not self._has(log_type, span):
            return ReasonCode.NOT_FOUND, "there is no log of that time"
        return None

    def _has(self, log_type: LogType, span: LogSpan) -> bool:
        if log_type is LogType.SECURITY_LOG:
            return bool(self._core.records.security_log.read(span.oldest, span.latest))
        clock = self._core.clock
        if span.oldest is not None and not clock.provisional and span.oldest > clock.now():
            return False
        begins = None if self._recorder is None else self._recorder.oldest()
        return span.latest is None or begins is None or span.latest >= begins

    async def make(self, job: Job) -> Path:
        """Make the file of an upload, in place of any other.

        Raises:
            TransferError: there is no room for it, or the disk fails.
        """
        span = LogSpan(job.oldest, job.latest)
        write: Callable[[Path], None]
        if job.log_type is LogType.SECURITY_LOG:
            entries = self._core.records.security_log.read(span.oldest, span.latest)
            lines = security_lines(entries)
            write, size = partial(write_lines, content=lines), len(lines)
        else:
            ring = None
            if self._recorder is not None:
                await self._recorder.write()
                ring = self._recorder.ring
            contents = await diagnostics(self._core, ring, self._sources.all, span)
            write = partial(write_archive, contents=contents)
            size = sum(map(len, contents.files.values())) + (0 if ring is None else ring.size)
        if self._folder is None:
            raise RuntimeError("a log was promised without a folder for it")
        try:
            await in_thread(_make, self._folder, job.file_name, write, size + self._limits.spare)
        except OSError as error:
            raise disk_trouble(error) from None
        return self._folder / job.file_name

    async def clear(self) -> None:
        """Let there be no file that was made."""
        if self._folder is not None:
            with suppress(OSError):  # the next one tries again
                await in_thread(_clear, self._folder)


def _make(folder: Path, name: str, write: Callable[[Path], None], room: int) -> None:
    """Blocks."""
    SecretFolder(folder)
    _clear(folder)
    if shutil.disk_usage(folder).free < room:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    write(folder / name)


def _clear(folder: Path) -> None:
    if folder.is_dir():
        for path in folder.iterdir():
            path.unlink()
