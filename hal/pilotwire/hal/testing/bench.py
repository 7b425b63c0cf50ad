"""What a test can do to hardware from outside, in small parts, each optional: a bench.

A bench is any object; what it can do is known by its methods. `evse_id` and `connector_id` count
from 1. What acts is awaited, and has acted when it returns; the hardware may take a second more to
notice. A real charger on a table can have one, too: a relay that stands for a vehicle, a meter
clamp on the outlet.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from pilotwire.hal.interfaces import FaultCode, PilotState, StationHardware, Updater

__all__ = [
    "BayBench",
    "CableBench",
    "ContactorBench",
    "FaultBench",
    "LoadBench",
    "LockBench",
    "Maker",
    "OfferBench",
    "OutputBench",
    "PlugBench",
    "Subject",
    "TalkBench",
    "TokenBench",
    "UpdateBench",
    "VehicleBench",
]


@runtime_checkable
class VehicleBench(Protocol):
    """Has something that stands for a vehicle."""

    async def vehicle(self, state: PilotState, evse_id: int = 1, connector_id: int = 1) -> None:
        """Let there be no vehicle (A), one that does not ask for energy (B), or one that does (C).

        It asks only while current is offered to it.
        """
        ...


@runtime_checkable
class OutputBench(Protocol):
    """Sees the outlets."""

    def live(self, evse_id: int = 1, connector_id: int = 1) -> bool:
        """Whether an outlet is connected to the mains."""
        ...


@runtime_checkable
class OfferBench(Protocol):
    """Sees the pilot as a vehicle does."""

    def offered(self, evse_id: int = 1, connector_id: int = 1) -> float:
        """What is offered, in amperes a phase; 0 where the pilot has no PWM."""
        ...


@runtime_checkable
class LockBench(Protocol):
    """Sees the locks."""

    def locked(self, evse_id: int = 1, connector_id: int = 1) -> bool:
        """Whether the bolt is where it holds a plug."""
        ...


@runtime_checkable
class ContactorBench(Protocol):
    """Can break a contactor."""

    async def weld(self, evse_id: int = 1, connector_id: int = 1) -> None:
        """Weld the contacts, which are closed now: they stay so."""
        ...

    async def burn_out(self, evse_id: int = 1, connector_id: int = 1) -> None:
        """Let the coil burn out: the contacts do not close any more."""
        ...


@runtime_checkable
class FaultBench(Protocol):
    """Can cause faults that the hardware sees by itself."""

    @property
    def faults(self) -> Collection[FaultCode]:
        """Which."""
        ...

    async def fail(self, code: FaultCode, evse_id: int = 1) -> None:
        """Cause one: let the residual current device trip, say."""
        ...

    async def mend(self, code: FaultCode, evse_id: int = 1) -> None:
        """End it, with all that a person would do for that."""
        ...


@runtime_checkable
class LoadBench(Protocol):
    """Can let energy be drawn."""

    async def draw(self, evse_id: int = 1) -> None:
        """Let some energy flow, 1 Wh at least, through the meter; to be called while the contactor
        is closed.
        """
        ...


@runtime_checkable
class PlugBench(Protocol):
    """Can put a plug without a vehicle into a socket whose hardware sees it."""

    async def plug(self, *, plugged: bool, evse_id: int = 1, connector_id: int = 1) -> None:
        """Put it in, or take it out."""
        ...


@runtime_checkable
class CableBench(Protocol):
    """Can put cables of several ratings into a socket that reads them."""

    async def cable(self, amperes: float, evse_id: int = 1, connector_id: int = 1) -> None:
        """Plug one in that bears so much: 13, 20, 32 or 63 A; 0 takes it out."""
        ...


@runtime_checkable
class TokenBench(Protocol):
    """Can hold a card to a reader."""

    async def present(self, token: str) -> None:
        """Hold one there whose token is reported like that, and take it away."""
        ...


@runtime_checkable
class BayBench(Protocol):
    """Can let something be in a parking bay that is watched."""

    async def bay(self, *, occupied: bool, evse_id: int = 1) -> None:
        """Drive in, or out."""
        ...


@runtime_checkable
class TalkBench(Protocol):
    """Has something that stands for a vehicle that speaks ISO 15118."""

    async def talk(self, evse_id: int = 1, connector_id: int = 1) -> None:
        """Plug it in: it tells its needs once current is offered, and takes a schedule."""
        ...


@runtime_checkable
class UpdateBench(Protocol):
    """Has images, and power: for chargers whose firmware may be replaced in a test."""

    def image(self, *, fit: bool = True) -> bytes:
        """An image of other firmware than runs, each time of another, or one that is not fit."""
        ...

    async def restart(self) -> Updater:
        """Let the power go and come back; what installs firmware then."""
        ...


@dataclass(frozen=True, slots=True)
class Subject:
    """What is tested.

    `bench` is an object with any of the methods above. `reboots` tells that `reboot` may be called
    and returns: not where it ends the process, or restarts the computer that the tests run on.
    `close` is called when a check is over.
    """

    hardware: StationHardware
    bench: object = None
    reboots: bool = False
    close: Callable[[], None] = lambda: None


Maker: TypeAlias = Callable[[], StationHardware | Subject]
"""Makes what is tested, anew for each check; called while an event loop runs. What keeps its
register over a restart keeps it from one to the next."""
