"""Clock-aligned values of all meters (J01; 1.6 3.16.2), and values that somebody asks for (F06).

Each meter is read by itself: one that hangs delays no other.
"""

from collections.abc import Coroutine
from datetime import datetime

from pilotwire.hal.interfaces import WHOLE_STATION
from pilotwire.station.core import Core
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.standard import AlignedDataCtrlr
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.facts.metering import MeterValuesTaken
from pilotwire.station.metering.main_meter import WholeStation, main_meter_of
from pilotwire.station.metering.slots import SlotTimer
from pilotwire.station.transactions.metering.meter import Meter
from pilotwire.station.transactions.metering.variables import (
    ALIGNED_IDLE,
    ALIGNED_UPSTREAM,
    TRIGGERED,
    TRIGGERED_16,
    Series,
)
from pilotwire.station.vocabulary import ReadingContext

__all__ = ["Metering"]


class Metering:
    """Reads all meters when a slot begins, and one when that is asked for."""

    __slots__ = ("_core", "_evses", "_main", "_timers", "_whole")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        main = main_meter_of(core.hardware)
        self._whole = None if main is None else WholeStation(main)
        self._main = None if self._whole is None else Meter(core, self._whole, main=True)
        self._timers = [
            SlotTimer(core, AlignedDataCtrlr.Interval, self._aligned),
            SlotTimer(core, AlignedDataCtrlr.TxEndedInterval, self._collect),
        ]
        if core.device_model.has(AlignedDataCtrlr.UpstreamInterval):
            upstream = SlotTimer(core, AlignedDataCtrlr.UpstreamInterval, self._upstream)
            self._timers.append(upstream)

    def start(self) -> None:
        """The hardware works: from now on it is read."""
        for timer in self._timers:
            timer.start()

    def stop(self) -> None:
        """Read nothing any more."""
        for timer in self._timers:
            timer.stop()

    async def take(self, evse_id: int) -> list[MeterValuesTaken]:
        """What the meter of an EVSE shows, or the main meter (0), because somebody wants to know
        (F06.FR.06; 1.6 5.17); none where there is nothing to tell, or nothing to read.

        A meter of an EVSE that fails is a fault of that EVSE.

        Raises:
            IndexError: there is no such EVSE.
        """
        series = self._triggered
        if evse_id != WHOLE_STATION:
            return await self._evses.get(evse_id).metering.take(series, ReadingContext.TRIGGER)
        return await self._take_main(series, ReadingContext.TRIGGER, self._core.clock.now())

    def takes(self, evse_id: int) -> bool:
        """Whether anything is to be told of an EVSE, or of the station as a whole (0), to somebody
        who wants to know.

        Raises:
            IndexError: there is no such EVSE.
        """
        if evse_id == WHOLE_STATION:
            return self._main is not None and bool(self._main.wanted(self._triggered))
        return self._evses.get(evse_id).metering.wants(self._triggered)

    @property
    def has_main(self) -> bool:
        """Whether there is a meter of the station as a whole."""
        return self._main is not None

    @property
    def _triggered(self) -> Series:
        return TRIGGERED if self._core.standing.steered_finely else TRIGGERED_16

    # What is due at the beginning of a slot.

    def _aligned(self, slot: datetime) -> None:
        if not self._core.device_model[AlignedDataCtrlr.Enabled] or self._silent():
            return
        collects = not self._core.standing.steered_finely  # 1.6: one interval for both
        for evse in self._evses:
            if not self._silent_at(evse):
                self._core.spawn(evse.metering.aligned(slot, tells=True, collects=collects))
        self._core.spawn(self._tell_main(ALIGNED_IDLE, slot))

    def _collect(self, slot: datetime) -> None:
        model, finely = self._core.device_model, self._core.standing.steered_finely
        if not model[AlignedDataCtrlr.Enabled] or not finely or self._silent():
            return
        for evse in self._evses:
            if evse.transaction is not None and not self._silent_at(evse):
                self._core.spawn(evse.metering.aligned(slot, tells=False, collects=True))

    def _upstream(self, slot: datetime) -> None:
        if not self._core.device_model[AlignedDataCtrlr.Enabled] or self._silent():
            return
        for evse in self._evses:
            if not self._silent_at(evse):
                self._core.spawn(evse.metering.tell_upstream(slot))
        self._core.spawn(self._tell_main(ALIGNED_UPSTREAM, slot))

    def _silent(self) -> bool:
        """Whether no clock-aligned value is told while a transaction runs (J01.FR.20)."""
        idle_only = self._core.device_model[AlignedDataCtrlr.SendDuringIdle]
        return idle_only and any(evse.transaction is not None for evse in self._evses)

    def _silent_at(self, evse: EvseControl) -> bool:
        """The same of the transaction of an EVSE (J01.FR.19)."""
        here = Component(AlignedDataCtrlr.SendDuringIdle.component, evse_id=evse.id)
        idle_only = self._core.device_model.read(AlignedDataCtrlr.SendDuringIdle, here)
        return evse.transaction is not None and bool(idle_only)

    def _tell_main(self, series: Series, slot: datetime) -> Coroutine[object, None, None]:
        async def tell() -> None:
            for fact in await self._take_main(series, ReadingContext.SAMPLE_CLOCK, slot):
                self._core.delivery.tell(fact)

        return tell()

    async def _take_main(
        self, series: Series, context: ReadingContext, at: datetime
    ) -> list[MeterValuesTaken]:
        if self._main is None or self._whole is None:
            return []
        try:
            reading = await self._main.read(context, series)
        except ValueError as error:
            self._whole.failed(error)
            return []
        return self._main.taken(series, reading, context, at, evse_id=WHOLE_STATION)
