"""TriggerMessage in OCPP 1.6 (5.17), and ExtendedTriggerMessage (white paper 5.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pilotwire.dialects.base import Dialect
from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.hal.interfaces import WHOLE_STATION
from pilotwire.ocpp import v16
from pilotwire.rpc import Answer
from pilotwire.station.outcome import Outcome
from pilotwire.station.triggers import Triggers, Wish
from pilotwire.station.vocabulary import MessageTrigger, TriggerMessageStatus

__all__ = ["BLOCK"]

BLOCK = Block16("RemoteTrigger")

_MESSAGES: Mapping[str, MessageTrigger] = MappingProxyType(
    {
        v16.MessageTrigger.BOOT_NOTIFICATION: MessageTrigger.BOOT_NOTIFICATION,
        v16.MessageTrigger.DIAGNOSTICS_STATUS_NOTIFICATION: MessageTrigger.LOG_STATUS_NOTIFICATION,
        v16.MessageTrigger.FIRMWARE_STATUS_NOTIFICATION: (
            MessageTrigger.FIRMWARE_STATUS_NOTIFICATION
        ),
        v16.MessageTrigger.HEARTBEAT: MessageTrigger.HEARTBEAT,
        v16.MessageTrigger.METER_VALUES: MessageTrigger.METER_VALUES,
        v16.MessageTrigger.STATUS_NOTIFICATION: MessageTrigger.STATUS_NOTIFICATION,
        v16.MessageTriggerEnumType.LOG_STATUS_NOTIFICATION: MessageTrigger.LOG_STATUS_NOTIFICATION,
        v16.MessageTriggerEnumType.SIGN_CHARGE_POINT_CERTIFICATE: (
            MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE
        ),
    }
)
"""The messages of both operations, which have the same words for the same things."""


@BLOCK.command("TriggerMessage", lambda: v16.TriggerMessageRequest)
async def trigger_message(
    to: Dialect, request: v16.TriggerMessageRequest
) -> Answer[v16.TriggerMessageResponse]:
    """5.17."""
    wish = replace(_wish(to, request.connector_id), plain=True)
    outcome = _triggered(to, request.requested_message, wish)
    status = v16.TriggerMessageStatus(outcome.status)
    return Answer(v16.TriggerMessageResponse(status=status), outcome.once_sent)


@BLOCK.command("ExtendedTriggerMessage", lambda: v16.ExtendedTriggerMessageRequest)
async def extended_trigger_message(
    to: Dialect, request: v16.ExtendedTriggerMessageRequest
) -> Answer[v16.ExtendedTriggerMessageResponse]:
    """White paper 5.5."""
    outcome = _triggered(to, request.requested_message, _wish(to, request.connector_id))
    status = v16.TriggerMessageStatusEnumType(outcome.status)
    return Answer(v16.ExtendedTriggerMessageResponse(status=status), outcome.once_sent)


def _triggered(to: Dialect, message: str, wish: Wish) -> Outcome[TriggerMessageStatus]:
    return to.block(Triggers).trigger(_MESSAGES[message], wish)


def _wish(to: Dialect, number: int | None) -> Wish:
    """Connector 0 is the Charge Point; a number that does not exist names no EVSE, either."""
    if number is None:
        return Wish(to)
    if number == 0:
        return Wish(to, WHOLE_STATION)
    return Wish(to, *(numbers_of(to.station).place(number) or (-1, number)))
