"""Adding the page to a server."""

from fastapi import FastAPI, Request
from nicegui import ui

from pilotwire.simulator.page.shell import Shell, empty
from pilotwire.simulator.scenario.recorder import Recorder
from pilotwire.simulator.simulator import Simulator

__all__ = ["mount"]

TITLE = "Pilotwire simulator"
PATIENCE = 30.0
"""Seconds that a tab may be away, on a phone that sleeps, before it is forgotten."""
HISTORY = 100
"""How many updates a tab that was away is told afterwards; with more it begins anew."""


def mount(app: FastAPI, simulator: Simulator) -> None:
    """Add the page to an application, at its root: to be done last, and once in a process.

    Args:
        app: What serves it, and guards it.
        simulator: What the page shows; it has been entered.
    """

    recorder = Recorder(simulator)

    @ui.page("/", title=TITLE)
    async def page(request: Request, station: str = "") -> None:
        world = await simulator.view()
        known = [each.identity for each in world.stations]
        if not known:
            empty(simulator, world)
            return
        identity = station if station in known else known[0]
        theme = request.cookies.get("pilotwire-theme", "auto")
        Shell(simulator, world, await simulator.station(identity), theme, recorder)

    # NiceGUI does not say what a function of the page gives back.
    ui.run_with(  # pyright: ignore[reportUnknownMemberType]  # as NiceGUI has it
        app,
        title=TITLE,
        dark=None,
        language="en-US",
        tailwind=False,
        reconnect_timeout=PATIENCE,
        message_history_length=HISTORY,
        show_welcome_message=False,
    )
