"""The variables that steer what is measured and told (J; Part 2, 2.9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pilotwire.ocpp.specs import Variable
from pilotwire.station.device_model.definitions import Component, Definition, setting, shown
from pilotwire.station.device_model.standard import (
    AlignedDataCtrlr,
    FiscalMetering,
    OCPPCommCtrlr,
    SampledDataCtrlr,
)
from pilotwire.station.transactions.metering.values import Names
from pilotwire.station.vocabulary import Measurand

__all__ = [
    "ALIGNED",
    "ALIGNED_ENDED",
    "ALIGNED_IDLE",
    "ALIGNED_UPSTREAM",
    "DEFINITIONS",
    "ENDED",
    "EVERY_METER_VALUE",
    "NEVER",
    "STARTED",
    "TRIGGERED",
    "TRIGGERED_16",
    "UPDATED",
    "UPSTREAM",
    "Series",
    "idle_only",
    "measurands",
    "public_key",
    "signing",
    "upstream_measurands",
]

_REGISTER = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value
_UPDATED = (
    _REGISTER,
    Measurand.POWER_ACTIVE_IMPORT.value,
    Measurand.CURRENT_IMPORT.value,
    Measurand.SOC.value,
)

NEVER = "Never"
EVERY_METER_VALUE = "EveryMeterValue"

DEFINITIONS = (
    setting(SampledDataCtrlr.Enabled, True),
    shown(SampledDataCtrlr.Available, True, constant=True),
    setting(SampledDataCtrlr.TxUpdatedInterval, 60),
    setting(SampledDataCtrlr.TxEndedInterval, 0),
    setting(AlignedDataCtrlr.Enabled, True),
    shown(AlignedDataCtrlr.Available, True, constant=True),
    setting(AlignedDataCtrlr.Interval, 0),
    setting(AlignedDataCtrlr.TxEndedInterval, 0),
    setting(AlignedDataCtrlr.SendDuringIdle, False),
)


@dataclass(frozen=True, slots=True)
class Series:
    """What is told on one kind of occasion, by the variables that steer it.

    Attributes:
        enabled: Whether anything is.
        measurands: What is.
        signed: Whether it is signed: where all of these say so.
        register_at_least: Whether an empty list of `measurands` is the register in 1.6 (9.1.17).
        upstream: Whether it is what is measured upstream.
    """

    enabled: Variable[bool]
    measurands: Variable[tuple[str, ...]]
    signed: tuple[Variable[bool], ...]
    register_at_least: bool = False
    upstream: bool = False


STARTED = Series(
    SampledDataCtrlr.Enabled,
    SampledDataCtrlr.TxStartedMeasurands,
    (SampledDataCtrlr.SignReadings, SampledDataCtrlr.SignStartedReadings),
)
UPDATED = Series(
    SampledDataCtrlr.Enabled,
    SampledDataCtrlr.TxUpdatedMeasurands,
    (SampledDataCtrlr.SignReadings, SampledDataCtrlr.SignUpdatedReadings),
    register_at_least=True,
)
ENDED = Series(
    SampledDataCtrlr.Enabled, SampledDataCtrlr.TxEndedMeasurands, (SampledDataCtrlr.SignReadings,)
)
UPSTREAM = Series(SampledDataCtrlr.Enabled, SampledDataCtrlr.UpstreamMeasurands, (), upstream=True)
ALIGNED = Series(
    AlignedDataCtrlr.Enabled,
    AlignedDataCtrlr.Measurands,
    (AlignedDataCtrlr.SignReadings, AlignedDataCtrlr.SignUpdatedReadings),
    register_at_least=True,
)
ALIGNED_IDLE = Series(
    AlignedDataCtrlr.Enabled,
    AlignedDataCtrlr.Measurands,
    (AlignedDataCtrlr.SignReadings,),
    register_at_least=True,
)
ALIGNED_ENDED = Series(
    AlignedDataCtrlr.Enabled, AlignedDataCtrlr.TxEndedMeasurands, (AlignedDataCtrlr.SignReadings,)
)
TRIGGERED = ALIGNED_IDLE
"""F06.FR.06."""

TRIGGERED_16 = UPDATED
"""1.6 5.17 as of errata 3.46."""

ALIGNED_UPSTREAM = Series(
    AlignedDataCtrlr.Enabled, AlignedDataCtrlr.UpstreamMeasurands, (), upstream=True
)


@cache
def measurands(names: Names) -> tuple[Definition, ...]:
    """What can be told, of what is measured here."""
    updated = tuple(each for each in _UPDATED if each in names.measurands)
    of_phases = any(name.startswith(f"{_REGISTER}.") for name in names.others)
    return (
        *(
            _list(variable, default, names)
            for variable, default in (
                (SampledDataCtrlr.TxStartedMeasurands, (_REGISTER,)),
                (SampledDataCtrlr.TxUpdatedMeasurands, updated),
                (SampledDataCtrlr.TxEndedMeasurands, (_REGISTER,)),
                (AlignedDataCtrlr.Measurands, (_REGISTER,)),
                (AlignedDataCtrlr.TxEndedMeasurands, ()),
            )
        ),
        *((setting(SampledDataCtrlr.RegisterValuesWithoutPhases, False),) if of_phases else ()),
    )


@cache
def upstream_measurands(names: Names) -> tuple[Definition, ...]:
    """The same for what is measured upstream of the station: none is told unasked, for it may be
    private (J 2.1).
    """
    return (
        _list(SampledDataCtrlr.UpstreamMeasurands, (), names),
        setting(SampledDataCtrlr.UpstreamInterval, 0),
        _list(AlignedDataCtrlr.UpstreamMeasurands, (), names),
        setting(AlignedDataCtrlr.UpstreamInterval, 0),
    )


@cache
def signing() -> tuple[Definition, ...]:
    """Of stations with a meter that signs.

    In 2.0.1 SignReadings says it all (J02.FR.21), as it does until a CSMS of 2.1 wants no signature
    at the start, or in updates.
    """
    return (
        setting(SampledDataCtrlr.SignReadings, False),
        setting(SampledDataCtrlr.SignStartedReadings, True),
        setting(SampledDataCtrlr.SignUpdatedReadings, True),
        setting(AlignedDataCtrlr.SignReadings, False),
        setting(AlignedDataCtrlr.SignUpdatedReadings, True),
        setting(OCPPCommCtrlr.PublicKeyWithSignedMeterValue, "OncePerTransaction"),
    )


def public_key(key: str, evse_id: int | None) -> Definition:
    """The key of a meter that signs: of an EVSE, or of the station as a whole (2.9.26)."""
    component = Component(FiscalMetering.PublicKey.component, evse_id=evse_id)
    return shown(FiscalMetering.PublicKey, key, component, constant=True)


@cache
def idle_only(evse_id: int) -> Definition:
    """Whether clock-aligned values of an EVSE are told only while it is idle (J01.FR.19)."""
    component = Component(AlignedDataCtrlr.SendDuringIdle.component, evse_id=evse_id)
    return setting(AlignedDataCtrlr.SendDuringIdle, False, component)


def _list(variable: Variable[tuple[str, ...]], default: Iterable[str], names: Names) -> Definition:
    return setting(variable, tuple(default), values=names.measurands, unlisted=names.others)
