"""The EVSEs of a station: all of them, or some at a time where there are many."""

from collections.abc import Mapping
from typing import Final

from nicegui import ui

from pilotwire.simulator.page import bits
from pilotwire.simulator.page.evse import EvseCard
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.views import StationView

__all__ = ["AT_ONCE", "EvsePanel"]

AT_ONCE: Final = 4
"""How many EVSEs are shown at a time: what a tab costs does not grow with the station."""
_SAMPLES: Final = 20_000


class EvsePanel:
    """The EVSEs.

    Args:
        hand: What they are touched with.
        station: What the station is now.
    """

    def __init__(self, hand: Hand, station: StationView) -> None:
        self._hand = hand
        self._station = station
        self._cards: list[EvseCard] = []
        count = len(station.evses)
        if count > AT_ONCE:
            bits.select("EVSEs", _groups(count), 0, changed=self._fill)
        two = " pw-cards-2" if count > 1 else ""
        self._place = ui.element("div").classes(f"pw-cards{two}")
        self._fill(0)

    def _fill(self, first: int) -> None:
        self._place.clear()
        with self._place:
            shown = self._station.evses[first : first + AT_ONCE]
            self._cards = [EvseCard(self._hand, each) for each in shown]
        self.show(self._station)

    def show(self, station: StationView) -> None:
        """Show how they are now."""
        self._station = station
        evses = {each.id: each for each in station.evses}
        for card in self._cards:
            card.show(station, evses[card.evse_id])

    async def show_plots(self) -> None:
        """Show what was so lately."""
        most = _SAMPLES // max(len(self._station.evses), 1)
        wanted = min(most, max(card.plot.span for card in self._cards)) * len(self._station.evses)
        samples = await self._hand.simulator.samples(self._hand.identity, most=wanted)
        for card in self._cards:
            card.plot.show(samples)


def _groups(count: int) -> Mapping[int, str]:
    """What is shown together, by the first."""
    firsts = range(0, count, AT_ONCE)
    return {each: f"{each + 1} to {min(each + AT_ONCE, count)}" for each in firsts}
