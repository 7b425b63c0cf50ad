"""The CSMS of a simulation: it does its part of OCPP right, when it does not err on purpose.

What it was told is kept as it was said, message by message, for the judges to read afterwards.
"""

import asyncio
import json
from dataclasses import dataclass, field
from random import Random

from pilotwire.connection import OcppVersion
from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.base import Action, Message, Response
from pilotwire.rpc import Call, Edition, FrameDirection, Peer, Transport, parse
from tests.simulation.misfortune import Misfortune
from tests.support.scene import Opponent, now

__all__ = ["Backend", "Told"]

LATE = 45.0
"""Seconds after which a late answer comes: the station waits 30."""


@dataclass
class Told:
    """A CALL of the station as it arrived: its id and payload, and whether it was taken."""

    message_id: str
    action: str
    payload: str
    version: str


@dataclass
class Backend:
    """A CSMS for both versions that remembers transactions over its own restarts."""

    random: Random
    misfortune: Misfortune
    bad: bool = True
    told: list[Told] = field(default_factory=list[Told])
    taken: list[Message] = field(default_factory=list[Message])
    numbers: dict[str, int] = field(default_factory=dict[str, int])
    peer: Peer | None = None
    accepted: bool = False
    rebooted: bool = True
    """The station has died since its last connection, so its next one begins with a boot."""
    protocol_errors: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self._yes = Opponent()

    async def serve(self, identity: str, transport: Transport) -> None:
        version = OcppVersion.parse(transport.subprotocol)
        if version is OcppVersion.V1_6:
            from pilotwire.ocpp.v16.actions import ACTIONS
        else:
            from pilotwire.ocpp.v201.actions import ACTIONS
        if self.rebooted:
            self.accepted = self.rebooted = False

        def tap(direction: FrameDirection, text: str) -> None:
            frame = parse(text)
            if direction is FrameDirection.RECEIVED and isinstance(frame, Call):
                self._heard(frame, version)

        self.peer = Peer(
            transport,
            edition=Edition(version.value),
            actions=ACTIONS,
            handler=self._handle,
            tap=tap,
        )
        await self.peer.run()

    def _heard(self, call: Call, version: OcppVersion) -> None:
        payload = json.dumps(call.payload, sort_keys=True)
        self.told.append(Told(call.message_id, call.action, payload, version))
        if not self.accepted and call.action != "BootNotification":
            self.protocol_errors.append(f"{call.action} before the station was accepted")
        self._message_id = call.message_id

    async def _handle(self, action: Action, request: Message, /) -> Response:
        message_id = self._message_id
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
                status = self._registration()
                return v16.BootNotificationResponse(
                    status=v16.RegistrationStatus(status), current_time=now(), interval=60
                )
            case v201.BootNotificationRequest():
                status = self._registration()
                return v201.BootNotificationResponse(
                    status=v201.RegistrationStatusEnumType(status), current_time=now(), interval=60
                )
            case v16.StartTransactionRequest():
                number = self.numbers.setdefault(message_id, len(self.numbers) + 1)
                return v16.StartTransactionResponse(
                    transaction_id=number,
                    id_tag_info=v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED),
                )
            case _:
                return self._yes._yes(request)

    def _registration(self) -> str:
        if self.bad and self.random.random() < self.misfortune.pending:
            self.accepted = False
            return self.random.choice(["Pending", "Rejected"])
        self.accepted = True
        return "Accepted"
