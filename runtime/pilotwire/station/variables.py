"""The standard variables that this station has, and their values until somebody sets others.

None is listed that does not steer or tell what the station does. The specs themselves (name, type,
unit, what the standard allows) are generated; here is what this station makes of them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from pilotwire.hal.interfaces import ConnectorKind, EvseHardware
from pilotwire.ocpp.specs import Mutability, Variable
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
from pilotwire.station.definitions import LONGEST, Component, Definition, Key, LiveStation
from pilotwire.station.evse import CONNECTOR, TxPoint
from pilotwire.station.metering import MEASURED
from pilotwire.station.power import SOCKETS
from pilotwire.station.vocabulary import ConnectorStatus, Measurand

__all__ = [
    "EVSE",
    "STANDARD",
    "STANDARD_BY_KEY",
    "AuthCtrlr",
    "ChargingStation",
    "ClockCtrlr",
    "Connector",
    "DeviceDataCtrlr",
    "OCPPCommCtrlr",
    "SampledDataCtrlr",
    "SecurityCtrlr",
    "TxCtrlr",
    "hardware_variables",
]

T = TypeVar("T")

NOMINAL_VOLTAGE = 230
"""Phase to neutral, in volts: with it the most current that an EVSE offers becomes its power."""

_POINTS = tuple(point.value for point in TxPoint)
_MEASURANDS = tuple(measurand.value for measurand in MEASURED)
_DC = frozenset({ConnectorKind.CCS1_CABLE, ConnectorKind.CCS2_CABLE})
_REGISTER = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value


def _setting(variable: Variable[T], default: T, **more: Any) -> Definition:
    """A variable that the CSMS may set."""
    if variable.datatype.name == "integer":
        more = {"minimum": 0 if variable.minimum is None else None, "maximum": LONGEST} | more
    return Definition(
        spec=variable,
        component=Component(variable.component),
        default=default,
        mutability=Mutability.READ_WRITE,
        **more,
    )


def _fact(
    variable: Variable[T], default: T | None = None, component: Component | None = None, **more: Any
) -> Definition:
    """A variable that the CSMS may only read."""
    return Definition(
        spec=variable,
        component=component or Component(variable.component),
        default=default,
        mutability=Mutability.READ_ONLY,
        **more,
    )


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
            _setting(AuthCtrlr.AuthorizeRemoteStart, True),
            _setting(AuthCtrlr.OfflineTxForUnknownIdEnabled, False),
            _fact(ClockCtrlr.DateTime, live=_time_of_day),
            _setting(
                ClockCtrlr.TimeSource,
                ("Heartbeat",),
                values=("Heartbeat", "RealTimeClock"),
                never_empty=True,
            ),
            _fact(DeviceDataCtrlr.BytesPerMessage_GetReport, 65536, minimum=1),
            _fact(DeviceDataCtrlr.BytesPerMessage_GetVariables, 65536, minimum=1),
            _fact(DeviceDataCtrlr.BytesPerMessage_SetVariables, 65536, minimum=1),
            _fact(DeviceDataCtrlr.ItemsPerMessage_GetReport, 50, minimum=1),
            _fact(DeviceDataCtrlr.ItemsPerMessage_GetVariables, 50, minimum=1),
            _fact(DeviceDataCtrlr.ItemsPerMessage_SetVariables, 50, minimum=1),
            # No part of the station transfers files, and it says so.
            _fact(OCPPCommCtrlr.FileTransferProtocols, (), constant=True),
            _setting(OCPPCommCtrlr.HeartbeatInterval, 300),
            _fact(OCPPCommCtrlr.MessageTimeout_Default, 30, minimum=1, maximum=LONGEST),
            _setting(OCPPCommCtrlr.MessageAttempts_TransactionEvent, 5),
            _setting(OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent, 30),
            _setting(OCPPCommCtrlr.OfflineThreshold, 60),
            _setting(OCPPCommCtrlr.ResetRetries, 3, maximum=100),
            _setting(OCPPCommCtrlr.RetryBackOffRepeatTimes, 5, maximum=30),
            _setting(OCPPCommCtrlr.RetryBackOffRandomRange, 10, maximum=86400),
            _setting(OCPPCommCtrlr.RetryBackOffWaitMinimum, 5, minimum=1, maximum=86400),
            # A connection keeps the interval that it was opened with.
            _setting(OCPPCommCtrlr.WebSocketPingInterval, 60, reboot_required=True),
            _setting(SampledDataCtrlr.TxStartedMeasurands, (_REGISTER,), values=_MEASURANDS),
            _setting(
                SampledDataCtrlr.TxUpdatedMeasurands,
                (
                    _REGISTER,
                    Measurand.POWER_ACTIVE_IMPORT.value,
                    Measurand.CURRENT_IMPORT.value,
                    Measurand.SOC.value,
                ),
                values=_MEASURANDS,
            ),
            _setting(SampledDataCtrlr.TxUpdatedInterval, 60),
            _setting(SampledDataCtrlr.TxEndedMeasurands, (_REGISTER,), values=_MEASURANDS),
            _fact(SecurityCtrlr.Identity, "", constant=True),
            _fact(SecurityCtrlr.SecurityProfile, 0, constant=True),
            _setting(TxCtrlr.EVConnectionTimeOut, 60),
            _setting(TxCtrlr.StopTxOnEVSideDisconnect, True),
            _setting(TxCtrlr.StopTxOnInvalidId, True),
            _setting(TxCtrlr.TxBeforeAcceptedEnabled, False),
            _setting(TxCtrlr.TxStartPoint, ("PowerPathClosed",), values=_POINTS, never_empty=True),
            _setting(
                TxCtrlr.TxStopPoint,
                ("EVConnected", "Authorized"),
                values=_POINTS,
                never_empty=True,
            ),
            _fact(ChargingStation.AvailabilityState, live=_station_status),
            _fact(ChargingStation.Available, True, constant=True),
            _fact(ChargingStation.Model, "", constant=True),
            _fact(ChargingStation.SupplyPhases, 0, constant=True),
            _fact(ChargingStation.VendorName, "", constant=True),
        )
    }
)
"""By their specs, in the order in which they are reported."""

STANDARD_BY_KEY: Mapping[Key, Definition] = MappingProxyType(
    {definition.key: definition for definition in STANDARD.values()}
)


_UNLOCK_SOCKETS = _setting(OCPPCommCtrlr.UnlockOnEVSideDisconnect, True)
_UNLOCK_NOTHING = _fact(OCPPCommCtrlr.UnlockOnEVSideDisconnect, False, constant=True)


def hardware_variables(evses: Sequence[EvseHardware]) -> tuple[Definition, ...]:
    """The variables that depend on the hardware: those of the EVSEs and of their connectors."""
    sockets = any(evse.kind in SOCKETS for evse in evses)
    return (
        _UNLOCK_SOCKETS if sockets else _UNLOCK_NOTHING,
        *(
            definition
            for number, evse in enumerate(evses, start=1)
            for definition in _of_evse(number, evse.kind, evse.phases, evse.max_current_a)
        ),
    )


def supply_phases(evse: EvseHardware) -> int:
    """Alternating current phases: 0 means direct current."""
    return 0 if evse.kind in _DC else evse.phases


@cache
def _of_evse(
    evse_id: int, kind: ConnectorKind, phases: int, max_current_a: float
) -> tuple[Definition, ...]:
    """Cached, because the stations of a fleet are much alike."""
    evse = Component("EVSE", evse_id=evse_id)
    connector = Component("Connector", evse_id=evse_id, connector_id=CONNECTOR)
    supplied = 0 if kind in _DC else phases

    def status(station: LiveStation) -> str:
        return station.evse(evse_id).status.value

    def problem(station: LiveStation) -> bool:
        return station.evse(evse_id).fault is not None

    power: tuple[Definition, ...] = ()
    if kind not in _DC:  # nothing tells the voltage of a DC outlet
        most = max_current_a * phases * NOMINAL_VOLTAGE
        # Its limit is what is required; it has no value (Part 2, 2.13.7).
        power = (_fact(EVSE.Power, None, evse, minimum=0, maximum=most),)
    return (
        _fact(EVSE.AvailabilityState, None, evse, live=status),
        _fact(EVSE.Available, True, evse, constant=True),
        *power,
        _fact(AnyComponent.Problem, None, evse, live=problem),
        _fact(EVSE.SupplyPhases, supplied, evse, constant=True),
        _fact(Connector.AvailabilityState, None, connector, live=status),
        _fact(Connector.Available, True, connector, constant=True),
        _fact(Connector.ConnectorType, kind.value, connector, constant=True),
        _fact(Connector.SupplyPhases, supplied, connector, constant=True),
    )
