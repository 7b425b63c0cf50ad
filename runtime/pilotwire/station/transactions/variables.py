"""The variables that steer transactions and what is measured in them."""

from functools import cache

from pilotwire.station.device_model.definitions import Definition, setting, shown
from pilotwire.station.device_model.standard import SampledDataCtrlr, TxCtrlr
from pilotwire.station.evse.state import TxPoint
from pilotwire.station.transactions.metering.values import MEASURED, phase_names
from pilotwire.station.vocabulary import Measurand

__all__ = ["DEFINITIONS", "limits", "measurands", "points"]

_MEASURANDS = tuple(measurand.value for measurand in MEASURED)
_REGISTER = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value
_UPDATED = (_REGISTER, Measurand.POWER_ACTIVE_IMPORT.value, Measurand.CURRENT_IMPORT.value)


@cache
def measurands(phases: int, *, direct: bool) -> tuple[Definition, ...]:
    """What is measured, on so many phases; `direct` where there is direct current, over which the
    vehicle tells its state of charge.
    """
    updated = (*_UPDATED, Measurand.SOC.value) if direct else _UPDATED
    return tuple(
        setting(variable, default, values=_MEASURANDS, unlisted=phase_names(phases))
        for variable, default in (
            (SampledDataCtrlr.TxStartedMeasurands, (_REGISTER,)),
            (SampledDataCtrlr.TxUpdatedMeasurands, updated),
            (SampledDataCtrlr.TxEndedMeasurands, (_REGISTER,)),
        )
    )


@cache
def limits(*, direct: bool) -> tuple[Definition, ...]:
    """What a transaction can be held to; `direct` where the vehicle tells its state of charge."""
    supported = ("maxEnergy", "maxTime", "maxSoC") if direct else ("maxEnergy", "maxTime")
    return (shown(TxCtrlr.SupportedLimits, supported, constant=True),)


@cache
def points(*, bay: bool, signing: bool) -> tuple[Definition, ...]:
    """When transactions begin and end: what the hardware can tell. `bay` where a parking bay is
    watched, `signing` where a meter signs what it shows, which is the end of nothing (errata of
    E06.FR.05).
    """
    lacking = {
        point
        for point, is_there in (
            (TxPoint.PARKING_BAY_OCCUPANCY, bay),
            (TxPoint.DATA_SIGNED, signing),
        )
        if not is_there
    }
    start = tuple(point.value for point in TxPoint if point not in lacking)
    stop = tuple(point for point in start if point != TxPoint.DATA_SIGNED)
    return (
        setting(TxCtrlr.TxStartPoint, ("PowerPathClosed",), values=start, never_empty=True),
        setting(TxCtrlr.TxStopPoint, ("EVConnected", "Authorized"), values=stop, never_empty=True),
    )


DEFINITIONS = (
    setting(SampledDataCtrlr.TxUpdatedInterval, 60),
    setting(SampledDataCtrlr.TxEndedInterval, 0),
    setting(TxCtrlr.AllowEnergyTransferResumption, False),
    setting(TxCtrlr.EVConnectionTimeOut, 60),
    setting(TxCtrlr.EnergyTransferResumptionRandomRange, 0, minimum=0),
    setting(TxCtrlr.ResumptionTimeout, 0),
    setting(TxCtrlr.StopTxOnEVSideDisconnect, True),
    setting(TxCtrlr.StopTxOnInvalidId, True),
    setting(TxCtrlr.TxBeforeAcceptedEnabled, False),
)
