"""Variables of the device model, and the few facts a station keeps about itself."""

from dataclasses import dataclass

from pilotwire.store.database import Store

__all__ = ["State", "VariableKey", "Variables"]


@dataclass(frozen=True, slots=True)
class VariableKey:
    """The address of a variable's attribute; an absent instance is '', an absent EVSE or connector
    0.
    """

    component: str
    variable: str
    component_instance: str = ""
    variable_instance: str = ""
    evse_id: int = 0
    connector_id: int = 0
    attribute: str = "Actual"


class Variables:
    """The values that differ from the default, as OCPP text."""

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._station = station

    def set(self, key: VariableKey, value: str) -> None:
        """Keep a value; belongs in an `atomic()` block."""
        self._store.execute(
            "INSERT OR REPLACE INTO variables VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._station,
            key.component,
            key.component_instance,
            key.evse_id,
            key.connector_id,
            key.variable,
            key.variable_instance,
            key.attribute,
            value,
        )

    def all(self) -> dict[VariableKey, str]:
        """Every kept value."""
        rows = self._store.rows("SELECT * FROM variables WHERE station = ?", self._station)
        return {
            VariableKey(
                component=row["component"],
                variable=row["variable"],
                component_instance=row["component_instance"],
                variable_instance=row["variable_instance"],
                evse_id=row["evse"],
                connector_id=row["connector"],
                attribute=row["attribute"],
            ): row["value"]
            for row in rows
        }


class State:
    """Small facts by name: why the station boots next, and the like."""

    def __init__(self, store: Store, station: str) -> None:
        self._store = store
        self._station = station

    def set(self, key: str, value: str) -> None:
        """Keep a fact; belongs in an `atomic()` block."""
        self._store.execute(
            "INSERT OR REPLACE INTO state VALUES (?, ?, ?)", self._station, key, value
        )

    def get(self, key: str) -> str | None:
        """The fact of that name, if there is one."""
        rows = self._store.rows(
            "SELECT value FROM state WHERE station = ? AND key = ?", self._station, key
        )
        return rows[0]["value"] if rows else None

    def remove(self, key: str) -> None:
        """Forget a fact; belongs in an `atomic()` block."""
        self._store.execute("DELETE FROM state WHERE station = ? AND key = ?", self._station, key)
