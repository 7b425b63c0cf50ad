"""What a simulated charger is made of besides its station."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from pydantic import JsonValue

from pilotwire.hal.simulated import SimulatedEvse, SimulatedStation
from pilotwire.simulator.acts import AnyAct

__all__ = ["About", "Bench", "CsmsRequested", "Deed", "OwnClock", "WorldClock"]


class WorldClock(Protocol):
    """The time of day of the simulated world, which is always known."""

    def now(self) -> datetime:
        """The time of day, with a time zone."""
        ...


@dataclass(frozen=True, slots=True)
class Bench:
    """The hardware of a charger, as far as it is simulated.

    Attributes:
        evses: The simulated EVSEs, by their numbers.
        station: All of it, where all of it is simulated: what concerns the whole station is done to
            this.
        folder: Where its certificates are, if there are any.
    """

    evses: Mapping[int, SimulatedEvse]
    station: SimulatedStation | None = None
    folder: Path | None = None


@dataclass(slots=True)
class OwnClock:
    """A station's own clock: as the world's, or off by some seconds, or not known."""

    world: WorldClock
    offset_s: float | None = 0.0

    def now(self) -> datetime | None:
        """See `Clock.now`."""
        if self.offset_s is None:
            return None
        return self.world.now() + timedelta(seconds=self.offset_s)


@dataclass(frozen=True, slots=True)
class About:
    """Who a charger says it is."""

    vendor: str = "Pilotwire"
    model: str = "Simulated"
    serial_number: str | None = None
    firmware_version: str | None = None


@dataclass(frozen=True, slots=True)
class CsmsRequested:
    """What the CSMS within was told to send."""

    action: str
    payload: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done to a charger, for those who watch.

    Attributes:
        identity: To which.
        what: An act, or what its CSMS was told to send.
        began: When.
        ended: When it was done.
        after: Which message of the charger was the newest when it began.
    """

    identity: str
    what: AnyAct | CsmsRequested
    began: datetime
    ended: datetime
    after: int
