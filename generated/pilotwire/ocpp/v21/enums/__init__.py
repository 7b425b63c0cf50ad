"""Enumerations of OCPP 2.1. Imported when asked for.

Written by `python -m codegen generate`; never edited by hand.
"""

from typing import TYPE_CHECKING

from pilotwire.ocpp.on_demand import on_demand

if TYPE_CHECKING:
    from pilotwire.ocpp.v21.enums._APNAuthenticationEnumType import APNAuthenticationEnumType
    from pilotwire.ocpp.v21.enums._AttributeEnumType import AttributeEnumType
    from pilotwire.ocpp.v21.enums._AuthorizationStatusEnumType import AuthorizationStatusEnumType
    from pilotwire.ocpp.v21.enums._AuthorizeCertificateStatusEnumType import (
        AuthorizeCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._BatterySwapEventEnumType import BatterySwapEventEnumType
    from pilotwire.ocpp.v21.enums._BootReasonEnumType import BootReasonEnumType
    from pilotwire.ocpp.v21.enums._CancelReservationStatusEnumType import (
        CancelReservationStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._CertificateActionEnumType import CertificateActionEnumType
    from pilotwire.ocpp.v21.enums._CertificateSignedStatusEnumType import (
        CertificateSignedStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._CertificateSigningUseEnumType import (
        CertificateSigningUseEnumType,
    )
    from pilotwire.ocpp.v21.enums._CertificateStatusEnumType import CertificateStatusEnumType
    from pilotwire.ocpp.v21.enums._CertificateStatusSourceEnumType import (
        CertificateStatusSourceEnumType,
    )
    from pilotwire.ocpp.v21.enums._ChangeAvailabilityStatusEnumType import (
        ChangeAvailabilityStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._ChargingProfileKindEnumType import ChargingProfileKindEnumType
    from pilotwire.ocpp.v21.enums._ChargingProfilePurposeEnumType import (
        ChargingProfilePurposeEnumType,
    )
    from pilotwire.ocpp.v21.enums._ChargingProfileStatusEnumType import (
        ChargingProfileStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._ChargingRateUnitEnumType import ChargingRateUnitEnumType
    from pilotwire.ocpp.v21.enums._ChargingStateEnumType import ChargingStateEnumType
    from pilotwire.ocpp.v21.enums._ClearCacheStatusEnumType import ClearCacheStatusEnumType
    from pilotwire.ocpp.v21.enums._ClearChargingProfileStatusEnumType import (
        ClearChargingProfileStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._ClearMessageStatusEnumType import ClearMessageStatusEnumType
    from pilotwire.ocpp.v21.enums._ClearMonitoringStatusEnumType import (
        ClearMonitoringStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._ComponentCriterionEnumType import ComponentCriterionEnumType
    from pilotwire.ocpp.v21.enums._ConnectorStatusEnumType import ConnectorStatusEnumType
    from pilotwire.ocpp.v21.enums._ControlModeEnumType import ControlModeEnumType
    from pilotwire.ocpp.v21.enums._CostDimensionEnumType import CostDimensionEnumType
    from pilotwire.ocpp.v21.enums._CostKindEnumType import CostKindEnumType
    from pilotwire.ocpp.v21.enums._CustomerInformationStatusEnumType import (
        CustomerInformationStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._DataEnumType import DataEnumType
    from pilotwire.ocpp.v21.enums._DataTransferStatusEnumType import DataTransferStatusEnumType
    from pilotwire.ocpp.v21.enums._DayOfWeekEnumType import DayOfWeekEnumType
    from pilotwire.ocpp.v21.enums._DeleteCertificateStatusEnumType import (
        DeleteCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._DERControlEnumType import DERControlEnumType
    from pilotwire.ocpp.v21.enums._DERControlStatusEnumType import DERControlStatusEnumType
    from pilotwire.ocpp.v21.enums._DERUnitEnumType import DERUnitEnumType
    from pilotwire.ocpp.v21.enums._DisplayMessageStatusEnumType import DisplayMessageStatusEnumType
    from pilotwire.ocpp.v21.enums._EnergyTransferModeEnumType import EnergyTransferModeEnumType
    from pilotwire.ocpp.v21.enums._EventNotificationEnumType import EventNotificationEnumType
    from pilotwire.ocpp.v21.enums._EventTriggerEnumType import EventTriggerEnumType
    from pilotwire.ocpp.v21.enums._EvseKindEnumType import EvseKindEnumType
    from pilotwire.ocpp.v21.enums._FirmwareStatusEnumType import FirmwareStatusEnumType
    from pilotwire.ocpp.v21.enums._GenericDeviceModelStatusEnumType import (
        GenericDeviceModelStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._GenericStatusEnumType import GenericStatusEnumType
    from pilotwire.ocpp.v21.enums._GetCertificateIdUseEnumType import GetCertificateIdUseEnumType
    from pilotwire.ocpp.v21.enums._GetCertificateStatusEnumType import GetCertificateStatusEnumType
    from pilotwire.ocpp.v21.enums._GetChargingProfileStatusEnumType import (
        GetChargingProfileStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._GetDisplayMessagesStatusEnumType import (
        GetDisplayMessagesStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._GetInstalledCertificateStatusEnumType import (
        GetInstalledCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._GetVariableStatusEnumType import GetVariableStatusEnumType
    from pilotwire.ocpp.v21.enums._GridEventFaultEnumType import GridEventFaultEnumType
    from pilotwire.ocpp.v21.enums._HashAlgorithmEnumType import HashAlgorithmEnumType
    from pilotwire.ocpp.v21.enums._InstallCertificateStatusEnumType import (
        InstallCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._InstallCertificateUseEnumType import (
        InstallCertificateUseEnumType,
    )
    from pilotwire.ocpp.v21.enums._IslandingDetectionEnumType import IslandingDetectionEnumType
    from pilotwire.ocpp.v21.enums._Iso15118EVCertificateStatusEnumType import (
        Iso15118EVCertificateStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._LocationEnumType import LocationEnumType
    from pilotwire.ocpp.v21.enums._LogEnumType import LogEnumType
    from pilotwire.ocpp.v21.enums._LogStatusEnumType import LogStatusEnumType
    from pilotwire.ocpp.v21.enums._MeasurandEnumType import MeasurandEnumType
    from pilotwire.ocpp.v21.enums._MessageFormatEnumType import MessageFormatEnumType
    from pilotwire.ocpp.v21.enums._MessagePriorityEnumType import MessagePriorityEnumType
    from pilotwire.ocpp.v21.enums._MessageStateEnumType import MessageStateEnumType
    from pilotwire.ocpp.v21.enums._MessageTriggerEnumType import MessageTriggerEnumType
    from pilotwire.ocpp.v21.enums._MobilityNeedsModeEnumType import MobilityNeedsModeEnumType
    from pilotwire.ocpp.v21.enums._MonitorEnumType import MonitorEnumType
    from pilotwire.ocpp.v21.enums._MonitoringBaseEnumType import MonitoringBaseEnumType
    from pilotwire.ocpp.v21.enums._MonitoringCriterionEnumType import MonitoringCriterionEnumType
    from pilotwire.ocpp.v21.enums._MutabilityEnumType import MutabilityEnumType
    from pilotwire.ocpp.v21.enums._NotifyAllowedEnergyTransferStatusEnumType import (
        NotifyAllowedEnergyTransferStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._NotifyEVChargingNeedsStatusEnumType import (
        NotifyEVChargingNeedsStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._OCPPInterfaceEnumType import OCPPInterfaceEnumType
    from pilotwire.ocpp.v21.enums._OCPPTransportEnumType import OCPPTransportEnumType
    from pilotwire.ocpp.v21.enums._OCPPVersionEnumType import OCPPVersionEnumType
    from pilotwire.ocpp.v21.enums._OperationalStatusEnumType import OperationalStatusEnumType
    from pilotwire.ocpp.v21.enums._OperationModeEnumType import OperationModeEnumType
    from pilotwire.ocpp.v21.enums._PaymentStatusEnumType import PaymentStatusEnumType
    from pilotwire.ocpp.v21.enums._PhaseEnumType import PhaseEnumType
    from pilotwire.ocpp.v21.enums._PowerDuringCessationEnumType import PowerDuringCessationEnumType
    from pilotwire.ocpp.v21.enums._PreconditioningStatusEnumType import (
        PreconditioningStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._PriorityChargingStatusEnumType import (
        PriorityChargingStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._PublishFirmwareStatusEnumType import (
        PublishFirmwareStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._ReadingContextEnumType import ReadingContextEnumType
    from pilotwire.ocpp.v21.enums._ReasonEnumType import ReasonEnumType
    from pilotwire.ocpp.v21.enums._RecurrencyKindEnumType import RecurrencyKindEnumType
    from pilotwire.ocpp.v21.enums._RegistrationStatusEnumType import RegistrationStatusEnumType
    from pilotwire.ocpp.v21.enums._ReportBaseEnumType import ReportBaseEnumType
    from pilotwire.ocpp.v21.enums._RequestStartStopStatusEnumType import (
        RequestStartStopStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._ReservationUpdateStatusEnumType import (
        ReservationUpdateStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._ReserveNowStatusEnumType import ReserveNowStatusEnumType
    from pilotwire.ocpp.v21.enums._ResetEnumType import ResetEnumType
    from pilotwire.ocpp.v21.enums._ResetStatusEnumType import ResetStatusEnumType
    from pilotwire.ocpp.v21.enums._SendLocalListStatusEnumType import SendLocalListStatusEnumType
    from pilotwire.ocpp.v21.enums._SetMonitoringStatusEnumType import SetMonitoringStatusEnumType
    from pilotwire.ocpp.v21.enums._SetNetworkProfileStatusEnumType import (
        SetNetworkProfileStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._SetVariableStatusEnumType import SetVariableStatusEnumType
    from pilotwire.ocpp.v21.enums._TariffChangeStatusEnumType import TariffChangeStatusEnumType
    from pilotwire.ocpp.v21.enums._TariffClearStatusEnumType import TariffClearStatusEnumType
    from pilotwire.ocpp.v21.enums._TariffCostEnumType import TariffCostEnumType
    from pilotwire.ocpp.v21.enums._TariffGetStatusEnumType import TariffGetStatusEnumType
    from pilotwire.ocpp.v21.enums._TariffKindEnumType import TariffKindEnumType
    from pilotwire.ocpp.v21.enums._TariffSetStatusEnumType import TariffSetStatusEnumType
    from pilotwire.ocpp.v21.enums._TransactionEventEnumType import TransactionEventEnumType
    from pilotwire.ocpp.v21.enums._TriggerMessageStatusEnumType import TriggerMessageStatusEnumType
    from pilotwire.ocpp.v21.enums._TriggerReasonEnumType import TriggerReasonEnumType
    from pilotwire.ocpp.v21.enums._UnlockStatusEnumType import UnlockStatusEnumType
    from pilotwire.ocpp.v21.enums._UnpublishFirmwareStatusEnumType import (
        UnpublishFirmwareStatusEnumType,
    )
    from pilotwire.ocpp.v21.enums._UpdateEnumType import UpdateEnumType
    from pilotwire.ocpp.v21.enums._UpdateFirmwareStatusEnumType import UpdateFirmwareStatusEnumType
    from pilotwire.ocpp.v21.enums._UploadLogStatusEnumType import UploadLogStatusEnumType
    from pilotwire.ocpp.v21.enums._VPNEnumType import VPNEnumType
else:
    __getattr__, __dir__ = on_demand(
        __name__,
        {
            "_APNAuthenticationEnumType": ("APNAuthenticationEnumType",),
            "_AttributeEnumType": ("AttributeEnumType",),
            "_AuthorizationStatusEnumType": ("AuthorizationStatusEnumType",),
            "_AuthorizeCertificateStatusEnumType": ("AuthorizeCertificateStatusEnumType",),
            "_BatterySwapEventEnumType": ("BatterySwapEventEnumType",),
            "_BootReasonEnumType": ("BootReasonEnumType",),
            "_CancelReservationStatusEnumType": ("CancelReservationStatusEnumType",),
            "_CertificateActionEnumType": ("CertificateActionEnumType",),
            "_CertificateSignedStatusEnumType": ("CertificateSignedStatusEnumType",),
            "_CertificateSigningUseEnumType": ("CertificateSigningUseEnumType",),
            "_CertificateStatusEnumType": ("CertificateStatusEnumType",),
            "_CertificateStatusSourceEnumType": ("CertificateStatusSourceEnumType",),
            "_ChangeAvailabilityStatusEnumType": ("ChangeAvailabilityStatusEnumType",),
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
            "_ConnectorStatusEnumType": ("ConnectorStatusEnumType",),
            "_ControlModeEnumType": ("ControlModeEnumType",),
            "_CostDimensionEnumType": ("CostDimensionEnumType",),
            "_CostKindEnumType": ("CostKindEnumType",),
            "_CustomerInformationStatusEnumType": ("CustomerInformationStatusEnumType",),
            "_DERControlEnumType": ("DERControlEnumType",),
            "_DERControlStatusEnumType": ("DERControlStatusEnumType",),
            "_DERUnitEnumType": ("DERUnitEnumType",),
            "_DataEnumType": ("DataEnumType",),
            "_DataTransferStatusEnumType": ("DataTransferStatusEnumType",),
            "_DayOfWeekEnumType": ("DayOfWeekEnumType",),
            "_DeleteCertificateStatusEnumType": ("DeleteCertificateStatusEnumType",),
            "_DisplayMessageStatusEnumType": ("DisplayMessageStatusEnumType",),
            "_EnergyTransferModeEnumType": ("EnergyTransferModeEnumType",),
            "_EventNotificationEnumType": ("EventNotificationEnumType",),
            "_EventTriggerEnumType": ("EventTriggerEnumType",),
            "_EvseKindEnumType": ("EvseKindEnumType",),
            "_FirmwareStatusEnumType": ("FirmwareStatusEnumType",),
            "_GenericDeviceModelStatusEnumType": ("GenericDeviceModelStatusEnumType",),
            "_GenericStatusEnumType": ("GenericStatusEnumType",),
            "_GetCertificateIdUseEnumType": ("GetCertificateIdUseEnumType",),
            "_GetCertificateStatusEnumType": ("GetCertificateStatusEnumType",),
            "_GetChargingProfileStatusEnumType": ("GetChargingProfileStatusEnumType",),
            "_GetDisplayMessagesStatusEnumType": ("GetDisplayMessagesStatusEnumType",),
            "_GetInstalledCertificateStatusEnumType": ("GetInstalledCertificateStatusEnumType",),
            "_GetVariableStatusEnumType": ("GetVariableStatusEnumType",),
            "_GridEventFaultEnumType": ("GridEventFaultEnumType",),
            "_HashAlgorithmEnumType": ("HashAlgorithmEnumType",),
            "_InstallCertificateStatusEnumType": ("InstallCertificateStatusEnumType",),
            "_InstallCertificateUseEnumType": ("InstallCertificateUseEnumType",),
            "_IslandingDetectionEnumType": ("IslandingDetectionEnumType",),
            "_Iso15118EVCertificateStatusEnumType": ("Iso15118EVCertificateStatusEnumType",),
            "_LocationEnumType": ("LocationEnumType",),
            "_LogEnumType": ("LogEnumType",),
            "_LogStatusEnumType": ("LogStatusEnumType",),
            "_MeasurandEnumType": ("MeasurandEnumType",),
            "_MessageFormatEnumType": ("MessageFormatEnumType",),
            "_MessagePriorityEnumType": ("MessagePriorityEnumType",),
            "_MessageStateEnumType": ("MessageStateEnumType",),
            "_MessageTriggerEnumType": ("MessageTriggerEnumType",),
            "_MobilityNeedsModeEnumType": ("MobilityNeedsModeEnumType",),
            "_MonitorEnumType": ("MonitorEnumType",),
            "_MonitoringBaseEnumType": ("MonitoringBaseEnumType",),
            "_MonitoringCriterionEnumType": ("MonitoringCriterionEnumType",),
            "_MutabilityEnumType": ("MutabilityEnumType",),
            "_NotifyAllowedEnergyTransferStatusEnumType": (
                "NotifyAllowedEnergyTransferStatusEnumType",
            ),
            "_NotifyEVChargingNeedsStatusEnumType": ("NotifyEVChargingNeedsStatusEnumType",),
            "_OCPPInterfaceEnumType": ("OCPPInterfaceEnumType",),
            "_OCPPTransportEnumType": ("OCPPTransportEnumType",),
            "_OCPPVersionEnumType": ("OCPPVersionEnumType",),
            "_OperationModeEnumType": ("OperationModeEnumType",),
            "_OperationalStatusEnumType": ("OperationalStatusEnumType",),
            "_PaymentStatusEnumType": ("PaymentStatusEnumType",),
            "_PhaseEnumType": ("PhaseEnumType",),
            "_PowerDuringCessationEnumType": ("PowerDuringCessationEnumType",),
            "_PreconditioningStatusEnumType": ("PreconditioningStatusEnumType",),
            "_PriorityChargingStatusEnumType": ("PriorityChargingStatusEnumType",),
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
            "_TariffChangeStatusEnumType": ("TariffChangeStatusEnumType",),
            "_TariffClearStatusEnumType": ("TariffClearStatusEnumType",),
            "_TariffCostEnumType": ("TariffCostEnumType",),
            "_TariffGetStatusEnumType": ("TariffGetStatusEnumType",),
            "_TariffKindEnumType": ("TariffKindEnumType",),
            "_TariffSetStatusEnumType": ("TariffSetStatusEnumType",),
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
    "BatterySwapEventEnumType",
    "BootReasonEnumType",
    "CancelReservationStatusEnumType",
    "CertificateActionEnumType",
    "CertificateSignedStatusEnumType",
    "CertificateSigningUseEnumType",
    "CertificateStatusEnumType",
    "CertificateStatusSourceEnumType",
    "ChangeAvailabilityStatusEnumType",
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
    "ConnectorStatusEnumType",
    "ControlModeEnumType",
    "CostDimensionEnumType",
    "CostKindEnumType",
    "CustomerInformationStatusEnumType",
    "DERControlEnumType",
    "DERControlStatusEnumType",
    "DERUnitEnumType",
    "DataEnumType",
    "DataTransferStatusEnumType",
    "DayOfWeekEnumType",
    "DeleteCertificateStatusEnumType",
    "DisplayMessageStatusEnumType",
    "EnergyTransferModeEnumType",
    "EventNotificationEnumType",
    "EventTriggerEnumType",
    "EvseKindEnumType",
    "FirmwareStatusEnumType",
    "GenericDeviceModelStatusEnumType",
    "GenericStatusEnumType",
    "GetCertificateIdUseEnumType",
    "GetCertificateStatusEnumType",
    "GetChargingProfileStatusEnumType",
    "GetDisplayMessagesStatusEnumType",
    "GetInstalledCertificateStatusEnumType",
    "GetVariableStatusEnumType",
    "GridEventFaultEnumType",
    "HashAlgorithmEnumType",
    "InstallCertificateStatusEnumType",
    "InstallCertificateUseEnumType",
    "IslandingDetectionEnumType",
    "Iso15118EVCertificateStatusEnumType",
    "LocationEnumType",
    "LogEnumType",
    "LogStatusEnumType",
    "MeasurandEnumType",
    "MessageFormatEnumType",
    "MessagePriorityEnumType",
    "MessageStateEnumType",
    "MessageTriggerEnumType",
    "MobilityNeedsModeEnumType",
    "MonitorEnumType",
    "MonitoringBaseEnumType",
    "MonitoringCriterionEnumType",
    "MutabilityEnumType",
    "NotifyAllowedEnergyTransferStatusEnumType",
    "NotifyEVChargingNeedsStatusEnumType",
    "OCPPInterfaceEnumType",
    "OCPPTransportEnumType",
    "OCPPVersionEnumType",
    "OperationModeEnumType",
    "OperationalStatusEnumType",
    "PaymentStatusEnumType",
    "PhaseEnumType",
    "PowerDuringCessationEnumType",
    "PreconditioningStatusEnumType",
    "PriorityChargingStatusEnumType",
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
    "TariffChangeStatusEnumType",
    "TariffClearStatusEnumType",
    "TariffCostEnumType",
    "TariffGetStatusEnumType",
    "TariffKindEnumType",
    "TariffSetStatusEnumType",
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
