"""What passes between the station and a dialect: plain facts, in no version's messages.

A fact that must reach the CSMS (`StationEvent`) is kept as JSON in the outbox, so a field added
here needs a default that is right for the rows of yesterday.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from pilotwire.station.vocabulary import (
    AuthorizationStatus,
    ChargingState,
    ConnectorStatus,
    EventType,
    IdTokenKind,
    Measurand,
    Phase,
    ReadingContext,
    Reason,
    RegistrationStatus,
    TriggerReason,
)

__all__ = [
    "BootAnswer",
    "ConnectorStatusChanged",
    "IdToken",
    "IdTokenInfo",
    "MeterValue",
    "ResetKind",
    "Sample",
    "StationEvent",
    "StationIdentity",
    "TransactionEvent",
    "corrected",
    "decode_event",
    "encode_event",
]


@dataclass(frozen=True, slots=True)
class StationIdentity:
    """Who the station says it is when it boots."""

    vendor: str
    model: str
    serial_number: str | None = None
    firmware_version: str | None = None


MAX_ID_TOKEN = 36
"""The most characters that an identifier has (2.0.1 IdTokenType)."""


@dataclass(frozen=True, slots=True)
class IdToken:
    """An identifier that a person or the CSMS presented. Compared without regard to case."""

    value: str
    kind: IdTokenKind = IdTokenKind.ISO14443

    def same_as(self, other: "IdToken | None") -> bool:
        """Whether the two name the same thing (2.0.1 IdTokenType: case insensitive)."""
        return other is not None and self.value.casefold() == other.value.casefold()


@dataclass(frozen=True, slots=True)
class IdTokenInfo:
    """What the CSMS says of a token. `evse_ids` is empty where it is good for all of them."""

    status: AuthorizationStatus
    group: IdToken | None = None
    expires: datetime | None = None
    evse_ids: tuple[int, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the token may charge."""
        return self.status is AuthorizationStatus.ACCEPTED


@dataclass(frozen=True, slots=True)
class BootAnswer:
    """The CSMS's answer to a boot; `interval` in seconds, of heartbeats or of the next attempt."""

    status: RegistrationStatus
    current_time: datetime
    interval: int


@dataclass(frozen=True, slots=True)
class Sample:
    """One measured value, in the unit that OCPP has for its measurand."""

    value: float
    measurand: Measurand
    context: ReadingContext
    unit: str
    phase: Phase | None = None


@dataclass(frozen=True, slots=True)
class MeterValue:
    """The values measured at one instant."""

    timestamp: datetime
    samples: tuple[Sample, ...]


class ResetKind(StrEnum):
    """How much a reset waits for."""

    ON_IDLE = "OnIdle"
    """Until the running transactions have ended by themselves."""
    IMMEDIATE = "Immediate"
    """Until the transactions, ended now, are reported or the CSMS fails to answer."""
    FORCED = "Forced"
    """As IMMEDIATE; the hard reset of 1.6 gives the transactions another reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionEvent:
    """Something happened in a transaction.

    `id_token` is set where this event is the one to report it. `authorized_by` is the token that
    the transaction runs under. `register_wh` is the meter's import register.
    `power_path_closed_first` marks the one event of a transaction at which it was first both
    authorized and connected to a vehicle, and `path_closed` all from there on. The times of a
    `provisional` one are by a clock that did not know the time of day.
    """

    event_type: EventType
    timestamp: datetime
    trigger: TriggerReason
    seq_no: int
    transaction_id: str
    evse_id: int
    register_wh: float
    connector_id: int | None = None
    charging_state: ChargingState | None = None
    id_token: IdToken | None = None
    authorized_by: IdToken | None = None
    power_path_closed_first: bool = False
    path_closed: bool = False
    remote_start_id: int | None = None
    stopped_reason: Reason | None = None
    reset: ResetKind | None = None
    phases: int | None = None
    meter_values: tuple[MeterValue, ...] = ()
    provisional: Literal[True] | None = None
    kind: Literal["transaction"] = "transaction"

    @property
    def intermediate(self) -> bool:
        """Whether a bill is right without it; nothing but such may be dropped (E04.FR.07)."""
        return (
            self.event_type is EventType.UPDATED
            and self.id_token is None
            and self.remote_start_id is None
            and not self.power_path_closed_first
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorStatusChanged:
    """A connector is in another state.

    `charging_state` tells what goes on there if anything does; `finishing` that a session is over
    and the vehicle still there. `fault` and `info` describe a Faulted connector. `again` asks to
    tell it even if it is no news.
    """

    evse_id: int
    connector_id: int
    timestamp: datetime
    status: ConnectorStatus
    charging_state: ChargingState | None = None
    finishing: bool = False
    fault: str | None = None
    info: str | None = None
    again: bool = False
    provisional: Literal[True] | None = None
    kind: Literal["connector_status"] = "connector_status"


StationEvent = TransactionEvent | ConnectorStatusChanged
"""A fact that must reach the CSMS."""

_EVENTS: TypeAdapter[StationEvent] = TypeAdapter(
    Annotated[StationEvent, Field(discriminator="kind")]
)


def encode_event(event: StationEvent) -> str:
    """The event as the JSON text that the outbox keeps."""
    return _EVENTS.dump_json(event, exclude_none=True).decode()


def decode_event(text: str) -> StationEvent:
    """The event of a row of the outbox."""
    return _EVENTS.validate_json(text)


def corrected(text: str, by: timedelta) -> str:
    """An event as JSON text with its times set right, if they were provisional."""
    if '"provisional":true' not in text:
        return text
    event = replace(decode_event(text), provisional=None)
    event = replace(event, timestamp=event.timestamp + by)
    if isinstance(event, TransactionEvent):
        values = tuple(replace(v, timestamp=v.timestamp + by) for v in event.meter_values)
        event = replace(event, meter_values=values)
    return encode_event(event)
