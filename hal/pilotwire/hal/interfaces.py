"""What a station needs of its hardware, as protocols and plain values.

A maker's own class needs only to have the right methods; nothing here is inherited from. Every call
may raise, hang or contradict the last one: the station gives each 5 s, cancels it then, and treats
a failure as a fault of that EVSE, whatever the driver raised: a cancellation of its own is a
failure, too. What a call returns is checked; what can't be (a register that is no number, a pilot
in no state) is a failure as well, and a reading's other values are left out where they are none.

A fault that the station has found so is its own to clear: every 10 s it looks again, and the fault
goes once the contactor is seen to open, the lock moves (to and fro while a vehicle is plugged in),
the meter shows a register, or the pilot can be read and set. What the driver itself has raised
stands until the driver clears it.

A method that is no coroutine function says what it is: it returns at once (`at_once`), or it blocks
and goes into a thread (`in_thread`).

What not all hardware has is known by its presence: a meter that says what it measures
(`MeasuringMeter`), one that signs (`SigningMeter`), a meter of the whole station
(`MeteredStation`), a socket that reads what its cable bears (`CableSensor`), a sensor in the
parking bay (`BaySensor`), a contactor that can be tried without a vehicle (`ContactorTrial`), one
that connects one phase or three (`PhaseSwitch`), a DC charger that knows the highest voltage that
it has (`VoltageBound`), or takes a limit in watts (`PowerOffer`), an
EVSE that speaks ISO 15118 with vehicles (`TalkingEvse`), what installs firmware
(`UpdatableStation`).

The station makes one call at a time for each EVSE, with one exception: `open_contactor` comes at
once when energy may not flow any more, whatever call is under way, `close_contactor` too, and
others may come before it returns. It has to open then, and the call to close may return or raise
as it likes.

Hardware speaks through the sink that `start` was given, from any thread. What it says is checked:
an event that names an EVSE or a connector that does not exist, or a token that is none, is refused
and logged; a fault counts, however it is worded.

Units are SI and OCPP's own: watt-hours, watts, amperes, volts, percent. Currents and voltages are
tuples with one value a phase.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from pilotwire.hal.metering import (
    AnyUnit,
    Location,
    MainMeter,
    Measurand,
    Measured,
    MeasuringMeter,
    MeterReading,
    Phase,
    Quantity,
    ReadingContext,
    SignedReading,
    SigningMeter,
    Unit,
)
from pilotwire.hal.plain import at_once, in_thread
from pilotwire.hal.talk import (
    AcNeeds,
    DcNeeds,
    EnergyTransfer,
    NeedsTold,
    OfferedSchedule,
    PowerStep,
    ScheduleChosen,
    TalkingEvse,
    VehicleTalks,
)
from pilotwire.hal.updating import BadImageError, FirmwareState, Updater
from pilotwire.ocpp.words import OwnWord

__all__ = [
    "WHOLE_STATION",
    "AcNeeds",
    "AnyEvse",
    "AnyFaultCode",
    "AnyTokenKind",
    "AnyUnit",
    "BadImageError",
    "BayChanged",
    "BaySensor",
    "CableSensor",
    "ConnectorHardware",
    "ConnectorKind",
    "ContactorTrial",
    "DcNeeds",
    "EnergyTransfer",
    "EventSink",
    "EvseHardware",
    "ExternalLimitChanged",
    "FaultCleared",
    "FaultCode",
    "FaultRaised",
    "FirmwareState",
    "HardwareError",
    "HardwareEvent",
    "Location",
    "MainMeter",
    "Measurand",
    "Measured",
    "MeasuringMeter",
    "MeterReading",
    "MeteredStation",
    "MultiConnectorEvse",
    "NeedsTold",
    "OfferedSchedule",
    "OwnWord",
    "Phase",
    "PhaseSwitch",
    "PilotChanged",
    "PilotState",
    "PlugChanged",
    "PowerOffer",
    "PowerStep",
    "Quantity",
    "ReadingContext",
    "ScheduleChosen",
    "SignedReading",
    "SigningMeter",
    "StationHardware",
    "TalkingEvse",
    "TokenKind",
    "TokenPresented",
    "Unit",
    "UpdatableStation",
    "Updater",
    "VehicleTalks",
    "VoltageBound",
    "at_once",
    "in_thread",
]


WHOLE_STATION = 0
"""The number that stands for the station as a whole where one of an EVSE is expected."""


class HardwareError(OSError):
    """A piece of hardware did not do what it was told; the text says which and why."""


class PilotState(StrEnum):
    """The states of the Control Pilot conductor, IEC 61851-1 Annex A."""

    A = "A"
    """No vehicle is connected."""
    B = "B"
    """A vehicle is connected and does not ask for energy."""
    C = "C"
    """A vehicle is connected and asks for energy."""
    D = "D"
    """As C, and the vehicle wants ventilation."""
    E = "E"
    """The pilot is shorted, by the vehicle or its cable: trouble in communication with the vehicle,
    and no fault. No energy is offered while it lasts, nor for a while after: 2 s, and twice as long
    each time that the same vehicle has it again, up to an hour.
    """
    F = "F"
    """The EVSE is not available: a fault."""

    @property
    def connected(self) -> bool:
        """Whether a vehicle is on the cable."""
        return self in {PilotState.B, PilotState.C, PilotState.D}

    @property
    def wants_energy(self) -> bool:
        """Whether the vehicle asks for energy."""
        return self in {PilotState.C, PilotState.D}


class ConnectorKind(StrEnum):
    """The plug or socket of a connector, in the words of OCPP's ConnectorEnumType."""

    TYPE2_SOCKET = "sType2"
    TYPE2_CABLE = "cType2"
    TYPE1_CABLE = "cType1"
    CCS2_CABLE = "cCCS2"
    CCS1_CABLE = "cCCS1"


class FaultCode(StrEnum):
    """What can be wrong with an EVSE, or with the whole station.

    Most are faults: no energy flows while one stands, and a transaction ends. `is_warning` tells
    which are told beside whatever the connector is at, since it can charge, or soon can again (1.6
    4.9).

    The words are OCPP 2.1's where it has any: of why a transaction stopped (ReasonEnumType), or of
    the component that failed (Part 2 appendices). A maker may raise codes of their own, each an
    `OwnWord`; they are told as any other, and say nothing to a CSMS that does not know them.
    """

    GROUND_FAULT = "GroundFault"
    """Current flows to earth: the residual current device has tripped."""
    OVERCURRENT_FAULT = "OvercurrentFault"
    """More current flows than was offered, or than the cable bears."""
    OVER_VOLTAGE = "OverVoltage"
    """The grid's voltage is too high."""
    UNDER_VOLTAGE = "UnderVoltage"
    """The grid's voltage is too low."""
    POWER_QUALITY = "PowerQuality"
    """The grid is not as it must be in another way."""
    EMERGENCY_STOP = "EmergencyStop"
    """The emergency stop button was pressed."""
    HIGH_TEMPERATURE = "HighTemperature"
    """Something is too hot."""
    CONTACTOR = "PowerContactor"
    """The contactor does not do as it is told; it may be closed."""
    LOCK = "ConnectorPlugRetentionLock"
    """The lock of a plug does not do as it is told."""
    METER = "FiscalMetering"
    """The meter can't be read."""
    PILOT = "CPPWMController"
    """The Control Pilot can't be read or set."""
    PILOT_STATE = "ControlPilot"
    """The Control Pilot is in state F. The station finds this by itself in `PilotChanged`."""
    EV_COMMUNICATION = "EVCommunication"
    """The vehicle does not answer, or not as it must: a warning. Energy is withheld while it
    stands, and the transaction goes on. The station finds this by itself where `PilotChanged` tells
    of state E.
    """
    TOKEN_READER = "TokenReader"  # noqa: S105 -- a component
    """The reader of tokens does not work: a warning."""
    WEAK_SIGNAL = "WeakSignal"
    """The mobile or wireless network is hardly received: a warning."""
    CONTROLLER = "Controller"
    """The controller, or its software, does not work as it must."""
    OTHER = "Other"
    """Something else; the information says what."""

    @property
    def is_warning(self) -> bool:
        """Whether it ends no transaction, and leaves the status as it is."""
        return self in {FaultCode.EV_COMMUNICATION, FaultCode.TOKEN_READER, FaultCode.WEAK_SIGNAL}


class TokenKind(StrEnum):
    """What identifies a person, in the words of OCPP's IdTokenEnumType."""

    CENTRAL = "Central"
    DIRECT_PAYMENT = "DirectPayment"
    EMAID = "eMAID"
    EVCCID = "EVCCID"
    ISO14443 = "ISO14443"
    """A card of radio frequency."""
    ISO15693 = "ISO15693"
    """One that is read from further away."""
    KEY_CODE = "KeyCode"
    LOCAL = "Local"
    MAC_ADDRESS = "MacAddress"
    NO_AUTHORIZATION = "NoAuthorization"
    """Nobody needs to be identified: a button was pressed. The token is empty."""
    VIN = "VIN"


AnyFaultCode: TypeAlias = FaultCode | OwnWord
"""One that is known here, or the maker's own: `OwnWord("Flooded")`."""

AnyTokenKind: TypeAlias = TokenKind | OwnWord
"""A kind of token that the standard lists, or one that a CSMS of 2.1 has agreed on besides, of at
most 20 characters. 2.0.1 says Local for the latter, and 1.6 tells of no kind at all."""


@dataclass(frozen=True, slots=True)
class PilotChanged:
    """The Control Pilot of a connector went to another state."""

    evse_id: int
    state: PilotState
    connector_id: int = 1


@dataclass(frozen=True, slots=True)
class PlugChanged:
    """A plug was put into a socket, or taken out of it, whether a vehicle is at its other end or
    not. What is taken out is no vehicle's any more, whatever the pilot says.

    For sockets whose hardware sees the plug (by its proximity contact): a cable that a driver has
    left behind keeps the connector occupied. Without it, a plug is known of while the pilot shows a
    vehicle, and while it is locked.
    """

    evse_id: int
    plugged: bool
    connector_id: int = 1


@dataclass(frozen=True, slots=True)
class BayChanged:
    """Something, a vehicle probably, has come into the parking bay of an EVSE, or has left it; told
    by an EVSE with a `BaySensor`.
    """

    evse_id: int
    occupied: bool


@dataclass(frozen=True, slots=True)
class TokenPresented:
    """A person identified themselves: a card was held to a reader, a code was typed in.

    `token` has 1 to 36 characters. `evse_id` is None, or `WHOLE_STATION`, where one reader serves
    them all. `additional` is what is known of it besides, as pairs of a kind (at most 50
    characters) and a text (at most 36), 10 of them at most: OCPP's AdditionalInfoType.
    """

    token: str
    kind: AnyTokenKind = TokenKind.ISO14443
    evse_id: int | None = None
    additional: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FaultRaised:
    """Something is wrong with an EVSE, or with the whole station (`WHOLE_STATION`).

    The contactors concerned have been ordered to open when the event loop comes round next, unless
    it is a warning that leaves them alone (`FaultCode.is_warning`).

    Several faults can stand at a time, one of each code; the same code again only tells newer
    `info`.
    """

    evse_id: int
    code: AnyFaultCode
    info: str = ""


@dataclass(frozen=True, slots=True)
class FaultCleared:
    """The fault with this code is gone; the others that were raised stand.

    A station finds faults by itself, too (of `FaultCode.CONTACTOR`, say, when the contactor does
    not answer): those go once it does, and can be cleared in this way before.
    """

    evse_id: int
    code: AnyFaultCode


@dataclass(frozen=True, slots=True)
class ExternalLimitChanged:
    """Somebody else than the CSMS allows an EVSE, or the whole station (`WHOLE_STATION`), so many
    amperes a phase, and no more (K11, K12); None: whatever it likes, again.

    For an input of the grid's operator, or an energy manager on a bus. What was said stands until
    something else is said: one that stands at the start is told before the pilots are. `source`
    says who it is: "EMS", "SO" (the operator of the grid), "Other", or another word of at most 20
    characters; each has a limit of its own, and the lowest counts. `critical` tells whether the
    grid depends on it, as far as that is known.
    """

    evse_id: int
    limit_a: float | None
    source: str = "EMS"
    critical: bool | None = None


HardwareEvent = (
    PilotChanged
    | PlugChanged
    | BayChanged
    | TokenPresented
    | FaultRaised
    | FaultCleared
    | VehicleTalks
    | NeedsTold
    | ScheduleChosen
    | ExternalLimitChanged
)
EventSink = Callable[[HardwareEvent], None]


class ConnectorHardware(Protocol):
    """One plug or socket: its pilot, its lock, and the contactor that connects it."""

    @property
    def kind(self) -> ConnectorKind:
        """What the connector is."""
        ...

    async def pilot_state(self) -> PilotState:
        """Read the Control Pilot: after a lock or the pilot has failed, to see what is so."""
        ...

    async def offer_current(self, amperes: float) -> None:
        """Tell the vehicle how much it may draw a phase; 0 offers nothing (no PWM on the pilot).

        Told again while current is offered, the offer becomes another.
        """
        ...

    async def close_contactor(self) -> None:
        """Connect the outlet to the mains; returns when the contactor is seen to be closed."""
        ...

    async def open_contactor(self) -> None:
        """Disconnect the outlet; returns when the contactor is seen to be open.

        It may come while any other call is under way, and is never made to wait.
        """
        ...

    async def lock_connector(self) -> None:
        """Hold the plug; without effect where the cable is fixed."""
        ...

    async def unlock_connector(self) -> None:
        """Release the plug; without effect where the cable is fixed."""
        ...


class CableSensor(Protocol):
    """What a socket has besides that reads what a cable bears, by the resistor in its plug (IEC
    61851-1 Annex B). Optional: known by its property, of a `ConnectorHardware`.
    """

    @property
    def cable_current_a(self) -> float | None:
        """What the cable in the socket bears, in amperes a phase: no more is offered. None without
        a cable.

        It is asked for whenever current is offered, and answers at once. It raises where there is a
        cable that does not say what it bears: nothing is offered then, and that is a fault, as is a
        cable that bears less than 6 A.
        """
        ...


class ContactorTrial(Protocol):
    """What a connector has besides that closes its contactor for vehicles alone. Optional: known by
    its method; a station does not use it, but who tests the hardware.
    """

    async def try_contactor(self, seconds: float) -> None:
        """Close the contactor without a vehicle for so many seconds, and open it again.

        Raises:
            HardwareError: a vehicle is there, or has come meanwhile; or the contactor does not
                move. It is open, or as near to it as it can be.
        """
        ...


class PowerOffer(Protocol):
    """What a connector with direct current has besides that takes a limit of its power. Optional:
    known by its method. Without it, a limit in watts becomes one in amperes, by `VoltageBound`.
    """

    async def offer_power(self, watts: float) -> None:
        """Deliver at most so many watts, and no more amperes than `offer_current` says.

        Told before each offer; 0 goes with an offer of nothing.
        """
        ...


class _Metered(Protocol):
    """What the connectors of an EVSE have in common."""

    @property
    def phases(self) -> int:
        """How many phases are wired: 1 or 3 (1 for DC); else the station refuses to be made."""
        ...

    @property
    def max_current_a(self) -> float:
        """The most that the EVSE may offer, in amperes a phase: 6 or more, for DC more than 0.

        It may change with the time; what can't be is refused at the start, and a fault later.
        """
        ...

    async def read_meter(self) -> MeterReading:
        """Read all of the meter at one instant."""
        ...


class EvseHardware(ConnectorHardware, _Metered, Protocol):
    """One EVSE: contactor, pilot, lock and meter of an outlet for one vehicle at a time."""


class MultiConnectorEvse(_Metered, Protocol):
    """An EVSE with several connectors, of which one at a time is used: a socket and a cable, say.

    It is known by its `connectors`. The meter counts for all of them.
    """

    @property
    def connectors(self) -> Sequence[ConnectorHardware]:
        """The connectors, one at least; the first one is connector 1."""
        ...


class BaySensor(Protocol):
    """What an EVSE has besides where its parking bay is watched: its changes are `BayChanged`."""

    @property
    def has_bay_sensor(self) -> bool:
        """Whether it does. An EVSE that does not say so has none."""
        ...


class PhaseSwitch(Protocol):
    """What an EVSE of three phases has besides that can leave two of them out. Optional: known by
    `phases_switchable`.

    A vehicle must not see phases come or go while it charges: the station withdraws the offer, has
    the contactor opened, waits for `phase_pause_s`, and only then calls.
    """

    @property
    def phases_switchable(self) -> bool:
        """Whether it can. An EVSE that does not say so can't."""
        ...

    @property
    def phase_pause_s(self) -> float:
        """For how long nothing is offered before, in seconds: so much as vehicles need to take it
        for a new beginning; 0 to 300.
        """
        ...

    async def use_phases(self, count: int) -> None:
        """Connect so many phases when the contactor closes next: 1 or 3. It is told before the
        first offer, too.

        Raises:
            HardwareError: the switch does not move, or energy flows.
        """
        ...


class VoltageBound(Protocol):
    """What an EVSE with direct current has besides that knows how high its voltage can become.
    Optional: known by its property.
    """

    @property
    def max_voltage_v(self) -> float:
        """The highest voltage that it delivers: by it, a limit of what is taken from the grid
        becomes one of the current at the plug. Without it, that is 1500 V.
        """
        ...


AnyEvse = EvseHardware | MultiConnectorEvse


class StationHardware(Protocol):
    """A whole charger."""

    @property
    def evses(self) -> Sequence[AnyEvse]:
        """The EVSEs; the first one is EVSE 1."""
        ...

    async def start(self, sink: EventSink) -> None:
        """Begin to work: contactors open, then report every change to `sink`.

        What is so already is reported first: faults, pilots that are not in state A, plugs, and
        each bay that is watched, occupied or not.
        """
        ...

    async def stop(self) -> None:
        """Open all contactors and let go of the hardware; nothing is reported any more."""
        ...

    async def reboot(self) -> None:
        """Restart the controller. On a real one the process ends here; where it can return, it has
        gone through the same: contactors open, pilots read anew."""
        ...


class MeteredStation(Protocol):
    """A charger with a meter of its own, besides those of the EVSEs. Optional: known by its
    property.
    """

    @property
    def main_meter(self) -> MainMeter | None:
        """The meter of the whole station."""
        ...


class UpdatableStation(Protocol):
    """A charger that can be given other firmware. Optional: known by its property."""

    @property
    def updater(self) -> Updater | None:
        """What installs it."""
        ...
