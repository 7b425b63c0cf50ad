"""What a person sees of a fleet: live figures in a terminal, or a line now and then elsewhere."""

import asyncio
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Final, NoReturn, Self

from rich.console import Console, Group
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pilotwire.cli.output import say
from pilotwire.simulator.fleet import Counts, Fleet

__all__ = ["FleetView", "LiveFleetView", "line_of"]

_SECONDS_A_LINE: Final = 10.0
_SECONDS_A_PICTURE: Final = 1.0


class FleetView(AbstractContextManager["FleetView"]):
    """A line every ten seconds."""

    def __init__(self, fleet: Fleet, speed: float) -> None:
        self._fleet = fleet
        self._speed = speed

    async def paint(self) -> None:
        """Show what the fleet is at, without end."""
        while True:
            await asyncio.sleep(_SECONDS_A_LINE * self._speed)
            say(line_of(self._fleet.counts()))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> None:
        return None


class LiveFleetView(FleetView):
    """A picture that fills the terminal."""

    def __init__(self, fleet: Fleet, speed: float, console: Console) -> None:
        super().__init__(fleet, speed)
        self._live = Live(console=console, screen=True, auto_refresh=False)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> None:
        self._live.stop()

    async def paint(self) -> NoReturn:
        """See `FleetView.paint`."""
        while True:
            self._live.update(picture(self._fleet.counts(), self._speed), refresh=True)
            await asyncio.sleep(_SECONDS_A_PICTURE * self._speed)


def line_of(counts: Counts) -> str:
    """What a fleet is at, in a line."""
    sessions = counts.sessions
    slowest = max(counts.calls.values(), key=lambda call: call.p95, default=None)
    latency = "" if slowest is None else f", p95 at most {1000 * slowest.p95:.0f} ms"
    return (
        f"{counts.seconds:.0f} s: {counts.connected} of {counts.stations} connected, "
        f"{counts.accepted} accepted, {sessions.running} sessions run, {sessions.done} done, "
        f"{counts.messages_a_second:.0f} messages/s{latency}, "
        f"{sum(counts.errors.values())} errors, {sessions.given_up} given up"
    )


def picture(counts: Counts, speed: float) -> Group:
    """What a fleet is at, as a picture."""
    sessions = counts.sessions
    now = Table(box=None, expand=True, show_header=False)
    for row in (
        ("connected", f"{counts.connected} of {counts.stations}", "accepted", str(counts.accepted)),
        (
            "sessions",
            f"{sessions.running} run, {sessions.done} done",
            "energy",
            f"{sessions.energy_kwh:.1f} kWh",
        ),
        (
            "messages",
            f"{counts.messages_a_second:.0f} a second",
            "in all",
            f"{counts.sent} sent, {counts.received} received",
        ),
        ("waiting", str(sessions.undelivered), "given up", str(sessions.given_up)),
        ("turned away", str(sessions.turned_away), "no energy", str(sessions.without_energy)),
        ("no network", str(counts.without_network), "faults", str(counts.faults)),
    ):
        now.add_row(Text(row[0], style="dim"), row[1], Text(row[2], style="dim"), row[3])
    calls = Table(box=None, expand=True, pad_edge=False)
    calls.add_column("Action", no_wrap=True)
    for name in ("Answers", "p50 ms", "p95 ms", "p99 ms", "Errors"):
        calls.add_column(name, justify="right", no_wrap=True)
    for action, call in counts.calls.items():
        wrong = ", ".join(f"{code} {count}" for code, count in sorted(call.errors.items()))
        latencies = (f"{1000 * each:.1f}" for each in (call.p50, call.p95, call.p99))
        calls.add_row(action, str(call.count), *latencies, Text(wrong, style="bold red"))
    title = f"pilotwire fleet · {counts.seconds:.0f} s"
    if speed != 1.0:
        title += f" · {speed:g} times as fast, and latencies in the stations' own time"
    return Group(Panel(now, title=title, subtitle="Ctrl-C ends it"), Panel(calls, title="Calls"))
