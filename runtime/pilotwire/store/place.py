"""Where a store's file is on the disk: who else may read it, and whether it is still there."""

import logging
import os
import stat
from pathlib import Path

__all__ = ["Place", "beside", "narrow"]

log = logging.getLogger(__name__)


def beside(store: str | os.PathLike[str], suffix: str) -> Path:
    """The file beside a store's own that is called as it is, and this suffix.

    Where the store's name is a link it is beside the file that the link leads to: SQLite keeps the
    log there, and there is the disk that may be full.
    """
    return Path(f"{os.path.realpath(store)}{suffix}")


class Place:
    """Knows the store's files again that were there when it was opened, its log among them."""

    def __init__(self, path: str) -> None:
        # Not relative, or a process that goes elsewhere would miss it.
        absolute = Path(path).absolute()
        self._names = () if path == ":memory:" else (absolute, beside(path, "-wal"))
        self._found = {name: _known(name) for name in self._names}

    def kept(self) -> bool:
        """Whether they are still the files of that name."""
        for name, found in self._found.items():
            if found is None:
                self._found[name] = _known(name)  # the log comes with the first commit
            elif _known(name) != found:
                return False
        return True


def _known(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def narrow(store: str) -> None:
    """Take from others what they may do with a store's files."""
    for path in (Path(store), beside(store, "-wal"), beside(store, "-shm")):
        try:
            mode = path.stat().st_mode
        except OSError:
            continue
        if not stat.S_ISREG(mode) or not mode & 0o077:
            continue
        wide = stat.S_IMODE(mode)
        try:
            path.chmod(wide & 0o700)
        except OSError as error:
            why = error.strerror
            log.warning("%s: is open to others (mode %03o), and stays so: %s", path, wide, why)
        else:
            log.warning("%s: was open to others (mode %03o); it no longer is", path, wide)
