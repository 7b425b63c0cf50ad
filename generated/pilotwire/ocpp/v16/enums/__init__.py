"""Enumerations of OCPP 1.6 with the security extension. Imported when asked for.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.on_demand import on_demand

if TYPE_CHECKING:
    from pilotwire.ocpp.v16.enums._AuthorizationStatus import AuthorizationStatus
    from pilotwire.ocpp.v16.enums._AvailabilityStatus import AvailabilityStatus
    from pilotwire.ocpp.v16.enums._AvailabilityType import AvailabilityType
    from pilotwire.ocpp.v16.enums._CancelReservationStatus import CancelReservationStatus
    from pilotwire.ocpp.v16.enums._CertificateSignedStatusEnumType import (
        CertificateSignedStatusEnumType,
    )
    from pilotwire.ocpp.v16.enums._CertificateUseEnumType import CertificateUseEnumType
    from pilotwire.ocpp.v16.enums._ChargePointErrorCode import ChargePointErrorCode
    from pilotwire.ocpp.v16.enums._ChargePointStatus import ChargePointStatus
    from pilotwire.ocpp.v16.enums._ChargingProfileKindType import ChargingProfileKindType
    from pilotwire.ocpp.v16.enums._ChargingProfilePurposeType import ChargingProfilePurposeType
    from pilotwire.ocpp.v16.enums._ChargingProfileStatus import ChargingProfileStatus
    from pilotwire.ocpp.v16.enums._ChargingRateUnitType import ChargingRateUnitType
    from pilotwire.ocpp.v16.enums._ClearCacheStatus import ClearCacheStatus
    from pilotwire.ocpp.v16.enums._ClearChargingProfileStatus import ClearChargingProfileStatus
    from pilotwire.ocpp.v16.enums._ConfigurationStatus import ConfigurationStatus
    from pilotwire.ocpp.v16.enums._DataTransferStatus import DataTransferStatus
    from pilotwire.ocpp.v16.enums._DeleteCertificateStatusEnumType import (
        DeleteCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v16.enums._DiagnosticsStatus import DiagnosticsStatus
    from pilotwire.ocpp.v16.enums._FirmwareStatus import FirmwareStatus
    from pilotwire.ocpp.v16.enums._FirmwareStatusEnumType import FirmwareStatusEnumType
    from pilotwire.ocpp.v16.enums._GenericStatusEnumType import GenericStatusEnumType
    from pilotwire.ocpp.v16.enums._GetCompositeScheduleStatus import GetCompositeScheduleStatus
    from pilotwire.ocpp.v16.enums._GetInstalledCertificateStatusEnumType import (
        GetInstalledCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v16.enums._HashAlgorithmEnumType import HashAlgorithmEnumType
    from pilotwire.ocpp.v16.enums._InstallCertificateStatusEnumType import (
        InstallCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v16.enums._Location import Location
    from pilotwire.ocpp.v16.enums._LogEnumType import LogEnumType
    from pilotwire.ocpp.v16.enums._LogStatusEnumType import LogStatusEnumType
    from pilotwire.ocpp.v16.enums._Measurand import Measurand
    from pilotwire.ocpp.v16.enums._MessageTrigger import MessageTrigger
    from pilotwire.ocpp.v16.enums._MessageTriggerEnumType import MessageTriggerEnumType
    from pilotwire.ocpp.v16.enums._Phase import Phase
    from pilotwire.ocpp.v16.enums._ReadingContext import ReadingContext
    from pilotwire.ocpp.v16.enums._Reason import Reason
    from pilotwire.ocpp.v16.enums._RecurrencyKindType import RecurrencyKindType
    from pilotwire.ocpp.v16.enums._RegistrationStatus import RegistrationStatus
    from pilotwire.ocpp.v16.enums._RemoteStartStopStatus import RemoteStartStopStatus
    from pilotwire.ocpp.v16.enums._ReservationStatus import ReservationStatus
    from pilotwire.ocpp.v16.enums._ResetStatus import ResetStatus
    from pilotwire.ocpp.v16.enums._ResetType import ResetType
    from pilotwire.ocpp.v16.enums._TriggerMessageStatus import TriggerMessageStatus
    from pilotwire.ocpp.v16.enums._TriggerMessageStatusEnumType import TriggerMessageStatusEnumType
    from pilotwire.ocpp.v16.enums._UnitOfMeasure import UnitOfMeasure
    from pilotwire.ocpp.v16.enums._UnlockStatus import UnlockStatus
    from pilotwire.ocpp.v16.enums._UpdateFirmwareStatusEnumType import UpdateFirmwareStatusEnumType
    from pilotwire.ocpp.v16.enums._UpdateStatus import UpdateStatus
    from pilotwire.ocpp.v16.enums._UpdateType import UpdateType
    from pilotwire.ocpp.v16.enums._UploadLogStatusEnumType import UploadLogStatusEnumType
    from pilotwire.ocpp.v16.enums._ValueFormat import ValueFormat
else:
    __getattr__, __dir__ = on_demand(
        __name__,
        {
            "_AuthorizationStatus": ("AuthorizationStatus",),
            "_AvailabilityStatus": ("AvailabilityStatus",),
            "_AvailabilityType": ("AvailabilityType",),
            "_CancelReservationStatus": ("CancelReservationStatus",),
            "_CertificateSignedStatusEnumType": ("CertificateSignedStatusEnumType",),
            "_CertificateUseEnumType": ("CertificateUseEnumType",),
            "_ChargePointErrorCode": ("ChargePointErrorCode",),
            "_ChargePointStatus": ("ChargePointStatus",),
            "_ChargingProfileKindType": ("ChargingProfileKindType",),
            "_ChargingProfilePurposeType": ("ChargingProfilePurposeType",),
            "_ChargingProfileStatus": ("ChargingProfileStatus",),
            "_ChargingRateUnitType": ("ChargingRateUnitType",),
            "_ClearCacheStatus": ("ClearCacheStatus",),
            "_ClearChargingProfileStatus": ("ClearChargingProfileStatus",),
            "_ConfigurationStatus": ("ConfigurationStatus",),
            "_DataTransferStatus": ("DataTransferStatus",),
            "_DeleteCertificateStatusEnumType": ("DeleteCertificateStatusEnumType",),
            "_DiagnosticsStatus": ("DiagnosticsStatus",),
            "_FirmwareStatus": ("FirmwareStatus",),
            "_FirmwareStatusEnumType": ("FirmwareStatusEnumType",),
            "_GenericStatusEnumType": ("GenericStatusEnumType",),
            "_GetCompositeScheduleStatus": ("GetCompositeScheduleStatus",),
            "_GetInstalledCertificateStatusEnumType": ("GetInstalledCertificateStatusEnumType",),
            "_HashAlgorithmEnumType": ("HashAlgorithmEnumType",),
            "_InstallCertificateStatusEnumType": ("InstallCertificateStatusEnumType",),
            "_Location": ("Location",),
            "_LogEnumType": ("LogEnumType",),
            "_LogStatusEnumType": ("LogStatusEnumType",),
            "_Measurand": ("Measurand",),
            "_MessageTrigger": ("MessageTrigger",),
            "_MessageTriggerEnumType": ("MessageTriggerEnumType",),
            "_Phase": ("Phase",),
            "_ReadingContext": ("ReadingContext",),
            "_Reason": ("Reason",),
            "_RecurrencyKindType": ("RecurrencyKindType",),
            "_RegistrationStatus": ("RegistrationStatus",),
            "_RemoteStartStopStatus": ("RemoteStartStopStatus",),
            "_ReservationStatus": ("ReservationStatus",),
            "_ResetStatus": ("ResetStatus",),
            "_ResetType": ("ResetType",),
            "_TriggerMessageStatus": ("TriggerMessageStatus",),
            "_TriggerMessageStatusEnumType": ("TriggerMessageStatusEnumType",),
            "_UnitOfMeasure": ("UnitOfMeasure",),
            "_UnlockStatus": ("UnlockStatus",),
            "_UpdateFirmwareStatusEnumType": ("UpdateFirmwareStatusEnumType",),
            "_UpdateStatus": ("UpdateStatus",),
            "_UpdateType": ("UpdateType",),
            "_UploadLogStatusEnumType": ("UploadLogStatusEnumType",),
            "_ValueFormat": ("ValueFormat",),
        },
    )

__all__ = [
    "AuthorizationStatus",
    "AvailabilityStatus",
    "AvailabilityType",
    "CancelReservationStatus",
    "CertificateSignedStatusEnumType",
    "CertificateUseEnumType",
    "ChargePointErrorCode",
    "ChargePointStatus",
    "ChargingProfileKindType",
    "ChargingProfilePurposeType",
    "ChargingProfileStatus",
    "ChargingRateUnitType",
    "ClearCacheStatus",
    "ClearChargingProfileStatus",
    "ConfigurationStatus",
    "DataTransferStatus",
    "DeleteCertificateStatusEnumType",
    "DiagnosticsStatus",
    "FirmwareStatus",
    "FirmwareStatusEnumType",
    "GenericStatusEnumType",
    "GetCompositeScheduleStatus",
    "GetInstalledCertificateStatusEnumType",
    "HashAlgorithmEnumType",
    "InstallCertificateStatusEnumType",
    "Location",
    "LogEnumType",
    "LogStatusEnumType",
    "Measurand",
    "MessageTrigger",
    "MessageTriggerEnumType",
    "Phase",
    "ReadingContext",
    "Reason",
    "RecurrencyKindType",
    "RegistrationStatus",
    "RemoteStartStopStatus",
    "ReservationStatus",
    "ResetStatus",
    "ResetType",
    "TriggerMessageStatus",
    "TriggerMessageStatusEnumType",
    "UnitOfMeasure",
    "UnlockStatus",
    "UpdateFirmwareStatusEnumType",
    "UpdateStatus",
    "UpdateType",
    "UploadLogStatusEnumType",
    "ValueFormat",
]
