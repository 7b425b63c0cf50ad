"""Restarting the station for the CSMS (B11 to B13)."""

import asyncio
from typing import Final

from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import OCPPCommCtrlr, TxCtrlr
from pilotwire.station.diagnostics.uploads import LogUploads
from pilotwire.station.evse.evses import Evses
from pilotwire.station.facts.provisioning import ResetKind
from pilotwire.station.firmware.updates import FirmwareUpdates
from pilotwire.station.outcome import Outcome
from pilotwire.station.provisioning.boot_reason import keep_boot_reason
from pilotwire.station.reservation.block import Reservations
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import (
    BootReason,
    Reason,
    ReasonCode,
    ResetStatus,
    SecurityEvent,
    TriggerReason,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["Resets"]

log = logger(__name__)

LOOK: Final = 1.0
"""Seconds between two looks at whether firmware or a log moves still."""


class Resets:
    """Restarts the station when told to."""

    __slots__ = ("_core", "_evses", "_kind", "_reservations", "_security", "_waiting")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        self._reservations = core.blocks[Reservations]
        self._security = core.blocks[SecurityEvents]
        self._kind: ResetKind | None = None
        """The reset that is under way."""
        self._waiting: asyncio.Task[None] | None = None
        """Waits for the end of what runs."""

    def reset(self, kind: ResetKind, evse_id: int | None = None) -> Outcome[ResetStatus]:
        """Restart the station (B11 to B13). A single EVSE can't be restarted alone (B11.FR.09)."""
        if evse_id is not None:
            known = any(evse.id == evse_id for evse in self._evses)
            reason = ReasonCode.UNSUPPORTED_PARAM if known else ReasonCode.UNKNOWN_EVSE
            return Outcome(ResetStatus.REJECTED, reason, "evseId")
        if (
            kind is ResetKind.AND_RESUME
            and not self._core.device_model[TxCtrlr.ResumptionTimeout]  # B13.FR.01
        ):
            return Outcome(ResetStatus.REJECTED, ReasonCode.UNSUPPORTED_PARAM, "type")
        scheduled = self._busy and kind is ResetKind.ON_IDLE
        status = ResetStatus.SCHEDULED if scheduled else ResetStatus.ACCEPTED
        return Outcome(status, once_sent=lambda: self._begin(kind))

    def _begin(self, kind: ResetKind) -> None:
        """Restart, or wait no longer for what one that was told before waits for (B12.FR.02)."""
        if self._kind is None:
            self._kind = kind
            self._core.spawn(self._perform())
        elif self._kind is ResetKind.ON_IDLE and kind is not ResetKind.ON_IDLE:
            log.info("a scheduled restart does not wait any more")
            self._kind = kind
            if self._waiting is not None:
                self._waiting.cancel()

    async def _perform(self) -> None:
        log.info("restarting: %s", self._kind)
        reason = BootReason.REMOTE_RESET
        if self._kind is ResetKind.ON_IDLE and self._busy:
            await self._idle()
            if self._kind is ResetKind.ON_IDLE:
                reason = BootReason.SCHEDULED_RESET
        self._core.standing.open = False
        cause = Cause(TriggerReason.RESET_COMMAND, Reason.IMMEDIATE_RESET, reset=self._kind)
        if self._kind is ResetKind.AND_RESUME:
            await self._evses.leave_all(cause)  # B13.FR.04, B13.FR.20
        else:
            await self._evses.end_all(cause)  # B12.FR.04
        self._security.happened(SecurityEvent.RESET_OR_REBOOT, str(self._kind))
        if self._core.delivery.online:
            # B12.FR.05: what is not answered by then is sent after the restart.
            limit = self._core.device_model[OCPPCommCtrlr.MessageTimeout_Default]
            await self._core.delivery.drained(limit)
        try:
            with self._core.records.atomic():
                keep_boot_reason(self._core.records, reason)
        except StoreUnwritableError as error:
            log.error("the next boot will not say why: %s", error)  # noqa: TRY400 -- the error says where and why
        self._core.reboot()

    @property
    def _busy(self) -> bool:
        """Whether the station does something that a reset would be in the way of (B11, remarks)."""
        return self._evses.busy or self._reservations.pending or self._moves_files

    @property
    def _moves_files(self) -> bool:
        blocks = self._core.blocks
        return blocks[FirmwareUpdates].busy or blocks[LogUploads].busy

    async def _idle(self) -> None:
        """Wait until nothing is reserved, no firmware or log moves and no transaction runs, or
        until another reset overtakes this one.
        """
        async with asyncio.TaskGroup() as tasks:
            self._waiting = tasks.create_task(self._all_idle())

    async def _all_idle(self) -> None:
        while True:
            await self._reservations.none_pending()  # and till then, who has reserved may come
            while self._moves_files:  # noqa: ASYNC110 -- there are many ways to their ends
                await asyncio.sleep(LOOK)
            # B12.FR.03: nothing begins while what runs is waited for.
            self._core.standing.open = False
            for evse in self._evses:
                await evse.idle()
            if not (self._reservations.pending or self._moves_files):
                return
