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
    """Optional (2.7.10)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.7.9)."""
    Interval: Final[Variable[int]] = Variable(
        component="AlignedDataCtrlr",
        name="Interval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.12). In s."""
    Measurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="AlignedDataCtrlr",
        name="Measurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.11)."""
    SendDuringIdle: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="SendDuringIdle",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.7.13)."""
    SignReadings: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="SignReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.7.14)."""
    TxEndedInterval: Final[Variable[int]] = Variable(
        component="AlignedDataCtrlr",
        name="TxEndedInterval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.16). In s."""
    TxEndedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="AlignedDataCtrlr",
        name="TxEndedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.15)."""


class AuthCacheCtrlr:
    """Variables of AuthCacheCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="AuthCacheCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.4.2)."""
    DisablePostAuthorize: Final[Variable[bool]] = Variable(
        component="AuthCacheCtrlr",
        name="DisablePostAuthorize",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.4.6)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="AuthCacheCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.4.1)."""
    LifeTime: Final[Variable[int]] = Variable(
        component="AuthCacheCtrlr",
        name="LifeTime",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.4.3). In s."""
    Policy: Final[Variable[str]] = Variable(
        component="AuthCacheCtrlr",
        name="Policy",
        datatype=OPTION_LIST,
        values=("LRU", "LFU", "FIFO", "CUSTOM"),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.4.5)."""
    Storage: Final[Variable[int]] = Variable(
        component="AuthCacheCtrlr",
        name="Storage",
        datatype=INTEGER,
        units=("B",),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.4.4). In B."""


class AuthCtrlr:
    """Variables of AuthCtrlr."""

    AdditionalInfoItemsPerMessage: Final[Variable[int]] = Variable(
        component="AuthCtrlr",
        name="AdditionalInfoItemsPerMessage",
        datatype=INTEGER,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.3.2)."""
    AuthorizeRemoteStart: Final[Variable[bool]] = Variable(
        component="AuthCtrlr", name="AuthorizeRemoteStart", datatype=BOOLEAN, required=True
    )
    """Required (2.3.4)."""
    DisableRemoteAuthorization: Final[Variable[bool]] = Variable(
        component="AuthCtrlr",
        name="DisableRemoteAuthorization",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.3.8)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="AuthCtrlr", name="Enabled", datatype=BOOLEAN, mutability=Mutability.READ_WRITE
    )
    """Optional (2.3.1)."""
    LocalAuthorizeOffline: Final[Variable[bool]] = Variable(
        component="AuthCtrlr",
        name="LocalAuthorizeOffline",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.3.5)."""
    LocalPreAuthorize: Final[Variable[bool]] = Variable(
        component="AuthCtrlr",
        name="LocalPreAuthorize",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.3.6)."""
    MasterPassGroupId: Final[Variable[str]] = Variable(
        component="AuthCtrlr",
        name="MasterPassGroupId",
        datatype=STRING,
        maximum=36,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.3.7). At most 36 characters."""
    OfflineTxForUnknownIdEnabled: Final[Variable[bool]] = Variable(
        component="AuthCtrlr",
        name="OfflineTxForUnknownIdEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.3.3)."""
    SupportedIdTokenTypes: Final[Variable[tuple[str, ...]]] = Variable(
        component="AuthCtrlr",
        name="SupportedIdTokenTypes",
        datatype=MEMBER_LIST,
        values=(
            "Central",
            "eMAID",
            "ISO14443",
            "ISO15693",
            "KeyCode",
            "Local",
            "MacAddress",
            "NoAuthorization",
        ),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (errata 2.63)."""


class CHAdeMOCtrlr:
    """Variables of CHAdeMOCtrlr."""

    AutoManufacturerCode: Final[Variable[int]] = Variable(
        component="CHAdeMOCtrlr", name="AutoManufacturerCode", datatype=INTEGER
    )
    """Optional."""
    CHAdeMOProtocolNumber: Final[Variable[int]] = Variable(
        component="CHAdeMOCtrlr", name="CHAdeMOProtocolNumber", datatype=INTEGER
    )
    """Optional."""
    DynamicControl: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="DynamicControl", datatype=BOOLEAN
    )
    """Optional."""
    HighCurrentControl: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="HighCurrentControl", datatype=BOOLEAN
    )
    """Optional."""
    HighVoltageControl: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="HighVoltageControl", datatype=BOOLEAN
    )
    """Optional."""
    SelftestActive: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="SelftestActive", datatype=BOOLEAN
    )
    """Optional."""
    VehicleStatus: Final[Variable[bool]] = Variable(
        component="CHAdeMOCtrlr", name="VehicleStatus", datatype=BOOLEAN
    )
    """Optional."""


class CPPWMController:
    """Variables of CPPWMController."""

    State: Final[Variable[str]] = Variable(
        component="CPPWMController", name="State", datatype=STRING
    )
    """Optional."""


class ChargingStation:
    """Variables of ChargingStation."""

    AllowNewSessionsPendingFirmwareUpdate: Final[Variable[bool]] = Variable(
        component="ChargingStation",
        name="AllowNewSessionsPendingFirmwareUpdate",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.2)."""
    AvailabilityState: Final[Variable[str]] = Variable(
        component="ChargingStation",
        name="AvailabilityState",
        datatype=OPTION_LIST,
        values=("Available", "Occupied", "Reserved", "Unavailable", "Faulted"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.2)."""
    Available: Final[Variable[bool]] = Variable(
        component="ChargingStation",
        name="Available",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.1)."""
    Model: Final[Variable[str]] = Variable(
        component="ChargingStation", name="Model", datatype=STRING
    )
    """Optional."""
    SupplyPhases: Final[Variable[int]] = Variable(
        component="ChargingStation",
        name="SupplyPhases",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.6)."""
    VendorName: Final[Variable[str]] = Variable(
        component="ChargingStation", name="VendorName", datatype=STRING
    )
    """Optional."""


class ClockCtrlr:
    """Variables of ClockCtrlr."""

    DateTime: Final[Variable[datetime]] = Variable(
        component="ClockCtrlr",
        name="DateTime",
        datatype=DATE_TIME,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.24)."""
    NextTimeOffsetTransitionDateTime: Final[Variable[datetime]] = Variable(
        component="ClockCtrlr",
        name="NextTimeOffsetTransitionDateTime",
        datatype=DATE_TIME,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.28)."""
    NtpServerUri: Final[Variable[str]] = Variable(
        component="ClockCtrlr",
        name="NtpServerUri",
        datatype=STRING,
        instances="digit",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.26)."""
    NtpSource: Final[Variable[str]] = Variable(
        component="ClockCtrlr",
        name="NtpSource",
        datatype=OPTION_LIST,
        values=("DHCP", "manual"),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.25)."""
    TimeAdjustmentReportingThreshold: Final[Variable[int]] = Variable(
        component="ClockCtrlr",
        name="TimeAdjustmentReportingThreshold",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.32). In s."""
    TimeOffset: Final[Variable[str]] = Variable(
        component="ClockCtrlr", name="TimeOffset", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    """Optional (2.1.27)."""
    TimeOffset_NextTransition: Final[Variable[str]] = Variable(
        component="ClockCtrlr",
        name="TimeOffset",
        datatype=STRING,
        instance="NextTransition",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.29)."""
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
    """Required (2.1.30)."""
    TimeZone: Final[Variable[str]] = Variable(
        component="ClockCtrlr", name="TimeZone", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    """Optional (2.1.31)."""


class ConnectedEV:
    """Variables of ConnectedEV."""

    ACCurrent: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="ACCurrent", datatype=DECIMAL, units=("A",)
    )
    """Optional (appendices 3.2.13). In A."""
    ACVoltage: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="ACVoltage", datatype=DECIMAL, units=("V",)
    )
    """Optional (appendices 3.2.13). In V."""
    ChargingCompleteBulk: Final[Variable[bool]] = Variable(
        component="ConnectedEV", name="ChargingCompleteBulk", datatype=BOOLEAN
    )
    """Optional (appendices 3.2.13)."""
    ChargingCompleteFull: Final[Variable[bool]] = Variable(
        component="ConnectedEV", name="ChargingCompleteFull", datatype=BOOLEAN
    )
    """Optional (appendices 3.2.13)."""
    ChargingState: Final[Variable[tuple[str, ...]]] = Variable(
        component="ConnectedEV",
        name="ChargingState",
        datatype=MEMBER_LIST,
        values=(
            "BatteryOvervoltage",
            "BatteryUndervoltage",
            "ChargingCurrentDeviation",
            "BatteryTemperature",
            "VoltageDeviation",
            "ChargingSystemError",
            "VehicleShiftPosition",
            "VehicleChargingEnabled",
            "ChargingSystemIncompatibility",
            "ChargerConnectorLockFault",
        ),
    )
    """Optional (appendices 3.2.13)."""
    DCCurrent: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DCCurrent", datatype=DECIMAL, units=("A",)
    )
    """Optional (appendices 3.2.13). In A."""
    DCVoltage: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DCVoltage", datatype=DECIMAL, units=("V",)
    )
    """Optional (appendices 3.2.13). In V."""
    DepartureTime: Final[Variable[datetime]] = Variable(
        component="ConnectedEV", name="DepartureTime", datatype=DATE_TIME
    )
    """Optional (appendices 3.2.13)."""
    EnergyCapacity: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="EnergyCapacity", datatype=DECIMAL, units=("Wh",)
    )
    """Optional (appendices 3.2.13). In Wh."""
    EnergyImport: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="EnergyImport", datatype=DECIMAL, units=("Wh",)
    )
    """Optional (appendices 3.2.13). In Wh."""
    Power: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="Power", datatype=DECIMAL, units=("W",)
    )
    """Optional (appendices 3.2.13). In W."""
    ProtocolAgreed: Final[Variable[str]] = Variable(
        component="ConnectedEV",
        name="ProtocolAgreed",
        datatype=STRING,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.14.4)."""
    ProtocolSupportedByEV: Final[Variable[str]] = Variable(
        component="ConnectedEV",
        name="ProtocolSupportedByEV",
        datatype=STRING,
        instances="Priority",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.14.3)."""
    RemainingTimeBulk: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="RemainingTimeBulk", datatype=INTEGER, units=("s",)
    )
    """Optional (appendices 3.2.13). In s."""
    RemainingTimeFull: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="RemainingTimeFull", datatype=INTEGER, units=("s",)
    )
    """Optional (appendices 3.2.13). In s."""
    StateOfCharge: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="StateOfCharge", datatype=DECIMAL, units=("Percent",)
    )
    """Optional (appendices 3.2.13). In Percent."""
    StateOfChargeBulk: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="StateOfChargeBulk", datatype=DECIMAL, units=("Percent",)
    )
    """Optional (appendices 3.2.13). In Percent."""
    VehicleID: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleID", datatype=STRING
    )
    """Optional."""


class Connector:
    """Variables of Connector."""

    AvailabilityState: Final[Variable[str]] = Variable(
        component="Connector",
        name="AvailabilityState",
        datatype=OPTION_LIST,
        values=("Available", "Occupied", "Reserved", "Unavailable", "Faulted"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.2, errata 2.66)."""
    Available: Final[Variable[bool]] = Variable(
        component="Connector",
        name="Available",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.1)."""
    ChargeProtocol: Final[Variable[str]] = Variable(
        component="Connector", name="ChargeProtocol", datatype=STRING
    )
    """Optional."""
    ConnectorType: Final[Variable[str]] = Variable(
        component="Connector",
        name="ConnectorType",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.4)."""
    SupplyPhases: Final[Variable[int]] = Variable(
        component="Connector",
        name="SupplyPhases",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.6)."""


class Controller:
    """Variables of Controller."""

    MaxMsgElements: Final[Variable[int]] = Variable(
        component="Controller", name="MaxMsgElements", datatype=INTEGER
    )
    """Optional."""


class CustomizationCtrlr:
    """Variables of CustomizationCtrlr."""

    CustomImplementationEnabled: Final[Variable[bool]] = Variable(
        component="CustomizationCtrlr",
        name="CustomImplementationEnabled",
        datatype=BOOLEAN,
        instances="vendorId",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.33)."""


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
    """Required (2.1.18)."""
    BytesPerMessage_GetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="GetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.19)."""
    BytesPerMessage_SetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="SetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.23)."""
    ConfigurationValueSize: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ConfigurationValueSize",
        datatype=INTEGER,
        maximum=1000,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.1.20). At most 1000."""
    ItemsPerMessage_GetReport: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="GetReport",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.16)."""
    ItemsPerMessage_GetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="GetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.17)."""
    ItemsPerMessage_SetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="SetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.22)."""
    ReportingValueSize: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ReportingValueSize",
        datatype=INTEGER,
        maximum=2500,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.1.21). At most 2500."""
    ValueSize: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr", name="ValueSize", datatype=INTEGER
    )
    """Optional."""


class DisplayMessageCtrlr:
    """Variables of DisplayMessageCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="DisplayMessageCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.12.2)."""
    DisplayMessages: Final[Variable[int]] = Variable(
        component="DisplayMessageCtrlr",
        name="DisplayMessages",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.12.3)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="DisplayMessageCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.12.1)."""
    PersonalMessageSize: Final[Variable[int]] = Variable(
        component="DisplayMessageCtrlr", name="PersonalMessageSize", datatype=INTEGER
    )
    """Optional."""
    SupportedFormats: Final[Variable[tuple[str, ...]]] = Variable(
        component="DisplayMessageCtrlr",
        name="SupportedFormats",
        datatype=MEMBER_LIST,
        values=("ASCII", "HTML", "URI", "UTF8"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.12.4)."""
    SupportedPriorities: Final[Variable[tuple[str, ...]]] = Variable(
        component="DisplayMessageCtrlr",
        name="SupportedPriorities",
        datatype=MEMBER_LIST,
        values=("AlwaysFront", "InFront", "NormalCycle"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.12.5)."""


class DistributionPanel:
    """Variables of DistributionPanel."""

    ChargingStation: Final[Variable[str]] = Variable(
        component="DistributionPanel", name="ChargingStation", datatype=STRING
    )
    """Optional."""
    DistributionPanel: Final[Variable[str]] = Variable(
        component="DistributionPanel", name="DistributionPanel", datatype=STRING
    )
    """Optional."""
    Fuse: Final[Variable[int]] = Variable(
        component="DistributionPanel", name="Fuse", datatype=INTEGER, instances="n", units=("A",)
    )
    """Optional. In A."""


class EVSE:
    """Variables of EVSE."""

    AllowReset: Final[Variable[bool]] = Variable(
        component="EVSE", name="AllowReset", datatype=BOOLEAN, mutability=Mutability.READ_ONLY
    )
    """Optional (2.13.3)."""
    AvailabilityState: Final[Variable[str]] = Variable(
        component="EVSE",
        name="AvailabilityState",
        datatype=OPTION_LIST,
        values=("Available", "Occupied", "Reserved", "Unavailable", "Faulted"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.2)."""
    Available: Final[Variable[bool]] = Variable(
        component="EVSE",
        name="Available",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.1)."""
    EvseId: Final[Variable[str]] = Variable(component="EVSE", name="EvseId", datatype=STRING)
    """Optional."""
    ISO15118EvseId: Final[Variable[str]] = Variable(
        component="EVSE", name="ISO15118EvseId", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    """Optional (2.14.12)."""
    Power: Final[Variable[float]] = Variable(
        component="EVSE",
        name="Power",
        datatype=DECIMAL,
        required=True,
        units=("W", "kW"),
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.7). In W or kW."""
    SupplyPhases: Final[Variable[int]] = Variable(
        component="EVSE",
        name="SupplyPhases",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.6)."""


class FiscalMetering:
    """Variables of FiscalMetering."""

    EnergyExport: Final[Variable[float]] = Variable(
        component="FiscalMetering", name="EnergyExport", datatype=DECIMAL, units=("Wh", "kWh")
    )
    """Optional. In Wh or kWh."""
    EnergyExportRegister: Final[Variable[float]] = Variable(
        component="FiscalMetering",
        name="EnergyExportRegister",
        datatype=DECIMAL,
        units=("Wh", "kWh"),
    )
    """Optional. In Wh or kWh."""
    EnergyImport: Final[Variable[float]] = Variable(
        component="FiscalMetering", name="EnergyImport", datatype=DECIMAL, units=("Wh", "kWh")
    )
    """Optional. In Wh or kWh."""
    EnergyImportRegister: Final[Variable[float]] = Variable(
        component="FiscalMetering",
        name="EnergyImportRegister",
        datatype=DECIMAL,
        units=("Wh", "kWh"),
    )
    """Optional. In Wh or kWh."""


class ISO15118Ctrlr:
    """Variables of ISO15118Ctrlr."""

    CentralContractValidationAllowed: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="CentralContractValidationAllowed",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.14.1)."""
    ContractCertificateInstallationEnabled: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="ContractCertificateInstallationEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.14.7)."""
    ContractValidationOffline: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="ContractValidationOffline",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.14.2)."""
    CountryName: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="CountryName",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.14.10)."""
    MaxScheduleEntries: Final[Variable[int]] = Variable(
        component="ISO15118Ctrlr", name="MaxScheduleEntries", datatype=INTEGER
    )
    """Optional."""
    OrganizationName: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="OrganizationName",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.14.11)."""
    PnCEnabled: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="PnCEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.14.5)."""
    RequestMeteringReceipt: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="RequestMeteringReceipt",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.14.8)."""
    RequestedEnergyTransferMode: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="RequestedEnergyTransferMode",
        datatype=OPTION_LIST,
        values=(
            "AC_single_phase_core",
            "AC_three_phase_core",
            "DC_core",
            "DC_extended",
            "DC_combo_core",
            "DC_unique",
        ),
    )
    """Optional (appendices 3.1.9)."""
    SeccId: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr", name="SeccId", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    """Optional (2.14.9)."""
    V2GCertificateInstallationEnabled: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="V2GCertificateInstallationEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.14.6)."""


class LocalAuthListCtrlr:
    """Variables of LocalAuthListCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.5.3)."""
    BytesPerMessage: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.5.5)."""
    DisablePostAuthorize: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="DisablePostAuthorize",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.5.7)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.5.1)."""
    Entries: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="Entries",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.5.2)."""
    ItemsPerMessage: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.5.4)."""
    Storage: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="Storage",
        datatype=INTEGER,
        units=("B",),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.5.6). In B."""
    SupportsExpiryDateTime: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="SupportsExpiryDateTime",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.5.8)."""


class LocalEnergyStorage:
    """Variables of LocalEnergyStorage."""

    Capacity: Final[Variable[float]] = Variable(
        component="LocalEnergyStorage", name="Capacity", datatype=DECIMAL, units=("Wh",)
    )
    """Optional. In Wh."""


class MonitoringCtrlr:
    """Variables of MonitoringCtrlr."""

    ActiveMonitoringBase: Final[Variable[str]] = Variable(
        component="MonitoringCtrlr",
        name="ActiveMonitoringBase",
        datatype=OPTION_LIST,
        values=("All", "FactoryDefault", "HardWiredOnly"),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.8)."""
    ActiveMonitoringLevel: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="ActiveMonitoringLevel",
        datatype=INTEGER,
        minimum=0,
        maximum=9,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.9). 0 to 9."""
    Available: Final[Variable[bool]] = Variable(
        component="MonitoringCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.2)."""
    BytesPerMessage_ClearVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="ClearVariableMonitoring",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.5)."""
    BytesPerMessage_SetVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="SetVariableMonitoring",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.11.6)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="MonitoringCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.11.1)."""
    ItemsPerMessage_ClearVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="ClearVariableMonitoring",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.3)."""
    ItemsPerMessage_SetVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="SetVariableMonitoring",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.11.4)."""
    MonitoringBase: Final[Variable[str]] = Variable(
        component="MonitoringCtrlr",
        name="MonitoringBase",
        datatype=OPTION_LIST,
        values=("All", "FactoryDefault", "HardWiredOnly"),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (appendices 3.1.11)."""
    MonitoringLevel: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="MonitoringLevel",
        datatype=INTEGER,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (appendices 3.1.11)."""
    OfflineQueuingSeverity: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="OfflineQueuingSeverity",
        datatype=INTEGER,
        minimum=0,
        maximum=9,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.11.7). 0 to 9."""


class OCPPCommCtrlr:
    """Variables of OCPPCommCtrlr."""

    ActiveNetworkProfile: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="ActiveNetworkProfile",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.1, errata 2.57)."""
    FieldLength: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="FieldLength",
        datatype=INTEGER,
        instances="message>.<field",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.1.15)."""
    FileTransferProtocols: Final[Variable[tuple[str, ...]]] = Variable(
        component="OCPPCommCtrlr",
        name="FileTransferProtocols",
        datatype=MEMBER_LIST,
        values=("FTP", "FTPS", "HTTP", "HTTPS", "SFTP"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.4)."""
    HeartbeatInterval: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="HeartbeatInterval",
        datatype=INTEGER,
        minimum=1,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.5). In s. At least 1."""
    MessageAttemptInterval_TransactionEvent: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="MessageAttemptInterval",
        datatype=INTEGER,
        instance="TransactionEvent",
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.1.11). In s."""
    MessageAttempts_TransactionEvent: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="MessageAttempts",
        datatype=INTEGER,
        instance="TransactionEvent",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.1.10)."""
    MessageTimeout_Default: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="MessageTimeout",
        datatype=INTEGER,
        instance="Default",
        required=True,
        units=("s",),
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.3). In s."""
    NetworkConfigurationPriority: Final[Variable[tuple[str, ...]]] = Variable(
        component="OCPPCommCtrlr",
        name="NetworkConfigurationPriority",
        datatype=SEQUENCE_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.1.6)."""
    NetworkProfileConnectionAttempts: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="NetworkProfileConnectionAttempts",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.1.7)."""
    OfflineThreshold: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="OfflineThreshold",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.1.8). In s."""
    PublicKeyWithSignedMeterValue: Final[Variable[str]] = Variable(
        component="OCPPCommCtrlr",
        name="PublicKeyWithSignedMeterValue",
        datatype=OPTION_LIST,
        values=("Never", "OncePerTransaction", "EveryMeterValue"),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.7.17)."""
    QueueAllMessages: Final[Variable[bool]] = Variable(
        component="OCPPCommCtrlr",
        name="QueueAllMessages",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.9)."""
    ResetRetries: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="ResetRetries",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.1.14)."""
    RetryBackOffRandomRange: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="RetryBackOffRandomRange",
        datatype=INTEGER,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (Part 4 8.2)."""
    RetryBackOffRepeatTimes: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="RetryBackOffRepeatTimes",
        datatype=INTEGER,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (Part 4 8.1)."""
    RetryBackOffWaitMinimum: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="RetryBackOffWaitMinimum",
        datatype=INTEGER,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (Part 4 8.3)."""
    UnlockOnEVSideDisconnect: Final[Variable[bool]] = Variable(
        component="OCPPCommCtrlr", name="UnlockOnEVSideDisconnect", datatype=BOOLEAN, required=True
    )
    """Required (2.1.12)."""
    WebSocketPingInterval: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="WebSocketPingInterval",
        datatype=INTEGER,
        minimum=0,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (Part 4 8.4). In s. At least 0."""


class ReservationCtrlr:
    """Variables of ReservationCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="ReservationCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.8.2)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="ReservationCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.8.1)."""
    NonEvseSpecific: Final[Variable[bool]] = Variable(
        component="ReservationCtrlr",
        name="NonEvseSpecific",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.8.3)."""


class SampledDataCtrlr:
    """Variables of SampledDataCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.7.2)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.7.1)."""
    RegisterValuesWithoutPhases: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="RegisterValuesWithoutPhases",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.7.18)."""
    SignReadings: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="SignReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.7.3)."""
    TxEndedInterval: Final[Variable[int]] = Variable(
        component="SampledDataCtrlr",
        name="TxEndedInterval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.5). In s."""
    TxEndedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxEndedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.4)."""
    TxStartedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxStartedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.6)."""
    TxUpdatedInterval: Final[Variable[int]] = Variable(
        component="SampledDataCtrlr",
        name="TxUpdatedInterval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.8). In s."""
    TxUpdatedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxUpdatedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.7)."""


class SecurityCtrlr:
    """Variables of SecurityCtrlr."""

    AdditionalRootCertificateCheck: Final[Variable[bool]] = Variable(
        component="SecurityCtrlr",
        name="AdditionalRootCertificateCheck",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.2.6)."""
    AllowCSMSTLSWildcards: Final[Variable[bool]] = Variable(
        component="SecurityCtrlr",
        name="AllowCSMSTLSWildcards",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (errata 2.62)."""
    AllowSecurityProfileDowngrade: Final[Variable[bool]] = Variable(
        component="SecurityCtrlr", name="AllowSecurityProfileDowngrade", datatype=BOOLEAN
    )
    """Optional (errata 2.5)."""
    BasicAuthPassword: Final[Variable[str]] = Variable(
        component="SecurityCtrlr",
        name="BasicAuthPassword",
        datatype=PASSWORD,
        minimum=16,
        maximum=64,
        mutability=Mutability.WRITE_ONLY,
    )
    """Optional (2.2.1, errata 2.1). 16 to 64 characters."""
    CertSigningRepeatTimes: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="CertSigningRepeatTimes",
        datatype=INTEGER,
        minimum=0,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.2.9). At least 0."""
    CertSigningWaitMinimum: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="CertSigningWaitMinimum",
        datatype=INTEGER,
        minimum=0,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.2.8). In s. At least 0."""
    CertificateEntries: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="CertificateEntries",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.2.4)."""
    Identity: Final[Variable[str]] = Variable(
        component="SecurityCtrlr", name="Identity", datatype=IDENTIFIER, maximum=48
    )
    """Optional (2.2.2). At most 48 characters."""
    MaxCertificateChainSize: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="MaxCertificateChainSize",
        datatype=INTEGER,
        maximum=10000,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.2.7). At most 10000."""
    OrganizationName: Final[Variable[str]] = Variable(
        component="SecurityCtrlr",
        name="OrganizationName",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.2.3)."""
    SecurityProfile: Final[Variable[int]] = Variable(
        component="SecurityCtrlr",
        name="SecurityProfile",
        datatype=INTEGER,
        minimum=0,
        maximum=3,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.2.5). 0 to 3."""


class SmartChargingCtrlr:
    """Variables of SmartChargingCtrlr."""

    ACPhaseSwitchingSupported: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ACPhaseSwitchingSupported",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.9.3)."""
    Available: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.9.2)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.1)."""
    Entries_ChargingProfiles: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="Entries",
        datatype=INTEGER,
        instance="ChargingProfiles",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.9.10)."""
    ExternalControlSignalsEnabled: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="ExternalControlSignalsEnabled", datatype=BOOLEAN
    )
    """Optional (2.9.7)."""
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
    """Required (2.9.11). In Percent. 0 to 100."""
    NotifyChargingLimitWithSchedules: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="NotifyChargingLimitWithSchedules",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.8)."""
    PeriodsPerSchedule: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="PeriodsPerSchedule",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.9.6)."""
    Phases3to1: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="Phases3to1",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.9.9)."""
    ProfileStackLevel: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="ProfileStackLevel",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.9.4)."""
    RateUnit: Final[Variable[tuple[str, ...]]] = Variable(
        component="SmartChargingCtrlr",
        name="RateUnit",
        datatype=MEMBER_LIST,
        values=("W", "A"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.9.5)."""


class TariffCostCtrlr:
    """Variables of TariffCostCtrlr."""

    Available_Cost: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Available",
        datatype=BOOLEAN,
        instance="Cost",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.10.5)."""
    Available_Tariff: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Available",
        datatype=BOOLEAN,
        instance="Tariff",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.10.2)."""
    Currency: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="Currency",
        datatype=STRING,
        maximum=3,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.10.7). At most 3 characters."""
    Enabled_Cost: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        instance="Cost",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.10.4)."""
    Enabled_Tariff: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        instance="Tariff",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.10.1)."""
    TariffFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="TariffFallbackMessage",
        datatype=STRING,
        maximum=255,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.10.3). At most 255 characters."""
    TotalCostFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="TotalCostFallbackMessage",
        datatype=STRING,
        maximum=255,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.10.6). At most 255 characters."""


class TokenReader:
    """Variables of TokenReader."""

    Token: Final[Variable[str]] = Variable(component="TokenReader", name="Token", datatype=STRING)
    """Optional."""
    TokenType: Final[Variable[str]] = Variable(
        component="TokenReader",
        name="TokenType",
        datatype=OPTION_LIST,
        values=(
            "Central",
            "eMAID",
            "ISO14443",
            "ISO15693",
            "KeyCode",
            "Local",
            "MacAddress",
            "NoAuthorization",
        ),
    )
    """Optional (appendices 3.2.53)."""


class TxCtrlr:
    """Variables of TxCtrlr."""

    ChargingTime: Final[Variable[float]] = Variable(
        component="TxCtrlr", name="ChargingTime", datatype=DECIMAL, units=("s",)
    )
    """Optional. In s."""
    EVConnectionTimeOut: Final[Variable[int]] = Variable(
        component="TxCtrlr",
        name="EVConnectionTimeOut",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.6.1). In s."""
    MaxEnergyOnInvalidId: Final[Variable[int]] = Variable(
        component="TxCtrlr",
        name="MaxEnergyOnInvalidId",
        datatype=INTEGER,
        units=("Wh",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.6.7). In Wh."""
    StopTxOnEVSideDisconnect: Final[Variable[bool]] = Variable(
        component="TxCtrlr", name="StopTxOnEVSideDisconnect", datatype=BOOLEAN, required=True
    )
    """Required (2.6.2)."""
    StopTxOnInvalidId: Final[Variable[bool]] = Variable(
        component="TxCtrlr",
        name="StopTxOnInvalidId",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.6.8)."""
    TxBeforeAcceptedEnabled: Final[Variable[bool]] = Variable(
        component="TxCtrlr",
        name="TxBeforeAcceptedEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.6.3)."""
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
    )
    """Required (2.6.4)."""
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
    )
    """Required (2.6.5)."""


class AnyComponent:
    """Variables of no certain component."""

    ACCurrent: Final[Variable[float]] = Variable(
        component="*", name="ACCurrent", datatype=DECIMAL, units=("A",)
    )
    """Optional. In A."""
    ACVoltage: Final[Variable[float]] = Variable(
        component="*", name="ACVoltage", datatype=DECIMAL, units=("V",)
    )
    """Optional. In V."""
    Active: Final[Variable[bool]] = Variable(component="*", name="Active", datatype=BOOLEAN)
    """Optional."""
    AllowReset: Final[Variable[bool]] = Variable(component="*", name="AllowReset", datatype=BOOLEAN)
    """Optional."""
    Angle: Final[Variable[float]] = Variable(
        component="*", name="Angle", datatype=DECIMAL, units=("Deg",)
    )
    """Optional. In Deg."""
    Attempts: Final[Variable[int]] = Variable(component="*", name="Attempts", datatype=INTEGER)
    """Optional."""
    Available: Final[Variable[bool]] = Variable(component="*", name="Available", datatype=BOOLEAN)
    """Optional."""
    Certificate: Final[Variable[str]] = Variable(component="*", name="Certificate", datatype=STRING)
    """Optional."""
    Color: Final[Variable[str]] = Variable(component="*", name="Color", datatype=STRING)
    """Optional."""
    Complete: Final[Variable[bool]] = Variable(component="*", name="Complete", datatype=BOOLEAN)
    """Optional."""
    ConnectedTime: Final[Variable[float]] = Variable(
        component="*", name="ConnectedTime", datatype=DECIMAL, units=("s",)
    )
    """Optional. In s."""
    Count: Final[Variable[int]] = Variable(component="*", name="Count", datatype=INTEGER)
    """Optional."""
    CurrentImbalance: Final[Variable[float]] = Variable(
        component="*", name="CurrentImbalance", datatype=DECIMAL, units=("Percent",)
    )
    """Optional. In Percent."""
    DCCurrent: Final[Variable[float]] = Variable(
        component="*", name="DCCurrent", datatype=DECIMAL, units=("A",)
    )
    """Optional. In A."""
    DCVoltage: Final[Variable[float]] = Variable(
        component="*", name="DCVoltage", datatype=DECIMAL, units=("V",)
    )
    """Optional. In V."""
    DataText: Final[Variable[str]] = Variable(component="*", name="DataText", datatype=STRING)
    """Optional."""
    DateTime: Final[Variable[datetime]] = Variable(
        component="*", name="DateTime", datatype=DATE_TIME
    )
    """Optional."""
    ECVariant: Final[Variable[str]] = Variable(component="*", name="ECVariant", datatype=STRING)
    """Optional."""
    Enabled: Final[Variable[bool]] = Variable(component="*", name="Enabled", datatype=BOOLEAN)
    """Optional."""
    Energy: Final[Variable[float]] = Variable(
        component="*", name="Energy", datatype=DECIMAL, units=("Wh", "kWh")
    )
    """Optional. In Wh or kWh."""
    Entries: Final[Variable[int]] = Variable(component="*", name="Entries", datatype=INTEGER)
    """Optional."""
    Fallback: Final[Variable[bool]] = Variable(component="*", name="Fallback", datatype=BOOLEAN)
    """Optional."""
    FanSpeed: Final[Variable[float]] = Variable(
        component="*", name="FanSpeed", datatype=DECIMAL, units=("RPM",)
    )
    """Optional. In RPM."""
    FirmwareVersion: Final[Variable[str]] = Variable(
        component="*", name="FirmwareVersion", datatype=STRING
    )
    """Optional."""
    Force: Final[Variable[float]] = Variable(
        component="*", name="Force", datatype=DECIMAL, units=("N",)
    )
    """Optional. In N."""
    Formats: Final[Variable[tuple[str, ...]]] = Variable(
        component="*", name="Formats", datatype=MEMBER_LIST
    )
    """Optional."""
    Frequency: Final[Variable[float]] = Variable(
        component="*", name="Frequency", datatype=DECIMAL, units=("Hz",)
    )
    """Optional. In Hz."""
    FuseRating: Final[Variable[float]] = Variable(
        component="*", name="FuseRating", datatype=DECIMAL, units=("A",)
    )
    """Optional. In A."""
    Height: Final[Variable[float]] = Variable(
        component="*", name="Height", datatype=DECIMAL, units=("m",)
    )
    """Optional. In m."""
    Humidity: Final[Variable[float]] = Variable(
        component="*", name="Humidity", datatype=DECIMAL, units=("RH",)
    )
    """Optional. In RH."""
    Hysteresis: Final[Variable[float]] = Variable(
        component="*", name="Hysteresis", datatype=DECIMAL, units=("Percent",)
    )
    """Optional. In Percent."""
    ICCID: Final[Variable[str]] = Variable(component="*", name="ICCID", datatype=STRING)
    """Optional."""
    IMSI: Final[Variable[str]] = Variable(component="*", name="IMSI", datatype=STRING)
    """Optional."""
    Impedance: Final[Variable[float]] = Variable(
        component="*", name="Impedance", datatype=DECIMAL, units=("Ohm",)
    )
    """Optional. In Ohm."""
    Interval: Final[Variable[int]] = Variable(
        component="*", name="Interval", datatype=INTEGER, units=("s",)
    )
    """Optional. In s."""
    Length: Final[Variable[float]] = Variable(
        component="*", name="Length", datatype=DECIMAL, units=("m",)
    )
    """Optional. In m."""
    Light: Final[Variable[float]] = Variable(
        component="*", name="Light", datatype=DECIMAL, units=("lx",)
    )
    """Optional. In lx."""
    Manufacturer: Final[Variable[str]] = Variable(
        component="*", name="Manufacturer", datatype=STRING
    )
    """Optional."""
    Message: Final[Variable[str]] = Variable(component="*", name="Message", datatype=STRING)
    """Optional."""
    MinimumStatusDuration: Final[Variable[int]] = Variable(
        component="*", name="MinimumStatusDuration", datatype=INTEGER, units=("s",)
    )
    """Optional. In s."""
    Mode: Final[Variable[str]] = Variable(component="*", name="Mode", datatype=STRING)
    """Optional."""
    Model: Final[Variable[str]] = Variable(component="*", name="Model", datatype=STRING)
    """Optional."""
    NetworkAddress: Final[Variable[str]] = Variable(
        component="*", name="NetworkAddress", datatype=STRING
    )
    """Optional."""
    Operated: Final[Variable[bool]] = Variable(component="*", name="Operated", datatype=BOOLEAN)
    """Optional."""
    OperatingTimes: Final[Variable[str]] = Variable(
        component="*", name="OperatingTimes", datatype=STRING
    )
    """Optional."""
    Overload: Final[Variable[bool]] = Variable(component="*", name="Overload", datatype=BOOLEAN)
    """Optional."""
    Percent: Final[Variable[float]] = Variable(
        component="*", name="Percent", datatype=DECIMAL, units=("Percent",)
    )
    """Optional. In Percent."""
    PhaseRotation: Final[Variable[str]] = Variable(
        component="*", name="PhaseRotation", datatype=STRING
    )
    """Optional (2.13.5)."""
    PostChargingTime: Final[Variable[float]] = Variable(
        component="*", name="PostChargingTime", datatype=DECIMAL, units=("s",)
    )
    """Optional. In s."""
    Power: Final[Variable[float]] = Variable(
        component="*", name="Power", datatype=DECIMAL, units=("W", "kW")
    )
    """Optional. In W or kW."""
    Problem: Final[Variable[bool]] = Variable(component="*", name="Problem", datatype=BOOLEAN)
    """Optional."""
    Protecting: Final[Variable[bool]] = Variable(component="*", name="Protecting", datatype=BOOLEAN)
    """Optional."""
    SerialNumber: Final[Variable[str]] = Variable(
        component="*", name="SerialNumber", datatype=STRING
    )
    """Optional."""
    SignalStrength: Final[Variable[float]] = Variable(
        component="*", name="SignalStrength", datatype=DECIMAL, units=("dBm",)
    )
    """Optional. In dBm."""
    State: Final[Variable[str]] = Variable(component="*", name="State", datatype=STRING)
    """Optional."""
    StateOfCharge: Final[Variable[float]] = Variable(
        component="*", name="StateOfCharge", datatype=DECIMAL, units=("Percent",)
    )
    """Optional. In Percent."""
    Storage: Final[Variable[int]] = Variable(
        component="*", name="Storage", datatype=INTEGER, units=("B",)
    )
    """Optional. In B."""
    SupplyPhases: Final[Variable[int]] = Variable(
        component="*", name="SupplyPhases", datatype=INTEGER
    )
    """Optional."""
    Suspending: Final[Variable[bool]] = Variable(component="*", name="Suspending", datatype=BOOLEAN)
    """Optional."""
    Suspension: Final[Variable[bool]] = Variable(component="*", name="Suspension", datatype=BOOLEAN)
    """Optional."""
    Temperature: Final[Variable[float]] = Variable(
        component="*", name="Temperature", datatype=DECIMAL, units=("Celsius", "Fahrenheit")
    )
    """Optional. In Celsius or Fahrenheit."""
    Time: Final[Variable[datetime]] = Variable(component="*", name="Time", datatype=DATE_TIME)
    """Optional."""
    Timeout: Final[Variable[float]] = Variable(
        component="*", name="Timeout", datatype=DECIMAL, units=("s",)
    )
    """Optional. In s."""
    Tries: Final[Variable[int]] = Variable(component="*", name="Tries", datatype=INTEGER)
    """Optional."""
    Tripped: Final[Variable[bool]] = Variable(component="*", name="Tripped", datatype=BOOLEAN)
    """Optional."""
    VendorName: Final[Variable[str]] = Variable(component="*", name="VendorName", datatype=STRING)
    """Optional."""
    VersionDate: Final[Variable[datetime]] = Variable(
        component="*", name="VersionDate", datatype=DATE_TIME
    )
    """Optional."""
    VersionNumber: Final[Variable[str]] = Variable(
        component="*", name="VersionNumber", datatype=STRING
    )
    """Optional."""
    VoltageImbalance: Final[Variable[float]] = Variable(
        component="*", name="VoltageImbalance", datatype=DECIMAL, units=("Percent",)
    )
    """Optional. In Percent."""


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
        ("AuthCtrlr", "SupportedIdTokenTypes", None): AuthCtrlr.SupportedIdTokenTypes,
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
        ("ConnectedEV", "ACCurrent", None): ConnectedEV.ACCurrent,
        ("ConnectedEV", "ACVoltage", None): ConnectedEV.ACVoltage,
        ("ConnectedEV", "ChargingCompleteBulk", None): ConnectedEV.ChargingCompleteBulk,
        ("ConnectedEV", "ChargingCompleteFull", None): ConnectedEV.ChargingCompleteFull,
        ("ConnectedEV", "ChargingState", None): ConnectedEV.ChargingState,
        ("ConnectedEV", "DCCurrent", None): ConnectedEV.DCCurrent,
        ("ConnectedEV", "DCVoltage", None): ConnectedEV.DCVoltage,
        ("ConnectedEV", "DepartureTime", None): ConnectedEV.DepartureTime,
        ("ConnectedEV", "EnergyCapacity", None): ConnectedEV.EnergyCapacity,
        ("ConnectedEV", "EnergyImport", None): ConnectedEV.EnergyImport,
        ("ConnectedEV", "Power", None): ConnectedEV.Power,
        ("ConnectedEV", "ProtocolAgreed", None): ConnectedEV.ProtocolAgreed,
        ("ConnectedEV", "ProtocolSupportedByEV", None): ConnectedEV.ProtocolSupportedByEV,
        ("ConnectedEV", "RemainingTimeBulk", None): ConnectedEV.RemainingTimeBulk,
        ("ConnectedEV", "RemainingTimeFull", None): ConnectedEV.RemainingTimeFull,
        ("ConnectedEV", "StateOfCharge", None): ConnectedEV.StateOfCharge,
        ("ConnectedEV", "StateOfChargeBulk", None): ConnectedEV.StateOfChargeBulk,
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
        ("SecurityCtrlr", "AllowCSMSTLSWildcards", None): SecurityCtrlr.AllowCSMSTLSWildcards,
        (
            "SecurityCtrlr",
            "AllowSecurityProfileDowngrade",
            None,
        ): SecurityCtrlr.AllowSecurityProfileDowngrade,
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
