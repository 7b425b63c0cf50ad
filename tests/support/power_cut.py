"""What a power cut leaves of a station's database."""

import shutil
from pathlib import Path

__all__ = ["after_power_cut"]


def after_power_cut(path: Path) -> Path:
    """The file as a power cut leaves it now: a copy, beside it."""
    copy = path.with_name(f"after-{path.name}")
    shutil.copyfile(path, copy)
    shutil.copyfile(f"{path}-wal", f"{copy}-wal")
    return copy
