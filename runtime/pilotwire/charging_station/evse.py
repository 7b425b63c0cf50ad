"""One EVSE of a station, for its application: how it is, and what it can be told."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pilotwire.charging_station.errors import NotConnectedError
from pilotwire.hal.interfaces import AnyTokenKind, TokenKind
from pilotwire.station.authorization.block import NO_TOKEN, AuthorizationBlock
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.smart_charging.priority import PriorityCharging
from pilotwire.station.station import Station
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import Reason, TriggerReason

__all__ = ["Evse"]

_TRIGGERS: Mapping[Reason, TriggerReason] = MappingProxyType(
    {
        Reason.LOCAL: TriggerReason.STOP_AUTHORIZED,
        Reason.STOPPED_BY_EV: TriggerReason.CHARGING_STATE_CHANGED,
        Reason.ENERGY_LIMIT_REACHED: TriggerReason.ENERGY_LIMIT_REACHED,
        Reason.TIME_LIMIT_REACHED: TriggerReason.TIME_LIMIT_REACHED,
        Reason.TIMEOUT: TriggerReason.EV_CONNECT_TIMEOUT,
        Reason.DE_AUTHORIZED: TriggerReason.DEAUTHORIZED,
    }
)
"""What is told of a stop besides its reason; of all others that something was not as it should."""


class Evse:
    """An EVSE of a running station: `station.evse(1)`."""

    __slots__ = ("_station", "id")

    def __init__(self, evse_id: int, station: Callable[[], Station | None]) -> None:
        self.id = evse_id
        self._station = station

    @property
    def snapshot(self) -> EvseSnapshot:
        """What there is to see of it now.

        Raises:
            NotConnectedError: the station does not run.
        """
        return self._control().snapshot()

    async def authorize(self, token: str, kind: AnyTokenKind = TokenKind.ISO14443) -> bool:
        """Do what happens when somebody shows a token at the reader of this EVSE (C01): a session
        begins, or that of the token ends.

        Whether it did either; `TokenRefused` among the station's events tells why not.

        Raises:
            NotConnectedError: the station does not run.
            ValueError: the token has no or more than 255 characters.
        """
        if not 0 < len(token) <= 255:
            raise ValueError("a token has 1 to 255 characters")
        block = self._running().blocks[AuthorizationBlock]
        return await block.present(IdToken(token, kind), self.id)

    async def start(self, token: str | None = None, kind: AnyTokenKind = TokenKind.LOCAL) -> bool:
        """Begin a session that nobody is asked about: a button was pressed, or the application
        knows the token (C02, C04).

        Without a token it is told as NoAuthorization. Whether it has begun; `TokenRefused` tells
        why not.

        Raises:
            NotConnectedError: the station does not run.
        """
        block = self._running().blocks[AuthorizationBlock]
        return await block.begin(
            NO_TOKEN if token is None else IdToken(token, kind), self._control()
        )

    async def stop(self, reason: Reason = Reason.LOCAL) -> bool:
        """End the session here, and the transaction as TxStopPoint has it (E06); `reason` is what
        the CSMS is told. False where there is none.

        Raises:
            NotConnectedError: the station does not run.
        """
        trigger = _TRIGGERS.get(reason, TriggerReason.ABNORMAL_CONDITION)
        return await self._control().deauthorized(Cause(trigger, reason))

    async def limit(self, amperes: float | None) -> bool:
        """Offer at most so many amperes a phase from now on; None: as many as the hardware can. Too
        few to be offered are no energy at all. False where that is no news.

        Raises:
            NotConnectedError: the station does not run.
            ValueError: it is no number.
        """
        return await self._control().limit(amperes)

    def use_priority_charging(self, *, activate: bool = True) -> bool:
        """Let the transaction charge with priority, because somebody here wants it, or no longer
        (2.1 K22): what the CSMS allows transactions with priority counts, and not what it allows
        this one.

        False if that can't be: no transaction runs, or the CSMS has not said how much they may
        have. Who wanted it should be told (K22.FR.01).

        Raises:
            NotConnectedError: the station does not run.
            StoreUnwritableError: it can't be put down; nothing has changed.
        """
        block = self._running().blocks[PriorityCharging]
        return block.use_at(self.id, activate=activate)

    @property
    def priority_charging(self) -> bool:
        """Whether its transaction charges with priority.

        Raises:
            NotConnectedError: the station does not run.
        """
        running = self._control().transaction
        block = self._running().blocks[PriorityCharging]
        return running is not None and block.active(running.id)

    def _running(self) -> Station:
        station = self._station()
        if station is None:
            raise NotConnectedError("the station does not run")
        return station

    def _control(self) -> EvseControl:
        return self._running().evses.get(self.id)
