"""The variables that steer transactions."""

from pilotwire.station.device_model.definitions import setting
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.evse.state import TxPoint

__all__ = ["DEFINITIONS"]

_POINTS = tuple(point.value for point in TxPoint)
DEFINITIONS = (
    setting(TxCtrlr.EVConnectionTimeOut, 60),
    setting(TxCtrlr.StopTxOnEVSideDisconnect, True),
    setting(TxCtrlr.StopTxOnInvalidId, True),
    setting(TxCtrlr.TxBeforeAcceptedEnabled, False),
    setting(TxCtrlr.TxStartPoint, ("PowerPathClosed",), values=_POINTS, never_empty=True),
    setting(TxCtrlr.TxStopPoint, ("EVConnected", "Authorized"), values=_POINTS, never_empty=True),
)
