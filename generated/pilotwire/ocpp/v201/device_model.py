"""Standard variables of the device model of OCPP 2.0.1.

Written by `python -m codegen generate`; never edited by hand.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from pilotwire.ocpp.specs import (
    BOOLEAN,
    DATE_TIME,
    DECIMAL,
    IDENTIFIER,
    INTEGER,
    MEMBER_LIST,
    OPTION_LIST,
    PASSWORD,
    SEQUENCE_LIST,
    STRING,
    Mutability,
    Variable,
)

__all__ = [
    "AlignedDataCtrlr",
    "AnyComponent",
    "AuthCacheCtrlr",
    "AuthCtrlr",
    "CHAdeMOCtrlr",
    "CPPWMController",
    "ChargingStation",
    "ClockCtrlr",
    "ConnectedEV",
    "Connector",
    "Controller",
    "CustomizationCtrlr",
    "DeviceDataCtrlr",
    "DisplayMessageCtrlr",
    "DistributionPanel",
    "EVSE",
    "FiscalMetering",
    "GENERIC_VARIABLES",
    "ISO15118Ctrlr",
    "LocalAuthListCtrlr",
    "LocalEnergyStorage",
    "MonitoringCtrlr",
    "OCPPCommCtrlr",
    "ReservationCtrlr",
    "SampledDataCtrlr",
    "SecurityCtrlr",
    "SmartChargingCtrlr",
    "TariffCostCtrlr",
    "TokenReader",
    "TxCtrlr",
    "VARIABLES",
]


class AlignedDataCtrlr:
    """Variables of AlignedDataCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    Interval: Final[Variable[int]] = Variable(
        component="AlignedDataCtrlr",
        name="Interval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    Measurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="AlignedDataCtrlr",
        name="Measurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    SendDuringIdle: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="SendDuringIdle",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    SignReadings: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="SignReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    TxEndedInterval: Final[Variable[int]] = Variable(
        component="AlignedDataCtrlr",
        name="TxEndedInterval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    TxEndedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="AlignedDataCtrlr",
        name="TxEndedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )


class AuthCacheCtrlr:
    """Variables of AuthCacheCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="AuthCacheCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    DisablePostAuthorize: Final[Variable[bool]] = Variable(
        component="AuthCacheCtrlr",
        name="DisablePostAuthorize",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="AuthCacheCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    LifeTime: Final[Variable[int]] = Variable(
        component="AuthCacheCtrlr",
        name="LifeTime",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    Policy: Final[Variable[str]] = Variable(
        component="AuthCacheCtrlr",
        name="Policy",
        datatype=OPTION_LIST,
        values=("LRU", "LFU", "FIFO", "CUSTOM"),
        mutability=Mutability.READ_WRITE,
    )
    Storage: Final[Variable[int]] = Variable(
        component="AuthCacheCtrlr",
        name="Storage",
        datatype=INTEGER,
        units=("B",),
        mutability=Mutability.READ_ONLY,
    )


class AuthCtrlr:
    """Variables of AuthCtrlr."""

    AdditionalInfoItemsPerMessage: Final[Variable[int]] = Variable(
        component="AuthCtrlr",
        name="AdditionalInfoItemsPerMessage",
        datatype=INTEGER,
        mutability=Mutability.READ_ONLY,
    )
    AuthorizeRemoteStart: Final[Variable[bool]] = Variable(
        component="AuthCtrlr",
        name="AuthorizeRemoteStart",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    DisableRemoteAuthorization: Final[Variable[bool]] = Variable(
        component="AuthCtrlr",
        name="DisableRemoteAuthorization",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="AuthCtrlr", name="Enabled", datatype=BOOLEAN, mutability=Mutability.READ_WRITE
    )
    LocalAuthorizeOffline: Final[Variable[bool]] = Variable(
        component="AuthCtrlr",
        name="LocalAuthorizeOffline",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    LocalPreAuthorize: Final[Variable[bool]] = Variable(
        component="AuthCtrlr",
        name="LocalPreAuthorize",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    MasterPassGroupId: Final[Variable[str]] = Variable(
        component="AuthCtrlr",
        name="MasterPassGroupId",
        datatype=STRING,
        maximum=36,
        mutability=Mutability.READ_WRITE,
    )
    OfflineTxForUnknownIdEnabled: Final[Variable[bool]] = Variable(
        component="AuthCtrlr",
        name="OfflineTxForUnknownIdEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )


class CHAdeMOCtrlr:
    """Variables of CHAdeMOCtrlr."""

    AutoManufacturerCode: Final[Variable[int]] = Variable(
        component="CHAdeMOCtrlr", name="AutoManufacturerCode", datatype=INTEGER
    )
    CHAdeMOProtocolNumber: Final[Variable[int]] = Variable(
        component="CHAdeMOCtrlr", name="CHAdeMOProtocolNumber", datatype=INTEGER
    )
    DynamicControl: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="DynamicControl", datatype=BOOLEAN
    )
    HighCurrentControl: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="HighCurrentControl", datatype=BOOLEAN
    )
    HighVoltageControl: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="HighVoltageControl", datatype=BOOLEAN
    )
    SelftestActive: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="SelftestActive", datatype=BOOLEAN
    )
    VehicleStatus: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="VehicleStatus", datatype=BOOLEAN
    )


class CPPWMController:
    """Variables of CPPWMController."""

    State: Final[Variable[str]] = Variable(
        component="CPPWMController", name="State", datatype=STRING
    )


class ChargingStation:
    """Variables of ChargingStation."""

    AllowNewSessionsPendingFirmwareUpdate: Final[Variable[bool]] = Variable(
        component="ChargingStation",
        name="AllowNewSessionsPendingFirmwareUpdate",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    AvailabilityState: Final[Variable[str]] = Variable(
        component="ChargingStation",
        name="AvailabilityState",
        datatype=OPTION_LIST,
        values=("Available", "Occupied", "Reserved", "Unavailable", "Faulted"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    Available: Final[Variable[bool]] = Variable(
        component="ChargingStation",
        name="Available",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    Model: Final[Variable[str]] = Variable(
        component="ChargingStation", name="Model", datatype=STRING
    )
    SupplyPhases: Final[Variable[int]] = Variable(
        component="ChargingStation",
        name="SupplyPhases",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    VendorName: Final[Variable[str]] = Variable(
        component="ChargingStation", name="VendorName", datatype=STRING
    )


class ClockCtrlr:
    """Variables of ClockCtrlr."""

    DateTime: Final[Variable[datetime]] = Variable(
        component="ClockCtrlr",
        name="DateTime",
        datatype=DATE_TIME,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    NextTimeOffsetTransitionDateTime: Final[Variable[datetime]] = Variable(
        component="ClockCtrlr",
        name="NextTimeOffsetTransitionDateTime",
        datatype=DATE_TIME,
        mutability=Mutability.READ_WRITE,
    )
    NtpServerUri: Final[Variable[str]] = Variable(
        component="ClockCtrlr",
        name="NtpServerUri",
        datatype=STRING,
        instances="digit",
        mutability=Mutability.READ_WRITE,
    )
    NtpSource: Final[Variable[str]] = Variable(
        component="ClockCtrlr",
        name="NtpSource",
        datatype=OPTION_LIST,
        values=("DHCP", "manual"),
        mutability=Mutability.READ_WRITE,
    )
    TimeAdjustmentReportingThreshold: Final[Variable[int]] = Variable(
        component="ClockCtrlr",
        name="TimeAdjustmentReportingThreshold",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    TimeOffset: Final[Variable[str]] = Variable(
        component="ClockCtrlr", name="TimeOffset", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    TimeOffset_NextTransition: Final[Variable[str]] = Variable(
        component="ClockCtrlr",
        name="TimeOffset",
        datatype=STRING,
        instance="NextTransition",
        mutability=Mutability.READ_WRITE,
    )
    TimeSource: Final[Variable[tuple[str, ...]]] = Variable(
        component="ClockCtrlr",
        name="TimeSource",
        datatype=SEQUENCE_LIST,
        values=(
            "Heartbeat",
            "NTP",
            "GPS",
            "RealTimeClock",
            "MobileNetwork",
            "RadioTimeTransmitter",
        ),
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    TimeZone: Final[Variable[str]] = Variable(
        component="ClockCtrlr", name="TimeZone", datatype=STRING, mutability=Mutability.READ_WRITE
    )


class ConnectedEV:
    """Variables of ConnectedEV."""

    ProtocolAgreed: Final[Variable[str]] = Variable(
        component="ConnectedEV",
        name="ProtocolAgreed",
        datatype=STRING,
        mutability=Mutability.READ_ONLY,
    )
    ProtocolSupportedByEV: Final[Variable[str]] = Variable(
        component="ConnectedEV",
        name="ProtocolSupportedByEV",
        datatype=STRING,
        instances="Priority",
        mutability=Mutability.READ_ONLY,
    )
    VehicleID: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleID", datatype=STRING
    )


class Connector:
    """Variables of Connector."""

    AvailabilityState: Final[Variable[str]] = Variable(
        component="Connector",
        name="AvailabilityState",
        datatype=OPTION_LIST,
        values=("Available", "Occupied", "Reserved", "Unavailable", "Faulted"),
    )
    Available: Final[Variable[bool]] = Variable(
        component="Connector",
        name="Available",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    ChargeProtocol: Final[Variable[str]] = Variable(
        component="Connector", name="ChargeProtocol", datatype=STRING
    )
    ConnectorType: Final[Variable[str]] = Variable(
        component="Connector",
        name="ConnectorType",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    SupplyPhases: Final[Variable[int]] = Variable(
        component="Connector",
        name="SupplyPhases",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )


class Controller:
    """Variables of Controller."""

    MaxMsgElements: Final[Variable[int]] = Variable(
        component="Controller", name="MaxMsgElements", datatype=INTEGER
    )


class CustomizationCtrlr:
    """Variables of CustomizationCtrlr."""

    CustomImplementationEnabled: Final[Variable[bool]] = Variable(
        component="CustomizationCtrlr",
        name="CustomImplementationEnabled",
        datatype=BOOLEAN,
        instances="vendorId",
        mutability=Mutability.READ_WRITE,
    )


class DeviceDataCtrlr:
    """Variables of DeviceDataCtrlr."""

    BytesPerMessage_GetReport: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="GetReport",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    BytesPerMessage_GetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="GetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    BytesPerMessage_SetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="SetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    ConfigurationValueSize: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ConfigurationValueSize",
        datatype=INTEGER,
        maximum=1000,
        mutability=Mutability.READ_ONLY,
    )
    ItemsPerMessage_GetReport: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="GetReport",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    ItemsPerMessage_GetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="GetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    ItemsPerMessage_SetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="SetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    ReportingValueSize: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ReportingValueSize",
        datatype=INTEGER,
        maximum=2500,
        mutability=Mutability.READ_ONLY,
    )
    ValueSize: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr", name="ValueSize", datatype=INTEGER
    )


class DisplayMessageCtrlr:
    """Variables of DisplayMessageCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="DisplayMessageCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    DisplayMessages: Final[Variable[int]] = Variable(
        component="DisplayMessageCtrlr",
        name="DisplayMessages",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="DisplayMessageCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    PersonalMessageSize: Final[Variable[int]] = Variable(
        component="DisplayMessageCtrlr", name="PersonalMessageSize", datatype=INTEGER
    )
    SupportedFormats: Final[Variable[tuple[str, ...]]] = Variable(
        component="DisplayMessageCtrlr",
        name="SupportedFormats",
        datatype=MEMBER_LIST,
        values=("ASCII", "HTML", "URI", "UTF8"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    SupportedPriorities: Final[Variable[tuple[str, ...]]] = Variable(
        component="DisplayMessageCtrlr",
        name="SupportedPriorities",
        datatype=MEMBER_LIST,
        values=("AlwaysFront", "InFront", "NormalCycle"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )


class DistributionPanel:
    """Variables of DistributionPanel."""

    ChargingStation: Final[Variable[str]] = Variable(
        component="DistributionPanel", name="ChargingStation", datatype=STRING
    )
    DistributionPanel: Final[Variable[str]] = Variable(
        component="DistributionPanel", name="DistributionPanel", datatype=STRING
    )
    Fuse: Final[Variable[int]] = Variable(
        component="DistributionPanel", name="Fuse", datatype=INTEGER, instances="n", units=("A",)
    )


class EVSE:
    """Variables of EVSE."""

    AllowReset: Final[Variable[bool]] = Variable(
        component="EVSE", name="AllowReset", datatype=BOOLEAN, mutability=Mutability.READ_ONLY
    )
    AvailabilityState: Final[Variable[str]] = Variable(
        component="EVSE",
        name="AvailabilityState",
        datatype=OPTION_LIST,
        values=("Available", "Occupied", "Reserved", "Unavailable", "Faulted"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    Available: Final[Variable[bool]] = Variable(
        component="EVSE",
        name="Available",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    EvseId: Final[Variable[str]] = Variable(component="EVSE", name="EvseId", datatype=STRING)
    ISO15118EvseId: Final[Variable[str]] = Variable(
        component="EVSE", name="ISO15118EvseId", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    Power: Final[Variable[float]] = Variable(
        component="EVSE",
        name="Power",
        datatype=DECIMAL,
        required=True,
        units=("W", "kW"),
        mutability=Mutability.READ_ONLY,
    )
    SupplyPhases: Final[Variable[int]] = Variable(
        component="EVSE",
        name="SupplyPhases",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )


class FiscalMetering:
    """Variables of FiscalMetering."""

    EnergyExport: Final[Variable[float]] = Variable(
        component="FiscalMetering", name="EnergyExport", datatype=DECIMAL, units=("Wh", "kWh")
    )
    EnergyExportRegister: Final[Variable[float]] = Variable(
        component="FiscalMetering",
        name="EnergyExportRegister",
        datatype=DECIMAL,
        units=("Wh", "kWh"),
    )
    EnergyImport: Final[Variable[float]] = Variable(
        component="FiscalMetering", name="EnergyImport", datatype=DECIMAL, units=("Wh", "kWh")
    )
    EnergyImportRegister: Final[Variable[float]] = Variable(
        component="FiscalMetering",
        name="EnergyImportRegister",
        datatype=DECIMAL,
        units=("Wh", "kWh"),
    )


class ISO15118Ctrlr:
    """Variables of ISO15118Ctrlr."""

    CentralContractValidationAllowed: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="CentralContractValidationAllowed",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    ContractCertificateInstallationEnabled: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="ContractCertificateInstallationEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    ContractValidationOffline: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="ContractValidationOffline",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    CountryName: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="CountryName",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    MaxScheduleEntries: Final[Variable[int]] = Variable(
        component="ISO15118Ctrlr", name="MaxScheduleEntries", datatype=INTEGER
    )
    OrganizationName: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="OrganizationName",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    PnCEnabled: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="PnCEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    RequestMeteringReceipt: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="RequestMeteringReceipt",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    RequestedEnergyTransferMode: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="RequestedEnergyTransferMode",
        datatype=OPTION_LIST,
        values=("DC", "AC_single_phase", "AC_two_phase", "AC_three_phase"),
    )
    SeccId: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr", name="SeccId", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    V2GCertificateInstallationEnabled: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="V2GCertificateInstallationEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )


class LocalAuthListCtrlr:
    """Variables of LocalAuthListCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    BytesPerMessage: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    DisablePostAuthorize: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="DisablePostAuthorize",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    Entries: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="Entries",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    ItemsPerMessage: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    Storage: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="Storage",
        datatype=INTEGER,
        units=("B",),
        mutability=Mutability.READ_ONLY,
    )
    SupportsExpiryDateTime: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="SupportsExpiryDateTime",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )


class LocalEnergyStorage:
    """Variables of LocalEnergyStorage."""

    Capacity: Final[Variable[float]] = Variable(
        component="LocalEnergyStorage", name="Capacity", datatype=DECIMAL, units=("Wh",)
    )


class MonitoringCtrlr:
    """Variables of MonitoringCtrlr."""

    ActiveMonitoringBase: Final[Variable[str]] = Variable(
        component="MonitoringCtrlr",
        name="ActiveMonitoringBase",
        datatype=OPTION_LIST,
        values=("All", "FactoryDefault", "HardWiredOnly"),
        mutability=Mutability.READ_ONLY,
    )
    ActiveMonitoringLevel: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="ActiveMonitoringLevel",
        datatype=INTEGER,
        mutability=Mutability.READ_ONLY,
    )
    Available: Final[Variable[bool]] = Variable(
        component="MonitoringCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    BytesPerMessage_ClearVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="ClearVariableMonitoring",
        mutability=Mutability.READ_ONLY,
    )
    BytesPerMessage_SetVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="SetVariableMonitoring",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="MonitoringCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    ItemsPerMessage_ClearVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="ClearVariableMonitoring",
        mutability=Mutability.READ_ONLY,
    )
    ItemsPerMessage_SetVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="SetVariableMonitoring",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    MonitoringBase: Final[Variable[str]] = Variable(
        component="MonitoringCtrlr",
        name="MonitoringBase",
        datatype=OPTION_LIST,
        values=("All", "FactoryDefault", "HardWiredOnly"),
    )
    MonitoringLevel: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr", name="MonitoringLevel", datatype=INTEGER
    )
    OfflineQueuingSeverity: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="OfflineQueuingSeverity",
        datatype=INTEGER,
        mutability=Mutability.READ_WRITE,
    )


class OCPPCommCtrlr:
    """Variables of OCPPCommCtrlr."""

    ActiveNetworkProfile: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="ActiveNetworkProfile",
        datatype=INTEGER,
        mutability=Mutability.READ_ONLY,
    )
    FieldLength: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="FieldLength",
        datatype=INTEGER,
        instances="message>.<field",
        mutability=Mutability.READ_ONLY,
    )
    FileTransferProtocols: Final[Variable[tuple[str, ...]]] = Variable(
        component="OCPPCommCtrlr",
        name="FileTransferProtocols",
        datatype=MEMBER_LIST,
        values=("FTP", "FTPS", "HTTP", "HTTPS", "SFTP"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    HeartbeatInterval: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="HeartbeatInterval",
        datatype=INTEGER,
        minimum=1,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    MessageAttemptInterval_TransactionEvent: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="MessageAttemptInterval",
        datatype=INTEGER,
        instance="TransactionEvent",
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    MessageAttempts_TransactionEvent: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="MessageAttempts",
        datatype=INTEGER,
        instance="TransactionEvent",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    MessageTimeout_Default: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="MessageTimeout",
        datatype=INTEGER,
        instance="Default",
        required=True,
        units=("s",),
        mutability=Mutability.READ_ONLY,
    )
    NetworkConfigurationPriority: Final[Variable[tuple[str, ...]]] = Variable(
        component="OCPPCommCtrlr",
        name="NetworkConfigurationPriority",
        datatype=SEQUENCE_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    NetworkProfileConnectionAttempts: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="NetworkProfileConnectionAttempts",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    OfflineThreshold: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="OfflineThreshold",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    PublicKeyWithSignedMeterValue: Final[Variable[str]] = Variable(
        component="OCPPCommCtrlr",
        name="PublicKeyWithSignedMeterValue",
        datatype=OPTION_LIST,
        values=("Never", "OncePerTransaction", "EveryMeterValue"),
        mutability=Mutability.READ_WRITE,
    )
    QueueAllMessages: Final[Variable[bool]] = Variable(
        component="OCPPCommCtrlr",
        name="QueueAllMessages",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    ResetRetries: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="ResetRetries",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    RetryBackOffRandomRange: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr", name="RetryBackOffRandomRange", datatype=INTEGER
    )
    RetryBackOffRepeatTimes: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr", name="RetryBackOffRepeatTimes", datatype=INTEGER
    )
    RetryBackOffWaitMinimum: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr", name="RetryBackOffWaitMinimum", datatype=INTEGER
    )
    UnlockOnEVSideDisconnect: Final[Variable[bool]] = Variable(
        component="OCPPCommCtrlr",
        name="UnlockOnEVSideDisconnect",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    WebSocketPingInterval: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="WebSocketPingInterval",
        datatype=INTEGER,
        minimum=0,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )


class ReservationCtrlr:
    """Variables of ReservationCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="ReservationCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="ReservationCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    NonEvseSpecific: Final[Variable[bool]] = Variable(
        component="ReservationCtrlr",
        name="NonEvseSpecific",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )


class SampledDataCtrlr:
    """Variables of SampledDataCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    RegisterValuesWithoutPhases: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="RegisterValuesWithoutPhases",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    SignReadings: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="SignReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    TxEndedInterval: Final[Variable[int]] = Variable(
        component="SampledDataCtrlr",
        name="TxEndedInterval",
        datatype=INTEGER,
        required=True,
        units=("s",),
    )
    TxEndedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxEndedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    TxStartedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxStartedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
    )
    TxUpdatedInterval: Final[Variable[int]] = Variable(
        component="SampledDataCtrlr",
        name="TxUpdatedInterval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    TxUpdatedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxUpdatedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
    )


class SecurityCtrlr:
    """Variables of SecurityCtrlr."""

    AdditionalRootCertificateCheck: Final[Variable[bool]] = Variable(
        component="SecurityCtrlr",
        name="AdditionalRootCertificateCheck",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    BasicAuthPassword: Final[Variable[str]] = Variable(
        component="SecurityCtrlr",
        name="BasicAuthPassword",
        datatype=PASSWORD,
        minimum=16,
        maximum=40,
        mutability=Mutability.WRITE_ONLY,
    )
    CertSigningRepeatTimes: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="CertSigningRepeatTimes",
        datatype=INTEGER,
        minimum=0,
        mutability=Mutability.READ_WRITE,
    )
    CertSigningWaitMinimum: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="CertSigningWaitMinimum",
        datatype=INTEGER,
        minimum=0,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    CertificateEntries: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="CertificateEntries",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    Identity: Final[Variable[str]] = Variable(
        component="SecurityCtrlr",
        name="Identity",
        datatype=IDENTIFIER,
        maximum=48,
        mutability=Mutability.READ_WRITE,
    )
    MaxCertificateChainSize: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="MaxCertificateChainSize",
        datatype=INTEGER,
        maximum=10000,
        mutability=Mutability.READ_ONLY,
    )
    OrganizationName: Final[Variable[str]] = Variable(
        component="SecurityCtrlr",
        name="OrganizationName",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    SecurityProfile: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="SecurityProfile",
        datatype=INTEGER,
        minimum=0,
        maximum=3,
        required=True,
        mutability=Mutability.READ_ONLY,
    )


class SmartChargingCtrlr:
    """Variables of SmartChargingCtrlr."""

    ACPhaseSwitchingSupported: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ACPhaseSwitchingSupported",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    Available: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    Entries_ChargingProfiles: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="Entries",
        datatype=INTEGER,
        instance="ChargingProfiles",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    ExternalControlSignalsEnabled: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ExternalControlSignalsEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    LimitChangeSignificance: Final[Variable[float]] = Variable(
        component="SmartChargingCtrlr",
        name="LimitChangeSignificance",
        datatype=DECIMAL,
        minimum=0,
        maximum=100,
        required=True,
        units=("Percent",),
        mutability=Mutability.READ_WRITE,
    )
    NotifyChargingLimitWithSchedules: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="NotifyChargingLimitWithSchedules",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    PeriodsPerSchedule: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="PeriodsPerSchedule",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    Phases3to1: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="Phases3to1",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    ProfileStackLevel: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="ProfileStackLevel",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    RateUnit: Final[Variable[tuple[str, ...]]] = Variable(
        component="SmartChargingCtrlr",
        name="RateUnit",
        datatype=MEMBER_LIST,
        values=("W", "A"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )


class TariffCostCtrlr:
    """Variables of TariffCostCtrlr."""

    Available_Cost: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Available",
        datatype=BOOLEAN,
        instance="Cost",
        mutability=Mutability.READ_ONLY,
    )
    Available_Tariff: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Available",
        datatype=BOOLEAN,
        instance="Tariff",
        mutability=Mutability.READ_ONLY,
    )
    Currency: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="Currency",
        datatype=STRING,
        maximum=3,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    Enabled_Cost: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        instance="Cost",
        mutability=Mutability.READ_WRITE,
    )
    Enabled_Tariff: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        instance="Tariff",
        mutability=Mutability.READ_WRITE,
    )
    TariffFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="TariffFallbackMessage",
        datatype=STRING,
        maximum=255,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    TotalCostFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="TotalCostFallbackMessage",
        datatype=STRING,
        maximum=255,
        required=True,
        mutability=Mutability.READ_WRITE,
    )


class TokenReader:
    """Variables of TokenReader."""

    Token: Final[Variable[str]] = Variable(component="TokenReader", name="Token", datatype=STRING)
    TokenType: Final[Variable[str]] = Variable(
        component="TokenReader", name="TokenType", datatype=OPTION_LIST
    )


class TxCtrlr:
    """Variables of TxCtrlr."""

    ChargingTime: Final[Variable[float]] = Variable(
        component="TxCtrlr", name="ChargingTime", datatype=DECIMAL, units=("s",)
    )
    EVConnectionTimeOut: Final[Variable[int]] = Variable(
        component="TxCtrlr",
        name="EVConnectionTimeOut",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    MaxEnergyOnInvalidId: Final[Variable[int]] = Variable(
        component="TxCtrlr",
        name="MaxEnergyOnInvalidId",
        datatype=INTEGER,
        units=("Wh",),
        mutability=Mutability.READ_WRITE,
    )
    StopTxOnEVSideDisconnect: Final[Variable[bool]] = Variable(
        component="TxCtrlr",
        name="StopTxOnEVSideDisconnect",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    StopTxOnInvalidId: Final[Variable[bool]] = Variable(
        component="TxCtrlr",
        name="StopTxOnInvalidId",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    TxBeforeAcceptedEnabled: Final[Variable[bool]] = Variable(
        component="TxCtrlr",
        name="TxBeforeAcceptedEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    TxStartPoint: Final[Variable[tuple[str, ...]]] = Variable(
        component="TxCtrlr",
        name="TxStartPoint",
        datatype=MEMBER_LIST,
        values=(
            "ParkingBayOccupancy",
            "EVConnected",
            "Authorized",
            "DataSigned",
            "PowerPathClosed",
            "EnergyTransfer",
        ),
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    TxStopPoint: Final[Variable[tuple[str, ...]]] = Variable(
        component="TxCtrlr",
        name="TxStopPoint",
        datatype=MEMBER_LIST,
        values=(
            "ParkingBayOccupancy",
            "EVConnected",
            "Authorized",
            "DataSigned",
            "PowerPathClosed",
            "EnergyTransfer",
        ),
        required=True,
        mutability=Mutability.READ_WRITE,
    )


class AnyComponent:
    """Variables of no certain component."""

    ACCurrent: Final[Variable[float]] = Variable(
        component="*", name="ACCurrent", datatype=DECIMAL, units=("A",)
    )
    ACVoltage: Final[Variable[float]] = Variable(
        component="*", name="ACVoltage", datatype=DECIMAL, units=("V",)
    )
    Active: Final[Variable[bool]] = Variable(component="*", name="Active", datatype=BOOLEAN)
    AllowReset: Final[Variable[bool]] = Variable(component="*", name="AllowReset", datatype=BOOLEAN)
    Angle: Final[Variable[float]] = Variable(
        component="*", name="Angle", datatype=DECIMAL, units=("Deg",)
    )
    Attempts: Final[Variable[int]] = Variable(component="*", name="Attempts", datatype=INTEGER)
    Available: Final[Variable[bool]] = Variable(component="*", name="Available", datatype=BOOLEAN)
    Certificate: Final[Variable[str]] = Variable(component="*", name="Certificate", datatype=STRING)
    Color: Final[Variable[str]] = Variable(component="*", name="Color", datatype=STRING)
    Complete: Final[Variable[bool]] = Variable(component="*", name="Complete", datatype=BOOLEAN)
    ConnectedTime: Final[Variable[float]] = Variable(
        component="*", name="ConnectedTime", datatype=DECIMAL, units=("s",)
    )
    Count: Final[Variable[int]] = Variable(component="*", name="Count", datatype=INTEGER)
    CurrentImbalance: Final[Variable[float]] = Variable(
        component="*", name="CurrentImbalance", datatype=DECIMAL, units=("Percent",)
    )
    DCCurrent: Final[Variable[float]] = Variable(
        component="*", name="DCCurrent", datatype=DECIMAL, units=("A",)
    )
    DCVoltage: Final[Variable[float]] = Variable(
        component="*", name="DCVoltage", datatype=DECIMAL, units=("V",)
    )
    DataText: Final[Variable[str]] = Variable(component="*", name="DataText", datatype=STRING)
    DateTime: Final[Variable[datetime]] = Variable(
        component="*", name="DateTime", datatype=DATE_TIME
    )
    ECVariant: Final[Variable[str]] = Variable(component="*", name="ECVariant", datatype=STRING)
    Enabled: Final[Variable[bool]] = Variable(component="*", name="Enabled", datatype=BOOLEAN)
    Energy: Final[Variable[float]] = Variable(
        component="*", name="Energy", datatype=DECIMAL, units=("Wh", "kWh")
    )
    Entries: Final[Variable[int]] = Variable(component="*", name="Entries", datatype=INTEGER)
    Fallback: Final[Variable[bool]] = Variable(component="*", name="Fallback", datatype=BOOLEAN)
    FanSpeed: Final[Variable[float]] = Variable(
        component="*", name="FanSpeed", datatype=DECIMAL, units=("RPM",)
    )
    FirmwareVersion: Final[Variable[str]] = Variable(
        component="*", name="FirmwareVersion", datatype=STRING
    )
    Force: Final[Variable[float]] = Variable(
        component="*", name="Force", datatype=DECIMAL, units=("N",)
    )
    Formats: Final[Variable[tuple[str, ...]]] = Variable(
        component="*", name="Formats", datatype=MEMBER_LIST
    )
    Frequency: Final[Variable[float]] = Variable(
        component="*", name="Frequency", datatype=DECIMAL, units=("Hz",)
    )
    FuseRating: Final[Variable[float]] = Variable(
        component="*", name="FuseRating", datatype=DECIMAL, units=("A",)
    )
    Height: Final[Variable[float]] = Variable(
        component="*", name="Height", datatype=DECIMAL, units=("m",)
    )
    Humidity: Final[Variable[float]] = Variable(
        component="*", name="Humidity", datatype=DECIMAL, units=("RH",)
    )
    Hysteresis: Final[Variable[float]] = Variable(
        component="*", name="Hysteresis", datatype=DECIMAL, units=("Percent",)
    )
    ICCID: Final[Variable[str]] = Variable(component="*", name="ICCID", datatype=STRING)
    IMSI: Final[Variable[str]] = Variable(component="*", name="IMSI", datatype=STRING)
    Impedance: Final[Variable[float]] = Variable(
        component="*", name="Impedance", datatype=DECIMAL, units=("Ohm",)
    )
    Interval: Final[Variable[int]] = Variable(
        component="*", name="Interval", datatype=INTEGER, units=("s",)
    )
    Length: Final[Variable[float]] = Variable(
        component="*", name="Length", datatype=DECIMAL, units=("m",)
    )
    Light: Final[Variable[float]] = Variable(
        component="*", name="Light", datatype=DECIMAL, units=("lx",)
    )
    Manufacturer: Final[Variable[str]] = Variable(
        component="*", name="Manufacturer", datatype=STRING
    )
    Message: Final[Variable[str]] = Variable(component="*", name="Message", datatype=STRING)
    MinimumStatusDuration: Final[Variable[int]] = Variable(
        component="*", name="MinimumStatusDuration", datatype=INTEGER, units=("s",)
    )
    Mode: Final[Variable[str]] = Variable(component="*", name="Mode", datatype=STRING)
    Model: Final[Variable[str]] = Variable(component="*", name="Model", datatype=STRING)
    NetworkAddress: Final[Variable[str]] = Variable(
        component="*", name="NetworkAddress", datatype=STRING
    )
    Operated: Final[Variable[bool]] = Variable(component="*", name="Operated", datatype=BOOLEAN)
    OperatingTimes: Final[Variable[str]] = Variable(
        component="*", name="OperatingTimes", datatype=STRING
    )
    Overload: Final[Variable[bool]] = Variable(component="*", name="Overload", datatype=BOOLEAN)
    Percent: Final[Variable[float]] = Variable(
        component="*", name="Percent", datatype=DECIMAL, units=("Percent",)
    )
    PhaseRotation: Final[Variable[str]] = Variable(
        component="*", name="PhaseRotation", datatype=OPTION_LIST
    )
    PostChargingTime: Final[Variable[float]] = Variable(
        component="*", name="PostChargingTime", datatype=DECIMAL, units=("s",)
    )
    Power: Final[Variable[float]] = Variable(
        component="*", name="Power", datatype=DECIMAL, units=("W", "kW")
    )
    Problem: Final[Variable[bool]] = Variable(component="*", name="Problem", datatype=BOOLEAN)
    Protecting: Final[Variable[bool]] = Variable(component="*", name="Protecting", datatype=BOOLEAN)
    SerialNumber: Final[Variable[str]] = Variable(
        component="*", name="SerialNumber", datatype=STRING
    )
    SignalStrength: Final[Variable[float]] = Variable(
        component="*", name="SignalStrength", datatype=DECIMAL, units=("dBm",)
    )
    State: Final[Variable[str]] = Variable(component="*", name="State", datatype=STRING)
    StateOfCharge: Final[Variable[float]] = Variable(
        component="*", name="StateOfCharge", datatype=DECIMAL, units=("Percent",)
    )
    Storage: Final[Variable[int]] = Variable(
        component="*", name="Storage", datatype=INTEGER, units=("B",)
    )
    SupplyPhases: Final[Variable[int]] = Variable(
        component="*", name="SupplyPhases", datatype=INTEGER
    )
    Suspending: Final[Variable[bool]] = Variable(component="*", name="Suspending", datatype=BOOLEAN)
    Suspension: Final[Variable[bool]] = Variable(component="*", name="Suspension", datatype=BOOLEAN)
    Temperature: Final[Variable[float]] = Variable(
        component="*", name="Temperature", datatype=DECIMAL, units=("Celsius", "Fahrenheit")
    )
    Time: Final[Variable[datetime]] = Variable(component="*", name="Time", datatype=DATE_TIME)
    Timeout: Final[Variable[float]] = Variable(
        component="*", name="Timeout", datatype=DECIMAL, units=("s",)
    )
    Tries: Final[Variable[int]] = Variable(component="*", name="Tries", datatype=INTEGER)
    Tripped: Final[Variable[bool]] = Variable(component="*", name="Tripped", datatype=BOOLEAN)
    VendorName: Final[Variable[str]] = Variable(component="*", name="VendorName", datatype=STRING)
    VersionDate: Final[Variable[datetime]] = Variable(
        component="*", name="VersionDate", datatype=DATE_TIME
    )
    VersionNumber: Final[Variable[str]] = Variable(
        component="*", name="VersionNumber", datatype=STRING
    )
    VoltageImbalance: Final[Variable[float]] = Variable(
        component="*", name="VoltageImbalance", datatype=DECIMAL, units=("Percent",)
    )


VARIABLES: Mapping[tuple[str, str, str | None], Variable[Any]] = MappingProxyType(
    {
        ("AlignedDataCtrlr", "Available", None): AlignedDataCtrlr.Available,
        ("AlignedDataCtrlr", "Enabled", None): AlignedDataCtrlr.Enabled,
        ("AlignedDataCtrlr", "Interval", None): AlignedDataCtrlr.Interval,
        ("AlignedDataCtrlr", "Measurands", None): AlignedDataCtrlr.Measurands,
        ("AlignedDataCtrlr", "SendDuringIdle", None): AlignedDataCtrlr.SendDuringIdle,
        ("AlignedDataCtrlr", "SignReadings", None): AlignedDataCtrlr.SignReadings,
        ("AlignedDataCtrlr", "TxEndedInterval", None): AlignedDataCtrlr.TxEndedInterval,
        ("AlignedDataCtrlr", "TxEndedMeasurands", None): AlignedDataCtrlr.TxEndedMeasurands,
        ("AuthCacheCtrlr", "Available", None): AuthCacheCtrlr.Available,
        ("AuthCacheCtrlr", "DisablePostAuthorize", None): AuthCacheCtrlr.DisablePostAuthorize,
        ("AuthCacheCtrlr", "Enabled", None): AuthCacheCtrlr.Enabled,
        ("AuthCacheCtrlr", "LifeTime", None): AuthCacheCtrlr.LifeTime,
        ("AuthCacheCtrlr", "Policy", None): AuthCacheCtrlr.Policy,
        ("AuthCacheCtrlr", "Storage", None): AuthCacheCtrlr.Storage,
        (
            "AuthCtrlr",
            "AdditionalInfoItemsPerMessage",
            None,
        ): AuthCtrlr.AdditionalInfoItemsPerMessage,
        ("AuthCtrlr", "AuthorizeRemoteStart", None): AuthCtrlr.AuthorizeRemoteStart,
        ("AuthCtrlr", "DisableRemoteAuthorization", None): AuthCtrlr.DisableRemoteAuthorization,
        ("AuthCtrlr", "Enabled", None): AuthCtrlr.Enabled,
        ("AuthCtrlr", "LocalAuthorizeOffline", None): AuthCtrlr.LocalAuthorizeOffline,
        ("AuthCtrlr", "LocalPreAuthorize", None): AuthCtrlr.LocalPreAuthorize,
        ("AuthCtrlr", "MasterPassGroupId", None): AuthCtrlr.MasterPassGroupId,
        ("AuthCtrlr", "OfflineTxForUnknownIdEnabled", None): AuthCtrlr.OfflineTxForUnknownIdEnabled,
        ("CHAdeMOCtrlr", "AutoManufacturerCode", None): CHAdeMOCtrlr.AutoManufacturerCode,
        ("CHAdeMOCtrlr", "CHAdeMOProtocolNumber", None): CHAdeMOCtrlr.CHAdeMOProtocolNumber,
        ("CHAdeMOCtrlr", "DynamicControl", None): CHAdeMOCtrlr.DynamicControl,
        ("CHAdeMOCtrlr", "HighCurrentControl", None): CHAdeMOCtrlr.HighCurrentControl,
        ("CHAdeMOCtrlr", "HighVoltageControl", None): CHAdeMOCtrlr.HighVoltageControl,
        ("CHAdeMOCtrlr", "SelftestActive", None): CHAdeMOCtrlr.SelftestActive,
        ("CHAdeMOCtrlr", "VehicleStatus", None): CHAdeMOCtrlr.VehicleStatus,
        ("CPPWMController", "State", None): CPPWMController.State,
        (
            "ChargingStation",
            "AllowNewSessionsPendingFirmwareUpdate",
            None,
        ): ChargingStation.AllowNewSessionsPendingFirmwareUpdate,
        ("ChargingStation", "AvailabilityState", None): ChargingStation.AvailabilityState,
        ("ChargingStation", "Available", None): ChargingStation.Available,
        ("ChargingStation", "Model", None): ChargingStation.Model,
        ("ChargingStation", "SupplyPhases", None): ChargingStation.SupplyPhases,
        ("ChargingStation", "VendorName", None): ChargingStation.VendorName,
        ("ClockCtrlr", "DateTime", None): ClockCtrlr.DateTime,
        (
            "ClockCtrlr",
            "NextTimeOffsetTransitionDateTime",
            None,
        ): ClockCtrlr.NextTimeOffsetTransitionDateTime,
        ("ClockCtrlr", "NtpServerUri", None): ClockCtrlr.NtpServerUri,
        ("ClockCtrlr", "NtpSource", None): ClockCtrlr.NtpSource,
        (
            "ClockCtrlr",
            "TimeAdjustmentReportingThreshold",
            None,
        ): ClockCtrlr.TimeAdjustmentReportingThreshold,
        ("ClockCtrlr", "TimeOffset", None): ClockCtrlr.TimeOffset,
        ("ClockCtrlr", "TimeOffset", "NextTransition"): ClockCtrlr.TimeOffset_NextTransition,
        ("ClockCtrlr", "TimeSource", None): ClockCtrlr.TimeSource,
        ("ClockCtrlr", "TimeZone", None): ClockCtrlr.TimeZone,
        ("ConnectedEV", "ProtocolAgreed", None): ConnectedEV.ProtocolAgreed,
        ("ConnectedEV", "ProtocolSupportedByEV", None): ConnectedEV.ProtocolSupportedByEV,
        ("ConnectedEV", "VehicleID", None): ConnectedEV.VehicleID,
        ("Connector", "AvailabilityState", None): Connector.AvailabilityState,
        ("Connector", "Available", None): Connector.Available,
        ("Connector", "ChargeProtocol", None): Connector.ChargeProtocol,
        ("Connector", "ConnectorType", None): Connector.ConnectorType,
        ("Connector", "SupplyPhases", None): Connector.SupplyPhases,
        ("Controller", "MaxMsgElements", None): Controller.MaxMsgElements,
        (
            "CustomizationCtrlr",
            "CustomImplementationEnabled",
            None,
        ): CustomizationCtrlr.CustomImplementationEnabled,
        (
            "DeviceDataCtrlr",
            "BytesPerMessage",
            "GetReport",
        ): DeviceDataCtrlr.BytesPerMessage_GetReport,
        (
            "DeviceDataCtrlr",
            "BytesPerMessage",
            "GetVariables",
        ): DeviceDataCtrlr.BytesPerMessage_GetVariables,
        (
            "DeviceDataCtrlr",
            "BytesPerMessage",
            "SetVariables",
        ): DeviceDataCtrlr.BytesPerMessage_SetVariables,
        ("DeviceDataCtrlr", "ConfigurationValueSize", None): DeviceDataCtrlr.ConfigurationValueSize,
        (
            "DeviceDataCtrlr",
            "ItemsPerMessage",
            "GetReport",
        ): DeviceDataCtrlr.ItemsPerMessage_GetReport,
        (
            "DeviceDataCtrlr",
            "ItemsPerMessage",
            "GetVariables",
        ): DeviceDataCtrlr.ItemsPerMessage_GetVariables,
        (
            "DeviceDataCtrlr",
            "ItemsPerMessage",
            "SetVariables",
        ): DeviceDataCtrlr.ItemsPerMessage_SetVariables,
        ("DeviceDataCtrlr", "ReportingValueSize", None): DeviceDataCtrlr.ReportingValueSize,
        ("DeviceDataCtrlr", "ValueSize", None): DeviceDataCtrlr.ValueSize,
        ("DisplayMessageCtrlr", "Available", None): DisplayMessageCtrlr.Available,
        ("DisplayMessageCtrlr", "DisplayMessages", None): DisplayMessageCtrlr.DisplayMessages,
        ("DisplayMessageCtrlr", "Enabled", None): DisplayMessageCtrlr.Enabled,
        (
            "DisplayMessageCtrlr",
            "PersonalMessageSize",
            None,
        ): DisplayMessageCtrlr.PersonalMessageSize,
        ("DisplayMessageCtrlr", "SupportedFormats", None): DisplayMessageCtrlr.SupportedFormats,
        (
            "DisplayMessageCtrlr",
            "SupportedPriorities",
            None,
        ): DisplayMessageCtrlr.SupportedPriorities,
        ("DistributionPanel", "ChargingStation", None): DistributionPanel.ChargingStation,
        ("DistributionPanel", "DistributionPanel", None): DistributionPanel.DistributionPanel,
        ("DistributionPanel", "Fuse", None): DistributionPanel.Fuse,
        ("EVSE", "AllowReset", None): EVSE.AllowReset,
        ("EVSE", "AvailabilityState", None): EVSE.AvailabilityState,
        ("EVSE", "Available", None): EVSE.Available,
        ("EVSE", "EvseId", None): EVSE.EvseId,
        ("EVSE", "ISO15118EvseId", None): EVSE.ISO15118EvseId,
        ("EVSE", "Power", None): EVSE.Power,
        ("EVSE", "SupplyPhases", None): EVSE.SupplyPhases,
        ("FiscalMetering", "EnergyExport", None): FiscalMetering.EnergyExport,
        ("FiscalMetering", "EnergyExportRegister", None): FiscalMetering.EnergyExportRegister,
        ("FiscalMetering", "EnergyImport", None): FiscalMetering.EnergyImport,
        ("FiscalMetering", "EnergyImportRegister", None): FiscalMetering.EnergyImportRegister,
        (
            "ISO15118Ctrlr",
            "CentralContractValidationAllowed",
            None,
        ): ISO15118Ctrlr.CentralContractValidationAllowed,
        (
            "ISO15118Ctrlr",
            "ContractCertificateInstallationEnabled",
            None,
        ): ISO15118Ctrlr.ContractCertificateInstallationEnabled,
        (
            "ISO15118Ctrlr",
            "ContractValidationOffline",
            None,
        ): ISO15118Ctrlr.ContractValidationOffline,
        ("ISO15118Ctrlr", "CountryName", None): ISO15118Ctrlr.CountryName,
        ("ISO15118Ctrlr", "MaxScheduleEntries", None): ISO15118Ctrlr.MaxScheduleEntries,
        ("ISO15118Ctrlr", "OrganizationName", None): ISO15118Ctrlr.OrganizationName,
        ("ISO15118Ctrlr", "PnCEnabled", None): ISO15118Ctrlr.PnCEnabled,
        ("ISO15118Ctrlr", "RequestMeteringReceipt", None): ISO15118Ctrlr.RequestMeteringReceipt,
        (
            "ISO15118Ctrlr",
            "RequestedEnergyTransferMode",
            None,
        ): ISO15118Ctrlr.RequestedEnergyTransferMode,
        ("ISO15118Ctrlr", "SeccId", None): ISO15118Ctrlr.SeccId,
        (
            "ISO15118Ctrlr",
            "V2GCertificateInstallationEnabled",
            None,
        ): ISO15118Ctrlr.V2GCertificateInstallationEnabled,
        ("LocalAuthListCtrlr", "Available", None): LocalAuthListCtrlr.Available,
        ("LocalAuthListCtrlr", "BytesPerMessage", None): LocalAuthListCtrlr.BytesPerMessage,
        (
            "LocalAuthListCtrlr",
            "DisablePostAuthorize",
            None,
        ): LocalAuthListCtrlr.DisablePostAuthorize,
        ("LocalAuthListCtrlr", "Enabled", None): LocalAuthListCtrlr.Enabled,
        ("LocalAuthListCtrlr", "Entries", None): LocalAuthListCtrlr.Entries,
        ("LocalAuthListCtrlr", "ItemsPerMessage", None): LocalAuthListCtrlr.ItemsPerMessage,
        ("LocalAuthListCtrlr", "Storage", None): LocalAuthListCtrlr.Storage,
        (
            "LocalAuthListCtrlr",
            "SupportsExpiryDateTime",
            None,
        ): LocalAuthListCtrlr.SupportsExpiryDateTime,
        ("LocalEnergyStorage", "Capacity", None): LocalEnergyStorage.Capacity,
        ("MonitoringCtrlr", "ActiveMonitoringBase", None): MonitoringCtrlr.ActiveMonitoringBase,
        ("MonitoringCtrlr", "ActiveMonitoringLevel", None): MonitoringCtrlr.ActiveMonitoringLevel,
        ("MonitoringCtrlr", "Available", None): MonitoringCtrlr.Available,
        (
            "MonitoringCtrlr",
            "BytesPerMessage",
            "ClearVariableMonitoring",
        ): MonitoringCtrlr.BytesPerMessage_ClearVariableMonitoring,
        (
            "MonitoringCtrlr",
            "BytesPerMessage",
            "SetVariableMonitoring",
        ): MonitoringCtrlr.BytesPerMessage_SetVariableMonitoring,
        ("MonitoringCtrlr", "Enabled", None): MonitoringCtrlr.Enabled,
        (
            "MonitoringCtrlr",
            "ItemsPerMessage",
            "ClearVariableMonitoring",
        ): MonitoringCtrlr.ItemsPerMessage_ClearVariableMonitoring,
        (
            "MonitoringCtrlr",
            "ItemsPerMessage",
            "SetVariableMonitoring",
        ): MonitoringCtrlr.ItemsPerMessage_SetVariableMonitoring,
        ("MonitoringCtrlr", "MonitoringBase", None): MonitoringCtrlr.MonitoringBase,
        ("MonitoringCtrlr", "MonitoringLevel", None): MonitoringCtrlr.MonitoringLevel,
        ("MonitoringCtrlr", "OfflineQueuingSeverity", None): MonitoringCtrlr.OfflineQueuingSeverity,
        ("OCPPCommCtrlr", "ActiveNetworkProfile", None): OCPPCommCtrlr.ActiveNetworkProfile,
        ("OCPPCommCtrlr", "FieldLength", None): OCPPCommCtrlr.FieldLength,
        ("OCPPCommCtrlr", "FileTransferProtocols", None): OCPPCommCtrlr.FileTransferProtocols,
        ("OCPPCommCtrlr", "HeartbeatInterval", None): OCPPCommCtrlr.HeartbeatInterval,
        (
            "OCPPCommCtrlr",
            "MessageAttemptInterval",
            "TransactionEvent",
        ): OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent,
        (
            "OCPPCommCtrlr",
            "MessageAttempts",
            "TransactionEvent",
        ): OCPPCommCtrlr.MessageAttempts_TransactionEvent,
        ("OCPPCommCtrlr", "MessageTimeout", "Default"): OCPPCommCtrlr.MessageTimeout_Default,
        (
            "OCPPCommCtrlr",
            "NetworkConfigurationPriority",
            None,
        ): OCPPCommCtrlr.NetworkConfigurationPriority,
        (
            "OCPPCommCtrlr",
            "NetworkProfileConnectionAttempts",
            None,
        ): OCPPCommCtrlr.NetworkProfileConnectionAttempts,
        ("OCPPCommCtrlr", "OfflineThreshold", None): OCPPCommCtrlr.OfflineThreshold,
        (
            "OCPPCommCtrlr",
            "PublicKeyWithSignedMeterValue",
            None,
        ): OCPPCommCtrlr.PublicKeyWithSignedMeterValue,
        ("OCPPCommCtrlr", "QueueAllMessages", None): OCPPCommCtrlr.QueueAllMessages,
        ("OCPPCommCtrlr", "ResetRetries", None): OCPPCommCtrlr.ResetRetries,
        ("OCPPCommCtrlr", "RetryBackOffRandomRange", None): OCPPCommCtrlr.RetryBackOffRandomRange,
        ("OCPPCommCtrlr", "RetryBackOffRepeatTimes", None): OCPPCommCtrlr.RetryBackOffRepeatTimes,
        ("OCPPCommCtrlr", "RetryBackOffWaitMinimum", None): OCPPCommCtrlr.RetryBackOffWaitMinimum,
        ("OCPPCommCtrlr", "UnlockOnEVSideDisconnect", None): OCPPCommCtrlr.UnlockOnEVSideDisconnect,
        ("OCPPCommCtrlr", "WebSocketPingInterval", None): OCPPCommCtrlr.WebSocketPingInterval,
        ("ReservationCtrlr", "Available", None): ReservationCtrlr.Available,
        ("ReservationCtrlr", "Enabled", None): ReservationCtrlr.Enabled,
        ("ReservationCtrlr", "NonEvseSpecific", None): ReservationCtrlr.NonEvseSpecific,
        ("SampledDataCtrlr", "Available", None): SampledDataCtrlr.Available,
        ("SampledDataCtrlr", "Enabled", None): SampledDataCtrlr.Enabled,
        (
            "SampledDataCtrlr",
            "RegisterValuesWithoutPhases",
            None,
        ): SampledDataCtrlr.RegisterValuesWithoutPhases,
        ("SampledDataCtrlr", "SignReadings", None): SampledDataCtrlr.SignReadings,
        ("SampledDataCtrlr", "TxEndedInterval", None): SampledDataCtrlr.TxEndedInterval,
        ("SampledDataCtrlr", "TxEndedMeasurands", None): SampledDataCtrlr.TxEndedMeasurands,
        ("SampledDataCtrlr", "TxStartedMeasurands", None): SampledDataCtrlr.TxStartedMeasurands,
        ("SampledDataCtrlr", "TxUpdatedInterval", None): SampledDataCtrlr.TxUpdatedInterval,
        ("SampledDataCtrlr", "TxUpdatedMeasurands", None): SampledDataCtrlr.TxUpdatedMeasurands,
        (
            "SecurityCtrlr",
            "AdditionalRootCertificateCheck",
            None,
        ): SecurityCtrlr.AdditionalRootCertificateCheck,
        ("SecurityCtrlr", "BasicAuthPassword", None): SecurityCtrlr.BasicAuthPassword,
        ("SecurityCtrlr", "CertSigningRepeatTimes", None): SecurityCtrlr.CertSigningRepeatTimes,
        ("SecurityCtrlr", "CertSigningWaitMinimum", None): SecurityCtrlr.CertSigningWaitMinimum,
        ("SecurityCtrlr", "CertificateEntries", None): SecurityCtrlr.CertificateEntries,
        ("SecurityCtrlr", "Identity", None): SecurityCtrlr.Identity,
        ("SecurityCtrlr", "MaxCertificateChainSize", None): SecurityCtrlr.MaxCertificateChainSize,
        ("SecurityCtrlr", "OrganizationName", None): SecurityCtrlr.OrganizationName,
        ("SecurityCtrlr", "SecurityProfile", None): SecurityCtrlr.SecurityProfile,
        (
            "SmartChargingCtrlr",
            "ACPhaseSwitchingSupported",
            None,
        ): SmartChargingCtrlr.ACPhaseSwitchingSupported,
        ("SmartChargingCtrlr", "Available", None): SmartChargingCtrlr.Available,
        ("SmartChargingCtrlr", "Enabled", None): SmartChargingCtrlr.Enabled,
        (
            "SmartChargingCtrlr",
            "Entries",
            "ChargingProfiles",
        ): SmartChargingCtrlr.Entries_ChargingProfiles,
        (
            "SmartChargingCtrlr",
            "ExternalControlSignalsEnabled",
            None,
        ): SmartChargingCtrlr.ExternalControlSignalsEnabled,
        (
            "SmartChargingCtrlr",
            "LimitChangeSignificance",
            None,
        ): SmartChargingCtrlr.LimitChangeSignificance,
        (
            "SmartChargingCtrlr",
            "NotifyChargingLimitWithSchedules",
            None,
        ): SmartChargingCtrlr.NotifyChargingLimitWithSchedules,
        ("SmartChargingCtrlr", "PeriodsPerSchedule", None): SmartChargingCtrlr.PeriodsPerSchedule,
        ("SmartChargingCtrlr", "Phases3to1", None): SmartChargingCtrlr.Phases3to1,
        ("SmartChargingCtrlr", "ProfileStackLevel", None): SmartChargingCtrlr.ProfileStackLevel,
        ("SmartChargingCtrlr", "RateUnit", None): SmartChargingCtrlr.RateUnit,
        ("TariffCostCtrlr", "Available", "Cost"): TariffCostCtrlr.Available_Cost,
        ("TariffCostCtrlr", "Available", "Tariff"): TariffCostCtrlr.Available_Tariff,
        ("TariffCostCtrlr", "Currency", None): TariffCostCtrlr.Currency,
        ("TariffCostCtrlr", "Enabled", "Cost"): TariffCostCtrlr.Enabled_Cost,
        ("TariffCostCtrlr", "Enabled", "Tariff"): TariffCostCtrlr.Enabled_Tariff,
        ("TariffCostCtrlr", "TariffFallbackMessage", None): TariffCostCtrlr.TariffFallbackMessage,
        (
            "TariffCostCtrlr",
            "TotalCostFallbackMessage",
            None,
        ): TariffCostCtrlr.TotalCostFallbackMessage,
        ("TokenReader", "Token", None): TokenReader.Token,
        ("TokenReader", "TokenType", None): TokenReader.TokenType,
        ("TxCtrlr", "ChargingTime", None): TxCtrlr.ChargingTime,
        ("TxCtrlr", "EVConnectionTimeOut", None): TxCtrlr.EVConnectionTimeOut,
        ("TxCtrlr", "MaxEnergyOnInvalidId", None): TxCtrlr.MaxEnergyOnInvalidId,
        ("TxCtrlr", "StopTxOnEVSideDisconnect", None): TxCtrlr.StopTxOnEVSideDisconnect,
        ("TxCtrlr", "StopTxOnInvalidId", None): TxCtrlr.StopTxOnInvalidId,
        ("TxCtrlr", "TxBeforeAcceptedEnabled", None): TxCtrlr.TxBeforeAcceptedEnabled,
        ("TxCtrlr", "TxStartPoint", None): TxCtrlr.TxStartPoint,
        ("TxCtrlr", "TxStopPoint", None): TxCtrlr.TxStopPoint,
    }
)
"""Every standard variable of a component by component, name and instance. Where the station names the instances, the instance here is None."""

GENERIC_VARIABLES: Mapping[tuple[str, str, str | None], Variable[Any]] = MappingProxyType(
    {
        ("*", "ACCurrent", None): AnyComponent.ACCurrent,
        ("*", "ACVoltage", None): AnyComponent.ACVoltage,
        ("*", "Active", None): AnyComponent.Active,
        ("*", "AllowReset", None): AnyComponent.AllowReset,
        ("*", "Angle", None): AnyComponent.Angle,
        ("*", "Attempts", None): AnyComponent.Attempts,
        ("*", "Available", None): AnyComponent.Available,
        ("*", "Certificate", None): AnyComponent.Certificate,
        ("*", "Color", None): AnyComponent.Color,
        ("*", "Complete", None): AnyComponent.Complete,
        ("*", "ConnectedTime", None): AnyComponent.ConnectedTime,
        ("*", "Count", None): AnyComponent.Count,
        ("*", "CurrentImbalance", None): AnyComponent.CurrentImbalance,
        ("*", "DCCurrent", None): AnyComponent.DCCurrent,
        ("*", "DCVoltage", None): AnyComponent.DCVoltage,
        ("*", "DataText", None): AnyComponent.DataText,
        ("*", "DateTime", None): AnyComponent.DateTime,
        ("*", "ECVariant", None): AnyComponent.ECVariant,
        ("*", "Enabled", None): AnyComponent.Enabled,
        ("*", "Energy", None): AnyComponent.Energy,
        ("*", "Entries", None): AnyComponent.Entries,
        ("*", "Fallback", None): AnyComponent.Fallback,
        ("*", "FanSpeed", None): AnyComponent.FanSpeed,
        ("*", "FirmwareVersion", None): AnyComponent.FirmwareVersion,
        ("*", "Force", None): AnyComponent.Force,
        ("*", "Formats", None): AnyComponent.Formats,
        ("*", "Frequency", None): AnyComponent.Frequency,
        ("*", "FuseRating", None): AnyComponent.FuseRating,
        ("*", "Height", None): AnyComponent.Height,
        ("*", "Humidity", None): AnyComponent.Humidity,
        ("*", "Hysteresis", None): AnyComponent.Hysteresis,
        ("*", "ICCID", None): AnyComponent.ICCID,
        ("*", "IMSI", None): AnyComponent.IMSI,
        ("*", "Impedance", None): AnyComponent.Impedance,
        ("*", "Interval", None): AnyComponent.Interval,
        ("*", "Length", None): AnyComponent.Length,
        ("*", "Light", None): AnyComponent.Light,
        ("*", "Manufacturer", None): AnyComponent.Manufacturer,
        ("*", "Message", None): AnyComponent.Message,
        ("*", "MinimumStatusDuration", None): AnyComponent.MinimumStatusDuration,
        ("*", "Mode", None): AnyComponent.Mode,
        ("*", "Model", None): AnyComponent.Model,
        ("*", "NetworkAddress", None): AnyComponent.NetworkAddress,
        ("*", "Operated", None): AnyComponent.Operated,
        ("*", "OperatingTimes", None): AnyComponent.OperatingTimes,
        ("*", "Overload", None): AnyComponent.Overload,
        ("*", "Percent", None): AnyComponent.Percent,
        ("*", "PhaseRotation", None): AnyComponent.PhaseRotation,
        ("*", "PostChargingTime", None): AnyComponent.PostChargingTime,
        ("*", "Power", None): AnyComponent.Power,
        ("*", "Problem", None): AnyComponent.Problem,
        ("*", "Protecting", None): AnyComponent.Protecting,
        ("*", "SerialNumber", None): AnyComponent.SerialNumber,
        ("*", "SignalStrength", None): AnyComponent.SignalStrength,
        ("*", "State", None): AnyComponent.State,
        ("*", "StateOfCharge", None): AnyComponent.StateOfCharge,
        ("*", "Storage", None): AnyComponent.Storage,
        ("*", "SupplyPhases", None): AnyComponent.SupplyPhases,
        ("*", "Suspending", None): AnyComponent.Suspending,
        ("*", "Suspension", None): AnyComponent.Suspension,
        ("*", "Temperature", None): AnyComponent.Temperature,
        ("*", "Time", None): AnyComponent.Time,
        ("*", "Timeout", None): AnyComponent.Timeout,
        ("*", "Tries", None): AnyComponent.Tries,
        ("*", "Tripped", None): AnyComponent.Tripped,
        ("*", "VendorName", None): AnyComponent.VendorName,
        ("*", "VersionDate", None): AnyComponent.VersionDate,
        ("*", "VersionNumber", None): AnyComponent.VersionNumber,
        ("*", "VoltageImbalance", None): AnyComponent.VoltageImbalance,
    }
)
"""Variables that any component may have, by `*`, name and instance. Where the station names the instances, the instance here is None."""
