"""What the CSMS tells stations to do, put into the messages of 1.6 or of 2.1."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from pydantic import JsonValue

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.line import Line
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Message
from pilotwire.ocpp.v21 import MessageTriggerEnumType as MessageTrigger
from pilotwire.ocpp.v21 import RequestStartStopStatusEnumType as RequestStartStopStatus
from pilotwire.ocpp.v21 import ResetEnumType as ResetKind
from pilotwire.ocpp.v21 import ResetStatusEnumType as ResetStatus
from pilotwire.ocpp.v21 import TriggerMessageStatusEnumType as TriggerMessageStatus
from pilotwire.ocpp.v21.standard_values import IdTokenKind

__all__ = [
    "IdTokenKind",
    "MessageTrigger",
    "RequestStartStopStatus",
    "ResetKind",
    "ResetStatus",
    "TriggerMessageStatus",
    "UnlockStatus",
    "data_transfer",
    "invited_by",
    "remote_start",
    "remote_stop",
    "reset",
    "trigger",
    "unlock",
]

UnlockStatus: TypeAlias = v16.UnlockStatus | v21.UnlockStatusEnumType
"""1.6 has words of its own."""

_RESETS: Mapping[OcppVersion, frozenset[ResetKind]] = MappingProxyType(
    {
        OcppVersion.V1_6: frozenset({ResetKind.IMMEDIATE}),
        OcppVersion.V2_0_1: frozenset({ResetKind.IMMEDIATE, ResetKind.ON_IDLE}),
        OcppVersion.V2_1: frozenset(ResetKind),
    }
)


async def remote_start(
    line: Line, token: v21.IdTokenType, evse: int | None, remote_start_id: int
) -> RequestStartStopStatus:
    """1.6 5.11; 2.x F01, F02."""
    if line.version is OcppVersion.V1_6:
        old = v16.RemoteStartTransactionRequest(id_tag=token.id_token, connector_id=evse)
        return RequestStartStopStatus((await line.tell(old)).status)
    request = v21.RequestStartTransactionRequest(
        id_token=token, evse_id=evse, remote_start_id=remote_start_id
    )
    return (await line.tell(request)).status


async def remote_stop(line: Line, transaction_id: int | str) -> RequestStartStopStatus:
    """1.6 5.12; 2.x F03."""
    if line.version is OcppVersion.V1_6:
        old = v16.RemoteStopTransactionRequest(transaction_id=int(transaction_id))
        return RequestStartStopStatus((await line.tell(old)).status)
    request = v21.RequestStopTransactionRequest(transaction_id=str(transaction_id))
    return (await line.tell(request)).status


async def reset(line: Line, kind: ResetKind) -> ResetStatus:
    """1.6 5.14; 2.x B11, B12."""
    if kind not in _RESETS[line.version]:
        raise ValueError(f"OCPP {line.version} has no reset {kind}")
    if line.version is OcppVersion.V1_6:
        old = v16.ResetRequest(type=v16.ResetType.SOFT)
        return ResetStatus((await line.tell(old)).status)
    return (await line.tell(v21.ResetRequest(type=kind))).status


async def unlock(line: Line, evse: int, connector: int) -> UnlockStatus:
    """1.6 5.18; 2.x F05."""
    if line.version is OcppVersion.V1_6:
        return (await line.tell(v16.UnlockConnectorRequest(connector_id=evse))).status
    request = v21.UnlockConnectorRequest(evse_id=evse, connector_id=connector)
    return (await line.tell(request)).status


async def trigger(
    line: Line, message: MessageTrigger, evse: int | None, connector: int | None
) -> TriggerMessageStatus:
    """1.6 5.17, white paper 5.5; 2.x F06."""
    request: v21.TriggerMessageRequest | v16.TriggerMessageRequest
    if line.version is OcppVersion.V1_6:
        if message.value not in set(v16.MessageTrigger):
            return await _trigger_more(line, message, evse)
        request = v16.TriggerMessageRequest(
            requested_message=v16.MessageTrigger(message.value), connector_id=evse
        )
        _invite(line, request)
        return TriggerMessageStatus((await line.tell(request)).status)
    place = None if evse is None else v21.EVSEType(id=evse, connector_id=connector)
    request = v21.TriggerMessageRequest(requested_message=message, evse=place)
    _invite(line, request)
    return (await line.tell(request)).status


async def _trigger_more(
    line: Line, message: MessageTrigger, evse: int | None
) -> TriggerMessageStatus:
    """What only the security extension of 1.6 can trigger."""
    name = message.value.replace("ChargingStation", "ChargePoint")
    if name not in set(v16.MessageTriggerEnumType):
        raise ValueError(f"OCPP 1.6 has no {message} to be triggered")
    request = v16.ExtendedTriggerMessageRequest(
        requested_message=v16.MessageTriggerEnumType(name), connector_id=evse
    )
    _invite(line, request)
    return TriggerMessageStatus((await line.tell(request)).status)


def _invite(line: Line, request: Message) -> None:
    invited = invited_by(request)
    if invited is not None:
        line.desk.invited.add(invited)


async def data_transfer(
    line: Line, vendor_id: str, message_id: str | None, data: JsonValue
) -> v21.DataTransferResponse:
    """1.6 5.6; 2.x P01."""
    if line.version is OcppVersion.V1_6:
        text = data if data is None or isinstance(data, str) else json.dumps(data)
        old = await line.tell(
            v16.DataTransferRequest(vendor_id=vendor_id, message_id=message_id, data=text)
        )
        answer = v21.DataTransferResponse(status=v21.DataTransferStatusEnumType(old.status))
        return answer if old.data is None else answer.replace(data=old.data)
    request = v21.DataTransferRequest(vendor_id=vendor_id, message_id=message_id)
    return await line.tell(request if data is None else request.replace(data=data))


def invited_by(request: Message) -> str | None:
    """The action that a request makes a station send, accepted or not (B02.FR.09)."""
    match request:
        case (
            v201.GetBaseReportRequest()
            | v201.GetReportRequest()
            | v21.GetBaseReportRequest()
            | v21.GetReportRequest()
        ):
            return v21.NotifyReportRequest.action
        case v21.TriggerMessageRequest(
            requested_message=v21.MessageTriggerEnumType.CUSTOM_TRIGGER, custom_trigger=custom
        ):
            return custom  # the station's own word, for all that can be told an action's name
        case (
            v16.TriggerMessageRequest()
            | v16.ExtendedTriggerMessageRequest()
            | v201.TriggerMessageRequest()
            | v21.TriggerMessageRequest()
        ):
            return _triggered(request.requested_message.value)
        case _:
            return None


def _triggered(message: str) -> str:
    # A trigger is named as its action, but for those that also say which certificate to sign.
    if message.startswith("Sign") and message.endswith("Certificate"):
        return v21.SignCertificateRequest.action
    return message
