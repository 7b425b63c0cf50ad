"""The standard variables that this station has, and their values until somebody sets others.

None is listed that does not steer or tell what the station does. The specs themselves (name, type,
unit, what the standard allows) are generated; here is what this station makes of them.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from pilotwire.ocpp.specs import Variable
from pilotwire.ocpp.v201.device_model import (
    EVSE,
    AnyComponent,
    AuthCtrlr,
    ChargingStation,
    ClockCtrlr,
    Connector,
    DeviceDataCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
    SecurityCtrlr,
    TxCtrlr,
)
from pilotwire.station.device_model.definitions import (
    LONGEST,
    Definition,
    Key,
    LiveStation,
    setting,
    shown,
)
from pilotwire.station.evse.state import TxPoint
from pilotwire.station.transactions.metering.values import MEASURED
from pilotwire.station.vocabulary import ConnectorStatus, Measurand

__all__ = [
    "EVSE",
    "STANDARD",
    "STANDARD_BY_KEY",
    "AnyComponent",
    "AuthCtrlr",
    "ChargingStation",
    "ClockCtrlr",
    "Connector",
    "DeviceDataCtrlr",
    "OCPPCommCtrlr",
    "SampledDataCtrlr",
    "SecurityCtrlr",
    "TxCtrlr",
]

_POINTS = tuple(point.value for point in TxPoint)
_MEASURANDS = tuple(measurand.value for measurand in MEASURED)
_REGISTER = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value


def _time_of_day(station: LiveStation) -> datetime:
    return station.now()


def _station_status(station: LiveStation) -> str:
    """What there is to have here: Available as long as one EVSE is, Faulted if all are."""
    statuses = [evse.status for evse in station.all_evses()]
    for status in (ConnectorStatus.AVAILABLE, ConnectorStatus.OCCUPIED, ConnectorStatus.RESERVED):
        if status in statuses:
            return status.value
    return statuses[0].value if statuses else ConnectorStatus.AVAILABLE.value


STANDARD: Mapping[Variable[Any], Definition] = MappingProxyType(
    {
        definition.spec: definition
        for definition in (
            setting(AuthCtrlr.AuthorizeRemoteStart, True),
            setting(AuthCtrlr.OfflineTxForUnknownIdEnabled, False),
            shown(ClockCtrlr.DateTime, live=_time_of_day),
            setting(
                ClockCtrlr.TimeSource,
                ("Heartbeat",),
                values=("Heartbeat", "RealTimeClock"),
                never_empty=True,
            ),
            shown(DeviceDataCtrlr.BytesPerMessage_GetReport, 65536, minimum=1),
            shown(DeviceDataCtrlr.BytesPerMessage_GetVariables, 65536, minimum=1),
            shown(DeviceDataCtrlr.BytesPerMessage_SetVariables, 65536, minimum=1),
            shown(DeviceDataCtrlr.ItemsPerMessage_GetReport, 50, minimum=1),
            shown(DeviceDataCtrlr.ItemsPerMessage_GetVariables, 50, minimum=1),
            shown(DeviceDataCtrlr.ItemsPerMessage_SetVariables, 50, minimum=1),
            # No part of the station transfers files, and it says so.
            shown(OCPPCommCtrlr.FileTransferProtocols, (), constant=True),
            setting(OCPPCommCtrlr.HeartbeatInterval, 300),
            shown(OCPPCommCtrlr.MessageTimeout_Default, 30, minimum=1, maximum=LONGEST),
            setting(OCPPCommCtrlr.MessageAttempts_TransactionEvent, 5),
            setting(OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent, 30),
            setting(OCPPCommCtrlr.OfflineThreshold, 60),
            setting(OCPPCommCtrlr.ResetRetries, 3, maximum=100),
            setting(OCPPCommCtrlr.RetryBackOffRepeatTimes, 5, maximum=30),
            setting(OCPPCommCtrlr.RetryBackOffRandomRange, 10, maximum=86400),
            setting(OCPPCommCtrlr.RetryBackOffWaitMinimum, 5, minimum=1, maximum=86400),
            # A connection keeps the interval that it was opened with.
            setting(OCPPCommCtrlr.WebSocketPingInterval, 60, reboot_required=True),
            setting(SampledDataCtrlr.TxStartedMeasurands, (_REGISTER,), values=_MEASURANDS),
            setting(
                SampledDataCtrlr.TxUpdatedMeasurands,
                (
                    _REGISTER,
                    Measurand.POWER_ACTIVE_IMPORT.value,
                    Measurand.CURRENT_IMPORT.value,
                    Measurand.SOC.value,
                ),
                values=_MEASURANDS,
            ),
            setting(SampledDataCtrlr.TxUpdatedInterval, 60),
            setting(SampledDataCtrlr.TxEndedMeasurands, (_REGISTER,), values=_MEASURANDS),
            shown(SecurityCtrlr.Identity, "", constant=True),
            shown(SecurityCtrlr.SecurityProfile, 0, constant=True),
            setting(TxCtrlr.EVConnectionTimeOut, 60),
            setting(TxCtrlr.StopTxOnEVSideDisconnect, True),
            setting(TxCtrlr.StopTxOnInvalidId, True),
            setting(TxCtrlr.TxBeforeAcceptedEnabled, False),
            setting(TxCtrlr.TxStartPoint, ("PowerPathClosed",), values=_POINTS, never_empty=True),
            setting(
                TxCtrlr.TxStopPoint,
                ("EVConnected", "Authorized"),
                values=_POINTS,
                never_empty=True,
            ),
            shown(ChargingStation.AvailabilityState, live=_station_status),
            shown(ChargingStation.Available, True, constant=True),
            shown(ChargingStation.Model, "", constant=True),
            shown(ChargingStation.SupplyPhases, 0, constant=True),
            shown(ChargingStation.VendorName, "", constant=True),
        )
    }
)
"""By their specs, in the order in which they are reported."""

STANDARD_BY_KEY: Mapping[Key, Definition] = MappingProxyType(
    {definition.key: definition for definition in STANDARD.values()}
)
