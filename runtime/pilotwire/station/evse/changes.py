"""What can happen to an EVSE: each function writes it into the state, and returns why that is
reported, or None where it is no news. Nothing here acts.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from pilotwire.hal.interfaces import AnyFaultCode, FaultCode, PilotState
from pilotwire.station.evse.faults import Fault, stop_reason
from pilotwire.station.evse.holds import Allowance, Hold
from pilotwire.station.evse.state import Authorization, EvseState
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import Reason, TriggerReason

__all__ = [
    "CHANGED",
    "PLUGGED_IN",
    "Change",
    "allowed",
    "bay_seen",
    "believed",
    "cleared",
    "deauthorized",
    "disconnected",
    "disowned",
    "ended",
    "held",
    "let_go",
    "not_connected_in_time",
    "pilot_seen",
    "plug_seen",
    "raised",
    "session_begun",
    "warned",
]

Change: TypeAlias = Callable[[EvseState], Cause | None]
"""Writes into the state what has happened, and returns why that is reported; None: no news."""

PLUGGED_IN = Cause(TriggerReason.CABLE_PLUGGED_IN)
CHANGED = Cause(TriggerReason.CHARGING_STATE_CHANGED)

_SILENT = Cause(TriggerReason.EV_COMMUNICATION_LOST)


def pilot_seen(
    state: EvseState, evse_id: int, connector_id: int, pilot: PilotState
) -> Cause | None:
    """The pilot of a connector is another. None: the vehicle has left (see `disconnected`).

    State F is a fault for as long as it lasts, and E a warning, which a vehicle that is still there
    has until it is `believed`. In E the pilot does not tell whether a vehicle is there, so the one
    that was is taken to be.
    """
    if pilot is PilotState.E:
        return _shorted(state, connector_id)
    was_connected = state.connected
    if not pilot.connected:
        state.shorted -= {connector_id}
    pilots = list(state.pilots)
    pilots[connector_id - 1] = pilot
    state.pilots = tuple(pilots)
    if state.in_use is None and pilot.connected and not state.closed_to_all(connector_id):
        state.in_use = connector_id
    if state.connected:
        state.unplugged = False
    if pilot is PilotState.F:
        return raised(state, Fault(evse_id, FaultCode.PILOT_STATE, f"pilot in state {pilot}"))
    if PilotState.F not in pilots:
        cleared(state, evse_id, FaultCode.PILOT_STATE)
    if state.connected and not was_connected:
        return PLUGGED_IN
    return None if was_connected and not state.connected else CHANGED


def _shorted(state: EvseState, connector_id: int) -> Cause:
    is_news = connector_id not in state.shorted
    pilots = list(state.pilots)
    if pilots[connector_id - 1].connected:
        pilots[connector_id - 1] = PilotState.B  # it asks for nothing any more
    state.pilots = tuple(pilots)
    state.shorted |= {connector_id}
    return _SILENT if is_news and state.in_use == connector_id and state.connected else CHANGED


def believed(state: EvseState, connector_id: int) -> Cause:
    """A pilot has not been in state E for long enough: what it says counts again."""
    state.shorted -= {connector_id}
    return CHANGED


def plug_seen(state: EvseState, connector_id: int, *, plugged: bool) -> Cause | None:
    """The hardware sees a plug, or sees it no more: then nobody waits for it, and no vehicle is at
    it any more, whatever its pilot says. None: the vehicle in use has left so.
    """
    was_connected = state.connected
    plugs, pilots = list(state.plugs), list(state.pilots)
    plugs[connector_id - 1] = plugged
    if not plugged:
        pilots[connector_id - 1] = PilotState.A
    state.plugs, state.pilots = tuple(plugs), tuple(pilots)
    gone = frozenset({connector_id})
    state.emptied = state.emptied - gone if plugged else state.emptied | gone
    if not plugged and not state.connected and state.in_use == connector_id:
        state.owner = None
        state.finishing = False
    return None if was_connected and not state.connected else CHANGED


def bay_seen(state: EvseState, *, occupied: bool, ends: bool) -> Cause | None:
    """The parking bay is occupied, or free again, which `ends` a transaction."""
    if state.bay_occupied is occupied:
        return None
    state.bay_occupied = occupied
    if occupied:
        return Cause(TriggerReason.EV_DETECTED)
    if ends and state.in_transaction:
        state.end_session()
    # Who leaves has ended it, where nothing else did (TC_E_19).
    return Cause(TriggerReason.EV_DEPARTED, Reason.LOCAL)


def disconnected(state: EvseState, *, keeps_plug: bool, ends: bool) -> Cause:
    """The vehicle has left. Its plug stays in the socket with `keeps_plug`; with `ends`, the
    session is over.
    """
    state.finishing = state.finishing and not state.vacated
    state.unplugged = state.authorization is not None
    if not keeps_plug:
        state.owner = None
    if state.authorization is not None and ends:
        if keeps_plug:
            state.owner = state.authorization.token  # E09.FR.03
        state.end_session()  # E09.FR.01
    return Cause(TriggerReason.EV_COMMUNICATION_LOST, Reason.EV_DISCONNECTED)


def session_begun(state: EvseState, authorization: Authorization) -> Cause | None:
    """A token may charge; None if it may not, for another one does or something forbids it."""
    if state.authorization is not None or state.refusal is not None:
        return None
    if state.kept_from(authorization.token):
        return None
    state.authorization = authorization
    state.owner = None
    state.finishing = False
    return Cause(TriggerReason.AUTHORIZED)


def deauthorized(state: EvseState, cause: Cause) -> Cause | None:
    """The session may not go on."""
    if state.authorization is None:
        return None
    has_plug = state.connected or (state.held and state.in_use not in state.emptied)
    if cause.trigger is TriggerReason.DEAUTHORIZED and has_plug:
        state.owner = state.authorization.token
    state.end_session()
    return cause


def not_connected_in_time(state: EvseState, *, ends: bool) -> Cause | None:
    """Who was authorized had time enough to plug in: that `ends` the transaction (E03.FR.05), or it
    goes on until the parking bay is left (E03.FR.15).
    """
    if state.authorization is None or state.connected:
        return None
    state.end_session()
    return Cause(TriggerReason.EV_CONNECT_TIMEOUT, Reason.TIMEOUT, ends=ends)


def ended(state: EvseState, cause: Cause) -> Cause:
    """Session and transaction are over, whatever TxStopPoint says."""
    state.end_session()
    return replace(cause, ends=True)


def disowned(state: EvseState) -> Cause:
    """Nobody waits for the plug any more."""
    state.owner = None
    return CHANGED


def held(state: EvseState, hold: Hold, connector_id: int | None = None) -> Cause | None:
    """A hold is placed on the EVSE, or on a connector; one of a session only where there is one.

    One that waits for the end of a transaction ends a session without any: it would wait for ever.
    """
    if hold.of_session and state.authorization is None:
        return None
    before = state.holds, state.connector_holds
    if connector_id is None:
        state.holds |= {hold}
    else:
        state.connector_holds |= {(connector_id, hold)}
    if (state.holds, state.connector_holds) == before:
        return None
    here = connector_id is None or connector_id == state.in_use
    if hold.after_transaction and not state.in_transaction and (here or state.refusing_hold):
        state.end_session()
    return CHANGED


def allowed(state: EvseState, energy_wh: float, hold: Hold) -> Cause | None:
    """The session goes on until the transaction has taken so much; then the hold is placed."""
    if state.authorization is None or hold in state.holds:
        return None
    state.allowance = Allowance(energy_wh, hold)
    return CHANGED


def let_go(state: EvseState, hold: Hold, connector_id: int | None = None) -> Cause | None:
    """A hold is lifted from the EVSE, or from a connector."""
    before = state.holds, state.connector_holds
    if connector_id is None:
        state.holds -= {hold}
    else:
        state.connector_holds -= {(connector_id, hold)}
    return None if (state.holds, state.connector_holds) == before else CHANGED


def raised(state: EvseState, fault: Fault) -> Cause:
    """Something is wrong: that ends session and transaction."""
    state.faults[fault.key] = fault
    return ended(state, Cause(TriggerReason.ABNORMAL_CONDITION, stop_reason(fault.code)))


def warned(state: EvseState, warning: Fault) -> Cause:
    """Something is wrong that ends nothing."""
    is_news = warning.key not in state.warnings
    state.warnings[warning.key] = warning
    return _SILENT if is_news and warning.withholds and state.connected else CHANGED


def cleared(state: EvseState, evse_id: int, code: AnyFaultCode) -> Cause | None:
    """A fault or a warning of the EVSE, or of the whole station (0), is gone; the others stand."""
    key = evse_id, code
    if state.faults.pop(key, None) is None and state.warnings.pop(key, None) is None:
        return None
    return CHANGED
