"""All that the store holds of one station."""

from contextlib import AbstractContextManager

from pilotwire.store.database import Store
from pilotwire.store.outbox import Outbox
from pilotwire.store.transactions import Transactions
from pilotwire.store.values import State, Variables

__all__ = ["StationRecords"]


class StationRecords:
    """The records of one station: `outbox`, `transactions`, `variables` and `state`."""

    def __init__(self, store: Store, identity: str) -> None:
        self._store = store
        self.identity = identity
        self.outbox = Outbox(store, identity)
        self.transactions = Transactions(store, identity)
        self.variables = Variables(store, identity)
        self.state = State(store, identity)

    def atomic(self) -> AbstractContextManager[None]:
        """Write all that the block writes, or nothing of it; see `Store.atomic`."""
        return self._store.atomic()
