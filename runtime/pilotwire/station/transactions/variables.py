"""The variables that steer transactions and what is measured in them."""

from pilotwire.station.device_model.definitions import setting
from pilotwire.station.device_model.standard import SampledDataCtrlr, TxCtrlr
from pilotwire.station.evse.state import TxPoint
from pilotwire.station.transactions.metering.values import MEASURED
from pilotwire.station.vocabulary import Measurand

__all__ = ["DEFINITIONS", "UPDATED_AC", "UPDATED_DC"]

_POINTS = tuple(point.value for point in TxPoint)
_MEASURANDS = tuple(measurand.value for measurand in MEASURED)
_REGISTER = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value
_UPDATED = (_REGISTER, Measurand.POWER_ACTIVE_IMPORT.value, Measurand.CURRENT_IMPORT.value)

UPDATED_AC = setting(SampledDataCtrlr.TxUpdatedMeasurands, _UPDATED, values=_MEASURANDS)
UPDATED_DC = setting(
    SampledDataCtrlr.TxUpdatedMeasurands, (*_UPDATED, Measurand.SOC.value), values=_MEASURANDS
)
"""Over direct current the vehicle tells its state of charge."""

DEFINITIONS = (
    setting(SampledDataCtrlr.TxStartedMeasurands, (_REGISTER,), values=_MEASURANDS),
    setting(SampledDataCtrlr.TxUpdatedInterval, 60),
    setting(SampledDataCtrlr.TxEndedMeasurands, (_REGISTER,), values=_MEASURANDS),
    setting(TxCtrlr.EVConnectionTimeOut, 60),
    setting(TxCtrlr.StopTxOnEVSideDisconnect, True),
    setting(TxCtrlr.StopTxOnInvalidId, True),
    setting(TxCtrlr.TxBeforeAcceptedEnabled, False),
    setting(TxCtrlr.TxStartPoint, ("PowerPathClosed",), values=_POINTS, never_empty=True),
    setting(TxCtrlr.TxStopPoint, ("EVConnected", "Authorized"), values=_POINTS, never_empty=True),
)
