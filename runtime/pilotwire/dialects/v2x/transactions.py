"""Transactions in OCPP 2.x: TransactionEvent (E)."""

from __future__ import annotations

from pilotwire.dialects.base import Block, Dialect
from pilotwire.dialects.transactions import TransactionReport
from pilotwire.dialects.v2x.authorization import info_of, told_token
from pilotwire.dialects.v2x.metering import told_values
from pilotwire.dialects.v2x.reservation import told_reservation
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Response
from pilotwire.station.facts.transactions import (
    TransactionAnswered,
    TransactionEvent,
    TransactionLimit,
)
from pilotwire.station.vocabulary import EventType
from pilotwire.store import Wire

__all__ = ["BLOCK"]

BLOCK: Block[Dialect] = Block()


class TransactionEvents(TransactionReport[Dialect]):
    """Each event is a TransactionEvent."""

    def opens(self, event: TransactionEvent) -> bool:
        """The first one does."""
        return event.event_type is EventType.STARTED

    def request(
        self, to: Dialect, fact: TransactionEvent, *, offline: bool
    ) -> v21.TransactionEventRequest:
        """TransactionEvent (E01 to E16)."""
        token = fact.id_token
        return v21.TransactionEventRequest(
            event_type=fact.event_type,
            timestamp=fact.timestamp,
            trigger_reason=fact.trigger,
            seq_no=fact.seq_no,
            offline=offline,
            number_of_phases_used=fact.phases,
            transaction_info=v21.TransactionType(
                transaction_id=fact.transaction_id,
                charging_state=fact.charging_state,
                stopped_reason=fact.stopped_reason,
                remote_start_id=fact.remote_start_id,
                operation_mode=fact.operation_mode,
                transaction_limit=_limit(fact.limit),
            ),
            evse=(
                v21.EVSEType(id=fact.evse_id, connector_id=fact.connector_id)
                if fact.tells_place
                else None
            ),
            id_token=None if token is None else told_token(token),
            reservation_id=None if token is None else told_reservation(fact.reservation_id),
            meter_value=told_values(to, fact.meter_values) or None,
        )

    def answered(
        self, to: Dialect, fact: TransactionEvent, wire: Wire, response: Response | None
    ) -> TransactionAnswered:
        """What the CSMS says of the token (E01.FR.11, E05, C15), and what it allows (E16)."""
        del to
        opened = wire.version if wire.opens else None
        if not isinstance(response, v21.TransactionEventResponse):
            return TransactionAnswered(fact, opened)
        info, limit = response.id_token_info, response.transaction_limit
        return TransactionAnswered(
            fact,
            opened,
            id_token=None if info is None else info_of(info),
            limit=None if limit is None else _allowed(limit),
        )


BLOCK.report(TransactionEvent, TransactionEvents())


@BLOCK.command("GetTransactionStatus", lambda: v21.GetTransactionStatusRequest)
async def get_transaction_status(
    to: Dialect, request: v21.GetTransactionStatusRequest
) -> v21.GetTransactionStatusResponse:
    """E14."""
    status = to.station.core.transactions.status(request.transaction_id)
    return v21.GetTransactionStatusResponse(
        ongoing_indicator=status.ongoing, messages_in_queue=status.messages_in_queue
    )


def _limit(limit: TransactionLimit | None) -> v21.TransactionLimitType | None:
    if limit is None:
        return None
    return v21.TransactionLimitType(
        max_energy=limit.energy_wh,
        max_time=None if limit.time_s is None else round(limit.time_s),
        max_soc=None if limit.soc is None else round(limit.soc),
    )


def _allowed(limit: v21.TransactionLimitType) -> TransactionLimit:
    return TransactionLimit(limit.max_energy, limit.max_time, limit.max_soc)
