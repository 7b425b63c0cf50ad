"""What moves files without a station around it."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pilotwire.station.transfer import Downloaded, Location, Outgoing, Progress, TransferLimits
from pilotwire.station.transfer.carrier import Carrier, Carriers
from pilotwire.station.transfer.downloading import fetch
from pilotwire.station.transfer.limits import Pace
from pilotwire.station.transfer.trust import Trust
from pilotwire.station.transfer.uploading import store
from tests.support.authority import Authority

__all__ = ["HASTE", "Mover", "nobody"]

HASTE = TransferLimits(connect=10, silence=10, spare=0)


def nobody(done: int, size: int | None) -> None:
    """Hears of progress, and does nothing."""


@dataclass
class Mover:
    """Moves files as a station does.

    Attributes:
        folder: Where its files are.
        limits: What it stays within.
        roots: Who may vouch for servers; nobody of the system's.
        first_use: Whether the first key of an SSH host is taken.
        ssh_key: Its own.
        carriers: Instead of real ones.
    """

    folder: Path
    limits: TransferLimits = HASTE
    roots: Iterable[Authority] = ()
    first_use: bool = True
    ssh_key: Path | None = None
    carriers: Mapping[str, Carrier] = field(default_factory=dict[str, Carrier])

    def __post_init__(self) -> None:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        files: list[Path] = []
        for number, root in enumerate(self.roots):
            files.append(self.folder / f"root {number}.pem")
            files[-1].write_text(root.text)
        trust = Trust(
            lambda: files, self.folder / "known_hosts", self.first_use, False, self.ssh_key
        )
        self.carriers = self.carriers or Carriers(trust, self.limits)
        self.pace = Pace(self.limits.bytes_per_second)

    @property
    def target(self) -> Path:
        return self.folder / "firmware.bin"

    async def fetch(self, url: str, progress: Progress = nobody) -> Downloaded:
        location = Location.parse(url)
        carrier = self.carriers[location.scheme]
        return await fetch(carrier, location, self.target, self.limits, self.pace, progress)

    async def send(
        self, file: Path | Outgoing, url: str, progress: Progress = nobody, name: str = "log.gz"
    ) -> None:
        location = Location.parse(url).for_file(name)
        outgoing = Outgoing(file, name) if isinstance(file, Path) else file
        carrier = self.carriers[location.scheme]
        await store(carrier, outgoing, location, self.limits, self.pace, progress)

    async def fetch_in_part(self, url: str, length: int) -> None:
        """Fetch so many bytes or some more; then it is cancelled."""

        def enough(done: int, size: int | None) -> None:
            if done >= length:
                task.cancel()

        task = asyncio.ensure_future(self.fetch(url, enough))
        await asyncio.wait({task})
        assert task.cancelled()
