"""The station's part on a connection: boot, statuses, heartbeats, delivery (B01 to B04, G02).

A lost connection changes nothing of the registration (`station.standing` has what follows from it):
only a start asks again (B01.FR.03), and a CSMS that answers SecurityError, which is what it must
answer to a station that it has not accepted (B02.FR.09).
"""

import asyncio
from datetime import datetime
from typing import Protocol

from pilotwire.errors import CallFailed, CallUnanswered
from pilotwire.flag import Flag, set_before
from pilotwire.logs import logger
from pilotwire.rpc import ErrorCode
from pilotwire.station.core import Core
from pilotwire.station.csms import Csms, Question
from pilotwire.station.device_model.definitions import LONGEST
from pilotwire.station.device_model.standard import ClockCtrlr, OCPPCommCtrlr
from pilotwire.station.errors import NotAccepted
from pilotwire.station.events import Registered
from pilotwire.station.evse.evses import Evses
from pilotwire.station.facts.provisioning import BootAnswer, StationIdentity
from pilotwire.station.outcome import Outcome
from pilotwire.station.provisioning.boot_reason import forget_boot_reason, kept_boot_reason
from pilotwire.station.triggers import NOT_IMPLEMENTED, Triggers, Wish, refused
from pilotwire.station.vocabulary import (
    BootReason,
    MessageTrigger,
    ReasonCode,
    RegistrationStatus,
    TriggerMessageStatus,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["PROVISIONING", "Provisioning", "ProvisioningCsms"]

log = logger(__name__)

BOOT_RETRY = 60.0
"""Seconds to the next attempt where the CSMS names no interval, or does not answer (B03.FR.05)."""

LONGEST_WAIT = 86_400
"""Seconds to the next attempt at most, whatever the CSMS names: a slip must not cost the station.
"""

SYNCHRONIZE = 86_400.0
"""Seconds after which the CSMS is asked for the time, however much is said besides (G02.FR.07)."""

SECOND_LOOK = 10
"""Seconds to a heartbeat that asks again for a time that was not believed."""

_COARSE = "steered_coarsely"
"""Set in the store where the CSMS was last one that does not steer finely (`Csms`)."""


class ProvisioningCsms(Protocol):
    """Who accepts stations."""

    async def boot(self, identity: StationIdentity, reason: BootReason) -> BootAnswer:
        """Ask to be accepted (B01)."""
        ...

    async def heartbeat(self) -> datetime:
        """Show that the station is alive; the answer is the CSMS's time (G02)."""
        ...


PROVISIONING: Question[ProvisioningCsms] = Question("provisioning")


class Provisioning:
    """Boots, and keeps the connection alive."""

    __slots__ = (
        "_boot_not_before",
        "_boot_reason",
        "_boot_wanted",
        "_core",
        "_evses",
        "_interval_set",
        "_offline_since",
        "_standing",
        "_synchronized_at",
    )

    def __init__(self, core: Core) -> None:
        self._core = core
        self._standing = core.standing
        self._evses = core.blocks[Evses]
        self._boot_not_before = 0.0
        """When the CSMS lets the station ask again, in the event loop's time (B02.FR.04)."""
        self._boot_reason = kept_boot_reason(core.records)
        self._synchronized_at = 0.0
        """When the CSMS was last asked for the time."""
        self._offline_since: float | None = None
        self._interval_set = Flag()
        self._boot_wanted = Flag()
        """Set when the CSMS wants a boot without delay."""
        triggers = core.blocks[Triggers]
        triggers.enter(MessageTrigger.BOOT_NOTIFICATION, self._trigger_boot)
        triggers.enter(MessageTrigger.HEARTBEAT, self._trigger_heartbeat)
        self._standing.steered_finely = core.records.state.get(_COARSE) is None
        core.device_model.watch(OCPPCommCtrlr.HeartbeatInterval, self._interval_changed)

    async def converse(self, csms: Csms) -> float:
        """Do the station's part on a connection until it is lost.

        Returns only where the CSMS rejects the station: the seconds to stay away. The connection is
        to be closed for that time (B03.FR.04; 1.6 4.2 forbids even to answer on it).

        Raises:
            ConnectionClosed: the connection is lost.
        """
        asked = csms.offered(PROVISIONING)
        if asked is None:
            raise TypeError(f"OCPP {csms.version} has no words to boot with")
        due = 0.0
        while True:
            booted = self._standing.registration is not RegistrationStatus.ACCEPTED
            if booted:
                wait = await self._boot(asked, due)
                if wait is not None:
                    return wait
            self._report_statuses(booted=booted)
            self._keep_steering(csms)
            self._standing.connected(csms)
            try:
                async with asyncio.TaskGroup() as tasks:
                    tasks.create_task(self._heartbeat(csms, asked))
                    await self._core.delivery.run(csms, lambda: self._lives(csms, asked))
            except* NotAccepted:
                log.warning("the CSMS has forgotten that it accepted the station")
            self.disconnected()
            self.ask_again()
            due = asyncio.get_running_loop().time() + BOOT_RETRY

    def _keep_steering(self, csms: Csms) -> None:
        """Remember how the CSMS steers: it also counts offline, and after a restart."""
        if csms.steers_finely is self._standing.steered_finely:
            return
        try:
            with self._core.records.lazily():
                if csms.steers_finely:
                    self._core.records.state.remove(_COARSE)
                else:
                    self._core.records.state.set(_COARSE, "yes")
        except StoreUnwritableError as error:
            log.error("the version of the CSMS is not kept: %s", error)  # noqa: TRY400 -- the error says where and why

    def disconnected(self) -> None:
        """There is no connection any more on which the CSMS has accepted the station."""
        self._standing.disconnected()
        if self._offline_since is None:
            self._offline_since = asyncio.get_running_loop().time()
        self._core.delivery.went_offline()

    def ask_again(self) -> None:
        """The CSMS does not know the station, though it was accepted since it started."""
        self._standing.registration = None
        self._boot_reason = BootReason.UNKNOWN

    async def _boot(self, csms: ProvisioningCsms, due: float) -> float | None:
        """Boot until accepted, from `due` on; the seconds to stay away where the answer is
        Rejected.

        Not before the interval of an earlier answer is over, though the connection was lost since;
        but at once when the CSMS wants it (B02.FR.04).
        """
        loop = asyncio.get_running_loop()
        due = max(due, self._boot_not_before)
        self._boot_wanted.clear()
        while True:
            wanted = await set_before(self._boot_wanted, due)
            self._boot_wanted.clear()
            try:
                answer = await csms.boot(
                    self._core.identity, BootReason.TRIGGERED if wanted else self._boot_reason
                )
            except CallUnanswered as error:
                log.warning("no answer to the boot: %s; again in %g s", error, BOOT_RETRY)
                due = loop.time() + BOOT_RETRY
                continue
            self._standing.registration = answer.status
            self._core.announce(Registered(answer.status))
            self._synchronized_at = loop.time()
            self._set_clock(csms_time=answer.current_time)
            if answer.status is RegistrationStatus.ACCEPTED:
                break
            wait = min(answer.interval, LONGEST_WAIT) if answer.interval > 0 else BOOT_RETRY
            log.warning("the CSMS answered %s; again in %g s", answer.status, wait)
            self._boot_not_before = due = loop.time() + wait
            if answer.status is RegistrationStatus.REJECTED:
                return float(wait)
        log.info("accepted by the CSMS")
        try:
            if answer.interval > 0:  # B01.FR.04
                interval = min(answer.interval, LONGEST)
                self._core.device_model[OCPPCommCtrlr.HeartbeatInterval] = interval
            with self._core.records.lazily():
                forget_boot_reason(self._core.records)
        except StoreUnwritableError as error:
            log.error("what the CSMS said to the boot is not kept: %s", error)  # noqa: TRY400 -- the error says where and why
        return None

    async def _heartbeat(self, csms: Csms, asked: ProvisioningCsms) -> None:
        """Show that the station lives whenever it has been silent for the interval (G02)."""
        loop = asyncio.get_running_loop()
        while True:
            interval = self._core.device_model[OCPPCommCtrlr.HeartbeatInterval]
            if self._core.clock.doubtful:  # a second witness is wanted, and soon
                interval = min(interval, SECOND_LOOK)
            due = csms.idle_since + interval
            if self._tells_time():  # G02.FR.07
                due = min(due, self._synchronized_at + SYNCHRONIZE)
            if loop.time() < due:
                await self._heartbeat_due(due)
                continue
            try:
                await self._beat(asked)
            except CallUnanswered as error:
                if isinstance(error, CallFailed) and error.code == ErrorCode.SECURITY_ERROR:
                    raise NotAccepted(str(error)) from None
                log.warning("no answer to a heartbeat: %s", error)

    def _interval_changed(self, _: int) -> None:
        self._interval_set.set()

    async def _heartbeat_due(self, due: float) -> None:
        """Wait until `due`, or until another interval is set."""
        self._interval_set.clear()
        timer = asyncio.get_running_loop().call_at(due, self._interval_set.set)
        try:
            await self._interval_set.wait()
        finally:
            timer.cancel()

    async def _lives(self, csms: Csms, asked: ProvisioningCsms) -> bool:
        """Whether the CSMS says anything at all: where it is silent, a heartbeat asks it."""
        if not csms.silent:
            return True
        try:
            await self._beat(asked)
        except CallUnanswered:
            return not csms.silent
        return True

    async def _beat(self, asked: ProvisioningCsms) -> None:
        self._synchronized_at = asyncio.get_running_loop().time()
        self._set_clock(csms_time=await asked.heartbeat())

    # What the CSMS can have sent (F06).

    def _trigger_boot(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        """Not once the CSMS has accepted the station (F06.FR.17; 1.6 errata 3.35)."""
        del wish
        if self._standing.registration is RegistrationStatus.ACCEPTED:
            return refused(ReasonCode.UNSPECIFIED, "the station is accepted")
        return Outcome(TriggerMessageStatus.ACCEPTED, once_sent=self._boot_wanted.set)

    def _trigger_heartbeat(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        asked = wish.csms.offered(PROVISIONING)
        if asked is None:
            return NOT_IMPLEMENTED
        return self._core.blocks[Triggers].sending(lambda: self._beat(asked))

    def _set_clock(self, csms_time: datetime) -> None:
        # B01.FR.06. Any time is better than none.
        if self._tells_time() or self._core.clock.provisional:
            self._core.clock.set(csms_time)

    def _tells_time(self) -> bool:
        """Whether the CSMS's time is the station's."""
        return "Heartbeat" in self._core.device_model[ClockCtrlr.TimeSource]

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
