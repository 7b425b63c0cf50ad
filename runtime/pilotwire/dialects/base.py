"""What the dialects have in common: how a message gets out and back, and whose turn it is."""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar, TypeVar

from pydantic import JsonValue

from pilotwire.connection import OcppVersion
from pilotwire.errors import CallRefused, InvalidResponse
from pilotwire.ocpp.base import Action, AnyRequest, Message, Request, Response
from pilotwire.rpc import Answer, Edition, ErrorCode, Handlers, Peer
from pilotwire.station.csms import Answered, Csms
from pilotwire.station.facts.encoding import AnyFact, decode
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.station import Station
from pilotwire.station.vocabulary import EventType, RegistrationStatus
from pilotwire.store import Wire

__all__ = ["Dialect"]

R = TypeVar("R", bound=Response)


class Dialect(Csms, ABC):
    """One version's words for one connection.

    `handlers` are those of the application; they take the place of the dialect's own where both
    answer a request.
    """

    edition: ClassVar[Edition]
    actions: ClassVar[Mapping[str, Action]]

    def __init__(self, station: Station, handlers: Handlers) -> None:
        self.station = station
        self.handlers = Handlers()
        self._application = handlers
        self._peer: Peer | None = None
        self._idle_since = asyncio.get_running_loop().time()

    def attach(self, peer: Peer) -> None:
        """Speak through `peer`, whose handler is this dialect."""
        self._peer = peer

    async def __call__(
        self, action: Action, request: Message, /
    ) -> Response | Answer[Response] | None:
        """Answer a request of the CSMS; nothing is done for one that has rejected the station."""
        if self.station.provisioning.registration is RegistrationStatus.REJECTED:
            raise CallRefused(ErrorCode.SECURITY_ERROR, "the station was rejected")  # B03.FR.08
        handlers = self._application if type(request) in self._application else self.handlers
        return await handlers(action, request)

    async def call(self, request: Request[R], *, message_id: str | None = None) -> R:
        """Send a request and wait for its response; raises what `Peer.call` does."""
        if self._peer is None:
            raise RuntimeError("the dialect is not attached to a connection")
        self._idle_since = asyncio.get_running_loop().time()
        return await self._peer.call(request, message_id=message_id)

    @property
    @abstractmethod
    def version(self) -> OcppVersion:
        """The version that is spoken."""

    @property
    def idle_since(self) -> float:
        """When the last message was sent to the CSMS, in the event loop's time."""
        return self._idle_since

    def wire(self, event: AnyFact, *, offline: bool) -> Wire | None:
        """The message that reports an event; see `Csms.wire`."""
        request = self._request(event, offline=offline)
        if request is None:
            return None
        start = self._untold_start(event)
        if start is not None:
            return Wire(self.version, start.action, start.to_json(), opens=True, ahead=True)
        told = self._status(request)
        if told is not None and isinstance(event, ConnectorStatusChanged) and not event.again:
            evse_id, connector_id, status = told
            if self.station.told.get((self.version, evse_id, connector_id)) == status:
                return None  # no news in this version's words (B04.FR.02)
        opens = isinstance(event, TransactionEvent) and self._opens(event)
        return Wire(self.version, request.action, request.to_json(), opens=opens)

    def _untold_start(self, event: AnyFact) -> AnyRequest | None:
        """The start of an event's transaction, where it was not told in this version: the
        transaction began when the connection spoke another one.
        """
        if not isinstance(event, TransactionEvent) or self._opens(event):
            return None
        row = self.station.core.records.transactions.get(event.transaction_id)
        if row is None or self.version in row.told:
            return None
        for text in self.station.core.records.transactions.opening(row.id):
            opening = decode(text)
            if isinstance(opening, TransactionEvent) and self._opens(opening):
                return self._request(opening, offline=True)
        return None

    async def report(self, wire: Wire, message_id: str) -> Answered:
        """Send what `wire` made, and read the answer; see `Csms.report`."""
        payload: dict[str, JsonValue] = json.loads(wire.payload)
        request = self.actions[wire.action].request.from_wire(payload)
        if not isinstance(request, Request):
            raise TypeError(f"{wire.action} has no answer")
        try:
            response = await self.call(request, message_id=message_id)
        except InvalidResponse:
            # It has arrived: to send it again would be to say it twice. Only where the answer is
            # needed to go on is a useless one a failure.
            if self._answer_needed(request):
                raise
            return Answered()
        told = self._status(request)
        if told is not None:
            evse_id, connector_id, status = told
            self.station.told[self.version, evse_id, connector_id] = status
        return self._answered(response)

    @abstractmethod
    def _status(self, request: AnyRequest) -> tuple[int, int, str] | None:
        """EVSE, connector and status that a StatusNotification tells; None of other requests."""

    @abstractmethod
    def _request(self, event: AnyFact, *, offline: bool) -> AnyRequest | None:
        """The request that reports an event; None where this version has none for it."""

    @abstractmethod
    def _answered(self, response: Response) -> Answered:
        """What a response to a report says."""

    def _opens(self, event: TransactionEvent) -> bool:
        """Whether a transaction begins with this event in this version."""
        return event.event_type is EventType.STARTED

    def _answer_needed(self, request: AnyRequest) -> bool:
        """Whether nothing that follows can be said without the answer to this report."""
        del request
        return False
