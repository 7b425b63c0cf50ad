"""The tester's hand: what the page does to a station, and how it tells what came of it."""

from datetime import datetime

from nicegui import ui

from pilotwire.simulator.acts import AnyAct
from pilotwire.simulator.errors import ActError, UnknownChargerError
from pilotwire.simulator.page.bits import Text
from pilotwire.simulator.simulator import Simulator
from pilotwire.simulator.views import Done

__all__ = ["Hand"]


class Hand:
    """What a tab of a browser does to one station.

    Args:
        simulator: Where it is.
        identity: Which.
        time: The time of day of the simulated world.
    """

    def __init__(self, simulator: Simulator, identity: str, time: datetime) -> None:
        self.simulator = simulator
        self.identity = identity
        self.time = time
        self._told = Text("div", classes="pw-sr")
        self._told.props("role=status aria-live=polite")

    def now(self) -> datetime:
        """The time of day of the simulated world, as it was last seen."""
        return self.time

    def tell(self, text: str) -> None:
        """Say something to those who do not see the page; the others see it anyway."""
        self._told.say(text)

    async def do(self, act: AnyAct, *, said: str = "") -> Done | None:
        """Do something, and tell what came of it; None if it could not be done."""
        try:
            done = await self.simulator.do(self.identity, act)
        except (ActError, UnknownChargerError) as error:
            self.complain(str(error))
            return None
        words = done.said or said
        if words:
            self.report(words)
        return done

    def report(self, text: str) -> None:
        """Show for a moment that something is done."""
        ui.notify(
            text, position="bottom", icon="check", timeout=2500, group=False, classes="pw-told"
        )

    def complain(self, text: str) -> None:
        """Show for longer that something can't be done."""
        ui.notify(
            text,
            position="bottom",
            icon="error_outline",
            close_button="Close",
            timeout=10_000,
            group=False,
            classes="pw-told pw-told-bad",
        )
