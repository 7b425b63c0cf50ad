"""What the CSMS commands: to start and to stop a transaction (F01 to F03)."""

from dataclasses import dataclass

from pilotwire.station.authorization import AuthorizationBlock
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import setting
from pilotwire.station.device_model.standard import AuthCtrlr
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.state import Authorization
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.outcome import Outcome
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import (
    IdTokenKind,
    Reason,
    RequestStartStopStatus,
    TriggerReason,
)

__all__ = ["DEFINITIONS", "RemoteControl", "StartOutcome"]

DEFINITIONS = (setting(AuthCtrlr.AuthorizeRemoteStart, True),)

_REJECTED = RequestStartStopStatus.REJECTED
_ACCEPTED = RequestStartStopStatus.ACCEPTED


@dataclass(frozen=True, slots=True)
class StartOutcome(Outcome[RequestStartStopStatus]):
    """The answer to a remote start: also the transaction, where one runs there already."""

    transaction_id: str | None = None


class RemoteControl:
    """Starts and stops transactions for the CSMS."""

    __slots__ = ("_authorization", "_core", "_evses", "_standing")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._standing = core.standing
        self._evses = core.blocks[Evses]
        self._authorization = core.blocks[AuthorizationBlock]

    def request_start(
        self, token: IdToken, remote_start_id: int | None, evse_id: int | None = None
    ) -> StartOutcome:
        """Let `token` charge, on a given EVSE or on one that the station picks (F01.FR.20)."""
        evse = self._free(evse_id, token)
        if evse is None or self._standing.csms is None or not self._standing.open:
            return StartOutcome(_REJECTED)  # F01.FR.23, F01.FR.24, B02.FR.05
        return StartOutcome(
            _ACCEPTED,
            once_sent=lambda: self._core.spawn(self._start(evse, token, remote_start_id)),
            transaction_id=evse.transaction.id if evse.transaction else None,  # F01.FR.13
        )

    def request_stop(self, transaction_id: str) -> Outcome[RequestStartStopStatus]:
        """End a transaction (F03)."""
        evse = self._evses.running(transaction_id)
        if evse is None or self._standing.csms is None:
            return Outcome(_REJECTED)  # F03.FR.08, B02.FR.05
        return Outcome(_ACCEPTED, once_sent=lambda: self._core.spawn(self._stop(evse)))

    async def _start(self, evse: EvseControl, token: IdToken, remote_start_id: int | None) -> None:
        group = None
        if (
            self._core.device_model[AuthCtrlr.AuthorizeRemoteStart]  # F01.FR.01
            and token.kind != IdTokenKind.CENTRAL  # C05.FR.01
        ):
            info = await self._authorization.ask(token)
            if not info.accepted or (info.evse_ids and evse.id not in info.evse_ids):
                return
            group = info.group
        await evse.authorized(Authorization(token, group, remote_start_id))

    async def _stop(self, evse: EvseControl) -> None:
        cause = Cause(TriggerReason.REMOTE_STOP, Reason.REMOTE)
        if not await evse.deauthorized(cause):
            await evse.end(cause)

    def _free(self, evse_id: int | None, token: IdToken) -> EvseControl | None:
        free = [
            evse
            for evse in self._evses
            if evse.state.authorization is None
            and evse.state.refusal is None
            and not evse.state.kept_from(token)
            and (evse.transaction is None or evse.transaction.authorized_by is None)
            and evse_id in {None, evse.id}
        ]
        return min(free, key=lambda evse: not evse.state.connected, default=None)
