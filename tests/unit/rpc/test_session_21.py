"""The session in 2.1: SENDs and CALLRESULTERRORs (part 4, 4.1.1, 4.2.3, 4.2.4)."""

import json

import pytest

from pilotwire.rpc import (
    Call,
    CallResult,
    CallResultError,
    Edition,
    ErrorCode,
    SendFrame,
    Session,
    encode,
)
from pilotwire.rpc.session import (
    Answered,
    AnswerInvalid,
    Ignored,
    IgnoredBecause,
    Rejected,
    Reply,
    Sent,
    SessionMisused,
)

HEARTBEAT = Call("h1", "Heartbeat", {})
RESET = Call("r1", "Reset", {"type": "Immediate"})
STREAM = SendFrame("s1", "NotifyPeriodicEventStream", {"id": 1, "pending": 0})
OLDER = pytest.mark.parametrize("edition", [Edition.V16, Edition.V201])


class TestSends:
    """2.1 part 4, 4.1.1 and 4.2.4."""

    def test_leave_while_a_call_is_open(self) -> None:
        session = Session(Edition.V21)
        session.call(HEARTBEAT, 0.0, 30.0)
        text = '[6,"s1","NotifyPeriodicEventStream",{"id":1,"pending":0}]'
        assert session.send(STREAM) == text
        assert session.send(SendFrame("s2", "A", {})) == '[6,"s2","A",{}]'
        assert (session.waiting, session.deadline()) == (HEARTBEAT, 30.0)

    def test_arrive_whatever_else_is_open(self) -> None:
        session = Session(Edition.V21, max_open=1)
        session.call(HEARTBEAT, 0.0, 30.0)
        session.receive(encode(RESET))
        assert session.receive(encode(STREAM)) == Sent(STREAM)
        session.answer(CallResult("r1", {}))
        assert session.receive('[3,"h1",{}]') == Answered(HEARTBEAT, CallResult("h1", {}))

    @pytest.mark.parametrize(
        "text",
        [
            '[6,"1","A"]',
            '[6,"1","A",{},{}]',
            '[6,"1",7,{}]',
            '[6,17,"A",{}]',
            '[6,"1","A",[]]',
            '[6,"1","A",{"a":NaN}]',
            '[6,"1","A",{"a":',
            '[6,"\\u0031","A",{"a":',
            f'[6,"{"1" * 37}","A",{{}}]',
            f'[6,"1","A",{{"a":"{"a" * 200}"}}]',
        ],
    )
    def test_are_not_answered_whatever_is_wrong_with_them(self, text: str) -> None:
        event = Session(Edition.V21, max_size=150).receive(text)
        assert isinstance(event, Ignored)
        assert event.because is IgnoredBecause.UNREADABLE

    def test_do_not_answer_a_call(self) -> None:
        session = Session(Edition.V21)
        session.call(HEARTBEAT, 0.0, 30.0)
        same_id = SendFrame("h1", "A", {})
        assert session.receive(encode(same_id)) == Sent(same_id)
        assert session.waiting == HEARTBEAT

    @OLDER
    def test_are_of_2_1(self, edition: Edition) -> None:
        session = Session(edition)
        with pytest.raises(SessionMisused, match="SEND"):
            session.send(STREAM)
        event = session.receive(encode(STREAM))
        assert isinstance(event, Ignored if edition is Edition.V16 else Reply)

    def test_a_payload_that_is_no_json_is_not_sent(self) -> None:
        with pytest.raises(ValueError, match="JSON"):
            Session(Edition.V21).send(SendFrame("1", "A", {"a": float("nan")}))


class TestRejectedAnswers:
    """2.1 part 4, 4.2.3; part 2, FR.06 of all use cases."""

    def test_are_told_to_the_peer_by_their_id(self) -> None:
        session = Session(Edition.V21)
        session.call(HEARTBEAT, 0.0, 30.0)
        session.receive('[3,"h1",{}]')
        code, problem = ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "currentTime: missing"
        text = session.reject(CallResultError("h1", code, problem, {}))
        assert text == '[5,"h1","OccurrenceConstraintViolation","currentTime: missing",{}]'

    @OLDER
    def test_are_not_told_before_2_1(self, edition: Edition) -> None:
        session = Session(edition)
        session.call(HEARTBEAT, 0.0, 30.0)
        session.receive('[3,"h1",{}]')
        assert session.reject(CallResultError("h1", ErrorCode.GENERIC_ERROR, "", {})) is None

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ('[3,"h1",{},0]', "RpcFrameworkError"),
            ('[3,"h1",[]]', "FormatViolation"),
            ('[3,"h1",{"a":}]', "FormatViolation"),
            (f'[3,"h1",{{"a":"{"a" * 200}"}}]', "GenericError"),
        ],
    )
    def test_that_are_malformed_end_the_call_and_are_told(self, text: str, code: str) -> None:
        session = Session(Edition.V21, max_size=150)
        session.call(HEARTBEAT, 0.0, 30.0)
        event = session.receive(text)
        assert isinstance(event, AnswerInvalid)
        assert event.call == HEARTBEAT
        assert event.reply is not None
        assert json.loads(event.reply)[:3] == [5, "h1", code]
        assert session.waiting is None

    @pytest.mark.parametrize(("text", "told"), [('[3,"x"]', "x"), ("[3,7,{}]", "-1")])
    def test_that_are_malformed_are_told_even_if_nobody_waits(self, text: str, told: str) -> None:
        session = Session(Edition.V21)
        session.call(HEARTBEAT, 0.0, 30.0)
        event = session.receive(text)
        assert isinstance(event, Reply)
        assert json.loads(event.text)[:3] == [5, told, "RpcFrameworkError"]
        assert session.waiting == HEARTBEAT

    def test_a_malformed_error_is_never_answered(self) -> None:
        session = Session(Edition.V21)
        session.call(HEARTBEAT, 0.0, 30.0)
        event = session.receive('[4,"h1"]')
        assert isinstance(event, AnswerInvalid)
        assert event.reply is None
        for text in ('[4,"x"]', '[5,"x"]', '[5,"h1",{}]', '[5,7,"","",{}]', '[5,"x","","",{'):
            event = session.receive(text)
            assert isinstance(event, Ignored)
            assert event.because is IgnoredBecause.UNREADABLE

    def test_of_ours_are_reported_and_change_nothing(self) -> None:
        session = Session(Edition.V21)
        session.receive(encode(RESET))
        text = session.answer(CallResult("r1", {"status": "Accepted"}))
        error = CallResultError("r1", "TypeConstraintViolation", "no", {})
        assert session.receive(encode(error)) == Rejected(error)
        assert session.receive(encode(RESET)) == Reply(text, "repeated CALL", wrong=False)

    def test_of_a_call_that_is_open_or_unknown_are_ignored(self) -> None:
        session = Session(Edition.V21)
        session.call(HEARTBEAT, 0.0, 30.0)
        session.receive(encode(RESET))
        for message_id in ("r1", "h1", "x"):
            event = session.receive(encode(CallResultError(message_id, "GenericError", "no", {})))
            assert event == Ignored(message_id, IgnoredBecause.UNKNOWN_REJECTION, "no")
        assert session.waiting == HEARTBEAT
        session.answer(CallResult("r1", {}))

    def test_without_an_id_are_a_report(self) -> None:
        event = Session(Edition.V21).receive('[5,"-1","RpcFrameworkError","bad",{}]')
        assert event == Ignored("-1", IgnoredBecause.ERROR_REPORT, "bad")
