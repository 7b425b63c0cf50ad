"""The variables that steer transactions."""

from functools import cache

from pilotwire.station.device_model.definitions import Definition, setting, shown
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.evse.state import TxPoint

__all__ = ["DEFINITIONS", "limits", "points"]


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
    setting(TxCtrlr.AllowEnergyTransferResumption, False),
    setting(TxCtrlr.EVConnectionTimeOut, 60),
    setting(TxCtrlr.EnergyTransferResumptionRandomRange, 0, minimum=0),
    setting(TxCtrlr.ResumptionTimeout, 0),
    setting(TxCtrlr.StopTxOnEVSideDisconnect, True),
    setting(TxCtrlr.StopTxOnInvalidId, True),
    setting(TxCtrlr.TxBeforeAcceptedEnabled, False),
)
