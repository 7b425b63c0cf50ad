"""The CSMS has firmware published for the charging stations behind this one (L03, L04).

Only a local controller does so: one whose application has brought a `FirmwarePublisher` along. The
file is fetched, held against its checksum, and handed over; one at a time. What the states are, and
what may follow, is in the table of `publication`.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import md5
from pathlib import Path
from typing import Final, TypeVar, cast

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.events import FirmwareDownloading, FirmwarePublishingChanged
from pilotwire.station.facts.firmware import FirmwarePublishingTold
from pilotwire.station.firmware.journal import WRITE_RETRY, Why
from pilotwire.station.firmware.publication import FOLLOWING, KEPT, Kept, PublishJob
from pilotwire.station.firmware.publisher import FirmwarePublisher, Publication
from pilotwire.station.hardware.calls import call, words
from pilotwire.station.hardware.checks import shortly
from pilotwire.station.outcome import Outcome
from pilotwire.station.transfer import Attempts, BadLocationError, TransferError, Transfers, Trouble
from pilotwire.station.transfer.attempts import DEFAULT_RETRIES
from pilotwire.station.transfer_reasons import TRANSFER_REASONS
from pilotwire.station.triggers import Triggers, Wish
from pilotwire.station.vocabulary import (
    GenericStatus,
    MessageTrigger,
    PublishFirmwareStatus,
    ReasonCode,
    TriggerMessageStatus,
    UnpublishFirmwareStatus,
)
from pilotwire.store import StoreUnwritableError

__all__ = ["FirmwarePublishing", "PublishRequest", "PublisherError"]

log = logger(__name__)

T = TypeVar("T")

ANSWER_LOST: Final = 5.0
"""Seconds after which that begins whose answer has not left."""

PUBLISH_LIMIT: Final = 600.0
UNPUBLISH_LIMIT: Final = 60.0
"""Seconds that a publisher has."""

TRIES: Final = 3
"""How often a file is handed over, where the station restarts each time."""

LONGEST_URI: Final = 512
"""Characters that 2.0.1 has room for."""

_CHECKSUM: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)
_PIECE: Final = 1024 * 1024
_KEPT: Final = "firmware_publishing"
_FOLDER: Final = "publishing"
_FILE: Final = "image"

_Status = PublishFirmwareStatus


class PublisherError(Exception):
    """What publishes firmware has failed; the text says how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishRequest:
    """What the CSMS asks for.

    Attributes:
        request_id: What the CSMS calls it.
        url: Where the file is.
        checksum: Its MD5 checksum, in hexadecimal.
        retries: How often the download is tried again; None is left to the station.
        interval: Seconds between two attempts; None is left to the station.
    """

    request_id: int
    url: str = field(repr=False)
    checksum: str
    retries: int | None = None
    interval: int | None = None


class FirmwarePublishing:
    """Publishes firmware, where there is something that does, and a folder for files."""

    __slots__ = (
        "_begun",
        "_core",
        "_kept",
        "_one",
        "_publisher",
        "_steps",
        "_target",
        "_transfers",
        "available",
    )

    def __init__(self, core: Core) -> None:
        self._core = core
        self._transfers = core.blocks[Transfers]
        brought = core.application.find(Publication)
        self._publisher: FirmwarePublisher | None = None if brought is None else brought.publisher
        folder = self._transfers.folder
        self._target = Path() if folder is None else folder / _FOLDER / _FILE
        self.available = self._publisher is not None and folder is not None
        """Whether there is what it takes to publish firmware."""
        self._kept = Kept()
        self._begun: PublishJob | None = None
        """What was begun, as it was accepted."""
        self._one = asyncio.Lock()
        """The publisher hears one thing at a time."""
        self._steps: Mapping[_Status | None, Callable[[PublishJob], Awaitable[None]]] = {
            None: lambda _: self._enter(_Status.DOWNLOADING),
            _Status.DOWNLOADING: self._downloading,
            _Status.DOWNLOADED: self._downloaded,
            _Status.CHECKSUM_VERIFIED: self._verified,
        }
        if not self.available:
            return
        self._kept = KEPT.read(core.records.state.get(_KEPT))
        trigger = MessageTrigger.PUBLISH_FIRMWARE_STATUS_NOTIFICATION
        core.blocks[Triggers].enter(trigger, self._trigger)
        asyncio.get_running_loop().call_soon(lambda: core.spawn(self._resume()))

    # The CSMS asks.

    def request(self, wanted: PublishRequest) -> Outcome[GenericStatus]:
        """Publish a file (L03.FR.05)."""
        checksum = wanted.checksum.lower()
        if not _CHECKSUM.fullmatch(checksum):
            return _rejected(ReasonCode.INVALID_VALUE, "an MD5 checksum has 32 hexadecimal digits")
        try:
            location = self._transfers.located(wanted.url)
        except BadLocationError as error:
            return _rejected(ReasonCode.INVALID_URL, str(error))
        if self._core.records.low:
            return _rejected(ReasonCode.OUT_OF_STORAGE, "the disk is full, or can't be written")
        if self._kept.job is not None:
            return _rejected(ReasonCode.FW_UPDATE_IN_PROGRESS, "another file is being published")
        job = PublishJob(
            request_id=wanted.request_id,
            url=location.url,
            checksum=checksum,
            retries=wanted.retries,
            interval=wanted.interval,
        )
        if not self._keep(replace(self._kept, job=job)):
            return _rejected(ReasonCode.OUT_OF_STORAGE, "the store can't be written")
        return Outcome(GenericStatus.ACCEPTED, once_sent=self._once_sent(job))

    async def withdraw(self, checksum: str) -> UnpublishFirmwareStatus:
        """Unpublish a file (L04).

        Raises:
            PublisherError: that can't be done.
        """
        publisher = self._brought()
        async with self._one:
            status = await _called(
                lambda: cast("Awaitable[object]", publisher.unpublish(checksum.lower())),
                UNPUBLISH_LIMIT,
            )
        if not isinstance(status, UnpublishFirmwareStatus):
            raise PublisherError(f"the publisher says {shortly(status)}")
        return status

    def _once_sent(self, job: PublishJob) -> Callable[[], None]:
        """Begins when the answer has left, or is lost."""

        def begin() -> None:
            timer.cancel()
            if self._kept.job is job:
                self._begin(job)

        timer = asyncio.get_running_loop().call_later(ANSWER_LOST, begin)
        return begin

    def _trigger(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        """PublishFirmwareStatusNotification (L03.FR.10, L03.FR.11)."""
        delivery, triggers = self._core.delivery, self._core.blocks[Triggers]
        last, request_id = self._kept.last, self._kept.request_id
        if last is None or last is _Status.PUBLISHED:
            last, request_id = _Status.IDLE, None
        fact = self._fact(last, request_id)
        return triggers.sending(lambda: delivery.say(wish.csms, fact))

    # One file.

    async def _resume(self) -> None:
        """Go on with what an earlier run has left."""
        if self._kept.job is None:
            await self._clear()
        else:
            self._begin(self._kept.job)

    def _begin(self, job: PublishJob) -> None:
        if self._begun is not job:
            self._begun = job
            self._core.spawn(self._run())

    async def _run(self) -> None:
        while (job := self._kept.job) is not None:
            await self._steps[job.status](job)
        await self._clear()

    async def _downloading(self, job: PublishJob) -> None:
        try:
            await self._fetch(job)
        except TransferError as error:
            why = Why(str(error), TRANSFER_REASONS.get(error.trouble))
            await self._enter(_Status.DOWNLOAD_FAILED, why)  # L03.FR.06
        else:
            await self._enter(_Status.DOWNLOADED)

    async def _fetch(self, job: PublishJob) -> None:
        if job.begun > (DEFAULT_RETRIES if job.retries is None else max(job.retries, 0)):
            raise TransferError(Trouble.CUT, "the station has restarted in the last attempt")
        await self._core.standing.accepted.wait()

        async def attempt() -> None:
            self._note_begun()
            location = self._transfers.located(job.url)
            await self._transfers.download(location, self._target, progress=progress)

        def progress(done: int, size: int | None) -> None:
            self._core.announce(FirmwareDownloading(done, size))

        def failed(error: TransferError, left: int) -> None:
            why = printable(str(error))
            log.warning("the download of firmware has failed: %s; tries left: %d", why, left)

        await Attempts(job.retries, job.interval).make(attempt, failed, made=job.begun)

    async def _downloaded(self, job: PublishJob) -> None:
        """L03.FR.02, L03.FR.07."""
        try:
            found = await asyncio.to_thread(_md5, self._target)
        except OSError as error:
            why = Why(f"the file can't be read: {error.strerror}", ReasonCode.INTERNAL_ERROR)
            await self._enter(_Status.INVALID_CHECKSUM, why)
            return
        if found == job.checksum:
            await self._enter(_Status.CHECKSUM_VERIFIED)
        else:
            why = Why(f"the checksum of the file is {found}", ReasonCode.INVALID_VALUE)
            await self._enter(_Status.INVALID_CHECKSUM, why)

    async def _verified(self, job: PublishJob) -> None:
        """L03.FR.03, L03.FR.04, L03.FR.08, L03.FR.09."""
        try:
            if job.begun >= TRIES:
                raise PublisherError("the station has restarted whenever it was published")  # noqa: TRY301 -- handled as any other failure
            self._note_begun()
            uris = await self._published(job)
        except PublisherError as error:
            why = Why(str(error), ReasonCode.INTERNAL_ERROR)
            await self._enter(_Status.PUBLISH_FAILED, why)
        else:
            await self._enter(_Status.PUBLISHED, uris=uris)

    async def _published(self, job: PublishJob) -> tuple[str, ...]:
        publisher, target = self._brought(), self._target
        async with self._one:
            uris = await _called(
                lambda: cast("Awaitable[object]", publisher.publish(target, job.checksum)),
                PUBLISH_LIMIT,
            )
        if isinstance(uris, str) or not isinstance(uris, (tuple, list)):
            raise PublisherError(f"the URIs are {shortly(uris)}")
        found = tuple(cast("list[object]", uris))
        if not found:
            raise PublisherError("there is no URI")
        for uri in found:
            if not isinstance(uri, str) or not 0 < len(uri) <= LONGEST_URI:
                raise PublisherError(f"no URI of at most {LONGEST_URI} characters: {shortly(uri)}")
        return cast("tuple[str, ...]", found)

    async def _enter(
        self, status: PublishFirmwareStatus, why: Why | None = None, uris: tuple[str, ...] = ()
    ) -> None:
        """It is so far now, and the CSMS hears so.

        Raises:
            ValueError: it can't get there from where it is.
        """
        job = self._kept.job
        if job is None or status not in FOLLOWING[job.status]:
            raise ValueError(f"no publishing gets from {job and job.status} to {status}")
        goes_on = status in FOLLOWING
        after = replace(job, status=status, begun=0) if goes_on else None
        fact = self._fact(status, job.request_id, why, uris)
        while not self._keep(Kept(after, status, job.request_id), fact):  # noqa: ASYNC110 -- nothing tells that the disk has room again
            await asyncio.sleep(WRITE_RETRY)
        if why is None:
            log.info("publishing firmware: %s", status)
        else:
            log.error("publishing firmware: %s: %s", status, printable(why.text))
        self._core.announce(FirmwarePublishingChanged(status, job.request_id, uris, fact.text))

    def _note_begun(self) -> None:
        """What is to be done is begun, once more perhaps."""
        job = self._kept.job
        if job is not None:
            self._keep(replace(self._kept, job=replace(job, begun=job.begun + 1)))

    def _fact(
        self,
        status: PublishFirmwareStatus,
        request_id: int | None,
        why: Why | None = None,
        uris: tuple[str, ...] = (),
    ) -> FirmwarePublishingTold:
        clock = self._core.clock
        return FirmwarePublishingTold(
            timestamp=clock.now(),
            request_id=request_id,
            status=status,
            uris=uris,
            reason=None if why is None else why.reason or ReasonCode.UNSPECIFIED,
            text=None if why is None else printable(why.text),
            provisional=clock.provisional or None,
        )

    def _keep(self, kept: Kept, *facts: FirmwarePublishingTold) -> bool:
        records = self._core.records
        try:
            with records.atomic():
                records.state.set(_KEPT, KEPT.write(kept))
                for fact in facts:
                    self._core.delivery.post(fact)
        except StoreUnwritableError as error:
            log.error("how far publishing firmware is is not on the disk: %s", error)  # noqa: TRY400 -- no traceback for a known failure
            return False
        self._kept = kept
        return True

    def _brought(self) -> FirmwarePublisher:
        if self._publisher is None:
            raise PublisherError("nothing publishes firmware here")
        return self._publisher

    async def _clear(self) -> None:
        """Let there be no file that nobody needs any more."""
        if not self._target.parent.exists():
            return
        try:
            await self._transfers.discard(self._target)
        except TransferError as error:
            log.error("the firmware file is not removed: %s", printable(str(error)))  # noqa: TRY400 -- no traceback for a known failure


def _md5(path: Path) -> str:
    digest = md5(usedforsecurity=False)
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


async def _called(make: Callable[[], Awaitable[T]], limit: float) -> T:
    try:
        return await call(make, limit)
    except Exception as error:  # a publisher may raise anything
        raise PublisherError(words(error)) from error


def _rejected(reason: ReasonCode, text: str) -> Outcome[GenericStatus]:
    return Outcome(GenericStatus.REJECTED, reason, printable(text))
