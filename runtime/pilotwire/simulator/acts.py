"""What a tester can do to a simulated charger: one vocabulary for the prompt, the HTTP API, its
clients, scenarios and the page.

    act = PlugIn(evse=1, vehicle=Vehicle(soc=20))
    await charger.do(act)

An act is plain data: `act.model_dump_json()` is what goes over the wire, `read_act` reads it back,
and the docstrings here are what the API's description and the prompt's help say.

EVSEs are numbered from 1 on, as are the connectors of each; 0 stands for the whole station where
an act says so. Seconds are the station's: at speed 60, one passes in a sixtieth of a second.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Final, Literal, TypeAlias, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StrictBool,
    StrictFloat,
    StrictInt,
    TypeAdapter,
    ValidationError,
)

from pilotwire.hal.interfaces import FaultCode, TokenKind
from pilotwire.hal.simulated import Mishap
from pilotwire.simulator.errors import ActError
from pilotwire.station.vocabulary import Attribute, Reason

__all__ = [
    "ACTS",
    "Act",
    "Aim",
    "AnyAct",
    "Break",
    "ClearFault",
    "Clock",
    "DataTransfer",
    "Depart",
    "DriveIn",
    "DriveOut",
    "ExternalLimit",
    "LeavePlug",
    "Limit",
    "Mend",
    "Offline",
    "Online",
    "Pause",
    "PlugIn",
    "PowerCut",
    "PowerOn",
    "Priority",
    "RaiseFault",
    "Restart",
    "Resume",
    "SecurityEvent",
    "Send",
    "ServiceButton",
    "SetVariable",
    "Speed",
    "Start",
    "Stop",
    "Swipe",
    "Unplug",
    "Vehicle",
    "read_act",
]

EvseId: TypeAlias = Annotated[StrictInt, Field(ge=1, le=1000)]
AnyPlace: TypeAlias = Annotated[StrictInt, Field(ge=0, le=1000)]
"""An EVSE, or 0: the whole station."""
ConnectorId: TypeAlias = Annotated[StrictInt, Field(ge=1, le=10)]
Amperes: TypeAlias = Annotated[StrictFloat, Field(ge=0, le=10_000)]
Percent: TypeAlias = Annotated[StrictFloat, Field(ge=0, le=100)]
Seconds: TypeAlias = Annotated[StrictFloat, Field(ge=0, le=366 * 86_400)]

LONGEST_TOKEN: Final = 255


class _Words(BaseModel):
    # Numbers and flags are strict: a text is none.
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )


class Vehicle(_Words):
    """An electric vehicle, as it comes to the charger."""

    battery_kwh: Annotated[StrictFloat, Field(gt=0, le=10_000)] = 60.0
    """What its battery holds, in kWh."""
    soc: Percent = 40.0
    """How full it is, in percent."""
    target_soc: Annotated[StrictFloat, Field(gt=0, le=100)] = 100.0
    """From which state of charge on it does not ask any more, in percent."""
    phases: Literal[1, 2, 3] = 3
    """How many phases its on-board charger uses."""
    max_current_a: Annotated[StrictFloat, Field(ge=6, le=10_000)] = 16.0
    """What its on-board charger takes at most, in amperes a phase."""
    min_current_a: Annotated[StrictFloat, Field(ge=6, le=10_000)] = 6.0
    """With less on offer it does not charge, in amperes a phase."""
    max_dc_current_a: Annotated[StrictFloat, Field(gt=0, le=10_000)] = 250.0
    """What its battery takes at most from a DC charger, in amperes."""
    cable_a: Annotated[StrictFloat, Field(ge=6, le=10_000)] | None = 32.0
    """What its driver's cable bears at a socket, in amperes; none for one that does not say so."""
    ventilation: StrictBool = False
    """Whether it wants the place to be ventilated (pilot state D)."""
    max_discharge_a: Amperes = 0.0
    """What it can give back at most, in amperes a phase; 0 if it can't."""
    reserve_soc: Percent = 20.0
    """Below which state of charge it gives nothing back, in percent."""
    iso15118: StrictBool = False
    """Whether it speaks ISO 15118: it tells what it needs, and takes a schedule."""
    departs_in_s: Seconds | None = None
    """In how many seconds its driver wants to leave, as it tells by ISO 15118."""


class Act(_Words):
    """What all acts have in common."""

    WORD: ClassVar[str] = ""
    """What the act is called at the prompt."""
    PLACES: ClassVar[tuple[str, ...]] = ()
    """The fields that the prompt takes in this order without their names."""


# Vehicles and people.


class PlugIn(Act):
    """Plug a vehicle in."""

    WORD: ClassVar[str] = "plug"
    PLACES: ClassVar[tuple[str, ...]] = ("evse",)
    act: Literal["plug_in"] = "plug_in"
    evse: EvseId = 1
    connector: ConnectorId = 1
    vehicle: Vehicle = Vehicle()


class Unplug(Act):
    """Pull the plug; one that is locked only by force."""

    WORD: ClassVar[str] = "unplug"
    PLACES: ClassVar[tuple[str, ...]] = ("evse",)
    act: Literal["unplug"] = "unplug"
    evse: EvseId = 1
    connector: ConnectorId = 1
    force: StrictBool = False
    """Tear it out, locked or not, like one who drives away with the cable in."""


class LeavePlug(Act):
    """Pull the cable at the vehicle: its plug stays in the socket until it is unplugged."""

    WORD: ClassVar[str] = "leave"
    PLACES: ClassVar[tuple[str, ...]] = ("evse",)
    act: Literal["leave_plug"] = "leave_plug"
    evse: EvseId = 1
    connector: ConnectorId = 1


class Depart(Act):
    """Leave, whatever is in the battery: the vehicle ceases to ask, the cable is pulled there,
    and then at the socket, once the station releases it.
    """

    WORD: ClassVar[str] = "depart"
    PLACES: ClassVar[tuple[str, ...]] = ("evse",)
    act: Literal["depart"] = "depart"
    evse: EvseId = 1
    connector: ConnectorId = 1
    patience: Seconds = 60.0
    """How many seconds the driver waits for the plug before the cable is left behind."""


class Pause(Act):
    """Have the vehicle cease to charge for now, as by its timer (the pilot goes to B)."""

    WORD: ClassVar[str] = "pause"
    PLACES: ClassVar[tuple[str, ...]] = ("evse",)
    act: Literal["pause"] = "pause"
    evse: EvseId = 1
    connector: ConnectorId = 1


class Resume(Act):
    """Have the vehicle charge again."""

    WORD: ClassVar[str] = "resume"
    PLACES: ClassVar[tuple[str, ...]] = ("evse",)
    act: Literal["resume"] = "resume"
    evse: EvseId = 1
    connector: ConnectorId = 1


class Aim(Act):
    """Have the vehicle charge to another state of charge, or leave at another time."""

    WORD: ClassVar[str] = "aim"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "soc")
    act: Literal["aim"] = "aim"
    evse: EvseId = 1
    connector: ConnectorId = 1
    soc: Annotated[StrictFloat, Field(gt=0, le=100)] | None = None
    """Until when it charges, in percent; none leaves that as it is."""
    departs_in_s: Seconds | None = None
    """In how many seconds its driver wants to leave; it tells so by ISO 15118, which it must
    speak.
    """


class Swipe(Act):
    """Hold a card to the reader."""

    WORD: ClassVar[str] = "card"
    PLACES: ClassVar[tuple[str, ...]] = ("token", "evse")
    act: Literal["swipe"] = "swipe"
    token: Annotated[str, Field(min_length=1, max_length=LONGEST_TOKEN)]
    """What the card says."""
    evse: AnyPlace = 0
    """Whose reader it is; 0 is the one that all EVSEs have in common."""
    kind: TokenKind = TokenKind.ISO14443
    """What kind of token it is."""


class Start(Act):
    """Begin a session by a button of the charger, without asking anybody (C02)."""

    WORD: ClassVar[str] = "start"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "token")
    act: Literal["start"] = "start"
    evse: EvseId = 1
    token: Annotated[str, Field(min_length=1, max_length=LONGEST_TOKEN)] | None = None
    """For whom; none is told as NoAuthorization."""


class Stop(Act):
    """End the session by a button of the charger (E06)."""

    WORD: ClassVar[str] = "stop"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "reason")
    act: Literal["stop"] = "stop"
    evse: EvseId = 1
    reason: Reason = Reason.LOCAL
    """What the CSMS is told."""


class Priority(Act):
    """Let the transaction charge with priority, as its driver wants it, or no longer (2.1 K22)."""

    WORD: ClassVar[str] = "priority"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "activate")
    act: Literal["priority"] = "priority"
    evse: EvseId = 1
    activate: StrictBool = True


class DriveIn(Act):
    """Drive something into the parking bay, which its sensor tells, if there is one."""

    WORD: ClassVar[str] = "drive-in"
    PLACES: ClassVar[tuple[str, ...]] = ("evse",)
    act: Literal["drive_in"] = "drive_in"
    evse: EvseId = 1


class DriveOut(Act):
    """Leave the parking bay."""

    WORD: ClassVar[str] = "drive-out"
    PLACES: ClassVar[tuple[str, ...]] = ("evse",)
    act: Literal["drive_out"] = "drive_out"
    evse: EvseId = 1


# What goes wrong.


class RaiseFault(Act):
    """Raise a fault, or a warning, beside those that stand."""

    WORD: ClassVar[str] = "fault"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "code")
    act: Literal["fault"] = "fault"
    evse: AnyPlace = 1
    """Where; 0 is the whole station."""
    code: FaultCode = FaultCode.OTHER
    """What is wrong."""
    info: Annotated[str, Field(max_length=200)] = ""
    """What else is to be said of it."""


class ClearFault(Act):
    """End a fault that was raised here, or all of them."""

    WORD: ClassVar[str] = "clear"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "code")
    act: Literal["clear_fault"] = "clear_fault"
    evse: AnyPlace = 1
    """Where; 0 is the whole station."""
    code: FaultCode | None = None
    """Which one; none is all of them."""


class Break(Act):
    """Let a part of the charger break, so that the station has to find out."""

    WORD: ClassVar[str] = "break"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "what")
    act: Literal["break"] = "break"
    evse: AnyPlace = 1
    """Where; 0 is the whole station, for a brown-out or the common reader."""
    what: Mishap
    """What happens."""


class Mend(Act):
    """Mend what is broken."""

    WORD: ClassVar[str] = "mend"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "what")
    act: Literal["mend"] = "mend"
    evse: AnyPlace = 1
    """Where; 0 is the whole station."""
    what: Mishap | None = None
    """What of it; none is all that is broken there."""


class ServiceButton(Act):
    """Press the service button: all faults are gone, those too that the station has found."""

    WORD: ClassVar[str] = "service"
    PLACES: ClassVar[tuple[str, ...]] = ("evse",)
    act: Literal["service_button"] = "service_button"
    evse: EvseId = 1


class Offline(Act):
    """Take the network away: connections break, and no new one can be opened."""

    WORD: ClassVar[str] = "offline"
    PLACES: ClassVar[tuple[str, ...]] = ("seconds",)
    act: Literal["offline"] = "offline"
    seconds: Seconds | None = None
    """For how long; none is until `online`."""
    silent: StrictBool = False
    """Let no connection break: what is said on it is lost, and neither end is told so."""


class Online(Act):
    """Give the network back; connections that were silent break."""

    WORD: ClassVar[str] = "online"
    act: Literal["online"] = "online"


class PowerCut(Act):
    """Cut the power: contactors open, connections are gone without a word, and what is not on disk
    is lost. The vehicles stay on their cables.
    """

    WORD: ClassVar[str] = "power-cut"
    PLACES: ClassVar[tuple[str, ...]] = ("seconds",)
    act: Literal["power_cut"] = "power_cut"
    seconds: Seconds | None = 10.0
    """For how long; none is until `power_on`."""


class PowerOn(Act):
    """Give the power back."""

    WORD: ClassVar[str] = "power-on"
    act: Literal["power_on"] = "power_on"


class Restart(Act):
    """Switch the station off in good order, and on again: transactions end first."""

    WORD: ClassVar[str] = "restart"
    act: Literal["restart"] = "restart"


# Settings.


class SetVariable(Act):
    """Set a variable of the station, or a configuration key of 1.6. It is done as at the station's
    service display: what the CSMS may only read can be set, too; what the station finds out by
    itself can't.
    """

    WORD: ClassVar[str] = "set"
    PLACES: ClassVar[tuple[str, ...]] = ("name", "value")
    act: Literal["set"] = "set"
    name: Annotated[str, Field(min_length=1, max_length=200)]
    """`Component.Variable`, with an instance in brackets: "TxCtrlr.EVConnectionTimeOut",
    "OCPPCommCtrlr.MessageTimeout[Default]"; of an EVSE or a connector with its number:
    "EVSE.1.Power". A name without a point is a key of 1.6: "ConnectionTimeOut".
    """
    value: Annotated[str, Field(max_length=10_000)]
    """The new value, as OCPP writes it: lists with commas."""
    attribute: Attribute = Attribute.ACTUAL
    """Which attribute of a variable."""


class Speed(Act):
    """Let time pass so many times as fast, for the whole simulator."""

    WORD: ClassVar[str] = "speed"
    PLACES: ClassVar[tuple[str, ...]] = ("factor",)
    act: Literal["speed"] = "speed"
    factor: Annotated[StrictFloat, Field(ge=1, le=10_000)]
    """1 is real time."""


class Clock(Act):
    """Have the station's own clock be wrong when it starts next, until the CSMS sets it."""

    WORD: ClassVar[str] = "clock"
    PLACES: ClassVar[tuple[str, ...]] = ("offset_s",)
    act: Literal["clock"] = "clock"
    offset_s: Annotated[StrictFloat, Field(ge=-1e9, le=1e9)] | None = 0.0
    """By how many seconds it is ahead; none is a clock without a battery, which does not know."""


class Limit(Act):
    """Let an EVSE offer no more, as the charger's own application may."""

    WORD: ClassVar[str] = "limit"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "amperes")
    act: Literal["limit"] = "limit"
    evse: EvseId = 1
    amperes: Amperes | None = None
    """In amperes a phase; none is as many as the hardware can."""


class ExternalLimit(Act):
    """Let somebody else than the CSMS limit the station or an EVSE: an energy manager, the grid's
    operator (K11, K12).
    """

    WORD: ClassVar[str] = "external"
    PLACES: ClassVar[tuple[str, ...]] = ("evse", "amperes")
    act: Literal["external_limit"] = "external_limit"
    evse: AnyPlace = 0
    """What is limited; 0 is the whole station."""
    amperes: Amperes | None = None
    """In amperes a phase; none is no limit any more."""
    source: Annotated[str, Field(min_length=1, max_length=20)] = "EMS"
    """Who limits, in the words of ChargingLimitSourceEnumStringType: EMS, SO, Other."""
    critical: StrictBool | None = None
    """Whether the grid depends on it; none if that is not said."""


# Messages.


class SecurityEvent(Act):
    """Something that concerns security happens (A04)."""

    WORD: ClassVar[str] = "security"
    PLACES: ClassVar[tuple[str, ...]] = ("event",)
    act: Literal["security_event"] = "security_event"
    event: Annotated[str, Field(min_length=1, max_length=50)]
    """Which event: "TamperDetectionActivated"."""
    info: Annotated[str, Field(max_length=255)] | None = None


class DataTransfer(Act):
    """Send a vendor's message (P02), and wait for the answer."""

    WORD: ClassVar[str] = "data"
    PLACES: ClassVar[tuple[str, ...]] = ("vendor_id", "message_id", "data")
    act: Literal["data_transfer"] = "data_transfer"
    vendor_id: Annotated[str, Field(min_length=1, max_length=255)]
    message_id: Annotated[str, Field(max_length=50)] | None = None
    data: JsonValue = None


class Send(Act):
    """Send a message of your own, in the words of the version that is spoken, and wait for the
    answer. The station does not know of it: it tells of nothing that is so.
    """

    WORD: ClassVar[str] = "send"
    PLACES: ClassVar[tuple[str, ...]] = ("action", "payload")
    act: Literal["send"] = "send"
    action: Annotated[str, Field(min_length=1, max_length=50)]
    """Which message: "Heartbeat"."""
    payload: dict[str, JsonValue] = {}
    """What is in it, as the schema has it."""


AnyAct: TypeAlias = (
    PlugIn
    | Unplug
    | LeavePlug
    | Depart
    | Pause
    | Resume
    | Aim
    | Swipe
    | Start
    | Stop
    | Priority
    | DriveIn
    | DriveOut
    | RaiseFault
    | ClearFault
    | Break
    | Mend
    | ServiceButton
    | Offline
    | Online
    | PowerCut
    | PowerOn
    | Restart
    | SetVariable
    | Speed
    | Clock
    | Limit
    | ExternalLimit
    | SecurityEvent
    | DataTransfer
    | Send
)
"""Any of them; the field `act` says which."""

ACTS: Final[Mapping[str, type[Act]]] = MappingProxyType(
    {kind.model_fields["act"].default: kind for kind in get_args(AnyAct)}
)
"""All acts, by what `act` says."""

_READER: Final[TypeAdapter[AnyAct]] = TypeAdapter(Annotated[AnyAct, Field(discriminator="act")])


def read_act(data: object) -> AnyAct:
    """The act that a document says: what `json.loads` or `tomllib.loads` made of one.

    Raises:
        ActError: there is no such act, or it can't be as it is said; `where` names the field.
    """
    try:
        return _READER.validate_python(data)
    except ValidationError as error:
        fault, *more = error.errors(include_url=False, include_input=False)
        if fault["type"].startswith("union_tag"):
            raise ActError(f"it is one of {', '.join(ACTS)}", "act") from None
        where = ".".join(str(step) for step in fault["loc"])
        others = f" (and {len(more)} more)" if more else ""
        raise ActError(f"{fault['msg']}{others}", where) from None
