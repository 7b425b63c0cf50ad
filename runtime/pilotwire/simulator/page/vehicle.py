"""The dialog from which a vehicle is plugged in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nicegui import ui
from pydantic import ValidationError

from pilotwire.simulator.acts import PlugIn, Vehicle
from pilotwire.simulator.page import bits
from pilotwire.simulator.page.hand import Hand

__all__ = ["MODELS", "VehicleDialog"]

MODELS: Final[Mapping[str, Vehicle]] = MappingProxyType(
    {
        "Family car, 11 kW": Vehicle(),
        "Small car, one phase": Vehicle(battery_kwh=36.0, phases=1, max_current_a=32.0),
        "Van, 22 kW": Vehicle(battery_kwh=90.0, max_current_a=32.0),
        "Plug-in hybrid": Vehicle(battery_kwh=12.0, phases=1, max_current_a=16.0, cable_a=20.0),
        "Speaks ISO 15118": Vehicle(battery_kwh=77.0, iso15118=True),
        "Gives energy back": Vehicle(battery_kwh=77.0, iso15118=True, max_discharge_a=16.0),
    }
)
"""Vehicles to begin with."""

_MINUTE: Final = 60.0


class VehicleDialog:
    """Asks what vehicle comes, and plugs it in.

    Args:
        hand: Who plugs it in.
        evse_id: Where.
    """

    def __init__(self, hand: Hand, evse_id: int) -> None:
        self._hand = hand
        self._evse_id = evse_id
        self._connector = 1
        self._vehicle = Vehicle()
        with ui.dialog() as self._dialog, ui.element("div").classes("pw-dialog"):
            self._dialog.props["aria-label"] = f"Plug a vehicle into EVSE {evse_id}"
            bits.Text("h2", f"Plug a vehicle into EVSE {evse_id}")
            names = list(MODELS)
            bits.select("Vehicle", names, names[0], changed=self._pick)
            with ui.element("div").classes("pw-grid"):
                self._soc = bits.number("State of charge", least=0, most=100, unit="%")
                self._target = bits.number("Charges until", least=1, most=100, unit="%")
                self._battery = bits.number("Battery", least=0.1, most=10_000, unit="kWh")
                self._current = bits.number("Current at most", least=6, most=10_000, unit="A")
                self._phases = bits.select("Phases", {1: "1", 2: "2", 3: "3"})
                self._departs = bits.number("Departs in", least=0, most=525_000, unit="min")
            self._talks = ui.switch("Speaks ISO 15118, and so tells when it departs")
            self._wrong = bits.Text("p", classes="pw-wrong")
            self._wrong.props("role=alert")
            with ui.element("div").classes("pw-row").style("justify-content: flex-end"):
                bits.button("Cancel", self._close, kind="pw-plain")
                bits.button("Plug in", self._plug_in, icon="power", kind="pw-main")
        self._fill(self._vehicle)

    def open(self, connector: int = 1) -> None:
        """Ask."""
        self._connector = connector
        self._wrong.say("")
        self._dialog.value = True

    def _close(self) -> None:
        self._dialog.value = False

    def _pick(self, name: str) -> None:
        self._vehicle = MODELS[name]
        self._fill(self._vehicle)

    def _fill(self, vehicle: Vehicle) -> None:
        self._soc.value = vehicle.soc
        self._target.value = vehicle.target_soc
        self._battery.value = vehicle.battery_kwh
        self._current.value = vehicle.max_current_a
        self._phases.value = vehicle.phases
        self._talks.value = vehicle.iso15118

    async def _plug_in(self) -> None:
        minutes = self._departs.value
        told = {
            "soc": self._soc.value,
            "target_soc": self._target.value,
            "battery_kwh": self._battery.value,
            "max_current_a": self._current.value,
            "phases": self._phases.value,
            "iso15118": self._talks.value,
            "departs_in_s": None if minutes is None else minutes * _MINUTE,
        }
        try:
            vehicle = Vehicle.model_validate(self._vehicle.model_dump() | told)
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            self._wrong.say(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}")
            return
        act = PlugIn(evse=self._evse_id, connector=self._connector, vehicle=vehicle)
        if await self._hand.do(act, said="A vehicle is plugged in") is not None:
            self._close()
