"""What happens in a station, as its application hears it: `async for event in station.events()`.

Each is a plain value. `StationEvent` is all of them, so that a type checker sees in a `match` which
ones are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from pilotwire.ocpp.v21 import datatypes
from pilotwire.station.evse.faults import Fault
from pilotwire.station.evse.governor import LimitReason
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.vocabulary import (
    ChargingState,
    ConnectorStatus,
    FirmwareStatus,
    PublishFirmwareStatus,
    Reason,
    RegistrationStatus,
    TriggerReason,
    UploadLogStatus,
)

__all__ = [
    "CallAnswered",
    "ChargingNeedsTold",
    "ChargingScheduleTaken",
    "Connected",
    "Disconnected",
    "EventsMissed",
    "FaultCleared",
    "FaultRaised",
    "FirmwareDownloading",
    "FirmwareInstalling",
    "FirmwarePublishingChanged",
    "FirmwareStatusChanged",
    "LimitChanged",
    "LimitReason",
    "LogUploadEnded",
    "LogUploading",
    "MessageGivenUp",
    "Registered",
    "StationEvent",
    "StatusChanged",
    "TokenAccepted",
    "TokenRefused",
    "TransactionEnded",
    "TransactionNumbered",
    "TransactionSnapshot",
    "TransactionStarted",
    "TransactionUpdated",
]


@dataclass(frozen=True, slots=True)
class Connected:
    """There is a connection to the CSMS; `version` of OCPP is spoken on it: "2.0.1"."""

    version: str


@dataclass(frozen=True, slots=True)
class Disconnected:
    """There is no connection any more, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Registered:
    """The CSMS has answered a boot (B01 to B03)."""

    status: RegistrationStatus


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """A connector shows another status, whether the CSMS has been told yet or not (G01)."""

    evse_id: int
    connector_id: int
    status: ConnectorStatus


@dataclass(frozen=True, slots=True)
class FaultRaised:
    """Something is wrong with an EVSE, or with the station as a whole (`fault.evse_id` 0): a fault,
    or a warning (`fault.is_warning`).
    """

    fault: Fault


@dataclass(frozen=True, slots=True)
class FaultCleared:
    """A fault or a warning is gone; others may stand."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class LimitChanged:
    """The most current that an EVSE may offer is another, in amperes a phase; None: what the
    hardware can. `reason` is whose limit it is (K), where there is one.
    """

    evse_id: int
    limit: float | None
    reason: LimitReason = LimitReason.APPLICATION


@dataclass(frozen=True, slots=True)
class ChargingNeedsTold:
    """The vehicle at an EVSE has told what it needs, by ISO 15118 (K15, K17)."""

    evse_id: int
    needs: datatypes.ChargingNeedsType


@dataclass(frozen=True, slots=True)
class ChargingScheduleTaken:
    """The vehicle at an EVSE has taken a schedule, by ISO 15118 (K15 to K17).

    Attributes:
        evse_id: Where.
        schedule: How much it is going to take from now on.
        within: Whether that is within what it was offered.
    """

    evse_id: int
    schedule: datatypes.ChargingScheduleType
    within: bool


@dataclass(frozen=True, slots=True)
class TokenAccepted:
    """A token may charge at an EVSE: its session has begun (C)."""

    evse_id: int
    token: IdToken


@dataclass(frozen=True, slots=True)
class TokenRefused:
    """A token that was presented may not charge, and why in words; `evse_id` is None where no EVSE
    was meant or free.
    """

    evse_id: int | None
    token: IdToken
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionSnapshot:
    """How a transaction is at the moment of an event.

    Attributes:
        id: The station's own id, unique for ever; in 2.x the CSMS calls it so, too.
        csms_id: The number that a CSMS of 1.6 has given to it; None while it has not.
        evse_id: Where it runs.
        connector_id: The connector in use there; None as long as no vehicle was connected.
        token: Whom it is for; None while nobody is authorized.
        began: When it began, by the station's clock.
        at: When the event happened.
        energy_wh: What has been taken since it began, in Wh.
        charging_state: What goes on; None where that is not known.
    """

    id: str
    csms_id: int | None
    evse_id: int
    connector_id: int | None
    token: IdToken | None
    began: datetime
    at: datetime
    energy_wh: float
    charging_state: ChargingState | None


@dataclass(frozen=True, slots=True)
class TransactionStarted:
    """A transaction has begun (E01, E02): it is on the disk, and energy may flow."""

    transaction: TransactionSnapshot


@dataclass(frozen=True, slots=True)
class TransactionUpdated:
    """Something happened in a transaction, or its meter was read (E02.FR.09, J02)."""

    transaction: TransactionSnapshot
    trigger: TriggerReason


@dataclass(frozen=True, slots=True)
class TransactionEnded:
    """A transaction is over (E06, E07), for that reason."""

    transaction: TransactionSnapshot
    reason: Reason


@dataclass(frozen=True, slots=True)
class TransactionNumbered:
    """A CSMS of 1.6 has told what it calls a transaction (1.6 4.8)."""

    transaction_id: str
    csms_id: int


@dataclass(frozen=True, slots=True)
class LogUploading:
    """A log is on its way to where the CSMS wants it (N01).

    Attributes:
        file_name: Of the log.
        sent: Bytes that have gone in this attempt, or were there already.
        size: Bytes that it has.
    """

    file_name: str
    sent: int
    size: int


@dataclass(frozen=True, slots=True)
class LogUploadEnded:
    """A log has been uploaded, or will not be (N01).

    Attributes:
        file_name: Of the log.
        status: How it has ended: "Uploaded".
        why: What was in the way, in words; None where nothing was.
    """

    file_name: str
    status: UploadLogStatus
    why: str | None


@dataclass(frozen=True, slots=True)
class FirmwareStatusChanged:
    """A firmware update is in another state (L01).

    Attributes:
        status: Which: "Installing".
        request_id: What the CSMS calls the update; None where 1.6 has no word for it.
        why: What was in the way, in words; None where nothing was.
    """

    status: FirmwareStatus
    request_id: int | None
    why: str | None


@dataclass(frozen=True, slots=True)
class FirmwareDownloading:
    """Firmware is on its way here (L01).

    Attributes:
        received: Bytes that are here.
        size: Bytes that it has; None where nobody knows.
    """

    received: int
    size: int | None


@dataclass(frozen=True, slots=True)
class FirmwareInstalling:
    """Firmware is being installed, so many `percent` of it are (L01)."""

    percent: int


@dataclass(frozen=True, slots=True)
class FirmwarePublishingChanged:
    """Publishing firmware for others is in another state (L03).

    Attributes:
        status: Which: "Published".
        request_id: What the CSMS calls it.
        uris: Where the file is, once it is published.
        why: What was in the way, in words; None where nothing was.
    """

    status: PublishFirmwareStatus
    request_id: int
    uris: tuple[str, ...]
    why: str | None


@dataclass(frozen=True, slots=True)
class MessageGivenUp:
    """A message that the CSMS was not made to take; `ChargingStation.given_up` keeps it."""

    transaction_id: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class CallAnswered:
    """The CSMS has answered a message of the station, or has failed to.

    Attributes:
        action: The message's action: "Heartbeat".
        seconds: From when it was to be said to its answer, other messages' turns included.
        error: The code of a CALLERROR, "Timeout" where no answer came in time, "Invalid" where it
            made no sense; None where it did.
    """

    action: str
    seconds: float
    error: str | None


@dataclass(frozen=True, slots=True)
class EventsMissed:
    """Whoever listens was too slow: so many events are missing here."""

    count: int


StationEvent: TypeAlias = (
    Connected
    | Disconnected
    | Registered
    | StatusChanged
    | FaultRaised
    | FaultCleared
    | LimitChanged
    | ChargingNeedsTold
    | ChargingScheduleTaken
    | TokenAccepted
    | TokenRefused
    | TransactionStarted
    | TransactionUpdated
    | TransactionNumbered
    | TransactionEnded
    | MessageGivenUp
    | LogUploading
    | LogUploadEnded
    | FirmwareStatusChanged
    | FirmwareDownloading
    | FirmwareInstalling
    | FirmwarePublishingChanged
    | CallAnswered
    | EventsMissed
)
"""Any of them."""
