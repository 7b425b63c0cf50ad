"""The CSMS wants other firmware to run (L01, L02): UpdateFirmware, and what 1.6 has of both.

One update at a time. Another request cancels the one that is under way, as long as what was
installed is not about to run (L01.FR.24, L01.FR.27). Where an update is, and what may follow, is in
the table of `stages`; what is done there is in `process`.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.evse.evses import Evses
from pilotwire.station.facts.firmware import FirmwareStatusTold
from pilotwire.station.firmware.journal import Journal
from pilotwire.station.firmware.kept import Job, Told
from pilotwire.station.firmware.process import Process
from pilotwire.station.firmware.slots import Slots, slots_of
from pilotwire.station.firmware.stages import STAGES, Stage
from pilotwire.station.outcome import Outcome
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security.words import BadCertificateError
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.transfer import BadLocationError, Transfers
from pilotwire.station.triggers import Triggers, Wish
from pilotwire.station.vocabulary import (
    FirmwareStatus,
    MessageTrigger,
    ReasonCode,
    SecurityEvent,
    TriggerMessageStatus,
    UpdateFirmwareStatus,
)

__all__ = ["FirmwareRequest", "FirmwareUpdates"]

log = logger(__name__)

_AHEAD: Final = frozenset(
    {Stage.DOWNLOAD_SCHEDULED, Stage.DOWNLOAD_PAUSED, Stage.INSTALL_SCHEDULED}
)

ANSWER_LOST: Final = 5.0
"""Seconds after which an update begins whose answer has not left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmwareRequest:
    """What the CSMS asks for.

    Attributes:
        request_id: What the CSMS calls the update; None in UpdateFirmware of 1.6, which has none.
        url: Where the file is.
        retrieve: Not before that time it is downloaded.
        install: Not before that time it is installed; None is as soon as may be.
        retries: How often the download is tried again; None is left to the station.
        interval: Seconds between two attempts; None is left to the station.
        certificate: The certificate that the file is signed with, in PEM.
        signature: The signature, in Base64.
    """

    request_id: int | None
    url: str = field(repr=False)
    retrieve: datetime
    install: datetime | None = None
    retries: int | None = None
    interval: int | None = None
    certificate: str | None = field(default=None, repr=False)
    signature: str | None = field(default=None, repr=False)


class FirmwareUpdates:
    """Updates firmware, where the hardware has what it takes, and there is a folder for files."""

    __slots__ = ("_begun", "_core", "_journal", "_one", "_process", "_security", "_slots", "_task")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._security = core.blocks[SecurityEvents]
        self._slots: Slots | None = slots_of(core.hardware)
        self._journal = Journal(core)
        self._process: Process | None = None
        self._one = asyncio.Lock()
        """One at a time: who is canceled may still have to let go of the updater."""
        self._begun: Job | None = None
        """The update that was begun, as it was accepted."""
        self._task: asyncio.Task[object] | None = None
        if self._slots is None or core.blocks[Transfers].folder is None:
            return
        self._process = Process(core, self._slots, self._journal)
        core.blocks[Triggers].enter(MessageTrigger.FIRMWARE_STATUS_NOTIFICATION, self._trigger)
        asyncio.get_running_loop().call_soon(lambda: core.spawn(self._resume()))

    @property
    def available(self) -> bool:
        """Whether there is what it takes to update firmware."""
        return self._process is not None

    @property
    def busy(self) -> bool:
        """Whether an update is under way that does not just wait for its time."""
        job = self._journal.job
        if job is None or self._process is None:
            return False
        return job.stage not in _AHEAD or self._process.waits

    # The CSMS asks.

    def request(self, wanted: FirmwareRequest) -> Outcome[UpdateFirmwareStatus]:
        """Update the firmware, instead of what is under way (L01.FR.21 to L01.FR.24)."""
        if self._process is None or self._slots is None:
            return _rejected(ReasonCode.UNSUPPORTED_REQUEST, "nothing installs firmware here")
        refused = self._unsigned(wanted) or self._badly_signed(wanted)
        if refused is not None:
            return refused
        try:
            location = self._core.blocks[Transfers].located(wanted.url)
        except BadLocationError as error:
            return _rejected(ReasonCode.INVALID_URL, str(error))
        if self._core.records.low:
            return _rejected(ReasonCode.OUT_OF_STORAGE, "the disk is full, or can't be written")
        before = self._journal.job
        canceled = None if before is None else STAGES[before.stage].canceled
        if before is not None and canceled is None:  # L01.FR.27
            return _rejected(ReasonCode.FW_UPDATE_IN_PROGRESS, "what was installed is to run now")
        job = Job(
            request_id=wanted.request_id,
            url=location.url,
            retries=wanted.retries,
            interval=wanted.interval,
            retrieve=wanted.retrieve,
            install=wanted.install,
            certificate=wanted.certificate,
            signature=wanted.signature,
            accepted=self._core.clock.now(),
            version=self._slots.version or "",
        )
        end = () if before is None or canceled is None else (Told(canceled, before.request_id),)
        if not self._journal.accept(job, *end):
            return _rejected(ReasonCode.OUT_OF_STORAGE, "the store can't be written")
        self._begun = None
        if self._task is not None:
            self._task.cancel()
        status = UpdateFirmwareStatus
        return Outcome(
            status.ACCEPTED if before is None else status.ACCEPTED_CANCELED,
            once_sent=self._once_sent(),
        )

    def _unsigned(self, wanted: FirmwareRequest) -> Outcome[UpdateFirmwareStatus] | None:
        """Why firmware is not taken that is not signed, or half; None if nothing is against it."""
        if wanted.certificate is not None and wanted.signature is not None:
            return None
        if wanted.certificate is not None:
            return _rejected(ReasonCode.MISSING_PARAM, "the signature is missing")
        if wanted.signature is not None:
            return _rejected(ReasonCode.MISSING_PARAM, "the certificate is missing")
        if self._process is not None and self._process.unsigned:
            return None
        return _rejected(ReasonCode.MISSING_PARAM, "firmware must be signed")

    def _badly_signed(self, wanted: FirmwareRequest) -> Outcome[UpdateFirmwareStatus] | None:
        """Why a certificate may not sign firmware (L01.FR.02, L01.FR.22); None if it may."""
        if wanted.certificate is None:
            return None
        # What looks at signatures takes long to be imported, and is not needed before.
        from pilotwire.station.firmware.signature import signing_key

        roots = self._core.blocks[Certificates].manufacturer_roots
        try:
            signing_key(wanted.certificate, roots, self._core.clock.now())
        except BadCertificateError as error:
            event = SecurityEvent.INVALID_FIRMWARE_SIGNING_CERTIFICATE
            self._security.happened(event, str(error))
            status = UpdateFirmwareStatus.INVALID_CERTIFICATE
            return Outcome(status, ReasonCode.INVALID_CERTIFICATE, str(error))
        return None

    def _once_sent(self) -> Callable[[], None]:
        """Begins when the answer has left, or is lost."""
        job = self._journal.job

        def begin() -> None:
            timer.cancel()
            if job is self._journal.job:
                self._begin()

        timer = asyncio.get_running_loop().call_later(ANSWER_LOST, begin)
        return begin

    def _trigger(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        """FirmwareStatusNotification (F06.FR.16, L01.FR.25, L01.FR.26), and what 1.6 has of it."""
        delivery, triggers = self._core.delivery, self._core.blocks[Triggers]
        return triggers.sending(
            lambda: delivery.say(wish.csms, replace(self._standing(wish), asked=True))
        )

    def _standing(self, wish: Wish) -> FirmwareStatusTold:
        """What there is to say when the CSMS asks: an update without an id is none of the white
        paper's. How the last one has ended is said again, but where it went well; 1.6's own
        operation has Idle for that.
        """
        last = self._journal.last
        if (
            last is None
            or last.status is FirmwareStatus.INSTALLED
            or (last.request_id is None) is not wish.plain
            or (wish.plain and self._journal.job is None)
        ):
            last = Told(FirmwareStatus.IDLE)
        return replace(self._journal.fact(last), plain=wish.plain)

    # One update.

    async def _resume(self) -> None:
        """Go on with what an earlier run has left."""
        if self._process is None:
            return
        await self._core.blocks[Evses].begun.wait()  # transactions may go on, or end
        if self._journal.job is None:
            await self._process.clear()
            self._journal.tell_canceled()
        else:
            log.info("the firmware update goes on: %s", self._journal.job.stage)
            self._begin()

    def _begin(self) -> None:
        """Begin with it, unless it has begun."""
        job = self._journal.job
        if job is not None and self._begun is None:
            self._begun = job
            self._core.spawn(self._run(job))

    async def _run(self, job: Job) -> None:
        self._task = asyncio.current_task()
        async with self._one:
            if self._begun is not job or self._process is None:
                return  # another has come before this has had its turn
            self._journal.tell_canceled()
            await self._process.run()


def _rejected(reason: ReasonCode, text: str) -> Outcome[UpdateFirmwareStatus]:
    return Outcome(UpdateFirmwareStatus.REJECTED, reason, printable(text))
