"""Meter values in OCPP 1.6: MeterValues (4.7), the keys of metering (9.1), and how values are said
in any message.

here                         in 1.6
a value times 10 to the n    the value itself
a signed value               a second SampledValue, of the format SignedData; its text is a JSON
                             object with the fields of 2.x's SignedMeterValueType, as the Open
                             Charge Alliance's paper on signed meter values in 1.6 has it
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from pilotwire.dialects.base import Dialect, Report
from pilotwire.dialects.v16.connectors import numbers_of
from pilotwire.dialects.v16.keys import Block16
from pilotwire.ocpp import v16
from pilotwire.ocpp.specs import BOOLEAN, STRING, Access, ConfigurationKey, Variable
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.standard import (
    AlignedDataCtrlr,
    FiscalMetering,
    OCPPCommCtrlr,
    SampledDataCtrlr,
)
from pilotwire.station.facts.metering import MeterValue, MeterValuesTaken, Sample, Signature
from pilotwire.station.station import Station
from pilotwire.station.transactions.metering.collected import MOST
from pilotwire.station.vocabulary import Location, Measurand, Phase

__all__ = ["BLOCK", "MeterValuesMessages", "told_values"]

_MEASURANDS: Final = frozenset(each.value for each in v16.Measurand)
_PHASES: Final = frozenset(each.value for each in Phase)
_UNITS: Final = frozenset(each.value for each in v16.UnitOfMeasure)
_UNDERSTOOD: Final = frozenset({"Hz", "RPM"})
"""Units without a word in 1.6: they go without saying (errata, 7.31)."""
_DECIMALS: Final = 6


def _sayable(name: str) -> bool:
    """Whether 1.6 has a word for a measurand, or for one of one phase (9.1.17)."""
    whole, _, phase = name.rpartition(".")
    return name in _MEASURANDS or (whole in _MEASURANDS and phase in _PHASES)


def _all_sayable(value: str) -> bool:
    """Of a list, as a key has it (3.16.4)."""
    return all(_sayable(name.strip()) for name in value.split(",") if name.strip())


# The keys.

BLOCK = Block16()
BLOCK.key(Keys.ClockAlignedDataInterval, AlignedDataCtrlr.Interval)
BLOCK.key(Keys.MeterValueSampleInterval, SampledDataCtrlr.TxUpdatedInterval)
BLOCK.fixed_key(Keys.StopTransactionMaxMeterValues, lambda _: MOST + 1)


def _list(
    key: ConfigurationKey[tuple[str, ...]],
    longest: ConfigurationKey[int],
    variable: Variable[tuple[str, ...]],
) -> None:
    """A list of measurands, and the key that says how many there are to name."""

    def most(station: Station) -> int:
        definition = station.core.device_model.definition(variable)
        return sum(map(_sayable, (*definition.values, *definition.unlisted)))

    BLOCK.key(key, variable, takes=_all_sayable)
    BLOCK.fixed_key(longest, most)


_list(
    Keys.MeterValuesAlignedData, Keys.MeterValuesAlignedDataMaxLength, AlignedDataCtrlr.Measurands
)
_list(
    Keys.MeterValuesSampledData,
    Keys.MeterValuesSampledDataMaxLength,
    SampledDataCtrlr.TxUpdatedMeasurands,
)
_list(
    Keys.StopTxnAlignedData,
    Keys.StopTxnAlignedDataMaxLength,
    AlignedDataCtrlr.TxEndedMeasurands,
)
_list(
    Keys.StopTxnSampledData,
    Keys.StopTxnSampledDataMaxLength,
    SampledDataCtrlr.TxEndedMeasurands,
)

for _name, _variable in (
    ("AlignedDataSignReadings", AlignedDataCtrlr.SignReadings),
    ("AlignedDataSignUpdatedReadings", AlignedDataCtrlr.SignUpdatedReadings),
    ("SampledDataSignReadings", SampledDataCtrlr.SignReadings),
    ("SampledDataSignUpdatedReadings", SampledDataCtrlr.SignUpdatedReadings),
):
    # Of the paper on signed meter values; only stations with a meter that signs have them.
    _key = ConfigurationKey(name=_name, datatype=BOOLEAN, access=Access.READ_WRITE, profile="Core")
    BLOCK.key(_key, _variable)
BLOCK.key(
    ConfigurationKey(
        name="PublicKeyWithSignedMeterValue",
        datatype=STRING,
        access=Access.READ_WRITE,
        profile="Core",
    ),
    OCPPCommCtrlr.PublicKeyWithSignedMeterValue,
)


def _public_keys(station: Station) -> Iterator[tuple[str, str]]:
    """MeterPublicKey1 and so on, for each connector with a meter that signs."""
    model, numbers = station.core.device_model, numbers_of(station)
    for evse in station.evses:
        place = Component(FiscalMetering.PublicKey.component, evse_id=evse.id)
        definition = model.find(place, FiscalMetering.PublicKey.name, None)
        if definition is not None:
            for connector_id in evse.connectors:
                number = numbers.number(evse.id, connector_id)
                yield f"MeterPublicKey{number}", str(model.actual(definition))


BLOCK.numbered_keys(_public_keys)


# The message.


class MeterValuesMessages(Report[Dialect, MeterValuesTaken]):
    """Each reading is a MeterValues."""

    def request(
        self, to: Dialect, fact: MeterValuesTaken, *, offline: bool
    ) -> v16.MeterValuesRequest | None:
        """MeterValues (4.7); of a transaction, once the Central System has given it a number."""
        del offline
        values = told_values(fact.values)
        if not values:
            return None
        row = None
        if fact.transaction_id is not None:
            row = to.station.core.records.transactions.get(fact.transaction_id)
        return v16.MeterValuesRequest(
            connector_id=numbers_of(to.station).number(fact.evse_id, fact.connector_id),
            transaction_id=None if row is None else row.csms_id,
            meter_value=values,
        )


BLOCK.report(MeterValuesTaken, MeterValuesMessages())


# The values.


def told_values(values: Iterable[MeterValue]) -> list[v16.MeterValue]:
    """Values as 1.6 has words for them; what it has none for is left out."""
    return [
        v16.MeterValue(timestamp=value.timestamp, sampled_value=samples)
        for value in values
        if (samples := [each for sample in value.samples for each in _sampled(sample)])
    ]


def _sampled(sample: Sample) -> Iterator[v16.SampledValue]:
    unit = sample.unit
    if sample.measurand.value not in _MEASURANDS or sample.location is Location.UPSTREAM:
        return
    if unit is not None and unit not in _UNITS and unit not in _UNDERSTOOD:
        return  # its number would be taken for one of another unit
    told = v16.SampledValue(
        value=_number(sample),
        context=v16.ReadingContext(sample.context),
        measurand=v16.Measurand(sample.measurand),
        phase=None if sample.phase is None else v16.Phase(sample.phase),
        location=None if sample.location is None else v16.Location(sample.location),
        unit=None if sample.measurand is Measurand.FREQUENCY else _unit(unit),
    )
    yield told
    if sample.signed is not None:
        yield told.replace(
            value=_envelope(sample.signed), format=v16.ValueFormat.SIGNED_DATA, unit=None
        )


def _unit(unit: str | None) -> v16.UnitOfMeasure | None:
    return None if unit is None or unit not in _UNITS else v16.UnitOfMeasure(unit)


def _number(sample: Sample) -> str:
    """Its decimals: 1.6 has no multiplier."""
    decimals = max(0, _DECIMALS - sample.multiplier)
    text = f"{sample.value * 10.0**sample.multiplier:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _envelope(signed: Signature) -> str:
    fields = {
        "signedMeterData": signed.data,
        "signingMethod": signed.method,
        "encodingMethod": signed.encoding,
        "publicKey": signed.public_key,
    }
    return json.dumps({name: text for name, text in fields.items() if text is not None})
