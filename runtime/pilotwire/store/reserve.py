"""Space on the disk that is kept for the ends of running transactions.

It is a file beside the store's, of real blocks. When the disk is full it is given back to the file
system, so that what must still be written has room.
"""

import os
from contextlib import suppress
from pathlib import Path

__all__ = ["Reserve"]


class Reserve:
    """The reserved bytes of a store; none for a store in memory, or where `size` is 0."""

    def __init__(self, store: str, size: int) -> None:
        self._path = Path(f"{store}-reserve")
        self._size = 0 if store == ":memory:" else size

    def fill(self) -> bool:
        """Take the space; False if the disk does not have it."""
        if not self._size:
            return True
        try:
            self._allocate()
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> bool:
        """Give the space back; False if there was none."""
        if not self._size or not self._path.exists():
            return False
        with suppress(OSError):
            self._path.unlink()
        return not self._path.exists()

    def _allocate(self) -> None:
        descriptor = os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600)
        try:
            if os.fstat(descriptor).st_size != self._size:
                # Written, not only allotted: not every file system can promise blocks.
                os.ftruncate(descriptor, 0)
                os.write(descriptor, bytes(self._size))
                if os.fstat(descriptor).st_size != self._size:
                    raise OSError("the disk took a part only")
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
