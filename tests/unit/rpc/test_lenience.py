"""What is overlooked in messages of the field, and what is not."""

import json
import logging
from typing import Any

import pytest
from pydantic import ValidationError

from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Action, Message, Response
from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v201.actions import ACTIONS as ACTIONS_201
from pilotwire.rpc import Edition, Validation
from pilotwire.rpc.lenience import UNKNOWN_PROPERTIES, overlooked, read
from tests.support.memory_link import memory_link
from tests.support.virtual_time import virtual_time
from tests.unit.rpc.scenes import answer_to, running

ALL = overlooked("lenient", Edition.V201)
T = "2026-01-31T08:30:00Z"
SAMPLE = {"value": "1"}
NOTHING: dict[str, Any] = {"timestamp": T, "sampledValue": []}
STOP = {"meterStop": 1, "timestamp": T, "transactionId": 1}


@pytest.mark.parametrize(
    ("kind", "payload", "meant", "notes"),
    [
        (
            v16.StatusNotificationRequest,
            {"connectorId": 1, "errorCode": "NoError", "status": "Charging",
             "timestamp": "2023-10-19T14:07:23", "info": None, "vendorId": "x" * 256, "more": 1},
            {"connectorId": 1, "errorCode": "NoError", "status": "Charging",
             "timestamp": "2023-10-19T14:07:23.000Z", "vendorId": "x" * 255},
            {"timestamp: a date-time without a time zone", "info: not a string",
             "vendorId: longer than 255 characters", "more: unknown property"},
        ),
        (
            v16.StopTransactionRequest,
            {**STOP, "transactionData": [{"timestamp": T, "sampledValue": []}]},
            {**STOP, "timestamp": f"{T[:-1]}.000Z", "transactionData": []},
            {"transactionData[0].sampledValue: fewer than 1 elements"},
        ),
        (
            v16.MeterValuesRequest,
            {"connectorId": 1, "meterValue": [
                {"timestamp": T, "sampledValue": []},
                {"timestamp": T, "sampledValue": [SAMPLE, {"value": "2", "phase": None}]},
                {"timestamp": T, "sampledValue": [], "more": None}]},
            {"connectorId": 1, "meterValue": [
                {"timestamp": f"{T[:-1]}.000Z", "sampledValue": [SAMPLE, {"value": "2"}]}]},
            {"meterValue[0].sampledValue: fewer than 1 elements",
             "meterValue[1].sampledValue[1].phase: not a string",
             "meterValue[2].sampledValue: fewer than 1 elements",
             "meterValue[2].more: unknown property"},
        ),
        (
            v201.GetVariablesRequest,
            {"getVariableData": [{"component": {"name": "A" * 60, "evse": None},
                                  "variable": {"name": "B", "x": {}}}]},
            {"getVariableData": [{"component": {"name": "A" * 50}, "variable": {"name": "B"}}]},
            {"getVariableData[0].component.name: longer than 50 characters",
             "getVariableData[0].component.evse: not an object",
             "getVariableData[0].variable.x: unknown property"},
        ),
    ],
)  # fmt: skip
def test_what_is_meant_is_read(
    kind: type[Message], payload: dict[str, Any], meant: dict[str, Any], notes: set[str]
) -> None:
    before = json.dumps(payload)
    message, said = read(kind, payload, ALL)
    assert message.to_wire() == meant
    assert set(said) == notes
    assert json.dumps(payload) == before
    with pytest.raises(ValidationError):
        read(kind, payload, frozenset())


@pytest.mark.parametrize(
    "payload",
    [
        {**STOP, "meterStop": "1"},
        {**STOP, "meterStop": None},
        {**STOP, "timestamp": "yesterday"},
        {**STOP, "timestamp": None},
        {**STOP, "reason": "Boredom", "more": 1},
        {**STOP, "transactionData": [None]},
        {**STOP, "transactionData": [{"timestamp": T, "sampledValue": [{"value": 1}]}]},
        {key: value for key, value in STOP.items() if key != "meterStop"},
        {**STOP, **{f"more{number}": 1 for number in range(101)}},
    ],
)
def test_what_may_mean_anything_is_refused_with_all_that_is_wrong(payload: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as strict:
        v16.StopTransactionRequest.from_wire(payload)
    with pytest.raises(ValidationError) as lenient:
        read(v16.StopTransactionRequest, payload, ALL)
    ours, theirs = (
        [(fault["type"], fault["loc"], fault["input"]) for fault in error.value.errors()]
        for error in (lenient, strict)
    )
    assert ours == theirs


def test_a_list_that_must_not_be_empty_cannot_be_left_out() -> None:
    for empty in ([], [{"timestamp": T, "sampledValue": []}]):
        with pytest.raises(ValidationError):
            read(v16.MeterValuesRequest, {"connectorId": 1, "meterValue": empty}, ALL)


def test_only_the_kinds_that_are_asked_for_are_overlooked() -> None:
    payload = {"currentTime": T, "more": 1}
    assert read(v21.HeartbeatResponse, payload, UNKNOWN_PROPERTIES)[1] == ["more: unknown property"]
    with pytest.raises(ValidationError):
        read(v21.HeartbeatResponse, {"currentTime": T[:-1], "more": 1}, UNKNOWN_PROPERTIES)


async def accept(action: Action, request: Message) -> Response | None:
    del request
    return action.response.from_wire({}) if action.response else None


@pytest.mark.parametrize(
    ("validation", "edition", "payload", "taken"),
    [
        ("strict", Edition.V16, {**STOP, "more": 1}, False),
        ("lenient", Edition.V16, {**STOP, "more": 1}, True),
        ("strict", Edition.V16, {**STOP, "transactionData": [NOTHING]}, True),
        ("strict", Edition.V201, {"evseId": 1, "meterValue": []}, False),
        ("lenient", Edition.V201, {"status": "Idle", "requestId": None}, True),
    ],
)
@virtual_time
async def test_a_peer_says_what_it_overlooks(
    validation: Validation,
    edition: Edition,
    payload: dict[str, Any],
    taken: bool,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    action = "StopTransaction" if edition is Edition.V16 else "LogStatusNotification"
    actions = ACTIONS_16 if edition is Edition.V16 else ACTIONS_201
    link = memory_link()
    async with running(
        link, handler=accept, actions=actions, edition=edition, validation=validation
    ) as peer:
        answer = await answer_to(link, "1", action, payload)
        assert (answer[0] == 3) == taken
        assert peer.mended == int(taken)
    assert (f"{action}Request accepted all the same: " in caplog.text) == taken
