"""What is done in each stage of a firmware update (`stages`).

    until there is a file     the CSMS must have accepted the station; a cut download goes on
    until it is installed     the signature is looked at again after each start: the file was where
                              others may have been
    until it runs             nothing is activated while a transaction runs, if that takes a reboot
    on trial                  what runs must reach the CSMS, or what ran before it runs again

What was begun so often that it can't be chance comes to an end itself.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.station.events import FirmwareInstalling
from pilotwire.station.firmware.dates import is_ahead, until
from pilotwire.station.firmware.downloads import Downloads
from pilotwire.station.firmware.errors import BadSignatureError, UpdaterError
from pilotwire.station.firmware.journal import Journal, Why
from pilotwire.station.firmware.kept import Job
from pilotwire.station.firmware.policy import FirmwarePolicy
from pilotwire.station.firmware.slots import Slots
from pilotwire.station.firmware.stages import Stage, after_boot
from pilotwire.station.firmware.waiting import Quiet
from pilotwire.station.provisioning.boot_reason import keep_boot_reason
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security.words import BadCertificateError
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.transfer import TransferError, Transfers
from pilotwire.station.vocabulary import BootReason, ReasonCode, SecurityEvent
from pilotwire.store import StoreUnwritableError

__all__ = ["Process"]

log = logger(__name__)

TRIES: Final = 3
"""How often an installation, an activation or a reboot is begun that does not come to its end."""

PROBATION: Final = 1800.0
"""Seconds that new firmware has to be accepted by the CSMS."""

LOOK_AGAIN: Final = 60.0
"""Seconds between two questions to an updater that does not say how things are."""


class Process:
    """Brings the update that is under way to its end."""

    __slots__ = (
        "_certificates",
        "_core",
        "_downloads",
        "_journal",
        "_quiet",
        "_security",
        "_slots",
        "_steps",
        "_transfers",
        "_verified",
    )

    def __init__(self, core: Core, slots: Slots, journal: Journal) -> None:
        self._core = core
        self._slots = slots
        self._journal = journal
        self._transfers = core.blocks[Transfers]
        self._certificates = core.blocks[Certificates]
        self._security = core.blocks[SecurityEvents]
        self._quiet = Quiet(core)
        self._downloads = Downloads(core, journal)
        self._verified = False
        """Whether the file was looked at in this run."""
        self._steps: Mapping[Stage, Callable[[Job], Awaitable[None]]] = {
            **self._downloads.steps,
            Stage.DOWNLOADED: self._downloaded,
            Stage.SIGNATURE_VERIFIED: self._schedule,
            Stage.INSTALL_SCHEDULED: self._install_scheduled,
            Stage.INSTALLING: self._installing,
            Stage.WRITTEN: self._written,
            Stage.INSTALL_REBOOTING: self._rebooting,
            Stage.ACTIVATING: self._activating,
            Stage.ON_TRIAL: self._on_trial,
            Stage.GIVING_BACK: self._giving_back,
        }

    @property
    def unsigned(self) -> bool:
        """Whether firmware need not be signed."""
        policy = self._core.application.find(FirmwarePolicy)
        return policy is not None and policy.unsigned

    @property
    def waits(self) -> bool:
        """Whether the end of what runs at an EVSE is waited for."""
        return self._quiet.waits

    async def run(self) -> None:
        """Go on from the stage in which the update is, to its end or to a reboot."""
        self._verified = False
        try:
            while (job := self._journal.job) is not None:
                await self._steps[job.stage](job)
        finally:
            self._quiet.lift()
        await self.clear()

    async def clear(self) -> None:
        """Let there be no file that nobody needs any more."""
        target = self._downloads.target
        if target is None or not target.parent.exists():
            return
        try:
            await self._transfers.discard(target)
        except TransferError as error:
            log.error("the firmware file is not removed: %s", printable(str(error)))  # noqa: TRY400 -- no traceback for a known failure

    # The file.

    async def _downloaded(self, job: Job) -> None:
        if await self._fits(job):
            if job.signed:
                await self._journal.enter(Stage.SIGNATURE_VERIFIED)
            else:
                await self._schedule(job)

    async def _fits(self, job: Job) -> bool:
        """Whether the file may be installed; if not, the update has ended."""
        if self._verified:
            return True
        try:
            await self._check(job)
        except (BadSignatureError, BadCertificateError) as error:
            self._security.happened(SecurityEvent.INVALID_FIRMWARE_SIGNATURE, str(error))
            await self._journal.enter(Stage.INVALID_SIGNATURE, Why(str(error)))  # L01.FR.03
        except OSError as error:
            why = Why(f"the file can't be read: {error.strerror}", ReasonCode.INTERNAL_ERROR)
            await self._journal.enter(Stage.INSTALLATION_FAILED, why)
        else:
            self._verified = True
        return self._verified

    async def _check(self, job: Job) -> None:
        """Whether the file is what was signed.

        Raises:
            BadSignatureError: it is not, or had to be signed.
            BadCertificateError: who has signed it is not to be trusted any more.
            OSError: it can't be read.
        """
        target = self._downloads.target
        if target is None:
            raise FileNotFoundError(2, "there is no folder for files")
        if job.certificate is None or job.signature is None:
            if not self.unsigned:
                raise BadSignatureError("firmware must be signed")
            return
        # What looks at signatures takes long to be imported, and is not needed before.
        from pilotwire.station.firmware.signature import check_file, signing_key

        key = signing_key(job.certificate, self._certificates.manufacturer_roots, job.accepted)
        await asyncio.to_thread(check_file, target, job.signature, key)

    # Its installation.

    async def _schedule(self, job: Job) -> None:
        later = job.install is not None and is_ahead(self._core.clock, job.install)
        waits = not self._slots.while_charging and self._quiet.busy
        stage = Stage.INSTALL_SCHEDULED if later or waits else Stage.INSTALLING
        await self._journal.enter(stage)

    async def _install_scheduled(self, job: Job) -> None:
        if job.install is not None:
            await until(self._core.clock, job.install)
        if not self._slots.while_charging:
            await self._quiet.keep()
        await self._journal.enter(Stage.INSTALLING)

    async def _installing(self, job: Job) -> None:
        target = self._downloads.target
        if job.begun >= TRIES or target is None:
            why = Why("the station has restarted whenever it was being installed")
            await self._journal.enter(Stage.INSTALLATION_FAILED, why)
            return
        if not await self._fits(job):
            return
        if not self._slots.while_charging:
            await self._quiet.keep()
        self._journal.begin()
        try:
            await self._slots.install(target, self._installed_so_far)
        except UpdaterError as error:
            stage = Stage.INSTALLATION_FAILED
            if error.verification:
                stage = Stage.INSTALL_VERIFICATION_FAILED
            await self._journal.enter(stage, Why(str(error)))
        else:
            await self._journal.enter(Stage.WRITTEN)

    def _installed_so_far(self, percent: int) -> None:
        self._core.announce(FirmwareInstalling(min(max(percent, 0), 100)))

    # Its first steps.

    async def _written(self, job: Job) -> None:
        del job
        if self._slots.reboots:
            await self._quiet.keep()  # L01.FR.33
            await self._journal.enter(Stage.INSTALL_REBOOTING)
        else:
            await self._journal.enter(Stage.ACTIVATING)

    async def _rebooting(self, job: Job) -> None:
        if not await self._stays(job):
            return
        await self._quiet.keep()  # after a power cut, some may have gone on
        self._journal.begin()
        self._core.standing.open = False
        await self._drained()
        try:
            await self._slots.activate()
        except UpdaterError as error:
            self._core.standing.open = True
            await self._fail(Why(str(error)))
        else:
            await self._reboot()

    async def _activating(self, job: Job) -> None:
        if not await self._stays(job):
            return
        self._journal.begin()
        try:
            await self._slots.activate()
        except UpdaterError as error:
            await self._fail(Why(str(error)))

    async def _on_trial(self, job: Job) -> None:
        if not await self._stays(job, limited=False):
            return
        try:
            async with asyncio.timeout(PROBATION):
                await self._core.standing.accepted.wait()
            await self._slots.confirm()
        except TimeoutError:
            why = "the CSMS has not accepted the station with the new firmware"
            await self._give_back(why)
        except UpdaterError as error:
            await self._give_back(str(error))
        else:
            await self._installed(job)

    async def _installed(self, job: Job) -> None:
        version = self._slots.version
        self._security.firmware_is(version, anew=version == job.version)  # L01.FR.31
        await self._journal.enter(Stage.INSTALLED)
        if not self._slots.reboots:
            self._core.standing.renew()  # what there is to agree on may be another now

    async def _give_back(self, why: str) -> None:
        log.error("firmware is given back: %s", printable(why))
        await self._journal.enter(Stage.GIVING_BACK)

    async def _giving_back(self, job: Job) -> None:
        if not await self._stays(job):
            return
        if self._slots.reboots:
            await self._quiet.keep()
        self._journal.begin()
        try:
            await self._slots.roll_back()
        except UpdaterError as error:
            log.error("what ran before does not come back: %s", printable(str(error)))  # noqa: TRY400 -- no traceback for a known failure
            await asyncio.sleep(LOOK_AGAIN)
            return
        if self._slots.reboots:
            await self._reboot()

    async def _stays(self, job: Job, *, limited: bool = True) -> bool:
        """Whether the update is in this stage still, after what the boot loader may have done."""
        why = Why("the new firmware did not come up, or could not stay")
        try:
            stage = after_boot(job.stage, await self._slots.state())
        except UpdaterError as error:
            log.error("how the firmware is is not known: %s", printable(str(error)))  # noqa: TRY400 -- no traceback for a known failure
            why, stage = Why(str(error)), job.stage
            limited = True
            self._journal.begin()
            await asyncio.sleep(LOOK_AGAIN)
            if job.begun < TRIES:
                return False
        if stage is not job.stage:
            if stage is Stage.INSTALLED:
                await self._installed(job)
            else:
                await self._journal.enter(
                    stage, why if stage is Stage.INSTALLATION_FAILED else None
                )
            return False
        if limited and job.begun >= TRIES:
            await self._fail(why)
            return False
        return True

    async def _fail(self, why: Why) -> None:
        """Whatever was installed is not to run."""
        try:
            await self._slots.roll_back()
        except UpdaterError as error:
            log.error("what was installed is not undone: %s", printable(str(error)))  # noqa: TRY400 -- no traceback for a known failure
        await self._journal.enter(Stage.INSTALLATION_FAILED, why)

    async def _reboot(self) -> None:
        """Restart the station; this does not return."""
        self._core.standing.open = False
        self._security.happened(SecurityEvent.RESET_OR_REBOOT, "firmware update")
        await self._drained()
        try:
            with self._core.records.atomic():
                keep_boot_reason(self._core.records, BootReason.FIRMWARE_UPDATE)
        except StoreUnwritableError as error:
            log.error("the next boot will not say why: %s", error)  # noqa: TRY400 -- the error says where and why
        self._core.reboot()
        await asyncio.Event().wait()

    async def _drained(self) -> None:
        """What was told has gone, where there is a CSMS that takes it."""
        if self._core.delivery.online:
            await self._core.delivery.drained(
                self._core.device_model[OCPPCommCtrlr.MessageTimeout_Default]
            )
