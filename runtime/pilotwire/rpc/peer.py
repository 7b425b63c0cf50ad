"""The typed end of a connection: awaitable calls out, handled requests in.

The rule of this module: it moves texts between a `Transport` and a `Session` and types them; what
OCPP-J decides is decided in the session. Time is the event loop's.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, Generic, Protocol, TypeAlias, TypeVar, cast

from pydantic import ValidationError

from pilotwire.errors import (
    CallFailed,
    CallRefused,
    CallTimeout,
    ConnectionClosed,
    InvalidResponse,
)
from pilotwire.ocpp.base import Action, Message, Request, Response
from pilotwire.rpc.codes import Edition, ErrorCode, read_code
from pilotwire.rpc.frames import Call, CallError, CallResult, Payload
from pilotwire.rpc.message_ids import message_ids
from pilotwire.rpc.session import (
    Answered,
    AnswerInvalid,
    Called,
    Event,
    Ignored,
    Reply,
    Session,
)
from pilotwire.rpc.transport import Transport
from pilotwire.rpc.validation import explain

__all__ = ["Answer", "FrameDirection", "FrameTap", "Peer", "RequestHandler"]

R = TypeVar("R", bound=Response)
R_co = TypeVar("R_co", bound=Response, covariant=True)

_log = logging.getLogger(__name__)
_MAX_REPLIES: Final = 16


class FrameDirection(Enum):
    """Which way a text goes, seen from the peer that reports it."""

    SENT = "sent"
    RECEIVED = "received"


FrameTap: TypeAlias = Callable[[FrameDirection, str], None]
"""Called with each text: with a received one before anything is done with it, with one to send
right before it goes to the transport. It must neither block nor raise."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[R_co]):
    """A response, and what to do once it has left.

    Attributes:
        response: The response to send.
        once_sent: Called, without arguments, after the transport took the response; not called if
            the connection breaks before. It must not block: to do more, it sets an event or starts
            a task. For what a station does only after it has answered, such as a reset (B11).
    """

    response: R_co
    once_sent: Callable[[], None]


class RequestHandler(Protocol):
    """Handles the peer's requests, one at a time and in the order of their arrival."""

    def __call__(
        self, action: Action, request: Message, /
    ) -> Awaitable[Response | Answer[Response] | None]:
        """Return the response; None if this side does not support the action (NotSupported).

        Raises:
            CallRefused: The request is answered with this CALLERROR.
            Exception: It is answered with InternalError, and logged; its text is not sent.
        """
        ...


class Peer:
    """One connection, as its user sees it. `run` must be running for `call` to be answered.

    Args:
        transport: The open connection. The peer does not own it: its opener closes it.
        edition: The edition of OCPP-J that the connection follows.
        actions: The actions of the OCPP version, by name.
        handler: Handles the peer's requests; without one all are answered with NotSupported.
        message_timeout: How long to wait for an answer, in seconds from sending (4.1.1). The
            attribute of this name may be changed at any time; it holds for later calls.
        handler_timeout: How long a handler may take, in seconds, before it is cancelled and its
            request answered with InternalError; the requests behind it are waiting.
        new_id: Makes message ids; see `message_ids`.
        tap: Sees each text that is sent or received.
        session: The protocol state; by default a new one with its default limits.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        edition: Edition,
        actions: Mapping[str, Action],
        handler: RequestHandler | None = None,
        message_timeout: float = 30.0,
        handler_timeout: float = 120.0,
        new_id: Callable[[], str] | None = None,
        tap: FrameTap | None = None,
        session: Session | None = None,
    ) -> None:
        self._transport = transport
        self._actions = actions
        self._handler = handler
        self.message_timeout = message_timeout
        self._handler_timeout = handler_timeout
        self._new_id = message_ids() if new_id is None else new_id
        self._tap = tap
        self._session = Session(edition) if session is None else session
        self._closed: ConnectionClosed | None = None
        # Held from the sending of a CALL to its end, even if its caller is gone; FIFO, so fair.
        self._turn = asyncio.Lock()
        self._answer: asyncio.Future[Payload] | None = None
        self._timer: asyncio.TimerHandle | None = None
        # Calls to handle and ready texts to send, in the order of arrival.
        self._work: asyncio.Queue[Call | str] = asyncio.Queue()

    @property
    def closed(self) -> ConnectionClosed | None:
        """Why the connection has ended; None while it has not."""
        return self._closed

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
            CallFailed: The peer answered with a CALLERROR.
            CallTimeout: The peer did not answer in time.
            InvalidResponse: The peer's response does not validate.
            ConnectionClosed: The connection was or got closed; the request may have been received.
        """
        wire = cast(Payload, request.to_wire())
        answer = await self._exchange(request.action, wire, message_id, timeout)
        return _validated(request.response_type(), answer)

    async def call_prepared(
        self,
        action: str,
        payload: Payload,
        response: type[R],
        *,
        message_id: str,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> R:
        """Send a request that was made earlier, to the letter: for a stored message.

        Args:
            action: The action's name, for example "StatusNotification".
            payload: The payload as it was stored; it is not validated.
            response: The type of the response.
            message_id: The message id, the same for each attempt (4.1.4, errata 2024-09).
            timeout: Seconds from sending, instead of `message_timeout`.

        Raises:
            CallFailed, CallTimeout, InvalidResponse, ConnectionClosed: As for `call`.
        """
        return _validated(response, await self._exchange(action, payload, message_id, timeout))

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close the transport; `run` then ends."""
        await self._transport.close(code, reason)

    async def _exchange(
        self, action: str, payload: Payload, message_id: str | None, seconds: float | None
    ) -> Payload:
        await self._turn.acquire()
        if self._closed is not None:
            self._turn.release()
            raise _again(self._closed)
        loop = asyncio.get_running_loop()
        call = Call(self._new_id() if message_id is None else message_id, action, payload)
        timeout = self.message_timeout if seconds is None else seconds
        try:
            text = self._session.call(call, loop.time(), timeout)
        except BaseException:
            self._turn.release()
            raise
        answer: asyncio.Future[Payload] = loop.create_future()
        self._answer = answer
        self._timer = loop.call_later(timeout, self._expire)
        try:
            await self._send(text)
        except BaseException:
            answer.cancel()
            raise
        return await answer

    def _expire(self) -> None:
        # The loop may call a little early, by the resolution of its clock.
        now = max(asyncio.get_running_loop().time(), self._session.deadline() or 0.0)
        expired = self._session.expire(now)
        if expired is not None:
            self._settle(CallTimeout(f"{expired.call.action} was not answered in time"))

    def _settle(self, outcome: Payload | Exception) -> None:
        """End our open CALL: tell its caller, if there is one still, and let the next one go."""
        answer, self._answer = self._answer, None
        if self._timer is not None:
            self._timer.cancel()
        if answer is None:
            return
        self._turn.release()
        if answer.done():
            return
        if isinstance(outcome, Exception):
            answer.set_exception(outcome)
        else:
            answer.set_result(outcome)

    # In

    async def run(self) -> None:
        """Read and answer until the connection is closed; then `closed` tells why.

        To be called once. When it ends, also by being cancelled, no task is left behind: a
        handler that is still running is cancelled, and waiting callers get `ConnectionClosed`.
        """
        try:
            async with asyncio.TaskGroup() as tasks:
                worker = tasks.create_task(self._answer_calls())
                try:
                    while True:
                        self._received(await self._transport.receive())
                except ConnectionClosed as closed:
                    self._closed = closed
                worker.cancel()
        finally:
            if self._closed is None:
                self._closed = ConnectionClosed(None, "reading was stopped")
            self._settle(_again(self._closed))

    def _received(self, text: str) -> None:
        if self._tap is not None:
            self._tap(FrameDirection.RECEIVED, text)
        event: Event = self._session.receive(text)
        match event:
            case Called(call):
                self._work.put_nowait(call)
            case Answered(_, answer):
                self._settle(_outcome(answer))
            case AnswerInvalid(call, problem):
                self._settle(InvalidResponse(f"answer to {call.action}: {problem}"))
            case Reply(text, because):
                _log.warning("received message answered without handling: %s", because)
                if self._work.qsize() < _MAX_REPLIES:
                    self._work.put_nowait(text)
            case Ignored(_, because, problem):
                _log.warning("received message ignored: %s %s", because.value, problem)

    async def _answer_calls(self) -> None:
        """Handle CALLs and send their answers, one at a time, in order."""
        try:
            while True:
                work = await self._work.get()
                if isinstance(work, str):
                    await self._send(work)
                    continue
                answer, once_sent = await self._handled(work)
                try:
                    text = self._session.answer(answer)
                except (TypeError, ValueError):
                    _log.exception("answer to %s is not JSON", work.action)
                    failure = CallError(work.message_id, ErrorCode.INTERNAL_ERROR, "", {})
                    text, once_sent = self._session.answer(failure), None
                await self._send(text)
                if once_sent is not None:
                    _guarded(once_sent, work.action)
        except ConnectionClosed:
            return  # the reader notices as well, and ends the run

    async def _handled(
        self, call: Call
    ) -> tuple[CallResult | CallError, Callable[[], None] | None]:
        """The answer to a CALL, and what to do once it is sent."""

        def refused(code: str, description: str = "", details: Payload | None = None) -> CallError:
            return CallError(call.message_id, code, description, details or {})

        action = self._actions.get(call.action)
        if action is None:
            return refused(ErrorCode.NOT_IMPLEMENTED, "unknown action"), None
        if self._handler is None or action.response is None:
            return refused(ErrorCode.NOT_SUPPORTED, f"{call.action} is not supported"), None
        try:
            request = action.request.from_wire(call.payload)
        except ValidationError as error:
            return refused(*explain(error)), None
        try:
            async with asyncio.timeout(self._handler_timeout):
                answer = await self._handler(action, request)
        except CallRefused as refusal:
            return refused(refusal.code, refusal.description, dict(refusal.details)), None
        except Exception:
            _log.exception("handler of %s failed", call.action)
            return refused(ErrorCode.INTERNAL_ERROR), None
        if answer is None:
            return refused(ErrorCode.NOT_SUPPORTED, f"{call.action} is not supported"), None
        response, once_sent = (
            (answer.response, answer.once_sent) if isinstance(answer, Answer) else (answer, None)
        )
        if not isinstance(response, action.response):
            _log.error("handler of %s returned %s", call.action, type(response).__name__)
            return refused(ErrorCode.INTERNAL_ERROR), None
        return CallResult(call.message_id, cast(Payload, response.to_wire())), once_sent

    async def _send(self, text: str) -> None:
        if self._tap is not None:
            self._tap(FrameDirection.SENT, text)
        await self._transport.send(text)


def _outcome(answer: CallResult | CallError) -> Payload | CallFailed:
    if isinstance(answer, CallResult):
        return answer.payload
    return CallFailed(read_code(answer.code), answer.description, answer.details)


def _validated(response: type[R], payload: Payload) -> R:
    try:
        return response.from_wire(payload)
    except ValidationError as error:
        _, problem = explain(error)
        # Without the cause: its text would quote what the peer sent.
        raise InvalidResponse(f"{response.__name__}: {problem}") from None


def _guarded(once_sent: Callable[[], None], action: str) -> None:
    try:
        once_sent()
    except Exception:
        _log.exception("what follows the answer to %s failed", action)


def _again(closed: ConnectionClosed) -> ConnectionClosed:
    """The same exception anew: an instance that is raised in many places collects their traces."""
    return ConnectionClosed(closed.code, closed.reason)
