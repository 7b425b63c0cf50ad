"""Which EVSEs reservations need. Nothing here acts.

Each reservation gets an EVSE that fits it, as long as there are enough; the elder ones go first. An
EVSE is needed where one reservation fewer would have its EVSE without it. So one that is reserved
by its number always is; of those that are left to the station, all are as soon as there are no more
of them than reservations (H01.FR.20), and those of a type of connector likewise (H01.FR.24).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pilotwire.station.reservation.reservation import Reservation

__all__ = ["Site", "met", "needed"]


@dataclass(frozen=True, slots=True)
class Site:
    """An EVSE that may be allotted, and the types of its connectors."""

    evse_id: int
    kinds: tuple[str, ...]


def met(reservations: Iterable[Reservation], sites: Sequence[Site]) -> list[Reservation]:
    """Those that can have an EVSE each, at the same time."""
    holder: dict[int, Reservation] = {}

    def place(reservation: Reservation, seen: set[int]) -> bool:
        """Find it an EVSE, for which others may have to move on."""
        for site in sites:
            if site.evse_id in seen or not reservation.fits(site.evse_id, site.kinds):
                continue
            seen.add(site.evse_id)
            there = holder.get(site.evse_id)
            if there is None or place(there, seen):
                holder[site.evse_id] = reservation
                return True
        return False

    return [each for each in reservations if place(each, set())]


def needed(reservations: Sequence[Reservation], sites: Sequence[Site]) -> frozenset[int]:
    """The EVSEs that nobody else may have."""
    most = len(met(reservations, sites))
    return frozenset(
        site.evse_id
        for site in sites
        if len(met(reservations, [other for other in sites if other is not site])) < most
    )
