"""DataTransfer in OCPP 2.x (P01): the station itself has an implementation of no vendor's."""

from pilotwire.dialects.base import Block, Dialect
from pilotwire.ocpp import v21
from pilotwire.station.vocabulary import ReasonCode

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command(v21.DataTransferRequest)
async def data_transfer(to: Dialect, request: v21.DataTransferRequest) -> v21.DataTransferResponse:
    """Of an unknown vendor (P01.FR.05); a handler of the application takes the place of this."""
    del to, request
    return v21.DataTransferResponse(
        status=v21.DataTransferStatusEnumType.UNKNOWN_VENDOR_ID,
        status_info=v21.StatusInfoType(
            reason_code=ReasonCode.NOT_FOUND, additional_info="vendorId"
        ),
    )
