"""The CSMS of a simulation: it does its part of OCPP right, when it does not err on purpose.

What it was told is kept as it was said, message by message, for the judges to read afterwards.
"""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from random import Random
from typing import Any

from pilotwire.connection import OcppVersion
from pilotwire.errors import CallFailed, CallRefused, CallUnanswered, ConnectionClosed
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Action, AnyRequest, Direction, Message, Response
from pilotwire.rpc import Call, FrameDirection, Peer, Transport, message_ids
from pilotwire.station.vocabulary import IdTokenKind
from tests.simulation.misfortune import Misfortune
from tests.support.editions import in_types_of, said_in, twin
from tests.support.frames import parsed
from tests.support.scene import Opponent, actions, now

__all__ = ["Backend", "Taken", "Told"]

LATE = 45.0
"""Seconds after which a late answer comes: the station waits 30."""

HEARTBEAT = 900

NOT_DONE = frozenset({"InternalError", "NotImplemented", "NotSupported"})
"""What a station says that can't do what it was told."""

ERRORS = ("InternalError", "GenericError", "ProtocolError", "NotSupported")


@dataclass(frozen=True, slots=True)
class Told:
    """A CALL of the station as it arrived."""

    message_id: str
    action: str
    payload: str
    version: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A request that the CSMS has acted on, one of 2.x in 2.1's types."""

    version: OcppVersion
    message: Message


@dataclass
class Backend:
    """A CSMS for all versions that remembers transactions over its own restarts.

    `knows` tells whether it takes messages of the station.
    """

    random: Random
    misfortune: Misfortune
    evses: int = 1
    whims: Random = field(default_factory=Random)
    """What it asks for besides."""
    bad: bool = True
    told: list[Told] = field(default_factory=list[Told])
    taken: list[Taken] = field(default_factory=list[Taken])
    """In their order."""
    numbers: dict[str, int] = field(default_factory=dict[str, int])
    starts: dict[int, v16.StartTransactionRequest] = field(
        default_factory=dict[int, v16.StartTransactionRequest]
    )
    security: list[str] = field(default_factory=list[str])
    """What it was told of the security events of the station's application, in order; also of those
    that it said it does not know, which are not told again.
    """
    wrongs: list[str] = field(default_factory=list[str])
    trace: list[str] = field(default_factory=list[str])
    knows: bool = False
    clock_offset: timedelta = timedelta(0)
    closed: Callable[[int, bool], None] = lambda evse_id, closed: None
    """Called when an EVSE (0: all) was taken out of service, and when it may be back."""
    passed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a message passes."""
    on_question: Callable[[str], None] = lambda token: None
    """Called with the token that the station asks about."""
    on_clear: Callable[[], None] = lambda: None
    """Called when the station is told to clear its authorization cache."""
    on_sign: Callable[[str], bool] = lambda _: False
    """Called with each request for a certificate; whether there will be one."""
    on_message: Callable[[], None] = lambda: None
    """Called with each message that the CSMS is told."""

    def __post_init__(self) -> None:
        self._yes = Opponent()
        self._ids: dict[str, str] = {}
        """The message ids of starts, by what they say."""
        self._peer: Peer | None = None
        self._version = OcppVersion.V2_1
        """What is spoken on the latest connection."""
        self._verdicts: dict[str, tuple[bool, bool]] = {}
        self._transaction = ""

    @property
    def version(self) -> OcppVersion:
        """What is spoken on the latest connection."""
        return self._version

    def forget(self) -> None:
        """Restart: who was accepted is forgotten, what happened is not."""
        self.knows = False

    def now(self) -> datetime:
        """The CSMS's time of day."""
        return now() + self.clock_offset

    async def serve(self, identity: str, transport: Transport) -> None:
        """Take a connection of the station."""
        version = self._version = OcppVersion.parse(transport.subprotocol)

        def tap(direction: FrameDirection, text: str) -> None:
            sent = direction is FrameDirection.SENT
            at = asyncio.get_running_loop().time()
            self.trace.append(f"{at:12.3f} {'<-' if sent else '->'} {text}")
            self.passed.set()
            frame = parsed(text)
            if isinstance(frame, Call) and not sent:
                self._heard(frame, version)

        self._peer = Peer(
            transport,
            edition=version.edition,
            actions=actions(version),
            sends=Direction.FROM_CSMS,
            handler=partial(self._handle, version),
            new_id=message_ids(Random(self.random.getrandbits(64))),
            tap=tap,
        )
        await self._peer.run()

    async def command(self) -> None:
        """Give the station a command; what it answers is its business."""
        is_16 = self._version is OcppVersion.V1_6
        commands = self._commands16() if is_16 else self._commands2x()
        command = self.random.choice(commands)()
        if command.action == "ClearCache":
            self.on_clear()
        place = _availability(command)
        if place is not None:
            self.closed(place[0], False)  # until it is answered nobody knows
        answer = await self.give(command)
        if place is None or answer is None:
            return
        if place[1] and answer.to_wire()["status"] != "Rejected":
            self.closed(place[0], True)

    async def ask(self) -> None:
        """Ask for something that changes no transaction in 2.x."""
        is_16 = self._version is OcppVersion.V1_6
        questions = self._questions16() if is_16 else self._questions2x()
        await self.give(self.whims.choice(questions)())

    async def give(self, command: Any) -> Any:
        """Tell the station to do something; its answer, or None where there is none."""
        if self._peer is None or self._peer.closed is not None:
            return None
        try:
            answer = await self._peer.call(said_in(self._version, command))
        except CallFailed as error:
            # One that is rejected answers nothing else (B03.FR.08), and half of a message is none.
            if command.action == "DataTransfer" and error.code in NOT_DONE:
                self.wrongs.append(f"a DataTransfer was answered with {error}")
        except (CallUnanswered, ConnectionClosed):
            pass
        else:
            self._check_transfer(command, answer)
            return answer
        return None

    def _check_transfer(self, command: Any, answer: Any) -> None:
        """The application says what it was told; there is one message of its vendor."""
        if command.action != "DataTransfer":
            return
        known = command.message_id == "echo"
        right = ("Accepted", command.data) if known else ("UnknownMessageId", None)
        if (answer.status, answer.data) != right:
            self.wrongs.append(f"{command!r} was answered with {answer!r}")

    async def open(self) -> None:
        """Put all that is out of service back, however many attempts that takes."""
        left: list[tuple[int, int | None]] = [
            (0, None),
            *((evse, connector) for evse in range(1, self.evses + 1) for connector in (None, 1)),
        ]  # 1.6 has taken out connectors
        while left:
            await asyncio.sleep(30)
            if self._peer is None or self._peer.closed is not None:
                continue
            command = self._change(*left[0], operative=True)
            with suppress(CallUnanswered, ConnectionClosed):
                await self._peer.call(said_in(self._version, command))
                del left[0]

    def _change(
        self, evse_id: int, connector_id: int | None = None, *, operative: bool
    ) -> AnyRequest:
        if self._version is OcppVersion.V1_6:
            kinds = v16.AvailabilityType
            return v16.ChangeAvailabilityRequest(
                connector_id=evse_id, type=kinds.OPERATIVE if operative else kinds.INOPERATIVE
            )
        statuses = v21.OperationalStatusEnumType
        return v21.ChangeAvailabilityRequest(
            operational_status=statuses.OPERATIVE if operative else statuses.INOPERATIVE,
            evse=v21.EVSEType(id=evse_id, connector_id=connector_id) if evse_id else None,
        )

    def _availability(self) -> AnyRequest:
        """More often back into service than out of it, or nobody would charge."""
        return self._change(
            self.random.randint(0, self.evses), operative=self.random.random() < 0.7
        )

    def _heard(self, call: Call, version: OcppVersion) -> None:
        payload = json.dumps(call.payload, sort_keys=True)
        self.told.append(Told(call.message_id, call.action, payload, version))
        if call.action == "StartTransaction":
            self._ids[payload] = call.message_id
        if call.action == "Authorize":
            token: Any = call.payload.get("idTag") or call.payload["idToken"]
            self.on_question(token if isinstance(token, str) else token["idToken"])

    async def _handle(self, version: OcppVersion, action: Action, said: Message, /) -> Response:
        self.on_message()
        if not self.knows and action.name != "BootNotification":
            raise CallRefused("SecurityError", "who are you?")
        request = in_types_of(said, twin(type(said)))
        if self.bad and self.random.random() < self.misfortune.error:
            code = self.random.choice(ERRORS)
            if code == "NotSupported":
                self._note_security(request)
            raise CallRefused(code, "drawn by lot")
        self._note_security(request)
        self.taken.append(Taken(version, request))
        response = self._answer(request)
        if self.bad and self.random.random() < self.misfortune.late:
            await asyncio.sleep(LATE)
        return said_in(version, response)

    def _note_security(self, request: Message) -> None:
        match request:
            case (
                v16.SecurityEventNotificationRequest(type="Example", tech_info=str(info))
                | v21.SecurityEventNotificationRequest(type="Example", tech_info=str(info))
            ):
                self.security.append(info)
            case _:
                pass

    def _answer(self, request: Message) -> Response:
        match request:
            case v16.BootNotificationRequest():
                status, interval = self._registration()
                return v16.BootNotificationResponse(
                    status=v16.RegistrationStatus(status),
                    current_time=self.now(),
                    interval=interval,
                )
            case v21.BootNotificationRequest():
                status, interval = self._registration()
                return v21.BootNotificationResponse(
                    status=v21.RegistrationStatusEnumType(status),
                    current_time=self.now(),
                    interval=interval,
                )
            case v16.HeartbeatRequest():
                return v16.HeartbeatResponse(current_time=self.now())
            case v21.HeartbeatRequest():
                return v21.HeartbeatResponse(current_time=self.now())
            case v16.AuthorizeRequest():
                return v16.AuthorizeResponse(id_tag_info=_info16(self._verdict(request.id_tag)[0]))
            case v21.AuthorizeRequest():
                good = self._verdict(request.id_token.id_token)[0]
                return v21.AuthorizeResponse(id_token_info=_info2x(good))
            case v16.StartTransactionRequest():
                message_id = self._ids[json.dumps(request.to_wire(), sort_keys=True)]
                number = self.numbers.setdefault(message_id, len(self.numbers) + 1)
                if self.starts.setdefault(number, request) != request:
                    self.wrongs.append(f"start {number} said two things: {request!r}")
                return v16.StartTransactionResponse(
                    transaction_id=number, id_tag_info=_info16(self._verdict(request.id_tag)[1])
                )
            case v21.TransactionEventRequest():
                self._transaction = request.transaction_info.transaction_id
                if request.id_token is None:
                    return v21.TransactionEventResponse()
                good = self._verdict(request.id_token.id_token)[1]
                return v21.TransactionEventResponse(id_token_info=_info2x(good))
            case v16.SignCertificateRequest():
                return v16.SignCertificateResponse(
                    status=v16.GenericStatusEnumType(self._sign(request.csr))
                )
            case v21.SignCertificateRequest():
                return v21.SignCertificateResponse(
                    status=v21.GenericStatusEnumType(self._sign(request.csr))
                )
            case _:
                return self._yes._yes(request)

    def _sign(self, csr: str) -> str:
        return "Accepted" if self.on_sign(csr) else "Rejected"

    def _registration(self) -> tuple[str, int]:
        if self.bad and self.random.random() < self.misfortune.pending:
            self.knows = False
            return self.random.choice(["Pending", "Rejected"]), 60
        self.knows = True
        return "Accepted", HEARTBEAT

    def _verdict(self, token: str) -> tuple[bool, bool]:
        """Whether a token is good before its transaction, and in it; always the same."""
        if token not in self._verdicts:
            draw, may = self.random.random, self.misfortune
            verdict = (draw() >= may.refused, draw() >= may.withdrawn)
            self._verdicts[token] = verdict
        return self._verdicts[token]

    def _commands16(self) -> list[Callable[[], AnyRequest]]:
        def start() -> AnyRequest:
            return v16.RemoteStartTransactionRequest(
                id_tag=self._token(), connector_id=self.random.randint(1, self.evses)
            )

        def reset() -> AnyRequest:
            return v16.ResetRequest(type=self.random.choice(list(v16.ResetType)))

        return [
            start,
            lambda: v16.RemoteStopTransactionRequest(transaction_id=len(self.numbers)),
            reset,
            self._availability,
            v16.GetConfigurationRequest,
            v16.ClearCacheRequest,
        ]

    def _questions16(self) -> list[Callable[[], AnyRequest]]:
        return [
            lambda: v16.TriggerMessageRequest(
                requested_message=self.whims.choice(list(v16.MessageTrigger)),
                connector_id=self._place(),
            ),
            lambda: v16.UnlockConnectorRequest(connector_id=self._place() or 1),
            lambda: v16.DataTransferRequest(**self._transfer()),
        ]

    def _place(self) -> int | None:
        """An EVSE, none, or one that does not exist."""
        places: list[int | None] = [None, *range(1, self.evses + 2)]
        return self.whims.choice(places)

    def _transfer(self) -> dict[str, Any]:
        message = self.whims.choice(["echo", "echo", "other"])
        data = f"{self.whims.getrandbits(32):08X}"
        return {"vendor_id": "com.example", "message_id": message, "data": data}

    def _questions2x(self) -> list[Callable[[], AnyRequest]]:
        def trigger() -> AnyRequest:
            place = self._place()
            messages = v201.MessageTriggerEnumType  # those that both versions have
            return v21.TriggerMessageRequest(
                requested_message=v21.MessageTriggerEnumType(self.whims.choice(list(messages))),
                evse=None if place is None else v21.EVSEType(id=place),
            )

        return [
            trigger,
            lambda: v21.UnlockConnectorRequest(evse_id=self._place() or 1, connector_id=1),
            lambda: v21.DataTransferRequest(**self._transfer()),
        ]

    def _commands2x(self) -> list[Callable[[], AnyRequest]]:
        def start() -> AnyRequest:
            return v21.RequestStartTransactionRequest(
                id_token=v21.IdTokenType(id_token=self._token(), type=IdTokenKind.CENTRAL),
                remote_start_id=self.random.randrange(1 << 30),
                evse_id=self.random.randint(1, self.evses),
            )

        def reset() -> AnyRequest:
            kinds = list(v21.ResetEnumType)
            if self._version is OcppVersion.V2_0_1:
                kinds.remove(v21.ResetEnumType.IMMEDIATE_AND_RESUME)
            return v21.ResetRequest(type=self.random.choice(kinds))

        return [
            start,
            lambda: v21.RequestStopTransactionRequest(transaction_id=self._transaction),
            reset,
            self._availability,
            lambda: v21.GetTransactionStatusRequest(transaction_id=self._transaction),
            v21.ClearCacheRequest,
        ]

    def _token(self) -> str:
        return f"{self.random.getrandbits(32):08X}"


def _info16(good: bool) -> v16.IdTagInfo:
    statuses = v16.AuthorizationStatus
    return v16.IdTagInfo(status=statuses.ACCEPTED if good else statuses.BLOCKED)


def _info2x(good: bool) -> v21.IdTokenInfoType:
    statuses = v21.AuthorizationStatusEnumType
    return v21.IdTokenInfoType(status=statuses.ACCEPTED if good else statuses.BLOCKED)


def _availability(command: AnyRequest) -> tuple[int, bool] | None:
    """The EVSE that a command takes out of service (True), or puts back; 0 for all."""
    match command:
        case v16.ChangeAvailabilityRequest():
            return command.connector_id, command.type is v16.AvailabilityType.INOPERATIVE
        case v21.ChangeAvailabilityRequest():
            evse_id = 0 if command.evse is None else command.evse.id
            inoperative = v21.OperationalStatusEnumType.INOPERATIVE
            return evse_id, command.operational_status is inoperative
        case _:
            return None
