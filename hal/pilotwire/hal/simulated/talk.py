"""A vehicle's side of ISO 15118, as far as schedules go: it tells what it needs, takes one of the
schedules that it is offered, and says how much of it it is going to use.
"""

import asyncio
from collections.abc import Callable, Sequence

from pilotwire.hal.interfaces import (
    AcNeeds,
    DcNeeds,
    EnergyTransfer,
    EventSink,
    NeedsTold,
    OfferedSchedule,
    PowerStep,
    ScheduleChosen,
    VehicleTalks,
)
from pilotwire.hal.simulated.flow import Battery, Supply

__all__ = ["Needs", "Talk", "needs"]

_PATIENCE_S = 60.0  # ISO 15118-2: how long it waits for schedules
_AC_LIMIT_V = 400.0  # what a vehicle says that it bears, as many do
_BULK_SOC = 80.0  # from which on it charges slowly, as it says
_TRANSFERS = {
    1: EnergyTransfer.AC_SINGLE_PHASE,
    2: EnergyTransfer.AC_TWO_PHASE,
    3: EnergyTransfer.AC_THREE_PHASE,
}

Needs = tuple[AcNeeds | DcNeeds, EnergyTransfer, float]
"""What a vehicle needs, how it wants it, and the most power that it takes, in watts."""


def needs(
    supply: Supply,
    soc: float,
    target_soc: float,
    battery: Battery,
    on_board_a: tuple[float, float],
    phases: int,
) -> Needs:
    """What a vehicle needs with so much in its battery, in percent, of which it wants another
    amount; its on-board charger works with two bounds, in amperes a phase, and so many phases.
    """
    energy_wh = max(target_soc - soc, 0.0) / 100 * battery.capacity_wh / battery.efficiency
    if supply.direct:
        most_a = max(amperes for _, amperes in battery.curve)
        direct = DcNeeds(
            max_current_a=most_a,
            max_voltage_v=supply.voltage,
            max_power_w=most_a * supply.voltage,
            capacity_wh=battery.capacity_wh,
            energy_wh=energy_wh,
            soc=soc,
            full_soc=100.0,
            bulk_soc=min(target_soc, _BULK_SOC),
        )
        return direct, EnergyTransfer.DC, most_a * supply.voltage
    least_a, most_a = on_board_a
    used = min(phases, supply.phases)
    alternating = AcNeeds(energy_wh, least_a, most_a, _AC_LIMIT_V)
    return alternating, _TRANSFERS[used], most_a * used * supply.voltage


class Talk:
    """What a vehicle that speaks ISO 15118 makes of it, for `ElectricVehicle(talk=Talk())`.

    It tells its needs as soon as current is offered, and does not ask for energy until it has taken
    a schedule; where none is offered within 60 s, it charges by the pilot alone.

    - `takes_s`: how long after current is offered it tells its needs, in seconds.
    - `departs_in_s`: when its driver wants to leave, in seconds from when it is plugged in; None
      where that is not said.
    - `max_steps`: how many steps of a schedule it can take; None where it does not say.
    - `plans`: whether it tells what it is going to take.
    - `prefers`: which of the schedules it takes, from 0 on; of fewer the last one.
    """

    __slots__ = (
        "_agreed",
        "_begun_at",
        "_changed",
        "_departs_in_s",
        "_evse_id",
        "_max_steps",
        "_needs",
        "_patience",
        "_plans",
        "_prefers",
        "_report",
        "_schedule",
        "_takes_s",
        "_waits",
    )

    def __init__(
        self,
        *,
        takes_s: float = 0.0,
        departs_in_s: float | None = None,
        max_steps: int | None = 12,
        plans: bool = True,
        prefers: int = 0,
    ) -> None:
        self._takes_s = takes_s
        self._departs_in_s = departs_in_s
        self._max_steps = max_steps
        self._plans = plans
        self._prefers = prefers
        self._report: EventSink | None = None
        self._needs: Callable[[], Needs] | None = None
        self._changed: Callable[[], None] | None = None
        self._evse_id = 0
        self._begun_at = 0.0
        self._agreed = self._waits = False
        self._schedule: OfferedSchedule | None = None
        self._patience: asyncio.TimerHandle | None = None

    @property
    def agreed(self) -> bool:
        """Whether it may charge: it has taken a schedule, or has waited for one in vain."""
        return self._agreed

    @property
    def schedule(self) -> OfferedSchedule | None:
        """The schedule that it has taken."""
        return self._schedule

    # What its driver does.

    def renegotiate(self, departs_in_s: float | None = None) -> None:
        """Have it tell its needs again: it goes on to charge meanwhile. `departs_in_s` from now on
        is when the driver wants to leave instead.
        """
        if departs_in_s is not None:
            self._departs_in_s = departs_in_s
            self._begun_at = asyncio.get_running_loop().time()
        self._tell()

    # What the EVSE does.

    def begin(
        self,
        evse_id: int,
        report: EventSink,
        needs: Callable[[], Needs],
        changed: Callable[[], None],
    ) -> None:
        """Begin a session. `needs` says what the vehicle needs; `changed` is called when it may
        charge that could not before.
        """
        self.end()
        self._evse_id, self._report = evse_id, report
        self._needs, self._changed = needs, changed
        self._begun_at = asyncio.get_running_loop().time()
        report(VehicleTalks(evse_id))

    def end(self) -> None:
        """The session is over: there is nobody to talk to."""
        self._agreed = False
        self._report = self._needs = self._changed = self._schedule = None
        self._wait_no_more()

    def see(self, *, offered: bool) -> None:
        """Current is offered, or none is."""
        if not offered or self._agreed or self._waits or self._patience is not None:
            return
        if self._takes_s:
            self._patience = asyncio.get_running_loop().call_later(self._takes_s, self._tell)
        else:
            self._tell()

    def offer(self, schedules: Sequence[OfferedSchedule]) -> None:
        """Take one of these schedules, if it waits for some."""
        if not self._waits or self._report is None or self._needs is None or not schedules:
            return
        chosen = schedules[min(self._prefers, len(schedules) - 1)]
        self._schedule = chosen
        self._wait_no_more()
        most_w = self._needs()[2]
        plan = [PowerStep(each.start_s, min(each.power_w, most_w)) for each in chosen.steps]
        self._report(ScheduleChosen(self._evse_id, chosen.id, tuple(plan if self._plans else ())))
        self._agree()

    # What follows.

    def _tell(self) -> None:
        self._wait_no_more()
        if self._report is None or self._needs is None:
            return
        loop = asyncio.get_running_loop()
        self._waits = True
        self._patience = loop.call_later(_PATIENCE_S, self._give_up)
        departs_in_s = None
        if self._departs_in_s is not None:
            departs_in_s = max(self._departs_in_s - (loop.time() - self._begun_at), 0.0)
        needs, transfer, _ = self._needs()
        self._report(NeedsTold(self._evse_id, needs, transfer, departs_in_s, self._max_steps))

    def _give_up(self) -> None:
        self._wait_no_more()
        self._agree()

    def _agree(self) -> None:
        self._agreed = True
        if self._changed is not None:
            self._changed()

    def _wait_no_more(self) -> None:
        self._waits = False
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
