"""The states of publishing firmware, as a table, and what the store keeps of it (L03).

    (accepted) --> Downloading --> Downloaded --> ChecksumVerified --> Published
                        |              |                 |
                  DownloadFailed  InvalidChecksum   PublishFailed

Each is on the disk before anything of it is done, in one commit with what the CSMS hears of it
(L03.FR.01); a power cut or a restart leads back into it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from pilotwire.station.kept import KeptText
from pilotwire.station.vocabulary import PublishFirmwareStatus

__all__ = ["FOLLOWING", "KEPT", "Kept", "PublishJob"]

_Status: Final = PublishFirmwareStatus

FOLLOWING: Mapping[PublishFirmwareStatus | None, frozenset[PublishFirmwareStatus]] = (
    MappingProxyType(
        {
            None: frozenset({_Status.DOWNLOADING}),
            _Status.DOWNLOADING: frozenset({_Status.DOWNLOADED, _Status.DOWNLOAD_FAILED}),
            _Status.DOWNLOADED: frozenset({_Status.CHECKSUM_VERIFIED, _Status.INVALID_CHECKSUM}),
            _Status.CHECKSUM_VERIFIED: frozenset({_Status.PUBLISHED, _Status.PUBLISH_FAILED}),
        }
    )
)
"""What may follow; None is what was accepted and not begun. All others are ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishJob:
    """What the CSMS wants published.

    Attributes:
        request_id: What the CSMS calls it.
        url: Where the file is; there may be a password in it.
        checksum: Its MD5 checksum, in lower case.
        retries: How often the download is tried again; None is left to the station.
        interval: Seconds between two attempts; None is left to the station.
        status: How far it is; None where nothing was begun.
        begun: How often what is to be done then was begun.
    """

    request_id: int
    url: str = field(repr=False)
    checksum: str
    retries: int | None = None
    interval: int | None = None
    status: PublishFirmwareStatus | None = None
    begun: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """What must outlast a power cut.

    Attributes:
        job: What is being published.
        last: What the CSMS was last told (L03.FR.10, L03.FR.11).
        request_id: Of what that was told.
    """

    job: PublishJob | None = None
    last: PublishFirmwareStatus | None = None
    request_id: int | None = None


KEPT: Final = KeptText(Kept, Kept, "publishing firmware")
