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
        component="ACDERCtrlr",
        name="ModesSupported",
        datatype=MEMBER_LIST,
        values=(
            "EnterService",
            "FreqDroop",
            "FreqWatt",
            "FixedPFAbsorb",
            "FixedPFInject",
            "FixedVar",
            "Gradients",
            "HFMustTrip",
            "HFMayTrip",
            "HVMustTrip",
            "HVMomCess",
            "HVMayTrip",
            "LimitMaxDischarge",
            "LFMustTrip",
            "LVMustTrip",
            "LVMomCess",
            "LVMayTrip",
            "PowerMonitoringMustTrip",
            "VoltVar",
            "VoltWatt",
            "WattPF",
            "WattVar",
        ),
        required=True,
    )
    """Required (2.19.2)."""


class AlignedDataCtrlr:
    """Variables of AlignedDataCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.9.15)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.14)."""
    Interval: Final[Variable[int]] = Variable(
        component="AlignedDataCtrlr",
        name="Interval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.9.17). In s."""
    Measurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="AlignedDataCtrlr",
        name="Measurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.9.16)."""
    SendDuringIdle: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="SendDuringIdle",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.18)."""
    SignReadings: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="SignReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.19)."""
    SignUpdatedReadings: Final[Variable[bool]] = Variable(
        component="AlignedDataCtrlr",
        name="SignUpdatedReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.20)."""
    TxEndedInterval: Final[Variable[int]] = Variable(
        component="AlignedDataCtrlr",
        name="TxEndedInterval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.9.22). In s."""
    TxEndedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="AlignedDataCtrlr",
        name="TxEndedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.9.21)."""
    UpstreamInterval: Final[Variable[int]] = Variable(
        component="AlignedDataCtrlr",
        name="UpstreamInterval",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.24). In s."""
    UpstreamMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="AlignedDataCtrlr",
        name="UpstreamMeasurands",
        datatype=MEMBER_LIST,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.23)."""


class AuthCacheCtrlr:
    """Variables of AuthCacheCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="AuthCacheCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.5.2)."""
    DisablePostAuthorize: Final[Variable[bool]] = Variable(
        component="AuthCacheCtrlr",
        name="DisablePostAuthorize",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.5.6)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="AuthCacheCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.5.1)."""
    LifeTime: Final[Variable[int]] = Variable(
        component="AuthCacheCtrlr",
        name="LifeTime",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.5.3). In s."""
    Policy: Final[Variable[str]] = Variable(
        component="AuthCacheCtrlr",
        name="Policy",
        datatype=OPTION_LIST,
        values=("LRU", "LFU", "FIFO", "CUSTOM"),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.5.5)."""
    Storage: Final[Variable[int]] = Variable(
        component="AuthCacheCtrlr",
        name="Storage",
        datatype=INTEGER,
        units=("B",),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.5.4). In B."""


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
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.3.9)."""


class BatteryCartridge:
    """Variables of BatteryCartridge."""

    SoC: Final[Variable[int]] = Variable(
        component="BatteryCartridge",
        name="SoC",
        datatype=INTEGER,
        minimum=0,
        maximum=100,
        units=("%",),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.20.6). In %. 0 to 100."""
    SoH: Final[Variable[int]] = Variable(
        component="BatteryCartridge",
        name="SoH",
        datatype=INTEGER,
        minimum=0,
        maximum=100,
        units=("%",),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.20.7). In %. 0 to 100."""
    WorkingMode: Final[Variable[str]] = Variable(
        component="BatteryCartridge",
        name="WorkingMode",
        datatype=OPTION_LIST,
        values=("CC", "CV", "Full", "Ready", "Standby"),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.20.8)."""


class BatterySwapCtrlr:
    """Variables of BatterySwapCtrlr."""

    IdToken: Final[Variable[str]] = Variable(
        component="BatterySwapCtrlr",
        name="IdToken",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.20.3)."""
    MaxSoc: Final[Variable[int]] = Variable(
        component="BatterySwapCtrlr",
        name="MaxSoc",
        datatype=INTEGER,
        units=("%",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.20.2). In %."""
    TargetSoC: Final[Variable[int]] = Variable(
        component="BatterySwapCtrlr",
        name="TargetSoC",
        datatype=INTEGER,
        units=("%",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.20.1). In %."""
    Timeout_In: Final[Variable[int]] = Variable(
        component="BatterySwapCtrlr",
        name="Timeout",
        datatype=INTEGER,
        instance="In",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.20.4). In s."""
    Timeout_Out: Final[Variable[int]] = Variable(
        component="BatterySwapCtrlr",
        name="Timeout",
        datatype=INTEGER,
        instance="Out",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.20.5). In s."""


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

    ActiveTransactionId: Final[Variable[str]] = Variable(
        component="ChargingStation",
        name="ActiveTransactionId",
        datatype=STRING,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.15.12)."""
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
    """Required (2.15.2)."""
    Available: Final[Variable[bool]] = Variable(
        component="ChargingStation",
        name="Available",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.15.1)."""
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
    """Required (2.15.6)."""
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
    """Required (2.1.25)."""
    NextTimeOffsetTransitionDateTime: Final[Variable[datetime]] = Variable(
        component="ClockCtrlr",
        name="NextTimeOffsetTransitionDateTime",
        datatype=DATE_TIME,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.29)."""
    NtpServerUri: Final[Variable[str]] = Variable(
        component="ClockCtrlr",
        name="NtpServerUri",
        datatype=STRING,
        instances="digit",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.27)."""
    NtpSource: Final[Variable[str]] = Variable(
        component="ClockCtrlr",
        name="NtpSource",
        datatype=OPTION_LIST,
        values=("DHCP", "manual"),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.26)."""
    TimeAdjustmentReportingThreshold: Final[Variable[int]] = Variable(
        component="ClockCtrlr",
        name="TimeAdjustmentReportingThreshold",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.33). In s."""
    TimeOffset: Final[Variable[str]] = Variable(
        component="ClockCtrlr", name="TimeOffset", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    """Optional (2.1.28)."""
    TimeOffset_NextTransition: Final[Variable[str]] = Variable(
        component="ClockCtrlr",
        name="TimeOffset",
        datatype=STRING,
        instance="NextTransition",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.30)."""
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
    """Required (2.1.31)."""
    TimeZone: Final[Variable[str]] = Variable(
        component="ClockCtrlr", name="TimeZone", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    """Optional (2.1.32)."""


class ConnectedEV:
    """Variables of ConnectedEV."""

    ACCurrent: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="ACCurrent", datatype=DECIMAL, units=("A",)
    )
    """Optional (2.17.1). In A."""
    ACVoltage: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="ACVoltage", datatype=DECIMAL, units=("V",)
    )
    """Optional (2.17.1). In V."""
    BatteryCapacity: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="BatteryCapacity", datatype=DECIMAL, units=("Wh",)
    )
    """Optional. In Wh."""
    ChargingCompleteBulk: Final[Variable[bool]] = Variable(
        component="ConnectedEV", name="ChargingCompleteBulk", datatype=BOOLEAN
    )
    """Optional."""
    ChargingCompleteFull: Final[Variable[bool]] = Variable(
        component="ConnectedEV", name="ChargingCompleteFull", datatype=BOOLEAN
    )
    """Optional."""
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
    """Optional (2.17.1)."""
    DCCurrent: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DCCurrent", datatype=DECIMAL, units=("A",)
    )
    """Optional (2.17.1). In A."""
    DCVoltage: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DCVoltage", datatype=DECIMAL, units=("V",)
    )
    """Optional (2.17.1). In V."""
    DepartureTime: Final[Variable[datetime]] = Variable(
        component="ConnectedEV", name="DepartureTime", datatype=DATE_TIME
    )
    """Optional."""
    DischargePower: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="DischargePower", datatype=DECIMAL, units=("W",)
    )
    """Optional (2.17.1). In W."""
    EnergyImport: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="EnergyImport", datatype=DECIMAL, units=("Wh",)
    )
    """Optional (2.17.1). In Wh."""
    Power: Final[Variable[float]] = Variable(
        component="ConnectedEV", name="Power", datatype=DECIMAL, units=("W",)
    )
    """Optional (2.17.1). In W."""
    ProtocolAgreed: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="ProtocolAgreed", datatype=STRING
    )
    """Optional."""
    ProtocolSupportedByEV: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="ProtocolSupportedByEV", datatype=STRING, instances="Priority"
    )
    """Optional."""
    RemainingTimeBulk: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="RemainingTimeBulk", datatype=INTEGER, units=("s",)
    )
    """Optional. In s."""
    RemainingTimeFull: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="RemainingTimeFull", datatype=INTEGER, units=("s",)
    )
    """Optional. In s."""
    StateOfCharge: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="StateOfCharge", datatype=INTEGER, units=("%",)
    )
    """Optional (2.17.1). In %."""
    StateOfChargeBulk: Final[Variable[int]] = Variable(
        component="ConnectedEV", name="StateOfChargeBulk", datatype=INTEGER, units=("%",)
    )
    """Optional. In %."""
    VehicleCertificate_Leaf: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleCertificate", datatype=STRING, instance="Leaf"
    )
    """Optional."""
    VehicleCertificate_Root: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleCertificate", datatype=STRING, instance="Root"
    )
    """Optional."""
    VehicleCertificate_SubCA1: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleCertificate", datatype=STRING, instance="SubCA1"
    )
    """Optional."""
    VehicleCertificate_SubCA2: Final[Variable[str]] = Variable(
        component="ConnectedEV", name="VehicleCertificate", datatype=STRING, instance="SubCA2"
    )
    """Optional."""
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
    """Required (2.15.2)."""
    Available: Final[Variable[bool]] = Variable(
        component="Connector",
        name="Available",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.15.1)."""
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
    """Required (2.15.4)."""
    SlotStatus: Final[Variable[str]] = Variable(
        component="Connector",
        name="SlotStatus",
        datatype=OPTION_LIST,
        values=("Open", "Locked", "Faulted"),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.20.9)."""
    SupplyPhases: Final[Variable[int]] = Variable(
        component="Connector",
        name="SupplyPhases",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.15.6)."""


class CustomizationCtrlr:
    """Variables of CustomizationCtrlr."""

    CustomImplementationEnabled: Final[Variable[bool]] = Variable(
        component="CustomizationCtrlr",
        name="CustomImplementationEnabled",
        datatype=BOOLEAN,
        instances="vendorId",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.34)."""
    CustomTriggers: Final[Variable[tuple[str, ...]]] = Variable(
        component="CustomizationCtrlr",
        name="CustomTriggers",
        datatype=MEMBER_LIST,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.1.35)."""


class DCDERCtrlr:
    """Variables of DCDERCtrlr."""

    Enabled: Final[Variable[bool]] = Variable(
        component="DCDERCtrlr", name="Enabled", datatype=BOOLEAN
    )
    """Optional."""
    InverterHwVersion: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterHwVersion", datatype=STRING, required=True
    )
    """Required."""
    InverterManufacturer: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterManufacturer", datatype=STRING, required=True
    )
    """Required."""
    InverterModel: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterModel", datatype=STRING, required=True
    )
    """Required."""
    InverterSerialNumber: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterSerialNumber", datatype=STRING
    )
    """Optional."""
    InverterSwVersion: Final[Variable[str]] = Variable(
        component="DCDERCtrlr", name="InverterSwVersion", datatype=STRING, required=True
    )
    """Required."""
    IslandingDetectionMethod: Final[Variable[str]] = Variable(
        component="DCDERCtrlr",
        name="IslandingDetectionMethod",
        datatype=OPTION_LIST,
        values=(
            "NoAntiIslandingSupport",
            "RoCoF",
            "UVP_OVP",
            "UFP_OFP",
            "VoltageVectorShift",
            "ZeroCrossingDetection",
            "OtherPassive",
            "ImpedanceMeasurement",
            "ImpedanceAtFrequency",
            "SlipModeFrequencyShift",
            "SandiaFrequencyShift",
            "SandiaVoltageShift",
            "FrequencyJump",
            "RCLQFactor",
            "OtherActive",
        ),
    )
    """Optional (2.19.1)."""
    IslandingDetectionTripTime: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="IslandingDetectionTripTime", datatype=DECIMAL, units=("s",)
    )
    """Optional. In s."""
    MaxChargeRateVA: Final[Variable[float]] = Variable(
        component="DCDERCtrlr",
        name="MaxChargeRateVA",
        datatype=DECIMAL,
        required=True,
        units=("VA",),
    )
    """Required. In VA."""
    MaxChargeRateW: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxChargeRateW", datatype=DECIMAL, required=True, units=("W",)
    )
    """Required. In W."""
    MaxV: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxV", datatype=DECIMAL, units=("V",)
    )
    """Optional. In V."""
    MaxVA: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxVA", datatype=DECIMAL, required=True, units=("VA",)
    )
    """Required. In VA."""
    MaxVar: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxVar", datatype=DECIMAL, required=True, units=("Var",)
    )
    """Required. In Var."""
    MaxVarNeg: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxVarNeg", datatype=DECIMAL, required=True, units=("Var",)
    )
    """Required. In Var."""
    MaxW: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MaxW", datatype=DECIMAL, required=True, units=("W",)
    )
    """Required. In W."""
    MinV: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="MinV", datatype=DECIMAL, units=("V",)
    )
    """Optional. In V."""
    ModesSupported: Final[Variable[tuple[str, ...]]] = Variable(
        component="DCDERCtrlr",
        name="ModesSupported",
        datatype=MEMBER_LIST,
        values=(
            "EnterService",
            "FreqDroop",
            "FreqWatt",
            "FixedPFAbsorb",
            "FixedPFInject",
            "FixedVar",
            "Gradients",
            "HFMustTrip",
            "HFMayTrip",
            "HVMustTrip",
            "HVMomCess",
            "HVMayTrip",
            "LimitMaxDischarge",
            "LFMustTrip",
            "LVMustTrip",
            "LVMomCess",
            "LVMayTrip",
            "PowerMonitoringMustTrip",
            "VoltVar",
            "VoltWatt",
            "WattPF",
            "WattVar",
        ),
        required=True,
    )
    """Required (2.19.1)."""
    OverExcitedPF: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="OverExcitedPF", datatype=DECIMAL, required=True
    )
    """Required."""
    OverExcitedW: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="OverExcitedW", datatype=DECIMAL, required=True, units=("W",)
    )
    """Required. In W."""
    ReactiveSusceptance: Final[Variable[float]] = Variable(
        component="DCDERCtrlr",
        name="ReactiveSusceptance",
        datatype=DECIMAL,
        required=True,
        units=("s",),
    )
    """Required. In s."""
    UnderExcitedPF: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="UnderExcitedPF", datatype=DECIMAL, required=True
    )
    """Required."""
    UnderExcitedW: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="UnderExcitedW", datatype=DECIMAL, required=True, units=("W",)
    )
    """Required. In W."""
    VNom: Final[Variable[float]] = Variable(
        component="DCDERCtrlr", name="VNom", datatype=DECIMAL, units=("V",)
    )
    """Optional. In V."""


class DataCollector:
    """Variables of DataCollector."""

    DateTime_End: Final[Variable[datetime]] = Variable(
        component="DataCollector",
        name="DateTime",
        datatype=DATE_TIME,
        instance="End",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.8)."""
    DateTime_Start: Final[Variable[datetime]] = Variable(
        component="DataCollector",
        name="DateTime",
        datatype=DATE_TIME,
        instance="Start",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.8)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="DataCollector",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.8)."""
    SampledMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="DataCollector",
        name="SampledMeasurands",
        datatype=MEMBER_LIST,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.8)."""
    SamplingInterval: Final[Variable[float]] = Variable(
        component="DataCollector",
        name="SamplingInterval",
        datatype=DECIMAL,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.8). In s."""


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
    """Required (2.1.19)."""
    BytesPerMessage_GetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="GetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.20)."""
    BytesPerMessage_SetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="SetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.24)."""
    ConfigurationValueSize: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ConfigurationValueSize",
        datatype=INTEGER,
        maximum=2500,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.1.21). At most 2500."""
    ItemsPerMessage_GetReport: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="GetReport",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.17)."""
    ItemsPerMessage_GetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="GetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.18)."""
    ItemsPerMessage_SetVariables: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="SetVariables",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.23)."""
    ReportingValueSize: Final[Variable[int]] = Variable(
        component="DeviceDataCtrlr",
        name="ReportingValueSize",
        datatype=INTEGER,
        maximum=2500,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.1.22). At most 2500."""
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
    """Optional (2.14.2)."""
    DisplayMessages: Final[Variable[int]] = Variable(
        component="DisplayMessageCtrlr",
        name="DisplayMessages",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.14.3)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="DisplayMessageCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.14.1)."""
    Language: Final[Variable[str]] = Variable(
        component="DisplayMessageCtrlr",
        name="Language",
        datatype=OPTION_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.14.7)."""
    SupportedFormats: Final[Variable[tuple[str, ...]]] = Variable(
        component="DisplayMessageCtrlr",
        name="SupportedFormats",
        datatype=MEMBER_LIST,
        values=("ASCII", "HTML", "URI", "UTF8", "QRCODE"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.14.4)."""
    SupportedPriorities: Final[Variable[tuple[str, ...]]] = Variable(
        component="DisplayMessageCtrlr",
        name="SupportedPriorities",
        datatype=MEMBER_LIST,
        values=("AlwaysFront", "InFront", "NormalCycle"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.14.5)."""
    SupportedStates: Final[Variable[tuple[str, ...]]] = Variable(
        component="DisplayMessageCtrlr",
        name="SupportedStates",
        datatype=MEMBER_LIST,
        values=("Charging", "Faulted", "Idle", "Unavailable", "Suspended", "Discharging"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.14.6)."""


class EVSE:
    """Variables of EVSE."""

    ActiveTransactionId: Final[Variable[str]] = Variable(
        component="EVSE",
        name="ActiveTransactionId",
        datatype=STRING,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.15.11)."""
    AllowReset: Final[Variable[bool]] = Variable(
        component="EVSE", name="AllowReset", datatype=BOOLEAN, mutability=Mutability.READ_ONLY
    )
    """Optional (2.15.3)."""
    AvailabilityState: Final[Variable[str]] = Variable(
        component="EVSE",
        name="AvailabilityState",
        datatype=OPTION_LIST,
        values=("Available", "Occupied", "Reserved", "Unavailable", "Faulted"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.15.2)."""
    Available: Final[Variable[bool]] = Variable(
        component="EVSE",
        name="Available",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.15.1)."""
    ChargingState: Final[Variable[str]] = Variable(
        component="EVSE",
        name="ChargingState",
        datatype=OPTION_LIST,
        values=("EVConnected", "Charging", "SuspendedEV", "SuspendedEVSE", "Idle"),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.15.10)."""
    DCInputPhaseControl: Final[Variable[bool]] = Variable(
        component="EVSE",
        name="DCInputPhaseControl",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.15.7)."""
    DischargePower: Final[Variable[float]] = Variable(
        component="EVSE",
        name="DischargePower",
        datatype=DECIMAL,
        units=("W", "kW"),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.15.9). In W or kW."""
    EvseId: Final[Variable[str]] = Variable(component="EVSE", name="EvseId", datatype=STRING)
    """Optional."""
    ISO15118EvseId: Final[Variable[str]] = Variable(
        component="EVSE", name="ISO15118EvseId", datatype=STRING, mutability=Mutability.READ_WRITE
    )
    """Optional (2.16.10)."""
    Power: Final[Variable[float]] = Variable(
        component="EVSE",
        name="Power",
        datatype=DECIMAL,
        required=True,
        units=("W", "kW"),
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.15.8). In W or kW."""
    SupplyPhases: Final[Variable[int]] = Variable(
        component="EVSE",
        name="SupplyPhases",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.15.6)."""


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
    PublicKey: Final[Variable[str]] = Variable(
        component="FiscalMetering",
        name="PublicKey",
        datatype=STRING,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.9.26)."""


class FrequencySimulator:
    """Variables of FrequencySimulator."""

    DateTime_End: Final[Variable[datetime]] = Variable(
        component="FrequencySimulator",
        name="DateTime",
        datatype=DATE_TIME,
        instance="End",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.7)."""
    DateTime_Start: Final[Variable[datetime]] = Variable(
        component="FrequencySimulator",
        name="DateTime",
        datatype=DATE_TIME,
        instance="Start",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.7)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="FrequencySimulator",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.7)."""
    FrequencySchedule: Final[Variable[str]] = Variable(
        component="FrequencySimulator",
        name="FrequencySchedule",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.7)."""


class ISO15118Ctrlr:
    """Variables of ISO15118Ctrlr."""

    CentralContractValidationAllowed: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="CentralContractValidationAllowed",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.16.1)."""
    CertificateStatusSource: Final[Variable[tuple[str, ...]]] = Variable(
        component="ISO15118Ctrlr", name="CertificateStatusSource", datatype=MEMBER_LIST
    )
    """Optional."""
    ContractCertificateInstallationEnabled: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="ContractCertificateInstallationEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.16.5)."""
    ContractValidationOffline: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="ContractValidationOffline",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.16.2)."""
    CountryName: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="CountryName",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.16.8)."""
    MaxPriceElements: Final[Variable[int]] = Variable(
        component="ISO15118Ctrlr",
        name="MaxPriceElements",
        datatype=INTEGER,
        minimum=12,
        maximum=1024,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.16.14). 12 to 1024."""
    MaxScheduleEntries: Final[Variable[int]] = Variable(
        component="ISO15118Ctrlr", name="MaxScheduleEntries", datatype=INTEGER
    )
    """Optional."""
    NotificationMaxDelay: Final[Variable[int]] = Variable(
        component="ISO15118Ctrlr", name="NotificationMaxDelay", datatype=INTEGER, units=("s",)
    )
    """Optional (2.16.11). In s."""
    OrganizationName: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="OrganizationName",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.16.9)."""
    PnCEnabled: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="PnCEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.16.3)."""
    ProtocolSupported: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="ProtocolSupported",
        datatype=STRING,
        instances="1, 2 .. 20",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.16.15)."""
    RequestMeteringReceipt: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="RequestMeteringReceipt",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.16.6)."""
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
    """Optional (2.16.7)."""
    ServiceRenegotiationSupport: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="ServiceRenegotiationSupport",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.16.12)."""
    SupportedProviders: Final[Variable[str]] = Variable(
        component="ISO15118Ctrlr",
        name="SupportedProviders",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.16.13)."""
    V2GCertificateInstallationEnabled: Final[Variable[bool]] = Variable(
        component="ISO15118Ctrlr",
        name="V2GCertificateInstallationEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.16.4)."""


class LocalAuthListCtrlr:
    """Variables of LocalAuthListCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.6.3)."""
    BytesPerMessage: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.6.5)."""
    DisablePostAuthorize: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="DisablePostAuthorize",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.6.7)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.6.1)."""
    Entries: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="Entries",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.6.2)."""
    ItemsPerMessage: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.6.4)."""
    Storage: Final[Variable[int]] = Variable(
        component="LocalAuthListCtrlr",
        name="Storage",
        datatype=INTEGER,
        units=("B",),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.6.6). In B."""
    SupportsExpiryDateTime: Final[Variable[bool]] = Variable(
        component="LocalAuthListCtrlr",
        name="SupportsExpiryDateTime",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.6.8)."""


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
    """Optional (2.13.8)."""
    ActiveMonitoringLevel: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="ActiveMonitoringLevel",
        datatype=INTEGER,
        minimum=0,
        maximum=9,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.13.9). 0 to 9."""
    Available: Final[Variable[bool]] = Variable(
        component="MonitoringCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.13.2)."""
    BytesPerMessage_ClearVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="ClearVariableMonitoring",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.13.5)."""
    BytesPerMessage_SetVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="BytesPerMessage",
        datatype=INTEGER,
        instance="SetVariableMonitoring",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.6)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="MonitoringCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.13.1)."""
    ItemsPerMessage_ClearVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="ClearVariableMonitoring",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.13.3)."""
    ItemsPerMessage_SetVariableMonitoring: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="ItemsPerMessage",
        datatype=INTEGER,
        instance="SetVariableMonitoring",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.13.4)."""
    MaxPeriodicEventStreams: Final[Variable[int]] = Variable(
        component="MonitoringCtrlr",
        name="MaxPeriodicEventStreams",
        datatype=INTEGER,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.13.10)."""
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
    """Optional (2.13.7). 0 to 9."""


class NetworkConfiguration:
    """Variables of NetworkConfiguration."""

    Apn: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="Apn", datatype=STRING, maximum=2000
    )
    """Optional (2.1.8). At most 2000 characters."""
    ApnAuthentication: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="ApnAuthentication",
        datatype=STRING,
        values=("PAP", "CHAP", "NONE", "AUTO"),
    )
    """Optional (2.1.8)."""
    ApnEnabled: Final[Variable[bool]] = Variable(
        component="NetworkConfiguration", name="ApnEnabled", datatype=BOOLEAN, required=True
    )
    """Required."""
    ApnPassword: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="ApnPassword", datatype=PASSWORD, maximum=64
    )
    """Optional (2.1.8). At most 64 characters."""
    ApnUserName: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="ApnUserName", datatype=STRING, maximum=50
    )
    """Optional (2.1.8). At most 50 characters."""
    BasicAuthPassword: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="BasicAuthPassword",
        datatype=PASSWORD,
        minimum=16,
        maximum=64,
        required=True,
    )
    """Required (2.1.8). 16 to 64 characters."""
    CsmsRootCertificateHashAlgorithm: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="CsmsRootCertificateHashAlgorithm",
        datatype=STRING,
        values=("SHA256", "SHA384", "SHA512"),
    )
    """Optional (2.1.8)."""
    CsmsRootCertificateIssuerKeyHash: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="CsmsRootCertificateIssuerKeyHash",
        datatype=STRING,
        maximum=128,
    )
    """Optional (2.1.8). At most 128 characters."""
    CsmsRootCertificateIssuerNameHash: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="CsmsRootCertificateIssuerNameHash",
        datatype=STRING,
        maximum=128,
    )
    """Optional (2.1.8). At most 128 characters."""
    CsmsRootCertificateSerialNumber: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="CsmsRootCertificateSerialNumber",
        datatype=STRING,
        maximum=40,
    )
    """Optional (2.1.8). At most 40 characters."""
    Identity: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="Identity", datatype=STRING, maximum=48
    )
    """Optional (2.1.8). At most 48 characters."""
    MessageTimeout: Final[Variable[int]] = Variable(
        component="NetworkConfiguration",
        name="MessageTimeout",
        datatype=INTEGER,
        required=True,
        units=("s",),
    )
    """Required (2.1.8). In s."""
    OcppCsmsUrl: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="OcppCsmsUrl",
        datatype=STRING,
        maximum=2000,
        required=True,
    )
    """Required (2.1.8). At most 2000 characters."""
    OcppInterface: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="OcppInterface",
        datatype=OPTION_LIST,
        values=(
            "Wired0",
            "Wired1",
            "Wired2",
            "Wired3",
            "Wireless0",
            "Wireless1",
            "Wireless2",
            "Wireless3",
            "Any",
        ),
        required=True,
    )
    """Required (2.1.8)."""
    OcppTransport: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="OcppTransport",
        datatype=OPTION_LIST,
        values=("SOAP", "JSON"),
        required=True,
    )
    """Required (2.1.8)."""
    OcppVersion: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="OcppVersion",
        datatype=OPTION_LIST,
        values=("OCPP12", "OCPP15", "OCPP16", "OCPP20", "OCPP201", "OCPP21"),
        required=True,
    )
    """Required (2.1.8)."""
    PreferredNetwork: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="PreferredNetwork", datatype=STRING, maximum=6
    )
    """Optional (2.1.8). At most 6 characters."""
    SecurityProfile: Final[Variable[int]] = Variable(
        component="NetworkConfiguration",
        name="SecurityProfile",
        datatype=INTEGER,
        minimum=0,
        maximum=3,
        required=True,
    )
    """Required (2.1.8). 0 to 3."""
    SimPin: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="SimPin", datatype=PASSWORD
    )
    """Optional (2.1.8)."""
    UseOnlyPreferredNetwork: Final[Variable[bool]] = Variable(
        component="NetworkConfiguration", name="UseOnlyPreferredNetwork", datatype=BOOLEAN
    )
    """Optional."""
    VpnEnabled: Final[Variable[bool]] = Variable(
        component="NetworkConfiguration", name="VpnEnabled", datatype=BOOLEAN, required=True
    )
    """Required."""
    VpnGroup: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnGroup", datatype=STRING, maximum=50
    )
    """Optional (2.1.8). At most 50 characters."""
    VpnKey: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnKey", datatype=PASSWORD, maximum=255
    )
    """Optional (2.1.8). At most 255 characters."""
    VpnPassword: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnPassword", datatype=PASSWORD, maximum=64
    )
    """Optional (2.1.8). At most 64 characters."""
    VpnServer: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnServer", datatype=STRING, maximum=2000
    )
    """Optional (2.1.8). At most 2000 characters."""
    VpnType: Final[Variable[str]] = Variable(
        component="NetworkConfiguration",
        name="VpnType",
        datatype=STRING,
        values=("IKEv2", "IPSec", "L2TP", "PPTP"),
    )
    """Optional (2.1.8)."""
    VpnUser: Final[Variable[str]] = Variable(
        component="NetworkConfiguration", name="VpnUser", datatype=STRING, maximum=50
    )
    """Optional (2.1.8). At most 50 characters."""


class OCPPCommCtrlr:
    """Variables of OCPPCommCtrlr."""

    ActiveNetworkProfile: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="ActiveNetworkProfile",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.1.1)."""
    ExternalConfigChangeDate: Final[Variable[datetime]] = Variable(
        component="OCPPCommCtrlr",
        name="ExternalConfigChangeDate",
        datatype=DATE_TIME,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.1.36)."""
    FieldLength: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="FieldLength",
        datatype=INTEGER,
        instances="message>.<field",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.1.16)."""
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
    """Required (2.1.12). In s."""
    MessageAttempts_TransactionEvent: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="MessageAttempts",
        datatype=INTEGER,
        instance="TransactionEvent",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.1.11)."""
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
    """Required (2.1.9). In s."""
    PublicKeyWithSignedMeterValue: Final[Variable[str]] = Variable(
        component="OCPPCommCtrlr",
        name="PublicKeyWithSignedMeterValue",
        datatype=OPTION_LIST,
        values=("Never", "OncePerTransaction", "EveryMeterValue"),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.25)."""
    QueueAllMessages: Final[Variable[bool]] = Variable(
        component="OCPPCommCtrlr",
        name="QueueAllMessages",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.1.10)."""
    ResetRetries: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="ResetRetries",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.1.15)."""
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
    """Required (2.1.13)."""
    WebSocketPingInterval: Final[Variable[int]] = Variable(
        component="OCPPCommCtrlr",
        name="WebSocketPingInterval",
        datatype=INTEGER,
        minimum=0,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (Part 4 8.4). In s. At least 0."""


class PaymentCtrlr:
    """Variables of PaymentCtrlr."""

    AuthorizationAmount: Final[Variable[float]] = Variable(
        component="PaymentCtrlr",
        name="AuthorizationAmount",
        datatype=DECIMAL,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    AuthorizeDirectPayment: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr",
        name="AuthorizeDirectPayment",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    Connected: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr",
        name="Connected",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    FirmwareVersion: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="FirmwareVersion",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""
    ICCID: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="ICCID",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""
    IMSI: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="IMSI",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""
    IncrementalAuthorizationAmount: Final[Variable[float]] = Variable(
        component="PaymentCtrlr",
        name="IncrementalAuthorizationAmount",
        datatype=DECIMAL,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.4.1)."""
    IncrementalAuthorizationThreshold: Final[Variable[float]] = Variable(
        component="PaymentCtrlr",
        name="IncrementalAuthorizationThreshold",
        datatype=DECIMAL,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.4.1)."""
    Merchant_Address: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="Merchant",
        datatype=STRING,
        instance="Address",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    Merchant_City: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="Merchant",
        datatype=STRING,
        instance="City",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    Merchant_Id: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="Merchant",
        datatype=STRING,
        instance="Id",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    Merchant_Name: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="Merchant",
        datatype=STRING,
        instance="Name",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    Merchant_TaxId: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="Merchant",
        datatype=STRING,
        instance="TaxId",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    Model: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="Model",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""
    PaymentDetails: Final[Variable[tuple[str, ...]]] = Variable(
        component="PaymentCtrlr",
        name="PaymentDetails",
        datatype=MEMBER_LIST,
        values=(
            "PspRef",
            "SessionRef",
            "MerchantRef",
            "PaymentBrand",
            "ReadingMethod",
            "PaymentRecognition",
            "CardBin",
            "CardLast4Digits",
            "CardExpiryDate",
            "HashedCardNr",
            "WalletUserID",
        ),
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    PaymentServiceProvider: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="PaymentServiceProvider",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""
    Problem: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr",
        name="Problem",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""
    ReceiptByCSMS: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr",
        name="ReceiptByCSMS",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    ReceiptServerUrl: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="ReceiptServerUrl",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    SerialNumber: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="SerialNumber",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""
    SettlementByCSMS: Final[Variable[bool]] = Variable(
        component="PaymentCtrlr",
        name="SettlementByCSMS",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.1)."""
    TerminalID: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="TerminalID",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""
    VendorName: Final[Variable[str]] = Variable(
        component="PaymentCtrlr",
        name="VendorName",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.4.1)."""


class ReservationCtrlr:
    """Variables of ReservationCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="ReservationCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.10.2)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="ReservationCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.10.1)."""
    NonEvseSpecific: Final[Variable[bool]] = Variable(
        component="ReservationCtrlr",
        name="NonEvseSpecific",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.10.3)."""


class SampledDataCtrlr:
    """Variables of SampledDataCtrlr."""

    Available: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.9.2)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.1)."""
    RegisterValuesWithoutPhases: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="RegisterValuesWithoutPhases",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.3)."""
    SignReadings: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="SignReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.4)."""
    SignStartedReadings: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="SignStartedReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.5)."""
    SignUpdatedReadings: Final[Variable[bool]] = Variable(
        component="SampledDataCtrlr",
        name="SignUpdatedReadings",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.6)."""
    TxEndedInterval: Final[Variable[int]] = Variable(
        component="SampledDataCtrlr",
        name="TxEndedInterval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.9.8). In s."""
    TxEndedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxEndedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.9.7)."""
    TxStartedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxStartedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.9.9)."""
    TxUpdatedInterval: Final[Variable[int]] = Variable(
        component="SampledDataCtrlr",
        name="TxUpdatedInterval",
        datatype=INTEGER,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.9.11). In s."""
    TxUpdatedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="TxUpdatedMeasurands",
        datatype=MEMBER_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.9.10)."""
    UpstreamInterval: Final[Variable[int]] = Variable(
        component="SampledDataCtrlr",
        name="UpstreamInterval",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.13). In s."""
    UpstreamMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="SampledDataCtrlr",
        name="UpstreamMeasurands",
        datatype=MEMBER_LIST,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.9.12)."""


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
    """Optional (errata 2.43)."""
    AllowSecurityProfileDowngrade: Final[Variable[bool]] = Variable(
        component="SecurityCtrlr", name="AllowSecurityProfileDowngrade", datatype=BOOLEAN
    )
    """Optional (2.2.10)."""
    BasicAuthPassword: Final[Variable[str]] = Variable(
        component="SecurityCtrlr",
        name="BasicAuthPassword",
        datatype=PASSWORD,
        minimum=16,
        maximum=64,
        mutability=Mutability.WRITE_ONLY,
    )
    """Optional (2.2.1). 16 to 64 characters."""
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
    """Optional (2.11.3)."""
    Available: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="Available",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.2)."""
    ChargingProfilePersistence_ChargingStationExternalConstraints: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ChargingProfilePersistence",
        datatype=BOOLEAN,
        instance="ChargingStationExternalConstraints",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.13)."""
    ChargingProfilePersistence_LocalGeneration: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ChargingProfilePersistence",
        datatype=BOOLEAN,
        instance="LocalGeneration",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.13)."""
    ChargingProfilePersistence_TxProfile: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ChargingProfilePersistence",
        datatype=BOOLEAN,
        instance="TxProfile",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.13)."""
    Enabled: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.11.1)."""
    Entries_ChargingProfiles: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="Entries",
        datatype=INTEGER,
        instance="ChargingProfiles",
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.11.11)."""
    ExternalConstraintsProfileDisallowed: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="ExternalConstraintsProfileDisallowed",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.11.8)."""
    ExternalControlSignalsEnabled: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="ExternalControlSignalsEnabled", datatype=BOOLEAN
    )
    """Optional (2.11.7)."""
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
    """Required (2.11.12). In Percent. 0 to 100."""
    MaxExternalConstraintsId: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="MaxExternalConstraintsId",
        datatype=INTEGER,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.11.16)."""
    NotifyChargingLimitWithSchedules: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="NotifyChargingLimitWithSchedules",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.11.9)."""
    PeriodsPerSchedule: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="PeriodsPerSchedule",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.11.6)."""
    Phases3to1: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="Phases3to1",
        datatype=BOOLEAN,
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.10)."""
    ProfileStackLevel: Final[Variable[int]] = Variable(
        component="SmartChargingCtrlr",
        name="ProfileStackLevel",
        datatype=INTEGER,
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.11.4)."""
    RateUnit: Final[Variable[tuple[str, ...]]] = Variable(
        component="SmartChargingCtrlr",
        name="RateUnit",
        datatype=MEMBER_LIST,
        values=("W", "A"),
        required=True,
        mutability=Mutability.READ_ONLY,
    )
    """Required (2.11.5)."""
    SetpointPriority: Final[Variable[str]] = Variable(
        component="SmartChargingCtrlr",
        name="SetpointPriority",
        datatype=OPTION_LIST,
        values=("ExternalSystem", "CSMS"),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.11.15)."""
    SupportedAdditionalPurposes: Final[Variable[tuple[str, ...]]] = Variable(
        component="SmartChargingCtrlr",
        name="SupportedAdditionalPurposes",
        datatype=MEMBER_LIST,
        values=("PriorityCharging", "LocalGeneration"),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.17)."""
    SupportsDynamicProfiles: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsDynamicProfiles", datatype=BOOLEAN
    )
    """Optional."""
    SupportsEvseSleep: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsEvseSleep", datatype=BOOLEAN
    )
    """Optional."""
    SupportsFeature_DynamicProfiles: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="SupportsFeature",
        datatype=BOOLEAN,
        instance="DynamicProfiles",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.18)."""
    SupportsFeature_EvseSleep: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="SupportsFeature",
        datatype=BOOLEAN,
        instance="EvseSleep",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.23)."""
    SupportsFeature_LimitAtSoC: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="SupportsFeature",
        datatype=BOOLEAN,
        instance="LimitAtSoC",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.22)."""
    SupportsFeature_MaxOfflineDuration: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="SupportsFeature",
        datatype=BOOLEAN,
        instance="MaxOfflineDuration",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.19)."""
    SupportsFeature_RandomizedDelay: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="SupportsFeature",
        datatype=BOOLEAN,
        instance="RandomizedDelay",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.21)."""
    SupportsFeature_UseLocalTime: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr",
        name="SupportsFeature",
        datatype=BOOLEAN,
        instance="UseLocalTime",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.11.20)."""
    SupportsLimitAtSoC: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsLimitAtSoC", datatype=BOOLEAN
    )
    """Optional."""
    SupportsMaxOfflineDuration: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsMaxOfflineDuration", datatype=BOOLEAN
    )
    """Optional."""
    SupportsRandomizedDelay: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsRandomizedDelay", datatype=BOOLEAN
    )
    """Optional."""
    SupportsUseLocalTime: Final[Variable[bool]] = Variable(
        component="SmartChargingCtrlr", name="SupportsUseLocalTime", datatype=BOOLEAN
    )
    """Optional."""


class TariffCostCtrlr:
    """Variables of TariffCostCtrlr."""

    Available_Cost: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Available",
        datatype=BOOLEAN,
        instance="Cost",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.12.4)."""
    Available_Tariff: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Available",
        datatype=BOOLEAN,
        instance="Tariff",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.12.1)."""
    ConditionsSupported_Tariff: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="ConditionsSupported",
        datatype=BOOLEAN,
        instance="Tariff",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.12.13)."""
    Currency: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="Currency",
        datatype=STRING,
        maximum=3,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.12.7). At most 3 characters."""
    Enabled_Cost: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr", name="Enabled", datatype=BOOLEAN, instance="Cost"
    )
    """Optional (2.12.5, errata 2.64)."""
    Enabled_RunningCost: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        instance="RunningCost",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.12.9)."""
    Enabled_Tariff: Final[Variable[bool]] = Variable(
        component="TariffCostCtrlr", name="Enabled", datatype=BOOLEAN, instance="Tariff"
    )
    """Optional (2.12.2, errata 2.64)."""
    HandleFailedTariff_Tariff: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="HandleFailedTariff",
        datatype=OPTION_LIST,
        values=("Deauthorize", "UseDefaultTariff", "CentralCost"),
        instance="Tariff",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.12.14)."""
    Interval_Cost: Final[Variable[int]] = Variable(
        component="TariffCostCtrlr",
        name="Interval",
        datatype=INTEGER,
        minimum=1,
        instance="Cost",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.12.10). In s. At least 1."""
    Interval_Tariff: Final[Variable[int]] = Variable(
        component="TariffCostCtrlr",
        name="Interval",
        datatype=INTEGER,
        minimum=0,
        instance="Tariff",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.12.11). In s. At least 0."""
    MaxElements_Tariff: Final[Variable[int]] = Variable(
        component="TariffCostCtrlr",
        name="MaxElements",
        datatype=INTEGER,
        minimum=0,
        instance="Tariff",
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.12.12). At least 0."""
    OfflineTariffFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="OfflineTariffFallbackMessage",
        datatype=STRING,
        maximum=512,
        instances="language",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.12.8). At most 512 characters."""
    TariffFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="TariffFallbackMessage",
        datatype=STRING,
        maximum=512,
        instances="language",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.12.3). At most 512 characters."""
    TotalCostFallbackMessage: Final[Variable[str]] = Variable(
        component="TariffCostCtrlr",
        name="TotalCostFallbackMessage",
        datatype=STRING,
        maximum=512,
        instances="language",
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.12.6). At most 512 characters."""


class TokenReader:
    """Variables of TokenReader."""

    Token: Final[Variable[str]] = Variable(component="TokenReader", name="Token", datatype=STRING)
    """Optional."""
    TokenType: Final[Variable[str]] = Variable(
        component="TokenReader", name="TokenType", datatype=OPTION_LIST
    )
    """Optional."""


class TxCtrlr:
    """Variables of TxCtrlr."""

    AllowEnergyTransferResumption: Final[Variable[bool]] = Variable(
        component="TxCtrlr", name="AllowEnergyTransferResumption", datatype=BOOLEAN
    )
    """Optional (2.7.10)."""
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
    """Required (2.7.1). In s."""
    EnergyTransferResumptionRandomRange: Final[Variable[int]] = Variable(
        component="TxCtrlr",
        name="EnergyTransferResumptionRandomRange",
        datatype=INTEGER,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.8). In s."""
    MaxEnergyOnInvalidId: Final[Variable[int]] = Variable(
        component="TxCtrlr",
        name="MaxEnergyOnInvalidId",
        datatype=INTEGER,
        units=("Wh",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.7.7). In Wh."""
    ResumptionTimeout: Final[Variable[int]] = Variable(
        component="TxCtrlr", name="ResumptionTimeout", datatype=INTEGER, minimum=0, units=("s",)
    )
    """Optional (2.7.9). In s. At least 0."""
    StopTxOnEVSideDisconnect: Final[Variable[bool]] = Variable(
        component="TxCtrlr", name="StopTxOnEVSideDisconnect", datatype=BOOLEAN, required=True
    )
    """Required (2.7.2)."""
    StopTxOnInvalidId: Final[Variable[bool]] = Variable(
        component="TxCtrlr",
        name="StopTxOnInvalidId",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.7.8)."""
    SupportedLimits: Final[Variable[tuple[str, ...]]] = Variable(
        component="TxCtrlr",
        name="SupportedLimits",
        datatype=MEMBER_LIST,
        values=("maxCost", "maxEnergy", "maxTime", "maxSoC"),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.8.1)."""
    TxBeforeAcceptedEnabled: Final[Variable[bool]] = Variable(
        component="TxCtrlr",
        name="TxBeforeAcceptedEnabled",
        datatype=BOOLEAN,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.7.3)."""
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
    """Required (2.7.4)."""
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
    """Required (2.7.5)."""


class V2XChargingCtrlr:
    """Variables of V2XChargingCtrlr."""

    Enabled: Final[Variable[bool]] = Variable(
        component="V2XChargingCtrlr",
        name="Enabled",
        datatype=BOOLEAN,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.18.1)."""
    LocalFrequencyUpdateThreshold: Final[Variable[int]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalFrequencyUpdateThreshold",
        datatype=INTEGER,
        units=("mHz",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.4). In mHz."""
    LocalLoadBalancing_LowerOffset: Final[Variable[float]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalLoadBalancing",
        datatype=DECIMAL,
        instance="LowerOffset",
        units=("W",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.6). In W."""
    LocalLoadBalancing_LowerThreshold: Final[Variable[float]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalLoadBalancing",
        datatype=DECIMAL,
        instance="LowerThreshold",
        units=("W",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.6). In W."""
    LocalLoadBalancing_UpperOffset: Final[Variable[float]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalLoadBalancing",
        datatype=DECIMAL,
        instance="UpperOffset",
        units=("W",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.6). In W."""
    LocalLoadBalancing_UpperThreshold: Final[Variable[float]] = Variable(
        component="V2XChargingCtrlr",
        name="LocalLoadBalancing",
        datatype=DECIMAL,
        instance="UpperThreshold",
        units=("W",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.6). In W."""
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
    """Required (2.18.2)."""
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
    """Required (2.18.3)."""
    TxEndedInterval: Final[Variable[int]] = Variable(
        component="V2XChargingCtrlr",
        name="TxEndedInterval",
        datatype=INTEGER,
        instances="OperationMode",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.5). In s."""
    TxEndedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="V2XChargingCtrlr",
        name="TxEndedMeasurands",
        datatype=MEMBER_LIST,
        instances="OperationMode",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.5)."""
    TxStartedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="V2XChargingCtrlr",
        name="TxStartedMeasurands",
        datatype=MEMBER_LIST,
        instances="OperationMode",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.5)."""
    TxUpdatedInterval: Final[Variable[int]] = Variable(
        component="V2XChargingCtrlr",
        name="TxUpdatedInterval",
        datatype=INTEGER,
        instances="OperationMode",
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.5). In s."""
    TxUpdatedMeasurands: Final[Variable[tuple[str, ...]]] = Variable(
        component="V2XChargingCtrlr",
        name="TxUpdatedMeasurands",
        datatype=MEMBER_LIST,
        instances="OperationMode",
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.18.5)."""


class WebPaymentsCtrlr:
    """Variables of WebPaymentsCtrlr."""

    ChargingStationId: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr", name="ChargingStationId", datatype=STRING
    )
    """Optional."""
    Length: Final[Variable[int]] = Variable(
        component="WebPaymentsCtrlr",
        name="Length",
        datatype=INTEGER,
        minimum=6,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.2). At least 6."""
    QRCodeQuality: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr",
        name="QRCodeQuality",
        datatype=OPTION_LIST,
        values=("Low", "Medium", "Quartile", "High"),
    )
    """Optional (2.4.2)."""
    RoamingEvseId: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr",
        name="RoamingEvseId",
        datatype=STRING,
        mutability=Mutability.READ_WRITE,
    )
    """Optional (2.4.2)."""
    SharedSecret: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr",
        name="SharedSecret",
        datatype=PASSWORD,
        required=True,
        mutability=Mutability.WRITE_ONLY,
    )
    """Required (2.4.2)."""
    TOTPVersion: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr",
        name="TOTPVersion",
        datatype=OPTION_LIST,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.2)."""
    URLParameters: Final[Variable[tuple[str, ...]]] = Variable(
        component="WebPaymentsCtrlr",
        name="URLParameters",
        datatype=MEMBER_LIST,
        values=("maxtime", "maxenergy", "maxcost"),
        mutability=Mutability.READ_ONLY,
    )
    """Optional (2.4.2)."""
    URLTemplate: Final[Variable[str]] = Variable(
        component="WebPaymentsCtrlr",
        name="URLTemplate",
        datatype=STRING,
        required=True,
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.2)."""
    ValidityTime: Final[Variable[int]] = Variable(
        component="WebPaymentsCtrlr",
        name="ValidityTime",
        datatype=INTEGER,
        minimum=6,
        maximum=3600,
        required=True,
        units=("s",),
        mutability=Mutability.READ_WRITE,
    )
    """Required (2.4.2). In s. 6 to 3600."""


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
    CommunicationParent: Final[Variable[str]] = Variable(
        component="*", name="CommunicationParent", datatype=STRING, mutability=Mutability.READ_ONLY
    )
    """Optional (2.21.1)."""
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
    ElectricalParent: Final[Variable[str]] = Variable(
        component="*", name="ElectricalParent", datatype=STRING, mutability=Mutability.READ_ONLY
    )
    """Optional (2.21.2)."""
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
    Label: Final[Variable[str]] = Variable(
        component="*", name="Label", datatype=STRING, mutability=Mutability.READ_ONLY
    )
    """Optional (2.21.5)."""
    Length: Final[Variable[float]] = Variable(
        component="*", name="Length", datatype=DECIMAL, units=("m",)
    )
    """Optional. In m."""
    Light: Final[Variable[float]] = Variable(
        component="*", name="Light", datatype=DECIMAL, units=("lx",)
    )
    """Optional. In lx."""
    LogicalParent: Final[Variable[str]] = Variable(
        component="*", name="LogicalParent", datatype=STRING, mutability=Mutability.READ_ONLY
    )
    """Optional (2.21.3)."""
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
    """Optional (2.15.5)."""
    PhysicalParent: Final[Variable[str]] = Variable(
        component="*", name="PhysicalParent", datatype=STRING, mutability=Mutability.READ_ONLY
    )
    """Optional (2.21.4)."""
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
        ("AuthCtrlr", "SupportedIdTokenTypes", None): AuthCtrlr.SupportedIdTokenTypes,
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
        ("ConnectedEV", "ACCurrent", None): ConnectedEV.ACCurrent,
        ("ConnectedEV", "ACVoltage", None): ConnectedEV.ACVoltage,
        ("ConnectedEV", "BatteryCapacity", None): ConnectedEV.BatteryCapacity,
        ("ConnectedEV", "ChargingCompleteBulk", None): ConnectedEV.ChargingCompleteBulk,
        ("ConnectedEV", "ChargingCompleteFull", None): ConnectedEV.ChargingCompleteFull,
        ("ConnectedEV", "ChargingState", None): ConnectedEV.ChargingState,
        ("ConnectedEV", "DCCurrent", None): ConnectedEV.DCCurrent,
        ("ConnectedEV", "DCVoltage", None): ConnectedEV.DCVoltage,
        ("ConnectedEV", "DepartureTime", None): ConnectedEV.DepartureTime,
        ("ConnectedEV", "DischargePower", None): ConnectedEV.DischargePower,
        ("ConnectedEV", "EnergyImport", None): ConnectedEV.EnergyImport,
        ("ConnectedEV", "Power", None): ConnectedEV.Power,
        ("ConnectedEV", "ProtocolAgreed", None): ConnectedEV.ProtocolAgreed,
        ("ConnectedEV", "ProtocolSupportedByEV", None): ConnectedEV.ProtocolSupportedByEV,
        ("ConnectedEV", "RemainingTimeBulk", None): ConnectedEV.RemainingTimeBulk,
        ("ConnectedEV", "RemainingTimeFull", None): ConnectedEV.RemainingTimeFull,
        ("ConnectedEV", "StateOfCharge", None): ConnectedEV.StateOfCharge,
        ("ConnectedEV", "StateOfChargeBulk", None): ConnectedEV.StateOfChargeBulk,
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
        ("ISO15118Ctrlr", "NotificationMaxDelay", None): ISO15118Ctrlr.NotificationMaxDelay,
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
        (
            "SmartChargingCtrlr",
            "SupportsFeature",
            "DynamicProfiles",
        ): SmartChargingCtrlr.SupportsFeature_DynamicProfiles,
        (
            "SmartChargingCtrlr",
            "SupportsFeature",
            "EvseSleep",
        ): SmartChargingCtrlr.SupportsFeature_EvseSleep,
        (
            "SmartChargingCtrlr",
            "SupportsFeature",
            "LimitAtSoC",
        ): SmartChargingCtrlr.SupportsFeature_LimitAtSoC,
        (
            "SmartChargingCtrlr",
            "SupportsFeature",
            "MaxOfflineDuration",
        ): SmartChargingCtrlr.SupportsFeature_MaxOfflineDuration,
        (
            "SmartChargingCtrlr",
            "SupportsFeature",
            "RandomizedDelay",
        ): SmartChargingCtrlr.SupportsFeature_RandomizedDelay,
        (
            "SmartChargingCtrlr",
            "SupportsFeature",
            "UseLocalTime",
        ): SmartChargingCtrlr.SupportsFeature_UseLocalTime,
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
        (
            "TxCtrlr",
            "EnergyTransferResumptionRandomRange",
            None,
        ): TxCtrlr.EnergyTransferResumptionRandomRange,
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
        ("WebPaymentsCtrlr", "RoamingEvseId", None): WebPaymentsCtrlr.RoamingEvseId,
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
