"""A whole charging station: behaviour, hardware, store and connection, joined.

station = ChargingStation(
    identity="CS-0042", vendor="Example", model="One",
    csms="wss://csms.example/ocpp", hardware=SimulatedStation(evses=2), store=Store("station.db"),
)
async with station:
    ...
"""

from pilotwire.charging_station.certificate_status import CertificateStatuses
from pilotwire.charging_station.charging_station import ChargingStation
from pilotwire.charging_station.errors import NotConnectedError, WrongVersionError
from pilotwire.charging_station.evse import Evse
from pilotwire.charging_station.surroundings import Environment, Network
from pilotwire.station.announcements import EventStream
from pilotwire.station.clock import Clock, SystemClock
from pilotwire.station.data_transfer import TransferAnswer
from pilotwire.station.device_model.definitions import Component
from pilotwire.station.device_model.model import DuplicateVariableError, UnknownVariableError
from pilotwire.station.diagnostics.source import LogSource, LogSpan
from pilotwire.station.evse.faults import Fault
from pilotwire.station.evse.governor import LimitReason
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.firmware.publisher import FirmwarePublisher
from pilotwire.station.hooks import Start
from pilotwire.station.provisioning.network_profiles import NetworkProfile
from pilotwire.station.reservation.reservation import Reservation
from pilotwire.station.security.files import FolderInUseError
from pilotwire.station.security.folder import CertificateFolder
from pilotwire.station.security.keys import KeyStore
from pilotwire.station.security.words import (
    CertificateSubject,
    CheckedCertificate,
    KeptStatus,
    KeyKind,
)
from pilotwire.station.smart_charging.external_limits import (
    ExternalLimit,
    ExternalLimits,
    LimitPeriod,
)
from pilotwire.station.smart_charging.profiles import Installed
from pilotwire.station.smart_charging.sharing import (
    Claim,
    SharingError,
    SharingPolicy,
    fair_share,
)
from pilotwire.station.transfer.folder import FileFolder
from pilotwire.station.transfer.limits import TransferLimits
from pilotwire.station.vocabulary import (
    Attribute,
    AuthorizationStatus,
    CertificateStatus,
    CertificateStatusSource,
    ChargingLimitSource,
    ChargingRateUnit,
    DataTransferStatus,
    Reason,
    UnpublishFirmwareStatus,
    UploadLogStatus,
)

__all__ = [
    "Attribute",
    "AuthorizationStatus",
    "CertificateFolder",
    "CertificateStatus",
    "CertificateStatusSource",
    "CertificateStatuses",
    "CertificateSubject",
    "ChargingLimitSource",
    "ChargingRateUnit",
    "ChargingStation",
    "CheckedCertificate",
    "Claim",
    "Clock",
    "Component",
    "DataTransferStatus",
    "DuplicateVariableError",
    "Environment",
    "EventStream",
    "Evse",
    "EvseSnapshot",
    "ExternalLimit",
    "ExternalLimits",
    "Fault",
    "FileFolder",
    "FirmwarePublisher",
    "FolderInUseError",
    "IdToken",
    "IdTokenInfo",
    "Installed",
    "KeptStatus",
    "KeyKind",
    "KeyStore",
    "LimitPeriod",
    "LimitReason",
    "LogSource",
    "LogSpan",
    "Network",
    "NetworkProfile",
    "NotConnectedError",
    "Reason",
    "Reservation",
    "SharingError",
    "SharingPolicy",
    "Start",
    "SystemClock",
    "TransferAnswer",
    "TransferLimits",
    "UnknownVariableError",
    "UnpublishFirmwareStatus",
    "UploadLogStatus",
    "WrongVersionError",
    "fair_share",
]
