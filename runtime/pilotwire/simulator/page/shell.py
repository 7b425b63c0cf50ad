"""The page as a whole: its frame, its views, and what keeps them up to date."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from nicegui import ui
from nicegui.element import Element

from pilotwire.simulator.errors import UnknownChargerError
from pilotwire.simulator.page import bits, words
from pilotwire.simulator.page.anything import ActPanel
from pilotwire.simulator.page.csms import CsmsPanel
from pilotwire.simulator.page.evses import EvsePanel
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.page.messages import MessagePanel
from pilotwire.simulator.page.recording import RecordingPanel
from pilotwire.simulator.page.records import RecordsPanel
from pilotwire.simulator.page.station import StationPanel
from pilotwire.simulator.page.stations import AddStation, go_to
from pilotwire.simulator.page.variables import VariablePanel
from pilotwire.simulator.scenario.recorder import Recorder
from pilotwire.simulator.simulator import Simulator
from pilotwire.simulator.views import SimulatorView, StationView

__all__ = ["Shell"]

EVERY: Final = 0.5
"""Seconds between two looks at the station."""
SELDOM: Final = 6
"""With every so many looks, those are taken that cost more."""

MANY: Final = 10
"""Among more stations than that, one is found by typing."""

_STYLE: Final = Path(__file__).with_name("page.css")
_VIEWS: Final[Sequence[tuple[str, str, str]]] = (
    ("evses", "EVSEs", "ev_station"),
    ("log", "Messages", "swap_vert"),
    ("station", "Station", "settings_remote"),
    ("variables", "Variables", "tune"),
    ("records", "Records", "inventory_2"),
    ("csms", "CSMS", "dns"),
)


class Shell:
    """What one tab of a browser shows of a station.

    Args:
        simulator: Where it is.
        world: What there is.
        station: What the station is now.
        theme: "dark", "light", or else what the system has.
        recorder: What records scenarios.
    """

    def __init__(
        self,
        simulator: Simulator,
        world: SimulatorView,
        station: StationView,
        theme: str,
        recorder: Recorder,
    ) -> None:
        self._hand = hand = Hand(simulator, station.identity, world.time)
        self._views: dict[str, Element] = {}
        self._link = ""
        self._looks = 0
        ui.add_css(_STYLE)
        self._frame(world, theme)
        with ui.element("div").classes("pw-frame") as frame:
            frame.props["id"] = "main"
            with self._view("evses", "EVSEs"):
                self._evses = EvsePanel(hand, station)
            with self._view("log", "Messages"):
                self._messages = MessagePanel(hand)
            with self._view("station", "Station"):
                self._station = StationPanel(hand)
                self._recording = RecordingPanel(hand, recorder)
                ActPanel(hand)
            with self._view("variables", "Variables"):
                self._variables = VariablePanel(hand)
            with self._view("records", "Records"):
                self._records = RecordsPanel(hand)
            self._csms: CsmsPanel | None = None
            if world.csms is not None:
                with self._view("csms", "CSMS"):
                    self._csms = CsmsPanel(hand)
        self._chosen = "evses"
        self._choose("evses")
        self._show(world, station)
        ui.timer(EVERY, self._look)

    # Its frame.

    def _frame(self, world: SimulatorView, theme: str) -> None:
        hand = self._hand
        self._dark = ui.dark_mode({"dark": True, "light": False}.get(theme))
        with ui.header().classes("pw-header"):
            several = " pw-several" if len(world.stations) > 1 else ""
            with ui.element("div").classes(f"pw-top{several}"):
                self._whose(world)
                with ui.element("div").classes("pw-row pw-states"):
                    self._speed = bits.Chip("", "speed")
                    self._chip = bits.Chip()
                with ui.element("div").classes("pw-row pw-tools"):
                    adding = AddStation(hand.simulator, hand.now)
                    bits.icon_button("add", "Add a station", adding.open)
                    self._switch = bits.icon_button("brightness_auto", "Theme", self._next_theme)
            self._tabs = ui.tabs(on_change=lambda event: self._choose(str(event.value)))
            self._tabs.classes("pw-tabs").props("align=left no-caps mobile-arrows")
            self._tabs.props["aria-label"] = "Views"
            with self._tabs:
                for name, label, icon in self._shown_views(world):
                    ui.tab(name, label, icon).props("no-caps")
        self._theme = theme if theme in {"dark", "light"} else "auto"
        self._show_theme()

    def _whose(self, world: SimulatorView) -> None:
        identity = self._hand.identity
        several = len(world.stations) > 1
        with ui.element("div").classes("pw-brand"):
            ui.icon("ev_station").props("aria-hidden=true")
            bits.Text("h1", identity, "pw-sr" if several else "")
            if several:
                names = [each.identity for each in world.stations]
                chosen = bits.select(
                    "Station",
                    names,
                    identity,
                    changed=go_to,
                    with_input=len(names) > MANY,
                )
                chosen.classes("pw-grow")

    def _shown_views(self, world: SimulatorView) -> Sequence[tuple[str, str, str]]:
        return [each for each in _VIEWS if each[0] != "csms" or world.csms is not None]

    def _view(self, name: str, label: str) -> Element:
        made = ui.element("div").classes(f"pw-view pw-{name}")
        made.props["role"] = "tabpanel"
        made.props["aria-label"] = label
        self._views[name] = made
        return made

    def _choose(self, name: str) -> None:
        if name != self._chosen:
            self._looks = -1  # whatever it shows is looked at soon
            _ = ui.run_javascript("window.scrollTo(0, 0)")
        self._tabs.value = self._chosen = name
        for each, view in self._views.items():
            view.classes(
                *(("pw-shown",) if each == name else ()), remove="" if each == name else "pw-shown"
            )

    # Light and dark.

    def _next_theme(self) -> None:
        order = ("auto", "dark", "light")
        self._theme = order[(order.index(self._theme) + 1) % len(order)]
        self._dark.value = {"dark": True, "light": False}.get(self._theme)
        self._show_theme()
        kept = f"pilotwire-theme={self._theme}; path=/; max-age=31536000; samesite=strict"
        _ = ui.run_javascript(f"document.cookie = '{kept}'")

    def _show_theme(self) -> None:
        icon, words_of_it = _THEMES[self._theme]
        self._switch.icon = icon
        self._switch.props["aria-label"] = f"Theme: {words_of_it}. Change it"
        self._switch.props["title"] = f"Theme: {words_of_it}"

    # What it shows.

    async def _look(self) -> None:
        self._looks += 1
        simulator, identity = self._hand.simulator, self._hand.identity
        try:
            station = await simulator.station(identity)
            world = await simulator.view()
            self._show(world, station)
            await self._messages.show(station.last_message)
            match self._chosen:
                case "evses":
                    await self._evses.show_plots()
                case "variables" if self._looks % SELDOM == 0:
                    await self._variables.show()
                case "records":
                    self._records.show(station, self._messages.firmware)
                    if self._looks % SELDOM == 0:
                        await self._records.show_certificates()
                case "csms" if self._csms is not None:
                    self._csms.show(await simulator.csms_view())
                case _:
                    pass
        except UnknownChargerError:
            self._chip.show("Gone", "delete", "bad")
            return

    def _show(self, world: SimulatorView, station: StationView) -> None:
        self._hand.time = world.time
        link = words.link_state(station)
        self._chip.show(*link)
        if self._link and link[0] != self._link:
            self._hand.tell(f"Connection: {link[0]}")
        self._link = link[0]
        self._speed.show(f"×{world.speed:g}", "speed")  # noqa: RUF001 -- times
        self._speed.set_visibility(world.speed != 1)
        self._evses.show(station)
        self._station.show(world, station)
        self._recording.show()


_THEMES: Final = {
    "auto": ("brightness_auto", "as the system"),
    "dark": ("dark_mode", "dark"),
    "light": ("light_mode", "light"),
}


def empty(simulator: Simulator, world: SimulatorView) -> None:
    """The page while there are no stations."""
    ui.add_css(_STYLE)
    ui.dark_mode(None)
    adding = AddStation(simulator, lambda: world.time)
    with bits.Card("There are no stations yet", level="h1"):
        bits.button("Add a station", adding.open, icon="add", kind="pw-main")
