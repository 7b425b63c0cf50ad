"""How the page writes what it is told: figures, times, and states in plain words."""

from datetime import datetime

from pilotwire.hal.interfaces import ConnectorKind
from pilotwire.simulator.page.bits import NOTHING, Tone
from pilotwire.simulator.views import ConnectorView, EvseView, StationView

__all__ = [
    "amperes",
    "begun",
    "clock_time",
    "day_and_time",
    "energy",
    "evse_state",
    "kind_of",
    "link_state",
    "number",
    "power",
]

_KINDS = {
    ConnectorKind.TYPE1_CABLE: "Type 1 cable",
    ConnectorKind.TYPE2_CABLE: "Type 2 cable",
    ConnectorKind.TYPE2_SOCKET: "Type 2 socket",
    ConnectorKind.CCS1_CABLE: "CCS 1 cable",
    ConnectorKind.CCS2_CABLE: "CCS 2 cable",
}


def begun(text: str) -> str:
    """A text that begins with a capital, whatever else is in it."""
    return text[:1].upper() + text[1:]


def number(value: float, digits: int = 1) -> str:
    """A number without needless zeros."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def amperes(value: float | None) -> str:
    """A current."""
    return NOTHING if value is None else f"{number(value)} A"


def power(watts: float) -> str:
    """A power, always with as many digits, so that it does not dance."""
    return f"{watts / 1000:.2f} kW"


def energy(watt_hours: float | None) -> str:
    """An energy."""
    if watt_hours is None:
        return NOTHING
    return (
        f"{watt_hours / 1000:.3f} kWh" if abs(watt_hours) < 1e6 else f"{watt_hours / 1e6:.3f} MWh"
    )


def clock_time(at: datetime | None) -> str:
    """A time of day, in UTC as all that OCPP says."""
    return NOTHING if at is None else f"{at:%H:%M:%S}"


def day_and_time(at: datetime | None) -> str:
    """A day and a time of day, in UTC."""
    return NOTHING if at is None else f"{at:%Y-%m-%d %H:%M:%S} UTC"


def kind_of(connector: ConnectorView) -> str:
    """What a connector is."""
    return _KINDS.get(connector.kind, str(connector.kind.value))


_CHARGING: dict[str, tuple[str, str, Tone]] = {
    "Charging": ("Charging", "bolt", "busy"),
    "EVConnected": ("Vehicle connected", "power", "busy"),
    "SuspendedEV": ("Suspended by vehicle", "pause_circle", "warn"),
    "SuspendedEVSE": ("Suspended by EVSE", "pause_circle", "warn"),
    "Idle": ("Idle", "schedule", ""),
}
_STATUS: dict[str, tuple[str, str, Tone]] = {
    "Available": ("Available", "check_circle", "good"),
    "Occupied": ("Occupied", "power", "busy"),
    "Reserved": ("Reserved", "event_seat", "warn"),
    "Unavailable": ("Unavailable", "block", "warn"),
    "Faulted": ("Faulted", "error", "bad"),
}


def evse_state(station: StationView, evse: EvseView) -> tuple[str, str, Tone]:
    """What an EVSE is at: a word, an icon, and whether that is well."""
    if not station.powered:
        return "No power", "power_off", "bad"
    if not station.running:
        return "Starting", "hourglass_empty", "warn"
    if evse.status in {"Faulted", "Unavailable"} or evse.transaction is None:
        return _STATUS.get(evse.status, (evse.status or "Unknown", "help", ""))
    state = evse.transaction.charging_state or ""
    return _CHARGING.get(state, (state or "Transaction", "bolt", "busy"))


def link_state(station: StationView) -> tuple[str, str, Tone]:
    """What the connection to the CSMS is: a word, an icon, and whether that is well."""
    link = station.connection
    if not station.powered:
        return "No power", "power_off", "bad"
    if link.offline:
        return ("Network silent" if link.silent else "Offline"), "wifi_off", "bad"
    if not link.connected:
        return "Connecting", "sync_problem", "warn"
    if not link.accepted:
        return f"OCPP {link.version}, not accepted", "rule", "warn"
    return f"OCPP {link.version}, accepted", "cloud_done", "good"
