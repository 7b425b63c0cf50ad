"""What an updater has done, over reboots and power cuts: a small file."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, cast

from pilotwire.hal.durable import keep
from pilotwire.hal.interfaces import HardwareError

__all__ = ["Record", "RecordFile", "Step"]

_FORMAT: Final = "pilotwire-updater-1"


class Step(StrEnum):
    """How far it is."""

    INSTALLING = "installing"
    INSTALLED = "installed"
    ACTIVATED = "activated"


@dataclass(frozen=True, slots=True)
class Record:
    """An image that is not confirmed yet.

    Attributes:
        slot: Which firmware ran when its installation began.
        image: The SHA-256 of the file.
        step: How far it is.
        boot: Of which run of the computer it was activated.
    """

    slot: str
    image: str
    step: Step
    boot: str = ""


class RecordFile:
    """Where it is kept. All of it blocks."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Record | None:
        """What is there; None where nothing is under way.

        Raises:
            HardwareError: it can't be read, or is no such file.
        """
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise HardwareError(f"{self._path}: it can't be read: {error}") from error
        record = _record(text)
        if record is None:
            raise HardwareError(
                f"{self._path}: this does not say what was installed; delete it if what runs is to "
                "stay"
            )
        return record

    def save(self, record: Record | None) -> None:
        """Write it; None is nothing.

        Raises:
            HardwareError: it can't be written.
        """
        document = None if record is None else {"format": _FORMAT, **asdict(record)}
        try:
            keep(self._path, None if document is None else json.dumps(document) + "\n")
        except OSError as error:
            raise HardwareError(f"{self._path}: it can't be written: {error}") from error


def _record(text: str) -> Record | None:
    try:
        document: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    fields = cast("dict[str, object]", document)
    said = [fields.get(name) for name in ("slot", "image", "step", "boot")]
    if fields.get("format") != _FORMAT or not all(isinstance(each, str) for each in said):
        return None
    slot, image, step, boot = cast("list[str]", said)
    return Record(slot, image, Step(step), boot) if step in set(Step) else None
