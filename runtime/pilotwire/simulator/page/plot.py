"""Currents, limits and the state of charge of an EVSE over time, as curves and as a table."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from nicegui import ui
from nicegui.element import Element

from pilotwire.simulator.page import bits, words
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.views import EvseView, Sample

__all__ = ["Plot"]

POINTS: Final = 240
"""What a browser is told of at most."""
ROWS: Final = 30
"""The length of the table."""
SPANS: Final[Mapping[int, str]] = {120: "Newest 120", 720: "Newest 720", 10_000: "All"}
"""How many samples may be shown; of many, some are left out."""


class _Curves(Element, component=Path(__file__).with_name("plot.js")):
    def __init__(self, name: str, most: float) -> None:
        super().__init__()
        self.props["name"] = name
        self.props["most"] = most
        self.props["points"] = []


class Plot:
    """The plot of an EVSE.

    Args:
        hand: Where it is.
        evse: Which it is of.
    """

    def __init__(self, hand: Hand, evse: EvseView) -> None:
        self._hand = hand
        self._evse_id = evse.id
        self.span = 120
        """How many samples it shows."""
        self._chosen: Sequence[Sample] = ()
        self._latest: Sample | None = None
        self._table_shown = False
        with bits.Fold("Currents and limits over time", opened=True):
            self._curves = _Curves(f"Currents of EVSE {evse.id}", evse.max_current_a)
            with bits.Group(f"Samples of EVSE {evse.id} that are shown"):
                self._spans = {
                    span: bits.button(text, partial(self._show_span, span), kind="pw-slim pw-plain")
                    for span, text in SPANS.items()
                }
            with bits.Fold("As a table") as table:
                table.classes("pw-small")
                table.on("toggle", lambda event: self._toggle(event.args), js_handler=_OPENED)
                self._table = ui.element("div")
        self._show_span(self.span)

    def show(self, samples: Sequence[Sample]) -> None:
        """Show these of all EVSEs, if there are new ones of this."""
        own = [each for each in samples if each.evse_id == self._evse_id]
        if not own or own[-1] == self._latest:
            return
        self._latest = own[-1]
        own = own[-self.span :]
        stride = -(-len(own) // POINTS)
        chosen = own[::-1][::stride][::-1]
        self._chosen = chosen
        self._curves.props["points"] = [_point(each) for each in chosen]
        if self._table_shown:
            self._fill()

    def _show_span(self, span: int) -> None:
        self.span = span
        self._latest = None
        for each, button in self._spans.items():
            bits.press(button, pressed=each == span)

    def _toggle(self, opened: bool) -> None:
        self._table_shown = opened
        self._table.clear()
        if opened:
            self._fill()

    def _fill(self) -> None:
        self._table.clear()
        with self._table:
            bits.table(
                f"Samples of EVSE {self._evse_id}, the newest first",
                ("Time", "Drawn", "Offered", "Limit", "Power", "Battery"),
                (_row(each) for each in self._chosen[: -ROWS - 1 : -1]),
            )


_OPENED = "(event) => emit(event.target.open)"


def _point(sample: Sample) -> list[float | None]:
    return [
        round(sample.at.timestamp(), 1),
        round(sample.current_a, 2),
        round(sample.offered_a, 2),
        round(sample.limit_a, 2),
        None if sample.soc is None else round(sample.soc, 1),
    ]


def _row(sample: Sample) -> tuple[str, ...]:
    return (
        words.clock_time(sample.at),
        words.amperes(sample.current_a),
        words.amperes(sample.offered_a),
        words.amperes(sample.limit_a),
        words.power(sample.power_w),
        bits.NOTHING if sample.soc is None else f"{words.number(sample.soc)} %",
    )
