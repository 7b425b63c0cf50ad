"""Enumerations of OCPP 2.0.1. Imported when asked for.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.on_demand import on_demand

if TYPE_CHECKING:
    from pilotwire.ocpp.v201.enums._APNAuthenticationEnumType import APNAuthenticationEnumType
    from pilotwire.ocpp.v201.enums._AttributeEnumType import AttributeEnumType
    from pilotwire.ocpp.v201.enums._AuthorizationStatusEnumType import AuthorizationStatusEnumType
    from pilotwire.ocpp.v201.enums._AuthorizeCertificateStatusEnumType import (
        AuthorizeCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._BootReasonEnumType import BootReasonEnumType
    from pilotwire.ocpp.v201.enums._CancelReservationStatusEnumType import (
        CancelReservationStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._CertificateActionEnumType import CertificateActionEnumType
    from pilotwire.ocpp.v201.enums._CertificateSignedStatusEnumType import (
        CertificateSignedStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._CertificateSigningUseEnumType import (
        CertificateSigningUseEnumType,
    )
    from pilotwire.ocpp.v201.enums._ChangeAvailabilityStatusEnumType import (
        ChangeAvailabilityStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._ChargingLimitSourceEnumType import ChargingLimitSourceEnumType
    from pilotwire.ocpp.v201.enums._ChargingProfileKindEnumType import ChargingProfileKindEnumType
    from pilotwire.ocpp.v201.enums._ChargingProfilePurposeEnumType import (
        ChargingProfilePurposeEnumType,
    )
    from pilotwire.ocpp.v201.enums._ChargingProfileStatusEnumType import (
        ChargingProfileStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._ChargingRateUnitEnumType import ChargingRateUnitEnumType
    from pilotwire.ocpp.v201.enums._ChargingStateEnumType import ChargingStateEnumType
    from pilotwire.ocpp.v201.enums._ClearCacheStatusEnumType import ClearCacheStatusEnumType
    from pilotwire.ocpp.v201.enums._ClearChargingProfileStatusEnumType import (
        ClearChargingProfileStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._ClearMessageStatusEnumType import ClearMessageStatusEnumType
    from pilotwire.ocpp.v201.enums._ClearMonitoringStatusEnumType import (
        ClearMonitoringStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._ComponentCriterionEnumType import ComponentCriterionEnumType
    from pilotwire.ocpp.v201.enums._ConnectorEnumType import ConnectorEnumType
    from pilotwire.ocpp.v201.enums._ConnectorStatusEnumType import ConnectorStatusEnumType
    from pilotwire.ocpp.v201.enums._CostKindEnumType import CostKindEnumType
    from pilotwire.ocpp.v201.enums._CustomerInformationStatusEnumType import (
        CustomerInformationStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._DataEnumType import DataEnumType
    from pilotwire.ocpp.v201.enums._DataTransferStatusEnumType import DataTransferStatusEnumType
    from pilotwire.ocpp.v201.enums._DeleteCertificateStatusEnumType import (
        DeleteCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._DisplayMessageStatusEnumType import DisplayMessageStatusEnumType
    from pilotwire.ocpp.v201.enums._EnergyTransferModeEnumType import EnergyTransferModeEnumType
    from pilotwire.ocpp.v201.enums._EventNotificationEnumType import EventNotificationEnumType
    from pilotwire.ocpp.v201.enums._EventTriggerEnumType import EventTriggerEnumType
    from pilotwire.ocpp.v201.enums._FirmwareStatusEnumType import FirmwareStatusEnumType
    from pilotwire.ocpp.v201.enums._GenericDeviceModelStatusEnumType import (
        GenericDeviceModelStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._GenericStatusEnumType import GenericStatusEnumType
    from pilotwire.ocpp.v201.enums._GetCertificateIdUseEnumType import GetCertificateIdUseEnumType
    from pilotwire.ocpp.v201.enums._GetCertificateStatusEnumType import GetCertificateStatusEnumType
    from pilotwire.ocpp.v201.enums._GetChargingProfileStatusEnumType import (
        GetChargingProfileStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._GetDisplayMessagesStatusEnumType import (
        GetDisplayMessagesStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._GetInstalledCertificateStatusEnumType import (
        GetInstalledCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._GetVariableStatusEnumType import GetVariableStatusEnumType
    from pilotwire.ocpp.v201.enums._HashAlgorithmEnumType import HashAlgorithmEnumType
    from pilotwire.ocpp.v201.enums._IdTokenEnumType import IdTokenEnumType
    from pilotwire.ocpp.v201.enums._InstallCertificateStatusEnumType import (
        InstallCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._InstallCertificateUseEnumType import (
        InstallCertificateUseEnumType,
    )
    from pilotwire.ocpp.v201.enums._Iso15118EVCertificateStatusEnumType import (
        Iso15118EVCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._LocationEnumType import LocationEnumType
    from pilotwire.ocpp.v201.enums._LogEnumType import LogEnumType
    from pilotwire.ocpp.v201.enums._LogStatusEnumType import LogStatusEnumType
    from pilotwire.ocpp.v201.enums._MeasurandEnumType import MeasurandEnumType
    from pilotwire.ocpp.v201.enums._MessageFormatEnumType import MessageFormatEnumType
    from pilotwire.ocpp.v201.enums._MessagePriorityEnumType import MessagePriorityEnumType
    from pilotwire.ocpp.v201.enums._MessageStateEnumType import MessageStateEnumType
    from pilotwire.ocpp.v201.enums._MessageTriggerEnumType import MessageTriggerEnumType
    from pilotwire.ocpp.v201.enums._MonitorEnumType import MonitorEnumType
    from pilotwire.ocpp.v201.enums._MonitoringBaseEnumType import MonitoringBaseEnumType
    from pilotwire.ocpp.v201.enums._MonitoringCriterionEnumType import MonitoringCriterionEnumType
    from pilotwire.ocpp.v201.enums._MutabilityEnumType import MutabilityEnumType
    from pilotwire.ocpp.v201.enums._NotifyEVChargingNeedsStatusEnumType import (
        NotifyEVChargingNeedsStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._OCPPInterfaceEnumType import OCPPInterfaceEnumType
    from pilotwire.ocpp.v201.enums._OCPPTransportEnumType import OCPPTransportEnumType
    from pilotwire.ocpp.v201.enums._OCPPVersionEnumType import OCPPVersionEnumType
    from pilotwire.ocpp.v201.enums._OperationalStatusEnumType import OperationalStatusEnumType
    from pilotwire.ocpp.v201.enums._PhaseEnumType import PhaseEnumType
    from pilotwire.ocpp.v201.enums._PublishFirmwareStatusEnumType import (
        PublishFirmwareStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._ReadingContextEnumType import ReadingContextEnumType
    from pilotwire.ocpp.v201.enums._ReasonEnumType import ReasonEnumType
    from pilotwire.ocpp.v201.enums._RecurrencyKindEnumType import RecurrencyKindEnumType
    from pilotwire.ocpp.v201.enums._RegistrationStatusEnumType import RegistrationStatusEnumType
    from pilotwire.ocpp.v201.enums._ReportBaseEnumType import ReportBaseEnumType
    from pilotwire.ocpp.v201.enums._RequestStartStopStatusEnumType import (
        RequestStartStopStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._ReservationUpdateStatusEnumType import (
        ReservationUpdateStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._ReserveNowStatusEnumType import ReserveNowStatusEnumType
    from pilotwire.ocpp.v201.enums._ResetEnumType import ResetEnumType
    from pilotwire.ocpp.v201.enums._ResetStatusEnumType import ResetStatusEnumType
    from pilotwire.ocpp.v201.enums._SendLocalListStatusEnumType import SendLocalListStatusEnumType
    from pilotwire.ocpp.v201.enums._SetMonitoringStatusEnumType import SetMonitoringStatusEnumType
    from pilotwire.ocpp.v201.enums._SetNetworkProfileStatusEnumType import (
        SetNetworkProfileStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._SetVariableStatusEnumType import SetVariableStatusEnumType
    from pilotwire.ocpp.v201.enums._TransactionEventEnumType import TransactionEventEnumType
    from pilotwire.ocpp.v201.enums._TriggerMessageStatusEnumType import TriggerMessageStatusEnumType
    from pilotwire.ocpp.v201.enums._TriggerReasonEnumType import TriggerReasonEnumType
    from pilotwire.ocpp.v201.enums._UnlockStatusEnumType import UnlockStatusEnumType
    from pilotwire.ocpp.v201.enums._UnpublishFirmwareStatusEnumType import (
        UnpublishFirmwareStatusEnumType,
    )
    from pilotwire.ocpp.v201.enums._UpdateEnumType import UpdateEnumType
    from pilotwire.ocpp.v201.enums._UpdateFirmwareStatusEnumType import UpdateFirmwareStatusEnumType
    from pilotwire.ocpp.v201.enums._UploadLogStatusEnumType import UploadLogStatusEnumType
    from pilotwire.ocpp.v201.enums._VPNEnumType import VPNEnumType
else:
    __getattr__, __dir__ = on_demand(
        __name__,
        {
            "_APNAuthenticationEnumType": ("APNAuthenticationEnumType",),
            "_AttributeEnumType": ("AttributeEnumType",),
            "_AuthorizationStatusEnumType": ("AuthorizationStatusEnumType",),
            "_AuthorizeCertificateStatusEnumType": ("AuthorizeCertificateStatusEnumType",),
            "_BootReasonEnumType": ("BootReasonEnumType",),
            "_CancelReservationStatusEnumType": ("CancelReservationStatusEnumType",),
            "_CertificateActionEnumType": ("CertificateActionEnumType",),
            "_CertificateSignedStatusEnumType": ("CertificateSignedStatusEnumType",),
            "_CertificateSigningUseEnumType": ("CertificateSigningUseEnumType",),
            "_ChangeAvailabilityStatusEnumType": ("ChangeAvailabilityStatusEnumType",),
            "_ChargingLimitSourceEnumType": ("ChargingLimitSourceEnumType",),
            "_ChargingProfileKindEnumType": ("ChargingProfileKindEnumType",),
            "_ChargingProfilePurposeEnumType": ("ChargingProfilePurposeEnumType",),
            "_ChargingProfileStatusEnumType": ("ChargingProfileStatusEnumType",),
            "_ChargingRateUnitEnumType": ("ChargingRateUnitEnumType",),
            "_ChargingStateEnumType": ("ChargingStateEnumType",),
            "_ClearCacheStatusEnumType": ("ClearCacheStatusEnumType",),
            "_ClearChargingProfileStatusEnumType": ("ClearChargingProfileStatusEnumType",),
            "_ClearMessageStatusEnumType": ("ClearMessageStatusEnumType",),
            "_ClearMonitoringStatusEnumType": ("ClearMonitoringStatusEnumType",),
            "_ComponentCriterionEnumType": ("ComponentCriterionEnumType",),
            "_ConnectorEnumType": ("ConnectorEnumType",),
            "_ConnectorStatusEnumType": ("ConnectorStatusEnumType",),
            "_CostKindEnumType": ("CostKindEnumType",),
            "_CustomerInformationStatusEnumType": ("CustomerInformationStatusEnumType",),
            "_DataEnumType": ("DataEnumType",),
            "_DataTransferStatusEnumType": ("DataTransferStatusEnumType",),
            "_DeleteCertificateStatusEnumType": ("DeleteCertificateStatusEnumType",),
            "_DisplayMessageStatusEnumType": ("DisplayMessageStatusEnumType",),
            "_EnergyTransferModeEnumType": ("EnergyTransferModeEnumType",),
            "_EventNotificationEnumType": ("EventNotificationEnumType",),
            "_EventTriggerEnumType": ("EventTriggerEnumType",),
            "_FirmwareStatusEnumType": ("FirmwareStatusEnumType",),
            "_GenericDeviceModelStatusEnumType": ("GenericDeviceModelStatusEnumType",),
            "_GenericStatusEnumType": ("GenericStatusEnumType",),
            "_GetCertificateIdUseEnumType": ("GetCertificateIdUseEnumType",),
            "_GetCertificateStatusEnumType": ("GetCertificateStatusEnumType",),
            "_GetChargingProfileStatusEnumType": ("GetChargingProfileStatusEnumType",),
            "_GetDisplayMessagesStatusEnumType": ("GetDisplayMessagesStatusEnumType",),
            "_GetInstalledCertificateStatusEnumType": ("GetInstalledCertificateStatusEnumType",),
            "_GetVariableStatusEnumType": ("GetVariableStatusEnumType",),
            "_HashAlgorithmEnumType": ("HashAlgorithmEnumType",),
            "_IdTokenEnumType": ("IdTokenEnumType",),
            "_InstallCertificateStatusEnumType": ("InstallCertificateStatusEnumType",),
            "_InstallCertificateUseEnumType": ("InstallCertificateUseEnumType",),
            "_Iso15118EVCertificateStatusEnumType": ("Iso15118EVCertificateStatusEnumType",),
            "_LocationEnumType": ("LocationEnumType",),
            "_LogEnumType": ("LogEnumType",),
            "_LogStatusEnumType": ("LogStatusEnumType",),
            "_MeasurandEnumType": ("MeasurandEnumType",),
            "_MessageFormatEnumType": ("MessageFormatEnumType",),
            "_MessagePriorityEnumType": ("MessagePriorityEnumType",),
            "_MessageStateEnumType": ("MessageStateEnumType",),
            "_MessageTriggerEnumType": ("MessageTriggerEnumType",),
            "_MonitorEnumType": ("MonitorEnumType",),
            "_MonitoringBaseEnumType": ("MonitoringBaseEnumType",),
            "_MonitoringCriterionEnumType": ("MonitoringCriterionEnumType",),
            "_MutabilityEnumType": ("MutabilityEnumType",),
            "_NotifyEVChargingNeedsStatusEnumType": ("NotifyEVChargingNeedsStatusEnumType",),
            "_OCPPInterfaceEnumType": ("OCPPInterfaceEnumType",),
            "_OCPPTransportEnumType": ("OCPPTransportEnumType",),
            "_OCPPVersionEnumType": ("OCPPVersionEnumType",),
            "_OperationalStatusEnumType": ("OperationalStatusEnumType",),
            "_PhaseEnumType": ("PhaseEnumType",),
            "_PublishFirmwareStatusEnumType": ("PublishFirmwareStatusEnumType",),
            "_ReadingContextEnumType": ("ReadingContextEnumType",),
            "_ReasonEnumType": ("ReasonEnumType",),
            "_RecurrencyKindEnumType": ("RecurrencyKindEnumType",),
            "_RegistrationStatusEnumType": ("RegistrationStatusEnumType",),
            "_ReportBaseEnumType": ("ReportBaseEnumType",),
            "_RequestStartStopStatusEnumType": ("RequestStartStopStatusEnumType",),
            "_ReservationUpdateStatusEnumType": ("ReservationUpdateStatusEnumType",),
            "_ReserveNowStatusEnumType": ("ReserveNowStatusEnumType",),
            "_ResetEnumType": ("ResetEnumType",),
            "_ResetStatusEnumType": ("ResetStatusEnumType",),
            "_SendLocalListStatusEnumType": ("SendLocalListStatusEnumType",),
            "_SetMonitoringStatusEnumType": ("SetMonitoringStatusEnumType",),
            "_SetNetworkProfileStatusEnumType": ("SetNetworkProfileStatusEnumType",),
            "_SetVariableStatusEnumType": ("SetVariableStatusEnumType",),
            "_TransactionEventEnumType": ("TransactionEventEnumType",),
            "_TriggerMessageStatusEnumType": ("TriggerMessageStatusEnumType",),
            "_TriggerReasonEnumType": ("TriggerReasonEnumType",),
            "_UnlockStatusEnumType": ("UnlockStatusEnumType",),
            "_UnpublishFirmwareStatusEnumType": ("UnpublishFirmwareStatusEnumType",),
            "_UpdateEnumType": ("UpdateEnumType",),
            "_UpdateFirmwareStatusEnumType": ("UpdateFirmwareStatusEnumType",),
            "_UploadLogStatusEnumType": ("UploadLogStatusEnumType",),
            "_VPNEnumType": ("VPNEnumType",),
        },
    )

__all__ = [
    "APNAuthenticationEnumType",
    "AttributeEnumType",
    "AuthorizationStatusEnumType",
    "AuthorizeCertificateStatusEnumType",
    "BootReasonEnumType",
    "CancelReservationStatusEnumType",
    "CertificateActionEnumType",
    "CertificateSignedStatusEnumType",
    "CertificateSigningUseEnumType",
    "ChangeAvailabilityStatusEnumType",
    "ChargingLimitSourceEnumType",
    "ChargingProfileKindEnumType",
    "ChargingProfilePurposeEnumType",
    "ChargingProfileStatusEnumType",
    "ChargingRateUnitEnumType",
    "ChargingStateEnumType",
    "ClearCacheStatusEnumType",
    "ClearChargingProfileStatusEnumType",
    "ClearMessageStatusEnumType",
    "ClearMonitoringStatusEnumType",
    "ComponentCriterionEnumType",
    "ConnectorEnumType",
    "ConnectorStatusEnumType",
    "CostKindEnumType",
    "CustomerInformationStatusEnumType",
    "DataEnumType",
    "DataTransferStatusEnumType",
    "DeleteCertificateStatusEnumType",
    "DisplayMessageStatusEnumType",
    "EnergyTransferModeEnumType",
    "EventNotificationEnumType",
    "EventTriggerEnumType",
    "FirmwareStatusEnumType",
    "GenericDeviceModelStatusEnumType",
    "GenericStatusEnumType",
    "GetCertificateIdUseEnumType",
    "GetCertificateStatusEnumType",
    "GetChargingProfileStatusEnumType",
    "GetDisplayMessagesStatusEnumType",
    "GetInstalledCertificateStatusEnumType",
    "GetVariableStatusEnumType",
    "HashAlgorithmEnumType",
    "IdTokenEnumType",
    "InstallCertificateStatusEnumType",
    "InstallCertificateUseEnumType",
    "Iso15118EVCertificateStatusEnumType",
    "LocationEnumType",
    "LogEnumType",
    "LogStatusEnumType",
    "MeasurandEnumType",
    "MessageFormatEnumType",
    "MessagePriorityEnumType",
    "MessageStateEnumType",
    "MessageTriggerEnumType",
    "MonitorEnumType",
    "MonitoringBaseEnumType",
    "MonitoringCriterionEnumType",
    "MutabilityEnumType",
    "NotifyEVChargingNeedsStatusEnumType",
    "OCPPInterfaceEnumType",
    "OCPPTransportEnumType",
    "OCPPVersionEnumType",
    "OperationalStatusEnumType",
    "PhaseEnumType",
    "PublishFirmwareStatusEnumType",
    "ReadingContextEnumType",
    "ReasonEnumType",
    "RecurrencyKindEnumType",
    "RegistrationStatusEnumType",
    "ReportBaseEnumType",
    "RequestStartStopStatusEnumType",
    "ReservationUpdateStatusEnumType",
    "ReserveNowStatusEnumType",
    "ResetEnumType",
    "ResetStatusEnumType",
    "SendLocalListStatusEnumType",
    "SetMonitoringStatusEnumType",
    "SetNetworkProfileStatusEnumType",
    "SetVariableStatusEnumType",
    "TransactionEventEnumType",
    "TriggerMessageStatusEnumType",
    "TriggerReasonEnumType",
    "UnlockStatusEnumType",
    "UnpublishFirmwareStatusEnumType",
    "UpdateEnumType",
    "UpdateFirmwareStatusEnumType",
    "UploadLogStatusEnumType",
    "VPNEnumType",
]
