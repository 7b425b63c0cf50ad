"""Two sessions at each other: no error answers an error, and no CALL is lost or done twice."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from pilotwire.rpc import (
    Call,
    CallResult,
    CallResultError,
    Edition,
    SendFrame,
    Session,
)
from pilotwire.rpc.session import (
    Answered,
    AnswerInvalid,
    Called,
    Event,
    Ignored,
    Rejected,
    Reply,
    Sent,
    SessionMisused,
)


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
            case Answered(Call() as call, answer):
                assert answer == CallResult(call.message_id, call.payload)
                assert (side, call.message_id) not in self.settled
                self.settled.append((side, call.message_id))
            case Reply(reply):
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
