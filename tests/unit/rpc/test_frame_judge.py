"""The judge of all other tests' frames knows what is wrong in 2.1."""

import json
from typing import Any

import pytest

from pilotwire.errors import PilotwireError
from pilotwire.rpc import CallResultError, Edition, SendFrame, Session
from tests.support.frames import FrameJudge, every_session_judged

STREAM = {
    "id": 1,
    "pending": 0,
    "basetime": "2026-01-01T00:00:00Z",
    "data": [{"t": 0, "v": "230.4"}],
}
BAD = {**STREAM, "data": []}


def frame(message_type: int, *rest: Any) -> str:
    return json.dumps([message_type, "1", *rest])


def test_a_send_is_held_against_the_schema_of_its_action() -> None:
    judge = FrameJudge(Edition.V21)
    judge.see(frame(6, "NotifyPeriodicEventStream", STREAM), sent=True)
    with pytest.raises(AssertionError, match="data"):
        judge.see(frame(6, "NotifyPeriodicEventStream", BAD), sent=True)
    with pytest.raises(AssertionError, match="has no Heartbeat"):
        judge.see(frame(6, "Heartbeat", {}), sent=True)


def test_a_call_result_error_has_one_of_the_error_codes() -> None:
    judge = FrameJudge(Edition.V21)
    judge.see(frame(5, "TypeConstraintViolation", "", {}), sent=False)
    with pytest.raises(AssertionError, match="no error code"):
        judge.see(frame(5, "FormationViolation", "", {}), sent=False)


def test_before_2_1_neither_may_occur() -> None:
    judge = FrameJudge(Edition.V201)
    for text in (frame(5, "GenericError", "", {}), frame(6, "NotifyPeriodicEventStream", STREAM)):
        with pytest.raises(PilotwireError, match="type not supported"):
            judge.see(text, sent=True)


def test_every_session_is_judged_in_what_it_sends() -> None:
    with every_session_judged(received=False):
        session = Session(Edition.V21)
        session.send(SendFrame("1", "NotifyPeriodicEventStream", STREAM))
        session.reject(CallResultError("2", "GenericError", "", {}))
        with pytest.raises(AssertionError):
            session.send(SendFrame("1", "NotifyPeriodicEventStream", BAD))
        with pytest.raises(AssertionError):
            session.reject(CallResultError("2", "Nonsense", "", {}))
