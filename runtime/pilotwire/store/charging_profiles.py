"""The charging profiles that outlast a restart (K; 1.6 3.13)."""

from dataclasses import dataclass

from pilotwire.store.database import Store

__all__ = ["ChargingProfileRow", "ChargingProfiles"]


@dataclass(frozen=True, slots=True)
class ChargingProfileRow:
    """A profile: `id` is unique at the station, `body` is the profile as JSON text."""

    id: int
    evse_id: int
    source: str
    body: str


class ChargingProfiles:
    """The table of one station. Whatever writes belongs in a block of the store."""

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._station = station

    def all(self) -> list[ChargingProfileRow]:
        """All of them, in the order of their ids."""
        rows = self._store.rows(
            "SELECT id, evse, source, body FROM charging_profiles WHERE station = ? ORDER BY id",
            self._station,
        )
        return [ChargingProfileRow(*row) for row in rows]

    def put(self, row: ChargingProfileRow) -> None:
        """Keep a profile, in the place of one of the same id."""
        self._store.execute(
            "INSERT OR REPLACE INTO charging_profiles (station, id, evse, source, body)"
            " VALUES (?, ?, ?, ?, ?)",
            self._station,
            row.id,
            row.evse_id,
            row.source,
            row.body,
        )

    def remove(self, profile_id: int) -> None:
        """Keep it no longer."""
        self._store.execute(
            "DELETE FROM charging_profiles WHERE station = ? AND id = ?", self._station, profile_id
        )
