"""What installs firmware on a charger that is not there: two slots, and a boot loader.

An image is made by `SimulatedUpdater.image`: a line with its version, whether it boots, and the
SHA-256 of the rest.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from pilotwire.hal.updating import BadImageError, FirmwareState

__all__ = ["SimulatedUpdater"]

_MAGIC: Final = b"pilotwire-simulated"
_PIECES: Final = 10
"""In how many writes an image is written."""


@dataclass(slots=True)
class _Slot:
    content: bytes
    whole: bool = True

    def booted(self) -> str | None:
        """The version that comes up; None where nothing does."""
        try:
            version, boots = _read(self.content)
        except BadImageError:
            return None
        return version if boots and self.whole else None


class SimulatedUpdater:
    """Two slots, one of which runs; the boot loader goes back where the other does not come up, or
    comes up twice without having been confirmed.

    - `version`: of the firmware that runs.
    - `installs_while_charging`, `reboots`: see `Updater`.
    - `seconds`: how long it takes to install an image.
    - `wrote`: called before each write to what outlasts a power cut; what it raises ends the call
      there.
    """

    def __init__(
        self,
        version: str = "1.0",
        *,
        installs_while_charging: bool = True,
        reboots: bool = True,
        seconds: float = 10.0,
        wrote: Callable[[], None] = lambda: None,
    ) -> None:
        self.installs_while_charging = installs_while_charging
        self.reboots = reboots
        self.seconds = seconds
        self.wrote = wrote
        self.version = version
        """The version of the firmware that runs."""
        self.booted: list[str] = [version]
        """The versions that have run, the first one first."""
        self._slots = [_Slot(self.image(version)), _Slot(b"", whole=False)]
        self._runs: int = 0
        self._next: int = 0
        """The slot that boots next."""
        self._trial = False
        self._fell_back = False

    @staticmethod
    def image(version: str, *, boots: bool = True, size: int = 1000) -> bytes:
        """A file that can be installed, with `size` bytes besides its first line."""
        rest = sha256(version.encode()).digest() * (size // 32 + 1)
        rest = rest[:size]
        words = (_MAGIC, version.encode(), b"boots" if boots else b"hangs")
        return b" ".join((*words, sha256(rest).hexdigest().encode())) + b"\n" + rest

    async def install(self, image: Path, progress: Callable[[int], None]) -> None:
        """Check an image, and write it into the slot that does not run; see `Updater`."""
        content = await asyncio.to_thread(image.read_bytes)
        _read(content)
        self.wrote()
        self._next = self._runs
        self._fell_back = False
        slot = self._slots[1 - self._runs] = _Slot(b"", whole=False)
        step = len(content) // _PIECES + 1
        for place in range(0, len(content), step):
            await asyncio.sleep(self.seconds / _PIECES)
            self.wrote()
            slot.content += content[place : place + step]
            progress(100 * len(slot.content) // len(content))
        self.wrote()
        slot.whole = True

    async def activate(self) -> None:
        """Let the other slot boot next; where there is no reboot, it runs now."""
        if not self._slots[1 - self._runs].whole:
            raise BadImageError("nothing was installed")
        self.wrote()
        self._next = 1 - self._runs
        if not self.reboots:
            self.boot()

    async def state(self) -> FirmwareState:
        """How the firmware that runs has come to run."""
        if self._trial:
            return FirmwareState.ON_TRIAL
        if self._next != self._runs:
            return FirmwareState.WAITING
        return FirmwareState.FELL_BACK if self._fell_back else FirmwareState.SETTLED

    async def confirm(self) -> None:
        """Let the slot that runs be the one that boots."""
        self.wrote()
        self._next = self._runs
        self._trial = False

    async def roll_back(self) -> None:
        """Let the slot boot that ran before."""
        self.wrote()
        if not self._trial:
            self._next = self._runs
        elif not self.reboots:
            self.boot()

    def boot(self) -> None:
        """Power comes, or came back: the boot loader chooses what runs."""
        if self._trial:  # it was not confirmed
            self._trial = False
            self._fell_back = True
            self._runs = self._next = 1 - self._runs
        elif self._next != self._runs:
            if self._slots[self._next].booted() is None:
                self._fell_back = True
                self._next = self._runs
            else:
                self._trial = True
                self._runs = self._next
        else:
            return
        self.version = self._slots[self._runs].booted() or self.version
        self.booted.append(self.version)


def _read(content: bytes) -> tuple[str, bool]:
    """The version of an image, and whether it boots.

    Raises:
        BadImageError: it is none, or damaged.
    """
    line, _, rest = content.partition(b"\n")
    words = line.split(b" ")
    if len(words) != 4 or words[0] != _MAGIC or words[2] not in {b"boots", b"hangs"}:
        raise BadImageError("this is no image for a simulated charger")
    if sha256(rest).hexdigest().encode() != words[3]:
        raise BadImageError("the image is damaged")
    return words[1].decode(), words[2] == b"boots"
