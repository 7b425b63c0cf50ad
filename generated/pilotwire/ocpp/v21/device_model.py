"""Standard variables of the device model of OCPP 2.1.

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
    "ACDERCtrlr",
    "AlignedDataCtrlr",
    "AnyComponent",
    "AuthCacheCtrlr",
    "AuthCtrlr",
    "BatteryCartridge",
    "BatterySwapCtrlr",
    "CHAdeMOCtrlr",
    "CPPWMController",
    "ChargingStation",
    "ClockCtrlr",
    "ConnectedEV",
    "Connector",
    "CustomizationCtrlr",
    "DCDERCtrlr",
    "DataCollector",
    "DeviceDataCtrlr",
    "DisplayMessageCtrlr",
    "EVSE",
    "FiscalMetering",
    "FrequencySimulator",
    "GENERIC_VARIABLES",
    "ISO15118Ctrlr",
    "LocalAuthListCtrlr",
    "LocalEnergyStorage",
    "MonitoringCtrlr",
    "NetworkConfiguration",
    "OCPPCommCtrlr",
    "PaymentCtrlr",
    "ReservationCtrlr",
    "SampledDataCtrlr",
    "SecurityCtrlr",
    "SmartChargingCtrlr",
    "TariffCostCtrlr",
    "TokenReader",
    "TxCtrlr",
    "V2XChargingCtrlr",
    "VARIABLES",
    "WebPaymentsCtrlr",
]


class ACDERCtrlr:
    """Variables of ACDERCtrlr."""

    ModesSupported: Final[Variable[tuple[str, ...]]] = Variable(
        component="ACDERCtrlr", name="ModesSupported", datatype=MEMBER_LIST, required=True
    )


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
    SignUpdatedReadings: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="SignUpdatedReadings",
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
    UpstreamInterval: Final[Variable[int]] = Variable(
        component="AlignedDataCtrlr",
        name="UpstreamInterval",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    UpstreamMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="AlignedDataCtrlr",
        name="UpstreamMeasurands",
        datatype=MEMBER_LIST,
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
    SupportedIdTokenType: Final[Variable[tuple[str, ...]]] = Variable(
        component="AuthCtrlr", name="SupportedIdTokenType", datatype=MEMBER_LIST
    )


class BatteryCartridge:
    """Variables of BatteryCartridge."""

    SoC: Final[Variable[int]] = Variable(
        component="BatteryCartridge",
        name="SoC",
        datatype=INTEGER,
        units=("%",),
        mutability=Mutability.READ_ONLY,
    )
    SoH: Final[Variable[int]] = Variable(
        component="BatteryCartridge",
        name="SoH",
        datatype=INTEGER,
        units=("%",),
        mutability=Mutability.READ_ONLY,
    )
    WorkingMode: Final[Variable[str]] = Variable(
        component="BatteryCartridge",
        name="WorkingMode",
        datatype=OPTION_LIST,
        values=("CC", "CV", "Full", "Ready", "Standby"),
        mutability=Mutability.READ_ONLY,
    )


class BatterySwapCtrlr:
    """Variables of BatterySwapCtrlr."""

    IdToken: Final[Variable[str]] = Variable(
        component="BatterySwapCtrlr",
        name="IdToken",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    MaxSoc: Final[Variable[int]] = Variable(
        component="BatterySwapCtrlr",
        name="MaxSoc",
        datatype=INTEGER,
        units=("%",),
        mutability=Mutability.READ_WRITE,
    )
    TargetSoC: Final[Variable[int]] = Variable(
        component="BatterySwapCtrlr",
        name="TargetSoC",
        datatype=INTEGER,
        units=("%",),
        mutability=Mutability.READ_WRITE,
    )
    Timeout_In: Final[Variable[int]] = Variable(
        component="BatterySwapCtrlr",
        name="Timeout",
        datatype=INTEGER,
        instance="In",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    Timeout_Out: Final[Variable[int]] = Variable(
        component="BatterySwapCtrlr",
        name="Timeout",
        datatype=INTEGER,
        instance="Out",
        units=("s",),
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

    ActiveTransactionId: Final[Variable[str]] = Variable(
        component="ChargingStation",
        name="ActiveTransactionId",
        datatype=STRING,
        mutability=Mutability.READ_ONLY,
    )
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

    ACCurrent_min_maxSet: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="ACCurrent.min/maxSet", datatype=DECIMAL, units=("A",)
    )
    BatteryCapacity: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="BatteryCapacity", datatype=DECIMAL, units=("Wh",)
    )
    ChargingCompleteBulk: Final[Variable[bool]] = Variable(
        component="ConnectedEV", name="ChargingCompleteBulk", datatype=BOOLEAN
    )
    ChargingCompleteFull: Final[Variable[bool]] = Variable(
        component="ConnectedEV", name="ChargingCompleteFull", datatype=BOOLEAN
    )
    ChargingState: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="ChargingState", datatype=OPTION_LIST
    )
    DCCurrent_min_maxSet: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DCCurrent.min/maxSet", datatype=DECIMAL, units=("A",)
    )
    DCCurrent_target: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DCCurrent.target", datatype=DECIMAL, units=("V",)
    )
    DCVoltage_min_maxSet: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DCVoltage.min/maxSet", datatype=DECIMAL, units=("V",)
    )
    DCVoltage_target: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DCVoltage.target", datatype=DECIMAL, units=("V",)
    )
    DepartureTime: Final[Variable[datetime]] = Variable(
        component="ConnectedEV", name="DepartureTime", datatype=DATE_TIME
    )
    DischargePower_maxSet: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DischargePower.maxSet", datatype=DECIMAL, units=("W",)
    )
    EnergyImport_maxSet: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="EnergyImport.maxSet", datatype=DECIMAL, units=("Wh",)
    )
    EnergyImport_minSet: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="EnergyImport.minSet", datatype=DECIMAL, units=("Wh",)
    )
    EnergyImport_target: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="EnergyImport.target", datatype=DECIMAL, units=("Wh",)
    )
    Power_maxSet: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="Power.maxSet", datatype=DECIMAL, units=("W",)
    )
    ProtocolAgreed: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="ProtocolAgreed", datatype=STRING
    )
    ProtocolSupportedByEV: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="ProtocolSupportedByEV", datatype=STRING, instances="Priority"
    )
    RemainingTimeBulk: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="RemainingTimeBulk", datatype=INTEGER, units=("s",)
    )
    RemainingTimeFull: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="RemainingTimeFull", datatype=INTEGER, units=("s",)
    )
    StateOfCharge_actual: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="StateOfCharge.actual", datatype=INTEGER, units=("%",)
    )
    StateOfCharge_maxSet: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="StateOfCharge.maxSet", datatype=INTEGER, units=("%",)
    )
    StateOfChargeBulk: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="StateOfChargeBulk", datatype=INTEGER, units=("%",)
    )
    VehicleCertificate_Leaf: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleCertificate", datatype=STRING, instance="Leaf"
    )
    VehicleCertificate_Root: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleCertificate", datatype=STRING, instance="Root"
    )
    VehicleCertificate_SubCA1: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleCertificate", datatype=STRING, instance="SubCA1"
    )
    VehicleCertificate_SubCA2: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleCertificate", datatype=STRING, instance="SubCA2"
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
        mutability=Mutability.READ_ONLY,
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
    SlotStatus: Final[Variable[str]] = Variable(
        component="Connector",
        name="SlotStatus",
        datatype=OPTION_LIST,
        values=("Open", "Locked", "Faulted"),
        mutability=Mutability.READ_ONLY,
    )
    SupplyPhases: Final[Variable[int]] = Variable(
        component="Connector",
        name="SupplyPhases",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
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
    CustomTriggers: Final[Variable[tuple[str, ...]]] = Variable(
        component="CustomizationCtrlr",
        name="CustomTriggers",
        datatype=MEMBER_LIST,
        mutability=Mutability.READ_ONLY,
    )


class DCDERCtrlr:
    """Variables of DCDERCtrlr."""

    Enabled: Final[Variable[bool]] = Variable(
        component="DCDERCtrlr", name="Enabled", datatype=BOOLEAN
    )
    InverterHwVersion: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterHwVersion", datatype=STRING, required=True
    )
    InverterManufacturer: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterManufacturer", datatype=STRING, required=True
    )
    InverterModel: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterModel", datatype=STRING, required=True
    )
    InverterSerialNumber: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterSerialNumber", datatype=STRING
    )
    InverterSwVersion: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterSwVersion", datatype=STRING, required=True
    )
    IslandingDetectionMethod: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="IslandingDetectionMethod", datatype=OPTION_LIST
    )
    IslandingDetectionTripTime: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="IslandingDetectionTripTime", datatype=DECIMAL, units=("s",)
    )
    MaxChargeRateVA: Final[Variable[float]] = Variable(
        component="DCDERCtrlr",
        name="MaxChargeRateVA",
        datatype=DECIMAL,
        required=True,
        units=("VA",),
    )
    MaxChargeRateW: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxChargeRateW", datatype=DECIMAL, required=True, units=("W",)
    )
    MaxV: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxV", datatype=DECIMAL, units=("V",)
    )
    MaxVA: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxVA", datatype=DECIMAL, required=True, units=("VA",)
    )
    MaxVar: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxVar", datatype=DECIMAL, required=True, units=("Var",)
    )
    MaxVarNeg: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxVarNeg", datatype=DECIMAL, required=True, units=("Var",)
    )
    MaxW: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxW", datatype=DECIMAL, required=True, units=("W",)
    )
    MinV: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MinV", datatype=DECIMAL, units=("V",)
    )
    ModesSupported: Final[Variable[tuple[str, ...]]] = Variable(
        component="DCDERCtrlr", name="ModesSupported", datatype=MEMBER_LIST, required=True
    )
    OverExcitedPF: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="OverExcitedPF", datatype=DECIMAL, required=True
    )
    OverExcitedW: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="OverExcitedW", datatype=DECIMAL, required=True, units=("W",)
    )
    ReactiveSusceptance: Final[Variable[float]] = Variable(
        component="DCDERCtrlr",
        name="ReactiveSusceptance",
        datatype=DECIMAL,
        required=True,
        units=("s",),
    )
    UnderExcitedPF: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="UnderExcitedPF", datatype=DECIMAL, required=True
    )
    UnderExcitedW: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="UnderExcitedW", datatype=DECIMAL, required=True, units=("W",)
    )
    VNom: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="VNom", datatype=DECIMAL, units=("V",)
    )


class DataCollector:
    """Variables of DataCollector."""

    DateTime_End: Final[Variable[datetime]] = Variable(
        component="DataCollector",
        name="DateTime",
        datatype=DATE_TIME,
        instance="End",
        mutability=Mutability.READ_WRITE,
    )
    DateTime_Start: Final[Variable[datetime]] = Variable(
        component="DataCollector",
        name="DateTime",
        datatype=DATE_TIME,
        instance="Start",
        mutability=Mutability.READ_WRITE,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="DataCollector",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    SampledMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="DataCollector",
        name="SampledMeasurands",
        datatype=MEMBER_LIST,
        mutability=Mutability.READ_WRITE,
    )
    SamplingInterval: Final[Variable[float]] = Variable(
        component="DataCollector",
        name="SamplingInterval",
        datatype=DECIMAL,
        units=("s",),
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
        maximum=2500,
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
    )
    ItemsPerMessage_SetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="SetVariables",
        required=True,
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
    Language: Final[Variable[str]] = Variable(
        component="DisplayMessageCtrlr",
        name="Language",
        datatype=OPTION_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    SupportedFormats: Final[Variable[tuple[str, ...]]] = Variable(
        component="DisplayMessageCtrlr",
        name="SupportedFormats",
        datatype=MEMBER_LIST,
        values=("ASCII", "HTML", "URI", "UTF8", "QRCODE"),
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
    SupportedStates: Final[Variable[tuple[str, ...]]] = Variable(
        component="DisplayMessageCtrlr",
        name="SupportedStates",
        datatype=MEMBER_LIST,
        values=("Charging", "Faulted", "Idle", "Unavailable", "Suspended", "Discharging"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )


class EVSE:
    """Variables of EVSE."""

    ActiveTransactionId: Final[Variable[str]] = Variable(
        component="EVSE",
        name="ActiveTransactionId",
        datatype=STRING,
        mutability=Mutability.READ_ONLY,
    )
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
    ChargingState: Final[Variable[str]] = Variable(
        component="EVSE",
        name="ChargingState",
        datatype=OPTION_LIST,
        values=("EVConnected", "Charging", "SuspendedEV", "SuspendedEVSE", "Idle"),
        mutability=Mutability.READ_ONLY,
    )
    DCInputPhaseControl: Final[Variable[bool]] = Variable(
        component="EVSE",
        name="DCInputPhaseControl",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    DischargePower: Final[Variable[float]] = Variable(
        component="EVSE",
        name="DischargePower",
        datatype=DECIMAL,
        units=("W", "kW"),
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
    PublicKey: Final[Variable[str]] = Variable(
        component="FiscalMetering",
        name="PublicKey",
        datatype=STRING,
        mutability=Mutability.READ_ONLY,
    )


class FrequencySimulator:
    """Variables of FrequencySimulator."""

    DateTime_End: Final[Variable[datetime]] = Variable(
        component="FrequencySimulator",
        name="DateTime",
        datatype=DATE_TIME,
        instance="End",
        mutability=Mutability.READ_WRITE,
    )
    DateTime_Start: Final[Variable[datetime]] = Variable(
        component="FrequencySimulator",
        name="DateTime",
        datatype=DATE_TIME,
        instance="Start",
        mutability=Mutability.READ_WRITE,
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="FrequencySimulator",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    FrequencySchedule: Final[Variable[str]] = Variable(
        component="FrequencySimulator",
        name="FrequencySchedule",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )


class ISO15118Ctrlr:
    """Variables of ISO15118Ctrlr."""

    CentralContractValidationAllowed: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="CentralContractValidationAllowed",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    CertificateStatusSource: Final[Variable[tuple[str, ...]]] = Variable(
        component="ISO15118Ctrlr", name="CertificateStatusSource", datatype=MEMBER_LIST
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
    MaxPriceElements: Final[Variable[int]] = Variable(
        component="ISO15118Ctrlr",
        name="MaxPriceElements",
        datatype=INTEGER,
        minimum=12,
        maximum=1024,
        mutability=Mutability.READ_ONLY,
    )
    MaxScheduleEntries: Final[Variable[int]] = Variable(
        component="ISO15118Ctrlr", name="MaxScheduleEntries", datatype=INTEGER
    )
    NotificationDelay: Final[Variable[int]] = Variable(
        component="ISO15118Ctrlr", name="NotificationDelay", datatype=INTEGER, units=("s",)
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
    ProtocolSupported: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="ProtocolSupported",
        datatype=STRING,
        instances="1, 2 .. 20",
        mutability=Mutability.READ_ONLY,
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
        values=(
            "AC_single_phase",
            "AC_two_phase",
            "AC_three_phase",
            "DC",
            "AC_BPT",
            "AC_BPT_DER",
            "AC_DER",
            "DC_BPT",
            "DC_ACDP",
            "DC_ACDP_BPT",
            "WPT",
        ),
    )
    SeccId: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr", name="SeccId", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    ServiceRenegotiationSupport: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="ServiceRenegotiationSupport",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    SupportedProviders: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="SupportedProviders",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
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
    )
    MaxPeriodicEventStreams: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="MaxPeriodicEventStreams",
        datatype=INTEGER,
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


class NetworkConfiguration:
    """Variables of NetworkConfiguration."""

    Apn: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="Apn", datatype=STRING
    )
    ApnAuthentication: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="ApnAuthentication", datatype=STRING
    )
    ApnEnabled: Final[Variable[bool]] = Variable(
        component="NetworkConfiguration", name="ApnEnabled", datatype=BOOLEAN, required=True
    )
    ApnPassword: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="ApnPassword", datatype=STRING
    )
    ApnUserName: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="ApnUserName", datatype=STRING
    )
    BasicAuthPassword: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="BasicAuthPassword", datatype=STRING, required=True
    )
    CsmsRootCertificateHashAlgorithm: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="CsmsRootCertificateHashAlgorithm", datatype=STRING
    )
    CsmsRootCertificateIssuerKeyHash: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="CsmsRootCertificateIssuerKeyHash", datatype=STRING
    )
    CsmsRootCertificateIssuerNameHash: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="CsmsRootCertificateIssuerNameHash", datatype=STRING
    )
    CsmsRootCertificateSerialNumber: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="CsmsRootCertificateSerialNumber", datatype=STRING
    )
    Identity: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="Identity", datatype=STRING
    )
    MessageTimeout: Final[Variable[int]] = Variable(
        component="NetworkConfiguration", name="MessageTimeout", datatype=INTEGER, required=True
    )
    OcppCsmsUrl: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="OcppCsmsUrl", datatype=STRING, required=True
    )
    OcppInterface: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="OcppInterface", datatype=OPTION_LIST, required=True
    )
    OcppTransport: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="OcppTransport", datatype=OPTION_LIST, required=True
    )
    OcppVersion: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="OcppVersion", datatype=OPTION_LIST, required=True
    )
    PreferredNetwork: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="PreferredNetwork", datatype=STRING
    )
    SecurityProfile: Final[Variable[int]] = Variable(
        component="NetworkConfiguration", name="SecurityProfile", datatype=INTEGER, required=True
    )
    SimPin: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="SimPin", datatype=STRING
    )
    UseOnlyPreferredNetwork: Final[Variable[bool]] = Variable(
        component="NetworkConfiguration", name="UseOnlyPreferredNetwork", datatype=BOOLEAN
    )
    VpnEnabled: Final[Variable[bool]] = Variable(
        component="NetworkConfiguration", name="VpnEnabled", datatype=BOOLEAN, required=True
    )
    VpnGroup: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnGroup", datatype=STRING
    )
    VpnKey: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnKey", datatype=STRING
    )
    VpnPassword: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnPassword", datatype=STRING
    )
    VpnServer: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnServer", datatype=STRING
    )
    VpnType: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnType", datatype=STRING
    )
    VpnUser: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnUser", datatype=STRING
    )


class OCPPCommCtrlr:
    """Variables of OCPPCommCtrlr."""

    ActiveNetworkProfile: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="ActiveNetworkProfile",
        datatype=INTEGER,
        mutability=Mutability.READ_ONLY,
    )
    ExternalConfigChangeDate: Final[Variable[datetime]] = Variable(
        component="OCPPCommCtrlr",
        name="ExternalConfigChangeDate",
        datatype=DATE_TIME,
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
    )
    PublicKeyWithSignedMeterValue: Final[Variable[str]] = Variable(
        component="OCPPCommCtrlr",
        name="PublicKeyWithSignedMeterValue",
        datatype=OPTION_LIST,
        values=("Never", "OncePerTransaction", "EveryMeterValue"),
        mutability=Mutability.READ_WRITE,
    )
    QueueAllMessages: Final[Variable[bool]] = Variable(
        component="OCPPCommCtrlr", name="QueueAllMessages", datatype=BOOLEAN
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


class PaymentCtrlr:
    """Variables of PaymentCtrlr."""

    AuthorizationAmount: Final[Variable[float]] = Variable(
        component="PaymentCtrlr", name="AuthorizationAmount", datatype=DECIMAL, required=True
    )
    AuthorizeDirectPayment: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr", name="AuthorizeDirectPayment", datatype=BOOLEAN, required=True
    )
    Connected: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr", name="Connected", datatype=BOOLEAN, required=True
    )
    Enabled: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr", name="Enabled", datatype=BOOLEAN, required=True
    )
    FirmwareVersion: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="FirmwareVersion", datatype=STRING, required=True
    )
    ICCID: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="ICCID", datatype=STRING, required=True
    )
    IMSI: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="IMSI", datatype=STRING, required=True
    )
    IncrementalAuthorizationAmount: Final[Variable[float]] = Variable(
        component="PaymentCtrlr", name="IncrementalAuthorizationAmount", datatype=DECIMAL
    )
    IncrementalAuthorizationThreshold: Final[Variable[float]] = Variable(
        component="PaymentCtrlr", name="IncrementalAuthorizationThreshold", datatype=DECIMAL
    )
    Merchant_Address: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="Merchant",
        datatype=STRING,
        instance="Address",
        required=True,
    )
    Merchant_City: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="Merchant", datatype=STRING, instance="City", required=True
    )
    Merchant_Id: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="Merchant", datatype=STRING, instance="Id", required=True
    )
    Merchant_Name: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="Merchant", datatype=STRING, instance="Name", required=True
    )
    Merchant_TaxId: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="Merchant", datatype=STRING, instance="TaxId", required=True
    )
    Model: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="Model", datatype=STRING, required=True
    )
    PaymentDetails: Final[Variable[tuple[str, ...]]] = Variable(
        component="PaymentCtrlr", name="PaymentDetails", datatype=MEMBER_LIST, required=True
    )
    PaymentServiceProvider: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="PaymentServiceProvider", datatype=STRING, required=True
    )
    Problem: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr", name="Problem", datatype=BOOLEAN, required=True
    )
    ReceiptByCSMS: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr", name="ReceiptByCSMS", datatype=BOOLEAN, required=True
    )
    ReceiptServerUrl: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="ReceiptServerUrl", datatype=STRING, required=True
    )
    SerialNumber: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="SerialNumber", datatype=STRING, required=True
    )
    SettlementByCSMS: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr", name="SettlementByCSMS", datatype=BOOLEAN, required=True
    )
    TerminalID: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="TerminalID", datatype=STRING, required=True
    )
    VendorName: Final[Variable[str]] = Variable(
        component="PaymentCtrlr", name="VendorName", datatype=STRING, required=True
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
    SignStartedReadings: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="SignStartedReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    SignUpdatedReadings: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="SignUpdatedReadings",
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
        component="SampledDataCtrlr", name="TxEndedMeasurands", datatype=MEMBER_LIST, required=True
    )
    TxStartedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxStartedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
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
        mutability=Mutability.READ_WRITE,
    )
    UpstreamInterval: Final[Variable[int]] = Variable(
        component="SampledDataCtrlr",
        name="UpstreamInterval",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    UpstreamMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="UpstreamMeasurands",
        datatype=MEMBER_LIST,
        mutability=Mutability.READ_WRITE,
    )


class SecurityCtrlr:
    """Variables of SecurityCtrlr."""

    AdditionalRootCertificateCheck: Final[Variable[bool]] = Variable(
        component="SecurityCtrlr",
        name="AdditionalRootCertificateCheck",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    AllowSecurityProfileDowngrade: Final[Variable[bool]] = Variable(
        component="SecurityCtrlr",
        name="AllowSecurityProfileDowngrade",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    BasicAuthPassword: Final[Variable[str]] = Variable(
        component="SecurityCtrlr",
        name="BasicAuthPassword",
        datatype=PASSWORD,
        minimum=16,
        maximum=64,
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
    ChargingProfilePersistence_ChargingStationExternalConstraints: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ChargingProfilePersistence",
        datatype=BOOLEAN,
        instance="ChargingStationExternalConstraints",
    )
    ChargingProfilePersistence_LocalGeneration: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ChargingProfilePersistence",
        datatype=BOOLEAN,
        instance="LocalGeneration",
    )
    ChargingProfilePersistence_TxProfile: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ChargingProfilePersistence",
        datatype=BOOLEAN,
        instance="TxProfile",
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
    ExternalConstraintsProfileDisallowed: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ExternalConstraintsProfileDisallowed",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
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
    MaxExternalConstraintsId: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="MaxExternalConstraintsId",
        datatype=INTEGER,
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
    SetpointPriority: Final[Variable[str]] = Variable(
        component="SmartChargingCtrlr",
        name="SetpointPriority",
        datatype=OPTION_LIST,
        values=("ExternalSystem", "CSMS"),
        mutability=Mutability.READ_WRITE,
    )
    SupportedAdditionalPurposes: Final[Variable[tuple[str, ...]]] = Variable(
        component="SmartChargingCtrlr",
        name="SupportedAdditionalPurposes",
        datatype=MEMBER_LIST,
        values=("PriorityCharging", "LocalGeneration"),
        mutability=Mutability.READ_ONLY,
    )
    SupportsDynamicProfiles: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsDynamicProfiles", datatype=BOOLEAN
    )
    SupportsEvseSleep: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsEvseSleep", datatype=BOOLEAN
    )
    SupportsLimitAtSoC: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsLimitAtSoC", datatype=BOOLEAN
    )
    SupportsMaxOfflineDuration: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsMaxOfflineDuration", datatype=BOOLEAN
    )
    SupportsRandomizedDelay: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsRandomizedDelay", datatype=BOOLEAN
    )
    SupportsUseLocalTime: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsUseLocalTime", datatype=BOOLEAN
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
    ConditionsSupported_Tariff: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="ConditionsSupported",
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
        component="TariffCostCtrlr", name="Enabled", datatype=BOOLEAN, instance="Cost"
    )
    Enabled_RunningCost: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr", name="Enabled", datatype=BOOLEAN, instance="RunningCost"
    )
    Enabled_Tariff: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        instance="Tariff",
        mutability=Mutability.READ_WRITE,
    )
    HandleFailedTariff_Tariff: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="HandleFailedTariff",
        datatype=OPTION_LIST,
        instance="Tariff",
        mutability=Mutability.READ_WRITE,
    )
    Interval_Cost: Final[Variable[int]] = Variable(
        component="TariffCostCtrlr",
        name="Interval",
        datatype=INTEGER,
        minimum=1,
        instance="Cost",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    Interval_Tariff: Final[Variable[int]] = Variable(
        component="TariffCostCtrlr",
        name="Interval",
        datatype=INTEGER,
        minimum=0,
        instance="Tariff",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    MaxElements_Tariff: Final[Variable[int]] = Variable(
        component="TariffCostCtrlr",
        name="MaxElements",
        datatype=INTEGER,
        minimum=0,
        instance="Tariff",
        mutability=Mutability.READ_ONLY,
    )
    OfflineTariffFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="OfflineTariffFallbackMessage",
        datatype=STRING,
        maximum=512,
        instances="language",
        mutability=Mutability.READ_WRITE,
    )
    TariffFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="TariffFallbackMessage",
        datatype=STRING,
        maximum=512,
        instances="language",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    TotalCostFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="TotalCostFallbackMessage",
        datatype=STRING,
        maximum=512,
        instances="language",
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

    AllowEnergyTransferResumption: Final[Variable[bool]] = Variable(
        component="TxCtrlr",
        name="AllowEnergyTransferResumption",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
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
    ResumptionTimeout: Final[Variable[int]] = Variable(
        component="TxCtrlr",
        name="ResumptionTimeout",
        datatype=INTEGER,
        minimum=0,
        units=("s",),
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
    SupportedLimits: Final[Variable[tuple[str, ...]]] = Variable(
        component="TxCtrlr",
        name="SupportedLimits",
        datatype=MEMBER_LIST,
        values=("maxCost", "maxEnergy", "maxTime", "maxSoC"),
        mutability=Mutability.READ_ONLY,
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
    )


class V2XChargingCtrlr:
    """Variables of V2XChargingCtrlr."""

    Enabled: Final[Variable[bool]] = Variable(
        component="V2XChargingCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    LocalFrequencyUpdateThreshold: Final[Variable[int]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalFrequencyUpdateThreshold",
        datatype=INTEGER,
        mutability=Mutability.READ_WRITE,
    )
    LocalLoadBalancing_LowerOffset: Final[Variable[float]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalLoadBalancing",
        datatype=DECIMAL,
        instance="LowerOffset",
        units=("W",),
        mutability=Mutability.READ_WRITE,
    )
    LocalLoadBalancing_LowerThreshold: Final[Variable[float]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalLoadBalancing",
        datatype=DECIMAL,
        instance="LowerThreshold",
        units=("W",),
        mutability=Mutability.READ_WRITE,
    )
    LocalLoadBalancing_UpperOffset: Final[Variable[float]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalLoadBalancing",
        datatype=DECIMAL,
        instance="UpperOffset",
        units=("W",),
        mutability=Mutability.READ_WRITE,
    )
    LocalLoadBalancing_UpperThreshold: Final[Variable[float]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalLoadBalancing",
        datatype=DECIMAL,
        instance="UpperThreshold",
        units=("W",),
        mutability=Mutability.READ_WRITE,
    )
    SupportedEnergyTransferModes: Final[Variable[tuple[str, ...]]] = Variable(
        component="V2XChargingCtrlr",
        name="SupportedEnergyTransferModes",
        datatype=MEMBER_LIST,
        values=(
            "AC_single_phase",
            "AC_two_phase",
            "AC_three_phase",
            "DC",
            "AC_BPT",
            "AC_BPT_DER",
            "AC_DER",
            "DC_BPT",
            "DC_ACDP",
            "DC_ACDP_BPT",
            "WPT",
        ),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    SupportedOperationModes: Final[Variable[tuple[str, ...]]] = Variable(
        component="V2XChargingCtrlr",
        name="SupportedOperationModes",
        datatype=MEMBER_LIST,
        values=(
            "Idle",
            "ChargingOnly",
            "CentralSetpoint",
            "ExternalSetpoint",
            "ExternalLimits",
            "CentralFrequency",
            "LocalFrequency",
            "LocalLoadBalancing",
        ),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    TxEndedInterval: Final[Variable[int]] = Variable(
        component="V2XChargingCtrlr",
        name="TxEndedInterval",
        datatype=INTEGER,
        instances="OperationMode",
        units=("s",),
    )
    TxEndedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="V2XChargingCtrlr",
        name="TxEndedMeasurands",
        datatype=MEMBER_LIST,
        instances="OperationMode",
        mutability=Mutability.READ_WRITE,
    )
    TxStartedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="V2XChargingCtrlr",
        name="TxStartedMeasurands",
        datatype=MEMBER_LIST,
        instances="OperationMode",
        mutability=Mutability.READ_WRITE,
    )
    TxUpdatedInterval: Final[Variable[int]] = Variable(
        component="V2XChargingCtrlr",
        name="TxUpdatedInterval",
        datatype=INTEGER,
        instances="OperationMode",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    TxUpdatedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="V2XChargingCtrlr",
        name="TxUpdatedMeasurands",
        datatype=MEMBER_LIST,
        instances="OperationMode",
        mutability=Mutability.READ_WRITE,
    )


class WebPaymentsCtrlr:
    """Variables of WebPaymentsCtrlr."""

    ChargingStationId: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr", name="ChargingStationId", datatype=STRING
    )
    Length: Final[Variable[int]] = Variable(
        component="WebPaymentsCtrlr", name="Length", datatype=INTEGER, required=True
    )
    QRCodeQuality: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr", name="QRCodeQuality", datatype=OPTION_LIST
    )
    SharedSecret: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr", name="SharedSecret", datatype=STRING, required=True
    )
    TOTPVersion: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr", name="TOTPVersion", datatype=STRING, required=True
    )
    URLParameters: Final[Variable[tuple[str, ...]]] = Variable(
        component="WebPaymentsCtrlr", name="URLParameters", datatype=MEMBER_LIST
    )
    URLTemplate: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr", name="URLTemplate", datatype=STRING, required=True
    )
    ValidityTime: Final[Variable[int]] = Variable(
        component="WebPaymentsCtrlr",
        name="ValidityTime",
        datatype=INTEGER,
        required=True,
        units=("s",),
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
    CommunicationParent: Final[Variable[str]] = Variable(
        component="*", name="CommunicationParent", datatype=STRING
    )
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
    ElectricalParent: Final[Variable[str]] = Variable(
        component="*", name="ElectricalParent", datatype=STRING
    )
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
    Label: Final[Variable[str]] = Variable(component="*", name="Label", datatype=STRING)
    Length: Final[Variable[float]] = Variable(
        component="*", name="Length", datatype=DECIMAL, units=("m",)
    )
    Light: Final[Variable[float]] = Variable(
        component="*", name="Light", datatype=DECIMAL, units=("lx",)
    )
    LogicalParent: Final[Variable[str]] = Variable(
        component="*", name="LogicalParent", datatype=STRING
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
    PhysicalParent: Final[Variable[str]] = Variable(
        component="*", name="PhysicalParent", datatype=STRING
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
        ("ACDERCtrlr", "ModesSupported", None): ACDERCtrlr.ModesSupported,
        ("AlignedDataCtrlr", "Available", None): AlignedDataCtrlr.Available,
        ("AlignedDataCtrlr", "Enabled", None): AlignedDataCtrlr.Enabled,
        ("AlignedDataCtrlr", "Interval", None): AlignedDataCtrlr.Interval,
        ("AlignedDataCtrlr", "Measurands", None): AlignedDataCtrlr.Measurands,
        ("AlignedDataCtrlr", "SendDuringIdle", None): AlignedDataCtrlr.SendDuringIdle,
        ("AlignedDataCtrlr", "SignReadings", None): AlignedDataCtrlr.SignReadings,
        ("AlignedDataCtrlr", "SignUpdatedReadings", None): AlignedDataCtrlr.SignUpdatedReadings,
        ("AlignedDataCtrlr", "TxEndedInterval", None): AlignedDataCtrlr.TxEndedInterval,
        ("AlignedDataCtrlr", "TxEndedMeasurands", None): AlignedDataCtrlr.TxEndedMeasurands,
        ("AlignedDataCtrlr", "UpstreamInterval", None): AlignedDataCtrlr.UpstreamInterval,
        ("AlignedDataCtrlr", "UpstreamMeasurands", None): AlignedDataCtrlr.UpstreamMeasurands,
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
        ("AuthCtrlr", "SupportedIdTokenType", None): AuthCtrlr.SupportedIdTokenType,
        ("BatteryCartridge", "SoC", None): BatteryCartridge.SoC,
        ("BatteryCartridge", "SoH", None): BatteryCartridge.SoH,
        ("BatteryCartridge", "WorkingMode", None): BatteryCartridge.WorkingMode,
        ("BatterySwapCtrlr", "IdToken", None): BatterySwapCtrlr.IdToken,
        ("BatterySwapCtrlr", "MaxSoc", None): BatterySwapCtrlr.MaxSoc,
        ("BatterySwapCtrlr", "TargetSoC", None): BatterySwapCtrlr.TargetSoC,
        ("BatterySwapCtrlr", "Timeout", "In"): BatterySwapCtrlr.Timeout_In,
        ("BatterySwapCtrlr", "Timeout", "Out"): BatterySwapCtrlr.Timeout_Out,
        ("CHAdeMOCtrlr", "AutoManufacturerCode", None): CHAdeMOCtrlr.AutoManufacturerCode,
        ("CHAdeMOCtrlr", "CHAdeMOProtocolNumber", None): CHAdeMOCtrlr.CHAdeMOProtocolNumber,
        ("CHAdeMOCtrlr", "DynamicControl", None): CHAdeMOCtrlr.DynamicControl,
        ("CHAdeMOCtrlr", "HighCurrentControl", None): CHAdeMOCtrlr.HighCurrentControl,
        ("CHAdeMOCtrlr", "HighVoltageControl", None): CHAdeMOCtrlr.HighVoltageControl,
        ("CHAdeMOCtrlr", "SelftestActive", None): CHAdeMOCtrlr.SelftestActive,
        ("CHAdeMOCtrlr", "VehicleStatus", None): CHAdeMOCtrlr.VehicleStatus,
        ("CPPWMController", "State", None): CPPWMController.State,
        ("ChargingStation", "ActiveTransactionId", None): ChargingStation.ActiveTransactionId,
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
        ("ConnectedEV", "ACCurrent.min/maxSet", None): ConnectedEV.ACCurrent_min_maxSet,
        ("ConnectedEV", "BatteryCapacity", None): ConnectedEV.BatteryCapacity,
        ("ConnectedEV", "ChargingCompleteBulk", None): ConnectedEV.ChargingCompleteBulk,
        ("ConnectedEV", "ChargingCompleteFull", None): ConnectedEV.ChargingCompleteFull,
        ("ConnectedEV", "ChargingState", None): ConnectedEV.ChargingState,
        ("ConnectedEV", "DCCurrent.min/maxSet", None): ConnectedEV.DCCurrent_min_maxSet,
        ("ConnectedEV", "DCCurrent.target", None): ConnectedEV.DCCurrent_target,
        ("ConnectedEV", "DCVoltage.min/maxSet", None): ConnectedEV.DCVoltage_min_maxSet,
        ("ConnectedEV", "DCVoltage.target", None): ConnectedEV.DCVoltage_target,
        ("ConnectedEV", "DepartureTime", None): ConnectedEV.DepartureTime,
        ("ConnectedEV", "DischargePower.maxSet", None): ConnectedEV.DischargePower_maxSet,
        ("ConnectedEV", "EnergyImport.maxSet", None): ConnectedEV.EnergyImport_maxSet,
        ("ConnectedEV", "EnergyImport.minSet", None): ConnectedEV.EnergyImport_minSet,
        ("ConnectedEV", "EnergyImport.target", None): ConnectedEV.EnergyImport_target,
        ("ConnectedEV", "Power.maxSet", None): ConnectedEV.Power_maxSet,
        ("ConnectedEV", "ProtocolAgreed", None): ConnectedEV.ProtocolAgreed,
        ("ConnectedEV", "ProtocolSupportedByEV", None): ConnectedEV.ProtocolSupportedByEV,
        ("ConnectedEV", "RemainingTimeBulk", None): ConnectedEV.RemainingTimeBulk,
        ("ConnectedEV", "RemainingTimeFull", None): ConnectedEV.RemainingTimeFull,
        ("ConnectedEV", "StateOfChargeBulk", None): ConnectedEV.StateOfChargeBulk,
        ("ConnectedEV", "StateOfCharge.actual", None): ConnectedEV.StateOfCharge_actual,
        ("ConnectedEV", "StateOfCharge.maxSet", None): ConnectedEV.StateOfCharge_maxSet,
        ("ConnectedEV", "VehicleCertificate", "Leaf"): ConnectedEV.VehicleCertificate_Leaf,
        ("ConnectedEV", "VehicleCertificate", "Root"): ConnectedEV.VehicleCertificate_Root,
        ("ConnectedEV", "VehicleCertificate", "SubCA1"): ConnectedEV.VehicleCertificate_SubCA1,
        ("ConnectedEV", "VehicleCertificate", "SubCA2"): ConnectedEV.VehicleCertificate_SubCA2,
        ("ConnectedEV", "VehicleID", None): ConnectedEV.VehicleID,
        ("Connector", "AvailabilityState", None): Connector.AvailabilityState,
        ("Connector", "Available", None): Connector.Available,
        ("Connector", "ChargeProtocol", None): Connector.ChargeProtocol,
        ("Connector", "ConnectorType", None): Connector.ConnectorType,
        ("Connector", "SlotStatus", None): Connector.SlotStatus,
        ("Connector", "SupplyPhases", None): Connector.SupplyPhases,
        (
            "CustomizationCtrlr",
            "CustomImplementationEnabled",
            None,
        ): CustomizationCtrlr.CustomImplementationEnabled,
        ("CustomizationCtrlr", "CustomTriggers", None): CustomizationCtrlr.CustomTriggers,
        ("DCDERCtrlr", "Enabled", None): DCDERCtrlr.Enabled,
        ("DCDERCtrlr", "InverterHwVersion", None): DCDERCtrlr.InverterHwVersion,
        ("DCDERCtrlr", "InverterManufacturer", None): DCDERCtrlr.InverterManufacturer,
        ("DCDERCtrlr", "InverterModel", None): DCDERCtrlr.InverterModel,
        ("DCDERCtrlr", "InverterSerialNumber", None): DCDERCtrlr.InverterSerialNumber,
        ("DCDERCtrlr", "InverterSwVersion", None): DCDERCtrlr.InverterSwVersion,
        ("DCDERCtrlr", "IslandingDetectionMethod", None): DCDERCtrlr.IslandingDetectionMethod,
        ("DCDERCtrlr", "IslandingDetectionTripTime", None): DCDERCtrlr.IslandingDetectionTripTime,
        ("DCDERCtrlr", "MaxChargeRateVA", None): DCDERCtrlr.MaxChargeRateVA,
        ("DCDERCtrlr", "MaxChargeRateW", None): DCDERCtrlr.MaxChargeRateW,
        ("DCDERCtrlr", "MaxV", None): DCDERCtrlr.MaxV,
        ("DCDERCtrlr", "MaxVA", None): DCDERCtrlr.MaxVA,
        ("DCDERCtrlr", "MaxVar", None): DCDERCtrlr.MaxVar,
        ("DCDERCtrlr", "MaxVarNeg", None): DCDERCtrlr.MaxVarNeg,
        ("DCDERCtrlr", "MaxW", None): DCDERCtrlr.MaxW,
        ("DCDERCtrlr", "MinV", None): DCDERCtrlr.MinV,
        ("DCDERCtrlr", "ModesSupported", None): DCDERCtrlr.ModesSupported,
        ("DCDERCtrlr", "OverExcitedPF", None): DCDERCtrlr.OverExcitedPF,
        ("DCDERCtrlr", "OverExcitedW", None): DCDERCtrlr.OverExcitedW,
        ("DCDERCtrlr", "ReactiveSusceptance", None): DCDERCtrlr.ReactiveSusceptance,
        ("DCDERCtrlr", "UnderExcitedPF", None): DCDERCtrlr.UnderExcitedPF,
        ("DCDERCtrlr", "UnderExcitedW", None): DCDERCtrlr.UnderExcitedW,
        ("DCDERCtrlr", "VNom", None): DCDERCtrlr.VNom,
        ("DataCollector", "DateTime", "End"): DataCollector.DateTime_End,
        ("DataCollector", "DateTime", "Start"): DataCollector.DateTime_Start,
        ("DataCollector", "Enabled", None): DataCollector.Enabled,
        ("DataCollector", "SampledMeasurands", None): DataCollector.SampledMeasurands,
        ("DataCollector", "SamplingInterval", None): DataCollector.SamplingInterval,
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
        ("DisplayMessageCtrlr", "Language", None): DisplayMessageCtrlr.Language,
        ("DisplayMessageCtrlr", "SupportedFormats", None): DisplayMessageCtrlr.SupportedFormats,
        (
            "DisplayMessageCtrlr",
            "SupportedPriorities",
            None,
        ): DisplayMessageCtrlr.SupportedPriorities,
        ("DisplayMessageCtrlr", "SupportedStates", None): DisplayMessageCtrlr.SupportedStates,
        ("EVSE", "ActiveTransactionId", None): EVSE.ActiveTransactionId,
        ("EVSE", "AllowReset", None): EVSE.AllowReset,
        ("EVSE", "AvailabilityState", None): EVSE.AvailabilityState,
        ("EVSE", "Available", None): EVSE.Available,
        ("EVSE", "ChargingState", None): EVSE.ChargingState,
        ("EVSE", "DCInputPhaseControl", None): EVSE.DCInputPhaseControl,
        ("EVSE", "DischargePower", None): EVSE.DischargePower,
        ("EVSE", "EvseId", None): EVSE.EvseId,
        ("EVSE", "ISO15118EvseId", None): EVSE.ISO15118EvseId,
        ("EVSE", "Power", None): EVSE.Power,
        ("EVSE", "SupplyPhases", None): EVSE.SupplyPhases,
        ("FiscalMetering", "EnergyExport", None): FiscalMetering.EnergyExport,
        ("FiscalMetering", "EnergyExportRegister", None): FiscalMetering.EnergyExportRegister,
        ("FiscalMetering", "EnergyImport", None): FiscalMetering.EnergyImport,
        ("FiscalMetering", "EnergyImportRegister", None): FiscalMetering.EnergyImportRegister,
        ("FiscalMetering", "PublicKey", None): FiscalMetering.PublicKey,
        ("FrequencySimulator", "DateTime", "End"): FrequencySimulator.DateTime_End,
        ("FrequencySimulator", "DateTime", "Start"): FrequencySimulator.DateTime_Start,
        ("FrequencySimulator", "Enabled", None): FrequencySimulator.Enabled,
        ("FrequencySimulator", "FrequencySchedule", None): FrequencySimulator.FrequencySchedule,
        (
            "ISO15118Ctrlr",
            "CentralContractValidationAllowed",
            None,
        ): ISO15118Ctrlr.CentralContractValidationAllowed,
        ("ISO15118Ctrlr", "CertificateStatusSource", None): ISO15118Ctrlr.CertificateStatusSource,
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
        ("ISO15118Ctrlr", "MaxPriceElements", None): ISO15118Ctrlr.MaxPriceElements,
        ("ISO15118Ctrlr", "MaxScheduleEntries", None): ISO15118Ctrlr.MaxScheduleEntries,
        ("ISO15118Ctrlr", "NotificationDelay", None): ISO15118Ctrlr.NotificationDelay,
        ("ISO15118Ctrlr", "OrganizationName", None): ISO15118Ctrlr.OrganizationName,
        ("ISO15118Ctrlr", "PnCEnabled", None): ISO15118Ctrlr.PnCEnabled,
        ("ISO15118Ctrlr", "ProtocolSupported", None): ISO15118Ctrlr.ProtocolSupported,
        ("ISO15118Ctrlr", "RequestMeteringReceipt", None): ISO15118Ctrlr.RequestMeteringReceipt,
        (
            "ISO15118Ctrlr",
            "RequestedEnergyTransferMode",
            None,
        ): ISO15118Ctrlr.RequestedEnergyTransferMode,
        ("ISO15118Ctrlr", "SeccId", None): ISO15118Ctrlr.SeccId,
        (
            "ISO15118Ctrlr",
            "ServiceRenegotiationSupport",
            None,
        ): ISO15118Ctrlr.ServiceRenegotiationSupport,
        ("ISO15118Ctrlr", "SupportedProviders", None): ISO15118Ctrlr.SupportedProviders,
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
        (
            "MonitoringCtrlr",
            "MaxPeriodicEventStreams",
            None,
        ): MonitoringCtrlr.MaxPeriodicEventStreams,
        ("MonitoringCtrlr", "MonitoringBase", None): MonitoringCtrlr.MonitoringBase,
        ("MonitoringCtrlr", "MonitoringLevel", None): MonitoringCtrlr.MonitoringLevel,
        ("MonitoringCtrlr", "OfflineQueuingSeverity", None): MonitoringCtrlr.OfflineQueuingSeverity,
        ("NetworkConfiguration", "Apn", None): NetworkConfiguration.Apn,
        ("NetworkConfiguration", "ApnAuthentication", None): NetworkConfiguration.ApnAuthentication,
        ("NetworkConfiguration", "ApnEnabled", None): NetworkConfiguration.ApnEnabled,
        ("NetworkConfiguration", "ApnPassword", None): NetworkConfiguration.ApnPassword,
        ("NetworkConfiguration", "ApnUserName", None): NetworkConfiguration.ApnUserName,
        ("NetworkConfiguration", "BasicAuthPassword", None): NetworkConfiguration.BasicAuthPassword,
        (
            "NetworkConfiguration",
            "CsmsRootCertificateHashAlgorithm",
            None,
        ): NetworkConfiguration.CsmsRootCertificateHashAlgorithm,
        (
            "NetworkConfiguration",
            "CsmsRootCertificateIssuerKeyHash",
            None,
        ): NetworkConfiguration.CsmsRootCertificateIssuerKeyHash,
        (
            "NetworkConfiguration",
            "CsmsRootCertificateIssuerNameHash",
            None,
        ): NetworkConfiguration.CsmsRootCertificateIssuerNameHash,
        (
            "NetworkConfiguration",
            "CsmsRootCertificateSerialNumber",
            None,
        ): NetworkConfiguration.CsmsRootCertificateSerialNumber,
        ("NetworkConfiguration", "Identity", None): NetworkConfiguration.Identity,
        ("NetworkConfiguration", "MessageTimeout", None): NetworkConfiguration.MessageTimeout,
        ("NetworkConfiguration", "OcppCsmsUrl", None): NetworkConfiguration.OcppCsmsUrl,
        ("NetworkConfiguration", "OcppInterface", None): NetworkConfiguration.OcppInterface,
        ("NetworkConfiguration", "OcppTransport", None): NetworkConfiguration.OcppTransport,
        ("NetworkConfiguration", "OcppVersion", None): NetworkConfiguration.OcppVersion,
        ("NetworkConfiguration", "PreferredNetwork", None): NetworkConfiguration.PreferredNetwork,
        ("NetworkConfiguration", "SecurityProfile", None): NetworkConfiguration.SecurityProfile,
        ("NetworkConfiguration", "SimPin", None): NetworkConfiguration.SimPin,
        (
            "NetworkConfiguration",
            "UseOnlyPreferredNetwork",
            None,
        ): NetworkConfiguration.UseOnlyPreferredNetwork,
        ("NetworkConfiguration", "VpnEnabled", None): NetworkConfiguration.VpnEnabled,
        ("NetworkConfiguration", "VpnGroup", None): NetworkConfiguration.VpnGroup,
        ("NetworkConfiguration", "VpnKey", None): NetworkConfiguration.VpnKey,
        ("NetworkConfiguration", "VpnPassword", None): NetworkConfiguration.VpnPassword,
        ("NetworkConfiguration", "VpnServer", None): NetworkConfiguration.VpnServer,
        ("NetworkConfiguration", "VpnType", None): NetworkConfiguration.VpnType,
        ("NetworkConfiguration", "VpnUser", None): NetworkConfiguration.VpnUser,
        ("OCPPCommCtrlr", "ActiveNetworkProfile", None): OCPPCommCtrlr.ActiveNetworkProfile,
        ("OCPPCommCtrlr", "ExternalConfigChangeDate", None): OCPPCommCtrlr.ExternalConfigChangeDate,
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
        ("PaymentCtrlr", "AuthorizationAmount", None): PaymentCtrlr.AuthorizationAmount,
        ("PaymentCtrlr", "AuthorizeDirectPayment", None): PaymentCtrlr.AuthorizeDirectPayment,
        ("PaymentCtrlr", "Connected", None): PaymentCtrlr.Connected,
        ("PaymentCtrlr", "Enabled", None): PaymentCtrlr.Enabled,
        ("PaymentCtrlr", "FirmwareVersion", None): PaymentCtrlr.FirmwareVersion,
        ("PaymentCtrlr", "ICCID", None): PaymentCtrlr.ICCID,
        ("PaymentCtrlr", "IMSI", None): PaymentCtrlr.IMSI,
        (
            "PaymentCtrlr",
            "IncrementalAuthorizationAmount",
            None,
        ): PaymentCtrlr.IncrementalAuthorizationAmount,
        (
            "PaymentCtrlr",
            "IncrementalAuthorizationThreshold",
            None,
        ): PaymentCtrlr.IncrementalAuthorizationThreshold,
        ("PaymentCtrlr", "Merchant", "Address"): PaymentCtrlr.Merchant_Address,
        ("PaymentCtrlr", "Merchant", "City"): PaymentCtrlr.Merchant_City,
        ("PaymentCtrlr", "Merchant", "Id"): PaymentCtrlr.Merchant_Id,
        ("PaymentCtrlr", "Merchant", "Name"): PaymentCtrlr.Merchant_Name,
        ("PaymentCtrlr", "Merchant", "TaxId"): PaymentCtrlr.Merchant_TaxId,
        ("PaymentCtrlr", "Model", None): PaymentCtrlr.Model,
        ("PaymentCtrlr", "PaymentDetails", None): PaymentCtrlr.PaymentDetails,
        ("PaymentCtrlr", "PaymentServiceProvider", None): PaymentCtrlr.PaymentServiceProvider,
        ("PaymentCtrlr", "Problem", None): PaymentCtrlr.Problem,
        ("PaymentCtrlr", "ReceiptByCSMS", None): PaymentCtrlr.ReceiptByCSMS,
        ("PaymentCtrlr", "ReceiptServerUrl", None): PaymentCtrlr.ReceiptServerUrl,
        ("PaymentCtrlr", "SerialNumber", None): PaymentCtrlr.SerialNumber,
        ("PaymentCtrlr", "SettlementByCSMS", None): PaymentCtrlr.SettlementByCSMS,
        ("PaymentCtrlr", "TerminalID", None): PaymentCtrlr.TerminalID,
        ("PaymentCtrlr", "VendorName", None): PaymentCtrlr.VendorName,
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
        ("SampledDataCtrlr", "SignStartedReadings", None): SampledDataCtrlr.SignStartedReadings,
        ("SampledDataCtrlr", "SignUpdatedReadings", None): SampledDataCtrlr.SignUpdatedReadings,
        ("SampledDataCtrlr", "TxEndedInterval", None): SampledDataCtrlr.TxEndedInterval,
        ("SampledDataCtrlr", "TxEndedMeasurands", None): SampledDataCtrlr.TxEndedMeasurands,
        ("SampledDataCtrlr", "TxStartedMeasurands", None): SampledDataCtrlr.TxStartedMeasurands,
        ("SampledDataCtrlr", "TxUpdatedInterval", None): SampledDataCtrlr.TxUpdatedInterval,
        ("SampledDataCtrlr", "TxUpdatedMeasurands", None): SampledDataCtrlr.TxUpdatedMeasurands,
        ("SampledDataCtrlr", "UpstreamInterval", None): SampledDataCtrlr.UpstreamInterval,
        ("SampledDataCtrlr", "UpstreamMeasurands", None): SampledDataCtrlr.UpstreamMeasurands,
        (
            "SecurityCtrlr",
            "AdditionalRootCertificateCheck",
            None,
        ): SecurityCtrlr.AdditionalRootCertificateCheck,
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
        (
            "SmartChargingCtrlr",
            "ChargingProfilePersistence",
            "ChargingStationExternalConstraints",
        ): SmartChargingCtrlr.ChargingProfilePersistence_ChargingStationExternalConstraints,
        (
            "SmartChargingCtrlr",
            "ChargingProfilePersistence",
            "LocalGeneration",
        ): SmartChargingCtrlr.ChargingProfilePersistence_LocalGeneration,
        (
            "SmartChargingCtrlr",
            "ChargingProfilePersistence",
            "TxProfile",
        ): SmartChargingCtrlr.ChargingProfilePersistence_TxProfile,
        ("SmartChargingCtrlr", "Enabled", None): SmartChargingCtrlr.Enabled,
        (
            "SmartChargingCtrlr",
            "Entries",
            "ChargingProfiles",
        ): SmartChargingCtrlr.Entries_ChargingProfiles,
        (
            "SmartChargingCtrlr",
            "ExternalConstraintsProfileDisallowed",
            None,
        ): SmartChargingCtrlr.ExternalConstraintsProfileDisallowed,
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
            "MaxExternalConstraintsId",
            None,
        ): SmartChargingCtrlr.MaxExternalConstraintsId,
        (
            "SmartChargingCtrlr",
            "NotifyChargingLimitWithSchedules",
            None,
        ): SmartChargingCtrlr.NotifyChargingLimitWithSchedules,
        ("SmartChargingCtrlr", "PeriodsPerSchedule", None): SmartChargingCtrlr.PeriodsPerSchedule,
        ("SmartChargingCtrlr", "Phases3to1", None): SmartChargingCtrlr.Phases3to1,
        ("SmartChargingCtrlr", "ProfileStackLevel", None): SmartChargingCtrlr.ProfileStackLevel,
        ("SmartChargingCtrlr", "RateUnit", None): SmartChargingCtrlr.RateUnit,
        ("SmartChargingCtrlr", "SetpointPriority", None): SmartChargingCtrlr.SetpointPriority,
        (
            "SmartChargingCtrlr",
            "SupportedAdditionalPurposes",
            None,
        ): SmartChargingCtrlr.SupportedAdditionalPurposes,
        (
            "SmartChargingCtrlr",
            "SupportsDynamicProfiles",
            None,
        ): SmartChargingCtrlr.SupportsDynamicProfiles,
        ("SmartChargingCtrlr", "SupportsEvseSleep", None): SmartChargingCtrlr.SupportsEvseSleep,
        ("SmartChargingCtrlr", "SupportsLimitAtSoC", None): SmartChargingCtrlr.SupportsLimitAtSoC,
        (
            "SmartChargingCtrlr",
            "SupportsMaxOfflineDuration",
            None,
        ): SmartChargingCtrlr.SupportsMaxOfflineDuration,
        (
            "SmartChargingCtrlr",
            "SupportsRandomizedDelay",
            None,
        ): SmartChargingCtrlr.SupportsRandomizedDelay,
        (
            "SmartChargingCtrlr",
            "SupportsUseLocalTime",
            None,
        ): SmartChargingCtrlr.SupportsUseLocalTime,
        ("TariffCostCtrlr", "Available", "Cost"): TariffCostCtrlr.Available_Cost,
        ("TariffCostCtrlr", "Available", "Tariff"): TariffCostCtrlr.Available_Tariff,
        (
            "TariffCostCtrlr",
            "ConditionsSupported",
            "Tariff",
        ): TariffCostCtrlr.ConditionsSupported_Tariff,
        ("TariffCostCtrlr", "Currency", None): TariffCostCtrlr.Currency,
        ("TariffCostCtrlr", "Enabled", "Cost"): TariffCostCtrlr.Enabled_Cost,
        ("TariffCostCtrlr", "Enabled", "RunningCost"): TariffCostCtrlr.Enabled_RunningCost,
        ("TariffCostCtrlr", "Enabled", "Tariff"): TariffCostCtrlr.Enabled_Tariff,
        (
            "TariffCostCtrlr",
            "HandleFailedTariff",
            "Tariff",
        ): TariffCostCtrlr.HandleFailedTariff_Tariff,
        ("TariffCostCtrlr", "Interval", "Cost"): TariffCostCtrlr.Interval_Cost,
        ("TariffCostCtrlr", "Interval", "Tariff"): TariffCostCtrlr.Interval_Tariff,
        ("TariffCostCtrlr", "MaxElements", "Tariff"): TariffCostCtrlr.MaxElements_Tariff,
        (
            "TariffCostCtrlr",
            "OfflineTariffFallbackMessage",
            None,
        ): TariffCostCtrlr.OfflineTariffFallbackMessage,
        ("TariffCostCtrlr", "TariffFallbackMessage", None): TariffCostCtrlr.TariffFallbackMessage,
        (
            "TariffCostCtrlr",
            "TotalCostFallbackMessage",
            None,
        ): TariffCostCtrlr.TotalCostFallbackMessage,
        ("TokenReader", "Token", None): TokenReader.Token,
        ("TokenReader", "TokenType", None): TokenReader.TokenType,
        ("TxCtrlr", "AllowEnergyTransferResumption", None): TxCtrlr.AllowEnergyTransferResumption,
        ("TxCtrlr", "ChargingTime", None): TxCtrlr.ChargingTime,
        ("TxCtrlr", "EVConnectionTimeOut", None): TxCtrlr.EVConnectionTimeOut,
        ("TxCtrlr", "MaxEnergyOnInvalidId", None): TxCtrlr.MaxEnergyOnInvalidId,
        ("TxCtrlr", "ResumptionTimeout", None): TxCtrlr.ResumptionTimeout,
        ("TxCtrlr", "StopTxOnEVSideDisconnect", None): TxCtrlr.StopTxOnEVSideDisconnect,
        ("TxCtrlr", "StopTxOnInvalidId", None): TxCtrlr.StopTxOnInvalidId,
        ("TxCtrlr", "SupportedLimits", None): TxCtrlr.SupportedLimits,
        ("TxCtrlr", "TxBeforeAcceptedEnabled", None): TxCtrlr.TxBeforeAcceptedEnabled,
        ("TxCtrlr", "TxStartPoint", None): TxCtrlr.TxStartPoint,
        ("TxCtrlr", "TxStopPoint", None): TxCtrlr.TxStopPoint,
        ("V2XChargingCtrlr", "Enabled", None): V2XChargingCtrlr.Enabled,
        (
            "V2XChargingCtrlr",
            "LocalFrequencyUpdateThreshold",
            None,
        ): V2XChargingCtrlr.LocalFrequencyUpdateThreshold,
        (
            "V2XChargingCtrlr",
            "LocalLoadBalancing",
            "LowerOffset",
        ): V2XChargingCtrlr.LocalLoadBalancing_LowerOffset,
        (
            "V2XChargingCtrlr",
            "LocalLoadBalancing",
            "LowerThreshold",
        ): V2XChargingCtrlr.LocalLoadBalancing_LowerThreshold,
        (
            "V2XChargingCtrlr",
            "LocalLoadBalancing",
            "UpperOffset",
        ): V2XChargingCtrlr.LocalLoadBalancing_UpperOffset,
        (
            "V2XChargingCtrlr",
            "LocalLoadBalancing",
            "UpperThreshold",
        ): V2XChargingCtrlr.LocalLoadBalancing_UpperThreshold,
        (
            "V2XChargingCtrlr",
            "SupportedEnergyTransferModes",
            None,
        ): V2XChargingCtrlr.SupportedEnergyTransferModes,
        (
            "V2XChargingCtrlr",
            "SupportedOperationModes",
            None,
        ): V2XChargingCtrlr.SupportedOperationModes,
        ("V2XChargingCtrlr", "TxEndedInterval", None): V2XChargingCtrlr.TxEndedInterval,
        ("V2XChargingCtrlr", "TxEndedMeasurands", None): V2XChargingCtrlr.TxEndedMeasurands,
        ("V2XChargingCtrlr", "TxStartedMeasurands", None): V2XChargingCtrlr.TxStartedMeasurands,
        ("V2XChargingCtrlr", "TxUpdatedInterval", None): V2XChargingCtrlr.TxUpdatedInterval,
        ("V2XChargingCtrlr", "TxUpdatedMeasurands", None): V2XChargingCtrlr.TxUpdatedMeasurands,
        ("WebPaymentsCtrlr", "ChargingStationId", None): WebPaymentsCtrlr.ChargingStationId,
        ("WebPaymentsCtrlr", "Length", None): WebPaymentsCtrlr.Length,
        ("WebPaymentsCtrlr", "QRCodeQuality", None): WebPaymentsCtrlr.QRCodeQuality,
        ("WebPaymentsCtrlr", "SharedSecret", None): WebPaymentsCtrlr.SharedSecret,
        ("WebPaymentsCtrlr", "TOTPVersion", None): WebPaymentsCtrlr.TOTPVersion,
        ("WebPaymentsCtrlr", "URLParameters", None): WebPaymentsCtrlr.URLParameters,
        ("WebPaymentsCtrlr", "URLTemplate", None): WebPaymentsCtrlr.URLTemplate,
        ("WebPaymentsCtrlr", "ValidityTime", None): WebPaymentsCtrlr.ValidityTime,
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
        ("*", "CommunicationParent", None): AnyComponent.CommunicationParent,
        ("*", "Complete", None): AnyComponent.Complete,
        ("*", "ConnectedTime", None): AnyComponent.ConnectedTime,
        ("*", "Count", None): AnyComponent.Count,
        ("*", "CurrentImbalance", None): AnyComponent.CurrentImbalance,
        ("*", "DCCurrent", None): AnyComponent.DCCurrent,
        ("*", "DCVoltage", None): AnyComponent.DCVoltage,
        ("*", "DataText", None): AnyComponent.DataText,
        ("*", "DateTime", None): AnyComponent.DateTime,
        ("*", "ECVariant", None): AnyComponent.ECVariant,
        ("*", "ElectricalParent", None): AnyComponent.ElectricalParent,
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
        ("*", "Label", None): AnyComponent.Label,
        ("*", "Length", None): AnyComponent.Length,
        ("*", "Light", None): AnyComponent.Light,
        ("*", "LogicalParent", None): AnyComponent.LogicalParent,
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
        ("*", "PhysicalParent", None): AnyComponent.PhysicalParent,
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
