"""The station's standing with its CSMS: boot, heartbeat, reset (B01 to B04, B11, B12, G02).

    registration    the station may                 the CSMS may
    Booting         ask to be accepted              look and configure
    Pending         ask again after the interval    look and configure, not start or stop
    Rejected        ask again after the interval    nothing: SecurityError (B03.FR.08)
    Accepted        everything                      everything

A lost connection changes none of it: only a start asks again (B01.FR.03), and a CSMS that answers
SecurityError, which is what it must answer to a station that it has not accepted (B02.FR.09).
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pilotwire.errors import CallFailed, CallUnanswered
from pilotwire.rpc import ErrorCode
from pilotwire.station.authorization import AuthorizationBlock
from pilotwire.station.core import Core
from pilotwire.station.csms import Csms
from pilotwire.station.device_model.definitions import LONGEST
from pilotwire.station.device_model.standard import ClockCtrlr, OCPPCommCtrlr
from pilotwire.station.errors import NotAccepted
from pilotwire.station.evse.evses import Evses
from pilotwire.station.facts.provisioning import ResetKind, StationIdentity
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import (
    BootReason,
    Reason,
    RegistrationStatus,
    ResetStatus,
    TriggerReason,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["Provisioning", "ResetAnswer"]

log = logging.getLogger(__name__)

BOOT_RETRY = 60.0
"""Seconds to the next attempt where the CSMS names no interval, or does not answer (B03.FR.05)."""

_BOOT_REASON = "boot_reason"


@dataclass(frozen=True, slots=True)
class ResetAnswer:
    """The answer to a reset, and what is to begin once it has been sent."""

    status: ResetStatus
    once_sent: Callable[[], None] = lambda: None


class Provisioning:
    """Boots, keeps the connection alive, and restarts the station when told to."""

    def __init__(
        self,
        core: Core,
        identity: StationIdentity,
        evses: Evses,
        authorization: AuthorizationBlock,
        reboot: Callable[[], None],
    ) -> None:
        self._core = core
        self._identity = identity
        self._evses = evses
        self._authorization = authorization
        self._reboot = reboot
        self._offline_since: float | None = None
        self._resetting = False
        self._interval_set = asyncio.Event()
        core.device_model.watch(OCPPCommCtrlr.HeartbeatInterval, lambda _: self._interval_set.set())
        self.registration: RegistrationStatus | None = None
        """What the CSMS last answered to a boot; None while it has not."""
        self.accepted = asyncio.Event()
        """Set while there is a connection on which the CSMS has accepted the station."""

    async def converse(self, csms: Csms) -> float:
        """Do the station's part on a connection until it is lost.

        Returns only where the CSMS rejects the station: the seconds to stay away. The connection is
        to be closed for that time (B03.FR.04; 1.6 4.2 forbids even to answer on it).

        Raises:
            ConnectionClosed: the connection is lost.
        """
        reason = self._boot_reason()
        while True:
            booted = self.registration is not RegistrationStatus.ACCEPTED
            if booted:
                wait = await self._boot(csms, reason)
                if wait is not None:
                    return wait
            self._report_statuses(booted=booted)
            self._authorization.csms = csms
            self._authorization.accepted_once = True
            self.accepted.set()
            try:
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(self._core.delivery.run(csms))
                    tasks.create_task(self._heartbeat(csms))
            except* NotAccepted:
                log.warning("the CSMS has forgotten that it accepted the station")
            self.disconnected()
            self.registration = None
            reason = BootReason.UNKNOWN
            await asyncio.sleep(BOOT_RETRY)

    def disconnected(self) -> None:
        """There is no connection any more on which the CSMS has accepted the station."""
        self.accepted.clear()
        self._authorization.csms = None
        if self._offline_since is None:
            self._offline_since = asyncio.get_running_loop().time()
        self._core.delivery.went_offline()

    def reset(self, kind: ResetKind, evse_id: int | None = None) -> ResetAnswer:
        """Restart the station (B11, B12). A single EVSE can't be restarted alone (B11.FR.09)."""
        if evse_id is not None:
            return ResetAnswer(ResetStatus.REJECTED)
        busy = any(evse.transaction is not None for evse in self._evses)
        scheduled = busy and kind is ResetKind.ON_IDLE
        status = ResetStatus.SCHEDULED if scheduled else ResetStatus.ACCEPTED
        return ResetAnswer(status, lambda: self._begin_reset(kind))

    def _boot_reason(self) -> BootReason:
        kept = self._core.records.state.get(_BOOT_REASON)
        return BootReason(kept) if kept in set(BootReason) else BootReason.POWER_UP

    async def _boot(self, csms: Csms, reason: BootReason) -> float | None:
        """Boot until accepted; the seconds to stay away where the answer is Rejected."""
        while True:
            try:
                answer = await csms.boot(self._identity, reason)
            except CallUnanswered as error:
                log.warning("no answer to the boot: %s; again in %g s", error, BOOT_RETRY)
                await asyncio.sleep(BOOT_RETRY)
                continue
            self.registration = answer.status
            self._set_clock(csms_time=answer.current_time)
            if answer.status is RegistrationStatus.ACCEPTED:
                break
            wait = answer.interval if answer.interval > 0 else BOOT_RETRY
            log.warning("the CSMS answered %s; again in %g s", answer.status, wait)
            if answer.status is RegistrationStatus.REJECTED:
                return float(wait)
            await asyncio.sleep(wait)
        log.info("accepted by the CSMS")
        try:
            if answer.interval > 0:  # B01.FR.04
                interval = min(answer.interval, LONGEST)
                self._core.device_model[OCPPCommCtrlr.HeartbeatInterval] = interval
            with self._core.records.lazily():
                self._core.records.state.remove(_BOOT_REASON)
        except StoreUnwritableError as error:
            log.error("what the CSMS said to the boot is not kept: %s", error)  # noqa: TRY400
        return None

    async def _heartbeat(self, csms: Csms) -> None:
        """Show that the station lives whenever it has been silent for the interval (G02)."""
        loop = asyncio.get_running_loop()
        while True:
            interval = self._core.device_model[OCPPCommCtrlr.HeartbeatInterval]
            due = csms.idle_since + interval
            if loop.time() < due:
                await self._heartbeat_due(due)
                continue
            try:
                self._set_clock(csms_time=await csms.heartbeat())
            except CallUnanswered as error:
                if isinstance(error, CallFailed) and error.code == ErrorCode.SECURITY_ERROR:
                    raise NotAccepted(str(error)) from None
                log.warning("no answer to a heartbeat: %s", error)

    async def _heartbeat_due(self, due: float) -> None:
        """Wait until `due`, or until another interval is set."""
        self._interval_set.clear()
        try:
            async with asyncio.timeout_at(due):
                await self._interval_set.wait()
        except TimeoutError:
            pass

    def _set_clock(self, csms_time: datetime) -> None:
        # B01.FR.06. Any time is better than none.
        sources = self._core.device_model[ClockCtrlr.TimeSource]
        if "Heartbeat" in sources or self._core.clock.provisional:
            self._core.clock.set(csms_time)

    def _report_statuses(self, *, booted: bool) -> None:
        """All connectors after a boot and a long time offline, else the changed ones (B01.FR.05,
        B04).
        """
        since, self._offline_since = self._offline_since, None
        away = 0.0 if since is None else asyncio.get_running_loop().time() - since
        everything = booted or away > self._core.device_model[OCPPCommCtrlr.OfflineThreshold]
        if everything:
            self._evses.report_station(again=True)
        for evse in self._evses:
            evse.report_status(again=everything)

    def _begin_reset(self, kind: ResetKind) -> None:
        if not self._resetting:
            self._resetting = True
            self._core.spawn(self._perform_reset(kind))

    async def _perform_reset(self, kind: ResetKind) -> None:
        log.info("restarting: %s", kind)
        self._authorization.open = False
        reason = BootReason.REMOTE_RESET
        if kind is ResetKind.ON_IDLE:
            if any(evse.transaction is not None for evse in self._evses):
                reason = BootReason.SCHEDULED_RESET
            for evse in self._evses:
                await evse.idle()
        cause = Cause(TriggerReason.RESET_COMMAND, Reason.IMMEDIATE_RESET, reset=kind)
        for evse in self._evses:
            await evse.end(cause)  # B12.FR.04
        if self._core.delivery.online:
            # B12.FR.05: what is not answered by then is sent after the restart.
            limit = self._core.device_model[OCPPCommCtrlr.MessageTimeout_Default]
            await self._core.delivery.drained(limit)
        try:
            with self._core.records.atomic():
                self._core.records.state.set(_BOOT_REASON, reason)
        except StoreUnwritableError as error:
            log.error("the next boot will not say why: %s", error)  # noqa: TRY400
        self._reboot()
