"""What happens to a fleet and when, drawn from a seed: the same seed gives the same days, whatever
the stations and the CSMS make of them.

Each kind of thing has chance of its own, and draws all that it may need at once, so that one that
does not come about (nobody can come to a station that is full) changes nothing of the others.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final, TypeVar

from pilotwire.hal.simulated import ElectricVehicle, random_vehicle
from pilotwire.simulator.fleet.profile import Fault, Profile, StationKind, drawn, numbered
from pilotwire.simulator.visits import Ending, Visit

__all__ = ["Arrival", "Breakage", "Drop", "Plan"]

T = TypeVar("T")

_HOUR_S: Final = 3600.0
_DAY_S: Final = 86_400.0
_NEARLY_FULL: Final = (96.0, 99.0)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A driver comes.

    Attributes:
        at: When, in seconds since the beginning.
        station: To which station, by its number from 0 on.
        place: From which EVSE on a free one is looked for, as a part of 1.
        visit: What the driver wants.
    """

    at: float
    station: int
    place: float
    visit: Visit


@dataclass(frozen=True, slots=True)
class Breakage:
    """Something breaks: when, where, what, and for how many seconds."""

    at: float
    station: int
    place: float
    fault: Fault
    lasts: float


@dataclass(frozen=True, slots=True)
class Drop:
    """A connection breaks: when, whose, and for how many seconds there is no network then."""

    at: float
    station: int
    lasts: float


class Plan:
    """The days of a fleet.

    Args:
        profile: Who comes, and what goes wrong.
        stations: How many there are.
        seed: Where all chance comes from.
        begins_at: The time of day at the beginning, in seconds since midnight (UTC).
    """

    def __init__(self, profile: Profile, stations: int, seed: int, begins_at: float = 0.0) -> None:
        self.profile = profile
        self.stations = stations
        self._seed = seed
        self._begins_at = begins_at

    def random(self, purpose: str) -> Random:
        """Chance for one purpose alone."""
        return Random(f"{self._seed} {purpose}")  # noqa: S311 -- chance, and no secret

    def kinds(self) -> Iterator[StationKind]:
        """The kind of each station, in their order."""
        random = self.random("stations")
        for _ in range(self.stations):
            yield _one_of(
                self.profile.station, [each.share for each in self.profile.station], random
            )

    def arrivals(self) -> Iterator[Arrival]:
        """All drivers who come, in their order, without end."""
        drivers = self.profile.drivers
        busiest = self.profile.busiest_hour
        random = self.random("drivers")
        for at in self._moments(busiest / _HOUR_S, random):
            hour = int((self._begins_at + at) % _DAY_S // _HOUR_S)
            stays = random.random() * busiest < drivers.an_hour(hour)
            arrival = Arrival(
                at, random.randrange(self.stations), random.random(), self._visit(random)
            )
            if stays:
                yield arrival

    def breakages(self) -> Iterator[Breakage]:
        """All that breaks, in its order, without end."""
        faults = self.profile.fault
        random = self.random("faults")
        for at in self._moments(sum(each.a_day for each in faults) / _DAY_S, random):
            fault = _one_of(faults, [each.a_day for each in faults], random)
            yield Breakage(
                at,
                random.randrange(self.stations),
                random.random(),
                fault,
                drawn(fault.seconds, random),
            )

    def drops(self) -> Iterator[Drop]:
        """All connections that break, in their order, without end."""
        links = self.profile.links
        random = self.random("links")
        for at in self._moments(links.drops_a_day / _DAY_S, random):
            yield Drop(at, random.randrange(self.stations), drawn(links.seconds, random))

    def _moments(self, rate: float, random: Random) -> Iterator[float]:
        """Moments that come as often as that a second and station, independent of each other."""
        at = 0.0
        while rate > 0:
            at += random.expovariate(rate * self.stations)
            yield at

    def _visit(self, random: Random) -> Visit:
        drivers, tokens = self.profile.drivers, self.profile.tokens
        ending = _one_of(
            [Ending.CARD, Ending.UNPLUG, Ending.FULL],
            [drivers.card, drivers.unplug, drivers.full],
            random,
        )
        span = _NEARLY_FULL if ending is Ending.FULL else drivers.soc
        vehicle = self._vehicle(drawn(span, random), random)
        known = random.random() >= tokens.unknown_share
        pattern = tokens.pattern if known else tokens.unknown_pattern
        token = numbered(pattern, random.randint(1, tokens.count))
        return Visit(vehicle, token, ending, 60.0 * drawn(drivers.minutes, random))

    def _vehicle(self, soc: float, random: Random) -> ElectricVehicle:
        kinds = self.profile.vehicle
        if not kinds:
            return random_vehicle(random, soc=soc, target_soc=100.0)
        return _one_of(kinds, [each.share for each in kinds], random).build(soc)


def _one_of(things: Sequence[T], shares: Sequence[float], random: Random) -> T:
    sums = list(accumulate(shares))
    return things[min(bisect(sums, random.random() * sums[-1]), len(things) - 1)]
