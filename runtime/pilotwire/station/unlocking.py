"""Releasing a plug for the CSMS, where a lock has failed to (F05; 1.6 5.18)."""

from pilotwire.station.core import Core
from pilotwire.station.csms import Csms
from pilotwire.station.evse.evses import Evses
from pilotwire.station.outcome import Outcome
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import Reason, ReasonCode, TriggerReason, UnlockStatus

__all__ = ["Unlocking"]

_COMMANDED = Cause(TriggerReason.UNLOCK_COMMAND, Reason.REMOTE)


class Unlocking:
    """Unlocks connectors."""

    __slots__ = ("_evses",)

    def __init__(self, core: Core) -> None:
        self._evses = core.blocks[Evses]

    async def unlock(self, csms: Csms, evse_id: int, connector_id: int) -> Outcome[UnlockStatus]:
        """Release a plug; the answer tells how that went.

        That of a session stays where it is (F05.FR.02). In 1.6, which steers coarsely, the session
        ends first (5.18).
        """
        evse = self._evses.find(evse_id, connector_id)
        if evse is None:
            known = self._evses.find(evse_id) is not None
            reason = ReasonCode.UNKNOWN_CONNECTOR_ID if known else ReasonCode.UNKNOWN_EVSE
            return Outcome(UnlockStatus.UNKNOWN_CONNECTOR, reason)  # F05.FR.03
        if not evse.has_lock(connector_id):
            return Outcome(UnlockStatus.UNLOCK_FAILED, ReasonCode.FIXED_CABLE)
        status = await evse.unlock(connector_id)
        if status is UnlockStatus.ONGOING_AUTHORIZED_TRANSACTION and not csms.steers_finely:
            await evse.end(_COMMANDED)
            status = await evse.unlock(connector_id)
        return Outcome(status)
