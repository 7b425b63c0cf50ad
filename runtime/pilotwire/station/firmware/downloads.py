"""Until there is a file: the stages of a firmware update in which it is fetched.

The CSMS must have accepted the station; a cut download goes on. Where nothing may be fetched while
a transaction runs, a download begins no sooner, and pauses while one does.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Final

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.events import FirmwareDownloading
from pilotwire.station.evse.evses import Evses
from pilotwire.station.firmware.dates import is_ahead, until
from pilotwire.station.firmware.journal import Journal, Why
from pilotwire.station.firmware.kept import Job
from pilotwire.station.firmware.policy import FirmwarePolicy
from pilotwire.station.firmware.stages import Stage
from pilotwire.station.transfer import Attempts, TransferError, Transfers, Trouble
from pilotwire.station.transfer.attempts import DEFAULT_RETRIES
from pilotwire.station.transfer_reasons import TRANSFER_REASONS

__all__ = ["Downloads"]

log = logger(__name__)

LOOK: Final = 1.0
"""Seconds between two looks at whether a transaction runs."""

_FOLDER: Final = "firmware"
_FILE: Final = "image"
"""The name of the file here, whatever it is called there."""


class Downloads:
    """Fetches the file of the update that is under way; `steps` has what is done in which stage."""

    __slots__ = ("_core", "_evses", "_journal", "_transfers", "steps")

    def __init__(self, core: Core, journal: Journal) -> None:
        self._core = core
        self._journal = journal
        self._evses = core.blocks[Evses]
        self._transfers = core.blocks[Transfers]
        self.steps: Mapping[Stage, Callable[[Job], Awaitable[None]]] = {
            Stage.ACCEPTED: self._accepted,
            Stage.DOWNLOAD_SCHEDULED: self._scheduled,
            Stage.DOWNLOADING: self._downloading,
            Stage.DOWNLOAD_PAUSED: self._paused,
        }

    @property
    def target(self) -> Path | None:
        """Where the file is, or will be; None without a folder for it."""
        folder = self._transfers.folder
        return None if folder is None else folder / _FOLDER / _FILE

    @property
    def _charges(self) -> bool:
        """Whether a transaction is in the way (L01.FR.13)."""
        policy = self._core.application.find(FirmwarePolicy)
        if policy is None or policy.while_charging:
            return False
        return any(evse.transaction is not None for evse in self._evses)

    async def _accepted(self, job: Job) -> None:
        later = is_ahead(self._core.clock, job.retrieve) or self._charges
        await self._journal.enter(Stage.DOWNLOAD_SCHEDULED if later else Stage.DOWNLOADING)

    async def _scheduled(self, job: Job) -> None:
        await until(self._core.clock, job.retrieve)
        await self._until_it_may()
        await self._journal.enter(Stage.DOWNLOADING)

    async def _downloading(self, job: Job) -> None:
        fetching = asyncio.ensure_future(self._fetched(job))
        try:
            while not fetching.done() and not self._charges:
                await asyncio.wait({fetching}, timeout=LOOK)
        finally:
            if not fetching.done():
                fetching.cancel()
                await asyncio.wait({fetching})
        if fetching.cancelled():
            await self._journal.pause()  # L01.FR.14
            return
        error = fetching.result()
        if error is None:
            await self._journal.enter(Stage.DOWNLOADED)
        else:
            why = Why(str(error), TRANSFER_REASONS.get(error.trouble))
            await self._journal.enter(Stage.DOWNLOAD_FAILED, why)

    async def _paused(self, job: Job) -> None:
        del job
        await self._until_it_may()
        await self._journal.resume()

    async def _until_it_may(self) -> None:
        while self._charges:  # noqa: ASYNC110 -- transactions of many EVSEs come and go
            await asyncio.sleep(LOOK)

    async def _fetched(self, job: Job) -> TransferError | None:
        """Fetch the file; what was in the way of the last attempt."""
        try:
            await self._fetch(job)
        except TransferError as error:
            return error
        return None

    async def _fetch(self, job: Job) -> None:
        target = self.target
        if target is None:
            raise TransferError(Trouble.DISK, "the station has no folder for files any more")
        if job.begun > (DEFAULT_RETRIES if job.retries is None else max(job.retries, 0)):
            raise TransferError(Trouble.CUT, "the station has restarted in the last attempt")
        await self._core.standing.accepted.wait()

        async def attempt() -> None:
            self._journal.begin()
            location = self._transfers.located(job.url)
            await self._transfers.download(location, target, progress=progress)

        def progress(done: int, size: int | None) -> None:
            self._core.announce(FirmwareDownloading(done, size))

        def failed(error: TransferError, left: int) -> None:
            why = printable(str(error))
            log.warning("the download of firmware has failed: %s; tries left: %d", why, left)

        await Attempts(job.retries, job.interval).make(attempt, failed, made=job.begun)
