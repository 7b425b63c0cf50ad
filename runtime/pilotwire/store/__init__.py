"""What must survive a power cut, on SQLite.

A `Store` is one file, and can hold many stations; `StationRecords(store, identity)` are those of
one. The rule of this package: everything that belongs together is written within one `atomic()`
block, and when that block ends it is on the disk.
"""

from pilotwire.store.database import (
    Store,
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreInUseError,
    StoreNewerError,
)
from pilotwire.store.outbox import Entry, Lane, Outbox, Wire
from pilotwire.store.records import StationRecords
from pilotwire.store.transactions import TransactionRow, Transactions
from pilotwire.store.values import State, VariableKey, Variables

__all__ = [
    "Entry",
    "Lane",
    "Outbox",
    "State",
    "StationRecords",
    "Store",
    "StoreDamagedError",
    "StoreError",
    "StoreForeignError",
    "StoreInUseError",
    "StoreNewerError",
    "TransactionRow",
    "Transactions",
    "VariableKey",
    "Variables",
    "Wire",
]
