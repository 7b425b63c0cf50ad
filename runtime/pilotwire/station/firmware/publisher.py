"""What publishes firmware for others, as an application brings it along (L03, L04)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pilotwire.station.vocabulary import UnpublishFirmwareStatus

__all__ = ["FirmwarePublisher", "Publication"]


class FirmwarePublisher(Protocol):
    """Publishes firmware to the charging stations behind a local controller.

    No two calls come at a time. `publish` has 10 minutes, `unpublish` has 60 s. What fails raises,
    whatever it raises.
    """

    async def publish(self, path: Path, checksum: str) -> Sequence[str]:
        """Let charging stations fetch a file, over restarts too, until it is unpublished.

        Args:
            path: The file, which is the publisher's from now on: to be moved, or copied. After a
                power cut the same file may be published once more, and be gone from there.
            checksum: Its MD5 checksum in lower case, by which it is known.

        Returns:
            Its URIs, one for each protocol that there is (L03.FR.04), of at most 512 characters.
        """
        ...

    async def unpublish(self, checksum: str) -> UnpublishFirmwareStatus:
        """Let nobody fetch a file any more.

        Returns:
            Unpublished; NoFirmware where there is no such file (L04.FR.03); DownloadOngoing where
            somebody fetches it just now, and it stays (L04.FR.04).
        """
        ...


@dataclass(frozen=True, slots=True)
class Publication:
    """What an application brings along.

    Attributes:
        publisher: What publishes firmware; None where nothing does.
    """

    publisher: FirmwarePublisher | None = None
