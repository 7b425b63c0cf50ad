"""Which registers are read in which request."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["MOST_REGISTERS", "Span", "Table", "blocks"]

MOST_REGISTERS: Final = 125
"""That one request can ask for (Modbus Application Protocol 1.1b3, 6.3 and 6.4)."""


class Table(StrEnum):
    """Which of a device's tables a register is in."""

    INPUT = "input"
    """Read with function 4; manuals number them from 30001 on."""
    HOLDING = "holding"
    """Read with function 3; manuals number them from 40001 on."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Registers that follow each other; `address` is that of the first, counted from 0."""

    table: Table
    address: int
    count: int

    @property
    def end(self) -> int:
        """The address after the last one."""
        return self.address + self.count

    def holds(self, other: "Span") -> bool:
        """Whether all of the other is in it."""
        return self.table is other.table and self.address <= other.address and other.end <= self.end


def blocks(spans: Iterable[Span], most: int, gap: int) -> Sequence[Span]:
    """As few requests as hold all of these, each of `most` registers or fewer.

    None is split, and no more than `gap` registers that nobody wants are read between two.
    """
    found: list[Span] = []
    for span in sorted(set(spans)):
        last = found[-1] if found else None
        if (
            last is not None
            and last.table is span.table
            and span.address - last.end <= gap
            and max(last.end, span.end) - last.address <= most
        ):
            found[-1] = Span(last.table, last.address, max(last.end, span.end) - last.address)
        else:
            found.append(span)
    return found
