"""What an application has to say to the CSMS's requests, beside the station or in its place."""

import logging
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from pilotwire.errors import WrongMessage
from pilotwire.ocpp.base import Action, CsmsRequest, Direction, Message, Response
from pilotwire.rpc import Answer, Handlers
from pilotwire.station.core import Spawn
from pilotwire.station.signals import Signals

__all__ = ["Application"]

Q = TypeVar("Q", bound=CsmsRequest[Any])

log = logging.getLogger(__name__)

_BEGINNING: ContextVar[list[Callable[[], None]]] = ContextVar("beginning")
"""What begins once the answer of the handler that runs has left."""


class Application:
    """The functions of one application, for all connections of its station.

    Those that answer take the station's place; those that listen are called besides.
    """

    __slots__ = ("_listeners", "handlers")

    def __init__(self) -> None:
        self.handlers = Handlers(Direction.FROM_CSMS)
        self._listeners: Signals[Coroutine[object, None, None]] = Signals()

    def hear(self, request: type[Q], listener: Callable[[Q], Coroutine[Any, Any, None]]) -> None:
        """Call `listener` with each request of a type that arrives.

        Raises:
            WrongMessage: No CSMS sends such requests.
        """
        kind = cast("type[Message]", request)  # who has no type checker may say anything
        if not issubclass(kind, CsmsRequest):
            raise WrongMessage(f"no {request.__name__} comes {Direction.FROM_CSMS.value}")

        async def safely(heard: Q) -> None:
            try:
                await listener(heard)
            except Exception:  # the application's code may raise anything
                log.exception("a listener to %s failed", request.__name__)

        self._listeners.on(request, safely)

    def tell(self, request: Message, spawn: Spawn) -> None:
        """Let those hear of a request who listen for its type."""
        for hearing in self._listeners.emit(request):
            spawn(hearing)

    async def answer(self, action: Action, request: Message) -> Response | Answer[Response] | None:
        """What the application answers; whatever it let the station decide begins once it is
        sent.
        """
        beginning: list[Callable[[], None]] = []
        mark = _BEGINNING.set(beginning)
        try:
            answer = await self.handlers(action, request)
        finally:
            _BEGINNING.reset(mark)
        if not beginning or answer is None:
            return answer
        if isinstance(answer, Answer):
            if answer.once_sent is not None:
                beginning.append(answer.once_sent)
            answer = answer.response

        def once_sent() -> None:
            for begin in beginning:
                begin()

        return Answer(answer, once_sent)

    @staticmethod
    def begins(once_sent: Callable[[], None]) -> None:
        """Let this begin when the answer of the handler that runs has left; at once outside one."""
        beginning = _BEGINNING.get(None)
        if beginning is None:
            once_sent()
        else:
            beginning.append(once_sent)
