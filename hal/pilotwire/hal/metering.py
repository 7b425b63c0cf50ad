"""What a meter shows, as plain values: as much as it has, and no fixed list.

    MeterReading(energy_wh=12_345.6)                                        a simple meter
    MeterReading(energy_wh=..., power_w=..., others=(
        Measured(Measurand.ENERGY_ACTIVE_EXPORT_REGISTER, 12.5),
        Measured(Measurand.POWER_ACTIVE_IMPORT, 3680.0, phase=Phase.L1),
        Measured(Measurand.TEMPERATURE, 41.0, location=Location.BODY),
    ))                                                                      one that shows more

A CSMS can have told only what is measured. What that is, a meter says by its property `measures`
(`MeasuringMeter`); one without is taken to show the register, power, currents, voltages and the
frequency, and with direct current the state of charge.

Part of `pilotwire.hal.interfaces`, from where it is to be imported.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from pilotwire.ocpp.words import OwnWord

__all__ = [
    "AnyUnit",
    "Location",
    "MainMeter",
    "Measurand",
    "Measured",
    "MeasuringMeter",
    "MeterReading",
    "Phase",
    "Quantity",
    "ReadingContext",
    "SignedReading",
    "SigningMeter",
    "Unit",
]


class Measurand(StrEnum):
    """What is measured, in the words of OCPP 2.1's MeasurandEnumType.

    `TEMPERATURE` and `RPM` (of a fan) are told in OCPP 1.6 alone: 2.x has no measurand for them.
    """

    CURRENT_EXPORT = "Current.Export"
    CURRENT_EXPORT_OFFERED = "Current.Export.Offered"
    CURRENT_EXPORT_MINIMUM = "Current.Export.Minimum"
    CURRENT_IMPORT = "Current.Import"
    CURRENT_IMPORT_OFFERED = "Current.Import.Offered"
    CURRENT_IMPORT_MINIMUM = "Current.Import.Minimum"
    CURRENT_OFFERED = "Current.Offered"
    DISPLAY_PRESENT_SOC = "Display.PresentSOC"
    DISPLAY_MINIMUM_SOC = "Display.MinimumSOC"
    DISPLAY_TARGET_SOC = "Display.TargetSOC"
    DISPLAY_MAXIMUM_SOC = "Display.MaximumSOC"
    DISPLAY_REMAINING_TIME_TO_MINIMUM_SOC = "Display.RemainingTimeToMinimumSOC"
    DISPLAY_REMAINING_TIME_TO_TARGET_SOC = "Display.RemainingTimeToTargetSOC"
    DISPLAY_REMAINING_TIME_TO_MAXIMUM_SOC = "Display.RemainingTimeToMaximumSOC"
    DISPLAY_CHARGING_COMPLETE = "Display.ChargingComplete"
    DISPLAY_BATTERY_ENERGY_CAPACITY = "Display.BatteryEnergyCapacity"
    DISPLAY_INLET_HOT = "Display.InletHot"
    ENERGY_ACTIVE_EXPORT_INTERVAL = "Energy.Active.Export.Interval"
    ENERGY_ACTIVE_EXPORT_REGISTER = "Energy.Active.Export.Register"
    ENERGY_ACTIVE_IMPORT_INTERVAL = "Energy.Active.Import.Interval"
    ENERGY_ACTIVE_IMPORT_REGISTER = "Energy.Active.Import.Register"
    ENERGY_ACTIVE_IMPORT_CABLE_LOSS = "Energy.Active.Import.CableLoss"
    ENERGY_ACTIVE_IMPORT_LOCAL_GENERATION_REGISTER = "Energy.Active.Import.LocalGeneration.Register"
    ENERGY_ACTIVE_NET = "Energy.Active.Net"
    ENERGY_ACTIVE_SETPOINT_INTERVAL = "Energy.Active.Setpoint.Interval"
    ENERGY_APPARENT_EXPORT = "Energy.Apparent.Export"
    ENERGY_APPARENT_IMPORT = "Energy.Apparent.Import"
    ENERGY_APPARENT_NET = "Energy.Apparent.Net"
    ENERGY_REACTIVE_EXPORT_INTERVAL = "Energy.Reactive.Export.Interval"
    ENERGY_REACTIVE_EXPORT_REGISTER = "Energy.Reactive.Export.Register"
    ENERGY_REACTIVE_IMPORT_INTERVAL = "Energy.Reactive.Import.Interval"
    ENERGY_REACTIVE_IMPORT_REGISTER = "Energy.Reactive.Import.Register"
    ENERGY_REACTIVE_NET = "Energy.Reactive.Net"
    ENERGY_REQUEST_TARGET = "EnergyRequest.Target"
    ENERGY_REQUEST_MINIMUM = "EnergyRequest.Minimum"
    ENERGY_REQUEST_MAXIMUM = "EnergyRequest.Maximum"
    ENERGY_REQUEST_MINIMUM_V2X = "EnergyRequest.Minimum.V2X"
    ENERGY_REQUEST_MAXIMUM_V2X = "EnergyRequest.Maximum.V2X"
    ENERGY_REQUEST_BULK = "EnergyRequest.Bulk"
    FREQUENCY = "Frequency"
    POWER_ACTIVE_EXPORT = "Power.Active.Export"
    POWER_ACTIVE_IMPORT = "Power.Active.Import"
    POWER_ACTIVE_SETPOINT = "Power.Active.Setpoint"
    POWER_ACTIVE_RESIDUAL = "Power.Active.Residual"
    POWER_EXPORT_MINIMUM = "Power.Export.Minimum"
    POWER_EXPORT_OFFERED = "Power.Export.Offered"
    POWER_FACTOR = "Power.Factor"
    POWER_IMPORT_OFFERED = "Power.Import.Offered"
    POWER_IMPORT_MINIMUM = "Power.Import.Minimum"
    POWER_OFFERED = "Power.Offered"
    POWER_REACTIVE_EXPORT = "Power.Reactive.Export"
    POWER_REACTIVE_IMPORT = "Power.Reactive.Import"
    SOC = "SoC"
    VOLTAGE = "Voltage"
    VOLTAGE_MINIMUM = "Voltage.Minimum"
    VOLTAGE_MAXIMUM = "Voltage.Maximum"
    TEMPERATURE = "Temperature"
    RPM = "RPM"


class Phase(StrEnum):
    """Of which phase a value is, in the words of OCPP's PhaseEnumType."""

    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    N = "N"
    L1_N = "L1-N"
    L2_N = "L2-N"
    L3_N = "L3-N"
    L1_L2 = "L1-L2"
    L2_L3 = "L2-L3"
    L3_L1 = "L3-L1"


class Location(StrEnum):
    """Where a value is measured, in the words of OCPP 2.1's LocationEnumType."""

    BODY = "Body"
    CABLE = "Cable"
    EV = "EV"
    INLET = "Inlet"
    OUTLET = "Outlet"
    UPSTREAM = "Upstream"


class Unit(StrEnum):
    """Of what a value is so many: OCPP's standardized units, those that a meter has."""

    A = "A"
    CELSIUS = "Celsius"
    FAHRENHEIT = "Fahrenheit"
    HZ = "Hz"
    MHZ = "mHz"
    K = "K"
    PERCENT = "Percent"
    RPM = "RPM"
    S = "s"
    V = "V"
    VA = "VA"
    KVA = "kVA"
    V_AH = "VAh"
    KVAH = "kVAh"
    VAR = "var"
    KVAR = "kvar"
    VARH = "varh"
    KVARH = "kvarh"
    W = "W"
    KW = "kW"
    WH = "Wh"
    KWH = "kWh"


AnyUnit: TypeAlias = Unit | OwnWord
"""One of the standard's, or another of at most 20 characters, which 1.6 can't tell."""


class ReadingContext(StrEnum):
    """What a reading is for, in the words of OCPP's ReadingContextEnumType."""

    INTERRUPTION_BEGIN = "Interruption.Begin"
    INTERRUPTION_END = "Interruption.End"
    OTHER = "Other"
    SAMPLE_CLOCK = "Sample.Clock"
    SAMPLE_PERIODIC = "Sample.Periodic"
    TRANSACTION_BEGIN = "Transaction.Begin"
    TRANSACTION_END = "Transaction.End"
    TRIGGER = "Trigger"


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that a meter can show: what, of which phase (None: of all), and where."""

    measurand: Measurand
    phase: Phase | None = None
    location: Location = Location.OUTLET


@dataclass(frozen=True, slots=True)
class Measured:
    """One value that a meter shows besides those that have a field in `MeterReading`.

    It is `value` times ten to the power of `multiplier`, in `unit`; without a unit, in that which
    OCPP has for the measurand: Wh, varh, VAh, W, var, A, V, Hz, Percent, Celsius, s, or none.
    A value with a direction ("Import", "Export") is not negative.
    """

    measurand: Measurand
    value: float
    phase: Phase | None = None
    location: Location = Location.OUTLET
    unit: AnyUnit | None = None
    multiplier: int = 0


@dataclass(frozen=True, slots=True)
class SignedReading:
    """A reading of the import register with the meter's signature, as the meter gave it.

    `data` is what the meter made of it: a text, such as OCMF, or bytes; of at most 24,576 bytes,
    of which OCPP 2.0.1 tells 1875. `encoding` names its format, `signing_method` how it is
    signed ("ECDSA-secp256r1-SHA256"), where the data do not say so themselves. Nothing of it is
    changed on its way.
    """

    data: str | bytes
    encoding: str = "OCMF"
    signing_method: str | None = None


@dataclass(frozen=True, slots=True)
class MeterReading:
    """What a meter shows at one instant.

    `energy_wh` is the import register: it only grows, over reboots too; where it falls within a
    transaction, the higher value is billed on. `current_a` and `voltage_v` (phase to neutral) have
    one value for each phase. `soc` is the vehicle's state of charge in percent where the hardware
    can know it. `others` is whatever else it shows, 500 values at most. `signed` is set where a
    signature was asked for. None, or NaN, stands for what can't be measured; no value is beyond
    1e12.
    """

    energy_wh: float
    power_w: float | None = None
    current_a: tuple[float, ...] = ()
    voltage_v: tuple[float, ...] = ()
    frequency_hz: float | None = None
    soc: float | None = None
    others: tuple[Measured, ...] = ()
    signed: SignedReading | None = None


class MeasuringMeter(Protocol):
    """An EVSE, or a main meter, that says what it measures. Optional: known by its property."""

    @property
    def measures(self) -> Collection[Measurand | Quantity]:
        """What its readings have, the import register in any case.

        A measurand alone is a value of all phases; `CURRENT_IMPORT` and `VOLTAGE` alone are those
        of each phase that is wired (`current_a`, `voltage_v`).
        """
        ...


class SigningMeter(Protocol):
    """An EVSE, or a main meter, that signs readings. Optional: known by its methods."""

    @property
    def public_key(self) -> str:
        """The key that its signatures are verified with, of at most 1875 characters: as it is
        printed on the meter, best in the form "oca:base16:asn1:3059..." (2.1 J02.FR.23).
        """
        ...

    async def read_signed_meter(self, context: ReadingContext) -> MeterReading:
        """Read all of the meter at one instant, with `signed`. `context` is what it is for."""
        ...


class MainMeter(Protocol):
    """The meter of a whole station: EVSE 0 in 2.x, connector 0 in 1.6 (J01.FR.03).

    What `MeterReading` has fields for is measured at the inlet. It may be a `MeasuringMeter` and a
    `SigningMeter` as well.
    """

    async def read_meter(self) -> MeterReading:
        """Read all of the meter at one instant."""
        ...
