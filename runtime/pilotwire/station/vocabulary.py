"""The station's words: the enumerations of the newest OCPP 2.x that is generated, without their
suffix.

The one place where the station names a generated version; nothing here is a message.
"""

from pilotwire.ocpp.v21.enums import AttributeEnumType as Attribute
from pilotwire.ocpp.v21.enums import AuthorizationStatusEnumType as AuthorizationStatus
from pilotwire.ocpp.v21.enums import BootReasonEnumType as BootReason
from pilotwire.ocpp.v21.enums import CancelReservationStatusEnumType as CancelReservationStatus
from pilotwire.ocpp.v21.enums import CertificateSignedStatusEnumType as CertificateSignedStatus
from pilotwire.ocpp.v21.enums import CertificateSigningUseEnumType as CertificateSigningUse
from pilotwire.ocpp.v21.enums import CertificateStatusEnumType as CertificateStatus
from pilotwire.ocpp.v21.enums import CertificateStatusSourceEnumType as CertificateStatusSource
from pilotwire.ocpp.v21.enums import ChangeAvailabilityStatusEnumType as ChangeAvailabilityStatus
from pilotwire.ocpp.v21.enums import ChargingProfileKindEnumType as ChargingProfileKind
from pilotwire.ocpp.v21.enums import ChargingProfilePurposeEnumType as ChargingProfilePurpose
from pilotwire.ocpp.v21.enums import ChargingProfileStatusEnumType as ChargingProfileStatus
from pilotwire.ocpp.v21.enums import ChargingRateUnitEnumType as ChargingRateUnit
from pilotwire.ocpp.v21.enums import ChargingStateEnumType as ChargingState
from pilotwire.ocpp.v21.enums import ClearCacheStatusEnumType as ClearCacheStatus
from pilotwire.ocpp.v21.enums import (
    ClearChargingProfileStatusEnumType as ClearChargingProfileStatus,
)
from pilotwire.ocpp.v21.enums import ComponentCriterionEnumType as ComponentCriterion
from pilotwire.ocpp.v21.enums import ConnectorStatusEnumType as ConnectorStatus
from pilotwire.ocpp.v21.enums import DataTransferStatusEnumType as DataTransferStatus
from pilotwire.ocpp.v21.enums import DeleteCertificateStatusEnumType as DeleteCertificateStatus
from pilotwire.ocpp.v21.enums import EnergyTransferModeEnumType as EnergyTransferMode
from pilotwire.ocpp.v21.enums import FirmwareStatusEnumType as FirmwareStatus
from pilotwire.ocpp.v21.enums import GenericDeviceModelStatusEnumType as ReportStatus
from pilotwire.ocpp.v21.enums import GenericStatusEnumType as GenericStatus
from pilotwire.ocpp.v21.enums import GetCertificateIdUseEnumType as CertificateIdUse
from pilotwire.ocpp.v21.enums import GetChargingProfileStatusEnumType as GetChargingProfileStatus
from pilotwire.ocpp.v21.enums import (
    GetInstalledCertificateStatusEnumType as InstalledCertificateStatus,
)
from pilotwire.ocpp.v21.enums import GetVariableStatusEnumType as GetVariableStatus
from pilotwire.ocpp.v21.enums import HashAlgorithmEnumType as HashAlgorithm
from pilotwire.ocpp.v21.enums import InstallCertificateStatusEnumType as InstallCertificateStatus
from pilotwire.ocpp.v21.enums import InstallCertificateUseEnumType as CertificateUse
from pilotwire.ocpp.v21.enums import LocationEnumType as Location
from pilotwire.ocpp.v21.enums import LogEnumType as LogType
from pilotwire.ocpp.v21.enums import LogStatusEnumType as LogStatus
from pilotwire.ocpp.v21.enums import MeasurandEnumType as Measurand
from pilotwire.ocpp.v21.enums import MessageTriggerEnumType as MessageTrigger
from pilotwire.ocpp.v21.enums import NotifyEVChargingNeedsStatusEnumType as ChargingNeedsStatus
from pilotwire.ocpp.v21.enums import OperationModeEnumType as OperationMode
from pilotwire.ocpp.v21.enums import PhaseEnumType as Phase
from pilotwire.ocpp.v21.enums import PriorityChargingStatusEnumType as PriorityChargingStatus
from pilotwire.ocpp.v21.enums import PublishFirmwareStatusEnumType as PublishFirmwareStatus
from pilotwire.ocpp.v21.enums import ReadingContextEnumType as ReadingContext
from pilotwire.ocpp.v21.enums import ReasonEnumType as Reason
from pilotwire.ocpp.v21.enums import RecurrencyKindEnumType as RecurrencyKind
from pilotwire.ocpp.v21.enums import RegistrationStatusEnumType as RegistrationStatus
from pilotwire.ocpp.v21.enums import ReportBaseEnumType as ReportBase
from pilotwire.ocpp.v21.enums import RequestStartStopStatusEnumType as RequestStartStopStatus
from pilotwire.ocpp.v21.enums import ReservationUpdateStatusEnumType as ReservationUpdateStatus
from pilotwire.ocpp.v21.enums import ReserveNowStatusEnumType as ReserveNowStatus
from pilotwire.ocpp.v21.enums import ResetStatusEnumType as ResetStatus
from pilotwire.ocpp.v21.enums import SendLocalListStatusEnumType as SendLocalListStatus
from pilotwire.ocpp.v21.enums import SetNetworkProfileStatusEnumType as SetNetworkProfileStatus
from pilotwire.ocpp.v21.enums import SetVariableStatusEnumType as SetVariableStatus
from pilotwire.ocpp.v21.enums import TransactionEventEnumType as EventType
from pilotwire.ocpp.v21.enums import TriggerMessageStatusEnumType as TriggerMessageStatus
from pilotwire.ocpp.v21.enums import TriggerReasonEnumType as TriggerReason
from pilotwire.ocpp.v21.enums import UnlockStatusEnumType as UnlockStatus
from pilotwire.ocpp.v21.enums import UnpublishFirmwareStatusEnumType as UnpublishFirmwareStatus
from pilotwire.ocpp.v21.enums import UpdateFirmwareStatusEnumType as UpdateFirmwareStatus
from pilotwire.ocpp.v21.enums import UploadLogStatusEnumType as UploadLogStatus
from pilotwire.ocpp.v21.standard_values import (
    CRITICAL_SECURITY_EVENTS,
    ChargingLimitSource,
    IdTokenKind,
    ReasonCode,
    SecurityEvent,
)

__all__ = [
    "CRITICAL_SECURITY_EVENTS",
    "Attribute",
    "AuthorizationStatus",
    "BootReason",
    "CancelReservationStatus",
    "CertificateIdUse",
    "CertificateSignedStatus",
    "CertificateSigningUse",
    "CertificateStatus",
    "CertificateStatusSource",
    "CertificateUse",
    "ChangeAvailabilityStatus",
    "ChargingLimitSource",
    "ChargingNeedsStatus",
    "ChargingProfileKind",
    "ChargingProfilePurpose",
    "ChargingProfileStatus",
    "ChargingRateUnit",
    "ChargingState",
    "ClearCacheStatus",
    "ClearChargingProfileStatus",
    "ComponentCriterion",
    "ConnectorStatus",
    "DataTransferStatus",
    "DeleteCertificateStatus",
    "EnergyTransferMode",
    "EventType",
    "FirmwareStatus",
    "GenericStatus",
    "GetChargingProfileStatus",
    "GetVariableStatus",
    "HashAlgorithm",
    "IdTokenKind",
    "InstallCertificateStatus",
    "InstalledCertificateStatus",
    "Location",
    "LogStatus",
    "LogType",
    "Measurand",
    "MessageTrigger",
    "OperationMode",
    "Phase",
    "PriorityChargingStatus",
    "PublishFirmwareStatus",
    "ReadingContext",
    "Reason",
    "ReasonCode",
    "RecurrencyKind",
    "RegistrationStatus",
    "ReportBase",
    "ReportStatus",
    "RequestStartStopStatus",
    "ReservationUpdateStatus",
    "ReserveNowStatus",
    "ResetStatus",
    "SecurityEvent",
    "SendLocalListStatus",
    "SetNetworkProfileStatus",
    "SetVariableStatus",
    "TriggerMessageStatus",
    "TriggerReason",
    "UnlockStatus",
    "UnpublishFirmwareStatus",
    "UpdateFirmwareStatus",
    "UploadLogStatus",
]
