"""The CSMS of a simulation: it does its part of OCPP right, when it does not err on purpose.

What it was told is kept as it was said, message by message, for the judges to read afterwards.
"""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from pilotwire.connection import OcppVersion
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.base import Action, Message, Response
from pilotwire.rpc import Call, Edition, FrameDirection, Peer, Transport, parse
from tests.simulation.misfortune import Misfortune
from tests.support.frames import FrameJudge
from tests.support.scene import Opponent, now

__all__ = ["Backend", "Told"]

LATE = 45.0
"""Seconds after which a late answer comes: the station waits 30."""

HEARTBEAT = 900


@dataclass(frozen=True, slots=True)
class Told:
    """A CALL of the station as it arrived."""

    message_id: str
    action: str
    payload: str
    version: str


@dataclass
class Backend:
    """A CSMS for both versions that remembers transactions over its own restarts.

    `knows` tells whether it takes messages of the station; `expects_boot` whether the station must
    know that nothing but a boot is allowed.
    """

    random: Random
    misfortune: Misfortune
    bad: bool = True
    told: list[Told] = field(default_factory=list[Told])
    taken: list[Message] = field(default_factory=list[Message])
    numbers: dict[str, int] = field(default_factory=dict[str, int])
    wrongs: list[str] = field(default_factory=list[str])
    trace: list[str] = field(default_factory=list[str])
    knows: bool = False
    expects_boot: bool = True
    rebooted: bool = True
    """The station has died since its last connection, so its next one begins with a boot."""
    clock_offset: timedelta = timedelta(0)
    passed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a message passes."""

    def __post_init__(self) -> None:
        self._yes = Opponent()
        self._message_id = ""

    def forget(self) -> None:
        """Restart: who was accepted is forgotten, what happened is not."""
        self.knows = False

    def now(self) -> datetime:
        """The CSMS's time of day."""
        return now() + self.clock_offset

    async def serve(self, identity: str, transport: Transport) -> None:
        """Take a connection of the station."""
        version = OcppVersion.parse(transport.subprotocol)
        if version is OcppVersion.V1_6:
            from pilotwire.ocpp.v16.actions import ACTIONS
        else:
            from pilotwire.ocpp.v201.actions import ACTIONS
        if self.rebooted:
            self.expects_boot, self.rebooted = True, False
        judge = FrameJudge(Edition(version.value))

        def tap(direction: FrameDirection, text: str) -> None:
            sent = direction is FrameDirection.SENT
            at = asyncio.get_running_loop().time()
            self.trace.append(f"{at:12.3f} {'<-' if sent else '->'} {text}")
            self.passed.set()
            try:
                judge.see(text, sent=sent)
            except AssertionError as error:
                self.wrongs.append(str(error))
            frame = parse(text)
            if isinstance(frame, Call) and not sent:
                self._heard(frame, version)

        peer = Peer(
            transport,
            edition=Edition(version.value),
            actions=ACTIONS,
            handler=self._handle,
            tap=tap,
        )
        await peer.run()

    def _heard(self, call: Call, version: OcppVersion) -> None:
        payload = json.dumps(call.payload, sort_keys=True)
        self.told.append(Told(call.message_id, call.action, payload, version))
        if self.expects_boot and call.action != "BootNotification":
            self.wrongs.append(f"{call.action} before the station was accepted")
        self._message_id = call.message_id

    async def _handle(self, action: Action, request: Message, /) -> Response:
        message_id = self._message_id
        if not self.knows and action.name != "BootNotification":
            raise CallRefused("SecurityError", "who are you?")
        if self.bad and self.random.random() < self.misfortune.error:
            raise CallRefused("InternalError", "drawn by lot")
        response = self._answer(request, message_id)
        if self.bad and self.random.random() < self.misfortune.late:
            await asyncio.sleep(LATE)
        return response

    def _answer(self, request: Message, message_id: str) -> Response:
        self.taken.append(request)
        match request:
            case v16.BootNotificationRequest():
                status, interval = self._registration()
                return v16.BootNotificationResponse(
                    status=v16.RegistrationStatus(status),
                    current_time=self.now(),
                    interval=interval,
                )
            case v201.BootNotificationRequest():
                status, interval = self._registration()
                return v201.BootNotificationResponse(
                    status=v201.RegistrationStatusEnumType(status),
                    current_time=self.now(),
                    interval=interval,
                )
            case v16.HeartbeatRequest():
                return v16.HeartbeatResponse(current_time=self.now())
            case v201.HeartbeatRequest():
                return v201.HeartbeatResponse(current_time=self.now())
            case v16.StartTransactionRequest():
                number = self.numbers.setdefault(message_id, len(self.numbers) + 1)
                return v16.StartTransactionResponse(
                    transaction_id=number,
                    id_tag_info=v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED),
                )
            case _:
                return self._yes._yes(request)

    def _registration(self) -> tuple[str, int]:
        if self.bad and self.random.random() < self.misfortune.pending:
            self.knows, self.expects_boot = False, True
            return self.random.choice(["Pending", "Rejected"]), 60
        self.knows, self.expects_boot = True, False
        return "Accepted", HEARTBEAT
