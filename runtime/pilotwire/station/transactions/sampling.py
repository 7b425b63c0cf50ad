"""What is measured while a transaction runs, and when (J02).

    SampleTimer     at every interval from the start of the transaction
    slots           at every interval of the clock (`station/metering/slots.py`)

What is measured is told in an Updated event, or kept for the Ended one. Whoever calls the functions
that measure has the EVSE's turn, and hears of a meter that fails by a HardwareFault.
"""

from collections.abc import Callable, Coroutine
from datetime import datetime

from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import SampledDataCtrlr
from pilotwire.station.transactions.control import TransactionControl
from pilotwire.station.transactions.metering.meter import instant
from pilotwire.station.transactions.metering.sampling import SampleTimer
from pilotwire.station.transactions.metering.variables import (
    ALIGNED,
    ALIGNED_ENDED,
    ENDED,
    UPDATED,
    UPSTREAM,
)
from pilotwire.station.vocabulary import ReadingContext, TriggerReason

__all__ = ["Sampling", "Turn"]

Turn = Callable[[Callable[[], Coroutine[object, None, None]]], Coroutine[object, None, None]]
"""Takes the EVSE's turn to measure; a meter that fails is a fault of the EVSE."""

_PERIODIC = ReadingContext.SAMPLE_PERIODIC
_CLOCK = ReadingContext.SAMPLE_CLOCK


class Sampling:
    """The samples of the transactions of one EVSE."""

    __slots__ = ("_collected", "_core", "_meter", "_samples", "_turn", "_tx", "_upstream")

    def __init__(self, tx: TransactionControl, core: Core, turn: Turn) -> None:
        self._tx = tx
        self._core = core
        self._turn = turn
        self._meter = tx.meter
        self._samples = SampleTimer(core, SampledDataCtrlr.TxUpdatedInterval, self._sample_due)
        self._collected = SampleTimer(core, SampledDataCtrlr.TxEndedInterval, self._collect_due)
        self._upstream: SampleTimer | None = None
        if core.device_model.has(SampledDataCtrlr.UpstreamInterval):
            self._upstream = SampleTimer(
                core,
                SampledDataCtrlr.UpstreamInterval,
                self._upstream_due,
            )
        upstream = () if self._upstream is None else (self._upstream,)
        tx.timers = (self._samples, self._collected, *upstream)

    async def aligned(self, slot: datetime, *, tells: bool, collects: bool) -> None:
        """Report what the meter shows in a slot of the clock (J01.FR.22), keep it for the end of
        the transaction, or both.

        Raises:
            HardwareFault: the meter fails.
        """
        told = ALIGNED if tells and self._meter.wanted(ALIGNED) else None
        kept = ALIGNED_ENDED if collects and self._meter.wanted(ALIGNED_ENDED) else None
        series = [each for each in (told, kept) if each is not None]
        if not series:
            return
        reading = await self._tx.read(_CLOCK, *series)
        at = instant(slot, self._core.clock.now())
        keep = () if kept is None else self._meter.values(kept, reading, _CLOCK, at)
        tell = () if told is None else self._meter.values(told, reading, _CLOCK, at)
        if tell:
            self._tx.tell(TriggerReason.METER_VALUE_CLOCK, reading, tell, keep)
        else:
            self._tx.collect(keep)

    def _sample_due(self, due: float) -> Coroutine[object, None, None]:
        return self._turn(lambda: self._sample(due))

    def _collect_due(self, due: float) -> Coroutine[object, None, None]:
        return self._turn(lambda: self._collect(due))

    def _upstream_due(self, due: float) -> Coroutine[object, None, None]:
        return self._turn(lambda: self._sample_upstream(due))

    async def _sample(self, due: float) -> None:
        """Report what the meter shows; the sample was due at that moment (J02.FR.11)."""
        if self._tx.current is None:
            return
        if self._core.device_model[SampledDataCtrlr.Enabled]:
            collects = not self._core.standing.steered_finely  # 1.6 3.16.1: one interval for all
            series = (UPDATED, ENDED) if collects else (UPDATED,)
            reading = await self._tx.read(_PERIODIC, *series)
            values = self._meter.values(UPDATED, reading, _PERIODIC)
            keep = self._meter.values(ENDED, reading, _PERIODIC) if collects else ()
            self._tx.tell(TriggerReason.METER_VALUE_PERIODIC, reading, values, keep)
        self._samples.wait(due)

    async def _collect(self, due: float) -> None:
        """Keep what the meter shows for the end of the transaction (TxEndedInterval)."""
        if self._tx.current is None:
            return
        if self._core.standing.steered_finely and self._meter.wanted(ENDED):
            reading = await self._tx.read(_PERIODIC, ENDED)
            self._tx.collect(self._meter.values(ENDED, reading, _PERIODIC))
        self._collected.wait(due)

    async def _sample_upstream(self, due: float) -> None:
        """Report what is measured upstream of the station (J 2.1)."""
        if self._tx.current is None or self._upstream is None:
            return
        if self._meter.wanted(UPSTREAM):
            reading = await self._tx.read(_PERIODIC, UPSTREAM)
            values = self._meter.values(UPSTREAM, reading, _PERIODIC)
            if values:
                self._tx.tell(TriggerReason.METER_VALUE_PERIODIC, reading, values)
        self._upstream.wait(due)
