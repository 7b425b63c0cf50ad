"""Small files under one folder that nobody else may read; each is whole, or not there.

A file is written beside its place, and takes it when it is on the disk: a power cut leaves the old
one, or the new one, and at most an unfinished one that counts for nothing and goes at the next
start. No symbolic link is followed, neither in the folder nor to it.
"""

import fcntl
import os
import stat
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from pilotwire.errors import PilotwireError

__all__ = ["LONGEST_FILE", "UNFINISHED", "FolderInUseError", "SecretFolder", "changing"]

UNFINISHED: Final = ".unfinished"

LONGEST_FILE: Final = 65_536
"""Bytes of a file at most; a longer one is none of ours."""

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_OLD = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class FolderInUseError(PilotwireError, OSError):
    """A station runs with the folder, perhaps in another process."""


class SecretFolder:
    """A folder; it is made where there is none, and closed to others where it is not.

    Raises:
        OSError: it can't be used, or is a symbolic link.
    """

    __slots__ = ("path",)

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._opened() as folder:
            if stat.S_IMODE(os.fstat(folder).st_mode) != 0o700:
                os.fchmod(folder, 0o700)
            if not _locked(folder):
                return  # what is unfinished may be under way
            for name in os.listdir(folder):  # noqa: PTH208 -- of the folder that is open, whatever its path is by now
                if name.endswith(UNFINISHED):
                    with suppress(OSError):  # it counts for nothing where it is
                        _remove(folder, name)

    def names(self) -> list[str]:
        """The names of all files, in order."""
        with self._opened() as folder:
            names = os.listdir(folder)  # noqa: PTH208 -- of the folder that is open, whatever its path is by now
        return sorted(name for name in names if not name.endswith(UNFINISHED))

    def read(self, name: str) -> bytes:
        """What a file holds.

        Raises:
            OSError: it can't be read, or is no file of ours.
        """
        with self._opened() as folder:
            file = os.open(name, _OLD, dir_fd=folder)
        try:
            status = os.fstat(file)
            if not stat.S_ISREG(status.st_mode) or status.st_size > LONGEST_FILE:
                raise OSError(f"{name} is no file of at most {LONGEST_FILE} bytes")
            content = b""
            while part := os.read(file, LONGEST_FILE):
                content += part
            return content
        finally:
            os.close(file)

    def write(self, name: str, content: bytes) -> None:
        """Let a file hold this, from now on and over power cuts.

        Raises:
            OSError: it can't; what was there is there still, unless not even the folder could be
                written down.
        """
        unfinished = name + UNFINISHED
        with self._opened() as folder:
            _remove(folder, unfinished)
            file = os.open(unfinished, _NEW, 0o600, dir_fd=folder)
            try:
                try:
                    _write(file, content)
                    os.fsync(file)
                finally:
                    os.close(file)
                os.rename(unfinished, name, src_dir_fd=folder, dst_dir_fd=folder)
            except OSError:
                with suppress(OSError):
                    _remove(folder, unfinished)
                raise
            os.fsync(folder)

    def move(self, name: str, place: str) -> None:
        """Give a file another name; one that has it is gone.

        Raises:
            OSError: it can't.
        """
        with self._opened() as folder:
            os.rename(name, place, src_dir_fd=folder, dst_dir_fd=folder)
            os.fsync(folder)

    def settle(self) -> None:
        """Let what was moved here by others be here over power cuts.

        Raises:
            OSError: that can't be made sure of.
        """
        with self._opened() as folder:
            os.fsync(folder)

    def remove(self, name: str) -> None:
        """Let there be no such file.

        Raises:
            OSError: it can't be removed.
        """
        with self._opened() as folder:
            _remove(folder, name)
            os.fsync(folder)

    @contextmanager
    def claimed(self) -> Generator[None]:
        """Have the folder for oneself: what is in memory of it stays what is in it.

        Raises:
            FolderInUseError: somebody else has it.
            OSError: it can't be opened.
        """
        with self._opened() as folder:
            if not _locked(folder):
                raise FolderInUseError(f"{self.path} is in use by a station that runs")
            yield

    @contextmanager
    def _opened(self) -> Generator[int]:
        folder = os.open(self.path, _FOLDER)
        try:
            yield folder
        finally:
            os.close(folder)


def _locked(folder: int) -> bool:
    """Whether nobody else has a folder; as long as it is open here, nobody else can."""
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        pass  # a file system without locks: nobody can tell
    return True


def _write(file: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(file, left) :]


def _remove(folder: int, name: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(name, dir_fd=folder)


@contextmanager
def changing(reload: Callable[[], None]) -> Generator[None]:
    """Whatever fails in the middle: what is in memory is what is in the folder."""
    try:
        yield
    except OSError:
        with suppress(OSError):
            reload()
        raise
