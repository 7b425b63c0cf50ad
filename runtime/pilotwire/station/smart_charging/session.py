"""How it stands between the station and a vehicle that speaks ISO 15118 (K15 to K17).

the vehicle tells its needs         `needs`: a round begins
the CSMS has been told of them      `told`
schedules are offered               `offers`
the vehicle takes one               `chosen`, and its `plan`
the CSMS agrees with the plan       `agreed`
there are others to be offered      `asked_at`: the vehicle tells its needs again
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from pilotwire.flag import Flag
from pilotwire.hal.interfaces import AcNeeds, EnergyTransfer, NeedsTold
from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.smart_charging.vehicle_schedule import Offer, Plan
from pilotwire.station.vocabulary import EnergyTransferMode

__all__ = ["Needs", "Session"]

_PHASES = {
    EnergyTransfer.AC_SINGLE_PHASE: 1,
    EnergyTransfer.AC_TWO_PHASE: 2,
    EnergyTransfer.AC_THREE_PHASE: 3,
}


@dataclass(frozen=True, slots=True)
class Needs:
    """What a vehicle needs, and when it said so."""

    said: NeedsTold
    at: datetime

    @property
    def departs(self) -> datetime | None:
        """When it wants to leave."""
        seconds = self.said.departs_in_s
        return None if seconds is None else self.at + timedelta(seconds=seconds)

    def phases(self, of_grid: int) -> int:
        """Over how many phases of the grid its energy comes."""
        return min(of_grid, _PHASES.get(self.said.transfer, of_grid))

    def told(self) -> datatypes.ChargingNeedsType:
        """As the CSMS is told of them (K15.FR.06)."""
        needs = self.said.needs
        transfer = datatypes.ChargingNeedsType(
            requested_energy_transfer=EnergyTransferMode(self.said.transfer.value),
            departure_time=self.departs,
        )
        if isinstance(needs, AcNeeds):
            return transfer.replace(
                ac_charging_parameters=datatypes.ACChargingParametersType(
                    energy_amount=float(needs.energy_wh),
                    ev_min_current=float(needs.min_current_a),
                    ev_max_current=float(needs.max_current_a),
                    ev_max_voltage=float(needs.max_voltage_v),
                )
            )
        return transfer.replace(
            dc_charging_parameters=datatypes.DCChargingParametersType(
                ev_max_current=float(needs.max_current_a),
                ev_max_voltage=float(needs.max_voltage_v),
                ev_max_power=needs.max_power_w,
                ev_energy_capacity=needs.capacity_wh,
                energy_amount=needs.energy_wh,
                state_of_charge=_percent(needs.soc),
                full_soc=_percent(needs.full_soc),
                bulk_soc=_percent(needs.bulk_soc),
            )
        )


class Session:
    """What is so with the vehicle at one EVSE."""

    __slots__ = (
        "_asked_until",
        "agreed",
        "chosen",
        "due_by",
        "evse_id",
        "needs",
        "news",
        "offers",
        "pending",
        "plan",
        "round",
        "told",
        "transaction_id",
        "waits",
    )

    def __init__(self, evse_id: int, due_by: float) -> None:
        self.evse_id = evse_id
        self.due_by = due_by
        """By when the vehicle tells its needs if it does, in the loop's time."""
        self.round = 0
        """Counts what begins anew; what waited for something in an earlier one is over."""
        self.needs: Needs | None = None
        self.transaction_id: str | None = None
        """The transaction in which the vehicle told them."""
        self.told = False
        """Whether the CSMS has been told of them in this transaction."""
        self.pending = False
        """Whether the CSMS is about to be told."""
        self._asked_until = 0.0
        self.waits = False
        """Whether the vehicle waits for schedules."""
        self.offers: tuple[Offer, ...] = ()
        self.chosen = 0
        """The place of the schedule that the vehicle goes by."""
        self.plan: Plan | None = None
        self.agreed = False
        """Whether the CSMS has accepted the plan (K15.FR.11)."""
        self.news = Flag()
        """Something has happened that who waits may have waited for."""

    def begin(self, needs: Needs, transaction_id: str | None) -> int:
        """The vehicle has told its needs; the number of the round that so begins."""
        if transaction_id != self.transaction_id:
            self.forget_transaction()
        self.needs, self.transaction_id, self.waits = needs, transaction_id, True
        self._asked_until = 0.0
        return self.next_round()

    def ask_until(self, until: float) -> None:
        """The vehicle is to tell its needs because the station wants it to (K16), and is expected
        to do so until then, in the loop's time.
        """
        self._asked_until = until

    def asked_at(self, now: float) -> bool:
        """Whether it is."""
        return now < self._asked_until

    def next_round(self) -> int:
        """What was under way is over."""
        self.round += 1
        self.news.set()
        return self.round

    def forget_transaction(self) -> None:
        """The transaction is over: what was agreed on was for it."""
        self.transaction_id = None
        self.told = self.waits = self.pending = self.agreed = False
        self._asked_until = 0.0
        self.needs, self.offers, self.chosen, self.plan = None, (), 0, None

    def offer(self, number: int) -> Offer | None:
        """The schedule that was offered by that number."""
        return next((each for each in self.offers if each.number == number), None)


def _percent(value: float | None) -> int | None:
    return None if value is None else round(value)
