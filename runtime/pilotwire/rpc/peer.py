"""The typed end of a connection: awaitable calls out, handled requests in.

The rule of this module: it moves texts between a `Transport` and a `Session` and types them; what
OCPP-J decides is decided in the session. Time is the event loop's.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias, TypeVar, cast

from pydantic import ValidationError

from pilotwire.errors import (
    CallFailed,
    CallTimeout,
    ConnectionClosed,
    InvalidResponse,
    WrongMessage,
)
from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.ocpp.base import Action, Direction, Message, Request, Response, Send
from pilotwire.rpc.codes import Edition, ErrorCode, read_code
from pilotwire.rpc.complaints import Complaints
from pilotwire.rpc.frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Payload,
    SendFrame,
    TypedCall,
    TypedCallResult,
)
from pilotwire.rpc.handling import Handling, RequestHandler
from pilotwire.rpc.in_turn import InTurn
from pilotwire.rpc.lenience import UNKNOWN_PROPERTIES, Validation, overlooked, read
from pilotwire.rpc.message_ids import message_ids
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
    Session,
)
from pilotwire.rpc.transport import Transport
from pilotwire.rpc.validation import explain

__all__ = ["FrameDirection", "FrameTap", "Peer"]

R = TypeVar("R", bound=Response)

_log = logger(__name__)
_MAX_SENDS: Final = 32
"""How many things may wait before a SEND; it is dropped if there are more."""
_MAX_REPLIES: Final = 64
"""How many texts that need no handling may wait for the transport to take them."""
_NO_MESSAGE: Final = frozenset({IgnoredBecause.UNREADABLE, IgnoredBecause.UNKNOWN_TYPE})
_TOO_MANY: Final = 1008
_TOO_MANY_WORDS: Final = "more messages than answers are taken"


class _TooMuch(Exception):  # noqa: N818 -- named for what happened
    """The peer sends on, but takes no answers."""


class FrameDirection(Enum):
    """Which way a text goes, seen from the peer that reports it."""

    SENT = "sent"
    RECEIVED = "received"


FrameTap: TypeAlias = Callable[[FrameDirection, str], None]
"""Called with each text: with a received one before anything is done with it, with one to send
right before it goes to the transport. It must neither block nor raise."""


@dataclass(frozen=True, slots=True)
class _Open:
    """Our open CALL: what answers it, who waits for that, and until when."""

    response: type[Response]
    answer: asyncio.Future[Response]
    timer: asyncio.TimerHandle


class Peer:
    """One connection, as its user sees it. `run` must be running for `call` to be answered.

    Args:
        transport: The open connection. The peer does not own it: its opener closes it.
        edition: The edition of OCPP-J that the connection follows.
        actions: The actions of the OCPP version, by name.
        sends: Which messages this end sends: those from a station, or those from a CSMS.
        handler: Handles the peer's requests; without one all are answered with NotSupported.
        message_timeout: How long to wait for an answer, in seconds from sending (4.1.1). The
            attribute of this name may be changed at any time; it holds for later calls.
        handler_timeout: How long a handler may take, in seconds, before it is cancelled and its
            request answered with InternalError; the requests behind it are waiting.
        new_id: Makes message ids; see `message_ids`.
        tap: Sees each text that is sent or received.
        session: The protocol state; by default a new one with its default limits.
        validation: How what the peer says is judged; see `Validation`.
        patience: After how many CALLs in a row that were not answered, with nothing else received
            meanwhile, the connection is closed (1002): it may live while nobody is behind it. None
            is never.
        on_invalid: Called with what is wrong with a message that is none of OCPP-J; at the first of
            the connection.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        edition: Edition,
        actions: Mapping[str, Action],
        sends: Direction,
        handler: RequestHandler | None = None,
        message_timeout: float = 30.0,
        handler_timeout: float = 120.0,
        new_id: Callable[[], str] | None = None,
        tap: FrameTap | None = None,
        session: Session | None = None,
        validation: Validation = "strict",
        patience: int | None = None,
        on_invalid: Callable[[str], None] | None = None,
    ) -> None:
        self._transport = transport
        self._actions = actions
        self._sends = sends
        self._complaints = Complaints(_log)
        kinds = overlooked(validation, edition)
        self._handling = Handling(actions, handler, handler_timeout, kinds, self._complaints)
        self.message_timeout = message_timeout
        self._new_id = message_ids() if new_id is None else new_id
        self._tap = tap
        self._on_invalid = on_invalid
        self._patience = patience
        self._heard = False
        """Whether anything was received since our latest CALL left."""
        self.unanswered = 0
        """How many CALLs in a row were not answered in time, with nothing else received."""
        self._session = Session(edition) if session is None else session
        self._closed: ConnectionClosed | None = None
        # Held from the sending of a CALL to its end, even if its caller is gone; FIFO, so fair.
        self._turn = asyncio.Lock()
        self._open: _Open | None = None
        # What to handle, in the order of arrival. Texts that are ready do not wait for that.
        self._tasks = asyncio.TaskGroup()
        self._work = InTurn(self._tasks, self._handle)
        self._replies = InTurn(self._tasks, self._write)

    @property
    def closed(self) -> ConnectionClosed | None:
        """Why the connection has ended; None while it has not."""
        return self._closed

    @property
    def mended(self) -> int:
        """How many faults in what the peer said were overlooked."""
        return self._handling.mended

    # Out

    async def call(
        self,
        request: Request[R],
        *,
        message_id: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 -- counts from sending, not from the call
    ) -> R:
        """Send a request and wait for its response.

        Only one request may be open at a time (4.1.1), so callers wait for their turn, first come
        first served. A caller that is cancelled after its request has left is forgotten, but
        the next request still waits for the answer or the timeout.

        Args:
            request: The request.
            message_id: The message id, if it is not to be a new one.
            timeout: Seconds from sending, instead of `message_timeout`.

        Raises:
            WrongMessage: It is of another version, or not this side's to send.
            CallFailed: The peer answered with a CALLERROR.
            CallTimeout: The peer did not answer in time.
            InvalidResponse: The peer's response does not validate; in 2.1 the peer is told so.
            ConnectionClosed: The connection was or got closed; the request may have been received.
        """
        self._check(request.action, request)
        return await self._exchange(
            lambda new_id: TypedCall(new_id, request), request.response_type(), message_id, timeout
        )

    async def call_prepared(
        self,
        action: str,
        payload: Payload,
        response: type[R],
        *,
        message_id: str,
        timeout: float | None = None,  # noqa: ASYNC109 -- how long the peer waits for the answer
    ) -> R:
        """Send a request that was made earlier, to the letter: for a stored message.

        Args:
            action: The action's name, for example "StatusNotification".
            payload: The payload as it was stored; it is not validated.
            response: The type of the response.
            message_id: The message id: each attempt's own in 2.0.1, in the others it may stay the
                same (4.1.4).
            timeout: Seconds from sending, instead of `message_timeout`.

        Raises:
            WrongMessage, CallFailed, CallTimeout, InvalidResponse, ConnectionClosed: As for `call`.
        """
        self._check(action)
        return await self._exchange(
            lambda new_id: Call(new_id, action, payload), response, message_id, timeout
        )

    async def send(self, message: Send, *, message_id: str | None = None) -> None:
        """Send a message that is never answered (2.1 part 4, 4.2.4), without waiting for a turn.

        Whether the peer takes it, or has received it, is never known.

        Args:
            message: The message.
            message_id: The message id, if it is not to be a new one.

        Raises:
            WrongMessage: As for `call`.
            SessionMisused: The connection follows an edition without SEND.
            ConnectionClosed: The connection was or got closed; the message may have been received.
        """
        if self._closed is not None:
            raise _again(self._closed)
        self._check(message.action, message)
        payload = cast(Payload, message.to_wire())
        new_id = self._new_id() if message_id is None else message_id
        await self._write(self._session.send(SendFrame(new_id, message.action, payload)))

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the transport; `run` then ends."""
        await self._transport.close(code, reason)

    def _check(self, name: str, message: Message | None = None) -> None:
        action = self._actions.get(name)
        if action is None or not (message is None or isinstance(message, action.request)):
            kind = name if message is None else type(message).__name__
            raise WrongMessage(f"{kind} is none of the messages of this connection's OCPP version")
        if self._sends not in action.directions:
            raise WrongMessage(f"{name} is not sent {self._sends.value}")

    async def _exchange(
        self,
        make: Callable[[str], Call | TypedCall],
        response: type[R],
        message_id: str | None,
        seconds: float | None,
    ) -> R:
        await self._turn.acquire()
        if self._closed is not None:
            self._turn.release()
            raise _again(self._closed)
        loop = asyncio.get_running_loop()
        call = make(self._new_id() if message_id is None else message_id)
        timeout = self.message_timeout if seconds is None else seconds
        try:
            text = self._session.call(call, loop.time(), timeout)
        except BaseException:  # raised again
            self._turn.release()
            raise
        answer: asyncio.Future[R] = loop.create_future()
        timer = loop.call_later(timeout, self._expire)
        self._open = _Open(response, cast("asyncio.Future[Response]", answer), timer)
        self._heard = False
        try:
            await self._write(text)
        except BaseException:  # raised again
            answer.cancel()
            raise
        return await answer

    def _expire(self) -> None:
        # The loop may call a little early, by the resolution of its clock.
        now = max(asyncio.get_running_loop().time(), self._session.deadline() or 0.0)
        expired = self._session.expire(now)
        if expired is None:
            return
        if not self._heard:
            self.unanswered += 1
        self._settle(CallTimeout(f"{expired.call.action} was not answered in time"))
        if self.unanswered == self._patience:
            _log.warning("nothing was heard for %d messages: connecting anew", self.unanswered)
            self._tasks.create_task(self._transport.close(1002, "no answers"))

    def _settle(self, outcome: Response | Exception) -> None:
        """End our open CALL: tell its caller, if there is one still, and let the next one go."""
        call, self._open = self._open, None
        if call is None:
            return
        call.timer.cancel()
        self._turn.release()
        if call.answer.done():
            return
        if isinstance(outcome, Exception):
            call.answer.set_exception(outcome)
        else:
            call.answer.set_result(outcome)

    # In

    async def run(self) -> None:
        """Read and answer until the connection is closed; then `closed` tells why.

        To be called once. When it ends, also by being cancelled, no task is left behind: a
        handler that is still running is cancelled, and waiting callers get `ConnectionClosed`.

        Each CALL gets an answer: more than the session allows at a time are refused at once. A peer
        that sends on and takes no answers loses the connection (close code 1008). All else that
        the event loop has to do gets its turn between any two messages.
        """
        try:
            async with self._tasks:
                try:
                    while True:
                        self._received(await self._transport.receive())
                        # The transport need not wait for what has arrived already.
                        await asyncio.sleep(0)
                except ConnectionClosed as closed:
                    self._closed = closed
                except _TooMuch:
                    self._closed = ConnectionClosed(_TOO_MANY, _TOO_MANY_WORDS)
                    _log.warning("connection closed: %s", _TOO_MANY_WORDS)
                self._work.cancel()
                self._replies.cancel()
            if self._closed.code == _TOO_MANY:
                await self._transport.close(_TOO_MANY, _TOO_MANY_WORDS)
        finally:
            if self._closed is None:
                self._closed = ConnectionClosed(None, "reading was stopped")
            self._settle(_again(self._closed))
            self._complaints.end()

    def _received(self, text: str) -> None:
        if self._tap is not None:
            self._tap(FrameDirection.RECEIVED, text)
        self._complaints.received(text)
        self._heard, self.unanswered = True, 0
        event: Event = self._session.receive(text, asyncio.get_running_loop().time())
        match event:
            case Called(call):
                self._work.put(call)
            case Answered(_, answer):
                self._answered(answer)
            case AnswerInvalid(call, problem, reply):
                self._settle(InvalidResponse(f"answer to {call.action}: {problem}"))
                self._queue(reply)
                self._invalid(str(problem))
            case Sent(frame):
                if len(self._work) < _MAX_SENDS:
                    self._work.put(frame)
                else:
                    self._complaints.note("SEND dropped: too much is waiting")
            case Rejected(error):
                who, why = printable(error.message_id), printable(error.description)
                what = printable(error.code)
                self._complaints.note(f"answer {who} rejected by the peer: {what} {why}")
            case Reply(text, because, wrong):
                self._complaints.note(f"received message answered without handling: {because}")
                self._queue(text)
                if wrong:
                    self._invalid(because)
            case Ignored(_, because, problem):
                why = f"{because.value} {printable(problem)}"
                self._complaints.note(f"received message ignored: {why}")
                if because in _NO_MESSAGE:
                    self._invalid(why)

    def _invalid(self, why: str) -> None:
        if self._on_invalid is not None:
            on_invalid, self._on_invalid = self._on_invalid, None
            on_invalid(printable(why))

    def _answered(self, answer: CallResult | CallError) -> None:
        """End our open CALL with its answer, which validates or is rejected."""
        call = self._open
        if isinstance(answer, CallError):
            self._settle(CallFailed(read_code(answer.code), answer.description, answer.details))
        elif call is not None:
            try:
                self._settle(self._handling.read(call.response, answer.payload))
            except ValidationError as error:
                code, problem = explain(error)
                # Without the cause: its text would quote what the peer sent.
                usable = _usable(call.response, answer.payload)
                self._settle(InvalidResponse(f"{call.response.__name__}: {problem}", usable))
                rejection = CallResultError(answer.message_id, code, problem, {})
                self._queue(self._session.reject(rejection))

    def _queue(self, text: str | None) -> None:
        """Have a text sent that answers without handling.

        Raises:
            _TooMuch: Too many are waiting already.
        """
        if text is None:
            return
        if len(self._replies) >= _MAX_REPLIES:
            raise _TooMuch
        self._replies.put(text)

    async def _handle(self, received: Call | SendFrame) -> None:
        if isinstance(received, Call):
            await self._answer(received)
        else:
            await self._handling.take(received)

    async def _answer(self, call: Call) -> None:
        answer, once_sent = await self._handling.answer(call)
        now = asyncio.get_running_loop().time()
        # Who asks without words, or for the time of day, asks how it is now.
        told_the_time = (
            isinstance(answer, TypedCallResult)
            and getattr(answer.response, "current_time", None) is not None
        )
        try:
            text = self._session.answer(answer, now, ages=told_the_time or not call.payload)
        except (TypeError, ValueError) as error:
            line = f"answer to {printable(call.action)} is not JSON"
            self._complaints.note(line, level=logging.ERROR, failure=error)
            failure = CallError(call.message_id, ErrorCode.INTERNAL_ERROR, "", {})
            text, once_sent = self._session.answer(failure, now), None
        await self._write(text)
        if once_sent is not None:
            try:
                once_sent()
            except Exception as error:  # the application's code may raise anything
                line = f"what follows the answer to {printable(call.action)} failed"
                self._complaints.note(line, level=logging.ERROR, failure=error)

    async def _write(self, text: str) -> None:
        if self._tap is not None:
            self._tap(FrameDirection.SENT, text)
        await self._transport.send(text)


def _again(closed: ConnectionClosed) -> ConnectionClosed:
    """The same exception anew: an instance that is raised in many places collects their traces."""
    return ConnectionClosed(closed.code, closed.reason)


def _usable(response: type[Response], payload: Payload) -> Response | None:
    """A response without its unknown properties; None if more is wrong with it."""
    try:
        return read(response, payload, UNKNOWN_PROPERTIES)[0]
    except ValidationError:
        return None
