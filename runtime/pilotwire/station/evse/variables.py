"""The variables of EVSEs and their connectors: what there is depends on the hardware."""

from collections.abc import Sequence
from functools import cache

from pilotwire.hal.interfaces import ConnectorKind, EvseHardware
from pilotwire.station.device_model.definitions import (
    Component,
    Definition,
    LiveStation,
    setting,
    shown,
)
from pilotwire.station.device_model.standard import (
    EVSE,
    AnyComponent,
    ChargingStation,
    Connector,
    OCPPCommCtrlr,
)
from pilotwire.station.evse.power import SOCKETS
from pilotwire.station.evse.state import CONNECTOR
from pilotwire.station.vocabulary import ConnectorStatus

__all__ = ["DEFINITIONS", "hardware_variables", "supply_phases"]

NOMINAL_VOLTAGE = 230
"""Phase to neutral, in volts: with it the most current that an EVSE offers becomes its power."""

_DC = frozenset({ConnectorKind.CCS1_CABLE, ConnectorKind.CCS2_CABLE})


def _station_status(station: LiveStation) -> str:
    """What there is to have here: Available as long as one EVSE is, Faulted if all are."""
    statuses = [evse.status for evse in station.all_evses()]
    for status in (ConnectorStatus.AVAILABLE, ConnectorStatus.OCCUPIED, ConnectorStatus.RESERVED):
        if status in statuses:
            return status.value
    return statuses[0].value if statuses else ConnectorStatus.AVAILABLE.value


DEFINITIONS = (
    shown(ChargingStation.AvailabilityState, live=_station_status),
    shown(ChargingStation.Available, True, constant=True),
    shown(ChargingStation.SupplyPhases, 0, constant=True),
)

_UNLOCK_SOCKETS = setting(OCPPCommCtrlr.UnlockOnEVSideDisconnect, True)
_UNLOCK_NOTHING = shown(OCPPCommCtrlr.UnlockOnEVSideDisconnect, False, constant=True)


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
        power = (shown(EVSE.Power, None, evse, minimum=0, maximum=most),)
    return (
        shown(EVSE.AvailabilityState, None, evse, live=status),
        shown(EVSE.Available, True, evse, constant=True),
        *power,
        shown(AnyComponent.Problem, None, evse, live=problem),
        shown(EVSE.SupplyPhases, supplied, evse, constant=True),
        shown(Connector.AvailabilityState, None, connector, live=status),
        shown(Connector.Available, True, connector, constant=True),
        shown(Connector.ConnectorType, kind.value, connector, constant=True),
        shown(Connector.SupplyPhases, supplied, connector, constant=True),
    )
