"""Meter values in OCPP 2.x: MeterValues (J01), and how values are said in any message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pilotwire.connection import OcppVersion
from pilotwire.dialects.base import Block, Dialect, Report
from pilotwire.ocpp import v21, v201
from pilotwire.station.facts.metering import (
    ConditionMeasurand,
    MeterValue,
    MeterValuesTaken,
    Sample,
    Signature,
)
from pilotwire.station.vocabulary import Location

__all__ = ["BLOCK", "MeterValuesMessages", "told_values"]

BLOCK: Block[Dialect] = Block()

_IN_201: Final = frozenset(each.value for each in v201.MeasurandEnumType)
_LONGEST_IN_201: Final = 2500
"""The characters of signed data in 2.0.1; longer ones can't be told there."""


class MeterValuesMessages(Report[Dialect, MeterValuesTaken]):
    """Each reading is a MeterValues."""

    def request(
        self, to: Dialect, fact: MeterValuesTaken, *, offline: bool
    ) -> v21.MeterValuesRequest | None:
        """MeterValues (J01)."""
        del offline
        values = told_values(to, fact.values)
        if not values:
            return None
        return v21.MeterValuesRequest(evse_id=fact.evse_id, meter_value=values)


BLOCK.report(MeterValuesTaken, MeterValuesMessages())


def told_values(to: Dialect, values: Iterable[MeterValue]) -> list[v21.MeterValueType]:
    """Values as the version has words for them; what it has none for is left out."""
    return [
        v21.MeterValueType(timestamp=value.timestamp, sampled_value=samples)
        for value in values
        if (samples := list(_sampled(to, value.samples)))
    ]


def _sampled(to: Dialect, samples: Iterable[Sample]) -> Iterator[v21.SampledValueType]:
    old = to.version is OcppVersion.V2_0_1
    for sample in samples:
        if isinstance(sample.measurand, ConditionMeasurand):
            continue  # there is no measurand for it
        if old and (sample.measurand.value not in _IN_201 or sample.location is Location.UPSTREAM):
            continue
        sampled = v21.SampledValueType(
            value=sample.value,
            measurand=sample.measurand,
            context=sample.context,
            phase=sample.phase,
            unit_of_measure=_unit(sample),
            signed_meter_value=_signed(sample.signed, old=old),
        )
        yield sampled if sample.location is None else sampled.replace(location=sample.location)


def _unit(sample: Sample) -> v21.UnitOfMeasureType | None:
    if sample.unit is None:
        return None
    unit = v21.UnitOfMeasureType(unit=sample.unit)
    return unit.replace(multiplier=sample.multiplier) if sample.multiplier else unit


def _signed(signed: Signature | None, *, old: bool) -> v21.SignedMeterValueType | None:
    """J01.FR.21, J02.FR.21."""
    if signed is None or (old and len(signed.data) > _LONGEST_IN_201):
        return None
    return v21.SignedMeterValueType(
        signed_meter_data=signed.data,
        signing_method=signed.method,
        encoding_method=signed.encoding,
        public_key=signed.public_key,
    )
