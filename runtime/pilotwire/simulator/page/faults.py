"""Faults of an EVSE, or of the whole station: those that stand, and how others are made."""

from nicegui import ui

from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import Mishap
from pilotwire.simulator.acts import Break, ClearFault, Mend, RaiseFault, ServiceButton
from pilotwire.simulator.page import bits, words
from pilotwire.simulator.page.hand import Hand
from pilotwire.simulator.views import FaultView

__all__ = ["FaultList", "FaultMaker"]


class FaultList:
    """What is wrong now, with what ends it.

    Args:
        hand: What ends it.
        place: The EVSE; 0 is the whole station.
    """

    def __init__(self, hand: Hand, place: int) -> None:
        self._hand = hand
        self._place = place
        self._shown: tuple[tuple[FaultView, ...], tuple[Mishap, ...]] = ((), ())
        self._around = bits.Group("Faults that stand", "pw-column")
        self._around.set_visibility(False)

    def show(self, faults: tuple[FaultView, ...], broken: tuple[Mishap, ...] = ()) -> None:
        """Show these, if they are others."""
        if (faults, broken) == self._shown:
            return
        self._shown = (faults, broken)
        self._around.clear()
        self._around.set_visibility(bool(faults or broken))
        with self._around:
            for fault in faults:
                self._fault(fault)
            for what in broken:
                self._broken(what)

    def _fault(self, fault: FaultView) -> None:
        kind = "Warning" if fault.warning else "Fault"
        with ui.element("div").classes("pw-row pw-note"):
            bits.Chip(
                kind, "warning" if fault.warning else "error", "warn" if fault.warning else "bad"
            )
            with ui.element("div").classes("pw-grow"):
                bits.Text("div", fault.code, "pw-break")
                more = fault.info or ("found by the station" if fault.found else "raised by hand")
                bits.Text("div", more, "pw-soft pw-small pw-break")
            if not fault.found:
                bits.button(
                    "Clear", lambda: self._clear(fault.code), name=f"Clear fault {fault.code}"
                )

    def _broken(self, what: Mishap) -> None:
        with ui.element("div").classes("pw-row pw-note"):
            bits.Chip("Broken", "build", "warn")
            bits.Text("div", words.begun(what.value), "pw-grow")
            bits.button("Mend", lambda: self._mend(what), name=f"Mend {what.value}")

    async def _clear(self, code: str) -> None:
        known = FaultCode(code) if code in set(FaultCode) else None
        act = ClearFault(evse=self._place, code=known)
        await self._hand.do(act, said=f"{code} is cleared")

    async def _mend(self, what: Mishap) -> None:
        await self._hand.do(Mend(evse=self._place, what=what), said=f"Mended: {what.value}")


class FaultMaker:
    """Lets something be wrong.

    Args:
        hand: What makes it so.
        place: The EVSE; 0 is the whole station.
    """

    def __init__(self, hand: Hand, place: int) -> None:
        self._hand = hand
        self._place = place
        codes = {code.value: code.value for code in FaultCode}
        mishaps = {what.value: words.begun(what.value) for what in Mishap}
        with ui.element("div").classes("pw-column"):
            with ui.element("div").classes("pw-row"):
                self._code = bits.select("Fault that the station is told of", codes, "GroundFault")
                self._code.classes("pw-grow")
                bits.button("Raise fault", self._raise, icon="error_outline", kind="pw-danger")
            with ui.element("div").classes("pw-row"):
                self._what = bits.select(
                    "Part that breaks without a word", mishaps, Mishap.RCD_TRIP.value
                )
                self._what.classes("pw-grow")
                bits.button("Break it", self._break, icon="build", kind="pw-danger")
            if place:
                with ui.element("div").classes("pw-row"):
                    bits.button("Press service button", self._service, icon="restart_alt")

    async def _raise(self) -> None:
        code = FaultCode(self._code.value)
        await self._hand.do(RaiseFault(evse=self._place, code=code), said=f"{code.value} stands")

    async def _break(self) -> None:
        what = Mishap(self._what.value)
        await self._hand.do(Break(evse=self._place, what=what), said=f"Broken: {what.value}")

    async def _service(self) -> None:
        await self._hand.do(ServiceButton(evse=self._place), said="The service button is pressed")
