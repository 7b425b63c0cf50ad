"""What status an EVSE and its connectors show, as a table over the state (G01).

The first line that is true tells it. A reserved connector stays Reserved when somebody plugs in
(2.1 G01.FR.09) and an inoperative one Unavailable, so both stand above Occupied. A connector that
nobody has plugged into shows Available, though another one of its EVSE is in use and it can't be
used itself (G01.FR.08).

    Faulted        a fault stands, of the EVSE or of the whole station
    Unavailable    a hold shows it, of the EVSE or of the connector (of all, for the EVSE)
    Reserved       likewise
    Occupied       a vehicle is plugged in, or has left its plug behind
    Available      else
"""

from collections.abc import Callable

from pilotwire.station.evse.state import EvseState
from pilotwire.station.vocabulary import ConnectorStatus

__all__ = ["connector_status", "evse_status"]

Predicate = Callable[[EvseState, int | None], bool]


def _shown(status: ConnectorStatus) -> Predicate:
    def shown(state: EvseState, connector_id: int | None) -> bool:
        return any(hold.shows is status for hold in state.counting_on(connector_id))

    return shown


def _all_shown(status: ConnectorStatus) -> Predicate:
    """An EVSE shows what all of its connectors do."""

    def shown(state: EvseState, connector_id: int | None) -> bool:
        numbers = range(1, len(state.pilots) + 1)
        return connector_id is None and all(_shown(status)(state, each) for each in numbers)

    return shown


def _occupied(state: EvseState, connector_id: int | None) -> bool:
    if connector_id is None:
        return any(state.occupied(number) for number in range(1, len(state.pilots) + 1))
    return state.occupied(connector_id)


_TABLE: tuple[tuple[Predicate, ConnectorStatus], ...] = (
    (lambda state, _: bool(state.faults), ConnectorStatus.FAULTED),
    (_shown(ConnectorStatus.UNAVAILABLE), ConnectorStatus.UNAVAILABLE),
    (_all_shown(ConnectorStatus.UNAVAILABLE), ConnectorStatus.UNAVAILABLE),
    (_shown(ConnectorStatus.RESERVED), ConnectorStatus.RESERVED),
    (_all_shown(ConnectorStatus.RESERVED), ConnectorStatus.RESERVED),
    (_occupied, ConnectorStatus.OCCUPIED),
)


def connector_status(state: EvseState, connector_id: int) -> ConnectorStatus:
    """The status of a connector."""
    return _look_up(state, connector_id)


def evse_status(state: EvseState) -> ConnectorStatus:
    """The status of the EVSE, which is occupied where one of its connectors is."""
    return _look_up(state, None)


def _look_up(state: EvseState, connector_id: int | None) -> ConnectorStatus:
    for holds_true, status in _TABLE:
        if holds_true(state, connector_id):
            return status
    return ConnectorStatus.AVAILABLE
