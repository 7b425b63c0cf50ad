"""Space on the disk that is kept for the ends of running transactions.

It is a file beside the store's, of real blocks. When the disk is full it is given back to the file
system, so that what must still be written has room.

The rule of this module: a file is a reserve by what is in it, not by its name. What stands in its
place and is none (another's file, a link to one) is never opened to write, emptied or deleted.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from pilotwire.store.errors import StoreForeignError
from pilotwire.store.place import beside

__all__ = ["Reserve"]

_MARK: Final = b"Pilotwire keeps this space free for a full disk.\n"
_PIECE: Final = 1 << 16
_LOOK: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_MAKE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class Reserve:
    """The reserved bytes of a store; none for a store in memory, or where `size` is 0."""

    def __init__(self, store: str, size: int) -> None:
        self._path = beside(store, "-reserve")
        self._size = 0 if store == ":memory:" else size

    def fill(self) -> bool:
        """Take the space; False if the disk does not have it.

        Raises:
            StoreForeignError: something else stands in its place.
        """
        if not self._size:
            return True
        try:
            if not self._is_there():
                self._make()
        except OSError:
            return False
        return True

    def release(self) -> bool:
        """Give the space back; False if there was none."""
        if not self._size:
            return False
        try:
            if self._own_size() is None:
                return False
            self._path.unlink()
        except (OSError, StoreForeignError):
            return False
        return True

    def _is_there(self) -> bool:
        """Whether it is there and complete; what a power cut left of one is taken away."""
        found = self._own_size()
        if found is None or found == self._size:
            return found is not None
        self._path.unlink()
        return False

    def _own_size(self) -> int | None:
        """The bytes of the reserve that is there; None if there is nothing.

        Raises:
            StoreForeignError: what is there is none.
        """
        try:
            descriptor = os.open(self._path, _LOOK)
        except FileNotFoundError:
            return None
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.ENXIO):  # a link; a socket
                raise self._foreign() from None
            raise
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise self._foreign()
            size = 0
            for piece in _pieces(descriptor):
                # Before there was a mark it was all zeros; a power cut may have kept either away.
                head = piece[: len(_MARK)] if not size else b""
                if piece[len(head) :].strip(b"\0") or head.strip(b"\0") not in (
                    b"",
                    _MARK[: len(head)],
                ):
                    raise self._foreign()
                size += len(piece)
            return size
        finally:
            os.close(descriptor)

    def _make(self) -> None:
        descriptor = os.open(self._path, _MAKE, 0o600)
        try:
            self._write(descriptor)
        except OSError:
            with suppress(OSError):
                self._path.unlink()
            raise
        finally:
            os.close(descriptor)

    def _write(self, descriptor: int) -> None:
        # Written, not only allotted: not every file system can promise blocks.
        os.write(descriptor, _MARK[: self._size].ljust(self._size, b"\0"))
        if os.fstat(descriptor).st_size != self._size:
            raise OSError(errno.ENOSPC, "the disk took a part only")
        os.fsync(descriptor)

    def _foreign(self) -> StoreForeignError:
        return StoreForeignError(
            f"{self._path}: is in the place of the store's reserve and is none; move it away"
        )


def _pieces(descriptor: int) -> Iterator[bytes]:
    while piece := os.read(descriptor, _PIECE):
        yield piece
