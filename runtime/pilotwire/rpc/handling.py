"""From a received CALL or SEND to its handler, and back to the answer.

The rule of this module: whatever is wrong with a message or a handler, a CALL gets an answer, and a
SEND none.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from pydantic import ValidationError

from pilotwire.errors import CallRefused
from pilotwire.ocpp.base import Action, Message, Response
from pilotwire.rpc.codes import ErrorCode
from pilotwire.rpc.complaints import Complaints
from pilotwire.rpc.frames import Call, CallError, Payload, SendFrame, TypedCallResult
from pilotwire.rpc.lenience import read
from pilotwire.rpc.validation import explain

__all__ = ["Answer", "Handling", "RequestHandler"]

M = TypeVar("M", bound=Message)
R_co = TypeVar("R_co", bound=Response, covariant=True)


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
    """Handles the peer's requests and SENDs, one at a time and in the order of their arrival."""

    def __call__(
        self, action: Action, request: Message, /
    ) -> Awaitable[Response | Answer[Response] | None]:
        """Return the response; None if this side does not support the action (NotSupported).

        For a SEND return None: it is never answered. Whatever is raised for one is logged.

        Raises:
            CallRefused: The request is answered with this CALLERROR.
            Exception: It is answered with InternalError, and logged; its text is not sent.
        """
        ...


class Handling:
    """Handles one message at a time.

    Args:
        actions: The actions of the OCPP version, by name.
        handler: Handles the messages; without one no action is supported.
        timeout: How long the handler may take, in seconds, before it is cancelled.
        overlooked: The kinds of faults in messages that are overlooked.
        complaints: Where it is logged if a handler fails, or a SEND can't be taken.
    """

    __slots__ = ("_actions", "_complaints", "_handler", "_overlooked", "_timeout", "mended")

    def __init__(
        self,
        actions: Mapping[str, Action],
        handler: RequestHandler | None,
        timeout: float,
        overlooked: frozenset[str],
        complaints: Complaints,
    ) -> None:
        self._overlooked = overlooked
        self.mended = 0
        """How many faults were overlooked."""
        self._complaints = complaints
        self._actions = actions
        self._handler = handler
        self._timeout = timeout

    def read(self, kind: type[M], payload: Payload) -> M:
        """A received message; what is overlooked is logged and counted.

        Raises:
            ValidationError: It is not valid.
        """
        message, notes = read(kind, payload, self._overlooked)
        if notes:
            self.mended += len(notes)
            more = f" (and {len(notes) - 1} more)" if notes[1:] else ""
            self._complaints.note(f"{kind.__name__} accepted all the same: {notes[0]}{more}")
        return message

    async def answer(
        self, call: Call
    ) -> tuple[TypedCallResult | CallError, Callable[[], None] | None]:
        """The answer to a CALL, and what to do once it is sent."""

        def refused(code: str, description: str = "", details: Payload | None = None) -> CallError:
            return CallError(call.message_id, code, description, details or {})

        action = self._actions.get(call.action)
        if action is None:
            return refused(ErrorCode.NOT_IMPLEMENTED, "unknown action"), None
        if self._handler is None or action.response is None:
            return refused(ErrorCode.NOT_SUPPORTED, f"{call.action} is not supported"), None
        try:
            request = self.read(action.request, call.payload)
        except ValidationError as error:
            return refused(*explain(error)), None
        try:
            async with asyncio.timeout(self._timeout):
                answer = await self._handler(action, request)
        except CallRefused as refusal:
            return refused(refusal.code, refusal.description, dict(refusal.details)), None
        except Exception as failure:  # the application's code may raise anything
            self._failed(f"handler of {action.name} failed", failure)
            return refused(ErrorCode.INTERNAL_ERROR), None
        if answer is None:
            return refused(ErrorCode.NOT_SUPPORTED, f"{call.action} is not supported"), None
        response, once_sent = (
            (answer.response, answer.once_sent) if isinstance(answer, Answer) else (answer, None)
        )
        if not isinstance(response, action.response):
            self._failed(f"handler of {action.name} returned {type(response).__name__}")
            return refused(ErrorCode.INTERNAL_ERROR), None
        return TypedCallResult(call.message_id, response), once_sent

    async def take(self, frame: SendFrame) -> None:
        """Handle a SEND. Whatever is wrong is only logged: it is never answered."""
        action = self._actions.get(frame.action)
        if action is None or action.response is not None:
            self._complaints.note("SEND ignored: of no action that is sent so")
            return
        if self._handler is None:
            return
        try:
            message = self.read(action.request, frame.payload)
        except ValidationError as error:
            self._complaints.note(f"SEND of {action.name} ignored: {explain(error)[1]}")
            return
        try:
            async with asyncio.timeout(self._timeout):
                answer = await self._handler(action, message)
        except Exception as failure:  # the application's code may raise anything
            self._failed(f"handler of {action.name} failed", failure)
            return
        if answer is not None:
            self._failed(f"handler of {action.name} returned an answer, but none may be sent")

    def _failed(self, line: str, failure: Exception | None = None) -> None:
        self._complaints.note(line, level=logging.ERROR, failure=failure)
