"""The CSMS wants a log (N01): GetLog, and GetDiagnostics of 1.6.

One log is uploaded at a time. Another request cancels the one that is under way, whatever that is
doing (N01.FR.12).

    accepted       on the disk, with the answer about to leave
    assembling     the file is made
    Uploading      told once, when its first attempt begins (N01.FR.08)
    waiting        an attempt has failed, and another will follow; nothing is told of it
    the end        told: Uploaded, AcceptedCanceled, or why the last attempt has failed (N01.FR.10)

Between any two of them the power may go, or the station restart. What was accepted is taken up
again when the CSMS has accepted the station: the file is made anew, and what was begun counts as an
attempt that has failed, so that an upload that brings the station down comes to an end itself.
Where no attempt is left, that is told. That an upload has ended, and what is told of it, are one
commit: the CSMS hears how each ends.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.diagnostics.assembly import Assembly
from pilotwire.station.diagnostics.kept import KEPT, Job, Kept
from pilotwire.station.diagnostics.source import LogSpan
from pilotwire.station.events import LogUploadEnded, LogUploading
from pilotwire.station.facts.diagnostics import LogUploadTold
from pilotwire.station.outcome import Outcome
from pilotwire.station.transfer import (
    Attempts,
    BadLocationError,
    Outgoing,
    TransferError,
    Transfers,
    Trouble,
)
from pilotwire.station.transfer.attempts import DEFAULT_RETRIES
from pilotwire.station.transfer_reasons import TRANSFER_REASONS
from pilotwire.station.triggers import Triggers, Wish
from pilotwire.station.vocabulary import (
    LogStatus,
    LogType,
    MessageTrigger,
    ReasonCode,
    TriggerMessageStatus,
    UploadLogStatus,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["LogOutcome", "LogRequest", "LogUploads"]

log = logger(__name__)

ANSWER_LOST: Final = 5.0
"""Seconds after which an upload begins whose answer has not left."""

WRITE_RETRY: Final = 60.0
"""Seconds between attempts to put down how an upload has ended while the store can't be written."""

_KEPT: Final = "log_upload"

_ALWAYS: Final = LogSpan()

_STATUSES: Final = {
    Trouble.DENIED: UploadLogStatus.PERMISSION_DENIED,
    Trouble.NOT_SUPPORTED: UploadLogStatus.NOT_SUPPORTED_OPERATION,
    Trouble.PROTOCOL: UploadLogStatus.BAD_MESSAGE,
}
"""What a failure is called; any other is UploadFailure."""

_UNFIT: Final = re.compile(r"[^A-Za-z0-9_.-]", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRequest:
    """What the CSMS asks for.

    Attributes:
        log_type: Which log.
        request_id: What the CSMS calls the upload; None in GetDiagnostics of 1.6, which has none.
        url: Where to; that is a folder in GetDiagnostics (1.6 6.25).
        retries: How often it is tried again; None is left to the station.
        interval: Seconds between two attempts; None is left to the station.
        span: The time of which the log is wanted.
    """

    log_type: LogType
    request_id: int | None
    url: str = field(repr=False)
    retries: int | None = None
    interval: int | None = None
    span: LogSpan = _ALWAYS


@dataclass(frozen=True, slots=True)
class LogOutcome(Outcome[LogStatus]):
    """The answer to a request for a log; `file_name` is what the file is called."""

    file_name: str | None = None


class LogUploads:
    """Uploads logs."""

    __slots__ = ("_assembly", "_begun", "_core", "_kept", "_one", "_task", "_transfers")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._transfers = core.blocks[Transfers]
        self._assembly = Assembly(core)
        self._kept = KEPT.read(core.records.state.get(_KEPT))
        self._one = asyncio.Lock()
        """One at a time: who is canceled may still have to let go of its file."""
        self._begun: Job | None = None
        """The upload that was begun, as it was accepted."""
        self._task: asyncio.Task[object] | None = None
        core.blocks[Triggers].enter(MessageTrigger.LOG_STATUS_NOTIFICATION, self._trigger)
        if self._kept != Kept():
            left = self._kept.job
            asyncio.get_running_loop().call_soon(lambda: core.spawn(self._resume(left)))

    @property
    def busy(self) -> bool:
        """Whether a log is uploaded."""
        return self._kept.job is not None

    # The CSMS asks.

    def request(self, wanted: LogRequest) -> LogOutcome:
        """Upload a log, instead of what is under way (N01.FR.01 to N01.FR.05, N01.FR.12)."""
        try:
            location = self._transfers.located(wanted.url)
        except BadLocationError as error:
            return _rejected(ReasonCode.INVALID_URL, str(error))
        if self._core.records.low:
            return _rejected(ReasonCode.OUT_OF_STORAGE, "the disk is full, or can't be written")
        missing = self._assembly.missing(wanted.log_type, wanted.span)
        if missing is not None:
            return _rejected(*missing)
        name = self._file_name(wanted)
        plain = wanted.request_id is None
        job = Job(
            log_type=wanted.log_type,
            request_id=wanted.request_id,
            url=(location.in_folder(name) if plain else location.for_file(name)).url,
            file_name=name,
            retries=wanted.retries,
            interval=wanted.interval,
            oldest=wanted.span.oldest,
            latest=wanted.span.latest,
        )
        before = self._kept
        if not self._keep(Kept(job, before.canceled + _id_of(before.job))):
            return _rejected(ReasonCode.OUT_OF_STORAGE, "the store can't be written")
        self._begun = None
        if self._task is not None:
            self._task.cancel()
        if before.job is not None:
            self._announce_end(before.job, UploadLogStatus.ACCEPTED_CANCELED, None)
        status = LogStatus.ACCEPTED if before.job is None else LogStatus.ACCEPTED_CANCELED
        return LogOutcome(status, once_sent=self._once_sent(job), file_name=name)

    def _file_name(self, wanted: LogRequest) -> str:
        kind, suffix = (
            ("security", "jsonl")
            if wanted.log_type is LogType.SECURITY_LOG
            else ("diagnostics", "zip")
        )
        identity = _UNFIT.sub("_", self._core.records.identity)[:100]
        number = "" if wanted.request_id is None else f"_{wanted.request_id}"
        return f"{kind}_{identity}_{self._core.clock.now():%Y%m%dT%H%M%SZ}{number}.{suffix}"

    def _once_sent(self, job: Job) -> Callable[[], None]:
        """Begins when the answer has left, or is lost."""

        def begin() -> None:
            timer.cancel()
            self._begin(job)

        timer = asyncio.get_running_loop().call_later(ANSWER_LOST, begin)
        return begin

    def _trigger(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        """LogStatusNotification, or DiagnosticsStatusNotification of 1.6 (F06.FR.14, F06.FR.15)."""
        delivery, triggers = self._core.delivery, self._core.blocks[Triggers]
        return triggers.sending(lambda: delivery.say(wish.csms, self._standing(plain=wish.plain)))

    def _standing(self, *, plain: bool) -> LogUploadTold:
        """What there is to say when the CSMS asks: an upload without an id is none of the white
        paper's, and a security log no diagnostics of 1.6's own (N01.FR.13).
        """
        job = self._kept.job
        if job is not None:
            busy = job.log_type is LogType.DIAGNOSTICS_LOG if plain else not job.plain
            if busy:
                number = None if plain else job.request_id
                return self._fact(number, UploadLogStatus.UPLOADING, plain=plain)
        return self._fact(None, UploadLogStatus.IDLE, plain=plain)

    # One upload.

    async def _resume(self, left: Job | None) -> None:
        """Go on with what an earlier run has left, unless the CSMS wants another meanwhile."""
        await self._core.standing.accepted.wait()
        if left is None:
            self._tell_canceled()
        else:
            self._begin(left)

    def _begin(self, job: Job) -> None:
        """Begin with it, unless it has begun, or was canceled before."""
        if self._kept.job is job and self._begun is not job:
            self._begun = job
            self._core.spawn(self._run(job))

    async def _run(self, job: Job) -> None:
        self._task = asyncio.current_task()
        async with self._one:
            if self._begun is not job:
                return  # another has come before this has had its turn
            self._tell_canceled()
            try:
                error = await self._upload(job)
            finally:
                await self._assembly.clear()
            await self._end(job, error)

    async def _upload(self, job: Job) -> TransferError | None:
        """Make the file, and try to upload it; what was in the way of the last attempt."""
        retries = DEFAULT_RETRIES if job.retries is None else max(job.retries, 0)
        before = job.begun
        if before > retries:
            text = "the station has restarted in the last attempt"
            return TransferError(Trouble.CUT, text)
        made: Outgoing | None = None

        async def attempt() -> None:
            nonlocal made
            self._note_begun()
            try:
                if made is None:
                    made = Outgoing(await self._assembly.make(job), job.file_name)
                    self._tell_uploading(job)
                await self._transfers.upload(made, location, progress=progress)
            except TransferError:
                raise
            except Exception as error:  # a library's or a damaged store's: it costs this attempt
                log.exception("the upload of a log has failed unexpectedly")
                text = f"it failed unexpectedly: {type(error).__name__}"
                raise TransferError(Trouble.CUT, text) from error

        def progress(done: int, size: int | None) -> None:
            self._core.announce(LogUploading(job.file_name, done, size or done))

        def failed(error: TransferError, left: int) -> None:
            why = printable(str(error))
            log.warning("the upload of a log has failed: %s; tries left: %d", why, left)

        try:
            location = self._transfers.located(job.url)
            await Attempts(job.retries, job.interval).make(attempt, failed, made=before)
        except TransferError as error:
            return error
        return None

    def _note_begun(self) -> None:
        """An attempt begins: if it comes to no end, it counts as one that has failed."""
        job = self._kept.job
        if job is not None:
            self._keep(replace(self._kept, job=replace(job, begun=job.begun + 1)))

    def _tell_uploading(self, job: Job) -> None:
        fact = self._fact(job.request_id, UploadLogStatus.UPLOADING, plain=job.plain)
        self._core.delivery.tell(fact)

    def _tell_canceled(self) -> None:
        """Those that were canceled are told so (N01.FR.20)."""
        facts = [
            self._fact(number, UploadLogStatus.ACCEPTED_CANCELED) for number in self._kept.canceled
        ]
        if facts:
            self._keep(replace(self._kept, canceled=()), *facts)

    async def _end(self, job: Job, error: TransferError | None) -> None:
        """It has ended, well or not."""
        fact = self._fact(job.request_id, UploadLogStatus.UPLOADED, plain=job.plain)
        if error is None:
            log.info("a log was uploaded: %s", printable(job.file_name))
        else:
            log.error("a log was not uploaded: %s", printable(str(error)))
            fact = replace(
                fact,
                status=_STATUSES.get(error.trouble, UploadLogStatus.UPLOAD_FAILURE),
                reason=TRANSFER_REASONS.get(error.trouble, ReasonCode.UNSPECIFIED),
                text=str(error),
            )
        while not self._keep(replace(self._kept, job=None), fact):  # noqa: ASYNC110 -- nothing tells that the disk has room again
            await asyncio.sleep(WRITE_RETRY)
        self._announce_end(job, fact.status, fact.text)

    def _announce_end(self, job: Job, status: UploadLogStatus, why: str | None) -> None:
        self._core.announce(LogUploadEnded(job.file_name, status, why))

    def _fact(
        self, request_id: int | None, status: UploadLogStatus, *, plain: bool = False
    ) -> LogUploadTold:
        clock = self._core.clock
        return LogUploadTold(
            timestamp=clock.now(),
            request_id=request_id,
            plain=plain,
            status=status,
            provisional=clock.provisional or None,
        )

    def _keep(self, kept: Kept, *told: LogUploadTold) -> bool:
        """Put down what is under way, and what is told of it; whether that could be done."""
        records = self._core.records
        try:
            with records.atomic():
                if kept == Kept():
                    records.state.remove(_KEPT)
                else:
                    records.state.set(_KEPT, KEPT.write(kept))
                for fact in told:
                    self._core.delivery.post(fact)
        except StoreUnwritableError as error:
            log.error("how the upload of a log goes is not on the disk: %s", error)  # noqa: TRY400 -- no traceback for a known failure
            return False
        self._kept = kept
        return True


def _id_of(job: Job | None) -> tuple[int, ...]:
    """What the CSMS knows an upload by, that was canceled."""
    return () if job is None or job.request_id is None else (job.request_id,)


def _rejected(reason: ReasonCode, text: str) -> LogOutcome:
    return LogOutcome(LogStatus.REJECTED, reason, text)
