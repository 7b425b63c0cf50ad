"""DataTransfer in OCPP 1.6 (5.5): the station itself has an implementation of no vendor's."""

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16

__all__ = ["BLOCK"]

BLOCK = Block16()


@BLOCK.command(v16.DataTransferRequest)
async def data_transfer(to: Dialect, request: v16.DataTransferRequest) -> v16.DataTransferResponse:
    """Of an unknown vendor; a handler of the application takes the place of this."""
    del to, request
    return v16.DataTransferResponse(status=v16.DataTransferStatus.UNKNOWN_VENDOR_ID)
