"""The charging profiles of a station, whoever has set them (K01; 1.6 3.13.1).

set by the CSMS            outlasts a restart (K01.FR.27), as its transaction may
set by an external system  is in memory only, and has to be set again after one
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pilotwire.hal.interfaces import WHOLE_STATION
from pilotwire.logs import logger
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.smart_charging.schedule import Timetable
from pilotwire.station.vocabulary import ChargingProfilePurpose
from pilotwire.store import ChargingProfileRow, StationRecords, StoreUnwritableError

__all__ = ["BY_CSMS", "WHOLE_STATION", "ChargingProfiles", "Installed"]

log = logger(__name__)

BY_CSMS: Final = "CSO"
"""The source of a profile that the CSMS has set (ChargingLimitSourceEnumStringType)."""

_IN_MEMORY = frozenset(
    {
        ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS,
        ChargingProfilePurpose.LOCAL_GENERATION,
    }
)


@dataclass(frozen=True)
class Installed:
    """A charging profile of an EVSE, or of the station (EVSE 0); `source` is who has set it."""

    evse_id: int
    profile: datatypes.ChargingProfileType
    source: str = BY_CSMS

    @property
    def id(self) -> int:
        """Its number, which no other profile of the station has."""
        return self.profile.id

    @property
    def purpose(self) -> ChargingProfilePurpose:
        """What it is for."""
        return self.profile.charging_profile_purpose

    @cached_property
    def timetables(self) -> tuple[Timetable, ...]:
        """When the periods of each of its schedules are: worked out once, when first asked for."""
        return tuple(Timetable(self.profile, each) for each in self.profile.charging_schedule)

    def applies_to(self, evse_id: int) -> bool:
        """Whether it says something of an EVSE: one of the station does of all (K01.FR.14)."""
        return self.evse_id in {WHOLE_STATION, evse_id}


class ChargingProfiles:
    """All profiles that there are, those of lower ids first."""

    __slots__ = ("_all", "_records", "_watching")

    def __init__(self, records: StationRecords) -> None:
        self._records = records
        self._watching: list[Callable[[], None]] = []
        self._all: dict[int, Installed] = {}
        for row in records.charging_profiles.all():
            try:
                profile = datatypes.ChargingProfileType.model_validate_json(row.body)
            except ValueError:
                log.error("charging profile %d: what was kept of it is damaged", row.id)  # noqa: TRY400 -- pydantic's text quotes the row
                continue
            self._all[row.id] = Installed(row.evse_id, profile, row.source)

    def __iter__(self) -> Iterator[Installed]:
        return iter(self._all.values())

    def __len__(self) -> int:
        return len(self._all)

    def get(self, profile_id: int) -> Installed | None:
        """The profile of that number."""
        return self._all.get(profile_id)

    def install(self, installed: Installed, instead_of: Collection[int] = ()) -> None:
        """Have a profile, in the place of one of the same id (K01.FR.05), and of others.

        Raises:
            StoreUnwritableError: it can't be kept; what there was stands.
        """
        with self._records.atomic():
            self.keep(installed, instead_of)
        self.have(installed, instead_of)

    def remove(self, ids: Collection[int]) -> None:
        """Have these no more.

        Raises:
            StoreUnwritableError: that can't be put down; what there was stands.
        """
        with self._records.atomic():
            self.forget(ids)
        self.have_not(ids)

    def revise(self, installed: Installed, *, at_once: bool) -> None:
        """Have another in the place of one of the same id that is the same but for its limit, or
        the time of that (K28). It is on the disk `at_once`, or with the next commit.

        It counts though it can't be kept: of a full disk the log tells.
        """
        try:
            with self._records.atomic() if at_once else self._records.lazily():
                self.keep(installed)
        except StoreUnwritableError as error:
            log.error("charging profile %d: an update is not kept: %s", installed.id, error)  # noqa: TRY400 -- no traceback for a known failure
        self.have(installed)

    # The same in two steps: within a commit that has more to do, and once it is made.

    def keep(self, installed: Installed, instead_of: Collection[int] = ()) -> None:
        """Write that there is a profile; belongs in a block of the store."""
        self.forget(instead_of)
        if installed.purpose not in _IN_MEMORY:
            row = ChargingProfileRow(
                installed.id, installed.evse_id, installed.source, installed.profile.to_json()
            )
            self._records.charging_profiles.put(row)
        else:
            self.forget((installed.id,))

    def have(self, installed: Installed, instead_of: Collection[int] = ()) -> None:
        """It has been written that there is a profile."""
        rest = {number: each for number, each in self._all.items() if number not in instead_of}
        self._all = dict(sorted({**rest, installed.id: installed}.items()))
        self.changed()

    def forget(self, ids: Collection[int]) -> None:
        """Write that there are these no more; belongs in a block of the store."""
        for profile_id in ids:
            there = self._all.get(profile_id)
            if there is not None and there.purpose not in _IN_MEMORY:
                self._records.charging_profiles.remove(profile_id)

    def have_not(self, ids: Collection[int]) -> None:
        """It has been written that there are these no more."""
        if ids:
            self._all = {number: each for number, each in self._all.items() if number not in ids}
            self.changed()

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever there are others than before."""
        self._watching.append(changed)

    def changed(self) -> None:
        """Have those who watch look again: there are others, or what they mean is another."""
        for changed in self._watching:
            changed()
