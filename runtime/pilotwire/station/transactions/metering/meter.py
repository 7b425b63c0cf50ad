"""A meter, read and told as the variables have it (J)."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final, Protocol

from pilotwire.hal.interfaces import MeterReading
from pilotwire.ocpp.specs import Variable
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import OCPPCommCtrlr, SampledDataCtrlr
from pilotwire.station.facts.metering import MeterValue, MeterValuesTaken
from pilotwire.station.transactions.metering.sizes import parts
from pilotwire.station.transactions.metering.values import Telling, meter_value
from pilotwire.station.transactions.metering.variables import EVERY_METER_VALUE, NEVER, Series
from pilotwire.station.vocabulary import Measurand, ReadingContext

__all__ = ["Meter", "instant"]

_LATE: Final = timedelta(seconds=10)
"""What comes so long after a moment is not of that moment."""


class _Readable(Protocol):
    """What reads a meter, within a time limit and checked."""

    @property
    def public_key(self) -> str | None: ...

    async def read_meter(self, sign_for: ReadingContext | None = None) -> MeterReading: ...


class Meter:
    """A meter of an EVSE, or the `main` one of the station."""

    __slots__ = ("_core", "_main", "_readable")

    def __init__(self, core: Core, readable: _Readable, *, main: bool = False) -> None:
        self._core = core
        self._readable = readable
        self._main = main

    @property
    def key_once(self) -> str | None:
        """The key that is told once in each transaction."""
        policy = self._key_policy()
        return None if policy in {NEVER, EVERY_METER_VALUE} else self._readable.public_key

    async def read(self, context: ReadingContext, *series: Series) -> MeterReading:
        """Read it for these; raises what reading it does."""
        signs = any(self._signs(each) for each in series)
        return await self._readable.read_meter(context if signs else None)

    def wanted(self, series: Series) -> Collection[str]:
        """What is to be told."""
        model = self._core.device_model
        if not model[series.enabled] or not model.has(series.measurands):
            return ()
        names = model[series.measurands]
        if not names and series.register_at_least and not self._core.standing.steered_finely:
            return (Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value,)  # 1.6 9.1.17, TC_070, TC_071
        return names

    def values(
        self,
        series: Series,
        reading: MeterReading,
        context: ReadingContext,
        timestamp: datetime | None = None,
    ) -> tuple[MeterValue, ...]:
        """What is to be told of a reading; without a `timestamp` it is of now."""
        every = self._key_policy() == EVERY_METER_VALUE
        telling = Telling(
            signed=self._signs(series),
            public_key=self._readable.public_key if every else None,
            main=self._main,
            upstream=series.upstream,
            without_phases=self._says(SampledDataCtrlr.RegisterValuesWithoutPhases),
        )
        when = self._core.clock.now() if timestamp is None else timestamp
        return meter_value(reading, self.wanted(series), context, when, telling)

    def taken(
        self,
        series: Series,
        reading: MeterReading,
        context: ReadingContext,
        at: datetime,
        *,
        evse_id: int,
        connector_id: int | None = None,
        transaction_id: str | None = None,
    ) -> list[MeterValuesTaken]:
        """What is to be told of a reading that was due at a time, outside of what transactions
        tell: in as many messages as it needs (J01.FR.15), none where there is nothing.
        """
        clock = self._core.clock
        now = clock.now()
        values = self.values(series, reading, context, instant(at, now))
        return [
            MeterValuesTaken(
                evse_id=evse_id,
                connector_id=connector_id,
                transaction_id=transaction_id,
                timestamp=now,
                values=part,
                provisional=clock.provisional or None,
            )
            for part in (parts(values) if values else ())
        ]

    def _signs(self, series: Series) -> bool:
        """Whether readings are signed, and what is wanted of them is among it."""
        if self._readable.public_key is None or not series.signed:
            return False
        register = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value
        return all(self._says(each) for each in series.signed) and register in self.wanted(series)

    def _says(self, variable: Variable[bool]) -> bool:
        model = self._core.device_model
        return model.has(variable) and model[variable]

    def _key_policy(self) -> str:
        if self._readable.public_key is None:
            return NEVER
        return self._core.device_model[OCPPCommCtrlr.PublicKeyWithSignedMeterValue]


def instant(moment: datetime, now: datetime) -> datetime:
    """The moment of a reading that was due at `moment`: that one, unless it came late, or the clock
    was set meanwhile.
    """
    return moment if abs(now - moment) < _LATE else now
