"""Stations that come and go: the dialog that adds one, and the button that takes one away."""

from collections.abc import Mapping
from urllib.parse import quote

from nicegui import ui
from pydantic import JsonValue, ValidationError

from pilotwire.simulator.errors import ActError, UnknownChargerError
from pilotwire.simulator.page import bits
from pilotwire.simulator.page.form import Form
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.page.parts import Now
from pilotwire.simulator.plan import ChargerPlan
from pilotwire.simulator.simulator import Simulator

__all__ = ["AddStation", "go_to", "remove_station"]


class AddStation:
    """Asks what station there is to be, and adds it.

    Args:
        simulator: To which.
        now: The time of day of the simulated world.
    """

    def __init__(self, simulator: Simulator, now: Now) -> None:
        self._simulator = simulator
        self._now = now
        self._form: Form | None = None
        with ui.dialog() as self._dialog, ui.element("div").classes("pw-dialog"):
            self._dialog.props["aria-label"] = "Add a station"
            bits.Text("h2", "Add a station")
            self._place = ui.element("div")
            self._wrong = bits.Text("p", classes="pw-wrong").props("role=alert")
            with ui.element("div").classes("pw-row").style("justify-content: flex-end"):
                bits.button("Cancel", self._close, kind="pw-plain")
                bits.button("Add", self._add, icon="add", kind="pw-main", name="Add the station")

    def open(self) -> None:
        """Ask."""
        if self._form is None:
            with self._place:
                self._form = Form(ChargerPlan, _problems, self._now)
        self._wrong.say("")
        self._dialog.value = True

    def _close(self) -> None:
        self._dialog.value = False

    async def _add(self) -> None:
        document = None if self._form is None else self._form.read()
        if document is None:
            return
        try:
            view = await self._simulator.add(ChargerPlan.model_validate(document))
        except ActError as error:
            self._wrong.say(str(error))
            return
        self._close()
        go_to(view.identity)


async def remove_station(hand: Hand) -> None:
    """Take a station away, and show another."""
    try:
        await hand.simulator.remove(hand.identity)
    except UnknownChargerError as error:
        hand.complain(str(error))
        return
    ui.navigate.to("/")


def go_to(identity: str) -> None:
    """Show another station."""
    ui.navigate.to(f"/?station={quote(identity, safe='')}")


def _problems(document: Mapping[str, JsonValue]) -> Mapping[str, str]:
    try:
        ChargerPlan.model_validate(dict(document))
    except ValidationError as error:
        return {
            ".".join(str(step) for step in fault["loc"]): fault["msg"]
            for fault in error.errors(include_url=False)
        }
    return {}
