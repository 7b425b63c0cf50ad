"""Restarting the station for the CSMS (B11, B12)."""

import logging

from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.evse.evses import Evses
from pilotwire.station.facts.provisioning import ResetKind
from pilotwire.station.outcome import Outcome
from pilotwire.station.provisioning.boot_reason import keep_boot_reason
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import BootReason, Reason, ResetStatus, TriggerReason
from pilotwire.store import StoreUnwritableError

__all__ = ["Resets"]

log = logging.getLogger(__name__)


class Resets:
    """Restarts the station when told to."""

    __slots__ = ("_core", "_evses", "_resetting")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._resetting = False

    def reset(self, kind: ResetKind, evse_id: int | None = None) -> Outcome[ResetStatus]:
        """Restart the station (B11, B12). A single EVSE can't be restarted alone (B11.FR.09)."""
        if evse_id is not None:
            return Outcome(ResetStatus.REJECTED)
        scheduled = self._evses.busy and kind is ResetKind.ON_IDLE
        status = ResetStatus.SCHEDULED if scheduled else ResetStatus.ACCEPTED
        return Outcome(status, once_sent=lambda: self._begin(kind))

    def _begin(self, kind: ResetKind) -> None:
        if not self._resetting:
            self._resetting = True
            self._core.spawn(self._perform(kind))

    async def _perform(self, kind: ResetKind) -> None:
        log.info("restarting: %s", kind)
        self._core.standing.open = False
        reason = BootReason.REMOTE_RESET
        if kind is ResetKind.ON_IDLE:
            if self._evses.busy:
                reason = BootReason.SCHEDULED_RESET
            for evse in self._evses:
                await evse.idle()
        cause = Cause(TriggerReason.RESET_COMMAND, Reason.IMMEDIATE_RESET, reset=kind)
        await self._evses.end_all(cause)  # B12.FR.04
        if self._core.delivery.online:
            # B12.FR.05: what is not answered by then is sent after the restart.
            limit = self._core.device_model[OCPPCommCtrlr.MessageTimeout_Default]
            await self._core.delivery.drained(limit)
        try:
            with self._core.records.atomic():
                keep_boot_reason(self._core.records, reason)
        except StoreUnwritableError as error:
            log.error("the next boot will not say why: %s", error)  # noqa: TRY400
        self._core.reboot()
