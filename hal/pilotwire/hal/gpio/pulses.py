"""A meter that says what it counts by pulses, and the file that the count outlasts power cuts in.

What is shown has been written first, so the register never goes back. What was counted since is
lost in a power cut: it was never shown, and nobody was billed for it. A memory card bears so many
writes, so while energy flows the file is written every `save_every_s` seconds at most, however
often it is read, and what is shown is at most as old; once energy has ceased to flow, the next
reading is exact. With the default of 30 s that is 2880 writes of some 60 bytes in a day of charging
without end.

The file is written beside its place, forced to the disk, and renamed: whenever the power is cut, it
is the old one or the new one.
"""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import cast

from pilotwire.hal.durable import keep
from pilotwire.hal.gpio.config import PulseMeter
from pilotwire.hal.interfaces import HardwareError

__all__ = ["CountFile", "PulseCounter"]

_FORMAT = "pilotwire pulses 1"
_IDLE_AFTER_S = 120.0


class CountFile:
    """The count of pulses in a file at `path`. Its methods block."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> int:
        """The count; 0 where there is no file yet.

        Raises:
            HardwareError: it can't be read, or is no such file.
        """
        try:
            text = self._path.read_text(encoding="ascii")
        except FileNotFoundError:
            if not self._path.parent.is_dir():
                raise HardwareError(f"{self._path}: its folder does not exist; make it") from None
            return 0
        except (OSError, ValueError) as error:
            raise HardwareError(f"{self._path}: the count can't be read: {error}") from error
        count = _count(text)
        if count is None:
            raise HardwareError(
                f"{self._path}: this is no count of pulses; put a copy of it back, or delete it to "
                "begin at 0"
            )
        return count

    def save(self, count: int) -> None:
        """Write the count.

        Raises:
            HardwareError: it can't be written.
        """
        try:
            keep(self._path, json.dumps({"format": _FORMAT, "pulses": count}) + "\n")
        except OSError as error:
            raise HardwareError(f"{self._path}: the count can't be written: {error}") from error


def _count(text: str) -> int | None:
    try:
        document: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    fields = cast("dict[str, object]", document)
    count = fields.get("pulses")
    if fields.get("format") != _FORMAT or isinstance(count, bool) or not isinstance(count, int):
        return None
    return count if count >= 0 else None


class PulseCounter:
    """Counts pulses, in whichever thread they come; `time` gives seconds. `saved` is what was in
    the file.
    """

    def __init__(
        self, config: PulseMeter, saved: int, file: CountFile, time: Callable[[], float]
    ) -> None:
        self._config = config
        self._file = file
        self._time = time
        self._guard = threading.Lock()
        self._count = self._saved = saved
        self._saved_at = time()
        self._last: float | None = None
        self._before: float | None = None

    def pulse(self) -> None:
        """There is one more."""
        now = self._time()
        with self._guard:
            self._count += 1
            self._before, self._last = self._last, now

    @property
    def energy_wh(self) -> float:
        """The register, as it is in the file."""
        return self._saved * 1000 / self._config.pulses_per_kwh

    @property
    def power_w(self) -> float:
        """What flows, by the time between pulses; less, the longer the next one is awaited."""
        with self._guard:
            last, before = self._last, self._before
        if last is None or before is None:
            return 0.0
        apart = max(last - before, self._time() - last, 1e-3)
        return 3.6e6 / self._config.pulses_per_kwh / apart if apart < _IDLE_AFTER_S else 0.0

    def due(self, *, flows: bool) -> bool:
        """Whether there is something to be written now; `flows` tells whether energy may flow."""
        waited = self._time() - self._saved_at
        return self._count != self._saved and (not flows or waited >= self._config.save_every_s)

    def save(self) -> None:
        """Write the count to the file. Blocks. Raises `HardwareError` where it can't be written."""
        count = self._count
        self._file.save(count)
        self._saved, self._saved_at = count, self._time()
