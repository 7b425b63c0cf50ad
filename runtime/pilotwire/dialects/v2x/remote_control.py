"""Remote control in OCPP 2.x: starting and stopping transactions (F01 to F03)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.v2x.authorization import token_of
from pilotwire.dialects.v2x.status_info import status_info
from pilotwire.ocpp import v21
from pilotwire.rpc import Answer
from pilotwire.station.remote_control import RemoteControl, RemoteStart

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


@BLOCK.command("RequestStartTransaction", lambda: v21.RequestStartTransactionRequest)
async def request_start_transaction(
    to: Dialect, request: v21.RequestStartTransactionRequest
) -> Answer[v21.RequestStartTransactionResponse]:
    """F01, F02."""
    group = request.group_id_token
    outcome = to.block(RemoteControl).request_start(
        RemoteStart(
            token_of(request.id_token),
            request.remote_start_id,
            request.evse_id,
            None if group is None else token_of(group),
            request.charging_profile,
        )
    )
    response = v21.RequestStartTransactionResponse(
        status=outcome.status,
        status_info=status_info(outcome),
        transaction_id=outcome.transaction_id,
    )
    return Answer(response, outcome.once_sent)


@BLOCK.command("RequestStopTransaction", lambda: v21.RequestStopTransactionRequest)
async def request_stop_transaction(
    to: Dialect, request: v21.RequestStopTransactionRequest
) -> Answer[v21.RequestStopTransactionResponse]:
    """F03."""
    outcome = to.block(RemoteControl).request_stop(request.transaction_id)
    response = v21.RequestStopTransactionResponse(
        status=outcome.status, status_info=status_info(outcome)
    )
    return Answer(response, outcome.once_sent)
