"""Remote control in OCPP 1.6: starting and stopping transactions (5.11, 5.12)."""

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import Answer
from pilotwire.station.device_model.standard import AuthCtrlr
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.remote_control import RemoteControl
from pilotwire.station.vocabulary import RequestStartStopStatus

__all__ = ["BLOCK"]

BLOCK = Block16()
BLOCK.key(Keys.AuthorizeRemoteTxRequests, AuthCtrlr.AuthorizeRemoteStart)


@BLOCK.command(v16.RemoteStartTransactionRequest)
async def remote_start_transaction(
    to: Dialect, request: v16.RemoteStartTransactionRequest
) -> Answer[v16.RemoteStartTransactionResponse]:
    """5.11. A charging profile is ignored: there is no smart charging."""
    outcome = to.block(RemoteControl).request_start(
        IdToken(request.id_tag), None, request.connector_id
    )
    return Answer(
        v16.RemoteStartTransactionResponse(status=_start_stop(outcome.status)), outcome.once_sent
    )


@BLOCK.command(v16.RemoteStopTransactionRequest)
async def remote_stop_transaction(
    to: Dialect, request: v16.RemoteStopTransactionRequest
) -> Answer[v16.RemoteStopTransactionResponse]:
    """5.12."""
    row = to.station.core.records.transactions.by_csms_id(request.transaction_id)
    outcome = to.block(RemoteControl).request_stop("" if row is None else row.id)
    return Answer(
        v16.RemoteStopTransactionResponse(status=_start_stop(outcome.status)), outcome.once_sent
    )


def _start_stop(status: RequestStartStopStatus) -> v16.RemoteStartStopStatus:
    if status is RequestStartStopStatus.ACCEPTED:
        return v16.RemoteStartStopStatus.ACCEPTED
    return v16.RemoteStartStopStatus.REJECTED
