"""The variables of EVSEs and their connectors: what there is depends on the hardware."""

from collections.abc import Iterator, Sequence
from functools import cache

from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    AnyEvse,
    AnyFaultCode,
    ConnectorKind,
    FaultCode,
    MainMeter,
    Quantity,
)
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
    SmartChargingCtrlr,
)
from pilotwire.station.evse.power import GRID_VOLTS
from pilotwire.station.evse.problems import PARTS, component_of
from pilotwire.station.hardware.checks import (
    DC_KINDS,
    SOCKETS,
    connectors_of,
    has_bay_sensor,
    switch_of,
)
from pilotwire.station.hardware.meters import public_key_of, quantities, signer_of
from pilotwire.station.transactions.metering import variables as metering
from pilotwire.station.transactions.metering.values import names_of
from pilotwire.station.transactions.variables import limits, points
from pilotwire.station.vocabulary import ConnectorStatus

__all__ = ["DEFINITIONS", "hardware_variables", "supply_phases"]

_MOST_PHASES = 3


def _station_status(station: LiveStation) -> str:
    """What there is to have here: Available as long as one EVSE is, Faulted if all are."""
    statuses = [evse.status for evse in station.all_evses()]
    for status in (ConnectorStatus.AVAILABLE, ConnectorStatus.OCCUPIED, ConnectorStatus.RESERVED):
        if status in statuses:
            return status.value
    return statuses[0].value if statuses else ConnectorStatus.AVAILABLE.value


def _station_problem(station: LiveStation) -> bool:
    """A fault of the whole station stands on each EVSE."""
    return any(
        fault.evse_id == WHOLE_STATION
        for evse in station.all_evses()
        for fault in (*evse.faults, *evse.warnings)
    )


DEFINITIONS = (
    shown(ChargingStation.AvailabilityState, live=_station_status),
    shown(AnyComponent.Problem, None, Component("ChargingStation"), live=_station_problem),
    shown(ChargingStation.Available, True, constant=True),
    shown(ChargingStation.SupplyPhases, 0, constant=True),
)

_UNLOCK_SOCKETS = setting(OCPPCommCtrlr.UnlockOnEVSideDisconnect, True)
_UNLOCK_NOTHING = shown(OCPPCommCtrlr.UnlockOnEVSideDisconnect, False, constant=True)


def _order_of_phases(text: str) -> None:
    """Nothing, or three letters: each phase once at most, an x where none is connected."""
    wired = [letter for letter in text if letter != "x"]
    if text and (
        len(text) != _MOST_PHASES or set(wired) - set("RST") or len(set(wired)) < max(len(wired), 1)
    ):
        raise ValueError("an order of phases is RST, RSx, and the like, or empty")


def _wiring(component: Component) -> Definition:
    """How its phases are wired to those of what feeds it: nothing here knows, but who installs it
    may say so.
    """
    return setting(AnyComponent.PhaseRotation, "", component, validate=_order_of_phases)


_SWITCHES_PHASES = shown(SmartChargingCtrlr.Phases3to1, True, constant=True)

_STATION_WIRING = (_wiring(Component("ChargingStation")),)


def hardware_variables(
    evses: Sequence[AnyEvse], main_meter: MainMeter | None = None
) -> tuple[Definition, ...]:
    """The variables that depend on the hardware: those of the EVSEs, their connectors and meters.

    Raises:
        ValueError: what a meter says of itself can't be.
    """
    sockets = any(kind in SOCKETS for evse in evses for kind in _kinds(evse))
    direct = any(_direct(_kinds(evse)) for evse in evses)
    return (
        _UNLOCK_SOCKETS if sockets else _UNLOCK_NOTHING,
        *limits(direct=direct),
        *points(
            bay=any(has_bay_sensor(evse) for evse in evses),
            signing=any(signer_of(evse) is not None for evse in evses),
        ),
        *_of_meters(evses, main_meter),
        *(_STATION_WIRING if any(map(_has_phases, evses)) else ()),
        *((_SWITCHES_PHASES,) if _all_switch(evses) else ()),
        *(
            definition
            for number, evse in enumerate(evses, start=1)
            for definition in _of_evse(number, _kinds(evse), evse.phases, evse.max_current_a)
        ),
    )


def _of_meters(evses: Sequence[AnyEvse], main: MainMeter | None) -> Iterator[Definition]:
    measured = set[Quantity]()
    keys: dict[int | None, str | None] = {}
    for number, evse in enumerate(evses, start=1):
        direct = _direct(_kinds(evse))
        try:
            measured |= quantities(evse, evse.phases, direct=direct)
            keys[number] = public_key_of(evse)
        except ValueError as error:
            raise ValueError(f"EVSE {number} of the hardware: {error}") from None
    if main is not None:
        try:
            measured |= quantities(main, _MOST_PHASES, direct=False, main=True)
            keys[None] = public_key_of(main)
        except ValueError as error:
            raise ValueError(f"the main meter: {error}") from None
    yield from metering.measurands(names_of(measured))
    upstream = names_of(measured, upstream=True)
    if upstream.measurands:
        yield from metering.upstream_measurands(upstream)
    if any(key is not None for key in keys.values()):
        yield from metering.signing()
    for evse_id, key in keys.items():
        if key is not None:
            yield metering.public_key(key, evse_id)


def _has_phases(evse: AnyEvse) -> bool:
    return supply_phases(evse) == _MOST_PHASES


def _all_switch(evses: Sequence[AnyEvse]) -> bool:
    """Whether one phase can be used of three, wherever there are three. Which one can't be chosen,
    so that is no ACPhaseSwitchingSupported (2.1 2.11.3).
    """
    of_three = [evse for evse in evses if _has_phases(evse)]
    return bool(of_three) and all(switch_of(evse) is not None for evse in of_three)


def supply_phases(evse: AnyEvse) -> int:
    """Alternating current phases: 0 means direct current."""
    return 0 if _direct(_kinds(evse)) else evse.phases


def _kinds(evse: AnyEvse) -> tuple[ConnectorKind, ...]:
    return tuple(connector.kind for connector in connectors_of(evse))


def _direct(kinds: Sequence[ConnectorKind]) -> bool:
    return all(kind in DC_KINDS for kind in kinds)


@cache
def _of_evse(
    evse_id: int, kinds: tuple[ConnectorKind, ...], phases: int, max_current_a: float
) -> tuple[Definition, ...]:
    """Cached, because the stations of a fleet are much alike."""
    evse = Component("EVSE", evse_id=evse_id)

    def status(station: LiveStation) -> str:
        return station.evse(evse_id).status.value

    def problem(station: LiveStation) -> bool:
        evse = station.evse(evse_id)
        return bool(evse.faults or evse.warnings)

    power: tuple[Definition, ...] = ()
    if not _direct(kinds):  # nothing tells the voltage of a DC outlet
        most = max_current_a * phases * GRID_VOLTS
        # Its limit is what is required; it has no value (Part 2, 2.13.7).
        power = (shown(EVSE.Power, None, evse, minimum=0, maximum=most),)
    return (
        shown(EVSE.AvailabilityState, None, evse, live=status),
        shown(EVSE.Available, True, evse, constant=True),
        *power,
        shown(AnyComponent.Problem, None, evse, live=problem),
        *(
            _of_part(evse_id, code, len(kinds))
            for code in PARTS
            if code != FaultCode.LOCK or any(kind in SOCKETS for kind in kinds)
        ),
        metering.idle_only(evse_id),
        shown(EVSE.SupplyPhases, 0 if _direct(kinds) else phases, evse, constant=True),
        *(
            definition
            for connector_id, kind in enumerate(kinds, start=1)
            for definition in _of_connector(evse_id, connector_id, kind, phases)
        ),
    )


def _of_part(evse_id: int, code: AnyFaultCode, connectors: int) -> Definition:
    def problem(station: LiveStation) -> bool:
        return any(fault.key == (evse_id, code) for fault in station.evse(evse_id).faults)

    component = component_of(evse_id, code, connectors)
    return shown(AnyComponent.Problem, None, component, live=problem)


def _of_connector(
    evse_id: int, connector_id: int, kind: ConnectorKind, phases: int
) -> tuple[Definition, ...]:
    connector = Component("Connector", evse_id=evse_id, connector_id=connector_id)

    def status(station: LiveStation) -> str:
        return station.evse(evse_id).connectors[connector_id - 1].value

    return (
        *((_wiring(connector),) if kind not in DC_KINDS and phases == _MOST_PHASES else ()),
        shown(Connector.AvailabilityState, None, connector, live=status),
        shown(Connector.Available, True, connector, constant=True),
        shown(Connector.ConnectorType, kind.value, connector, constant=True),
        shown(Connector.SupplyPhases, 0 if kind in DC_KINDS else phases, connector, constant=True),
    )
