"""A file that is coming, on the disk: what of it is certainly there is known over power cuts.

    NAME.partial    the bytes, as far as they have come
    NAME.state      of which file they are, and how many of them are on the disk
    NAME            the file, when it is whole

The state is written after the bytes are on the disk, and never before; it goes before bytes of
another file come. So whatever the power cuts short, what the state says is there is there, and
what is beyond is cut off. All methods block.
"""

import errno
import json
import os
from pathlib import Path
from typing import Final, TypedDict, cast

from pilotwire.station.security.files import SecretFolder
from pilotwire.station.transfer.carrier import Since
from pilotwire.station.transfer.limits import MIB

__all__ = ["CHECKPOINT", "Partial", "discard"]

CHECKPOINT: Final = 16 * MIB
"""Bytes after which the state is written: what a power cut can cost."""

_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


class _State(TypedDict):
    location: str
    validator: str
    length: int


class Partial:
    """One such file, while it comes.

    Raises:
        OSError: the folder can't be used.
    """

    __slots__ = ("_file", "_folder", "_location", "_name", "_path", "_target", "length", "saved")

    def __init__(self, target: Path, location: str) -> None:
        self._folder = SecretFolder(target.parent)
        self._target = target
        self._name = f"{target.name}.state"
        self._path = target.with_name(f"{target.name}.partial")
        self._location = location
        self._file: int | None = None
        self.length = 0
        """Bytes that are there."""
        self.saved = 0
        """Bytes that a power cut leaves."""

    def since(self) -> Since | None:
        """What is there of the file at this location; None where nothing is, or nothing certain."""
        try:
            state = cast("_State", json.loads(self._folder.read(self._name)))
            if state["location"] != self._location or not state["validator"]:
                return None
            length = int(state["length"])
            if not 0 < length <= self._path.lstat().st_size:
                return None
            return Since(length, str(state["validator"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None  # whoever has written it: it tells nothing

    def begin(self, length: int) -> None:
        """Be ready for what comes after so many bytes."""
        if not length:
            self._folder.remove(self._name)
        self._file = os.open(self._path, _FLAGS, 0o600)
        os.ftruncate(self._file, length)
        os.lseek(self._file, length, os.SEEK_SET)
        self.length = self.saved = length

    def write(self, data: bytes | bytearray) -> None:
        """Append what has come."""
        left = memoryview(data)
        while left:
            left = left[os.write(self._opened, left) :]
        self.length += len(data)

    def save(self, validator: str) -> None:
        """Have what is there survive power cuts, if anything can tell later what it is of."""
        if not validator:
            return
        os.fsync(self._opened)
        state = _State(location=self._location, validator=validator, length=self.length)
        self._folder.write(self._name, json.dumps(state).encode())
        self.saved = self.length

    def finish(self) -> None:
        """The file is whole: let it be in its place."""
        os.fsync(self._opened)
        self.close()
        self._folder.move(self._path.name, self._target.name)
        self._folder.remove(self._name)

    def drop(self) -> None:
        """Let there be nothing of it."""
        self.close()
        self._folder.remove(self._name)
        self._folder.remove(self._path.name)

    def close(self) -> None:
        """Nothing comes any more, for now."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)

    def room(self) -> int:
        """Bytes that are free on the disk for this station."""
        found = os.statvfs(self._target.parent)
        return found.f_bavail * found.f_frsize

    @property
    def _opened(self) -> int:
        if self._file is None:
            raise OSError(errno.EBADF, "the file is not open")
        return self._file


def discard(target: Path) -> None:
    """Let there be nothing of a file: neither whole nor in part.

    Raises:
        OSError: it can't be removed.
    """
    for name in (f"{target.name}.state", f"{target.name}.partial", target.name):
        target.with_name(name).unlink(missing_ok=True)
