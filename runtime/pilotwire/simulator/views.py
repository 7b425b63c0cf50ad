"""What there is to see of simulated chargers: plain data, as the HTTP API gives it.

Currents are in amperes a phase, power in watts, energy in watt-hours, times of day in UTC. What is
None is not known, or not there.
"""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from pilotwire.connection import OcppVersion
from pilotwire.hal.interfaces import ConnectorKind, PilotState
from pilotwire.hal.simulated import Mishap

__all__ = [
    "CertificateView",
    "ConnectionView",
    "ConnectorView",
    "CsmsSessionView",
    "CsmsStationView",
    "CsmsView",
    "Done",
    "EvseView",
    "FaultView",
    "LimitView",
    "MessageView",
    "MeterView",
    "ProfileView",
    "RecordingView",
    "ReservationView",
    "Sample",
    "SimulatorView",
    "StationSummary",
    "StationView",
    "TransactionView",
    "VariableView",
    "VehicleView",
]


class View(BaseModel):
    """What all views have in common: they do not change."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Done(View):
    """An act has been done."""

    act: str
    """Which: "plug_in"."""
    said: str = ""
    """What came of it, in words, where there is something to say."""
    answer: JsonValue = None
    """What the CSMS has answered, where the act was to say something to it."""


class FaultView(View):
    """Something that is wrong."""

    code: str
    info: str
    warning: bool
    """Whether charging is still possible."""
    found: bool
    """Whether the station has found it by itself."""


class VehicleView(View):
    """A vehicle on a cable."""

    soc: float
    """How full its battery is, in percent."""
    target_soc: float
    """Until when it charges, in percent."""
    asks: bool
    """Whether it asks for energy (pilot state C or D)."""
    paused: bool
    """Whether it was told not to charge for now."""
    full: bool
    """Whether its battery takes no more."""
    iso15118: bool
    """Whether it speaks ISO 15118."""


class ConnectorView(View):
    """A connector, as its hardware is."""

    id: int
    kind: ConnectorKind
    status: str
    """ConnectorStatusEnumType: "Available"; empty while the station does not run."""
    pilot: PilotState
    locked: bool
    contactor_closed: bool
    offered_a: float
    """What the pilot offers."""
    vehicle: VehicleView | None


class MeterView(View):
    """What goes through the meter of an EVSE; negative while energy is given back."""

    import_wh: float
    export_wh: float
    power_w: float
    current_a: float
    """In each phase that is used."""
    phases: int
    """How many phases are used; 0 while nothing flows."""


class LimitView(View):
    """What may be offered, where that is less than the hardware can."""

    amperes: float
    reason: str | None
    """Whose limit it is: a purpose of charging profiles, or the application."""
    until: datetime | None
    """When it becomes another, as far as is known."""


class TransactionView(View):
    """A transaction that runs."""

    id: str
    token: str | None
    began: datetime | None
    energy_wh: float | None
    """What it has taken by its latest event."""
    charging_state: str | None
    """ChargingStateEnumType: "Charging"."""


class EvseView(View):
    """An EVSE."""

    id: int
    status: str
    """ConnectorStatusEnumType of the EVSE: "Occupied"; empty while the station does not run."""
    connectors: tuple[ConnectorView, ...]
    max_current_a: float
    phases: int
    meter: MeterView
    limit: LimitView | None
    transaction: TransactionView | None
    token: str | None
    """Whose session is on."""
    reservation_id: int | None
    """The reservation that keeps it free."""
    faults: tuple[FaultView, ...]
    """Faults and warnings, the oldest first."""
    holds: tuple[str, ...]
    """What else keeps energy from it."""
    broken: tuple[Mishap, ...]
    """What was broken by an act and is not mended."""
    bay_sensor: bool
    bay_occupied: bool


class ConnectionView(View):
    """The connection to the CSMS."""

    url: str
    """Where it was last sought, with the station's identity."""
    connected: bool
    version: OcppVersion | None
    """What is spoken on it."""
    accepted: bool
    """Whether the CSMS has accepted the station on it."""
    offline: bool
    """Whether the network is taken away."""
    silent: bool
    """Whether what is said on it is lost."""
    trouble: str
    """Why the last attempt to connect has failed; empty if it has not."""
    waiting: int
    """How many transaction-related messages wait for the CSMS."""


class ReservationView(View):
    """A reservation."""

    id: int
    evse_id: int | None
    token: str
    expires: datetime
    connector_type: str | None


class ProfileView(View):
    """A charging profile that is installed."""

    id: int
    evse_id: int
    """0 is the whole station."""
    source: str
    """Who has set it: "CSO" is the CSMS."""
    purpose: str
    stack_level: int
    profile: dict[str, JsonValue]
    """All of it, in the words of 2.1."""


class CertificateView(View):
    """A certificate that the station trusts, or its own."""

    use: str
    subject: str
    issuer: str
    serial_number: str
    not_before: datetime
    not_after: datetime


class VariableView(View):
    """An attribute of a variable, or a configuration key of 1.6."""

    name: str
    """`Component.Variable`, as the act `set` takes it; a key's name has no point."""
    attribute: str
    value: str | None
    """As OCPP writes it; None where it can't be told: a secret."""
    settable: bool
    """Whether an act can set it."""
    mutability: str
    """What the CSMS may do with it."""
    datatype: str
    unit: str | None
    minimum: float | None
    maximum: float | None
    values: tuple[str, ...]
    """What it may be, where that is a list."""
    reboot_required: bool


class Sample(View):
    """What was so at an instant, for plots."""

    at: datetime
    evse_id: int
    power_w: float
    current_a: float
    """Drawn, in each phase that is used."""
    offered_a: float
    """By the pilot."""
    limit_a: float
    """What may be offered: by profiles and others, or what the hardware can."""
    soc: float | None
    import_wh: float


class StationView(View):
    """All of a station but its messages, variables and certificates."""

    identity: str
    vendor: str
    model: str
    serial_number: str | None
    firmware_version: str | None
    powered: bool
    """Whether it has power."""
    running: bool
    """Whether it works: it has power and has started."""
    failure: str
    """Why it does not run though it has power; empty otherwise."""
    starts: int
    """How often it has started."""
    time: datetime | None
    """What its clock shows; None while it does not run."""
    connection: ConnectionView
    evses: tuple[EvseView, ...]
    faults: tuple[FaultView, ...]
    """Of the whole station."""
    reservations: tuple[ReservationView, ...]
    profiles: tuple[ProfileView, ...]
    last_message: int
    """The number of the newest message; 0 while there is none."""


class StationSummary(View):
    """A station in a line."""

    identity: str
    powered: bool
    running: bool
    connected: bool
    accepted: bool
    version: OcppVersion | None
    statuses: tuple[str, ...]
    """Of its EVSEs, the first one first."""


class SimulatorView(View):
    """The simulator."""

    time: datetime
    """The time of day of the simulated world."""
    speed: float
    """How many times as fast as in the real one it passes while nothing is to be done."""
    csms: str | None
    """The URL of the embedded CSMS, if there is one."""
    stations: tuple[StationSummary, ...]


class MessageView(View):
    """A message between station and CSMS. Passwords and keys in it are left out."""

    number: int
    """Counts up from 1; a station that starts anew goes on."""
    at: datetime
    sent: bool
    """Whether the station sent it."""
    kind: Literal["call", "result", "error", "result_error", "send", "unreadable"]
    action: str | None
    """Which message it is, or answers; None where nobody knows."""
    message_id: str | None
    version: OcppVersion
    payload: JsonValue
    """What is in it; of an error its details; of what is unreadable its beginning."""
    code: str | None = None
    """The error code."""
    description: str | None = None
    """What an error says besides."""
    wrong: str | None
    """What the schema says against it; None where nothing is wrong."""


class CsmsSessionView(View):
    """A session as the CSMS knows it."""

    transaction_id: int | str
    evse_id: int | None
    connector_id: int | None
    token: str | None
    started: datetime | None
    stopped: datetime | None
    reason: str | None
    energy_wh: float | None
    priority: bool


class CsmsStationView(View):
    """A station as the CSMS knows it."""

    identity: str
    connected: bool
    version: OcppVersion | None
    registration: str | None
    """What its last boot was answered."""
    statuses: dict[str, str]
    """Of its connectors, by EVSE and connector: "1.1"."""
    sessions: tuple[CsmsSessionView, ...]
    """The oldest first."""
    security_events: tuple[str, ...]


class CsmsView(View):
    """The embedded CSMS."""

    url: str
    stations: tuple[CsmsStationView, ...]


class RecordingView(View):
    """A recording of what is done to the stations."""

    recording: bool
    """Whether it goes on."""
    deeds: int
    """How many acts and requests are in it."""
    full: bool
    """Whether there was more than is kept: then it has ended."""
    scenario: str
    """What was recorded so far, as a scenario in TOML."""
