"""What is measured during a transaction to be told at its end (TxEndedInterval; 1.6 3.16.1)."""

from dataclasses import replace
from typing import Final

from pilotwire.station.facts.transactions import MeterValue

__all__ = ["MOST", "with_another"]

MOST: Final = 60
"""How many are kept of one transaction, the first included: a message has to hold them all."""


def with_another(
    values: tuple[MeterValue, ...], another: tuple[MeterValue, ...]
) -> tuple[MeterValue, ...]:
    """All of them, in order. Where there is no room, the 1st, 3rd, 5th ... between the first and
    the newest give way (J02.FR.13; 1.6 errata 3.95): so what is left spans all of the time.
    """
    if not another:
        return values
    if len(values) >= MOST:
        first, *between = values
        values = (first, *between[1::2])
    latest = values[-1].timestamp if values else None
    if latest is not None:  # a clock that was set back must not reorder them
        another = tuple(replace(one, timestamp=max(one.timestamp, latest)) for one in another)
    return (*values, *another)
