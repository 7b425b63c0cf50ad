"""Where an update is, on the disk, and what the CSMS hears of it: one commit for both."""

import asyncio
from dataclasses import dataclass, replace
from typing import Final

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.events import FirmwareStatusChanged
from pilotwire.station.facts.firmware import FirmwareStatusTold
from pilotwire.station.firmware.kept import KEPT, Job, Kept, Told
from pilotwire.station.firmware.stages import STAGES, Stage, told
from pilotwire.station.vocabulary import ReasonCode
from pilotwire.store import StoreUnwritableError

__all__ = ["Journal", "Why"]

log = logger(__name__)

WRITE_RETRY: Final = 60.0
"""Seconds between attempts to put down where an update is while the store can't be written."""

_KEPT: Final = "firmware_update"


@dataclass(frozen=True, slots=True)
class Why:
    """What was in the way of an update."""

    text: str
    reason: ReasonCode | None = None


class Journal:
    """The update that is under way, if any."""

    __slots__ = ("_core", "_kept")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._kept = KEPT.read(core.records.state.get(_KEPT))

    @property
    def job(self) -> Job | None:
        """The update; None where none is under way."""
        return self._kept.job

    @property
    def last(self) -> Told | None:
        """What the CSMS was last told of any."""
        return self._kept.last

    def accept(self, job: Job, *canceled: Told) -> bool:
        """There is another update, which has canceled these; whether that could be written down."""
        return self._keep(replace(self._kept, job=job, canceled=self._kept.canceled + canceled))

    def tell_canceled(self) -> None:
        """Those that were canceled have come to their end (L01.FR.24, remark)."""
        if not self._kept.canceled:
            return
        why = Why("another update has taken its place")
        facts = [self.fact(each, why) for each in self._kept.canceled]
        if self._keep(replace(self._kept, canceled=(), last=self._kept.canceled[-1]), *facts):
            for each in facts:
                self._announce(each)

    def begin(self) -> None:
        """What is to be done in this stage is begun, once more perhaps."""
        if self.job is not None:
            self._keep(replace(self._kept, job=replace(self.job, begun=self.job.begun + 1)))

    async def pause(self) -> None:
        """The download pauses: what was cut off for that has not failed."""
        job = self.job
        begun = 0 if job is None else max(job.begun - 1, 0)
        await self.enter(Stage.DOWNLOAD_PAUSED, begun=begun)

    async def resume(self) -> None:
        """It goes on."""
        job = self.job
        await self.enter(Stage.DOWNLOADING, begun=0 if job is None else job.begun)

    async def enter(self, stage: Stage, why: Why | None = None, *, begun: int = 0) -> None:
        """The update is in another stage; the last ones end it. What is to be done there was
        `begun` so often already.

        Raises:
            ValueError: it can't get there from where it is.
        """
        job = self.job
        if job is None or stage not in STAGES[job.stage].after:
            raise ValueError(f"no update gets from {job and job.stage} to {stage}")
        status = told(stage)
        last = None if status is None else Told(status, job.request_id)
        kept = replace(
            self._kept,
            job=replace(job, stage=stage, begun=begun) if STAGES[stage].after else None,
            last=self._kept.last if last is None else last,
        )
        fact = None if last is None else self.fact(last, why)
        while not self._keep(kept, *(() if fact is None else (fact,))):  # noqa: ASYNC110 -- nothing tells that the disk has room again
            await asyncio.sleep(WRITE_RETRY)
        if why is None:
            log.info("firmware update: %s", stage)
        else:
            log.error("firmware update: %s: %s", stage, printable(why.text))
        if fact is not None:
            self._announce(fact)

    def fact(self, told: Told, why: Why | None = None) -> FirmwareStatusTold:
        """What the CSMS hears."""
        clock = self._core.clock
        return FirmwareStatusTold(
            timestamp=clock.now(),
            request_id=told.request_id,
            plain=told.request_id is None,
            status=told.status,
            reason=None if why is None else why.reason or ReasonCode.UNSPECIFIED,
            text=None if why is None else printable(why.text),
            provisional=clock.provisional or None,
        )

    def _announce(self, fact: FirmwareStatusTold) -> None:
        self._core.announce(FirmwareStatusChanged(fact.status, fact.request_id, fact.text))

    def _keep(self, kept: Kept, *facts: FirmwareStatusTold) -> bool:
        records = self._core.records
        try:
            with records.atomic():
                records.state.set(_KEPT, KEPT.write(kept))
                for fact in facts:
                    self._core.delivery.post(fact)
        except StoreUnwritableError as error:
            log.error("where a firmware update is is not on the disk: %s", error)  # noqa: TRY400 -- no traceback for a known failure
            return False
        self._kept = kept
        return True
