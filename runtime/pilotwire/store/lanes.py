"""What must happen to a message that can't be delivered at once: a row of this table for each kind.

Every lane is in order: a row that waits for its repetition holds back those behind it in its own
lane, and no other lane. To add a lane is to add a row; the file knows lanes by their names only.
"""

from dataclasses import dataclass
from enum import Enum, auto

__all__ = [
    "EVENT",
    "LANES",
    "METER_VALUES",
    "NOTIFICATION",
    "SECURITY_EVENT",
    "TRANSACTION",
    "Full",
    "Lane",
    "Offline",
]


class Offline(Enum):
    """What is kept of what happens while there is no connection."""

    KEEP_ALL = auto()
    KEEP_LAST = auto()
    """The newest of each coalescing key."""
    DROP = auto()


class Full(Enum):
    """What gives way in a lane that has no room left."""

    THIN = auto()
    """Intermediate rows, every other one of a transaction; nothing else does."""
    OLDEST = auto()
    """The oldest rows that were not sent yet."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the table.

    Attributes:
        name: How the file knows it.
        repeated: Whether a message is sent again until it is answered or given up, and a record
            kept of what was given up. All notes of it are on the disk before the next step. Of
            other lanes, a power cut may undo the newest notes, and each message is sent once.
        offline: What is kept of a time without connection.
        capacity: How many rows there is room for; None for what the station was given.
        full: What gives way when there is no room.
        minor: Whether no record is kept of what is given up. What is not answered is repeated to no
            end, what the CSMS does not know or refuses is not.
        last: Whether it stands back: its messages go when nothing else waits.
    """

    name: str
    repeated: bool
    offline: Offline
    capacity: int | None
    full: Full
    minor: bool = False
    last: bool = False


TRANSACTION = Lane("transaction", True, Offline.KEEP_ALL, None, Full.THIN)
"""Transaction-related messages (2.0.1 E13, 1.6 3.7.1)."""

NOTIFICATION = Lane("notification", False, Offline.KEEP_LAST, 1000, Full.OLDEST)
"""What is told anew after a restart and a long time offline: statuses (B01.FR.05, B04)."""

METER_VALUES = Lane("meter_values", False, Offline.KEEP_ALL, 1000, Full.OLDEST)
"""Meter values that no transaction tells (J01). Those of a time offline are kept: what a register
showed at a quarter of an hour is of use later, too.
"""

SECURITY_EVENT = Lane(
    "security_event", True, Offline.KEEP_ALL, 1000, Full.OLDEST, minor=True, last=True
)
"""Security events, which must reach the CSMS (A04.FR.02) and be in nothing's way."""

EVENT = Lane("event", True, Offline.KEEP_LAST, 1000, Full.OLDEST, minor=True)
"""What is wrong with a part, and that it is so no more (G05), and how a reservation ended (H04):
what nothing else tells later.
"""

LANES: dict[str, Lane] = {
    lane.name: lane for lane in (TRANSACTION, NOTIFICATION, METER_VALUES, SECURITY_EVENT, EVENT)
}
"""All lanes by name, those first that go first where rows are of the same age."""
