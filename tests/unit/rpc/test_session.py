"""The session: one open CALL a side, correlation, timeouts, repeated CALLs (OCPP-J 4.1)."""

import json

import pytest

from pilotwire.rpc import (
    Call,
    CallError,
    CallResult,
    Edition,
    ErrorCode,
    SendFrame,
    Session,
    encode,
)
from pilotwire.rpc.session import (
    KEPT_FOR,
    Answered,
    AnswerInvalid,
    Called,
    Ignored,
    IgnoredBecause,
    Reply,
    SessionMisused,
    TimedOut,
)

HEARTBEAT = Call("h1", "Heartbeat", {})
RESET = Call("r1", "Reset", {"type": "Immediate"})
STREAM = SendFrame("s1", "NotifyPeriodicEventStream", {"id": 1, "pending": 0})
OLDER = pytest.mark.parametrize("edition", [Edition.V16, Edition.V201])


@pytest.fixture
def session() -> Session:
    return Session(Edition.V201)


class TestOurCalls:
    def test_are_answered_by_the_message_with_their_id(self, session: Session) -> None:
        assert session.call(HEARTBEAT, 0.0, 30.0) == '[2,"h1","Heartbeat",{}]'
        answer = CallResult("h1", {"currentTime": "2026-01-01T00:00:00Z"})
        assert session.receive(encode(answer)) == Answered(HEARTBEAT, answer)
        assert session.deadline() is None

    def test_wait_for_the_one_before(self, session: Session) -> None:
        session.call(HEARTBEAT, 0.0, 30.0)
        with pytest.raises(SessionMisused):
            session.call(Call("h2", "Heartbeat", {}), 1.0, 30.0)

    def test_time_out_after_the_interval_and_not_before(self, session: Session) -> None:
        session.call(HEARTBEAT, 10.0, 30.0)
        assert session.deadline() == 40.0
        assert session.expire(39.9) is None
        assert session.expire(40.0) == TimedOut(HEARTBEAT)
        assert session.expire(41.0) is None
        session.call(Call("h2", "Heartbeat", {}), 41.0, 30.0)

    def test_a_late_answer_is_ignored_and_reported(self, session: Session) -> None:
        session.call(HEARTBEAT, 0.0, 30.0)
        session.expire(30.0)
        session.call(Call("h2", "Heartbeat", {}), 31.0, 30.0)
        event = session.receive('[3,"h1",{}]')
        assert event == Ignored("h1", IgnoredBecause.LATE_ANSWER)
        assert session.waiting == Call("h2", "Heartbeat", {})

    def test_a_repeated_message_takes_the_late_answer_to_its_first_attempt(
        self, session: Session
    ) -> None:
        session.call(HEARTBEAT, 0.0, 30.0)
        session.expire(30.0)
        session.call(HEARTBEAT, 60.0, 30.0)
        assert session.receive('[3,"h1",{}]') == Answered(HEARTBEAT, CallResult("h1", {}))

    def test_an_answer_to_no_call_is_ignored_and_reported(self, session: Session) -> None:
        assert session.receive('[3,"x",{}]') == Ignored("x", IgnoredBecause.UNKNOWN_ANSWER)
        assert session.receive('[4,"-1","RpcFrameworkError","bad",{}]') == Ignored(
            "-1", IgnoredBecause.ERROR_REPORT, "bad"
        )

    def test_a_malformed_answer_ends_the_call_and_is_not_answered(self, session: Session) -> None:
        session.call(HEARTBEAT, 0.0, 30.0)
        event = session.receive('[3,"h1",{},"more"]')
        assert isinstance(event, AnswerInvalid)
        assert event.call == HEARTBEAT
        assert session.waiting is None
        assert isinstance(session.receive('[4,"h1"]'), Ignored)

    def test_a_payload_that_is_no_json_leaves_the_session_as_it_was(self, session: Session) -> None:
        with pytest.raises(ValueError, match="JSON"):
            session.call(Call("1", "A", {"a": float("nan")}), 0.0, 30.0)
        session.call(HEARTBEAT, 0.0, 30.0)

    def test_timed_out_ids_are_remembered_within_bounds(self) -> None:
        session = Session(Edition.V201, remembered=2)
        for number in range(3):
            session.call(Call(str(number), "Heartbeat", {}), 0.0, 1.0)
            session.expire(1.0)
        assert session.receive('[3,"0",{}]') == Ignored("0", IgnoredBecause.UNKNOWN_ANSWER)
        assert session.receive('[3,"1",{}]') == Ignored("1", IgnoredBecause.LATE_ANSWER)


class TestThePeersCalls:
    def test_are_answered_with_their_id(self, session: Session) -> None:
        assert session.receive(encode(RESET)) == Called(RESET)
        assert session.answer(CallResult("r1", {"status": "Accepted"})) == (
            '[3,"r1",{"status":"Accepted"}]'
        )

    def test_may_cross_ours(self, session: Session) -> None:
        session.call(HEARTBEAT, 0.0, 30.0)
        assert session.receive(encode(RESET)) == Called(RESET)
        assert session.waiting == HEARTBEAT

    def test_repeated_while_being_handled_are_handled_once(self, session: Session) -> None:
        session.receive(encode(RESET))
        assert session.receive(encode(RESET)) == Ignored("r1", IgnoredBecause.REPEATED_CALL)

    def test_repeated_after_the_answer_get_the_same_answer(self, session: Session) -> None:
        session.receive(encode(RESET))
        text = session.answer(CallResult("r1", {"status": "Accepted"}))
        event = session.receive(json.dumps([2, "r1", "Reset", {"type": "Immediate"}], indent=1))
        assert isinstance(event, Reply)
        assert event.text == text

    def test_another_call_by_the_id_of_one_being_handled_is_refused(self, session: Session) -> None:
        session.receive(encode(RESET))
        event = session.receive(encode(Call("r1", "ClearCache", {})))
        assert isinstance(event, Reply)
        assert json.loads(event.text)[:3] == [4, "r1", "RpcFrameworkError"]

    def test_another_call_by_the_id_of_an_answered_one_is_a_new_call(
        self, session: Session
    ) -> None:
        session.receive(encode(RESET))
        session.answer(CallResult("r1", {"status": "Accepted"}))
        other = Call("r1", "ClearCache", {})
        assert session.receive(encode(other)) == Called(other)

    def test_are_refused_when_too_many_are_open(self) -> None:
        session = Session(Edition.V16, max_open=1)
        session.receive(encode(RESET))
        event = session.receive(encode(Call("r2", "Reset", {})))
        assert isinstance(event, Reply)
        assert json.loads(event.text)[:3] == [4, "r2", "GenericError"]

    def test_an_answer_is_remembered_for_a_time(self, session: Session) -> None:
        session.receive(encode(RESET), 5.0)
        text = session.answer(CallResult("r1", {"status": "Accepted"}), 10.0)
        assert session.receive(encode(RESET), 9.0 + KEPT_FOR) == Reply(
            text, "repeated CALL", wrong=False
        )
        assert session.receive(encode(RESET), 10.0 + KEPT_FOR) == Called(RESET)

    def test_an_answer_that_ages_is_not_remembered(self, session: Session) -> None:
        session.receive(encode(RESET), 5.0)
        session.answer(CallResult("r1", {"status": "Accepted"}), 5.0, ages=True)
        assert session.receive(encode(RESET), 6.0) == Called(RESET)

    def test_answers_are_remembered_within_bounds(self) -> None:
        session = Session(Edition.V201, remembered=2)
        calls = [Call(str(number), "Reset", {}) for number in range(3)]
        for call in calls:
            session.receive(encode(call))
            session.answer(CallResult(call.message_id, {}))
        assert isinstance(session.receive(encode(calls[1])), Reply)
        assert session.receive(encode(calls[0])) == Called(calls[0])

    def test_are_answered_once(self, session: Session) -> None:
        session.receive(encode(RESET))
        session.answer(CallResult("r1", {}))
        with pytest.raises(SessionMisused):
            session.answer(CallResult("r1", {}))

    def test_errors_are_spelled_as_the_edition_spells_them(self) -> None:
        session = Session(Edition.V16)
        session.receive(encode(RESET))
        error = CallError("r1", ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "", {})
        assert session.answer(error) == '[4,"r1","OccurenceConstraintViolation","",{}]'


class TestWhatIsNoMessage:
    def test_is_answered_with_minus_one_if_it_has_no_id(self, session: Session) -> None:
        event = session.receive("what?")
        assert isinstance(event, Reply)
        assert json.loads(event.text) == [4, "-1", "RpcFrameworkError", "not valid JSON", {}]

    def test_is_not_answered_in_1_6_if_it_has_no_id(self) -> None:
        event = Session(Edition.V16).receive("what?")
        assert event == Ignored("-1", IgnoredBecause.UNREADABLE, "not valid JSON")

    def test_is_answered_by_its_id_if_that_is_readable(self) -> None:
        event = Session(Edition.V16).receive('[2,"1","Reset",{]')
        assert isinstance(event, Reply)
        assert json.loads(event.text)[:3] == [4, "1", "FormationViolation"]

    def test_does_not_spoil_the_answer_of_a_call_being_handled(self, session: Session) -> None:
        session.receive(encode(RESET))
        assert isinstance(session.receive('[2,"r1","Reset"]'), Ignored)
        session.answer(CallResult("r1", {}))

    @pytest.mark.parametrize("edition", Edition)
    def test_of_an_unknown_type_is_answered_in_2_0_1_only(self, edition: Edition) -> None:
        event = Session(edition).receive('[9,"1","x",{}]')
        if edition is Edition.V201:
            assert isinstance(event, Reply)
            assert json.loads(event.text)[:3] == [4, "1", "MessageTypeNotSupported"]
        else:
            assert isinstance(event, Ignored)
            assert event.because is IgnoredBecause.UNKNOWN_TYPE
