"""Who has how much of what the station may take as a whole, at any instant."""

import asyncio
from collections.abc import Callable

from pilotwire.station.evse.evses import Evses

__all__ = ["FOLLOWS", "Ledger"]

FOLLOWS = 5.0
"""Seconds within which a vehicle follows a lower offer (IEC 61851-1 Annex A)."""


class Ledger:
    """What each EVSE holds: what it offers, is about to offer, or has offered until its vehicle has
    followed; which may take its time though nothing flows, and go by the former offer when it does
    again. `freed` is called when that becomes less by itself.
    """

    __slots__ = ("_before", "_evses", "_fading", "_freed", "_pending")

    def __init__(self, evses: Evses, freed: Callable[[], object]) -> None:
        self._evses = evses
        self._freed = freed
        self._pending: dict[int, float] = {}
        self._before: dict[int, float] = {}
        """What was offered at the beginning of the settling sequence that is under way."""
        self._fading: dict[int, tuple[float, asyncio.TimerHandle]] = {}

    def held(self, evse_id: int) -> float:
        """What an EVSE holds, in amperes."""
        fading = self._fading.get(evse_id)
        return max(
            self._evses.get(evse_id).governed.offered,
            self._pending.get(evse_id, 0.0),
            self._before.get(evse_id, 0.0),
            0.0 if fading is None else fading[0],
        )

    def free_for(self, evse_id: int, share: float, together: float) -> float:
        """How much of its share an EVSE can have now: what nobody else holds, and in any case no
        less than it holds.
        """
        here = self.held(evse_id)
        if share <= here:
            return share
        others = sum(self.held(each.id) for each in self._evses if each.id != evse_id)
        return max(here, min(share, together - others))

    def reserve(self, evse_id: int, amperes: float) -> None:
        """An EVSE is about to offer so much."""
        offered = self._evses.get(evse_id).governed.offered
        self._before[evse_id] = max(offered, self._before.get(evse_id, 0.0))
        self._pending[evse_id] = amperes

    def settled(self, evse_id: int) -> None:
        """An EVSE offers what it offers."""
        self._pending.pop(evse_id, None)
        before = self._before.pop(evse_id, 0.0)
        if before > self._evses.get(evse_id).governed.offered:
            self._fade(evse_id, before)

    def stop(self) -> None:
        """Nobody waits any more."""
        for _, timer in self._fading.values():
            timer.cancel()
        self._fading.clear()

    def _fade(self, evse_id: int, amperes: float) -> None:
        earlier = self._fading.get(evse_id)
        if earlier is not None:
            amperes = max(amperes, earlier[0])
            earlier[1].cancel()
        timer = asyncio.get_running_loop().call_later(FOLLOWS, self._faded, evse_id)
        self._fading[evse_id] = amperes, timer

    def _faded(self, evse_id: int) -> None:
        del self._fading[evse_id]
        self._freed()
