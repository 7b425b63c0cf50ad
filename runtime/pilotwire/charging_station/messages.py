"""Messages of an application's own, and its say in what the station answers."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from pilotwire.charging_station.errors import NotConnectedError, WrongVersionError
from pilotwire.dialects import Dialect
from pilotwire.dialects.application import Application
from pilotwire.ocpp.base import AnyRequest, CsmsRequest, Response, StationRequest
from pilotwire.rpc import Handler, RequestType

__all__ = ["Messages"]

Q = TypeVar("Q", bound=CsmsRequest[Any])
R = TypeVar("R", bound=Response)


class Messages(ABC):
    """The part of `ChargingStation` that is for messages in the types of the wire."""

    def __init__(self) -> None:
        super().__init__()
        self._application = Application()

    @property
    @abstractmethod
    def accepted(self) -> bool:
        """Whether there is a connection and the CSMS has accepted the station."""

    @property
    @abstractmethod
    def _dialect(self) -> Dialect | None:
        """What is spoken on the connection; None while there is none."""

    async def call(self, request: StationRequest[R]) -> R:
        """Send a request of your own, and return its response.

        Raises:
            NotConnectedError: there is no connection, or the CSMS has not accepted the station.
            WrongVersionError: the connection is of another version than the request.
            CallUnanswered: the CSMS answered with an error, not in time, or not validly.
            ConnectionClosed: the connection was lost before the answer came.
        """
        dialect = self._dialect
        if dialect is None or not self.accepted:
            raise NotConnectedError("the CSMS has not accepted the station on a connection yet")
        _check_version(dialect, request)
        return await dialect.call_as_it_is(request)

    def on(
        self, request: RequestType[Q, R]
    ) -> Callable[[Callable[[Q], Coroutine[Any, Any, R]]], Handler[Q, R]]:
        """Answer the CSMS's requests of a type with the decorated function.

        It takes the place of the station's own answer where there is one. `CallRefused` raised in
        it becomes that CALLERROR; anything else an InternalError, and a traceback in the log.

        Raises:
            WrongMessage: No CSMS sends such requests.
            HandledAlready: There is such a function for them.
        """

        def register(handler: Callable[[Q], Coroutine[Any, Any, R]]) -> Handler[Q, R]:
            self._application.handlers.on(request, handler)
            return handler

        return register

    def heard(
        self, request: type[Q]
    ) -> Callable[
        [Callable[[Q], Coroutine[Any, Any, None]]], Callable[[Q], Coroutine[Any, Any, None]]
    ]:
        """Call the decorated function with each of the CSMS's requests of a type, besides whoever
        answers it. It may not answer; what it raises goes to the log.

        Raises:
            WrongMessage: No CSMS sends such requests.
        """

        def register(
            listener: Callable[[Q], Coroutine[Any, Any, None]],
        ) -> Callable[[Q], Coroutine[Any, Any, None]]:
            self._application.hear(request, listener)
            return listener

        return register

    async def default(self, request: CsmsRequest[R]) -> R:
        """The station's own answer to a request, for a handler that takes its place (`on`).

        Whatever the station would do begins when the handler's answer has left; what the handler
        makes of the answer changes nothing of it.

        Raises:
            NotConnectedError: there is no connection.
            WrongVersionError: the connection is of another version than the request.
            CallRefused: the station would answer with that CALLERROR.
        """
        dialect = self._dialect
        if dialect is None:
            raise NotConnectedError("there is no connection to the CSMS")
        _check_version(dialect, request)
        return await dialect.default(request)


def _check_version(dialect: Dialect, request: AnyRequest) -> None:
    action = dialect.actions.get(request.action)
    if action is None or not isinstance(request, action.request):
        package = type(request).__module__.rpartition(".")[0]
        raise WrongVersionError(f"{package} is not OCPP {dialect.version}")
