"""The upload that is under way, as the store keeps it."""

from dataclasses import dataclass, field
from functools import cache

from pydantic import AwareDatetime, TypeAdapter

from pilotwire.logs import logger
from pilotwire.station.vocabulary import LogType

__all__ = ["Job", "Kept", "as_text", "of_text"]

log = logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An upload that was accepted.

    Attributes:
        log_type: Which log.
        request_id: What the CSMS calls it; None in GetDiagnostics of 1.6, which has no word for it.
        url: Where it goes, the file's name included; there may be a password in it.
        file_name: What it is called.
        retries: How often it is tried again; None is left to the station.
        interval: Seconds between two attempts; None is left to the station.
        oldest: Only what happened at this time or later.
        latest: Only what happened at this time or earlier.
        begun: Attempts that were begun.
    """

    log_type: LogType
    request_id: int | None = None
    url: str = field(repr=False)
    file_name: str
    retries: int | None = None
    interval: int | None = None
    oldest: AwareDatetime | None = None
    latest: AwareDatetime | None = None
    begun: int = 0

    @property
    def plain(self) -> bool:
        """Whether it is one of 1.6's own: GetDiagnostics."""
        return self.request_id is None


@dataclass(frozen=True, slots=True)
class Kept:
    """What must outlast a power cut.

    Attributes:
        job: The upload that is under way.
        canceled: Those that it has canceled, or one before it, and that the CSMS has not been told
            so of: their request ids.
    """

    job: Job | None = None
    canceled: tuple[int, ...] = ()


def as_text(kept: Kept) -> str:
    """What is kept."""
    return _adapter().dump_json(kept, exclude_none=True).decode()


def of_text(text: str | None) -> Kept:
    """What was kept; nothing where that is damaged."""
    if text is not None:
        try:
            return _adapter().validate_json(text)
        except ValueError:
            log.error("what was kept of the upload of a log is damaged")  # noqa: TRY400 -- its text may hold a password
    return Kept()


@cache
def _adapter() -> TypeAdapter[Kept]:
    return TypeAdapter(Kept)
