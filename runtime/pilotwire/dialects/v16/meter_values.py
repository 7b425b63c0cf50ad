"""MeterValues in OCPP 1.6 that no transaction event tells (4.7)."""

from __future__ import annotations

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.dialects.v16.transactions import meter_value
from pilotwire.ocpp import v16
from pilotwire.station.facts.transactions import MeterValue
from pilotwire.station.meter_values import METER_VALUES

__all__ = ["BLOCK"]

BLOCK = Block16()


class MeterValues16:
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
        """MeterValues; of a transaction, once the Central System has given it a number."""
        transactions = self._to.station.core.records.transactions
        row = None if transaction_id is None else transactions.get(transaction_id)
        await self._to.call(
            v16.MeterValuesRequest(
                connector_id=numbers_of(self._to.station).number(evse_id, connector_id),
                transaction_id=None if row is None else row.csms_id,
                meter_value=[meter_value(value) for value in values],
            )
        )


BLOCK.question(METER_VALUES, MeterValues16)
