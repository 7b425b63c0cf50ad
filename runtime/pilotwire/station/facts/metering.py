"""Facts of metering: what meters have shown (J)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Literal, Self, TypeAlias

from pilotwire.station.facts.fact import Fact
from pilotwire.station.vocabulary import Location, Measurand, Phase, ReadingContext
from pilotwire.store import METER_VALUES, Lane

__all__ = [
    "AnyMeasurand",
    "ConditionMeasurand",
    "MeterValue",
    "MeterValuesTaken",
    "Sample",
    "Signature",
]


class ConditionMeasurand(StrEnum):
    """What a meter may show of the station's own condition, for which 2.1 has no measurand."""

    TEMPERATURE = "Temperature"
    RPM = "RPM"


AnyMeasurand: TypeAlias = Measurand | ConditionMeasurand


@dataclass(frozen=True, slots=True)
class Signature:
    """A value as the meter has signed it (SignedMeterValueType).

    `data` and `public_key` are in Base64, as all versions have them. The key is set where it is
    told with the value (PublicKeyWithSignedMeterValue).
    """

    data: str
    encoding: str
    method: str | None = None
    public_key: str | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One measured value: so many times ten to the power of `multiplier`, in `unit`, if it has one.

    Without a `location` it was measured at the outlet, as the standard has it (J02.FR.05).
    """

    value: float
    measurand: AnyMeasurand
    context: ReadingContext
    unit: str | None = None
    phase: Phase | None = None
    location: Location | None = None
    multiplier: int = 0
    signed: Signature | None = None


@dataclass(frozen=True, slots=True)
class MeterValue:
    """The values measured at one instant."""

    timestamp: datetime
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterValuesTaken(Fact):
    """A meter was read outside of what transactions tell; EVSE 0 is the whole station (J01).

    `transaction_id` is the transaction that ran there.
    """

    lane: ClassVar[Lane] = METER_VALUES
    evse_id: int
    values: tuple[MeterValue, ...]
    connector_id: int | None = None
    transaction_id: str | None = None
    kind: Literal["meter_values"] = "meter_values"

    def shifted(self, by: timedelta) -> Self:
        """The same at the right time, its values too."""
        values = tuple(replace(each, timestamp=each.timestamp + by) for each in self.values)
        return replace(self, timestamp=self.timestamp + by, values=values, provisional=None)
