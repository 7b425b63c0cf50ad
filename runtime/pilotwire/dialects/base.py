"""What the dialects have in common: how a message gets out and back, and whose words it is in.

A dialect is made of blocks, a module for each functional block: its commands (what the CSMS may ask
for), its reports (how facts are told) and its questions (what the station asks). All three are
tables of the module, shared by all connections; what is of one connection is the `Dialect`.
"""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar, cast

from pydantic import JsonValue

from pilotwire.connection import OcppVersion
from pilotwire.dialects.application import Application
from pilotwire.errors import (
    CallFailed,
    CallRefused,
    CallTimeout,
    InvalidResponse,
)
from pilotwire.foreign import printable
from pilotwire.ocpp.base import Action, AnyRequest, CsmsRequest, Message, Request, Response
from pilotwire.rpc import Answer, ErrorCode, Peer, RequestType
from pilotwire.station.csms import Question
from pilotwire.station.events import CallAnswered
from pilotwire.station.facts.fact import Fact
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import RegistrationStatus
from pilotwire.store import Wire

__all__ = ["AnyBlock", "Block", "Dialect", "Report"]

B = TypeVar("B")
D = TypeVar("D", bound="Dialect")
F = TypeVar("F", bound=Fact)
M = TypeVar("M", bound=Message)
Q = TypeVar("Q")
R = TypeVar("R", bound=Response)
T = TypeVar("T")


class Report(ABC, Generic[D, F]):
    """How facts of a class are told in a version. It has no state: one serves all connections."""

    @abstractmethod
    def request(self, to: D, fact: F, *, offline: bool) -> AnyRequest | None:
        """The request that tells the fact; None where this version has none for it."""

    def wire(self, to: D, fact: F, *, offline: bool) -> Wire | None:
        """The words that tell the fact now; None where it need not be told."""
        request = self.request(to, fact, offline=offline)
        return None if request is None else to.worded(request)

    def answered(self, to: D, fact: F, wire: Wire, response: Response | None) -> object:
        """What the answer says, for those who listen; `response` is None where it made no sense.

        Raises:
            InvalidResponse: nothing that follows can be said without a sensible one.
        """
        del to, fact, wire, response
        return None


_AnyReport = Report[Any, Any]
_Function = Callable[[Any, Any], Awaitable[Response | Answer[Response]]]


@dataclass(frozen=True, slots=True)
class _Command:
    """What answers a request."""

    kind: Callable[[], type[Message]]
    """Tells the request's type."""
    function: _Function


class Block(Generic[D]):
    """The tables of one functional block in a dialect."""

    def __init__(self) -> None:
        self.commands: dict[str, _Command] = {}
        """By action."""
        self.reports: dict[type[Fact], _AnyReport] = {}
        self.questions: dict[Question[Any], Callable[[Any], object]] = {}

    def command(
        self, action: str, request: Callable[[], RequestType[Q, R]]
    ) -> Callable[
        [Callable[[D, Q], Awaitable[R | Answer[R]]]], Callable[[D, Q], Awaitable[R | Answer[R]]]
    ]:
        """Answer the CSMS's requests of an action with the decorated function.

        `request` tells their type when it is called: a message is imported when one arrives.
        """

        def register(
            function: Callable[[D, Q], Awaitable[R | Answer[R]]],
        ) -> Callable[[D, Q], Awaitable[R | Answer[R]]]:
            # What belongs together by the signature; a dict can't say so.
            kind = cast("Callable[[], type[Message]]", request)
            self.commands[action] = _Command(kind, cast("_Function", function))
            return function

        return register

    def report(self, fact: type[F], report: Report[D, F]) -> None:
        """Tell facts of a class as `report` does."""
        self.reports[fact] = report

    def question(self, question: Question[T], ask: Callable[[D], T]) -> None:
        """Offer the station what `ask` makes of a connection to ask the question with."""
        self.questions[question] = ask


AnyBlock = Block[Any]


class _Tables:
    """The tables of all blocks of a dialect, joined."""

    def __init__(self, blocks: Iterable[AnyBlock]) -> None:
        self.commands: dict[str, _Command] = {}
        self.reports: dict[type[Fact], _AnyReport] = {}
        self.questions: dict[Question[Any], Callable[[Any], object]] = {}
        for block in blocks:
            self.commands |= block.commands
            self.reports |= block.reports
            self.questions |= block.questions


@cache
def _joined(blocks: tuple[AnyBlock, ...]) -> _Tables:
    return _Tables(blocks)


class Dialect:
    """One version's words for one connection.

    What the blocks say, and what they are told, is in the types of `inside`; a version whose wire
    has others converts them. The functions of the `application` are in the types of the wire; they
    take the place of the dialect's own where both answer a request.
    """

    __slots__ = (
        "_application",
        "_idle_since",
        "_peer",
        "_tables",
        "_worded",
        "blocks",
        "station",
    )

    spoken: ClassVar[OcppVersion]
    keeps_ids: ClassVar[bool]
    fine: ClassVar[bool] = True
    actions: ClassVar[Mapping[str, Action]]

    def __init__(
        self, station: Station, application: Application, blocks: tuple[AnyBlock, ...]
    ) -> None:
        self.station = station
        self.blocks = blocks
        self._tables = _joined(blocks)
        self._application = application
        self._peer: Peer | None = None
        self._worded: tuple[Wire, AnyRequest] | None = None
        """What was put into words last, until it is sent."""
        self._idle_since = asyncio.get_running_loop().time()

    def attach(self, peer: Peer) -> None:
        """Speak through `peer`, whose handler is this dialect."""
        self._peer = peer

    @property
    def version(self) -> OcppVersion:
        """The version that is spoken."""
        return self.spoken

    @property
    def repeats_keep_id(self) -> bool:
        """Whether a repetition may keep its message id; see `Csms`."""
        return self.keeps_ids

    @property
    def steers_finely(self) -> bool:
        """Whether the version has the variables of 2.x; see `Csms`."""
        return self.fine

    @property
    def idle_since(self) -> float:
        """When the last message was sent to the CSMS, in the event loop's time."""
        return self._idle_since

    @property
    def silent(self) -> bool:
        """Whether the last message was not answered, nor anything else heard; see `Csms`."""
        return self._peer is not None and self._peer.unanswered > 0

    def block(self, kind: type[B]) -> B:
        """A block of the station."""
        return self.station.blocks[kind]

    # The CSMS commands.

    async def __call__(
        self, action: Action, request: Message, /
    ) -> Response | Answer[Response] | None:
        """Answer a request of the CSMS; nothing is done for one that has rejected the station."""
        if self.station.core.standing.registration is RegistrationStatus.REJECTED:
            raise CallRefused(ErrorCode.SECURITY_ERROR, "the station was rejected")  # B03.FR.08
        self._application.tell(request, self.station.core.spawn)
        if type(request) in self._application.handlers:
            return await self._application.answer(action, request)
        return await self._own_answer(request)

    async def default(self, request: CsmsRequest[R]) -> R:
        """What the station itself answers to a request in the types of the wire; what it commands
        begins when the answer of the handler that asks has left.

        Raises:
            CallRefused: it would answer with that CALLERROR.
        """
        answer = await self._own_answer(request)
        if answer is None:
            raise CallRefused(ErrorCode.NOT_SUPPORTED, f"{request.action} is not supported")
        if isinstance(answer, Answer):
            if answer.once_sent is not None:
                self._application.begins(answer.once_sent)
            answer = answer.response
        return cast("R", answer)  # it is a command's, and answers this request

    async def _own_answer(self, request: Message) -> Response | Answer[Response] | None:
        command = self._tables.commands.get(request.action)
        if command is None:
            return None
        answer = await command.function(self, self._read(request))
        if isinstance(answer, Answer):
            return Answer(self._said(answer.response), answer.once_sent)
        return self._said(answer)

    # The station asks.

    def offered(self, question: Question[T]) -> T | None:
        """What to ask with; see `Csms.offered`."""
        ask = self._tables.questions.get(question)
        return None if ask is None else cast("T", ask(self))

    async def call(self, request: Request[R]) -> R:
        """Send a request and wait for its response; raises what `Peer.call` does."""
        return self._read(await self.call_as_it_is(self._said(request)))

    async def call_as_it_is(self, request: Request[R], *, message_id: str | None = None) -> R:
        """The same with a request in the types of the wire."""
        if self._peer is None:
            raise RuntimeError("the dialect is not attached to a connection")
        begun = self._idle_since = asyncio.get_running_loop().time()
        try:
            response = await self._peer.call(request, message_id=message_id)
        except CallFailed as failure:
            self._announce(request, begun, printable(failure.code))
            raise
        except CallTimeout:
            self._announce(request, begun, "Timeout")
            raise
        except InvalidResponse:
            self._announce(request, begun, "Invalid")
            raise
        self._announce(request, begun, None)
        return response

    def _announce(self, request: AnyRequest, begun: float, error: str | None) -> None:
        announce = self.station.core.announce
        if announce.wanted:
            seconds = asyncio.get_running_loop().time() - begun
            announce(CallAnswered(request.action, seconds, error))

    # The station reports.

    def wire(self, fact: Fact, *, offline: bool) -> Wire | None:
        """The message that reports a fact; see `Csms.wire`."""
        report = self._tables.reports.get(type(fact))
        return None if report is None else report.wire(self, fact, offline=offline)

    def worded(self, request: AnyRequest, *, opens: bool = False, ahead: bool = False) -> Wire:
        """A request as the words that are kept of it."""
        said = self._said(request)
        wire = Wire(self.version, request.action, said.to_json(), opens=opens, ahead=ahead)
        self._worded = (wire, said)
        return wire

    async def report(self, fact: Fact, wire: Wire, message_id: str) -> object:
        """Send what `wire` made, and read the answer; see `Csms.report`."""
        request = self._request_of(wire)
        report = self._tables.reports[type(fact)]
        try:
            response = self._read(await self.call_as_it_is(request, message_id=message_id))
        except InvalidResponse as error:
            # It has arrived: to send it again would be to say it twice. Only where the answer is
            # needed to go on is a useless one a failure; with a property too many it is of use.
            usable = error.response if isinstance(error.response, Response) else None
            answer = None if usable is None else self._read(usable)
            return report.answered(self, fact, wire, answer)
        return report.answered(self, fact, wire, response)

    def _request_of(self, wire: Wire) -> AnyRequest:
        """The request that was put into these words; of kept ones it is read anew, and checked."""
        worded, self._worded = self._worded, None
        if worded is not None and worded[0] == wire:
            return worded[1]
        payload: dict[str, JsonValue] = json.loads(wire.payload)
        request = self.actions[wire.action].request.from_wire(payload)
        if not isinstance(request, Request):
            raise TypeError(f"{wire.action} has no answer")
        return request

    # From the types of the blocks to those of the wire, and back.

    def _said(self, message: M) -> M:
        """A message of the blocks as the wire has it.

        To a type checker it stays the same message, which it is in all but the version.
        """
        return message

    def _read(self, message: M) -> M:
        """A message of the wire as the blocks have it."""
        return message
