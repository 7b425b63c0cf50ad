"""What a simulated charger is made of besides its station."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from pilotwire.hal.simulated import SimulatedEvse, SimulatedStation

__all__ = ["About", "Bench", "OwnClock", "WorldClock"]


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
