"""OCPP 1.6: connectors, numbered through over all EVSEs of the station.

1.6 knows no EVSE: it has connectors 1, 2, 3 ... without a gap (3.2), and 0 for the Charge Point
itself. EVSE 1's connectors come first, in their order, then EVSE 2's, and so on:

    EVSE 1 with a socket and a cable, EVSE 2 with a cable      in 1.6
    EVSE 1, connector 1                                        connector 1
    EVSE 1, connector 2                                        connector 2
    EVSE 2, connector 1                                        connector 3

Where each EVSE has one connector, its number is the EVSE's. Only one connector of an EVSE can be
used at a time; 1.6 has no way to say so, and a CSMS sees it from a refused start.
"""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from pilotwire.station.station import Station

__all__ = ["ConnectorNumbers", "numbers_of"]


class ConnectorNumbers:
    """The mapping, both ways. `counts` says how many connectors each EVSE has."""

    def __init__(self, counts: Sequence[int]) -> None:
        self._counts = tuple(counts)
        self._before = (0, *accumulate(self._counts))

    @property
    def total(self) -> int:
        """How many there are: NumberOfConnectors."""
        return self._before[-1]

    def number(self, evse_id: int, connector_id: int | None) -> int:
        """The number of a connector; 0 of the station itself (EVSE 0).

        None stands for the first of the EVSE, where a vehicle was not plugged in yet. What is told
        of an EVSE or a connector that was taken away since then keeps clear of the others.
        """
        if evse_id == 0:
            return 0
        here = (connector_id or 1) - 1
        if evse_id > len(self._counts):
            return self.total + evse_id - len(self._counts)
        return self._before[evse_id - 1] + 1 + min(here, self._counts[evse_id - 1] - 1)

    def place(self, number: int) -> tuple[int, int] | None:
        """EVSE and connector with this number; None if there is none."""
        if not 1 <= number <= self.total:
            return None
        evse_id = next(i for i, before in enumerate(self._before) if before >= number)
        return evse_id, number - self._before[evse_id - 1]


def numbers_of(station: Station) -> ConnectorNumbers:
    """The mapping of a station."""
    return _numbers(tuple(len(evse.connectors) for evse in station.evses))


@cache
def _numbers(counts: tuple[int, ...]) -> ConnectorNumbers:
    """Cached, because the stations of a fleet are much alike."""
    return ConnectorNumbers(counts)
