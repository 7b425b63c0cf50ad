"""UnlockConnector in OCPP 1.6 (5.18)."""

from __future__ import annotations

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.station.unlocking import Unlocking
from pilotwire.station.vocabulary import ReasonCode, UnlockStatus

__all__ = ["BLOCK"]

BLOCK = Block16()


@BLOCK.command("UnlockConnector", lambda: v16.UnlockConnectorRequest)
async def unlock_connector(
    to: Dialect, request: v16.UnlockConnectorRequest
) -> v16.UnlockConnectorResponse:
    """5.18. There is no word for an unknown connector but NotSupported (errata 3.87)."""
    place = numbers_of(to.station).place(request.connector_id)
    if place is None:
        return v16.UnlockConnectorResponse(status=v16.UnlockStatus.NOT_SUPPORTED)
    outcome = await to.block(Unlocking).unlock(to, *place)
    if outcome.reason is ReasonCode.FIXED_CABLE:
        status = v16.UnlockStatus.NOT_SUPPORTED
    elif outcome.status is UnlockStatus.UNLOCKED:
        status = v16.UnlockStatus.UNLOCKED
    else:
        status = v16.UnlockStatus.UNLOCK_FAILED
    return v16.UnlockConnectorResponse(status=status)
