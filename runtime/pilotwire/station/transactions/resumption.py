"""Transactions that go on after the station was off for a while (2.1 E17, B13).

One that a power cut interrupts goes on if that was no longer than ResumptionTimeout, which is 0
unless somebody sets it: then it ends. One that a reset interrupts, told to resume, goes on however
long that took. So that the length of a power cut is known, it is noted now and then that a
transaction runs, where ResumptionTimeout is set.
"""

import asyncio
from collections.abc import Callable

from pilotwire.hal.interfaces import PilotState
from pilotwire.station.core import Core
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.evse.holds import Allowance, Hold
from pilotwire.station.evse.state import Authorization, EvseState, TxPoint
from pilotwire.station.transactions.log import Transaction
from pilotwire.station.vocabulary import ChargingState

__all__ = ["RESUMING", "Pulse", "goes_on", "restore"]

RESUMING = Hold("energy is given again in a moment", suspends=True, of_transaction=True)
"""E17.FR.18."""

NOT_RESUMED = Hold(
    "energy is not given again after an interruption", suspends=True, of_session=True
)
NOT_BEGUN = Hold("energy is not given after an interruption", of_session=True)
AS_BEFORE = Hold("energy was withheld before the interruption", suspends=True, of_session=True)

_SUSPENDED = frozenset({ChargingState.SUSPENDED_EV, ChargingState.SUSPENDED_EVSE})

PULSE = 10.0
"""Seconds between two notes at least."""

PULSES = 20
"""Notes within ResumptionTimeout, at most: it is known to that part."""


class Pulse:
    """Calls `note` now and then while a transaction runs, where it may go on after a power cut."""

    __slots__ = ("_core", "_note", "_running", "_timer")

    def __init__(self, core: Core, note: Callable[[], None]) -> None:
        self._core = core
        self._note = note
        self._running = False
        self._timer: asyncio.TimerHandle | None = None
        core.device_model.watch(TxCtrlr.ResumptionTimeout, self._timeout_changed)

    def start(self) -> None:
        """A transaction runs."""
        self._running = True
        self._wait(self._core.device_model[TxCtrlr.ResumptionTimeout])

    def stop(self) -> None:
        """It runs no more."""
        self._running = False
        self._wait(0)

    def _timeout_changed(self, timeout: int) -> None:
        if self._running:
            self._wait(timeout)

    def _wait(self, timeout: int) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if timeout > 0:
            delay = max(PULSE, timeout / PULSES)
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(delay, lambda: self._core.spawn(self._beat()))

    async def _beat(self) -> None:
        if self._running:
            self._note()
            self._wait(self._core.device_model[TxCtrlr.ResumptionTimeout])


def goes_on(core: Core, tx: Transaction, *, dated: bool) -> bool:
    """Whether an interrupted transaction does; `dated` tells whether its times can be compared with
    now.
    """
    timeout = core.device_model[TxCtrlr.ResumptionTimeout]
    if timeout <= 0 or tx.resume:
        return tx.resume  # B13.FR.23
    pause = (core.clock.now() - (tx.alive_at or tx.reported_at)).total_seconds()
    return dated and pause <= timeout  # E17.FR.10, E17.FR.20


def restore(state: EvseState, tx: Transaction, settings: DeviceModel) -> None:
    """Write into the state what was so before the interruption, as if the vehicle were still there:
    whether it is, its pilot tells next.
    """
    state.in_transaction = True
    state.tx_limit, state.tx_ceiling = tx.limit, tx.ceiling
    state.bay_occupied = TxPoint.PARKING_BAY_OCCUPANCY in tx.points
    was_connected = tx.charging_state is not ChargingState.IDLE and tx.connector_id is not None
    if was_connected and tx.connector_id is not None and tx.connector_id <= len(state.pilots):
        state.pilots = tuple(
            PilotState.B if number == tx.connector_id else pilot
            for number, pilot in enumerate(state.pilots, start=1)
        )
        state.in_use = tx.connector_id
    if not tx.authorized or tx.authorized_by is None:
        return
    state.authorization = Authorization(
        tx.authorized_by, tx.group, tx.remote_start_id, reservation_id=tx.reservation_id
    )
    state.under_way = tx.charging_state in _SUSPENDED
    if tx.withheld:
        state.holds |= {AS_BEFORE}
    if tx.allowed_wh is not None:
        state.allowance = Allowance(tx.allowed_wh, AS_BEFORE)
    if not was_connected:
        return
    if not settings[TxCtrlr.AllowEnergyTransferResumption]:
        # E17.FR.12, E17.FR.13, B13.FR.25.
        began = tx.charging_state is not ChargingState.EV_CONNECTED
        state.holds |= {NOT_RESUMED if began else NOT_BEGUN}
    elif tx.charging_state is ChargingState.CHARGING and _delayed(settings):
        state.holds |= {RESUMING}


def _delayed(settings: DeviceModel) -> bool:
    return settings[TxCtrlr.EnergyTransferResumptionRandomRange] > 0
