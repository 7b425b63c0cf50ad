"""Profiles that come and go with a transaction (K02.FR.05, K05, F01.FR.10; 1.6 5.16.2).

What a remote start has given along counts from the moment in which its session begins. It is a
TxProfile once there is a transaction: of one that is to begin, from the commit on in which it
does; of one that runs already, from the commit of its next event. When a transaction ends, its
profiles go in the commit of its last event.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Final

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import ChargingStation
from pilotwire.station.evse.evses import Evses
from pilotwire.station.smart_charging.conflicts import conflicts
from pilotwire.station.smart_charging.profiles import ChargingProfiles, Installed
from pilotwire.station.transactions.log import Transaction
from pilotwire.station.vocabulary import ChargingProfilePurpose, EventType

__all__ = ["TransactionProfiles"]


def _nothing() -> None:
    """Nothing is to be done once the commit is made."""


_NONE: Final[frozenset[int]] = frozenset()
"""One for all: a new one takes 200 bytes, and most stations have no other."""


class TransactionProfiles:
    """Keeps the profiles of transactions with their transactions."""

    __slots__ = ("_along", "_evses", "_expected", "_profiles")

    def __init__(self, core: Core, profiles: ChargingProfiles) -> None:
        self._evses = core.blocks[Evses]
        self._profiles = profiles
        self._along: dict[int, datatypes.ChargingProfileType] = {}
        """By EVSE, what a remote start has given along, until it is a TxProfile."""
        self._expected = _NONE
        """EVSEs where the session of such a start is just about to begin."""
        core.transactions.alongside.append(self._event)
        core.device_model.watch(ChargingStation.AvailabilityState, self._availability_changed)

    def _availability_changed(self, _: str) -> None:
        self._look()

    @contextmanager
    def expecting(
        self, evse_id: int, profile: datatypes.ChargingProfileType | None
    ) -> Generator[None, None, None]:
        """In the block a session is to begin, with a profile that its remote start has given along:
        that counts at once, and as long as the session is on.
        """
        if profile is None:
            yield
            return
        self._along[evse_id] = profile
        self._expected |= {evse_id}
        self._profiles.changed()
        try:
            yield
        finally:
            self._expected = self._expected - {evse_id} or _NONE
            self._look()

    def given_along(self) -> Iterator[Installed]:
        """What remote starts have given along, where it is no TxProfile yet. One without a
        transaction is of the one that is about to begin.
        """
        for evse_id, profile in self._along.items():
            running = self._evses.get(evse_id).transaction
            yield _bound(evse_id, profile, None if running is None else running.id)

    def _look(self) -> None:
        """Forget what came with sessions that are over."""
        over = [each for each in self._along if not (each in self._expected or self._is_on(each))]
        for evse_id in over:
            del self._along[evse_id]
        if over:
            self._profiles.changed()

    def _is_on(self, evse_id: int) -> bool:
        """Whether the session is on that a profile came with."""
        authorization = self._evses.get(evse_id).state.authorization
        return authorization is not None and authorization.charging_profile is self._along.get(
            evse_id
        )

    def _event(self, tx: Transaction, event_type: EventType) -> Callable[[], None]:
        """Within the commit of an event of a transaction; what is to be done once it is made."""
        if event_type is EventType.ENDED:
            gone = [each.id for each in self._of(tx.id)]
            self._profiles.forget(gone)
            return lambda: self._profiles.have_not(gone)
        profile = self._along.get(tx.evse_id)
        if profile is None or not self._is_on(tx.evse_id):
            return _nothing
        running = self._evses.get(tx.evse_id).transaction
        if event_type is not EventType.STARTED and (running is None or running.id != tx.id):
            return _nothing  # an event of another one, written late
        new = _bound(tx.evse_id, profile, tx.id)
        instead_of = [each.id for each in conflicts(new, self._profiles)]
        self._profiles.keep(new, instead_of)

        def have() -> None:
            self._along.pop(tx.evse_id, None)
            self._profiles.have(new, instead_of)

        return have

    def _of(self, transaction_id: str) -> Iterator[Installed]:
        return (
            each
            for each in self._profiles
            if each.purpose is ChargingProfilePurpose.TX_PROFILE
            and each.profile.transaction_id == transaction_id
        )


def _bound(
    evse_id: int, profile: datatypes.ChargingProfileType, transaction_id: str | None
) -> Installed:
    return Installed(evse_id, profile.replace(transaction_id=transaction_id))
