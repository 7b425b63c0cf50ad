"""What a CSMS remembers of stations and their sessions, in no version's messages.

Words are those of OCPP 2.x. A station of 1.6 is seen as one whose connectors are EVSEs with one
connector each; its connector 0 stands for the station.

Messages may come twice, late and out of order (2.x E13, 1.6 4.8), so a session takes what it is
told in any order, and nothing twice. Everything that grows has a bound; the oldest gives way.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeVar

from pilotwire.connection.versions import OcppVersion
from pilotwire.ocpp.v21 import ChargingScheduleType
from pilotwire.ocpp.v21 import MeasurandEnumType as Measurand
from pilotwire.ocpp.v21 import ReadingContextEnumType as ReadingContext
from pilotwire.ocpp.v21 import RegistrationStatusEnumType as RegistrationStatus

__all__ = [
    "Boot",
    "ChargingLimit",
    "Connector",
    "Reading",
    "SecurityEvent",
    "Session",
    "StationRecord",
    "Stream",
]

T = TypeVar("T")

KEPT_BOOTS: Final = 50
KEPT_CONNECTORS: Final = 1000
KEPT_LIMITS: Final = 8
KEPT_SECURITY_EVENTS: Final = 1000
KEPT_SESSIONS: Final = 200
KEPT_READINGS: Final = 1000
KEPT_SEQ_NOS: Final = 10_000
KEPT_STREAMS: Final = 100
KEPT_VALUES: Final = 1000


@dataclass(frozen=True, slots=True)
class Boot:
    """A BootNotification and what the CSMS answered. 1.6 has no `reason`."""

    at: datetime
    vendor: str
    model: str
    serial_number: str | None
    firmware_version: str | None
    reason: str | None
    status: RegistrationStatus


@dataclass(frozen=True, slots=True)
class Connector:
    """The last reported status of a connector, in the words of the station's OCPP version.

    `error` is the error code of 1.6, None for NoError.
    """

    status: str
    at: datetime
    error: str | None = None


@dataclass(frozen=True, slots=True)
class ChargingLimit:
    """What somebody else than the CSMS allows a station, as it has told (K11, K12, K27).

    Attributes:
        at: When that came.
        evse_id: The EVSE that it is for; 0 is the station.
        source: Who has set it, in the words of the station's OCPP version.
        critical: Whether the grid depends on it; None where that was not said.
        local_generation: Whether it is what is generated there, and no limit.
        schedules: How much, where that was said.
    """

    at: datetime
    evse_id: int
    source: str
    critical: bool | None = None
    local_generation: bool = False
    schedules: Sequence[ChargingScheduleType] = ()


@dataclass(frozen=True, slots=True)
class SecurityEvent:
    """What a SecurityEventNotification told (A04), in the words of the station's OCPP version."""

    at: datetime
    event: str
    info: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One measured value, in the specification's words."""

    at: datetime
    value: float
    measurand: str
    unit: str
    context: str
    phase: str | None = None

    @property
    def register_wh(self) -> float | None:
        """The energy register in watt-hours, if it is that of all phases together."""
        if self.measurand != Measurand.ENERGY_ACTIVE_IMPORT_REGISTER or self.phase is not None:
            return None
        return self.value * 1000 if self.unit == "kWh" else self.value


@dataclass(slots=True)
class Session:
    """A transaction as the station told it.

    Attributes:
        transaction_id: The id as the wire has it: of the CSMS in 1.6, of the station in 2.x.
        evse_id: The EVSE, or the connector of 1.6; None while it is not known.
        connector_id: The connector of 2.x.
        token: Who it was authorized by.
        started: When it began, or the first time it was heard of while its beginning is missing.
        meter_start_wh: The energy register at the beginning, as far as it was told.
        stopped: When it ended; None while it goes on.
        meter_stop_wh: The energy register at the end, as far as it was told.
        reason: Why it ended. None where the station does not say so, which means Local.
        priority: Whether it charges with priority (2.1 K21).
        readings: The meter values, in the order of arrival.
        seq_nos: The sequence numbers of 2.x, in the order of arrival.
    """

    transaction_id: int | str
    started: datetime
    evse_id: int | None = None
    connector_id: int | None = None
    token: str | None = None
    meter_start_wh: float | None = None
    stopped: datetime | None = None
    meter_stop_wh: float | None = None
    reason: str | None = None
    priority: bool = False
    readings: deque[Reading] = field(default_factory=lambda: deque(maxlen=KEPT_READINGS))
    seq_nos: deque[int] = field(default_factory=lambda: deque(maxlen=KEPT_SEQ_NOS))
    # What is in the two, so that a message costs as much as it is long, whatever there was before.
    _known_readings: set[Reading] = field(default_factory=set[Reading], repr=False, compare=False)
    _known_seq_nos: set[int] = field(default_factory=set[int], repr=False, compare=False)

    @property
    def ongoing(self) -> bool:
        """Whether it has not ended."""
        return self.stopped is None

    @property
    def energy_wh(self) -> float | None:
        """The energy delivered, up to the end or the last reading; None where it can't be told."""
        last = self.meter_stop_wh
        if last is None:
            registers = (reading.register_wh for reading in reversed(self.readings))
            last = next((register for register in registers if register is not None), None)
        if last is None or self.meter_start_wh is None:
            return None
        return last - self.meter_start_wh

    def take_seq_no(self, seq_no: int) -> bool:
        """Note a sequence number; whether it is new."""
        return _took(seq_no, self.seq_nos, self._known_seq_nos)

    def add(self, readings: Iterable[Reading]) -> bool:
        """Take meter values, but none twice; whether there was a new one."""
        news = False
        for reading in readings:
            if not _took(reading, self.readings, self._known_readings):
                continue
            news = True
            register = reading.register_wh
            if register is None:
                continue
            if reading.context == ReadingContext.TRANSACTION_BEGIN and self.meter_start_wh is None:
                self.meter_start_wh = register
            if reading.context == ReadingContext.TRANSACTION_END and self.meter_stop_wh is None:
                self.meter_stop_wh = register
        return news


def _took(item: T, kept: deque[T], known: set[T]) -> bool:
    """Whether an item was new, and is kept now; the oldest gives way."""
    if item in known:
        return False
    if len(kept) == kept.maxlen:
        known.discard(kept[0])
    kept.append(item)
    known.add(item)
    return True


@dataclass(frozen=True, slots=True)
class Stream:
    """A periodic event stream of 2.1 (N11).

    Attributes:
        monitor_id: The variable monitor that the values come from.
        values: The values and when they were taken, in the order of arrival.
    """

    monitor_id: int
    values: deque[tuple[datetime, str]] = field(default_factory=lambda: deque(maxlen=KEPT_VALUES))


class StationRecord:
    """What is known of one station.

    Attributes:
        identity: Its identity.
        version: The OCPP version of its last connection.
        connected: Whether it is connected now.
        registration: What its last boot was answered; None before the first.
        boots: Its boots, oldest first.
        connectors: The status of connectors by EVSE and connector.
        sessions: Its sessions, oldest first.
        security_events: What it told of its security, in the order of their arrival; one that was
            repeated is there once.
        charging_limits: What others allow it, in the order of arrival.
        dynamic_limits: What it is answered when it asks for the limits of dynamic profiles (K28),
            by their ids.
        streams: The periodic event streams that are open, by their ids.
        security_profile: The security profile that it was let in with last, by a CSMS with an
            authority; it is not let in with a lower one any more (A05.FR.07), unless this is
            lowered or None.
    """

    def __init__(self, identity: str) -> None:
        self.identity = identity
        self.version: OcppVersion | None = None
        self.connected = False
        self.registration: RegistrationStatus | None = None
        self.boots: deque[Boot] = deque(maxlen=KEPT_BOOTS)
        self.connectors: dict[tuple[int, int], Connector] = {}
        self.sessions: deque[Session] = deque(maxlen=KEPT_SESSIONS)
        self.security_events: deque[SecurityEvent] = deque(maxlen=KEPT_SECURITY_EVENTS)
        self.charging_limits: list[ChargingLimit] = []
        self.dynamic_limits: dict[int, float] = {}
        self.streams: dict[int, Stream] = {}
        self.security_profile: int | None = None

    @property
    def names(self) -> frozenset[str]:
        """What the station may be called in its certificate: its identity, and the serial number
        that it has told (A00.FR.511).
        """
        told = [self.boots[-1].serial_number] if self.boots else []
        return frozenset({self.identity, *(each for each in told if each)})

    def note(self, event: SecurityEvent) -> bool:
        """Keep a security event; whether it is not the last one again."""
        if self.security_events and self.security_events[-1] == event:
            return False
        self.security_events.append(event)
        return True

    def session(self, transaction_id: int | str) -> Session | None:
        """The session with this transaction id."""
        return next(
            (each for each in reversed(self.sessions) if each.transaction_id == transaction_id),
            None,
        )

    def ongoing(self, evse_id: int) -> Session | None:
        """The session that goes on at an EVSE."""
        return next(
            (each for each in reversed(self.sessions) if each.ongoing and each.evse_id == evse_id),
            None,
        )

    def report(self, evse_id: int, connector_id: int, connector: Connector) -> None:
        """Note the status of a connector."""
        key = (evse_id, connector_id)
        if key in self.connectors or len(self.connectors) < KEPT_CONNECTORS:
            self.connectors[key] = connector

    def limited(self, limit: ChargingLimit) -> None:
        """Note what somebody else allows, in the place of what they did before."""
        key = limit.evse_id, limit.source, limit.local_generation
        rest = [
            each
            for each in self.charging_limits
            if (each.evse_id, each.source, each.local_generation) != key
        ]
        self.charging_limits = [*rest, limit][-KEPT_LIMITS:]

    def unlimited(self, evse_id: int, source: str) -> None:
        """They allow it whatever it likes again. Which of two is meant, a limit or what is
        generated locally, a station does not say: the limit, if there is one.
        """
        found = [
            each
            for each in self.charging_limits
            if (each.evse_id, each.source) == (evse_id, source)
        ]
        if found:
            self.charging_limits.remove(min(found, key=lambda each: each.local_generation))

    def offer(self, profile_id: int, limit: float) -> None:
        """Answer with a limit when the station asks for that of a dynamic profile."""
        self.dynamic_limits.pop(profile_id, None)
        if len(self.dynamic_limits) >= KEPT_LIMITS:
            del self.dynamic_limits[next(iter(self.dynamic_limits))]
        self.dynamic_limits[profile_id] = limit

    def open_stream(self, stream_id: int, stream: Stream) -> None:
        """Keep a new stream."""
        self.streams.pop(stream_id, None)
        if len(self.streams) >= KEPT_STREAMS:
            del self.streams[next(iter(self.streams))]
        self.streams[stream_id] = stream
