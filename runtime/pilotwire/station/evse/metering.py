"""What the meter of an EVSE shows, when that is asked for or due (J)."""

from datetime import datetime

from pilotwire.hal.interfaces import FaultCode
from pilotwire.station.core import Core
from pilotwire.station.evse.state import EvseState
from pilotwire.station.facts.metering import MeterValuesTaken
from pilotwire.station.transactions.control import TransactionControl
from pilotwire.station.transactions.metering.variables import (
    ALIGNED_IDLE,
    ALIGNED_UPSTREAM,
    UPDATED,
    Series,
)
from pilotwire.station.transactions.sampling import Sampling, Turn
from pilotwire.station.vocabulary import ReadingContext, TriggerReason

__all__ = ["EvseMetering"]


class EvseMetering:
    """Reads the meter of an EVSE, and tells what it shows.

    A meter that is known to fail is not read: the station looks after it by itself.
    """

    __slots__ = ("_core", "_evse_id", "_meter", "_sampling", "_state", "_turn", "_tx")

    def __init__(
        self, evse_id: int, state: EvseState, tx: TransactionControl, core: Core, turn: Turn
    ) -> None:
        self._evse_id = evse_id
        self._state = state
        self._tx = tx
        self._meter = tx.meter
        self._core = core
        self._turn = turn
        self._sampling = Sampling(tx, core, turn)

    async def aligned(self, slot: datetime, *, tells: bool, collects: bool) -> None:
        """Tell what the meter shows in a slot, or keep it for the end of the transaction."""

        async def measure() -> None:
            if self._broken:
                return
            if self._tx.current is not None:
                await self._sampling.aligned(slot, tells=tells, collects=collects)
            elif tells:
                await self._tell(ALIGNED_IDLE, slot)

        await self._turn(measure)

    async def tell_upstream(self, slot: datetime) -> None:
        """Tell what is measured upstream of the station."""

        async def measure() -> None:
            if not self._broken:
                await self._tell(ALIGNED_UPSTREAM, slot)

        await self._turn(measure)

    async def take(self, series: Series, context: ReadingContext) -> list[MeterValuesTaken]:
        """What the meter shows now; none where there is nothing to tell, or it fails."""
        found: list[MeterValuesTaken] = []

        async def measure() -> None:
            if not self._broken:
                found.extend(await self._taken(series, context, self._core.clock.now()))

        await self._turn(measure)
        return found

    def wants(self, series: Series) -> bool:
        """Whether anything of these is to be told."""
        return bool(self._meter.wanted(series))

    async def tell_transaction(self) -> None:
        """Report how the transaction is, if one runs (F06.FR.07)."""

        async def measure() -> None:
            if self._tx.current is not None:
                reading = await self._tx.read(ReadingContext.TRIGGER, UPDATED)
                values = self._meter.values(UPDATED, reading, ReadingContext.TRIGGER)
                self._tx.tell(TriggerReason.TRIGGER, reading, values)

        await self._turn(measure)

    @property
    def soc(self) -> float | None:
        """The vehicle's state of charge, as it was last read in the transaction, in percent."""
        reading = None if self._tx.current is None else self._tx.reading
        return None if reading is None else reading.soc

    async def look(self) -> None:
        """Read the meter in the transaction that runs, for what it shows of the vehicle."""

        async def measure() -> None:
            if self._tx.current is not None and not self._broken:
                await self._tx.read(ReadingContext.OTHER)

        await self._turn(measure)

    @property
    def _broken(self) -> bool:
        return any(fault.code == FaultCode.METER for fault in self._state.faults.values())

    async def _tell(self, series: Series, slot: datetime) -> None:
        for fact in await self._taken(series, ReadingContext.SAMPLE_CLOCK, slot):
            self._core.delivery.tell(fact)

    async def _taken(
        self, series: Series, context: ReadingContext, at: datetime
    ) -> list[MeterValuesTaken]:
        if not self._meter.wanted(series):
            return []
        reading = await self._tx.read(context, series)
        tx = self._tx.current
        return self._meter.taken(
            series,
            reading,
            context,
            at,
            evse_id=self._evse_id,
            connector_id=self._state.in_use,
            transaction_id=None if tx is None else tx.id,
        )
