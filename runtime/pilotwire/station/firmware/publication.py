"""The states of publishing firmware, as a table, and what the store keeps of it (L03).

    (accepted) --> Downloading --> Downloaded --> ChecksumVerified --> Published
                        |              |                 |
                  DownloadFailed  InvalidChecksum   PublishFailed

Each is on the disk before anything of it is done, in one commit with what the CSMS hears of it
(L03.FR.01); a power cut or a restart leads back into it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final

from pydantic import TypeAdapter

from pilotwire.logs import logger
from pilotwire.station.vocabulary import PublishFirmwareStatus

__all__ = ["FOLLOWING", "Kept", "PublishJob", "as_text", "of_text"]

log = logger(__name__)

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


def as_text(kept: Kept) -> str:
    """What is kept."""
    return _adapter().dump_json(kept, exclude_none=True).decode()


def of_text(text: str | None) -> Kept:
    """What was kept; nothing where that is damaged."""
    if text is not None:
        try:
            return _adapter().validate_json(text)
        except ValueError:
            log.error("what was kept of publishing firmware is damaged")  # noqa: TRY400 -- its text may hold a password
    return Kept()


@cache
def _adapter() -> TypeAdapter[Kept]:
    return TypeAdapter(Kept)
