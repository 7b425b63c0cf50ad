"""Logs that the station does not keep itself: those of its application, or of the system."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

__all__ = ["LARGEST", "LogSource", "LogSources", "LogSpan"]

LARGEST: Final = 16 * 1024 * 1024
"""Bytes that the logs of one source have at most; what is more is left out, and that is noted."""

TIME_LIMIT: Final = 60.0
"""Seconds that a source may take."""


@dataclass(frozen=True, slots=True)
class LogSpan:
    """What of a log is wanted.

    Attributes:
        oldest: Only what happened at this time or later; None is from the beginning on.
        latest: Only what happened at this time or earlier; None is up to now.
    """

    oldest: datetime | None = None
    latest: datetime | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing can have happened in it."""
        return self.oldest is not None and self.latest is not None and self.oldest > self.latest


class LogSource(Protocol):
    """Somebody who has logs that belong into a DiagnosticsLog (N01.FR.04).

    An application registers it with `ChargingStation.log_source`.
    """

    async def logs(self, span: LogSpan) -> Mapping[str, bytes]:
        """The logs, by the name that each is to have as a file.

        It is awaited, 60 s at most, when the CSMS wants a DiagnosticsLog. What it raises is noted
        in its place: the others go without it. Of all that it returns 16 MiB are taken.
        """
        ...


class LogSources:
    """The sources of one application, for all runs of its station."""

    __slots__ = ("all",)

    def __init__(self) -> None:
        self.all: tuple[LogSource, ...] = ()
