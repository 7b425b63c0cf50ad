"""What is offered never exceeds what the profiles allow: looked at all along, by the oracle.

A station has 5 s to follow a limit that falls (IEC 61851-1, Annex A). What it offers anew is within
the limit at once; so it is when the contactor closes, after a power cut, too.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pilotwire.hal.simulated import SimulatedEvse
from pilotwire.station.smart_charging.block import SmartCharging
from pilotwire.station.smart_charging.profiles import WHOLE_STATION
from pilotwire.station.station import Station
from tests.oracle.smart_charging import at

__all__ = ["FOLLOWS", "Limits"]

FOLLOWS = 5.0
"""Seconds within which a limit is followed."""

LATE = 20.0
"""The same while a part of the EVSE does not work, on which everything waits for up to 5 s."""

TINY = 0.05
"""Amperes that are none."""


@dataclass
class Limits:
    """Looks at the EVSEs of a run. `station` is the station, while it works."""

    evses: Sequence[SimulatedEvse]
    station: Callable[[], Station | None]
    ailing: Callable[[int], bool]
    """Whether a part of an EVSE does not work as it is told."""
    outside: Callable[[int], float | None]
    """What others have allowed an EVSE, or the station, for long enough by now."""
    wrongs: list[str]
    looks: int = 0
    """How often something was limited when somebody looked."""

    def __post_init__(self) -> None:
        self._due: dict[int, tuple[float, float]] = {}
        """Of an EVSE (0: all of them) that offers too much: since when, and how much was allowed
        then.
        """
        self._recent: dict[int, list[tuple[float, float]]] = {}
        """What was allowed lately, and when."""
        for evse in self.evses:
            self._follow(evse)

    def look(self) -> None:
        """Look at all of them; what is too much must be less in time."""
        for evse_id in (WHOLE_STATION, *(evse.id for evse in self.evses)):
            self._look(evse_id)

    def died(self) -> None:
        """The station is gone, and starts anew."""
        self._due.clear()
        self._recent.clear()

    def _look(self, evse_id: int) -> None:
        allowed, offered = self._allowed(evse_id), self._offered(evse_id)
        if allowed is None or offered <= allowed + TINY:
            self._due.pop(evse_id, None)
            return
        loop = asyncio.get_running_loop()
        if evse_id not in self._due:
            self._due[evse_id] = loop.time(), allowed
            loop.call_later(self._patience(evse_id), self._again, evse_id)

    def _again(self, evse_id: int) -> None:
        since = self._due.pop(evse_id, None)
        allowed, offered = self._most(evse_id), self._offered(evse_id)
        if since is None or allowed is None or offered <= max(allowed, since[1]) + TINY:
            return
        if self._patience(evse_id) > FOLLOWS:
            self._look(evse_id)  # it has begun to ail meanwhile
            return
        self.wrongs.append(
            f"{_name(evse_id)} offers {offered:g} A at {loop_time():.3f}, and {allowed:g} A are"
            f" allowed since {since[0]:.3f}"
        )

    def _patience(self, evse_id: int) -> float:
        them = [evse.id for evse in self.evses if evse_id in {WHOLE_STATION, evse.id}]
        return LATE if any(self.ailing(each) for each in them) else FOLLOWS

    def _offered(self, evse_id: int) -> float:
        """What an EVSE offers to a vehicle that can take it."""
        return sum(
            evse.offered_a
            for evse in self.evses
            if evse_id in {WHOLE_STATION, evse.id}
            and evse.contactor.closed
            and evse.offered_a >= 6
            and not self.ailing(evse.id)
        )

    def _allowed(self, evse_id: int, ago: float = 0.0) -> float | None:
        """What the profiles allow that the station has; None where nobody can say."""
        station = self.station()
        if station is None:
            return None
        block = station.block(SmartCharging)
        profiles = block.counting()
        site, situation = block.conditions.site(evse_id), block.conditions.situation(evse_id)
        t = station.now() - timedelta(seconds=ago)
        if profiles:
            self.looks += 1
        allowed = at(profiles, evse_id, site, situation, t, t)
        outside = self.outside(evse_id)
        of_profiles = allowed.limit(site.most)
        return of_profiles if outside is None else min(of_profiles, outside + allowed.generation)

    def _most(self, evse_id: int) -> float | None:
        """The most that was allowed in the time that there is to follow a limit."""
        lately = [self._allowed(evse_id, ago) for ago in (0.0, 1.0, 2.0, 3.0, 4.0, 4.9)]
        return max((each for each in lately if each is not None), default=None)

    def _follow(self, evse: SimulatedEvse) -> None:
        """Look whenever it offers something, or its contactor closes."""
        offer, close = evse.offer_current, evse.close_contactor

        async def watched_offer(amperes: float) -> None:
            more = amperes > evse.offered_a
            await offer(amperes)
            if more:
                self._at_once(evse.id, "offers", amperes)

        async def watched_close() -> None:
            await close()
            self._at_once(evse.id, "closes at", evse.offered_a)

        vars(evse)["offer_current"] = watched_offer
        vars(evse)["close_contactor"] = watched_close

    def _at_once(self, evse_id: int, does: str, amperes: float) -> None:
        for each in (evse_id, WHOLE_STATION):
            offered = self._offered(each)
            allowed = self._most(each)
            if amperes >= 6 and allowed is not None and offered > allowed + TINY:
                self.wrongs.append(
                    f"EVSE {evse_id} {does} {amperes:g} A at {loop_time():.3f}, which is more than"
                    f" {_name(each)} may: {allowed:g} A"
                )


def loop_time() -> float:
    return asyncio.get_running_loop().time()


def _name(evse_id: int) -> str:
    return f"EVSE {evse_id}" if evse_id else "the station"
