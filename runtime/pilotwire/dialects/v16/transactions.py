"""Transactions in OCPP 1.6: StartTransaction, MeterValues, StopTransaction (4.7, 4.8, 4.10).

here                         in 1.6
the first event of a         StartTransaction; its answer numbers the transaction, and what
transaction that is both     happened before it is not told
authorized and connected
an Updated event             MeterValues if it has any, else nothing
an Ended event               StopTransaction, if there is a StartTransaction
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.bounds import is_number
from pilotwire.dialects.transactions import TransactionReport
from pilotwire.dialects.v16.authorization import ID_TAG_LENGTH, info_of
from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.dialects.v16.metering import told_values
from pilotwire.errors import InvalidResponse
from pilotwire.ocpp import v16
from pilotwire.ocpp.base import AnyRequest, Response
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.device_model.standard import OCPPCommCtrlr, TxCtrlr
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.facts.provisioning import ResetKind
from pilotwire.station.facts.transactions import TransactionAnswered, TransactionEvent
from pilotwire.station.vocabulary import EventType, Reason, TriggerReason
from pilotwire.store import Wire

__all__ = ["BLOCK"]

BLOCK = Block16("Core")
BLOCK.key(Keys.ConnectionTimeOut, TxCtrlr.EVConnectionTimeOut)
BLOCK.key(Keys.StopTransactionOnEVSideDisconnect, TxCtrlr.StopTxOnEVSideDisconnect)
BLOCK.key(Keys.StopTransactionOnInvalidId, TxCtrlr.StopTxOnInvalidId)
BLOCK.key(Keys.TransactionMessageAttempts, OCPPCommCtrlr.MessageAttempts_TransactionEvent)
BLOCK.key(
    Keys.TransactionMessageRetryInterval, OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent
)
BLOCK.key(Keys.UnlockConnectorOnEVSideDisconnect, OCPPCommCtrlr.UnlockOnEVSideDisconnect)

_NO_NUMBER = -1
"""Of a transaction whose StartTransaction was given up: the rest is told all the same (errata
3.18).
"""

_REASONS: Mapping[Reason, v16.Reason] = MappingProxyType(
    {
        Reason.DE_AUTHORIZED: v16.Reason.DE_AUTHORIZED,
        Reason.EMERGENCY_STOP: v16.Reason.EMERGENCY_STOP,
        Reason.EV_DISCONNECTED: v16.Reason.EV_DISCONNECTED,
        Reason.IMMEDIATE_RESET: v16.Reason.SOFT_RESET,
        Reason.LOCAL: v16.Reason.LOCAL,
        Reason.MASTER_PASS: v16.Reason.LOCAL,
        Reason.POWER_LOSS: v16.Reason.POWER_LOSS,
        Reason.REBOOT: v16.Reason.REBOOT,
        Reason.REMOTE: v16.Reason.REMOTE,
    }
)
"""What has no word in 1.6 is Other."""

_BY_TOKEN = frozenset({Reason.LOCAL, Reason.MASTER_PASS})
"""Reasons with which the token is told that ended the transaction."""


class TransactionMessages(TransactionReport[Dialect]):
    """The messages of a transaction."""

    def opens(self, event: TransactionEvent) -> bool:
        """The event that StartTransaction tells."""
        return event.power_path_closed_first and event.authorized_by is not None

    def follows(self, event: TransactionEvent) -> bool:
        """What is measured before both are there is of no transaction in 1.6."""
        return event.path_closed

    def request(self, to: Dialect, fact: TransactionEvent, *, offline: bool) -> AnyRequest | None:
        """The message of an event, if it has one."""
        del offline  # 1.6 has no word for it: the timestamps tell
        match fact:
            case TransactionEvent(power_path_closed_first=True, authorized_by=IdToken() as token):
                return v16.StartTransactionRequest(
                    connector_id=_connector(to, fact),
                    id_tag=token.value[:ID_TAG_LENGTH],
                    meter_start=round(fact.register_wh),
                    reservation_id=fact.reservation_id,
                    timestamp=fact.timestamp,
                )
            case TransactionEvent(path_closed=False, trigger=TriggerReason.METER_VALUE_CLOCK):
                return _meter_values(to, fact, None)
            case TransactionEvent(path_closed=False):
                return None  # it is no transaction in the sense of 1.6 yet, or never was
            case TransactionEvent(event_type=EventType.ENDED):
                return _stop_transaction(fact, _csms_id(to, fact))
            case _:
                return _meter_values(to, fact, _csms_id(to, fact))

    def answered(
        self, to: Dialect, fact: TransactionEvent, wire: Wire, response: Response | None
    ) -> TransactionAnswered:
        """The number of the transaction, and what the CSMS says of the token."""
        del to
        opened = wire.version if wire.opens else None
        match response:
            case v16.StartTransactionResponse() if not is_number(response.transaction_id):
                raise InvalidResponse("the transactionId is beyond 64 bits")
            case v16.StartTransactionResponse():
                info = info_of(response.id_tag_info)
                return TransactionAnswered(fact, opened, response.transaction_id, info)
            case v16.StopTransactionResponse() if response.id_tag_info is not None:
                return TransactionAnswered(fact, opened, id_token=info_of(response.id_tag_info))
            case None if wire.opens:
                raise InvalidResponse("the transaction has no number")
            case _:
                return TransactionAnswered(fact, opened)


BLOCK.report(TransactionEvent, TransactionMessages())


def _connector(to: Dialect, event: TransactionEvent) -> int:
    return numbers_of(to.station).number(event.evse_id, event.connector_id)


def _csms_id(to: Dialect, event: TransactionEvent) -> int:
    row = to.station.core.records.transactions.get(event.transaction_id)
    return _NO_NUMBER if row is None or row.csms_id is None else row.csms_id


def _meter_values(
    to: Dialect, event: TransactionEvent, number: int | None
) -> v16.MeterValuesRequest | None:
    values = told_values(event.meter_values)
    if not values:
        return None
    return v16.MeterValuesRequest(
        connector_id=_connector(to, event), transaction_id=number, meter_value=values
    )


def _stop_transaction(event: TransactionEvent, number: int) -> v16.StopTransactionRequest:
    token = event.id_token if event.stopped_reason in _BY_TOKEN else None
    reason = _REASONS.get(event.stopped_reason or Reason.LOCAL, v16.Reason.OTHER)
    if event.trigger is TriggerReason.UNLOCK_COMMAND:
        reason = v16.Reason.UNLOCK_COMMAND
    if event.reset is ResetKind.FORCED:
        reason = v16.Reason.HARD_RESET
    return v16.StopTransactionRequest(
        transaction_id=number,
        id_tag=None if token is None else token.value[:ID_TAG_LENGTH],
        meter_stop=round(event.register_wh),
        timestamp=event.timestamp,
        reason=reason,
        transaction_data=told_values(event.meter_values) or None,
    )
