"""DataTransfer in OCPP 1.6 (4.3, 5.6), whose data is a text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from pydantic import JsonValue

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.station.data_transfer import DATA_TRANSFER, DataTransfers, TransferAnswer
from pilotwire.station.vocabulary import DataTransferStatus

__all__ = ["BLOCK"]

BLOCK = Block16()

_STATUS: Mapping[DataTransferStatus, v16.DataTransferStatus] = MappingProxyType(
    {status: v16.DataTransferStatus(status) for status in DataTransferStatus}
)


@BLOCK.command("DataTransfer", lambda: v16.DataTransferRequest)
async def data_transfer(to: Dialect, request: v16.DataTransferRequest) -> v16.DataTransferResponse:
    """5.6; a handler of the application for all DataTransfers takes the place of this."""
    outcome = await to.block(DataTransfers).received(
        request.vendor_id, request.message_id, request.data
    )
    return v16.DataTransferResponse(status=_STATUS[outcome.status], data=_text(outcome.data))


class DataTransfer16:
    """Sends vendors' messages."""

    __slots__ = ("_to",)

    def __init__(self, to: Dialect) -> None:
        self._to = to

    async def transfer(
        self, vendor_id: str, message_id: str | None, data: JsonValue
    ) -> TransferAnswer[JsonValue]:
        """4.3."""
        response = await self._to.call(
            v16.DataTransferRequest(vendor_id=vendor_id, message_id=message_id, data=_text(data))
        )
        return TransferAnswer(DataTransferStatus(response.status), response.data)


BLOCK.question(DATA_TRANSFER, DataTransfer16)


def _text(data: JsonValue) -> str | None:
    if data is None or isinstance(data, str):
        return data
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
