"""Telling transactions: what is the same in all versions.

A transaction whose beginning was told in another version, because the connection spoke that then,
has its beginning sent ahead of whatever comes next.
"""

from abc import abstractmethod
from typing import TypeVar

from pilotwire.dialects.base import Dialect, Report
from pilotwire.ocpp.base import AnyRequest
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.store import Wire

__all__ = ["TransactionReport"]

D = TypeVar("D", bound=Dialect)


class TransactionReport(Report[D, TransactionEvent]):
    """How the events of transactions are told."""

    @abstractmethod
    def opens(self, event: TransactionEvent) -> bool:
        """Whether a transaction begins with this event in this version."""

    def follows(self, event: TransactionEvent) -> bool:
        """Whether the CSMS must know of the beginning of the transaction before this event."""
        del event
        return True

    def wire(self, to: D, fact: TransactionEvent, *, offline: bool) -> Wire | None:
        """The event, or the start of its transaction if that was not told in this version."""
        request = self.request(to, fact, offline=offline)
        if request is None:
            return None
        opens = self.opens(fact)
        start = self._untold_start(to, fact) if self.follows(fact) and not opens else None
        if start is not None:
            return to.worded(start, opens=True, ahead=True)
        return to.worded(request, opens=opens)

    def _untold_start(self, to: D, event: TransactionEvent) -> AnyRequest | None:
        transactions = to.station.core.records.transactions
        row = transactions.get(event.transaction_id)
        if row is None or to.version in row.told:
            return None
        for text in transactions.opening(row.id):
            opening = decode(text)
            if isinstance(opening, TransactionEvent) and self.opens(opening):
                return self.request(to, opening, offline=True)
        return None
