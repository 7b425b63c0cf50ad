"""A fact that the CSMS is to hear of, as far as whoever keeps and delivers it needs to know."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar, Literal, Self

from pilotwire.store import Lane

__all__ = ["Fact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that happened.

    A subclass names its `lane`, and has a field `kind` with one value, its default, by which its
    rows in the outbox are known. The time of a `provisional` one is by a clock that did not know
    the time of day.
    """

    lane: ClassVar[Lane]
    timestamp: datetime
    provisional: Literal[True] | None = None

    @property
    def coalesce_key(self) -> str | None:
        """Of the unsent facts of one key only the newest counts while offline; None: all count."""
        return None

    @property
    def in_transaction(self) -> str | None:
        """The transaction that it belongs to."""
        return None

    @property
    def intermediate(self) -> bool:
        """Whether it may be dropped when there is no room (E04.FR.07)."""
        return False

    def shifted(self, by: timedelta) -> Self:
        """The same at the right time, where the time was provisional."""
        return replace(self, timestamp=self.timestamp + by, provisional=None)
