"""A case of 1.6 in play, and the reusable states of the official document, each written once.

async with case({Keys.ConnectionTimeOut: "30"}) as play:
    await play.charging()
    await play.expect(v16.StopTransactionRequest, reason="Remote")
"""

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from pilotwire.charging_station import CertificateFolder, FileFolder
from pilotwire.hal.simulated import ElectricVehicle, SimulatedEvse, SimulatedStation
from pilotwire.ocpp import v16
from pilotwire.ocpp.base import Request, Response
from pilotwire.ocpp.specs import ConfigurationKey
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.store import Store
from tests.support.scene import TOKEN, Opponent, Scene, Settings, now, scene
from tests.support.script import Script, agree
from tests.support.tls_link import TlsCsms

__all__ = [
    "DURATION",
    "INVALID",
    "VALID",
    "VALID_2",
    "Boot",
    "Configuration",
    "Play",
    "availability",
    "case",
    "start_request",
]

VALID = TOKEN
VALID_2 = "04D4E5F6"
INVALID = "04000000"

DURATION = 30.0
"""How long a transaction goes on before it is ended, in seconds."""

Configuration = Mapping[ConfigurationKey[Any], str]
Boot = tuple[str, int]
R = TypeVar("R", bound=Response)


class Play(Script):
    """The central system with its tokens, and connector 1, which the case is about."""

    def __init__(self, s: Scene) -> None:
        super().__init__(s)
        self.tokens: dict[str, v16.IdTagInfo] = {}
        self.vehicle = ElectricVehicle()
        self.transaction_id = 0

    # The central system.

    def install(self, boots: tuple[Boot, ...]) -> None:
        """Let the central system answer as the case has it."""
        csms = self.s.csms
        left = list(boots)

        def boot(_: v16.BootNotificationRequest) -> v16.BootNotificationResponse:
            status, interval = left.pop(0) if len(left) > 1 else left[0]
            return v16.BootNotificationResponse(
                status=v16.RegistrationStatus(status), current_time=now(), interval=interval
            )

        def start(request: v16.StartTransactionRequest) -> v16.StartTransactionResponse:
            self.transaction_id += 1
            return v16.StartTransactionResponse(
                transaction_id=self.transaction_id, id_tag_info=self._info(request.id_tag)
            )

        csms.answer(v16.BootNotificationRequest, boot)
        csms.answer(v16.StartTransactionRequest, start)
        csms.answer(
            v16.AuthorizeRequest,
            lambda request: v16.AuthorizeResponse(id_tag_info=self._info(request.id_tag)),
        )

    def know(self, token: str, status: str = "Accepted", parent: str | None = None) -> None:
        """What the central system says of a token from now on."""
        self.tokens[token] = v16.IdTagInfo(
            status=v16.AuthorizationStatus(status), parent_id_tag=parent
        )

    def _info(self, token: str) -> v16.IdTagInfo:
        accepted = v16.IdTagInfo(status=v16.AuthorizationStatus.ACCEPTED)
        return self.tokens.get(token, accepted)

    async def call(self, request: Request[R], **fields: object) -> R:
        """Send a request; the answer must have these fields."""
        response = await self.s.csms.call(request)
        agree(response, **fields)
        return response

    async def keys(self, *keys: ConfigurationKey[Any]) -> dict[str, str]:
        """The values of keys, or of all."""
        request = v16.GetConfigurationRequest(key=[key.name for key in keys] or None)
        response = await self.call(request, unknown_key=None)
        return {key.key: key.value or "" for key in response.configuration_key or ()}

    async def configure(
        self, configuration: Configuration, *, if_implemented: Configuration | None = None
    ) -> None:
        """Set keys, as the preparation of a case does."""
        for key, value in configuration.items():
            status = await self.change(key.name, value)
            assert status in {"Accepted", "RebootRequired"}, f"{key.name} = {value}: {status}"
        for key, value in (if_implemented or {}).items():
            await self.change(key.name, value)

    async def change(self, key: str, value: str) -> str:
        """Change a key; the status."""
        request = v16.ChangeConfigurationRequest(key=key, value=value)
        return (await self.call(request)).status.value

    # What is told.

    async def status(
        self, *allowed: str, connector: int = 1, limit: float = 60.0
    ) -> v16.StatusNotificationRequest:
        """The next status of a connector is one of these."""
        return await self.expect(
            v16.StatusNotificationRequest,
            among=lambda one: (
                isinstance(one, v16.StatusNotificationRequest) and one.connector_id == connector
            ),
            limit=limit,
            status=set(allowed),
        )

    async def all_statuses(self, *first: str, others: str = "Available") -> None:
        """The statuses of all connectors and of connector 0 are told; `first` are those of 1."""
        await self.status(others, connector=0)
        await self.status(*(first or (others,)))
        await self.status(others, connector=2)

    # What people do.

    @property
    def evse(self) -> SimulatedEvse:
        """The hardware of connector 1."""
        return self.s.hardware.evse(1)

    async def plug_in(self) -> None:
        """A driver plugs in the cable; the connector is prepared."""
        await self.evse.plug_in(self.vehicle)
        await self.status("Preparing")

    async def present(self, token: str = VALID) -> None:
        """A driver shows a card."""
        await self.evse.swipe(token)

    async def unplug(self) -> None:
        """A driver takes the cable, once it is free."""
        await self.s.wait(1)
        await self.evse.unplug()
        self.vehicle = ElectricVehicle()

    # The reusable states.

    async def authorized(self) -> None:
        """Authorized."""
        await self.present()
        await self.expect(v16.AuthorizeRequest, id_tag=VALID)
        await self.status("Preparing")

    async def remote_start(self) -> None:
        """A start from afar, and the question about its token where the key wants one."""
        asks = (await self.keys(Keys.AuthorizeRemoteTxRequests))[
            Keys.AuthorizeRemoteTxRequests.name
        ]
        await self.call(start_request(), status="Accepted")
        if asks == "true":
            await self.expect(v16.AuthorizeRequest, id_tag=VALID)

    async def charging(self) -> None:
        """Charging: plugged in first, and started from afar."""
        await self.plug_in()
        await self.remote_start()
        await self.expect(v16.StartTransactionRequest, connector_id=1, id_tag=VALID)
        await self.status("Charging")

    async def unavailable(self, connector: int = 1) -> None:
        """SetConnectorUnavailable, or SetChargePointUnavailable for 0."""
        await self.call(availability("Inoperative", connector), status="Accepted")
        if connector:
            await self.status("Unavailable", connector=connector)
        else:
            await self.all_statuses(others="Unavailable")

    async def id_tag_cached(self) -> None:
        """IdTagCached."""
        await self.configure({Keys.AuthorizationCacheEnabled: "true"})
        await self.charging()
        await self.present()
        stop = await self.expect(v16.StopTransactionRequest)
        assert stop.transaction_id == self.transaction_id
        await self.status("Finishing")
        await self.unplug()
        await self.status("Available")

    async def boots(self) -> None:
        """The station restarts, and says so."""
        await self.expect(v16.BootNotificationRequest, limit=600)


def start_request(connector: int | None = 1) -> v16.RemoteStartTransactionRequest:
    """A start from afar."""
    return v16.RemoteStartTransactionRequest(id_tag=VALID, connector_id=connector)


def availability(kind: str, connector: int) -> v16.ChangeAvailabilityRequest:
    """A request to make a connector, or all, operative or inoperative."""
    return v16.ChangeAvailabilityRequest(connector_id=connector, type=v16.AvailabilityType(kind))


@asynccontextmanager
async def case(
    configuration: Configuration | None = None,
    *,
    if_implemented: Configuration | None = None,
    hardware: SimulatedStation | None = None,
    store: Store | None = None,
    boots: tuple[Boot, ...] = (("Accepted", 3600),),
    booted: bool = True,
    certificates: CertificateFolder | None = None,
    files: FileFolder | None = None,
    unsigned_firmware: bool = False,
    password: str | None = None,
    tls: TlsCsms | None = None,
    url: str = "ws://csms.example/ocpp",
    settings: Settings | None = None,
) -> AsyncGenerator[Play]:
    """A case with the general conditions of the document, and its configuration state.

    Without `booted` the station has only just been switched on, and is not configured. With `tls`
    its connection is one of TLS, to the first of these CSMSs.
    """
    csms = Opponent()
    hardware = hardware or SimulatedStation(2)
    async with scene(
        "1.6",
        hardware=hardware,
        csms=csms,
        store=store,
        booted=False,
        certificates=certificates,
        files=files,
        unsigned_firmware=unsigned_firmware,
        password=password,
        tls=tls,
        url=url,
        settings=settings,
    ) as s:
        play = Play(s)
        play.install(boots)
        if booted:
            await s.station.wait_accepted()
            await s.wait(1)
            general = {Keys.MinimumStatusDuration: "0", **(if_implemented or {})}
            await play.configure(configuration or {}, if_implemented=general)
            play.forget()
        yield play
