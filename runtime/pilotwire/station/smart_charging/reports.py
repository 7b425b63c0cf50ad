"""Which profiles a request means, and how they are told (K09, K10)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Protocol

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.paging import pages
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.vocabulary import ChargingProfilePurpose

__all__ = ["Criteria", "ProfilePage", "ProfileReader", "report"]

MOST_PROFILES: Final = 20
"""How many profiles a page has at most."""

ROOM: Final = 32_768
"""The bytes that they take at most; only one that is larger by itself has a page beyond that."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What profiles are meant: those that are as all of these say; None and nothing is anything.

    Attributes:
        ids: Those of these numbers.
        evse_id: Those installed on that EVSE; 0 is the station itself (K09.FR.05).
        purpose: Those of a purpose.
        stack_level: Those of a stack level.
        sources: Those that one of these has set.
    """

    ids: Collection[int] = ()
    evse_id: int | None = None
    purpose: ChargingProfilePurpose | None = None
    stack_level: int | None = None
    sources: Collection[str] = ()

    def matches(self, installed: Installed) -> bool:
        """Whether a profile is one of them."""
        return (
            (not self.ids or installed.id in self.ids)
            and self.evse_id in {None, installed.evse_id}
            and self.purpose in {None, installed.purpose}
            and self.stack_level in {None, installed.profile.stack_level}
            and (not self.sources or installed.source in self.sources)
        )


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """A part of a report: profiles of one EVSE that one source has set; `more` parts follow."""

    request_id: int
    evse_id: int
    source: str
    profiles: Sequence[datatypes.ChargingProfileType]
    more: bool = True


class ProfileReader(Protocol):
    """Who is told of profiles that were asked for: the CSMS, on the connection that asked."""

    def tells(self, page: ProfilePage) -> bool:
        """Whether its version has words for a page of a single profile."""
        ...

    async def report_profiles(self, page: ProfilePage) -> None:
        """Send a page, and wait for its answer; see `Csms` for what it raises."""
        ...


def report(
    request_id: int, installed: Iterable[Installed], reader: ProfileReader
) -> list[ProfilePage]:
    """The pages that tell a reader of profiles: all but the last say that others follow
    (K09.FR.02). It hears of none that it has no words for.
    """
    told = (
        each
        for each in installed
        if reader.tells(ProfilePage(request_id, *_place(each), (each.profile,)))
    )
    found = list(_pages(request_id, told))
    return [*found[:-1], *(replace(last, more=False) for last in found[-1:])]


def _pages(request_id: int, installed: Iterable[Installed]) -> Iterator[ProfilePage]:
    for (evse_id, source), group in groupby(sorted(installed, key=_place), key=_place):
        profiles = [each.profile for each in group]
        for page in pages(profiles, most=MOST_PROFILES, room=ROOM, size=_size):
            yield ProfilePage(request_id, evse_id, source, page)


def _place(installed: Installed) -> tuple[int, str]:
    return installed.evse_id, installed.source


def _size(profile: datatypes.ChargingProfileType) -> int:
    return len(profile.to_json().encode())
