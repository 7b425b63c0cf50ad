"""Meter values that the Central System has asked for, in OCPP 1.6 (4.7, 5.17): told at once, and in
Pending, too.
"""

from __future__ import annotations

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.keys import Block16
from pilotwire.dialects.v16.metering import MeterValuesMessages
from pilotwire.station.facts.metering import MeterValuesTaken
from pilotwire.station.meter_values import METER_VALUES

__all__ = ["BLOCK"]

BLOCK = Block16()


class MeterValues16:
    """Tells what a meter shows."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def meter_values(self, fact: MeterValuesTaken) -> None:
        """MeterValues, where there are words for any of it."""
        request = MeterValuesMessages().request(self._to, fact, offline=False)
        if request is not None:
            await self._to.call(request)


BLOCK.question(METER_VALUES, MeterValues16)
