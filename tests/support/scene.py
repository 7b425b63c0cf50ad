"""A station and a scripted CSMS in one process, under virtual time: where the behaviour tests play.

async with scene("1.6") as s:
    await s.plug_in_and_swipe()
    await s.heard(v16.StartTransactionRequest)
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from typing import Any, TypeVar, cast

from pilotwire.charging_station import (
    CertificateFolder,
    ChargingStation,
    Environment,
    FileFolder,
    FirmwarePublisher,
    Network,
)
from pilotwire.connection import OcppVersion
from pilotwire.errors import CsmsUnreachable
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Action, Direction, Message, Request, Response
from pilotwire.ocpp.specs import Variable
from pilotwire.rpc import Peer, Transport, Validation, message_ids
from pilotwire.station.clock import Clock
from pilotwire.station.smart_charging.sharing import SharingPolicy, fair_share
from pilotwire.store import CAPACITY, Store
from tests.support.editions import in_types_of, said_in, twin
from tests.support.memory_link import Faults, MemoryConnector
from tests.support.settings import to_settings
from tests.support.tls_link import TlsCsms

__all__ = ["EPOCH", "TOKEN", "Opponent", "Scene", "Settings", "actions", "charge", "now", "scene"]

EPOCH = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""The time of day when virtual time is 0."""

TOKEN = "04A1B2C3"
"""What drivers show, where it does not matter who they are."""

M = TypeVar("M", bound=Message)
R = TypeVar("R", bound=Response)
Q = TypeVar("Q", bound=Request[Any])

Settings = Mapping[Variable[Any], object]

Script = Callable[[Any], Response | Awaitable[Response]]


def actions(version: OcppVersion) -> Mapping[str, Action]:
    """All messages of a version."""
    match version:
        case OcppVersion.V1_6:
            from pilotwire.ocpp.v16.actions import ACTIONS
        case OcppVersion.V2_0_1:
            from pilotwire.ocpp.v201.actions import ACTIONS
        case OcppVersion.V2_1:
            from pilotwire.ocpp.v21.actions import ACTIONS
    return ACTIONS


def now() -> datetime:
    """The time of day in the scene."""
    return EPOCH + timedelta(seconds=asyncio.get_running_loop().time())


class SceneClock:
    """A `Clock` of the scene's time."""

    def now(self) -> datetime:
        return now()


@dataclass(frozen=True)
class Heard:
    """A request of the station: when it came (seconds of virtual time), and under which id."""

    at: float
    request: Message


@dataclass
class Opponent:
    """A CSMS that says yes to everything, until a test gives it another answer to a request.

    What it hears in 2.0.1 it has in the types of 2.1. A test may use those of either version, on a
    connection of either: what is said is in the words of the connection.
    """

    boot_interval: int = 300
    heard: list[Heard] = field(default_factory=list[Heard])
    scripts: dict[type[Message], Script] = field(default_factory=dict[type[Message], Script])
    peer: Peer | None = None
    version: OcppVersion = OcppVersion.V2_1
    transactions: int = 0
    came: asyncio.Condition = field(default_factory=asyncio.Condition)

    def answer(
        self, request: type[Q], script: Callable[[Q], Response | Awaitable[Response]]
    ) -> None:
        """Answer requests of a type with what `script` returns; it may raise CallRefused."""
        self.scripts[twin(request)] = lambda heard: script(in_types_of(heard, request))

    def requests(self, *kinds: type[M]) -> list[M]:
        """What has been heard, of these types."""
        of = {twin(kind): kind for kind in kinds}
        return [
            in_types_of(heard.request, of[type(heard.request)])
            for heard in self.heard
            if type(heard.request) in of
        ]

    def actions(self) -> list[str]:
        """The names of all that has been heard."""
        return [heard.request.action for heard in self.heard]

    async def call(self, request: Request[R]) -> R:
        """Send the station a request."""
        assert self.peer is not None, "the station is not connected"
        response = await self.peer.call(said_in(self.version, request))
        return in_types_of(response, request.response_type())

    async def serve(self, identity: str, transport: Transport) -> None:
        """Take a connection."""
        version = OcppVersion.parse(transport.subprotocol)
        peer = Peer(
            transport,
            edition=version.edition,
            actions=actions(version),
            sends=Direction.FROM_CSMS,
            handler=partial(self._handle, version),
            new_id=message_ids(Random(len(self.heard))),
        )
        self.peer, self.version = peer, version
        await peer.run()

    async def _handle(self, version: OcppVersion, action: Action, said: Message, /) -> Response:
        request = in_types_of(said, twin(type(said)))
        self.heard.append(Heard(asyncio.get_running_loop().time(), request))
        async with self.came:
            self.came.notify_all()
        script = self.scripts.get(type(request), self._yes)
        answer = script(request)
        return said_in(version, answer if isinstance(answer, Response) else await answer)

    def _yes(self, request: Message) -> Response:
        match request:
            case v16.BootNotificationRequest():
                return v16.BootNotificationResponse(
                    status=v16.RegistrationStatus.ACCEPTED,
                    current_time=now(),
                    interval=self.boot_interval,
                )
            case v16.AuthorizeRequest():
                return v16.AuthorizeResponse(id_tag_info=_accepted16())
            case v16.StartTransactionRequest():
                self.transactions += 1
                return v16.StartTransactionResponse(
                    transaction_id=self.transactions, id_tag_info=_accepted16()
                )
            case v16.HeartbeatRequest():
                return v16.HeartbeatResponse(current_time=now())
            case v21.BootNotificationRequest():
                return v21.BootNotificationResponse(
                    status=v21.RegistrationStatusEnumType.ACCEPTED,
                    current_time=now(),
                    interval=self.boot_interval,
                )
            case v21.AuthorizeRequest():
                return v21.AuthorizeResponse(id_token_info=_accepted2x())
            case v21.HeartbeatRequest():
                return v21.HeartbeatResponse(current_time=now())
            case v21.TransactionEventRequest(id_token=v21.IdTokenType()):
                return v21.TransactionEventResponse(id_token_info=_accepted2x())
            case Request():
                answered = cast("Request[Response]", request)  # pyright: ignore[reportUnnecessaryCast]  # pyright sees what mypy does not
                return answered.response_type()()
            case _:
                raise AssertionError(f"no answer to {request!r}")


def _accepted16() -> v16.IdTagInfo:
    return v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED)


def _accepted2x() -> v21.IdTokenInfoType:
    return v21.IdTokenInfoType(status=v21.AuthorizationStatusEnumType.ACCEPTED)


@dataclass
class Scene:
    """The station, its hardware, its CSMS and the network between them."""

    station: ChargingStation[SimulatedStation]
    hardware: SimulatedStation
    csms: Opponent
    network: MemoryConnector

    @property
    def evse(self) -> SimulatedEvse:
        """EVSE 1."""
        return self.hardware.evse(1)

    async def plug_in_and_swipe(self, vehicle: ElectricVehicle | None = None) -> None:
        """A driver plugs in, then shows `TOKEN`."""
        await self.evse.plug_in(vehicle or ElectricVehicle())
        await self.evse.swipe(TOKEN)

    async def wait(self, seconds: float) -> None:
        """Let time pass."""
        await asyncio.sleep(seconds)

    async def hears(self, kind: type[M], *, count: int = 1, limit: float = 600.0) -> M:
        """Wait until the CSMS has heard `count` requests of a type; the last of them."""
        async with asyncio.timeout(limit), self.csms.came:
            await self.csms.came.wait_for(lambda: len(self.csms.requests(kind)) >= count)
        return self.csms.requests(kind)[count - 1]

    def cut(self) -> None:
        """Break the connection."""
        self.network.links[-1].cut()

    def go_offline(self) -> None:
        """Break the connection, and let none be opened until `go_online`."""
        self.network.refusal = CsmsUnreachable("no network")
        self.cut()

    def go_online(self) -> None:
        """Let the station connect again; it does when its back-off is over."""
        self.network.refusal = None


@asynccontextmanager
async def scene(
    *versions: str,
    evses: int = 1,
    settings: Settings | None = None,
    csms: Opponent | None = None,
    store: Store | None = None,
    hardware: SimulatedStation | None = None,
    latency: float = 0.01,
    faults: Faults | None = None,
    offered: tuple[str, ...] | None = None,
    seed: int = 1,
    booted: bool = True,
    clock: Clock | None = None,
    outbox_capacity: int = CAPACITY,
    prepare: Callable[[ChargingStation[SimulatedStation]], object] = lambda _: None,
    validation: Validation = "strict",
    password: str | None = None,
    url: str = "ws://csms.example/ocpp",
    certificates: CertificateFolder | None = None,
    files: FileFolder | None = None,
    unsigned_firmware: bool = False,
    downloads_while_charging: bool = True,
    publisher: FirmwarePublisher | None = None,
    tls: TlsCsms | None = None,
    firmware: str = "1.0",
    max_current_a: float | None = None,
    sharing: SharingPolicy = fair_share,
) -> AsyncGenerator[Scene]:
    """A running station; `prepare` is what its application does before it starts. With `booted`, it
    has been accepted and has told its statuses. With `tls` its connection is one of TLS, to the
    first of these CSMSs.
    """
    opponent = csms or Opponent()
    hardware = hardware or SimulatedStation(evses=evses)
    async with MemoryConnector(
        opponent.serve, versions=versions, latency=latency, faults=faults
    ) as network:
        if tls is not None:
            url, network.judge = tls.url, tls.judge
        station = ChargingStation(
            identity="CS-0042",
            vendor="Example",
            model="One",
            serial_number="SN-1",
            firmware_version=firmware,
            csms=Network(url, offered or versions, password, unsecured=True),
            hardware=hardware,
            store=store or Store(":memory:"),
            settings=to_settings(settings),
            environment=Environment(
                clock or SceneClock(), Random(seed), network, validation=validation
            ),
            outbox_capacity=outbox_capacity,
            certificates=certificates,
            files=files,
            max_current_a=max_current_a,
            sharing=sharing,
            unsigned_firmware=unsigned_firmware,
            downloads_while_charging=downloads_while_charging,
            publisher=publisher,
        )
        prepare(station)
        async with station:
            stage = Scene(station, hardware, opponent, network)
            if booted:
                await station.wait_accepted()
                await asyncio.sleep(1.0)
            yield stage


async def charge(s: Scene) -> None:
    """Plug in, show the token, and see energy flow for half a minute."""
    await s.plug_in_and_swipe()
    await s.wait(30)
    assert s.evse.contactor.closed
