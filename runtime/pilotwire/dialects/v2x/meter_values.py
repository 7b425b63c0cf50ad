"""Meter values that the CSMS asks for, in OCPP 2.x (J01): told at once, and in Pending, too."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.metering import MeterValuesMessages
from pilotwire.station.facts.metering import MeterValuesTaken
from pilotwire.station.meter_values import METER_VALUES

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


class MeterValues2x:
    """Tells what a meter shows."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def meter_values(self, fact: MeterValuesTaken) -> None:
        """MeterValues, where there are words for any of it."""
        request = MeterValuesMessages().request(self._to, fact, offline=False)
        if request is not None:
            await self._to.call(request)


BLOCK.question(METER_VALUES, MeterValues2x)
