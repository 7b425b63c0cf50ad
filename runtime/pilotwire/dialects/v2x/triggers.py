"""TriggerMessage in OCPP 2.x (F06)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.rpc import Answer
from pilotwire.station.triggers import Triggers, Wish

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("TriggerMessage", lambda: v21.TriggerMessageRequest)
async def trigger_message(
    to: Dialect, request: v21.TriggerMessageRequest
) -> Answer[v21.TriggerMessageResponse]:
    """F06. There are no custom triggers (F06.FR.19)."""
    evse = request.evse
    wish = Wish(to, None if evse is None else evse.id, None if evse is None else evse.connector_id)
    outcome = to.block(Triggers).trigger(request.requested_message, wish)
    response = v21.TriggerMessageResponse(status=outcome.status, status_info=status_info(outcome))
    return Answer(response, outcome.once_sent)
