"""The upload that is under way, as the store keeps it."""

from dataclasses import dataclass, field
from typing import Final

from pydantic import AwareDatetime

from pilotwire.station.kept import KeptText
from pilotwire.station.vocabulary import LogType

__all__ = ["KEPT", "Job", "Kept"]


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


KEPT: Final = KeptText(Kept, Kept, "the upload of a log")
