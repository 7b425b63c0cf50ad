"""The station's way to the CSMS: one connection at a time, and another when it is lost.

What the station says on a connection is `Provisioning`'s business; here it is opened, given the
dialect of the version that the CSMS accepted, and waited for.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace

from pilotwire.charging_station.handshake import Handshake
from pilotwire.charging_station.route import Route
from pilotwire.charging_station.surroundings import Environment, by_profile
from pilotwire.connection import Endpoint, OcppVersion, reconnect_delays
from pilotwire.dialects import Dialect, dialect_for
from pilotwire.dialects.application import Application
from pilotwire.errors import (
    ConnectionClosed,
    ConnectionRefused,
    CredentialsRefused,
    CsmsUnreachable,
)
from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.ocpp.base import Direction
from pilotwire.rpc import FrameDirection, Peer, Session, Transport, message_ids
from pilotwire.station.announcements import Announcements
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.events import Connected, Disconnected
from pilotwire.station.hardware.calls import words
from pilotwire.station.hooks import Hooks
from pilotwire.station.provisioning.conversation import Provisioning
from pilotwire.station.provisioning.network_profiles import Hop, NetworkProfile, NetworkProfiles
from pilotwire.station.provisioning.networks import Networks
from pilotwire.station.provisioning.password import AFTER_THE_ANSWER, Passwords
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.station import Station

__all__ = ["CsmsLink"]

log = logger(__name__)

MOST_VALUES = 10_000
"""How many values a message of the CSMS may have. While it is checked nothing else gets its turn, a
contactor that must open neither.
"""

BRING_UP_LIMIT = 120.0
"""Seconds that the application may take to bring up a network."""

PATIENCE = 3
"""After how many messages without a sign of life a connection is given up."""

LASTING = 1.0
"""Seconds after which a connection on which nothing was said has been a success."""


class CsmsLink:
    """What leads to the CSMS; the functions of the `application` answer before the station does.

    `endpoint` is asked at each attempt to connect where the CSMS is.
    """

    __slots__ = (
        "_announce",
        "_application",
        "_device_model",
        "_encrypted",
        "_endpoint",
        "_environment",
        "_heard",
        "_hooks",
        "_networks",
        "_own_password",
        "_passwords",
        "_said",
        "_station",
        "_transport",
        "dialect",
    )

    def __init__(
        self,
        endpoint: Callable[[], Endpoint],
        networks: NetworkProfiles,
        passwords: Passwords,
        device_model: DeviceModel,
        application: Application,
        hooks: Hooks,
        environment: Environment,
        announce: Announcements,
    ) -> None:
        self.dialect: Dialect | None = None
        """What is spoken on the connection; None while there is none."""
        self._endpoint = endpoint
        self._networks = networks
        self._passwords = passwords
        passwords.renew = networks.renew = self._renew
        self._hooks = hooks
        self._device_model = device_model
        self._application = application
        self._environment = environment
        self._announce = announce
        self._heard = False
        self._said = False
        self._encrypted = False
        self._own_password = False
        """Whether the latest attempt was made with the station's password, and not a profile's."""
        self._station: Station | None = None
        self._transport: Transport | None = None

    async def keep(self, station: Station) -> None:
        """Be connected, or about to be, without end."""
        self._station = station
        self._device_model.watch(OCPPCommCtrlr.WebSocketPingInterval, self._ping_every)
        delays = self._backoff()
        route = Route(station.blocks[Networks], self._device_model)
        certificates = station.blocks[Certificates]
        certificates.on_switched = self._renew_soon
        station.core.standing.renew = self._renew
        handshake = Handshake(
            self._environment.connector,
            certificates,
            station.blocks[SecurityEvents],
            self._device_model,
        )
        while True:
            hop = route.hop
            try:
                transport = await self._connect(hop, handshake)
            except (ConnectionRefused, ValueError) as error:
                delay = next(delays)
                if self._own_password and isinstance(error, CredentialsRefused):
                    self._passwords.refused()
                route.failed()
                why = printable(str(error))
                log.warning("no connection to the CSMS: %s; again in %.0f s", why, delay)
            else:
                self._heard = self._said = False
                route.arrived()
                if self._own_password:
                    self._passwords.taken(self._device_model)
                began = asyncio.get_running_loop().time()
                away = await self._converse(station, transport, hop)
                lasted = asyncio.get_running_loop().time() - began
                # A CSMS that drops connections at once, or leaves all unanswered, is not well yet,
                # though it takes them. That nobody had anything to say is no fault.
                if self._heard or (lasted >= LASTING and not self._said):
                    delays = self._backoff()
                delay = next(delays) if away is None else away
            await asyncio.sleep(delay)

    async def _connect(self, hop: Hop, handshake: Handshake) -> Transport:
        """One attempt to connect, to where the CSMS is now.

        Raises:
            ConnectionRefused: it failed.
            ValueError: the place can't be used.
        """
        ping_interval = self._device_model[OCPPCommCtrlr.WebSocketPingInterval]
        own, (_, profile) = self._endpoint(), hop
        self._networks.own_moved(own.url)
        place = own.url if profile is None else f"{profile.url} {profile.identity or ''}"
        password = self._passwords.next(self._device_model, place, own.password)
        secured = replace(own, password=password)
        if profile is not None:
            endpoint = by_profile(secured, profile)
            await self._bring_up(profile)
        elif self._networks.own_raised:
            endpoint = by_profile(secured, self._networks.own)
        else:
            endpoint = own if own.password is None else secured
        self._encrypted = endpoint.encrypted
        self._own_password = endpoint.password not in {None, profile and profile.password}
        return await handshake.connect(
            replace(endpoint, ping_interval=ping_interval),
            migrating=hop != self._networks.trial and profile != self._networks.worked,
        )

    async def _bring_up(self, profile: NetworkProfile) -> None:
        """Let the application see to the network that a profile wants (B09)."""
        if self._hooks.network is None:
            return
        try:
            async with asyncio.timeout(BRING_UP_LIMIT):
                await self._hooks.network(profile)
        except Exception as error:  # the application's code may raise anything
            raise CsmsUnreachable(f"the network does not come up: {words(error)}") from error

    async def _converse(self, station: Station, transport: Transport, hop: Hop) -> float | None:
        """Work on a connection until it is lost; the seconds to stay away if the CSMS said so."""
        dialect = dialect_for(OcppVersion.parse(transport.subprotocol), station, self._application)
        peer = Peer(
            transport,
            edition=dialect.version.edition,
            session=Session(dialect.version.edition, max_values=MOST_VALUES),
            actions=dialect.actions,
            sends=Direction.FROM_STATION,
            handler=dialect,
            message_timeout=self._message_timeout(hop),
            new_id=message_ids(self._environment.random),
            tap=self._passed,
            validation=self._environment.validation,
            patience=PATIENCE,
            on_invalid=station.blocks[SecurityEvents].invalid_message,
        )
        dialect.attach(peer)
        self.dialect, self._transport = dialect, transport
        log.info("connected to the CSMS with OCPP %s", dialect.version)
        self._announce(Connected(dialect.version))
        conversation = asyncio.create_task(_until_closed(station, dialect))
        reading = asyncio.create_task(peer.run())
        try:
            await asyncio.wait({conversation, reading}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.dialect = self._transport = None
            conversation.cancel()
            try:
                station.blocks[Provisioning].disconnected()
            finally:  # those who are told may write to the store
                await transport.close()
                # Both are over now; a failure of either is raised below, or with a greater one.
                await asyncio.gather(conversation, reading, return_exceptions=True)
            log.info("disconnected from the CSMS: %s", peer.closed)
            self._announce(Disconnected(str(peer.closed)))
        reading.result()
        return None if conversation.cancelled() else conversation.result()

    def _message_timeout(self, hop: Hop) -> float:
        _, profile = hop
        if profile is None:
            return self._device_model[OCPPCommCtrlr.MessageTimeout_Default]
        return profile.message_timeout

    def _renew_soon(self) -> None:
        """There is another certificate; the answer to the CSMS must leave first."""
        if self._encrypted:
            asyncio.get_running_loop().call_later(AFTER_THE_ANSWER, self._renew)

    def _renew(self) -> None:
        """Close the connection: the next one is made as it is to be now."""
        if self._transport is not None and self._station is not None:
            self._station.core.spawn(self._transport.close(1000, "to connect anew"))

    def _ping_every(self, seconds: int) -> None:
        if self._transport is not None:
            self._transport.ping_every(seconds)

    def _passed(self, direction: FrameDirection, text: str) -> None:
        if direction is FrameDirection.RECEIVED:
            self._heard = True
        else:
            self._said = True
        tap = self._environment.tap
        if tap is not None:
            try:
                tap(direction, text)
            except Exception:  # the application's code may raise anything
                log.exception("the tap failed")

    def _backoff(self) -> Iterator[float]:
        model = self._device_model
        return reconnect_delays(
            wait_minimum=model[OCPPCommCtrlr.RetryBackOffWaitMinimum],
            random_range=model[OCPPCommCtrlr.RetryBackOffRandomRange],
            repeat_times=model[OCPPCommCtrlr.RetryBackOffRepeatTimes],
            random=self._environment.random,
        )


async def _until_closed(station: Station, dialect: Dialect) -> float | None:
    away: float | None = None
    try:
        away = await station.blocks[Provisioning].converse(dialect)
    except* ConnectionClosed:
        pass
    return away
