"""What goes wrong: faults, broken parts, the network, the power."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool

from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import Mishap
from pilotwire.simulator.acts.base import (
    Act,
    AnyPlace,
    EvseId,
    Seconds,
)

__all__ = [
    "Break",
    "ClearFault",
    "Mend",
    "Offline",
    "Online",
    "PowerCut",
    "PowerOn",
    "RaiseFault",
    "Restart",
    "ServiceButton",
]


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
