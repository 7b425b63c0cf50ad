"""Priority charging: a transaction charges as the profiles for that allow, whatever its own say
(K21, K22).

The CSMS asks for it, or somebody at the station. It is over with its transaction, or when nothing
is left that says how much it may have. That it is on is on the disk with what tells the CSMS.
"""

import json
from dataclasses import replace
from functools import cache
from typing import Final

from pydantic import TypeAdapter

from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.evse.evses import Evses
from pilotwire.station.facts.charging_limits import PriorityChargingChanged
from pilotwire.station.outcome import Outcome
from pilotwire.station.smart_charging.limits import Limits
from pilotwire.station.smart_charging.profiles import ChargingProfiles
from pilotwire.station.smart_charging.situation import Situation
from pilotwire.station.vocabulary import (
    ChargingProfilePurpose,
    PriorityChargingStatus,
    ReasonCode,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["PriorityCharging"]

log = logger(__name__)

_KEPT = "priority_charging"
"""Where the store has the transactions."""


class PriorityCharging:
    """The transactions that charge with priority."""

    __slots__ = ("_all", "_core", "_evses", "_limits", "_profiles")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._profiles = core.blocks[ChargingProfiles]
        self._all = _of_text(core.records.state.get(_KEPT))
        self._profiles.watch(self._profiles_changed)
        self._limits = core.blocks[Limits]
        self._limits.add(self._situation)

    def active(self, transaction_id: str) -> bool:
        """Whether a transaction charges with priority."""
        return transaction_id in self._all

    def use(self, transaction_id: str, *, activate: bool) -> Outcome[PriorityChargingStatus]:
        """The CSMS wants a transaction to have priority, or no longer (K21)."""
        evse = self._evses.running(transaction_id)
        if evse is None:
            reason = ReasonCode.TX_NOT_FOUND
            return Outcome(PriorityChargingStatus.REJECTED, reason)  # K21.FR.02
        if activate and not self._possible(evse.id):
            return Outcome(PriorityChargingStatus.NO_PROFILE, ReasonCode.NOT_FOUND)  # K21.FR.01
        try:
            self._set(transaction_id, activate=activate)
        except StoreUnwritableError as error:
            log.error("priority charging is not changed: %s", error)  # noqa: TRY400 -- no traceback for a known failure
            return Outcome(PriorityChargingStatus.REJECTED, ReasonCode.OUT_OF_STORAGE)
        return Outcome(PriorityChargingStatus.ACCEPTED)

    def use_at(self, evse_id: int, *, activate: bool) -> bool:
        """Somebody at the station wants the transaction of an EVSE to have priority, or no longer;
        whether that can be (K22.FR.01).

        Raises:
            StoreUnwritableError: it can't be put down.
        """
        running = self._evses.get(evse_id).transaction
        if running is None or (activate and not self._possible(evse_id)):
            return False
        self._set(running.id, activate=activate)
        return True

    def _situation(self, evse_id: int, situation: Situation) -> Situation:
        del evse_id
        active = situation.transaction_id in self._all
        return replace(situation, priority=True) if active else situation

    def _possible(self, evse_id: int) -> bool:
        """Whether a profile says how much priority charging may have there."""
        return any(
            each.purpose is ChargingProfilePurpose.PRIORITY_CHARGING and each.applies_to(evse_id)
            for each in self._profiles
        )

    def _set(self, transaction_id: str, *, activate: bool) -> None:
        """That it ends is told only where it was on (K21.FR.08)."""
        if not activate and transaction_id not in self._all:
            return
        running = {each.transaction.id for each in self._evses if each.transaction is not None}
        after = self._all & running | {transaction_id}
        if not activate:
            after -= {transaction_id}
        clock = self._core.clock
        with self._core.records.atomic():
            self._core.records.state.set(_KEPT, json.dumps(sorted(after)))
            self._core.delivery.post(
                PriorityChargingChanged(
                    timestamp=clock.now(),
                    transaction_id=transaction_id,
                    activated=activate,
                    provisional=clock.provisional or None,
                )
            )
        self._all = after
        self._limits.look()

    def _profiles_changed(self) -> None:
        """Where no profile is left that it could follow, it is over."""
        for evse in self._evses if self._all else ():
            running = evse.transaction
            if running is None or running.id not in self._all or self._possible(evse.id):
                continue
            try:
                self._set(running.id, activate=False)
            except StoreUnwritableError as error:
                log.error("the end of priority charging is not kept: %s", error)  # noqa: TRY400 -- no traceback for a known failure


_NONE: Final[frozenset[str]] = frozenset()
"""One for all: a new one takes 200 bytes, and most stations have no other."""


@cache
def _ids() -> TypeAdapter[frozenset[str]]:
    return TypeAdapter(frozenset[str])


def _of_text(text: str | None) -> frozenset[str]:
    """The transactions of a text; none where it is damaged."""
    try:
        return _NONE if text is None else _ids().validate_json(text)
    except ValueError:
        return _NONE
