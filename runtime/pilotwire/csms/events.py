"""What a CSMS tells whoever watches it."""

from dataclasses import dataclass
from typing import TypeAlias

from pilotwire.connection.versions import OcppVersion
from pilotwire.csms.records import Boot, ChargingLimit, SecurityEvent, Session
from pilotwire.ocpp.v21 import CertificateSignedStatusEnumType as CertificateSignedStatus
from pilotwire.ocpp.v21 import FirmwareStatusEnumType as FirmwareStatus
from pilotwire.ocpp.v21 import UploadLogStatusEnumType as UploadLogStatus

__all__ = [
    "CertificateSent",
    "ChargingLimitReleased",
    "ChargingLimitReported",
    "CsmsEvent",
    "FirmwareStatusReported",
    "LogStatusReported",
    "SecurityEventReported",
    "SessionStarted",
    "SessionStopped",
    "SessionUpdated",
    "StationBooted",
    "StationConnected",
    "StationDisconnected",
]


@dataclass(frozen=True, slots=True)
class StationConnected:
    """A station has connected; or again, before its former connection was known to be lost."""

    identity: str
    version: OcppVersion


@dataclass(frozen=True, slots=True)
class StationDisconnected:
    """A station's connection is gone, and there is no newer one."""

    identity: str


@dataclass(frozen=True, slots=True)
class StationBooted:
    """A station has sent a BootNotification, which is answered as `boot` says."""

    identity: str
    boot: Boot


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """The CSMS has heard of a session for the first time."""

    identity: str
    session: Session


@dataclass(frozen=True, slots=True)
class SessionUpdated:
    """A session has new meter values, or another state."""

    identity: str
    session: Session


@dataclass(frozen=True, slots=True)
class SessionStopped:
    """A session has ended."""

    identity: str
    session: Session


@dataclass(frozen=True, slots=True)
class SecurityEventReported:
    """A station has told of its security (A04)."""

    identity: str
    event: SecurityEvent


@dataclass(frozen=True, slots=True)
class ChargingLimitReported:
    """A station has told what somebody else allows it (K11, K12, K27)."""

    identity: str
    limit: ChargingLimit


@dataclass(frozen=True, slots=True)
class ChargingLimitReleased:
    """A station has told that they do not limit it any more (K13); EVSE 0 is the station."""

    identity: str
    evse_id: int
    source: str


@dataclass(frozen=True, slots=True)
class LogStatusReported:
    """A station has told how the upload of a log goes (N01).

    Attributes:
        identity: The station.
        request_id: Of which GetLog; None of none, and of a GetDiagnostics of 1.6.
        status: How it goes.
    """

    identity: str
    request_id: int | None
    status: UploadLogStatus


@dataclass(frozen=True, slots=True)
class FirmwareStatusReported:
    """A station has told how the update of its firmware goes (L01, L02).

    Attributes:
        identity: The station.
        request_id: Of which update; None of none, and of an UpdateFirmware of 1.6.
        status: How it goes.
    """

    identity: str
    request_id: int | None
    status: FirmwareStatus


@dataclass(frozen=True, slots=True)
class CertificateSent:
    """A station was sent the certificate that it has asked for (A02), and takes it or not.

    Attributes:
        identity: The station.
        serial_number: That of the certificate, in hexadecimal digits.
        status: What the station answered.
    """

    identity: str
    serial_number: str
    status: CertificateSignedStatus


CsmsEvent: TypeAlias = (
    StationConnected
    | StationDisconnected
    | StationBooted
    | SessionStarted
    | SessionUpdated
    | SessionStopped
    | SecurityEventReported
    | LogStatusReported
    | FirmwareStatusReported
    | CertificateSent
    | ChargingLimitReported
    | ChargingLimitReleased
)
