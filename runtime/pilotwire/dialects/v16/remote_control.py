"""Remote control in OCPP 1.6: starting and stopping transactions (5.11, 5.12)."""

from __future__ import annotations

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.bounds import is_number
from pilotwire.dialects.v16.charging_profiles import beginning, profile_of
from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.rpc import Answer
from pilotwire.station.device_model.standard import AuthCtrlr
from pilotwire.station.facts.authorization import UNTOLD_KIND, IdToken
from pilotwire.station.remote_control import RemoteControl, RemoteStart
from pilotwire.station.vocabulary import RequestStartStopStatus

__all__ = ["BLOCK"]

BLOCK = Block16()
BLOCK.key(Keys.AuthorizeRemoteTxRequests, AuthCtrlr.AuthorizeRemoteStart)


@BLOCK.command("RemoteStartTransaction", lambda: v16.RemoteStartTransactionRequest)
async def remote_start_transaction(
    to: Dialect, request: v16.RemoteStartTransactionRequest
) -> v16.RemoteStartTransactionResponse | Answer[v16.RemoteStartTransactionResponse]:
    """5.11. A charging profile that makes no sense is rejected with the start."""
    rejected = v16.RemoteStartTransactionResponse(status=v16.RemoteStartStopStatus.REJECTED)
    evse_id = None
    if request.connector_id is not None:
        evse_id = _startable(to, request.connector_id)
        if evse_id is None:
            return rejected
    try:
        profile = None if request.charging_profile is None else profile_of(request.charging_profile)
        profile = None if profile is None else beginning(profile, to.station.now())
    except ValueError:
        return rejected
    start = RemoteStart(
        IdToken(request.id_tag, UNTOLD_KIND), evse_id=evse_id, charging_profile=profile
    )
    outcome = to.block(RemoteControl).request_start(start)
    return Answer(
        v16.RemoteStartTransactionResponse(status=_start_stop(outcome.status)), outcome.once_sent
    )


def _startable(to: Dialect, number: int) -> int | None:
    """The EVSE of a connector; None where there is none, or another one of it is in use."""
    place = numbers_of(to.station).place(number)
    if place is None:
        return None
    evse_id, connector_id = place
    in_use = to.station.evse(evse_id).connector_id
    return evse_id if in_use in {None, connector_id} else None


@BLOCK.command("RemoteStopTransaction", lambda: v16.RemoteStopTransactionRequest)
async def remote_stop_transaction(
    to: Dialect, request: v16.RemoteStopTransactionRequest
) -> Answer[v16.RemoteStopTransactionResponse]:
    """5.12."""
    number = request.transaction_id
    transactions = to.station.core.records.transactions
    row = transactions.by_csms_id(number) if is_number(number) else None
    outcome = to.block(RemoteControl).request_stop("" if row is None else row.id)
    return Answer(
        v16.RemoteStopTransactionResponse(status=_start_stop(outcome.status)), outcome.once_sent
    )


def _start_stop(status: RequestStartStopStatus) -> v16.RemoteStartStopStatus:
    if status is RequestStartStopStatus.ACCEPTED:
        return v16.RemoteStartStopStatus.ACCEPTED
    return v16.RemoteStartStopStatus.REJECTED
