"""The state of one OCPP-J connection, without I/O: text and times in, text and events out.

The rule of this module: it decides everything that OCPP-J says about messages as such, and nothing
that depends on what an action means. It reads no clock and knows not which side it plays.

How it works
------------

A connection carries two conversations that do not wait for each other.

*Ours.* At most one CALL of ours is open at a time (part 4, 4.1.1)::

              call()                   receive() of its answer -> Answered | AnswerInvalid
    idle  --------------->  waiting  ----------------------------------------------------->  idle
                        (id, deadline)     expire() at the deadline -> TimedOut

Whether time has passed is told from outside: `deadline()` says when to come back, `expire(now)`
acts. An answer that comes later, or that nobody asked for, changes nothing: `Ignored`.

*The peer's.* The peer ought to have one CALL open, too, but we cannot make it. Each CALL becomes
`Called` and stays open until `answer()`; the texts of the last answers are remembered::

              receive() -> Called                  answer() -> text
    unknown  --------------------->  open  ------------------------->  answered  --> forgotten
                                      |                                   |           (oldest first)
                     the same again: Ignored           the same again: Reply with the same text
                     another CALL by this id: Reply with a CALLERROR

So a CALL that is repeated with its id, because an answer got lost or late, is carried out once.
That holds for `KEPT_FOR` seconds after the answer, and not for an answer that ages: whoever asks
for the time of day again gets it anew.
An id that comes back with another CALL after its answer is a new CALL: the id was not unique
(4.1.4), but both sides know what is meant. More than `max_open` open CALLs are refused.

*In 2.1 besides.* A SEND belongs to neither conversation: `send()` makes one at any time, also while
a CALL is open, and a received one is `Sent`. It is never answered, whatever is wrong with it
(4.2.4). A CALLRESULT that is wrong is answered with a CALLRESULTERROR (part 2, FR.06 of all use
cases): here if it is malformed, and by `reject()` if whoever knows the action finds that its
payload does not validate. A CALLRESULTERROR for one of the remembered answers is `Rejected`; it
changes nothing, since nothing is left to do for a CALL that is answered.

*What is no message* is answered with a CALLERROR if it can have been a CALL, and in 2.1 with a
CALLRESULTERROR if it was a CALLRESULT. Errors and SENDs are never answered, so two sides cannot
answer each other forever. A message type that the edition does not have is no message, either.
"""

# ruff: noqa: N818 -- named for what happened

import json
from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from typing import Final, TypeAlias

from pilotwire.errors import PilotwireError
from pilotwire.rpc.codes import Edition, ErrorCode, MessageType
from pilotwire.rpc.frames import (
    MAX_SIZE,
    UNREADABLE,
    Call,
    CallError,
    CallResult,
    CallResultError,
    FrameError,
    SendFrame,
    TypedCall,
    TypedCallResult,
    UnknownMessageType,
    encode,
    parse,
)

__all__ = [
    "AnswerInvalid",
    "Answered",
    "Called",
    "Event",
    "Ignored",
    "IgnoredBecause",
    "Rejected",
    "Reply",
    "Sent",
    "Session",
    "SessionMisused",
    "TimedOut",
]


KEPT_FOR: Final = 600.0
"""How long an answer is remembered, in seconds: longer than a message is repeated for by default
(five attempts, each with its time-out and pause).
"""


class SessionMisused(PilotwireError, RuntimeError):
    """Our own side called a method of `Session` in a state that does not allow it."""


class IgnoredBecause(Enum):
    """Why a received message has no effect."""

    LATE_ANSWER = "answer to a CALL that had timed out"
    UNKNOWN_ANSWER = "answer to no CALL of ours"
    UNKNOWN_REJECTION = "rejection of no answer of ours"
    REPEATED_CALL = "CALL that is being handled already"
    ERROR_REPORT = "report that a message of ours could not be read"
    UNKNOWN_TYPE = "message type not supported"
    UNREADABLE = "no OCPP-J message"


@dataclass(frozen=True, slots=True)
class Called:
    """The peer's CALL, to be handled and answered."""

    call: Call


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to our CALL."""

    call: Call | TypedCall
    answer: CallResult | CallError


@dataclass(frozen=True, slots=True)
class AnswerInvalid:
    """Our CALL was answered, but the answer is malformed; `reply`, if any, is to be sent now."""

    call: Call | TypedCall
    problem: FrameError
    reply: str | None


@dataclass(frozen=True, slots=True)
class TimedOut:
    """Our CALL was not answered in time."""

    call: Call | TypedCall


@dataclass(frozen=True, slots=True)
class Sent:
    """The peer's SEND, to be handled and not to be answered."""

    frame: SendFrame


@dataclass(frozen=True, slots=True)
class Rejected:
    """The peer could not process an answer of ours; nothing is to be done."""

    error: CallResultError


@dataclass(frozen=True, slots=True)
class Reply:
    """`text` is to be sent now, nothing else is to be done; `because` is for the log. `wrong` tells
    whether the message was.
    """

    text: str
    because: str
    wrong: bool = True


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing is to be done; `problem` says more, for the log."""

    message_id: str
    because: IgnoredBecause
    problem: str = ""


Event: TypeAlias = Called | Answered | AnswerInvalid | Sent | Rejected | Reply | Ignored


class Session:
    """One connection's messages: correlation, the one open CALL, timeouts, repeated CALLs.

    Args:
        edition: The edition of OCPP-J that the connection follows.
        max_size: The longest message that is read, in bytes of UTF-8.
        max_values: How many values a message may have, to the account of `parse`.
        max_open: How many CALLs of the peer may be open at a time.
        remembered: How many answers, and how many timed-out CALLs, are remembered.
    """

    __slots__ = (
        "_answers",
        "_deadline",
        "_edition",
        "_expired",
        "_max_open",
        "_max_size",
        "_max_values",
        "_open",
        "_remembered",
        "_waiting",
    )

    def __init__(
        self,
        edition: Edition,
        *,
        max_size: int = MAX_SIZE,
        max_values: int | None = None,
        max_open: int = 16,
        remembered: int = 16,
    ) -> None:
        self._edition = edition
        self._max_size = max_size
        self._max_values = max_values
        self._max_open = max_open
        self._remembered = remembered
        self._waiting: Call | TypedCall | None = None
        self._deadline: float | None = None
        self._expired: OrderedDict[str, None] = OrderedDict()
        self._open: dict[str, Call] = {}
        self._answers: OrderedDict[str, tuple[bytes, str, float]] = OrderedDict()

    # Our CALLs

    @property
    def waiting(self) -> Call | TypedCall | None:
        """Our open CALL, or None."""
        return self._waiting

    def call(self, call: Call | TypedCall, now: float, timeout: float) -> str:
        """Open a CALL; the text is to be sent now.

        Args:
            call: The CALL. Its id is new, or that of the same CALL that was not answered (4.1.4).
            now: The present time, in seconds of any clock.
            timeout: How long to wait for the answer, in seconds.

        Raises:
            SessionMisused: Another CALL of ours is open.
            ValueError, TypeError: The payload is not JSON; the session is unchanged.
        """
        if self._waiting is not None:
            raise SessionMisused("a CALL is already waiting for its answer")
        text = encode(call)
        self._expired.pop(call.message_id, None)
        self._waiting = call
        self._deadline = now + timeout
        return text

    def deadline(self) -> float | None:
        """When our open CALL times out, on the clock of `call`; None while there is none."""
        return self._deadline

    def expire(self, now: float) -> TimedOut | None:
        """Give up our open CALL if its time is over."""
        call = self._waiting
        if call is None or self._deadline is None or now < self._deadline:
            return None
        self._settle()
        self._expired[call.message_id] = None
        if len(self._expired) > self._remembered:
            self._expired.popitem(last=False)
        return TimedOut(call)

    def reject(self, error: CallResultError) -> str | None:
        """Say that the answer to a CALL of ours, just `Answered`, cannot be processed.

        Returns:
            The text to send now; None where the edition has no CALLRESULTERROR.
        """
        if MessageType.CALLRESULTERROR not in self._edition.message_types:
            return None
        return encode(error)

    # Our SENDs

    def send(self, frame: SendFrame) -> str:
        """The text of a SEND, to be sent now. Its id differs from those of all CALLs and SENDs.

        Raises:
            SessionMisused: The edition has no SEND.
            ValueError, TypeError: The payload is not JSON.
        """
        if MessageType.SEND not in self._edition.message_types:
            raise SessionMisused(f"OCPP {self._edition.value} has no SEND")
        return encode(frame)

    # The peer's CALLs

    def answer(
        self,
        answer: CallResult | TypedCallResult | CallError,
        now: float = 0.0,
        *,
        ages: bool = False,
    ) -> str:
        """Close an open CALL of the peer; the text is to be sent now.

        Args:
            answer: The answer.
            now: The present time, on the clock of `call`.
            ages: Whether the same CALL, when it comes again, is to be handled anew.

        Raises:
            SessionMisused: No CALL with this id is open.
            ValueError, TypeError: The payload is not JSON; the CALL stays open.
        """
        if answer.message_id not in self._open:
            raise SessionMisused("no CALL with this message id is open")
        if isinstance(answer, CallError):
            answer = self._spelled(answer)
        text = encode(answer)
        call = self._open.pop(answer.message_id)
        if not ages:
            self._answers[answer.message_id] = (_fingerprint(call), text, now + KEPT_FOR)
        if len(self._answers) > self._remembered:
            self._answers.popitem(last=False)
        return text

    # What comes in

    def receive(self, text: str, now: float = 0.0) -> Event:
        """Take one received message; each leads to exactly one event.

        Args:
            text: The message.
            now: The present time, on the clock of `call`.
        """
        while self._answers and next(iter(self._answers.values()))[2] <= now:
            self._answers.popitem(last=False)
        try:
            frame = parse(
                text,
                edition=self._edition,
                max_size=self._max_size,
                max_values=self._max_values,
            )
        except FrameError as problem:
            return self._received_problem(problem)
        match frame:
            case Call():
                return self._received_call(frame)
            case SendFrame():
                return Sent(frame)
            case CallResultError():
                return self._received_rejection(frame)
            case CallResult() | CallError():
                return self._received_answer(frame)

    def _received_call(self, call: Call) -> Event:
        message_id = call.message_id
        if message_id in self._open:
            if _fingerprint(self._open[message_id]) == _fingerprint(call):
                return Ignored(message_id, IgnoredBecause.REPEATED_CALL)
            problem = "message id belongs to a CALL that is being handled"
            return self._refuse(message_id, ErrorCode.RPC_FRAMEWORK_ERROR, problem)
        answered = self._answers.get(message_id)
        if answered is not None and answered[0] == _fingerprint(call):
            return Reply(answered[1], "repeated CALL", wrong=False)
        if len(self._open) >= self._max_open:
            problem = f"more than {self._max_open} CALLs at a time"
            return self._refuse(message_id, ErrorCode.GENERIC_ERROR, problem)
        self._answers.pop(message_id, None)
        self._open[message_id] = call
        return Called(call)

    def _received_answer(self, answer: CallResult | CallError) -> Event:
        call = self._waiting
        if call is not None and answer.message_id == call.message_id:
            self._settle()
            return Answered(call, answer)
        if isinstance(answer, CallError) and answer.message_id == UNREADABLE:
            return Ignored(UNREADABLE, IgnoredBecause.ERROR_REPORT, answer.description)
        if answer.message_id in self._expired:
            return Ignored(answer.message_id, IgnoredBecause.LATE_ANSWER)
        return Ignored(answer.message_id, IgnoredBecause.UNKNOWN_ANSWER)

    def _received_rejection(self, error: CallResultError) -> Event:
        if error.message_id == UNREADABLE:
            return Ignored(UNREADABLE, IgnoredBecause.ERROR_REPORT, error.description)
        if error.message_id in self._answers:
            return Rejected(error)
        return Ignored(error.message_id, IgnoredBecause.UNKNOWN_REJECTION, error.description)

    def _received_problem(self, problem: FrameError) -> Event:
        message_id = problem.message_id
        if isinstance(problem, UnknownMessageType):
            if not self._edition.answers_unknown_types:
                return Ignored(message_id, IgnoredBecause.UNKNOWN_TYPE, str(problem))
        elif problem.message_type in (MessageType.CALLRESULT, MessageType.CALLERROR):
            return self._received_malformed_answer(problem)
        elif problem.message_type not in (MessageType.CALL, None):
            return Ignored(message_id, IgnoredBecause.UNREADABLE, str(problem))
        if message_id in self._open:
            # A CALLERROR would be taken for the answer to the CALL that is being handled.
            return Ignored(message_id, IgnoredBecause.UNREADABLE, str(problem))
        if message_id == UNREADABLE and not self._edition.answers_unreadable:
            return Ignored(message_id, IgnoredBecause.UNREADABLE, str(problem))
        return self._refuse(message_id, problem.code, str(problem))

    def _received_malformed_answer(self, problem: FrameError) -> Event:
        message_id, reply = problem.message_id, None
        if problem.message_type == MessageType.CALLRESULT:
            reply = self.reject(CallResultError(message_id, problem.code, str(problem), {}))
        call = self._waiting
        if call is not None and message_id == call.message_id:
            self._settle()
            return AnswerInvalid(call, problem, reply)
        if reply is not None:
            return Reply(reply, str(problem))
        return Ignored(message_id, IgnoredBecause.UNREADABLE, str(problem))

    def _refuse(self, message_id: str, code: ErrorCode, problem: str) -> Reply:
        return Reply(encode(self._spelled(CallError(message_id, code, problem, {}))), problem)

    def _spelled(self, error: CallError) -> CallError:
        code = self._edition.spell(error.code)
        return CallError(error.message_id, code, error.description, error.details)

    def _settle(self) -> None:
        self._waiting = None
        self._deadline = None


_SORTED: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


def _fingerprint(call: Call) -> bytes:
    """What makes a CALL the same CALL again; small, because it is kept."""
    content = _SORTED.encode([call.action, call.payload])
    return blake2b(content.encode(), digest_size=16).digest()
