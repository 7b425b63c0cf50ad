"""The CSMS itself: stations in, their requests to their desks, commands out."""

from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from itertools import count
from random import Random, SystemRandom
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar

from pilotwire.connection import OcppVersion
from pilotwire.connection.server import Serving
from pilotwire.connection.server import serve as serve_websockets
from pilotwire.csms import commands
from pilotwire.csms.answers16 import Answers16
from pilotwire.csms.answers201 import Answers201
from pilotwire.csms.commands import IdTokenKind, RequestStartStopStatus, ResetKind, ResetStatus
from pilotwire.csms.desk import BootAnswer, Desk
from pilotwire.csms.errors import StationNotAccepted, StationNotConnected, WrongVersion
from pilotwire.csms.events import CsmsEvent, StationConnected, StationDisconnected
from pilotwire.csms.records import StationRecord
from pilotwire.csms.tokens import Token, TokenList
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v201
from pilotwire.ocpp.base import Action, Message, Request, Response
from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v16.handlers import CsmsHandler as CsmsHandler16
from pilotwire.ocpp.v201.actions import ACTIONS as ACTIONS_201
from pilotwire.ocpp.v201.handlers import CsmsHandler as CsmsHandler201
from pilotwire.rpc import Edition, ErrorCode, FrameDirection, Peer, Transport, message_ids
from pilotwire.station.clock import Clock, StationClock, SystemClock

__all__ = ["BootAnswer", "Csms", "CsmsTap"]

R = TypeVar("R", bound=Response)

CsmsTap: TypeAlias = Callable[[str, FrameDirection, str], None]
"""Called with the station's identity and each text, as `rpc.FrameTap` is."""

_Answers: TypeAlias = CsmsHandler16 | CsmsHandler201

_KEPT_STATIONS: Final = 10_000
_BOOT: Final = v201.BootNotificationRequest.action


@dataclass(frozen=True, slots=True)
class _Line:
    """A connection to a station."""

    version: OcppVersion
    peer: Peer
    desk: Desk


class Csms:
    """Accepts stations, answers them, and keeps records of what they tell.

    Args:
        tokens: The tokens that it knows, by identifier or as `Token`; others are Invalid (1.6) or
            Unknown (2.0.1). None accepts each token.
        passwords: The passwords by identity for HTTP Basic authentication, and so the stations that
            may connect. None lets every station connect without one.
        clock: The time of day at the first connection; from then on it runs on the event loop.
        heartbeat_interval: Seconds between heartbeats that accepted stations are told to keep.
        random: The source of message ids and of numbers for remote starts.
        tap: Sees each text that is sent or received.
        on_event: Told what happens; it must neither block nor raise.
        first_transaction_id: Where the transaction ids of 1.6 start; they count up from it. A CSMS
            that starts anew should not give out those of its former life.
        knows_its_stations: Let a station that has not booted here do everything, as after a restart
            of the CSMS, which does not remember. Otherwise it gets a SecurityError until it boots.
    """

    def __init__(
        self,
        *,
        tokens: Iterable[Token | str] | None = None,
        passwords: Mapping[str, str] | None = None,
        clock: Clock | None = None,
        heartbeat_interval: int = 300,
        random: Random | None = None,
        tap: CsmsTap | None = None,
        on_event: Callable[[CsmsEvent], None] | None = None,
        first_transaction_id: int = 1,
        knows_its_stations: bool = False,
    ) -> None:
        self._tokens = TokenList(tokens)
        self._passwords = passwords
        self._clock_source = SystemClock() if clock is None else clock
        self._clock: StationClock | None = None
        self._heartbeat_interval = heartbeat_interval
        self._random = SystemRandom() if random is None else random
        self._tap = tap
        self._on_event = on_event
        self._transaction_ids = count(first_transaction_id)
        self._knows_its_stations = knows_its_stations
        self._records: dict[str, StationRecord] = {}
        self._lines: dict[str, _Line] = {}
        self._boot_answers: dict[str, deque[BootAnswer]] = {}
        self.stations: Mapping[str, StationRecord] = MappingProxyType(self._records)
        """The record of each station that ever connected, by identity."""

    # Stations come in.

    @asynccontextmanager
    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> AsyncGenerator[Serving, None]:
        """Accept stations over WebSockets while the context is open; `port` 0 takes a free one.

        Raises:
            OSError: The address cannot be listened on.
        """
        async with serve_websockets(
            self.serve_transport,
            host,
            port,
            versions=(OcppVersion.V2_0_1, OcppVersion.V1_6),
            authenticate=None if self._passwords is None else self._authenticate,
        ) as serving:
            yield serving

    async def serve_transport(self, identity: str, transport: Transport) -> None:
        """Serve a station on a connection, until it is closed."""
        version = OcppVersion.parse(transport.subprotocol)
        record = self._record(identity)
        desk = self._desk(record)
        line = _Line(version, self._peer(identity, transport, version, desk), desk)
        self._lines[identity] = line
        record.version, record.connected = version, True
        self._notify(StationConnected(identity, version))
        try:
            await line.peer.run()
        finally:
            if self._lines.get(identity) is line:
                del self._lines[identity]
                record.connected = False
            self._notify(StationDisconnected(identity))

    def answer_boots(self, identity: str, *answers: BootAnswer) -> None:
        """Answer the station's next boots with these, in order, and all later ones with the last.

        Without any, its boots are accepted again.
        """
        self._boot_answers[identity] = deque(answers or [BootAnswer()])

    # Commands go out.

    async def call(self, identity: str, request: Request[R]) -> R:
        """Send a request to a station and wait for its response.

        Raises:
            StationNotConnected: The station is not connected.
            WrongVersion: The request is of another OCPP version than the connection.
            CallUnanswered, ConnectionClosed: As for `rpc.Peer.call`.
        """
        line = self._line(identity)
        action = _actions(line.version).get(request.action)
        if action is None or not isinstance(request, action.request):
            module = type(request).__module__.rpartition(".")[0]
            raise WrongVersion(f"{identity} speaks OCPP {line.version}, not {module}")
        invited = commands.invited_by(request)
        if invited is not None:
            line.desk.invited.add(invited)
        return await line.peer.call(request)

    async def remote_start(
        self,
        identity: str,
        token: str,
        evse: int | None = None,
        *,
        kind: IdTokenKind = IdTokenKind.CENTRAL,
    ) -> RequestStartStopStatus:
        """Ask a station to start a transaction (F01, F02; 1.6 5.11).

        Args:
            identity: The station.
            token: Who the transaction is for.
            evse: The EVSE, or the connector of 1.6; None lets the station choose.
            kind: What kind of token it is; 1.6 does not say.

        Raises:
            StationNotAccepted: The station is not accepted (B02.FR.05).
            StationNotConnected, CallUnanswered, ConnectionClosed: As for `call`.
        """
        line = self._accepted(identity)
        id_token = v201.IdTokenType(id_token=token, type=kind)
        start_id = self._random.randrange(1, 2**31)
        return await commands.remote_start(line.peer, line.version, id_token, evse, start_id)

    async def remote_stop(self, identity: str, transaction_id: int | str) -> RequestStartStopStatus:
        """Ask a station to end a transaction (F03; 1.6 5.12).

        Raises:
            ValueError: The station speaks 1.6, and the id is no number.
            StationNotAccepted, StationNotConnected, CallUnanswered, ConnectionClosed: As for
                `remote_start`.
        """
        line = self._accepted(identity)
        return await commands.remote_stop(line.peer, line.version, transaction_id)

    async def reset(self, identity: str, kind: ResetKind = ResetKind.IMMEDIATE) -> ResetStatus:
        """Restart a station (B11, B12; 1.6 5.14). Immediate is the soft reset of 1.6.

        Raises:
            ValueError: The station speaks 1.6, which has no reset OnIdle.
            StationNotAccepted, StationNotConnected, CallUnanswered, ConnectionClosed: As for
                `remote_start`.
        """
        line = self._accepted(identity)
        return await commands.reset(line.peer, line.version, kind)

    # What it rests on.

    def _authenticate(self, identity: str, password: str | None) -> bool:
        expected = (self._passwords or {}).get(identity)
        if expected is None or password is None:
            return False
        return compare_digest(
            password.encode(errors="surrogateescape"), expected.encode(errors="surrogateescape")
        )

    def _now(self) -> datetime:
        if self._clock is None:
            self._clock = StationClock(self._clock_source)
        return self._clock.now()

    def _record(self, identity: str) -> StationRecord:
        record = self._records.get(identity)
        if record is not None:
            return record
        if len(self._records) >= _KEPT_STATIONS:
            away = (each for each, known in self._records.items() if not known.connected)
            self._records.pop(next(away, identity), None)
        record = self._records[identity] = StationRecord(identity)
        if self._knows_its_stations:
            record.registration = v201.RegistrationStatusEnumType.ACCEPTED
        return record

    def _desk(self, record: StationRecord) -> Desk:
        return Desk(
            record,
            tokens=self._tokens,
            now=self._now,
            transaction_ids=self._transaction_ids,
            boot_answer=lambda: self._next_boot_answer(record.identity),
            notify=self._notify,
        )

    def _peer(self, identity: str, transport: Transport, version: OcppVersion, desk: Desk) -> Peer:
        answers: _Answers
        if version is OcppVersion.V1_6:
            answers, edition = Answers16(desk, self._heartbeat_interval), Edition.V16
        else:
            answers, edition = Answers201(desk, self._heartbeat_interval), Edition.V201

        async def handle(action: Action, request: Message, /) -> Response | None:
            return await _answered(answers, desk, action, request)

        def tap(direction: FrameDirection, text: str) -> None:
            if self._tap is not None:
                self._tap(identity, direction, text)

        return Peer(
            transport,
            edition=edition,
            actions=_actions(version),
            handler=handle,
            new_id=message_ids(self._random),
            tap=tap,
        )

    def _next_boot_answer(self, identity: str) -> BootAnswer:
        answers = self._boot_answers.get(identity)
        if answers is None:
            return BootAnswer()
        return answers.popleft() if len(answers) > 1 else answers[0]

    def _line(self, identity: str) -> _Line:
        line = self._lines.get(identity)
        if line is None:
            raise StationNotConnected(f"{identity} is not connected")
        return line

    def _accepted(self, identity: str) -> _Line:
        line = self._line(identity)
        if not line.desk.accepted:
            raise StationNotAccepted(f"{identity} has not been accepted")
        return line

    def _notify(self, event: CsmsEvent) -> None:
        if self._on_event is not None:
            self._on_event(event)


def _actions(version: OcppVersion) -> Mapping[str, Action]:
    return ACTIONS_16 if version is OcppVersion.V1_6 else ACTIONS_201


async def _answered(
    answers: _Answers, desk: Desk, action: Action, request: Message
) -> Response | None:
    if not action.from_station:
        return None
    if not desk.accepted and action.name != _BOOT and action.name not in desk.invited:
        # 2.0.1 B01.FR.10, B02.FR.09, B03.FR.07; 1.6 OCPP-J errata 3.10.
        raise CallRefused(ErrorCode.SECURITY_ERROR, "the station has not been accepted")
    # The table names the protocol's methods, and each answers its request's own response.
    response: Response = await getattr(answers, action.handler)(request)
    return response
