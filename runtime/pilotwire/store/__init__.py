"""What must survive a power cut, on SQLite.

A `Store` is one file, and can hold many stations; `StationRecords(store, identity)` are those of
one. The rule of this package: everything that belongs together is written within one `atomic()`
block, and when that block ends it is on the disk. What may be lost in a power cut is written
`lazily()`, and is on the disk with the next such block.
"""

from pilotwire.store.cached_tokens import CachedToken, CachedTokens
from pilotwire.store.charging_profiles import ChargingProfileRow, ChargingProfiles
from pilotwire.store.database import RESERVE, Store
from pilotwire.store.errors import (
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreInUseError,
    StoreNewerError,
    StoreUnwritableError,
)
from pilotwire.store.given_up import GivenUp, Loss
from pilotwire.store.lanes import (
    EVENT,
    LANES,
    METER_VALUES,
    NOTIFICATION,
    SECURITY_EVENT,
    TRANSACTION,
    Full,
    Lane,
    Offline,
)
from pilotwire.store.listed_tokens import ListedToken, ListedTokens, ListState
from pilotwire.store.outbox import CAPACITY, Entry, Outbox, Wire
from pilotwire.store.records import StationRecords
from pilotwire.store.security_log import SecurityLog, SecurityLogEntry
from pilotwire.store.transactions import TransactionRow, Transactions
from pilotwire.store.values import State, VariableKey, Variables

__all__ = [
    "CAPACITY",
    "EVENT",
    "LANES",
    "METER_VALUES",
    "NOTIFICATION",
    "RESERVE",
    "SECURITY_EVENT",
    "TRANSACTION",
    "CachedToken",
    "CachedTokens",
    "ChargingProfileRow",
    "ChargingProfiles",
    "Entry",
    "Full",
    "GivenUp",
    "Lane",
    "ListState",
    "ListedToken",
    "ListedTokens",
    "Loss",
    "Offline",
    "Outbox",
    "SecurityLog",
    "SecurityLogEntry",
    "State",
    "StationRecords",
    "Store",
    "StoreDamagedError",
    "StoreError",
    "StoreForeignError",
    "StoreInUseError",
    "StoreNewerError",
    "StoreUnwritableError",
    "TransactionRow",
    "Transactions",
    "VariableKey",
    "Variables",
    "Wire",
]
