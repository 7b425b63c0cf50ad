"""Conversion: each message of one version becomes the one of the other, and no other comes in."""

from typing import assert_type

from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Message
from pilotwire.ocpp.v201.conversion import (
    Loss,
    narrow,
    narrow_any,
    narrowed_type,
    widen,
    widen_any,
    widened_type,
)


def narrowed(request: v21.TransactionEventRequest, answer: v21.ResetResponse) -> None:
    assert_type(narrow(request), v201.TransactionEventRequest)
    assert_type(narrow(answer), v201.ResetResponse)
    narrow(request).transaction_info.tariff_id  # error


def widened(request: v201.TransactionEventRequest, answer: v201.ResetResponse) -> None:
    assert_type(widen(request), v21.TransactionEventRequest)
    assert_type(widen(answer), v21.ResetResponse)


def other_versions(old: v16.ResetRequest, narrow_one: v201.ResetRequest) -> None:
    narrow(narrow_one)  # error
    narrow(old)  # error
    widen(v21.ResetRequest(type=v21.ResetEnumType.ON_IDLE))  # error


def messages_of_2_1_alone(request: v21.GetTariffsRequest, part: v21.EVSEType) -> None:
    narrow(request)  # error
    narrow(part)  # error


def listened(request: v21.ResetRequest, losses: list[Loss], texts: list[str]) -> None:
    narrow(request, losses.append)
    narrow(request, on_loss=losses.append)
    narrow(request, texts.append)  # error


def of_any_type(message: Message, kind: type[Message]) -> None:
    assert_type(narrow_any(message), Message)
    assert_type(widen_any(message), Message)
    assert_type(narrowed_type(kind), type[Message] | None)
    assert_type(widened_type(kind), type[Message])
    narrow(message)  # error
