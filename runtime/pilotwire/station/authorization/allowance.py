"""The energy that a transaction may have though its token is not accepted (MaxEnergyOnInvalidId).

Counted is what the transaction has delivered since it began. The meter is read when so much could
have flowed, at the most that the hardware delivers; while nothing flows, nothing is read.
"""

import asyncio
from collections.abc import Callable

from pilotwire.hal.interfaces import AnyEvse
from pilotwire.station.core import Core
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.variables import supply_phases
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.transactions import TransactionEvent

__all__ = ["Allowance", "register_at_start"]

MOST_VOLTAGE = 276.0
"""Between phase and neutral: a fifth above what it should be."""

MOST_DIRECT_VOLTAGE = 1500.0

SHORTEST = 1.0
"""Seconds between two readings at least: at 22 kW, 6 Wh."""


def register_at_start(core: Core, transaction_id: str) -> float:
    """What the meter showed when a transaction began, in Wh.

    Raises:
        ValueError: that can't be read any more.
    """
    for text in core.records.transactions.opening(transaction_id):
        event = decode(text)
        if isinstance(event, TransactionEvent):
            return event.register_wh
    raise ValueError("the start of the transaction is not known any more")


class Allowance:
    """So much energy for the rest of a transaction, as long as its session is that of a token.

    `until_wh` is what the meter shows when it is used up; then `spent` is called, once.
    """

    __slots__ = (
        "_core",
        "_evse",
        "_leave",
        "_most_power",
        "_spent",
        "_timer",
        "_token",
        "_tx_id",
        "_until_wh",
    )

    def __init__(
        self,
        core: Core,
        evse: EvseControl,
        transaction_id: str,
        token: IdToken,
        until_wh: float,
        spent: Callable[[], None],
    ) -> None:
        self._core = core
        self._evse = evse
        self._tx_id = transaction_id
        self._token = token
        self._until_wh = until_wh
        self._most_power = _most_power(core.hardware.evses[evse.id - 1])
        self._spent = spent
        self._timer: asyncio.TimerHandle | None = None
        self._leave = evse.watch(self._look)
        self._look()

    def end(self) -> None:
        """It counts no more."""
        self._leave()
        self._stop()

    def _look(self) -> None:
        """Something has happened at the EVSE."""
        running, tx = self._evse.state.authorization, self._evse.transaction
        if (
            tx is None
            or tx.id != self._tx_id
            or running is None
            or not running.token.same_as(self._token)
        ):
            self.end()
        elif not self._evse.state.closed:
            self._stop()
        elif self._timer is None:
            self._measure_in(0.0)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _measure_in(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(seconds, lambda: self._core.spawn(self._measure()))

    async def _measure(self) -> None:
        timer = self._timer
        register = await self._evse.read_register(self._tx_id)
        if register is None or timer is None or self._timer is not timer:
            return  # a fault, an end, or a pause has come between: `_look` goes on from there
        left = self._until_wh - register
        if left <= 0:
            self.end()
            self._spent()
        else:
            self._measure_in(max(SHORTEST, left * 3600 / self._most_power))


def _most_power(evse: AnyEvse) -> float:
    """The most that an EVSE delivers, in W."""
    phases = supply_phases(evse)
    if phases:
        return evse.max_current_a * phases * MOST_VOLTAGE
    return evse.max_current_a * MOST_DIRECT_VOLTAGE
