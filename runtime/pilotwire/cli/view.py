"""What a person sees of the demo: a live picture in a terminal, or plain lines elsewhere."""

import asyncio
import sys
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Final, NoReturn, Self

from rich.console import Console
from rich.layout import Layout
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pilotwire.cli.messages import Kind, Passed
from pilotwire.cli.output import say

__all__ = ["EvseLine", "LiveView", "View", "terminal"]

_PICTURES_PER_SECOND: Final = 8.0
_KEPT_LINES: Final = 200
_STATE_STYLES: Final = {
    "Charging": "bold green",
    "SuspendedEV": "yellow",
    "SuspendedEVSE": "yellow",
    "Faulted": "bold red",
    "EVConnected": "cyan",
}


@dataclass(frozen=True, slots=True)
class EvseLine:
    """What there is to see of an EVSE."""

    evse_id: int
    state: str
    power_w: float
    energy_wh: float | None
    soc: float | None
    session: str
    limit: str = ""


class View(AbstractContextManager["View"]):
    """Shows messages and what happens, as plain lines; the live view overrides it all."""

    def message(self, passed: Passed) -> None:
        """Show a message."""
        say(f"{_clock(passed.at)} {passed.line}")

    def tell(self, at: datetime, text: str) -> None:
        """Show something that happened."""
        say(f"{_clock(at)} -- {text}")

    async def paint(self) -> NoReturn:
        """Keep the picture up to date."""
        await asyncio.Event().wait()
        raise AssertionError("nobody sets the event")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        return None


class LiveView(View):
    """A picture of the station over its latest messages, which fills the terminal.

    Args:
        console: The terminal.
        title: What is shown.
        speed: How many times faster than real time the loop runs.
        now: The time of day.
        evses: Looks at the EVSEs.
    """

    def __init__(
        self,
        console: Console,
        *,
        title: str,
        speed: float,
        now: Callable[[], datetime],
        evses: Callable[[], Sequence[EvseLine]],
    ) -> None:
        self._console = console
        self._title = title
        self._speed = speed
        self._now = now
        self._evses = evses
        self._lines: deque[Text] = deque(maxlen=_KEPT_LINES)
        self._live = Live(console=console, screen=True, auto_refresh=False)

    def message(self, passed: Passed) -> None:
        """See `View.message`."""
        asked = "cyan" if passed.sent else "magenta"
        style = {
            Kind.REQUEST: asked,
            Kind.SEND: asked,
            Kind.ANSWER: "dim",
        }.get(passed.kind, "bold red")
        line = Text(f"{_clock(passed.at)} ", style="dim")
        line.append("→ " if passed.sent else "← ", style=style)
        line.append(passed.name, style=style)
        line.append(f"  {passed.detail}", style="dim" if passed.kind is Kind.ANSWER else "default")
        self._lines.append(line)

    def tell(self, at: datetime, text: str) -> None:
        """See `View.tell`."""
        line = Text(f"{_clock(at)} ", style="dim")
        line.append(f"● {text}", style="bold yellow")
        self._lines.append(line)

    async def paint(self) -> NoReturn:
        """See `View.paint`."""
        while True:
            self._live.update(self._picture(), refresh=True)
            await asyncio.sleep(self._speed / _PICTURES_PER_SECOND)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._live.stop()

    def _picture(self) -> Layout:
        evses = self._evses()
        height = len(evses) + 3
        layout = Layout()
        layout.split_column(
            Layout(self._table(evses), size=height),
            Layout(self._stream(self._console.height - height - 2)),
        )
        return layout

    def _table(self, evses: Sequence[EvseLine]) -> Panel:
        table = Table(box=None, expand=True, pad_edge=False)
        for name in ("EVSE", "State"):
            table.add_column(name, no_wrap=True)
        for name in ("Limit", "Power", "Energy", "Battery"):
            table.add_column(name, justify="right", no_wrap=True)
        table.add_column("Session", no_wrap=True, overflow="ellipsis", ratio=1)
        for evse in evses:
            table.add_row(
                str(evse.evse_id),
                Text(evse.state, style=_STATE_STYLES.get(evse.state, "default")),
                evse.limit,
                f"{evse.power_w / 1000:.1f} kW",
                "" if evse.energy_wh is None else f"{evse.energy_wh / 1000:.3f} kWh",
                "" if evse.soc is None else f"{evse.soc:.1f} %",
                evse.session,
            )
        title = f"{self._title} · {_clock(self._now())}"
        return Panel(table, title=title, subtitle="Ctrl-C ends it")

    def _stream(self, height: int) -> Panel:
        lines = list(self._lines)[-max(height, 1) :]
        text = Text("\n", no_wrap=True, overflow="ellipsis").join(lines)
        text.no_wrap, text.overflow = True, "ellipsis"
        return Panel(text, title="Station → CSMS, Station ← CSMS")


def terminal() -> Console | None:
    """The terminal to paint on, if standard output is one that can."""
    console = Console()
    return console if sys.stdout.isatty() and not console.is_dumb_terminal else None


def _clock(at: datetime) -> str:
    return f"{at:%H:%M:%S}"
