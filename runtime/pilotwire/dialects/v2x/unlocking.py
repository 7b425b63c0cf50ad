"""UnlockConnector in OCPP 2.x (F05)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.station.unlocking import Unlocking

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("UnlockConnector", lambda: v21.UnlockConnectorRequest)
async def unlock_connector(
    to: Dialect, request: v21.UnlockConnectorRequest
) -> v21.UnlockConnectorResponse:
    """F05."""
    outcome = await to.block(Unlocking).unlock(to, request.evse_id, request.connector_id)
    return v21.UnlockConnectorResponse(status=outcome.status, status_info=status_info(outcome))
