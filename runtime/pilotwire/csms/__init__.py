"""A small CSMS on the same typed messages: the demo's other end, and the tests' opponent.

    csms = Csms(tokens=["04A1B2C3"])
    async with csms.serve(port=9000):
        ...
        await csms.remote_start("CS-0042", "04A1B2C3", evse=1)
        print(csms.stations["CS-0042"].sessions)

It speaks OCPP 1.6, 2.0.1 and 2.1, also at once, answers everything that a station can send, and
remembers a bounded number of everything: in memory only, but for what its authority has signed.
"""

from pilotwire.csms.certificates import Certificates, InstalledCertificate
from pilotwire.csms.errors import (
    RequestRefused,
    StationNotAccepted,
    StationNotConnected,
    WrongVersion,
)
from pilotwire.csms.events import (
    CertificateSent,
    ChargingLimitReleased,
    ChargingLimitReported,
    CsmsEvent,
    FirmwareStatusReported,
    LogStatusReported,
    SecurityEventReported,
    SessionStarted,
    SessionStopped,
    SessionUpdated,
    StationBooted,
    StationConnected,
    StationDisconnected,
)
from pilotwire.csms.firmware import (
    Firmware,
    FirmwareStatus,
    Signed,
    UpdateFirmwareStatus,
)
from pilotwire.csms.local_lists import LocalLists
from pilotwire.csms.logs import Logs, LogType, UploadLogStatus
from pilotwire.csms.provisioning import Got, Provisioning
from pilotwire.csms.raw import UnsayableRequestError, call_raw
from pilotwire.csms.records import (
    Boot,
    ChargingLimit,
    Connector,
    Reading,
    SecurityEvent,
    Session,
    StationRecord,
    Stream,
)
from pilotwire.csms.reservations import Reservations
from pilotwire.csms.server import BootAnswer, Csms, CsmsTap
from pilotwire.csms.smart_charging import ReportedProfile, SmartCharging
from pilotwire.csms.tokens import Token
from pilotwire.ocpp.v21.standard_values import IdTokenKind
from pilotwire.ocpp.words import OwnWord

__all__ = [
    "Boot",
    "BootAnswer",
    "CertificateSent",
    "Certificates",
    "ChargingLimit",
    "ChargingLimitReleased",
    "ChargingLimitReported",
    "Connector",
    "Csms",
    "CsmsEvent",
    "CsmsTap",
    "Firmware",
    "FirmwareStatus",
    "FirmwareStatusReported",
    "Got",
    "IdTokenKind",
    "InstalledCertificate",
    "LocalLists",
    "LogStatusReported",
    "LogType",
    "Logs",
    "OwnWord",
    "Provisioning",
    "Reading",
    "ReportedProfile",
    "RequestRefused",
    "Reservations",
    "SecurityEvent",
    "SecurityEventReported",
    "Session",
    "SessionStarted",
    "SessionStopped",
    "SessionUpdated",
    "Signed",
    "SmartCharging",
    "StationBooted",
    "StationConnected",
    "StationDisconnected",
    "StationNotAccepted",
    "StationNotConnected",
    "StationRecord",
    "Stream",
    "Token",
    "UnsayableRequestError",
    "UpdateFirmwareStatus",
    "UploadLogStatus",
    "WrongVersion",
    "call_raw",
]
