"""What the CSMS commands: to start and to stop a transaction (F01 to F03)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pilotwire.station.authorization import AuthorizationBlock
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import AuthCtrlr
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.state import Authorization
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import Reason, RequestStartStopStatus, TriggerReason

__all__ = ["RemoteControl", "StartStopAnswer"]


@dataclass(frozen=True, slots=True)
class StartStopAnswer:
    """The answer to a command, and what is to begin once it has been sent."""

    status: RequestStartStopStatus
    transaction_id: str | None = None
    once_sent: Callable[[], None] = lambda: None


_REJECTED = StartStopAnswer(RequestStartStopStatus.REJECTED)
_ACCEPTED = RequestStartStopStatus.ACCEPTED


class RemoteControl:
    """Starts and stops transactions for the CSMS."""

    def __init__(
        self, core: Core, evses: Sequence[EvseControl], authorization: AuthorizationBlock
    ) -> None:
        self._core = core
        self._evses = evses
        self._authorization = authorization

    def request_start(
        self, token: IdToken, remote_start_id: int | None, evse_id: int | None = None
    ) -> StartStopAnswer:
        """Let `token` charge, on a given EVSE or on one that the station picks (F01.FR.20)."""
        evse = self._free(evse_id, token)
        if evse is None or self._authorization.csms is None or not self._authorization.open:
            return _REJECTED  # F01.FR.23, F01.FR.24, B02.FR.05
        return StartStopAnswer(
            _ACCEPTED,
            evse.transaction.id if evse.transaction else None,  # F01.FR.13
            lambda: self._core.spawn(self._start(evse, token, remote_start_id)),
        )

    def request_stop(self, transaction_id: str) -> StartStopAnswer:
        """End a transaction (F03)."""
        evse = self._running(transaction_id)
        if evse is None or self._authorization.csms is None:
            return _REJECTED  # F03.FR.08, B02.FR.05
        return StartStopAnswer(
            _ACCEPTED, transaction_id, lambda: self._core.spawn(self._stop(evse))
        )

    async def _start(self, evse: EvseControl, token: IdToken, remote_start_id: int | None) -> None:
        group = None
        if self._core.device_model[AuthCtrlr.AuthorizeRemoteStart]:  # F01.FR.01
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

    def _running(self, transaction_id: str) -> EvseControl | None:
        for evse in self._evses:
            if evse.transaction is not None and evse.transaction.id == transaction_id:
                return evse
        return None
