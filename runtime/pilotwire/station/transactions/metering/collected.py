"""What is measured during a transaction to be told at its end (TxEndedInterval; 1.6 3.16.1)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from pilotwire.station.facts.metering import MeterValue
from pilotwire.station.transactions.metering.sizes import LONGEST, length
from pilotwire.station.vocabulary import ReadingContext

__all__ = ["MOST", "still_wanted", "with_another"]

MOST: Final = 60
"""How many are kept of one transaction, the first included: a message has to hold them all."""


def with_another(
    values: tuple[MeterValue, ...], another: tuple[MeterValue, ...]
) -> tuple[MeterValue, ...]:
    """All of them, in order. Where there is no room, one between the first and the newest gives way
    after the other, those that are least missed: so what is left spans all of the time, evenly
    (J02.FR.20; 1.6 errata 3.91). Room is left for the value of the end, which is as long as the
    newest.
    """
    if not another:
        return values
    longest = LONGEST - 2 * length(another)
    while len(values) > 1 and (len(values) >= MOST or length(values) > longest):
        least = _least_missed(values)
        values = (*values[:least], *values[least + 1 :])
    if values and length(values) > longest:
        return values
    latest = values[-1].timestamp if values else None
    if latest is not None:  # a clock that was set back must not reorder them
        another = tuple(replace(one, timestamp=max(one.timestamp, latest)) for one in another)
    return (*values, *another)


def still_wanted(
    values: tuple[MeterValue, ...], *, sampled: bool, aligned: bool
) -> tuple[MeterValue, ...]:
    """Those that are to be told when the end comes: the sampled, or the clock-aligned ones."""
    return tuple(
        one for one in values if (aligned if _kind(one) is ReadingContext.SAMPLE_CLOCK else sampled)
    )


def _least_missed(values: Sequence[MeterValue]) -> int:
    """Which one, but the first, leaves the shortest gap between those of its kind beside it."""
    seen: dict[ReadingContext, tuple[int, int]] = {}
    """The last two of each kind."""
    shortest: timedelta | None = None
    least = 1
    for at, value in enumerate(values):
        earlier, middle = seen.get(_kind(value), (0, 0))
        if middle:
            gap = value.timestamp - values[earlier].timestamp
            if shortest is None or gap < shortest:
                shortest, least = gap, middle
        seen[_kind(value)] = (middle, at)
    return least


def _kind(value: MeterValue) -> ReadingContext:
    return value.samples[0].context
