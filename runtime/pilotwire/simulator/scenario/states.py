"""In what stations are not as a scenario expects them to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pilotwire.simulator.errors import ActError
from pilotwire.simulator.scenario.steps import EvseState, Range, StationState, VariableValue
from pilotwire.simulator.views import ConnectorView, EvseView

if TYPE_CHECKING:
    from pilotwire.simulator.charger import SimulatedCharger

__all__ = ["evse_differs", "meter_wh", "station_differs", "variable_differs"]


def meter_wh(charger: SimulatedCharger, evse_id: int) -> float:
    """What a meter has counted, less what was given back.

    Raises:
        ActError: there is no such EVSE.
    """
    charger.evse(evse_id)
    [meter] = [each.meter for each in charger.view().evses if each.id == evse_id]
    return meter.import_wh - meter.export_wh


def evse_differs(charger: SimulatedCharger, wanted: EvseState) -> list[str]:
    """In what an EVSE is not so."""
    view = charger.view()
    evse = next((each for each in view.evses if each.id == wanted.evse), None)
    if evse is None:
        return [f"there is no EVSE {wanted.evse}"]
    connector = next((each for each in evse.connectors if each.id == wanted.connector), None)
    if connector is None:
        return [f"EVSE {wanted.evse} has no connector {wanted.connector}"]
    faults = sorted({each.code for each in (*evse.faults, *view.faults)})
    found = [*_of_evse(evse, wanted), *_of_connector(connector, wanted)]
    if wanted.faults is not None and faults != sorted(wanted.faults):
        found.append(f"faults are {_many(faults)}, not {_many(sorted(wanted.faults))}")
    return [f"EVSE {wanted.evse}: {each}" for each in found]


def _of_evse(evse: EvseView, wanted: EvseState) -> Iterator[str]:
    transaction = evse.transaction
    charging = None if transaction is None else transaction.charging_state
    yield from _other("status", evse.status, wanted.status)
    yield from _other("charging_state", charging, wanted.charging_state)
    yield from _other("transaction", transaction is not None, wanted.transaction)
    yield from _other("token", evse.token, wanted.token)
    yield from _other("reserved", evse.reservation_id is not None, wanted.reserved)
    yield from _out("current_a", evse.meter.current_a, wanted.current_a)
    yield from _out("power_w", evse.meter.power_w, wanted.power_w)


def _of_connector(connector: ConnectorView, wanted: EvseState) -> Iterator[str]:
    vehicle = connector.vehicle
    yield from _other("plugged", vehicle is not None, wanted.plugged)
    yield from _other("locked", connector.locked, wanted.locked)
    yield from _other("contactor_closed", connector.contactor_closed, wanted.contactor_closed)
    yield from _out("offered_a", connector.offered_a, wanted.offered_a)
    yield from _out("soc", None if vehicle is None else vehicle.soc, wanted.soc)


def station_differs(charger: SimulatedCharger, wanted: StationState) -> list[str]:
    """In what a station is not so."""
    view = charger.view()
    link = view.connection
    found = [
        *_other("running", view.running, wanted.running),
        *_other("connected", link.connected, wanted.connected),
        *_other("accepted", link.accepted, wanted.accepted),
        *_other("version", link.version, wanted.version),
        *_out("waiting", link.waiting, wanted.waiting),
    ]
    if found and (view.failure or link.trouble):
        found.append(view.failure or link.trouble)
    return found


def variable_differs(charger: SimulatedCharger, wanted: VariableValue) -> list[str]:
    """In what a variable is not so."""
    name = wanted.name.lower()
    try:
        variables = charger.variables()
    except ActError as error:
        return [f"{wanted.name}: {error.what}"]
    named = [each for each in variables if each.name.lower() == name]
    for each in named:
        if each.attribute == wanted.attribute.value or "." not in wanted.name:
            return list(_other(wanted.name, each.value, wanted.value))
    return [f"there is no {wanted.name}" + (f" with a {wanted.attribute}" if named else "")]


def _other(name: str, value: object, wanted: object) -> Iterator[str]:
    if wanted is not None and value != wanted:
        yield f"{name} is {_word(value)}, not {_word(wanted)}"


def _out(name: str, value: float | None, wanted: Range | None) -> Iterator[str]:
    if wanted is None:
        return
    if value is None:
        yield f"{name} is not known, and was to be {wanted}"
    elif value not in wanted:
        yield f"{name} is {value:g}, not {wanted}"


def _word(value: object) -> str:
    match value:
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case "":
            return "not known"
        case _:
            return str(value)


def _many(words: list[str]) -> str:
    return ", ".join(words) or "none"
