"""What drivers do with vehicles and cards, and what is done at the charger."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictFloat

from pilotwire.hal.interfaces import TokenKind
from pilotwire.simulator.acts.base import (
    LONGEST_TOKEN,
    Act,
    Amperes,
    AnyPlace,
    ConnectorId,
    EvseId,
    Percent,
    Seconds,
    Words,
)
from pilotwire.station.vocabulary import Reason

__all__ = [
    "Aim",
    "Depart",
    "DriveIn",
    "DriveOut",
    "LeavePlug",
    "Pause",
    "PlugIn",
    "Priority",
    "Resume",
    "Start",
    "Stop",
    "Swipe",
    "Unplug",
    "Vehicle",
]


class Vehicle(Words):
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
