"""What the CSMS can have told of connectors and transactions (F06)."""

from collections.abc import Sequence
from dataclasses import replace

from pilotwire.hal.interfaces import WHOLE_STATION
from pilotwire.station.core import Core
from pilotwire.station.csms import Csms
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.outcome import Outcome
from pilotwire.station.triggers import Triggers, Wish, refused
from pilotwire.station.vocabulary import MessageTrigger, ReasonCode, TriggerMessageStatus

__all__ = ["EvseTriggers", "evses_of"]


class EvseTriggers:
    """Tells statuses, and how transactions are, when the CSMS wants to know."""

    __slots__ = ("_core", "_evses", "_triggers")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._triggers = core.blocks[Triggers]
        self._triggers.enter(MessageTrigger.STATUS_NOTIFICATION, self._statuses)
        self._triggers.enter(MessageTrigger.TRANSACTION_EVENT, self._transactions)

    def _statuses(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        """Of a connector, or of all that are meant (F06.FR.11, F06.FR.12)."""
        station = self._evses.station_status(again=True)
        if wish.evse_id == WHOLE_STATION and wish.csms.wire(station, offline=False) is None:
            return refused(ReasonCode.UNKNOWN_EVSE)
        evses = () if wish.evse_id == WHOLE_STATION else evses_of(self._evses, wish)
        if isinstance(evses, Outcome):
            return evses
        whole = wish.evse_id in {None, WHOLE_STATION}
        return self._triggers.sending(
            lambda: self._tell_statuses(wish.csms, evses, wish.connector_id, whole=whole)
        )

    async def _tell_statuses(
        self, csms: Csms, evses: Sequence[EvseControl], only: int | None, *, whole: bool
    ) -> None:
        if self._core.standing.csms is csms:
            # In the order of what else is told of them.
            if whole:
                self._evses.report_station(again=True)
            for evse in evses:
                evse.report_status(again=True, only=only)
            return
        statuses = [self._evses.station_status()] if whole else []
        for evse in evses:
            statuses += [evse.status(n) for n in evse.connectors if only in {None, n}]
        for status in statuses:
            await self._core.delivery.say(csms, replace(status, again=True))

    def _transactions(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        """Of an EVSE, or of all (F06.FR.07, F06.FR.11).

        Not before the CSMS has accepted the station: what it would have to hear of the transaction
        before may not be told yet.
        """
        evses = evses_of(self._evses, wish)
        if isinstance(evses, Outcome):
            return evses
        if self._core.standing.csms is None:
            return refused(ReasonCode.CS_NOT_ACCEPTED)
        running = [evse for evse in evses if evse.transaction is not None]
        if not running:
            return refused(ReasonCode.TX_NOT_FOUND)

        async def tell() -> None:
            for evse in running:
                await evse.metering.tell_transaction()

        return self._triggers.sending(tell)


def evses_of(evses: Evses, wish: Wish) -> Sequence[EvseControl] | Outcome[TriggerMessageStatus]:
    """The EVSEs that are meant, or the refusal where there is no such EVSE or connector."""
    if wish.evse_id is None:
        return tuple(evses)
    evse = evses.find(wish.evse_id, wish.connector_id)
    if evse is not None:
        return (evse,)
    known = evses.find(wish.evse_id) is not None
    return refused(ReasonCode.UNKNOWN_CONNECTOR_ID if known else ReasonCode.UNKNOWN_EVSE)
