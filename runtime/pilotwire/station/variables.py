"""The standard variables that this station has, and their values until somebody sets others.

None is listed that does not steer behaviour. The specs themselves (name, type, unit) are generated.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v201.device_model import (
    AuthCtrlr,
    ClockCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    TxCtrlr,
)
from pilotwire.station.evse import TxPoint
from pilotwire.station.metering import MEASURED
from pilotwire.station.vocabulary import Measurand

__all__ = [
    "DEFAULTS",
    "MEMBERS",
    "AuthCtrlr",
    "ClockCtrlr",
    "OCPPCommCtrlr",
    "SampledDataCtrlr",
    "TxCtrlr",
]

DEFAULTS: Mapping[Variable[Any], object] = MappingProxyType(
    {
        AuthCtrlr.AuthorizeRemoteStart: True,
        AuthCtrlr.OfflineTxForUnknownIdEnabled: False,
        ClockCtrlr.TimeSource: ("Heartbeat",),
        OCPPCommCtrlr.HeartbeatInterval: 300,
        OCPPCommCtrlr.MessageTimeout_Default: 30,
        OCPPCommCtrlr.MessageAttempts_TransactionEvent: 5,
        OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent: 30,
        OCPPCommCtrlr.OfflineThreshold: 60,
        OCPPCommCtrlr.RetryBackOffRepeatTimes: 5,
        OCPPCommCtrlr.RetryBackOffRandomRange: 10,
        OCPPCommCtrlr.RetryBackOffWaitMinimum: 5,
        OCPPCommCtrlr.WebSocketPingInterval: 60,
        SampledDataCtrlr.TxStartedMeasurands: (Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value,),
        SampledDataCtrlr.TxUpdatedMeasurands: (
            Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value,
            Measurand.POWER_ACTIVE_IMPORT.value,
            Measurand.CURRENT_IMPORT.value,
            Measurand.SOC.value,
        ),
        SampledDataCtrlr.TxUpdatedInterval: 60,
        SampledDataCtrlr.TxEndedMeasurands: (Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value,),
        TxCtrlr.EVConnectionTimeOut: 60,
        TxCtrlr.StopTxOnEVSideDisconnect: True,
        TxCtrlr.StopTxOnInvalidId: True,
        TxCtrlr.TxBeforeAcceptedEnabled: False,
        TxCtrlr.TxStartPoint: ("PowerPathClosed",),
        TxCtrlr.TxStopPoint: ("EVConnected", "Authorized"),
    }
)

_POINTS = frozenset(point.value for point in TxPoint)
_MEASURANDS = frozenset(measurand.value for measurand in MEASURED)

MEMBERS: Mapping[Variable[Any], frozenset[str]] = MappingProxyType(
    {
        TxCtrlr.TxStartPoint: _POINTS,
        TxCtrlr.TxStopPoint: _POINTS,
        SampledDataCtrlr.TxStartedMeasurands: _MEASURANDS,
        SampledDataCtrlr.TxUpdatedMeasurands: _MEASURANDS,
        SampledDataCtrlr.TxEndedMeasurands: _MEASURANDS,
    }
)
"""Of the values that the standard allows in a list, those that this station can do."""
