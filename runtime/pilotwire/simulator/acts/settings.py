"""What is set: variables, time, limits."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictFloat

from pilotwire.simulator.acts.base import (
    Act,
    Amperes,
    AnyPlace,
    EvseId,
)
from pilotwire.station.vocabulary import Attribute

__all__ = ["Clock", "ExternalLimit", "Limit", "SetVariable", "Speed"]


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
