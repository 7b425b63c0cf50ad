"""All that the store holds of one station."""

from contextlib import AbstractContextManager

from pilotwire.store.cached_tokens import CachedTokens
from pilotwire.store.charging_profiles import ChargingProfiles
from pilotwire.store.database import Store
from pilotwire.store.given_up import GivenUp
from pilotwire.store.listed_tokens import ListedTokens
from pilotwire.store.outbox import CAPACITY, Outbox
from pilotwire.store.security_log import SecurityLog
from pilotwire.store.transactions import Transactions
from pilotwire.store.values import State, Variables

__all__ = ["StationRecords"]


class StationRecords:
    """The records of one station: `outbox`, `given_up`, `transactions`, `variables`,
    `cached_tokens`, `listed_tokens`, `charging_profiles`, `security_log` and `state`.

    `capacity` is how many transaction-related messages the outbox has room for.
    """

    def __init__(self, store: Store, identity: str, capacity: int = CAPACITY) -> None:
        self._store = store
        self.identity = identity
        self.outbox = Outbox(store, identity, capacity)
        self.given_up = GivenUp(store, identity)
        self.transactions = Transactions(store, identity)
        self.variables = Variables(store, identity)
        self.cached_tokens = CachedTokens(store, identity)
        self.security_log = SecurityLog(store, identity)
        self.listed_tokens = ListedTokens(store, identity)
        self.charging_profiles = ChargingProfiles(store, identity)
        self.state = State(store, identity)

    def atomic(self) -> AbstractContextManager[None]:
        """Write all that the block writes, or nothing of it; see `Store.atomic`."""
        return self._store.atomic()

    def lazily(self) -> AbstractContextManager[None]:
        """The same for what may be lost in a power cut; see `Store.lazily`."""
        return self._store.lazily()

    def claimed(self) -> AbstractContextManager[None]:
        """These records are a running station's as long as the block lasts.

        Raises:
            StoreInUseError: they are another's already: the two would send everything twice.
        """
        return self._store.claimed(self.identity)

    def flush(self) -> None:
        """Commit what lazy blocks have written."""
        self._store.flush()

    @property
    def path(self) -> str:
        """The store's file."""
        return self._store.path

    @property
    def on_disk(self) -> bool:
        """Whether there is a file at all, and not memory alone."""
        return self.path != ":memory:"

    @property
    def low(self) -> bool:
        """Whether only what must not be lost should be written; see `Store.low`."""
        return self._store.low

    def look(self) -> bool:
        """Whether the file is still in its place; see `Store.look`."""
        return self._store.look()

    def recover(self) -> bool:
        """Whether all can be written again; see `Store.recover`."""
        return self._store.recover()
