"""Which function answers which request, checked by the type checker.

`on(v201.DataTransferRequest, function)` accepts only a function that takes that request and returns
that request's response.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol, TypeVar, cast

from pilotwire.ocpp.base import Action, Message, Response
from pilotwire.rpc.peer import Answer

__all__ = ["Handler", "Handlers", "RequestType"]

Q_co = TypeVar("Q_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)
Q = TypeVar("Q")
R = TypeVar("R", bound=Response)

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


_AnyHandler = Callable[[Message], Awaitable[Response | Answer[Response]]]


class Handlers:
    """A table of handlers that a `Peer` can ask. What is not in it is not supported."""

    def __init__(self) -> None:
        self._handlers: dict[type[Message], _AnyHandler] = {}

    def on(
        self,
        request: RequestType[Q, R],
        handler: Callable[[Q], Awaitable[R | Answer[R]]],
    ) -> None:
        """Let `handler` answer the requests of a type; it takes the place of an earlier one."""
        # The key and the function belong together by the signature above; a dict can't say so.
        self._handlers[cast("type[Message]", request)] = cast("_AnyHandler", handler)

    def __contains__(self, request: type[Message]) -> bool:
        return request in self._handlers

    async def __call__(
        self,
        action: Action,  # noqa: ARG002 -- the request's type says as much
        request: Message,
        /,
    ) -> Response | Answer[Response] | None:
        """Answer a request; None where there is no handler for it."""
        handler = self._handlers.get(type(request))
        return None if handler is None else await handler(request)
