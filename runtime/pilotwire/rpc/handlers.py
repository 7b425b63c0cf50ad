"""Which function handles which message, checked by the type checker.

`on(v201.DataTransferRequest, function)` accepts only a function that takes that request and returns
that request's response; for a message that is never answered, only one that returns None.
"""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol, TypeVar, cast, overload

from pilotwire.errors import HandledAlready, WrongMessage
from pilotwire.ocpp.base import (
    Action,
    AnyRequest,
    CsmsRequest,
    Direction,
    Message,
    Request,
    Response,
    Send,
    StationRequest,
)
from pilotwire.rpc.handling import Answer

__all__ = ["Handler", "Handlers", "RequestType"]

Q_co = TypeVar("Q_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)
Q = TypeVar("Q")
R = TypeVar("R", bound=Response)
S = TypeVar("S", bound=Send)

Handler = Callable[[Q], Awaitable[R]]
"""A function that answers a request of type `Q` with a response of type `R`."""


class RequestType(Protocol[Q_co, R_co]):
    """A generated request class, seen as what it makes and what answers it."""

    def from_wire(self, data: Mapping[str, Any]) -> Q_co:
        """Read a request."""
        ...

    def response_type(self) -> type[R_co]:
        """The class of the response."""
        ...


_SENDS: Mapping[Direction, type[AnyRequest]] = MappingProxyType(
    {Direction.FROM_STATION: StationRequest, Direction.FROM_CSMS: CsmsRequest}
)
_AnyHandler = Callable[[Message], Awaitable[Response | Answer[Response] | None]]


class Handlers:
    """A table of handlers that a `Peer` can ask. What is not in it is not supported.

    Args:
        takes: Whose messages it takes; those that only the other side may send are refused. None
            for a table that is asked by both.
    """

    def __init__(self, takes: Direction | None = None) -> None:
        self._takes = takes
        self._handlers: dict[type[Message], _AnyHandler] = {}

    @overload
    def on(
        self, message: RequestType[Q, R], handler: Callable[[Q], Awaitable[R | Answer[R]]], /
    ) -> None: ...

    @overload
    def on(self, message: type[S], handler: Callable[[S], Awaitable[None]], /) -> None: ...

    def on(
        self,
        message: RequestType[Q, R] | type[S],
        handler: Callable[[Q], Awaitable[R | Answer[R]]] | Callable[[S], Awaitable[None]],
        /,
    ) -> None:
        """Let `handler` take the messages of a type.

        A request is answered with what its handler returns. A SEND is not answered: its handler
        returns None.

        Raises:
            WrongMessage: The other side may not send it.
            HandledAlready: There is a handler for it.
        """
        # The key and the function belong together by the signatures above; a dict can't say so.
        kind = cast("type[Message]", message)
        takes = self._takes
        if takes and issubclass(kind, Request) and not issubclass(kind, _SENDS[takes]):
            raise WrongMessage(f"no {kind.__name__} comes {takes.value}")
        if kind in self._handlers:
            raise HandledAlready(f"{kind.__name__} has a handler already")
        self._handlers[kind] = cast("_AnyHandler", handler)

    def __contains__(self, message: type[Message]) -> bool:
        return message in self._handlers

    async def __call__(
        self,
        action: Action,  # noqa: ARG002 -- the message's type says as much
        message: Message,
        /,
    ) -> Response | Answer[Response] | None:
        """The answer to a request; None for a SEND, and where there is no handler."""
        handler = self._handlers.get(type(message))
        return None if handler is None else await handler(message)
