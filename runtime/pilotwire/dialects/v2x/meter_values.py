"""MeterValues in OCPP 2.x (J01)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.transactions import meter_value
from pilotwire.ocpp import v21
from pilotwire.station.facts.transactions import MeterValue
from pilotwire.station.meter_values import METER_VALUES

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


class MeterValues2x:
    """Tells what a meter shows."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def meter_values(
        self,
        evse_id: int,
        connector_id: int | None,
        transaction_id: str | None,
        values: tuple[MeterValue, ...],
    ) -> None:
        """MeterValues, which are of an EVSE and no transaction."""
        del connector_id, transaction_id
        await self._to.call(
            v21.MeterValuesRequest(
                evse_id=evse_id, meter_value=[meter_value(value) for value in values]
            )
        )


BLOCK.question(METER_VALUES, MeterValues2x)
