"""DataTransfer in OCPP 2.x (P01, P02)."""

from __future__ import annotations

from pydantic import JsonValue

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.station.data_transfer import DATA_TRANSFER, DataTransfers, TransferAnswer

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("DataTransfer", lambda: v21.DataTransferRequest)
async def data_transfer(to: Dialect, request: v21.DataTransferRequest) -> v21.DataTransferResponse:
    """P01; a handler of the application for all DataTransfers takes the place of this."""
    outcome = await to.block(DataTransfers).received(
        request.vendor_id, request.message_id, request.data
    )
    response = v21.DataTransferResponse(status=outcome.status, status_info=status_info(outcome))
    return response if outcome.data is None else response.replace(data=outcome.data)


class DataTransfer2x:
    """Sends vendors' messages."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def transfer(
        self, vendor_id: str, message_id: str | None, data: JsonValue
    ) -> TransferAnswer[JsonValue]:
        """P02."""
        request = v21.DataTransferRequest(vendor_id=vendor_id, message_id=message_id)
        response = await self._to.call(request if data is None else request.replace(data=data))
        return TransferAnswer(response.status, response.data)


BLOCK.question(DATA_TRANSFER, DataTransfer2x)
