"""Lines on disk: the newest of them, within so many bytes.

The files are numbered, `0000000012.log`, each with a part of the lines; when another one begins,
the oldest go. All lines of a batch are on the disk when it has been written. What a power cut
leaves of a batch is read as far as it goes, and ends the line that it cuts.

The methods block. Any of them may be called from any thread.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Final

from pilotwire.ocpp.scalars import format_timestamp
from pilotwire.station.security.files import SecretFolder

__all__ = ["BATCH", "CAPACITY", "LEAST", "Ring", "as_line"]

CAPACITY: Final = 4 * 1024 * 1024
"""Bytes that all files have at most, unless another limit is given."""

PARTS: Final = 8
"""Files that a full ring has; the lines of one are lost when another begins."""

BATCH: Final = 64 * 1024
"""Bytes that may be written at a time."""

LEAST: Final = PARTS * BATCH
"""Bytes that a ring must have room for."""

_NAME: Final = re.compile(r"(\d{10})\.log", re.ASCII)
_LINE: Final = re.compile(rb"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?)Z(~?) ", re.ASCII)

_WRITING: Final = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
_READING: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC
_PIECE: Final = 64 * 1024


def as_line(at: datetime, text: str, *, provisional: bool) -> bytes:
    """A line as the ring has it; a `provisional` time is marked, for nobody can tell when that was.
    What follows an end of line in `text` belongs to it.
    """
    mark = "~" if provisional else ""
    whole = f"{format_timestamp(at)}{mark} {text}".replace("\n", "\n  | ")
    return whole.encode("utf-8", "backslashreplace") + b"\n"


def _time_of(line: bytes) -> datetime | None:
    """When a line was logged; None where it has no time, or one that was provisional."""
    found = _LINE.match(line)
    return None if found is None or found[2] else _time(found[1])


class Ring:
    """The lines of one station, in a folder of their own.

    Args:
        folder: Where the files are; it is made where there is none, and closed to others.
        capacity: Bytes that all files have at most.

    Raises:
        OSError: the folder can't be used.
        ValueError: there would be no room for a line.
    """

    def __init__(self, folder: Path, capacity: int = CAPACITY) -> None:
        if capacity < LEAST:
            raise ValueError(f"a log must have room for {LEAST} bytes at least, not {capacity}")
        self._folder = folder
        self._part = capacity // PARTS
        self._lock = Lock()
        self._file: int | None = None
        SecretFolder(folder)
        self._sizes = dict(sorted(self._found()))
        """Bytes of each file by its number, the oldest first."""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        with self._lock:
            return sum(self._sizes.values())

    def append(self, lines: bytes) -> None:
        """Write whole lines, `BATCH` bytes of them at most, and have them on the disk.

        Raises:
            OSError: they can't be written; some may be there.
        """
        with self._lock:
            try:
                self._append(lines)
            except OSError:
                self._close()
                raise

    def oldest(self) -> datetime | None:
        """The time of the oldest line that has one; None where there is none, or nobody can tell
        when that was.
        """
        return next((_time_of(line) for line in self._lines() if _LINE.match(line)), None)

    def copy(
        self,
        write: Callable[[bytes], object],
        oldest: datetime | None = None,
        latest: datetime | None = None,
    ) -> None:
        """Write the lines between two times, both included, somewhere else; those of a provisional
        time always.

        Raises:
            OSError: `write` has raised it. What can't be read here is left out.
        """
        within = True
        for line in self._lines():
            if _LINE.match(line):  # what has no time belongs to the line before it
                at = _time_of(line)
                within = at is None or not (
                    (oldest is not None and at < oldest) or (latest is not None and at > latest)
                )
            if within:
                write(line)

    def close(self) -> None:
        """Let go of the file that is written to."""
        with self._lock:
            self._close()

    # The files.

    def _append(self, lines: bytes) -> None:
        number = next(reversed(self._sizes), 0)
        if not number or self._sizes[number] + len(lines) > self._part:
            number = self._begin(number + 1)
        if self._file is None:
            self._file = os.open(self._path(number), _WRITING, 0o600)
            self._sizes[number] = self._end_line(self._file, number)
        left = memoryview(lines)
        while left:
            written = os.write(self._file, left)
            self._sizes[number] += written
            left = left[written:]
        os.fsync(self._file)

    def _begin(self, number: int) -> int:
        """Begin a file, and let the oldest go for which there is no room then."""
        self._close()
        while len(self._sizes) >= PARTS:
            oldest = next(iter(self._sizes))
            with suppress(FileNotFoundError):
                self._path(oldest).unlink()
            del self._sizes[oldest]
        self._file = os.open(self._path(number), _WRITING, 0o600)
        self._sizes[number] = os.fstat(self._file).st_size
        folder = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return number

    def _end_line(self, file: int, number: int) -> int:
        """End a line that was cut; the bytes that the file has then."""
        size = os.fstat(file).st_size
        if size:
            reading = os.open(self._path(number), _READING)
            try:
                cut = os.pread(reading, 1, size - 1) != b"\n"
            finally:
                os.close(reading)
            if cut:
                size += os.write(file, b"\n")
        return size

    def _close(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            os.close(file)

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:010}.log"

    def _found(self) -> Iterator[tuple[int, int]]:
        for path in self._folder.iterdir():
            name = _NAME.fullmatch(path.name)
            if name is not None and path.is_file() and not path.is_symlink():
                yield int(name[1]), path.stat().st_size

    def _lines(self) -> Iterator[bytes]:
        """All lines, with their ends; what is written meanwhile may be missing."""
        with self._lock:
            numbers = list(self._sizes)
        for number in numbers:
            with suppress(OSError):  # it has had to go meanwhile, or is damaged
                yield from self._lines_of(number)

    def _lines_of(self, number: int) -> Iterator[bytes]:
        file = os.open(self._path(number), _READING)
        rest = b""
        try:
            while piece := os.read(file, _PIECE):
                *lines, rest = (rest + piece).replace(b"\0", b"").split(b"\n")
                for line in lines:
                    yield line + b"\n"
        finally:
            os.close(file)
        if rest:
            yield rest + b"\n"


def _time(text: bytes) -> datetime | None:
    try:
        return datetime.fromisoformat(f"{text.decode()}+00:00")
    except ValueError:
        return None
