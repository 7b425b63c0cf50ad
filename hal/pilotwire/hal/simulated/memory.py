"""The file in which the registers of a station's meters survive the end of the process.

The file is replaced as a whole, so a process that dies at any instant leaves the old or the new
registers, never half of them. It is not forced to the disk: after a power cut of the computer it
may be older, or be found damaged and then be refused.
"""

import json
import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pilotwire.hal.interfaces import HardwareError

__all__ = ["RegisterFile", "Registers"]

_FORMAT = "pilotwire simulated meters 1"


@dataclass(frozen=True, slots=True)
class Registers:
    """What a meter has counted, in watt-hours: what was taken, and what was given back."""

    taken_wh: float
    given_wh: float = 0.0


class RegisterFile:
    """The registers of all the meters of a station, in watt-hours, in a file at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._saved: list[Registers] | None = None

    def load(self, count: int) -> list[Registers]:
        """Read `count` registers; zeros where there is no file yet.

        Raises `HardwareError` when the file cannot be read or is not one of ours for `count` EVSEs.
        """
        if not self._path.parent.is_dir():
            raise HardwareError(
                f"the meter memory {self._path} cannot be kept: its directory does not "
                "exist; create it"
            )
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return [Registers(0.0)] * count
        except OSError as error:
            raise HardwareError(
                f"the meter memory {self._path} cannot be read ({error.strerror}); make it a "
                "file that this process may read and write, or name another"
            ) from error
        registers = _registers(content)
        if registers is None:
            raise HardwareError(
                f"the meter memory {self._path} is damaged or no such memory; put a copy of "
                "it back, name another file, or delete it to begin at 0 Wh"
            )
        if len(registers) != count:
            raise HardwareError(
                f"the meter memory {self._path} is of a station with {len(registers)} EVSEs, not "
                f"{count}; name another file for this station, or delete it to begin at 0 Wh"
            )
        return registers

    def save(self, registers: Sequence[Registers]) -> None:
        """Write the registers; nothing is written where they are as before.

        Raises `HardwareError` when the file cannot be written."""
        registers = list(registers)
        if registers == self._saved:
            return
        document: dict[str, object] = {
            "format": _FORMAT,
            "registers_wh": [each.taken_wh for each in registers],
        }
        if any(each.given_wh for each in registers):
            document["exports_wh"] = [each.given_wh for each in registers]
        text = json.dumps(document)
        new = self._path.with_name(f".{self._path.name}.new")
        try:
            new.unlink(missing_ok=True)
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(text + "\n")
            new.replace(self._path)
        except OSError as error:
            raise HardwareError(
                f"the meter memory {self._path} cannot be written ({error.strerror}); free "
                "space, or permit this process to write in its directory"
            ) from error
        self._saved = registers


def _registers(content: bytes) -> list[Registers] | None:
    """The registers in a file's content, or `None` where it is none of ours."""
    try:
        document: object = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    fields = cast(dict[str, object], document)
    taken = _numbers(fields.get("registers_wh"))
    if fields.get("format") != _FORMAT or taken is None:
        return None
    given = _numbers(fields.get("exports_wh", [0.0] * len(taken)))
    if given is None or len(given) != len(taken):
        return None
    return [Registers(*pair) for pair in zip(taken, given, strict=True)]


def _numbers(said: object) -> list[float] | None:
    if not isinstance(said, list):
        return None
    values: list[float] = []
    for value in cast(list[object], said):
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        if not 0 <= value < math.inf:
            return None
        values.append(float(value))
    return values
