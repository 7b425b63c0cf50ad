"""The card of an EVSE: what it is at, and all that a person can do there."""

from nicegui import ui

from pilotwire.simulator.acts import (
    Aim,
    Depart,
    DriveIn,
    DriveOut,
    LeavePlug,
    Limit,
    Pause,
    Resume,
    Start,
    Stop,
    Swipe,
    Unplug,
)
from pilotwire.simulator.page import bits, words
from pilotwire.simulator.page.faults import FaultList, FaultMaker
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.page.plot import Plot
from pilotwire.simulator.page.vehicle import VehicleDialog
from pilotwire.simulator.views import ConnectorView, EvseView, StationView

__all__ = ["EvseCard"]

_MINUTE = 60.0


class EvseCard:
    """An EVSE.

    Args:
        hand: What it is touched with.
        evse: What it is now.
    """

    def __init__(self, hand: Hand, evse: EvseView) -> None:
        self._hand = hand
        self._id = evse.id
        self._connector = 1
        self._state = ""
        self._dialog = VehicleDialog(hand, evse.id)
        with bits.Card(f"EVSE {evse.id}") as card:
            with card.head:
                self._chip = bits.Chip()
            self._figures = bits.Figures(("Power", "Current", "Meter", "Battery"))
            self._bar()
            self._facts = bits.Facts()
            self._faults = FaultList(hand, evse.id)
            self._choice(evse)
            self._vehicle()
            self._reader()
            self._plot = Plot(hand, evse)
            with bits.Fold("Faults and broken parts"):
                FaultMaker(hand, evse.id)
            with bits.Fold("More to do here"):
                self._more(evse)

    # What there is.

    def _bar(self) -> None:
        with ui.element("div").classes("pw-bar") as self._soc:
            self._soc.props("role=progressbar aria-valuemin=0 aria-valuemax=100")
            self._soc.props["aria-label"] = "State of charge of the vehicle"
            ui.element("div")

    def _choice(self, evse: EvseView) -> None:
        if len(evse.connectors) < 2:
            return
        names = {each.id: f"{each.id}: {words.kind_of(each)}" for each in evse.connectors}
        bits.select("Connector", names, 1, changed=self._choose)

    def _choose(self, connector: int) -> None:
        self._connector = connector

    def _vehicle(self) -> None:
        where = f"EVSE {self._id}"
        with bits.Group(f"Vehicle at {where}"):
            self._plug_in = bits.button(
                "Plug in",
                lambda: self._dialog.open(self._connector),
                icon="power",
                kind="pw-main",
                name=f"Plug in at {where}",
            )
            self._unplug = bits.button(
                "Unplug", self._do_unplug, icon="power_off", name=f"Unplug at {where}"
            )
            self._pause = bits.button(
                "Pause", self._do_pause, icon="pause", name=f"Pause the vehicle at {where}"
            )
            self._resume = bits.button(
                "Resume", self._do_resume, icon="play_arrow", name=f"Resume charging at {where}"
            )
            self._depart = bits.button(
                "Depart", self._do_depart, icon="directions_car", name=f"Depart from {where}"
            )

    def _reader(self) -> None:
        where = f"EVSE {self._id}"
        with bits.Group(f"Card and buttons of {where}", "pw-row pw-row-top"):
            self._token = bits.field("Card", "04A1B2C3D4E5F6").classes("pw-grow pw-token")
            self._token.on("keydown.enter", self._do_swipe)
            bits.button("Swipe", self._do_swipe, icon="contactless", name=f"Swipe card at {where}")
            self._start = bits.button(
                "Start", self._do_start, icon="play_circle", name=f"Start button of {where}"
            )
            self._stop = bits.button(
                "Stop", self._do_stop, icon="stop_circle", name=f"Stop button of {where}"
            )

    def _more(self, evse: EvseView) -> None:
        with ui.element("div").classes("pw-column"):
            with ui.element("div").classes("pw-row pw-row-top"):
                self._limit = bits.number("Limit of the charger", least=0, most=10_000, unit="A")
                self._limit.classes("pw-grow").props('hint="Empty: as much as the hardware can"')
                bits.button("Set limit", self._do_limit)
            with ui.element("div").classes("pw-row"):
                self._aim = bits.number("Charge until", least=1, most=100, unit="%")
                self._aim.classes("pw-grow")
                self._leaves = bits.number("Departs in", least=0, most=525_000, unit="min")
                self._leaves.classes("pw-grow")
                bits.button("Tell vehicle", self._do_aim)
            with ui.element("div").classes("pw-row"):
                bits.button("Leave plug in socket", self._do_leave)
                bits.button("Tear plug out", self._do_tear, kind="pw-danger")
            if evse.bay_sensor:
                with ui.element("div").classes("pw-row"):
                    bits.button("Drive into bay", self._do_drive_in)
                    bits.button("Drive out of bay", self._do_drive_out)

    # What it shows.

    @property
    def evse_id(self) -> int:
        """Which it is."""
        return self._id

    @property
    def plot(self) -> Plot:
        """Its plot."""
        return self._plot

    def show(self, station: StationView, evse: EvseView) -> None:
        """Show how it is now."""
        state, icon, tone = words.evse_state(station, evse)
        self._chip.show(state, icon, tone)
        if self._state and state != self._state:
            self._hand.tell(f"EVSE {evse.id}: {state}")
        self._state = state
        used = next((each for each in evse.connectors if each.vehicle is not None), None)
        chosen = evse.connectors[self._connector - 1]
        self._show_figures(evse, used)
        self._facts.show(_facts(evse, used or chosen))
        self._faults.show(evse.faults, evse.broken)
        vehicle = chosen.vehicle
        self._plug_in.set_visibility(vehicle is None)
        self._unplug.set_visibility(vehicle is not None)
        self._depart.set_visibility(vehicle is not None)
        self._pause.set_visibility(vehicle is not None and not vehicle.paused)
        self._resume.set_visibility(vehicle is not None and vehicle.paused)
        self._start.set_visibility(evse.transaction is None)
        self._stop.set_visibility(evse.transaction is not None)

    def _show_figures(self, evse: EvseView, used: ConnectorView | None) -> None:
        meter = evse.meter
        vehicle = None if used is None else used.vehicle
        phases = f" × {meter.phases}" if meter.phases > 1 else ""  # noqa: RUF001 -- times
        full = bits.NOTHING if vehicle is None else f"{words.number(vehicle.soc)} %"
        self._figures.show(
            {
                "Power": words.power(meter.power_w),
                "Current": f"{meter.current_a:.1f} A{phases}",
                "Meter": words.energy(meter.import_wh),
                "Battery": full,
            }
        )
        part = 0 if vehicle is None else round(vehicle.soc)
        if bits.said_newly(self._soc, "aria-valuenow", str(part)):
            self._soc.style(f"--pw-part: {part}%")

    # What it does.

    async def _do_unplug(self) -> None:
        await self._hand.do(Unplug(evse=self._id, connector=self._connector), said="Unplugged")

    async def _do_pause(self) -> None:
        await self._hand.do(Pause(evse=self._id, connector=self._connector))

    async def _do_resume(self) -> None:
        await self._hand.do(Resume(evse=self._id, connector=self._connector))

    async def _do_depart(self) -> None:
        await self._hand.do(Depart(evse=self._id, connector=self._connector))

    async def _do_leave(self) -> None:
        await self._hand.do(LeavePlug(evse=self._id, connector=self._connector))

    async def _do_tear(self) -> None:
        act = Unplug(evse=self._id, connector=self._connector, force=True)
        await self._hand.do(act, said="The plug is torn out")

    async def _do_swipe(self) -> None:
        token = (self._token.value or "").strip()
        if not token:
            self._hand.complain("The card has no number")
            return
        await self._hand.do(Swipe(token=token, evse=self._id), said=f"Card {token} was read")

    async def _do_start(self) -> None:
        await self._hand.do(Start(evse=self._id))

    async def _do_stop(self) -> None:
        await self._hand.do(Stop(evse=self._id))

    async def _do_limit(self) -> None:
        value = self._limit.value
        act = Limit(evse=self._id, amperes=None if value is None else float(value))
        await self._hand.do(act, said="The limit is set")

    async def _do_aim(self) -> None:
        soc, minutes = self._aim.value, self._leaves.value
        act = Aim(
            evse=self._id,
            connector=self._connector,
            soc=None if soc is None else float(soc),
            departs_in_s=None if minutes is None else minutes * _MINUTE,
        )
        await self._hand.do(act, said="The vehicle knows")

    async def _do_drive_in(self) -> None:
        await self._hand.do(DriveIn(evse=self._id))

    async def _do_drive_out(self) -> None:
        await self._hand.do(DriveOut(evse=self._id))


def _facts(evse: EvseView, connector: ConnectorView) -> dict[str, str | None]:
    limit, transaction, vehicle = evse.limit, evse.transaction, connector.vehicle
    until = (
        "" if limit is None or limit.until is None else f" until {words.clock_time(limit.until)}"
    )
    reason = "" if limit is None or limit.reason is None else f" by {limit.reason}"
    state = "" if vehicle is None else _vehicle_words(vehicle.full, paused=vehicle.paused)
    return {
        "Connector": f"{words.kind_of(connector)}, {connector.status or 'no status'}",
        "Plug": ("locked" if connector.locked else "not locked")
        + f", pilot {connector.pilot.value}, contactor "
        + ("closed" if connector.contactor_closed else "open"),
        "Offered": f"{words.amperes(connector.offered_a)} of {words.amperes(evse.max_current_a)}",
        "Limit": None if limit is None else f"{words.amperes(limit.amperes)}{reason}{until}",
        "Vehicle": None
        if vehicle is None
        else f"charges until {words.number(vehicle.target_soc)} %{state}"
        + (", ISO 15118" if vehicle.iso15118 else ""),
        "Card": evse.token,
        "Transaction": None
        if transaction is None
        else f"{transaction.id}, since {words.clock_time(transaction.began)}",
        "Given back": words.energy(evse.meter.export_wh) if evse.meter.export_wh else None,
        "Reservation": None if evse.reservation_id is None else str(evse.reservation_id),
        "Held by": ", ".join(evse.holds) or None,
        "Bay": None if not evse.bay_sensor else ("occupied" if evse.bay_occupied else "free"),
    }


def _vehicle_words(full: bool, *, paused: bool) -> str:
    return ", full" if full else ", paused" if paused else ""
