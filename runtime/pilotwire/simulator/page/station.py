"""The station as a whole: who it is, its power, its network, its clock, and the speed of time."""

from functools import partial

from nicegui import ui

from pilotwire.simulator.acts import (
    Clock,
    ExternalLimit,
    Offline,
    Online,
    PowerCut,
    PowerOn,
    Restart,
    Speed,
)
from pilotwire.simulator.page import bits, words
from pilotwire.simulator.page.faults import FaultList, FaultMaker
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.page.stations import remove_station
from pilotwire.simulator.views import SimulatorView, StationView

__all__ = ["StationPanel"]

SPEEDS = (1.0, 10.0, 60.0, 600.0, 3600.0)


class StationPanel:
    """The surroundings of a station.

    Args:
        hand: What they are touched with.
    """

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        with ui.element("div").classes("pw-cards pw-cards-2"):
            with ui.element("div").classes("pw-stack"):
                self._network()
                self._time()
                with bits.Card("About"):
                    self._about = bits.Facts()
                    with bits.Fold("Take this station away"):
                        bits.button(
                            f"Remove {hand.identity}",
                            lambda: remove_station(hand),
                            icon="delete",
                            kind="pw-danger",
                        )
            with ui.element("div").classes("pw-stack"):
                self._power()
                self._limits()
                with bits.Card("Faults of the whole station"):
                    self._faults = FaultList(hand, 0)
                    FaultMaker(hand, 0)

    # What there is.

    def _network(self) -> None:
        with bits.Card("Network") as card:
            with card.head:
                self._link = bits.Chip()
            self._connection = bits.Facts()
            self._for = bits.number("For", least=0, most=31_622_400, unit="s")
            self._for.props('hint="Empty: until it is given back"')
            self._silent = ui.switch("Lose what is said, without a broken connection")
            with ui.element("div").classes("pw-row"):
                self._offline = bits.button(
                    "Go offline", self._do_offline, icon="wifi_off", kind="pw-danger"
                )
                self._online = bits.button(
                    "Go online", self._do_online, icon="wifi", kind="pw-main"
                )

    def _power(self) -> None:
        with bits.Card("Power") as card:
            with card.head:
                self._powered = bits.Chip()
            bits.Text(
                "p",
                "A power cut is one: contactors open, nothing is said, and what is not on disk is "
                "lost. Vehicles stay on their cables.",
                "pw-soft pw-small",
            )
            self._dark = bits.number("For", 10, least=0, most=31_622_400, unit="s")
            self._dark.props('hint="Empty: until it is given back"')
            with ui.element("div").classes("pw-row"):
                self._cut = bits.button(
                    "Cut power", self._do_cut, icon="power_off", kind="pw-danger"
                )
                self._give = bits.button("Give power", self._do_give, icon="power", kind="pw-main")
                self._restart = bits.button("Restart", self._do_restart, icon="restart_alt")

    def _time(self) -> None:
        with bits.Card("Time"):
            self._times = bits.Facts()
            with bits.Group("Speed of time"):
                self._speeds = {
                    each: bits.button(
                        f"×{each:g}",  # noqa: RUF001 -- times
                        partial(self._do_speed, each),
                        name=f"{each:g} times as fast",
                    )
                    for each in SPEEDS
                }
            with ui.element("div").classes("pw-row pw-row-top"):
                self._offset = bits.number(
                    "Own clock is ahead by", 0, least=-1e9, most=1e9, unit="s"
                )
                self._offset.classes("pw-grow")
                self._offset.props('hint="From the next start on; empty: it does not know"')
                bits.button("Set clock", self._do_clock)

    def _limits(self) -> None:
        with bits.Card("Limit from outside"):
            bits.Text(
                "p",
                "An energy manager or the grid's operator limits the station; the CSMS is told.",
                "pw-soft pw-small",
            )
            with ui.element("div").classes("pw-grid"):
                self._amperes = bits.number("At most", least=0, most=10_000, unit="A")
                self._source = bits.select("Who", ("EMS", "SO", "Other"), "EMS")
            with ui.element("div").classes("pw-row"):
                bits.button("Limit", self._do_limit, kind="pw-main", name="Limit from outside")
                bits.button("No limit", self._do_unlimit, name="No limit from outside")

    # What it shows.

    def show(self, world: SimulatorView, station: StationView) -> None:
        """Show how it is now."""
        link = station.connection
        self._link.show(*words.link_state(station))
        self._connection.show(
            {
                "CSMS": link.url or None,
                "OCPP": None if link.version is None else str(link.version),
                "Trouble": link.trouble or None,
                "Waiting": f"{link.waiting} messages about transactions" if link.waiting else None,
            }
        )
        self._offline.set_visibility(not link.offline)
        self._online.set_visibility(link.offline)
        powered = ("Power is on", "power", "good") if station.powered else words.link_state(station)
        self._powered.show(powered[0], powered[1], "good" if station.powered else "bad")
        self._cut.set_visibility(station.powered)
        self._restart.set_visibility(station.powered)
        self._give.set_visibility(not station.powered)
        self._times.show(
            {
                "World": words.day_and_time(world.time),
                "Station": words.day_and_time(station.time),
                "Speed": "as on the wall" if world.speed == 1 else f"{world.speed:g} times as fast",
            }
        )
        for speed, button in self._speeds.items():
            bits.press(button, pressed=speed == world.speed)
        self._about.show(
            {
                "Identity": station.identity,
                "Vendor": station.vendor,
                "Model": station.model,
                "Serial number": station.serial_number,
                "Firmware": station.firmware_version,
                "Starts": str(station.starts),
                "Failure": station.failure or None,
            }
        )
        self._faults.show(station.faults)

    # What it does.

    async def _do_offline(self) -> None:
        act = Offline(seconds=_seconds(self._for.value), silent=bool(self._silent.value))
        await self._hand.do(act, said="The network is gone")

    async def _do_online(self) -> None:
        await self._hand.do(Online(), said="The network is back")

    async def _do_cut(self) -> None:
        await self._hand.do(PowerCut(seconds=_seconds(self._dark.value)), said="The power is cut")

    async def _do_give(self) -> None:
        await self._hand.do(PowerOn(), said="The power is back")

    async def _do_restart(self) -> None:
        await self._hand.do(Restart(), said="The station starts anew")

    async def _do_speed(self, factor: float) -> None:
        await self._hand.do(Speed(factor=factor))

    async def _do_clock(self) -> None:
        await self._hand.do(
            Clock(offset_s=_seconds(self._offset.value)), said="From the next start on"
        )

    async def _do_limit(self) -> None:
        amperes = _seconds(self._amperes.value)
        if amperes is None:
            self._hand.complain("How many amperes?")
            return
        await self._hand.do(ExternalLimit(amperes=amperes, source=self._source.value))

    async def _do_unlimit(self) -> None:
        await self._hand.do(ExternalLimit(amperes=None, source=self._source.value))


def _seconds(value: float | None) -> float | None:
    return None if value is None else float(value)
