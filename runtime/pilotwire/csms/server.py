"""The CSMS itself: stations in, their requests to their desks, commands out."""

from __future__ import annotations

import ssl
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from itertools import count
from random import Random, SystemRandom
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from pydantic import JsonValue

from pilotwire.connection import OcppVersion, Versions
from pilotwire.connection.server import Serving
from pilotwire.connection.server import serve as serve_websockets
from pilotwire.csms import commands
from pilotwire.csms.admission import Admission
from pilotwire.csms.certificates import Certificates
from pilotwire.csms.commands import (
    IdTokenKind,
    MessageTrigger,
    RequestStartStopStatus,
    ResetKind,
    ResetStatus,
    TriggerMessageStatus,
    UnlockStatus,
)
from pilotwire.csms.desk import BootAnswer, Desk
from pilotwire.csms.errors import StationNotAccepted, StationNotConnected, WrongVersion
from pilotwire.csms.events import CsmsEvent, StationConnected, StationDisconnected
from pilotwire.csms.firmware import Firmware
from pilotwire.csms.line import Line
from pilotwire.csms.local_lists import LocalLists
from pilotwire.csms.logs import Logs
from pilotwire.csms.provisioning import Provisioning
from pilotwire.csms.records import StationRecord
from pilotwire.csms.reservations import Reservations
from pilotwire.csms.smart_charging import SmartCharging
from pilotwire.csms.tokens import Token, TokenList
from pilotwire.logs import about
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import CsmsRequest, Response
from pilotwire.ocpp.words import OwnWord
from pilotwire.rpc import FrameDirection, Transport, Validation, message_ids
from pilotwire.station.clock import Clock, StationClock, SystemClock

if TYPE_CHECKING:
    from pilotwire.csms.authority import Authority

__all__ = ["BootAnswer", "Csms", "CsmsTap"]

R = TypeVar("R", bound=Response)

CsmsTap: TypeAlias = Callable[[str, FrameDirection, str], None]
"""Called with the station's identity and each text, as `rpc.FrameTap` is."""

_KEPT_STATIONS: Final = 10_000


class Csms:
    """Accepts stations, answers them, and keeps records of what they tell.

    Args:
        tokens: The tokens that it knows, by identifier or as `Token`; others are Invalid (1.6) or
            Unknown (2.x). None accepts each token.
        passwords: The passwords by identity for HTTP Basic authentication, and so the stations that
            may connect with one. None lets every station connect without one.
        authority: Who signs the stations' certificates, and vouches for the CSMS: `serve` takes
            its `server_context`. A station that shows a certificate needs no password, and it must
            be its own (A00.FR.404, A00.FR.405); one that was let in with a security profile is not
            with a lower one (A05.FR.07). Without it requests for certificates are rejected.
        clock: The time of day at the first connection; from then on it runs on the event loop.
        heartbeat_interval: Seconds between heartbeats that accepted stations are told to keep.
        random: The source of message ids and of numbers for remote starts.
        tap: Sees each text that is sent or received.
        on_event: Told what happens; it must neither block nor raise.
        first_transaction_id: Where the transaction ids of 1.6 start; they count up from it. A CSMS
            that starts anew should not give out those of its former life.
        validation: How what stations say is judged; see `rpc.Validation`.
        knows_its_stations: Let a station that has not booted here do everything, as after a restart
            of the CSMS, which does not remember. Otherwise it gets a SecurityError until it boots.
    """

    def __init__(
        self,
        *,
        tokens: Iterable[Token | str] | None = None,
        passwords: Mapping[str, str] | None = None,
        authority: Authority | None = None,
        clock: Clock | None = None,
        heartbeat_interval: int = 300,
        random: Random | None = None,
        tap: CsmsTap | None = None,
        on_event: Callable[[CsmsEvent], None] | None = None,
        first_transaction_id: int = 1,
        knows_its_stations: bool = False,
        validation: Validation = "strict",
    ) -> None:
        self._validation: Validation = validation
        self._tokens = TokenList(tokens)
        self._authority = authority
        self._clock_source = SystemClock() if clock is None else clock
        self._clock: StationClock | None = None
        self._heartbeat_interval = heartbeat_interval
        self._random = SystemRandom() if random is None else random
        self._tap = tap
        self._on_event = on_event
        self._transaction_ids = count(first_transaction_id)
        self._knows_its_stations = knows_its_stations
        self._records: dict[str, StationRecord] = {}
        self._lines: dict[str, Line] = {}
        self._boot_answers: dict[str, deque[BootAnswer]] = {}
        self.stations: Mapping[str, StationRecord] = MappingProxyType(self._records)
        """The record of each station that ever connected, by identity."""
        self._admission = Admission(passwords, authority, self.stations, self._record)
        self.certificates = Certificates(authority, self._line)
        """What it does with the certificates of stations."""
        self.provisioning = Provisioning(self._line)
        """What it does to their settings."""
        self.local_lists = LocalLists(self._accepted)
        """What it has them know of tokens."""
        self.reservations = Reservations(self._accepted)
        """What it has them keep free."""
        self.smart_charging = SmartCharging(self._accepted, self._record)
        """How much it lets them take."""
        self.logs = Logs(self._line)
        """What it has them upload of their logs."""
        self.firmware = Firmware(self._line, self._now)
        """What it has them install."""

    # Stations come in.

    @asynccontextmanager
    async def serve(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        versions: Versions = tuple(OcppVersion),
        tls: ssl.SSLContext | None = None,
        ping_interval: float = 20.0,
        max_connections: int | None = None,
    ) -> AsyncGenerator[Serving, None]:
        """Accept stations over WebSockets while the context is open.

        Args:
            host: The address to listen on.
            port: The TCP port; 0 takes a free one.
            versions: The OCPP versions that are accepted; the station's order of preference
                decides between them.
            tls: The server's TLS settings, for wss://.
            ping_interval: Seconds between pings to each station; 0 sends none.
            max_connections: How many stations may be connected at a time. Others are answered with
                HTTP 503; one that connects again, in the place of its former connection, never is.

        Raises:
            OSError: The address cannot be listened on.
            ValueError: A version is unknown, or there is none.
        """
        profile = 1 if tls is None else 2
        admission = self._admission
        async with serve_websockets(
            self.serve_transport,
            host,
            port,
            versions=versions,
            authenticate=partial(admission.by_password, profile) if admission.asks else None,
            certified=None if self._authority is None else admission.by_certificate,
            tls=tls,
            ping_interval=ping_interval,
            max_connections=max_connections,
        ) as serving:
            yield serving

    async def serve_transport(self, identity: str, transport: Transport) -> None:
        """Serve a station on a connection, until it is closed."""
        version = OcppVersion.parse(transport.subprotocol)
        record = self._record(identity)
        line = self._new_line(version, self._desk(record), transport)
        self._lines[identity] = line  # in the place of a former one, which is closed
        record.version, record.connected = version, True
        self._notify(StationConnected(identity, version))
        try:
            with about(identity):
                await line.run()
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

    async def call(self, identity: str, request: CsmsRequest[R]) -> R:
        """Send a request to a station and wait for its response.

        Raises:
            StationNotConnected: The station is not connected.
            WrongVersion: The request is of another OCPP version than the connection.
            CallUnanswered, ConnectionClosed: As for `rpc.Peer.call`.
        """
        line = self._line(identity)
        if not line.speaks(request):
            module = type(request).__module__.rpartition(".")[0]
            raise WrongVersion(f"{identity} speaks OCPP {line.version}, not {module}")
        invited = commands.invited_by(request)
        if invited is not None:
            line.desk.invited.add(invited)
        return await line.call(request)

    async def remote_start(
        self,
        identity: str,
        token: str,
        evse: int | None = None,
        *,
        kind: IdTokenKind | OwnWord = IdTokenKind.CENTRAL,
    ) -> RequestStartStopStatus:
        """Ask a station to start a transaction (F01, F02; 1.6 5.11).

        Args:
            identity: The station.
            token: Who the transaction is for.
            evse: The EVSE, or the connector of 1.6; None lets the station choose.
            kind: What kind of token it is; in 2.1 it may be an `OwnWord` that the station knows.
                1.6 does not say it; 2.0.1 says Local for those that it lacks.

        Raises:
            ValueError: The token is too long for the version that the station speaks.
            StationNotAccepted: The station is not accepted (B02.FR.05).
            StationNotConnected, CallUnanswered, ConnectionClosed: As for `call`.
        """
        line = self._accepted(identity)
        id_token = v21.IdTokenType(id_token=token, type=kind)
        start_id = self._random.randrange(1, 2**31)
        return await commands.remote_start(line, id_token, evse, start_id)

    async def remote_stop(self, identity: str, transaction_id: int | str) -> RequestStartStopStatus:
        """Ask a station to end a transaction (F03; 1.6 5.12).

        Raises:
            ValueError: The station speaks 1.6, and the id is no number; or the id is too long.
            StationNotAccepted, StationNotConnected, CallUnanswered, ConnectionClosed: As for
                `remote_start`.
        """
        return await commands.remote_stop(self._accepted(identity), transaction_id)

    async def reset(self, identity: str, kind: ResetKind = ResetKind.IMMEDIATE) -> ResetStatus:
        """Restart a station (B11, B12; 1.6 5.14). Immediate is the soft reset of 1.6.

        Raises:
            ValueError: The version that the station speaks has no such reset: 1.6 has but the one,
                and 2.0.1 no ImmediateAndResume.
            StationNotAccepted, StationNotConnected, CallUnanswered, ConnectionClosed: As for
                `remote_start`.
        """
        return await commands.reset(self._accepted(identity), kind)

    async def unlock(self, identity: str, evse: int, connector: int = 1) -> UnlockStatus:
        """Ask a station to release a plug (F05; 1.6 5.18, where `evse` is the connector).

        Raises:
            StationNotAccepted, StationNotConnected, CallUnanswered, ConnectionClosed: As for
                `remote_start`.
        """
        return await commands.unlock(self._accepted(identity), evse, connector)

    async def trigger(
        self,
        identity: str,
        message: MessageTrigger,
        evse: int | None = None,
        connector: int | None = None,
    ) -> TriggerMessageStatus:
        """Have a station send a message (F06; 1.6 5.17), accepted or not (B02.FR.02).

        Args:
            identity: The station.
            message: Which message.
            evse: Of which EVSE, or connector of 1.6; None for all of them.
            connector: Of which connector of it; None for all of them.

        Raises:
            ValueError: The station speaks 1.6, which has no such message, or 2.0.1, likewise.
            StationNotConnected, CallUnanswered, ConnectionClosed: As for `call`.
        """
        return await commands.trigger(self._line(identity), message, evse, connector)

    async def data_transfer(
        self,
        identity: str,
        vendor_id: str,
        message_id: str | None = None,
        data: JsonValue = None,
    ) -> v21.DataTransferResponse:
        """Send a station a vendor's message (P01; 1.6 5.6, where the data is JSON in a text).

        Raises:
            ValueError: An id is too long.
            StationNotAccepted, StationNotConnected, CallUnanswered, ConnectionClosed: As for
                `remote_start`.
        """
        return await commands.data_transfer(self._accepted(identity), vendor_id, message_id, data)

    # What it rests on.

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
            record.registration = v21.RegistrationStatusEnumType.ACCEPTED
        return record

    def _desk(self, record: StationRecord) -> Desk:
        return Desk(
            record,
            tokens=self._tokens,
            now=self._now,
            transaction_ids=self._transaction_ids,
            boot_answer=lambda: self._next_boot_answer(record.identity),
            notify=self._notify,
            authority=self._authority,
        )

    def _new_line(self, version: OcppVersion, desk: Desk, transport: Transport) -> Line:
        def tap(direction: FrameDirection, text: str) -> None:
            if self._tap is not None:
                self._tap(desk.record.identity, direction, text)

        return Line(
            version,
            desk,
            transport,
            heartbeat_interval=self._heartbeat_interval,
            new_id=message_ids(self._random),
            tap=tap,
            validation=self._validation,
        )

    def _next_boot_answer(self, identity: str) -> BootAnswer:
        answers = self._boot_answers.get(identity)
        if answers is None:
            return BootAnswer()
        return answers.popleft() if len(answers) > 1 else answers[0]

    def _line(self, identity: str) -> Line:
        line = self._lines.get(identity)
        if line is None:
            raise StationNotConnected(f"{identity} is not connected")
        return line

    def _accepted(self, identity: str) -> Line:
        line = self._line(identity)
        if not line.desk.accepted:
            raise StationNotAccepted(f"{identity} has not been accepted")
        return line

    def _notify(self, event: CsmsEvent) -> None:
        if self._on_event is not None:
            self._on_event(event)
