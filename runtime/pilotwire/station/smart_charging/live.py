"""How things are at each EVSE of a running station: the `Conditions` that profiles depend on."""

from collections.abc import Callable, Collection, Mapping
from hashlib import sha256
from typing import TypeAlias

from pilotwire.station.core import Core
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.power import GRID_PHASES, GRID_VOLTS
from pilotwire.station.evse.variables import supply_phases
from pilotwire.station.smart_charging.offline import Offline
from pilotwire.station.smart_charging.profiles import WHOLE_STATION, Installed
from pilotwire.station.smart_charging.situation import Site, Situation
from pilotwire.station.smart_charging.variables import local_zone

__all__ = ["Delays", "LiveConditions", "Touch"]

Delays: TypeAlias = Mapping[int, tuple[int, ...]]
"""By the id of a profile, by how many seconds each period begins later (K01.FR.92)."""

Touch: TypeAlias = Callable[[int, Situation], Situation]
"""What a block knows besides of the situation at an EVSE."""

_NONE: Delays = {}


class LiveConditions:
    """What is so now.

    `most` is what the station as a whole may take, in amperes a phase, where that is said.
    `touches` are what other blocks know besides; `watching` are called whenever EVSEs have been
    looked at for what may be another.
    """

    __slots__ = (
        "_core",
        "_delayed",
        "_delays",
        "_evses",
        "_offline",
        "_own_key",
        "_soc",
        "most",
        "touches",
        "watching",
    )

    def __init__(self, core: Core, offline: Offline, most: float | None) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._offline = offline
        self._own_key: str | None = None
        self._delayed: tuple[Installed, ...] = ()
        self._delays: Mapping[str, Delays] = {}
        self._soc = False
        self.most = most
        self.touches: tuple[Touch, ...] = ()
        self.watching: tuple[Callable[[], None], ...] = ()

    def count(self, profiles: Collection[Installed]) -> None:
        """These profiles count from now on."""
        schedules = [(each, one) for each in profiles for one in each.profile.charging_schedule]
        self._soc = any(one.limit_at_soc is not None for _, one in schedules)
        self._delayed = tuple(each for each, one in schedules if one.randomized_delay)
        self._delays = {}

    @property
    def by_soc(self) -> bool:
        """Whether the state of charge matters to any of them (K01.FR.100)."""
        return self._soc

    def site(self, evse_id: int) -> Site:
        """What an EVSE is made of; the station may take what all of them do together."""
        if evse_id == WHOLE_STATION:
            together = sum(evse.governed.hardware_most() for evse in self._evses)
            most = together if self.most is None else min(self.most, together)
            return Site(most, GRID_PHASES, GRID_VOLTS)
        phases = supply_phases(self._core.hardware.evses[evse_id - 1])
        most = self._evses.get(evse_id).governed.hardware_most()
        # The grid has three for direct current.
        return Site(most, phases or GRID_PHASES, GRID_VOLTS)

    def situation(self, evse_id: int) -> Situation:
        """How it is there now."""
        zone, since = local_zone(self._core.device_model), self._offline.since
        if evse_id == WHOLE_STATION:
            situation = Situation(
                offline_since=since, zone=zone, delays=self._delays_of(self._station_key)
            )
        else:
            evse = self._evses.get(evse_id)
            tx = evse.transaction
            situation = Situation(
                transaction_id=None if tx is None else tx.id,
                ready_at=None if tx is None else tx.ready_at,
                soc=evse.metering.soc if self._soc else None,
                offline_since=since,
                zone=zone,
                delays=_NONE if tx is None else self._delays_of(tx.id),
            )
        for touch in self.touches:
            situation = touch(evse_id, situation)
        return situation

    @property
    def _station_key(self) -> str:
        if self._own_key is None:
            self._own_key = str(self._core.random.getrandbits(64))
        return self._own_key

    def _delays_of(self, key: str) -> Delays:
        """Those of a transaction, over a restart too: they follow from its id, which is drawn."""
        if not self._delayed:
            return _NONE
        known = self._delays.get(key)
        if known is None:
            running = {tx.id for tx in (evse.transaction for evse in self._evses) if tx is not None}
            known = {each.id: _drawn(each, key) for each in self._delayed}
            others = {k: each for k, each in self._delays.items() if k in running}
            self._delays = {**others, key: known}
        return known


def _drawn(installed: Installed, key: str) -> tuple[int, ...]:
    """Up to randomizedDelay seconds for each period but the first (K01.FR.92)."""
    longest, most = 0, 0
    for schedule in installed.profile.charging_schedule:
        longest = max(longest, len(schedule.charging_schedule_period))
        most = max(most, schedule.randomized_delay or 0)
    return (0, *(_chance(f"{key}/{installed.id}/{n}", most) for n in range(1, longest)))


def _chance(key: str, most: int) -> int:
    """A number from 0 to `most`, each as likely as the others."""
    return int.from_bytes(sha256(key.encode()).digest()[:8], "big") % (most + 1)
