"""Small files that outlast a power cut at any moment."""

import os
from pathlib import Path

__all__ = ["keep"]


def keep(path: Path, text: str | None) -> None:
    """Let a file hold a text, or not be there for None; after a power cut it is as before, or so.

    Raises:
        OSError: it can't be written.
    """
    if text is None:
        path.unlink(missing_ok=True)
    else:
        new = path.with_name(f".{path.name}.new")
        with new.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
