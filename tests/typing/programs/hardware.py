"""A maker's own hardware class: no base class, only the right methods."""

from collections.abc import Sequence

from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    ConnectorKind,
    EventSink,
    EvseHardware,
    FaultCleared,
    FaultCode,
    FaultRaised,
    Location,
    Measurand,
    Measured,
    MeasuringMeter,
    MeteredStation,
    MeterReading,
    MultiConnectorEvse,
    OwnWord,
    Phase,
    PilotChanged,
    PilotState,
    Quantity,
    ReadingContext,
    SignedReading,
    SigningMeter,
    StationHardware,
    TokenKind,
    TokenPresented,
)
from pilotwire.hal.simulated import SimulatedStation


def station(hardware: StationHardware) -> None: ...


def evse(hardware: EvseHardware) -> None: ...


def double(hardware: MultiConnectorEvse) -> None: ...


def measuring(meter: MeasuringMeter) -> None: ...


def signing(meter: SigningMeter) -> None: ...


def with_main_meter(hardware: MeteredStation) -> None: ...


class Evse:
    """All that an EVSE must have but the meter."""

    kind = ConnectorKind.TYPE2_SOCKET
    phases = 3
    max_current_a = 32.0

    async def pilot_state(self) -> PilotState:
        return PilotState.A

    async def offer_current(self, amperes: float) -> None: ...

    async def close_contactor(self) -> None: ...

    async def open_contactor(self) -> None: ...

    async def lock_connector(self) -> None: ...

    async def unlock_connector(self) -> None: ...


class MeteredEvse(Evse):
    """All that an EVSE must have."""

    async def read_meter(self) -> MeterReading:
        return MeterReading(energy_wh=0.0, power_w=0.0, current_a=(0.0,), voltage_v=(230.0,))


class MeasuringEvse(MeteredEvse):
    """It says what its meter measures."""

    measures = (Measurand.VOLTAGE, Quantity(Measurand.POWER_ACTIVE_IMPORT, Phase.L1))


class SigningEvse(MeteredEvse):
    """Its meter signs."""

    public_key = "oca:base16:asn1:3059"

    async def read_signed_meter(self, context: ReadingContext) -> MeterReading:
        return MeterReading(energy_wh=0.0, signed=SignedReading("OCMF|{}|{}"))


class DoubleEvse:
    """An EVSE with two connectors: their meter is common, and each is an outlet of its own."""

    phases = 3
    max_current_a = 32.0
    connectors = (Evse(), Evse())

    async def read_meter(self) -> MeterReading:
        return await MeteredEvse().read_meter()


class EvseWithBareConnectors:
    """Its connectors are numbers only."""

    phases = 3
    max_current_a = 32.0
    connectors = (1, 2)

    async def read_meter(self) -> MeterReading:
        return await MeteredEvse().read_meter()


class EvseWithBareMeter(Evse):
    """Its meter tells a number only."""

    async def read_meter(self) -> float:
        return 0.0


class Unit:
    """All that a station must have but the reboot."""

    def __init__(self) -> None:
        self.evses = (MeteredEvse(), MeteredEvse())

    async def start(self, sink: EventSink) -> None:
        sink(PilotChanged(1, PilotState.A))
        sink(PilotChanged(1, PilotState.A, connector_id=2))
        sink(PilotChanged("1", PilotState.A))  # error
        sink(FaultRaised(1, FaultCode.GROUND_FAULT))
        sink(FaultRaised(WHOLE_STATION, OwnWord("Flooded"), "5 cm"))
        sink(FaultRaised(WHOLE_STATION, "Flooded", "5 cm"))  # error
        sink(FaultRaised(1, "GroundFault"))  # error
        sink(FaultRaised(1, TokenKind.VIN))  # error
        sink(FaultCleared(1, "GroundFault"))  # error
        sink(TokenPresented("04A1B2C3"))
        sink(TokenPresented("1234", TokenKind.KEY_CODE, evse_id=1))
        sink(TokenPresented("1234", OwnWord("com.example.Smile")))
        sink(TokenPresented("1234", "KeyCode"))  # error
        sink(TokenPresented("1234", FaultCode.OTHER))  # error
        sink(FaultCleared(1, FaultCode.GROUND_FAULT))
        sink(FaultCleared(1))  # error
        sink("A")  # error

    async def stop(self) -> None: ...


class DoubleCharger:
    """A station with EVSEs of both kinds."""

    evses = (MeteredEvse(), DoubleEvse())

    async def start(self, sink: EventSink) -> None: ...

    async def stop(self) -> None: ...

    async def reboot(self) -> None: ...


class Charger(Unit):
    """All that a station must have."""

    async def reboot(self) -> None: ...


class ChargerWithMainMeter(Charger):
    """It has a meter of its own."""

    @property
    def main_meter(self) -> MeteredEvse | None:
        return MeteredEvse()


class ChargerWithBlockingReboot(Unit):
    """Mistyped."""

    def reboot(self) -> None: ...


class ChargerWithBareEvses:
    """Its EVSEs have no meter."""

    evses: Sequence[Evse] = ()

    async def start(self, sink: EventSink) -> None: ...

    async def stop(self) -> None: ...

    async def reboot(self) -> None: ...


evse(MeteredEvse())
evse(Evse())  # error
evse(EvseWithBareMeter())  # error

double(DoubleEvse())
double(MeteredEvse())  # error
double(EvseWithBareConnectors())  # error

station(Charger())
station(DoubleCharger())
station(SimulatedStation())
station(Unit())  # error
station(ChargerWithBlockingReboot())  # error
station(ChargerWithBareEvses())  # error
MeterReading(power_w=0.0)  # error
MeterReading(energy_wh=0.0)
MeterReading(energy_wh=0.0, others=(Measured(Measurand.RPM, 900.0, location=Location.BODY),))
MeterReading(energy_wh=0.0, others=(Measured("RPM", 900.0),))  # error
Measured(Measurand.VOLTAGE, 0.4, Phase.L1_L2, unit=OwnWord("kV"))
Measured(Measurand.VOLTAGE, 0.4, unit="kV")  # error

measuring(MeasuringEvse())
measuring(MeteredEvse())  # error
signing(SigningEvse())
signing(MeteredEvse())  # error
with_main_meter(ChargerWithMainMeter())
with_main_meter(Charger())  # error
