"""What the CSMS tells stations to do, put into the messages of either version."""

from pilotwire.connection.versions import OcppVersion
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.base import Message
from pilotwire.ocpp.v201 import IdTokenEnumType as IdTokenKind
from pilotwire.ocpp.v201 import RequestStartStopStatusEnumType as RequestStartStopStatus
from pilotwire.ocpp.v201 import ResetEnumType as ResetKind
from pilotwire.ocpp.v201 import ResetStatusEnumType as ResetStatus
from pilotwire.rpc import Peer

__all__ = [
    "IdTokenKind",
    "RequestStartStopStatus",
    "ResetKind",
    "ResetStatus",
    "invited_by",
    "remote_start",
    "remote_stop",
    "reset",
]


async def remote_start(
    peer: Peer,
    version: OcppVersion,
    token: v201.IdTokenType,
    evse: int | None,
    remote_start_id: int,
) -> RequestStartStopStatus:
    """1.6 5.11; 2.0.1 F01, F02."""
    if version is OcppVersion.V1_6:
        old = v16.RemoteStartTransactionRequest(id_tag=token.id_token, connector_id=evse)
        return RequestStartStopStatus((await peer.call(old)).status)
    request = v201.RequestStartTransactionRequest(
        id_token=token, evse_id=evse, remote_start_id=remote_start_id
    )
    return (await peer.call(request)).status


async def remote_stop(
    peer: Peer, version: OcppVersion, transaction_id: int | str
) -> RequestStartStopStatus:
    """1.6 5.12; 2.0.1 F03."""
    if version is OcppVersion.V1_6:
        old = v16.RemoteStopTransactionRequest(transaction_id=int(transaction_id))
        return RequestStartStopStatus((await peer.call(old)).status)
    request = v201.RequestStopTransactionRequest(transaction_id=str(transaction_id))
    return (await peer.call(request)).status


async def reset(peer: Peer, version: OcppVersion, kind: ResetKind) -> ResetStatus:
    """1.6 5.14; 2.0.1 B11, B12."""
    if version is not OcppVersion.V1_6:
        return (await peer.call(v201.ResetRequest(type=kind))).status
    if kind is ResetKind.ON_IDLE:
        raise ValueError("OCPP 1.6 has no reset that waits until transactions have ended")
    return ResetStatus((await peer.call(v16.ResetRequest(type=v16.ResetType.SOFT))).status)


def invited_by(request: Message) -> str | None:
    """The action that a request makes a station send, accepted or not (B02.FR.09)."""
    match request:
        case v201.GetBaseReportRequest() | v201.GetReportRequest():
            return v201.NotifyReportRequest.action
        case (
            v16.TriggerMessageRequest()
            | v16.ExtendedTriggerMessageRequest()
            | v201.TriggerMessageRequest()
        ):
            return _triggered(request.requested_message.value)
        case _:
            return None


def _triggered(message: str) -> str:
    # A trigger is named as its action, but for those that also say which certificate to sign.
    if message.startswith("Sign") and message.endswith("Certificate"):
        return v201.SignCertificateRequest.action
    return message
