"""The session: one open CALL a side, correlation, timeouts, repeated CALLs (OCPP-J 4.1)."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from pilotwire.rpc import (
    Call,
    CallError,
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
    Called,
    Event,
    Ignored,
    IgnoredBecause,
    Rejected,
    Reply,
    Sent,
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
        assert session.receive(encode(RESET)) == Reply(text, "repeated CALL")

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


def _sessions(edition: Edition) -> tuple[Session, Session]:
    """Two ends where "1" waits at each for an answer, "2" is being handled, and "3" answered."""
    ends = Session(edition), Session(edition)
    for end in ends:
        end.receive('[2,"2","A",{}]')
        end.receive('[2,"3","A",{}]')
        end.answer(CallResult("3", {}))
        end.call(Call("1", "A", {}), 0.0, 30.0)
    return ends


# Texts that are near to messages, with the ids that the sessions know.
near = st.builds(
    lambda kind, parts, cut: f"[{kind},{','.join(parts)}]"[: -cut or None],
    st.integers(1, 7),
    st.lists(
        st.sampled_from(
            ['"1"', '"2"', '"3"', '"4"', '"-1"', "7", "null", "{}", '{"a":1}', '"A"', '"\\ud800"']
        )
        | st.text("9", min_size=35, max_size=38).map(json.dumps),
        max_size=5,
    ),
    st.sampled_from([0, 0, 0, 1, 3]),
)


@given(st.sampled_from(Edition), near | st.text())
def test_two_sessions_do_not_answer_each_others_errors(edition: Edition, text: str) -> None:
    here, there = _sessions(edition)
    event = here.receive(text)
    told = event.text if isinstance(event, Reply) else None
    if isinstance(event, AnswerInvalid):
        told = event.reply
    if told is not None:
        event = there.receive(told)
        assert isinstance(event, Answered | Rejected | Ignored)


@given(near)
def test_what_may_be_a_send_or_an_error_is_never_answered(text: str) -> None:
    here, _ = _sessions(Edition.V21)
    event = here.receive(text)
    if text.startswith(("[4,", "[5,", "[6,")):
        assert not isinstance(event, Reply)
        assert not isinstance(event, AnswerInvalid) or event.reply is None
    assert not isinstance(event, Sent) or text.startswith("[6,")
    assert not isinstance(event, Rejected) or text.startswith('[5,"3",')


class TwoSessions(RuleBasedStateMachine):
    """Two ends joined by a network that delays and repeats messages, but keeps their ids."""

    edition = Edition.V201

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.ends = (Session(self.edition), Session(self.edition))
        self.network: list[tuple[int, str]] = []
        self.calls = 0
        self.handled: list[tuple[int, str]] = []
        self.settled: list[tuple[int, str]] = []
        self.open: list[tuple[int, Call]] = []

    sides = st.sampled_from([0, 1])
    wires = Bundle("wires")

    @rule(side=sides)
    def call(self, side: int) -> None:
        call = Call(f"id-{self.calls}", "Action", {"n": self.calls})
        try:
            text = self.ends[side].call(call, self.now, 10.0)
        except SessionMisused:
            assert self.ends[side].waiting is not None
            return
        self.calls += 1
        self.network.append((1 - side, text))

    @rule(data=st.data(), repeated=st.booleans())
    def deliver(self, data: st.DataObject, repeated: bool) -> None:
        if not self.network:
            return
        at = data.draw(st.integers(0, len(self.network) - 1))
        side, text = self.network[at] if repeated else self.network.pop(at)
        match self.ends[side].receive(text):
            case Called(call):
                assert (side, call.message_id) not in self.handled
                self.handled.append((side, call.message_id))
                self.open.append((side, call))
            case Answered(call, answer):
                assert answer == CallResult(call.message_id, call.payload)
                assert (side, call.message_id) not in self.settled
                self.settled.append((side, call.message_id))
            case Reply(reply, _):
                self.network.append((1 - side, reply))
            case event:
                self.other(side, event)

    def other(self, side: int, event: Event) -> None:
        assert isinstance(event, Ignored)

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        if self.open:
            side, call = self.open.pop(data.draw(st.integers(0, len(self.open) - 1)))
            text = self.ends[side].answer(CallResult(call.message_id, call.payload))
            self.network.append((1 - side, text))

    @rule(seconds=st.floats(0, 20))
    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        for side in (0, 1):
            expired = self.ends[side].expire(self.now)
            if expired is not None:
                assert (side, expired.call.message_id) not in self.settled
                self.settled.append((side, expired.call.message_id))

    @invariant()
    def at_most_one_call_a_side_is_unsettled(self) -> None:
        waiting = sum(end.waiting is not None for end in self.ends)
        assert self.calls == len(self.settled) + waiting

    @invariant()
    def a_deadline_stands_exactly_while_a_call_waits(self) -> None:
        for end in self.ends:
            assert (end.deadline() is None) == (end.waiting is None)


class TwoSessionsOf21(TwoSessions):
    """With SENDs, and with answers that the other end cannot process."""

    edition = Edition.V21

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[int, str]] = []

    @rule(side=TwoSessions.sides)
    def send(self, side: int) -> None:
        message_id = f"send-{len(self.sent)}"
        self.sent.append((1 - side, message_id))
        self.network.append((1 - side, self.ends[side].send(SendFrame(message_id, "Stream", {}))))

    @rule(data=st.data())
    def reject(self, data: st.DataObject) -> None:
        if self.settled:
            side, message_id = data.draw(st.sampled_from(self.settled))
            error = CallResultError(message_id, "GenericError", "", {})
            text = self.ends[side].reject(error)
            assert text is not None
            self.network.append((1 - side, text))

    def other(self, side: int, event: Event) -> None:
        match event:
            case Sent(frame):
                assert (side, frame.message_id) in self.sent
            case Rejected(error):
                assert (1 - side, error.message_id) in self.settled
            case _:
                super().other(side, event)


# Fewer calls than the sessions remember, so that none is forgotten and handled again.
for machine in (TwoSessions, TwoSessionsOf21):
    machine.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestTwoSessions = TwoSessions.TestCase
TestTwoSessionsOf21 = TwoSessionsOf21.TestCase
