"""How much a transaction may have: energy, time, state of charge (2.1 E16).

The station, or its application, sets limits, and so does the CSMS, which has the last word: what it
has set may be lowered here and not exceeded (E16.FR.04, E16.FR.07). At the first limit that is
reached no energy flows any more: the transaction is suspended, or ends where TxStopPoint has it
(E16.FR.05, E16.FR.06).

A session may be allowed only so much as well, and goes on without energy then
(MaxEnergyOnInvalidId, E05.FR.03).

Nothing is polled without a limit. With one of energy the meter is read when so much could have
flowed, at the most that the hardware delivers, so that few readings do; near the limit, once a
second.
"""

import asyncio
from collections.abc import Callable
from dataclasses import fields, replace

from pilotwire.station.evse.holds import Hold
from pilotwire.station.evse.state import EvseState
from pilotwire.station.facts.transactions import NO_LIMIT, TransactionLimit
from pilotwire.station.transactions.control import TransactionControl
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import ReadingContext, Reason, TriggerReason

__all__ = ["LIMIT_REACHED", "LimitWatch"]

LIMIT_REACHED = Hold("the transaction has reached its limit", suspends=True, of_transaction=True)

SHORTEST = 1.0
"""Seconds between two readings at least."""

SOC_INTERVAL = 10.0
"""Seconds between two looks at the vehicle's state of charge."""

_NAMES = tuple(field.name for field in fields(TransactionLimit))

_ENERGY = Cause(TriggerReason.ENERGY_LIMIT_REACHED, Reason.ENERGY_LIMIT_REACHED)
_TIME = Cause(TriggerReason.TIME_LIMIT_REACHED, Reason.TIME_LIMIT_REACHED)
_ALLOWED = Cause(TriggerReason.CHARGING_STATE_CHANGED)
"""E05.FR.02."""
_SOC = Cause(TriggerReason.SOC_LIMIT_REACHED, Reason.SOC_LIMIT_REACHED)


class LimitWatch:
    """Holds the transaction of one EVSE to its limits.

    `most_power` is the most that the EVSE delivers, in W. `due` is called when it is time to look,
    for `look` to be called in turn.
    """

    __slots__ = ("_due", "_most_power", "_new", "_state", "_timer", "_tx")

    def __init__(
        self,
        state: EvseState,
        tx: TransactionControl,
        most_power: Callable[[], float],
        due: Callable[[], None],
    ) -> None:
        self._state = state
        self._tx = tx
        self._most_power = most_power
        self._due = due
        self._new = False
        """A limit was set, and the meter not read since."""
        self._timer: asyncio.TimerHandle | None = None

    def set_here(self, limit: TransactionLimit) -> Cause | None:
        """The station limits what runs, or what begins next (E16.FR.01)."""
        ceiling = self._state.tx_ceiling
        return self._set(_each(limit, lambda name, value: _least(value, getattr(ceiling, name))))

    def set_by_csms(self, limit: TransactionLimit) -> Cause | None:
        """The CSMS does (E16.FR.02, E16.FR.03)."""
        self._state.tx_ceiling = _over(self._state.tx_ceiling, limit)
        return self._set(limit)

    def arrange(self) -> None:
        """Look when a limit can have been reached."""
        self.stop()
        delay = self._delay()
        if delay is not None:
            self._timer = asyncio.get_running_loop().call_later(max(0.0, delay), self._due)

    def stop(self) -> None:
        """Do not look any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def look(self) -> Cause | None:
        """Why energy may not flow any more; None where it may, or did not before.

        Raises:
            HardwareFault: the meter fails.
        """
        if self._tx.current is None:
            return None
        self._new = False
        if self._reached() is None:
            await self._tx.read(ReadingContext.OTHER)
        allowance = self._state.allowance
        if allowance is not None and self._tx.energy_wh >= allowance.energy_wh:
            self._state.allowance = None
            self._state.holds |= {allowance.hold}
            return _ALLOWED
        cause = None if LIMIT_REACHED in self._state.holds else self._reached()
        if cause is not None:
            self._state.holds |= {LIMIT_REACHED}
        return cause

    def _set(self, limit: TransactionLimit) -> Cause | None:
        if limit == NO_LIMIT:
            return None
        self._state.tx_limit = _over(self._state.tx_limit, limit)
        self._new = True
        if self._reached() is None:
            self._state.holds -= {LIMIT_REACHED}  # E16.FR.14
        return Cause(TriggerReason.LIMIT_SET, limit=limit)

    def _reached(self) -> Cause | None:
        """The limit that is reached, by what the meter showed last."""
        limit, reading = self._state.tx_limit, self._tx.reading
        if limit.time_s is not None and self._tx.age >= limit.time_s:  # E16.FR.09
            return _TIME
        if limit.energy_wh is not None:
            # What flows until the next reading is too much (E16.FR.19).
            power = None if reading is None else reading.power_w
            coming = power * SHORTEST / 3600 if power and self._state.closed else 0.0
            if self._tx.energy_wh >= limit.energy_wh - coming:
                return _ENERGY
        if limit.soc is not None and reading is not None and reading.soc is not None:
            return _SOC if reading.soc >= limit.soc else None
        return None

    def _delay(self) -> float | None:
        """Seconds until there is something to look for; None where nothing is."""
        limit, state, tx = self._state.tx_limit, self._state, self._tx
        if tx.current is None:
            return None
        if LIMIT_REACHED in state.holds:
            limit = NO_LIMIT
        elif limit != NO_LIMIT and (self._new or self._reached() is not None):
            return 0.0  # E16.FR.10
        delays: list[float] = []
        if limit.time_s is not None:
            delays.append(limit.time_s - tx.age)
        if state.closed:
            allowed_wh = None if state.allowance is None else state.allowance.energy_wh
            for most_wh in (limit.energy_wh, allowed_wh):
                if most_wh is not None:
                    flows = (most_wh - tx.energy_wh) * 3600 / self._most_power()
                    delays.append(max(SHORTEST, flows) - tx.reading_age)
            if limit.soc is not None:
                delays.append(SOC_INTERVAL - tx.reading_age)
        return min(delays, default=None)


def _each(
    limit: TransactionLimit, change: Callable[[str, float], float | None]
) -> TransactionLimit:
    """A limit with each of its numbers changed."""
    values = ((name, getattr(limit, name)) for name in _NAMES)
    return TransactionLimit(
        **{name: change(name, value) for name, value in values if value is not None}
    )


def _over(limit: TransactionLimit, newer: TransactionLimit) -> TransactionLimit:
    """A limit with what another one says over it."""
    said = {name: getattr(newer, name) for name in _NAMES}
    return replace(limit, **{name: value for name, value in said.items() if value is not None})


def _least(value: float, ceiling: float | None) -> float:
    return value if ceiling is None else min(value, ceiling)
