"""Who comes to the stations of a fleet, and what goes wrong there: the tables of a profile's file.

`city.toml` beside this module is a whole one, with comments, and counts where none is given.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Annotated, Final, Literal, Self, TypeAlias, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    model_validator,
)

from pilotwire.configuration.reading import read_as
from pilotwire.connection import OcppVersion
from pilotwire.hal.interfaces import ConnectorKind, FaultCode
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation

__all__ = [
    "CURVES",
    "DEFAULT_TEXT",
    "Drivers",
    "Fault",
    "Hours",
    "Links",
    "Profile",
    "Span",
    "StationKind",
    "Tokens",
    "VehicleKind",
    "default_profile",
    "drawn",
    "numbered",
    "read_profile",
]

_HOURS: Final = 24
_NUMBER: Final = re.compile(r"\{n(?::0?(\d{1,2}))?\}")
_LONGEST_TOKEN: Final = 20
"""Characters that each version takes (1.6 7.28)."""


def _curve(text: str) -> tuple[float, ...]:
    return tuple(float(hour) for hour in text.split())


CURVES: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "even": (1.0,) * _HOURS,
        # From midnight on, six hours a line; only the proportions count.
        "home": _curve("""
            1 .5 .3 .2 .2 .3
            .6 1 1 1 1 1.2
            1.5 1.5 1.5 2 4 7
            8 7 5 4 3 2
        """),
        "work": _curve("""
            0 0 0 0 0 .5
            3 8 10 6 2 1.5
            2 2.5 1.5 1 .7 .5
            .3 .2 .1 0 0 0
        """),
        "city": _curve("""
            .5 .3 .2 .2 .3 .7
            1.5 3 4 5 6 6.5
            7 6.5 6 6 6.5 7
            7 6 4 2.5 1.5 1
        """),
        "motorway": _curve("""
            1 .8 .7 .7 .8 1.5
            3 4 5 6 7 7.5
            7.5 7 7 7.5 8 8
            7 5.5 4 3 2 1.5
        """),
    }
)
"""How arrivals are spread over the hours of a day, by the name of a place."""


def _of_list(value: object) -> object:
    """TOML has lists, and a table that does not change has none."""
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


def _rising(span: tuple[float, ...]) -> tuple[float, ...]:
    if list(span) != sorted(span) or span[0] < 0:
        raise ValueError(
            "a span is [least, most] or [least, usual, most], from 0 on, in that order"
        )
    return span


Span: TypeAlias = Annotated[
    tuple[float, float] | tuple[float, float, float],
    BeforeValidator(_of_list),
    AfterValidator(_rising),
]
"""From the least to the most, drawn evenly; or with what is usual between them."""

Share: TypeAlias = Annotated[float, Field(gt=0, le=1e6)]
ADay: TypeAlias = Annotated[float, Field(ge=0, le=10_000)]
Percent: TypeAlias = Annotated[float, Field(gt=0, le=100)]


def _hours(value: object) -> object:
    if isinstance(value, str) and value in CURVES:
        return CURVES[value]
    if isinstance(value, list | tuple):
        return tuple(cast("Sequence[object]", value))
    raise ValueError(f"hours are {', '.join(CURVES)}, or 24 numbers")


def _some_hours(hours: tuple[float, ...]) -> tuple[float, ...]:
    if len(hours) != _HOURS or min(hours) < 0 or not sum(hours):
        raise ValueError("hours are 24 numbers from 0 on, of which one at least is more")
    return hours


Hours: TypeAlias = Annotated[
    tuple[float, ...], BeforeValidator(_hours), AfterValidator(_some_hours)
]
"""The proportions of the hours of a day, from midnight on."""


def numbered(pattern: str, n: int) -> str:
    """A pattern with its number in it: `CARD{n:06}` has six digits, `CARD{n}` what it needs."""
    return _NUMBER.sub(lambda found: str(n).zfill(int(found[1] or 0)), pattern)


def _check_pattern(pattern: str) -> str:
    if _NUMBER.search(pattern) is None:
        raise ValueError("a pattern has {n}, or {n:06}, where its number is to be")
    return pattern


Pattern: TypeAlias = Annotated[str, Field(max_length=60), AfterValidator(_check_pattern)]


class _Table(BaseModel):
    """They do not change, and have no keys but their own."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Drivers(_Table):
    """Who comes, and when.

    Attributes:
        a_day: How many come to a station in a day.
        hours: At which hours (UTC): `home`, `work`, `city`, `motorway`, `even`, or 24 numbers.
        minutes: How long they want to charge.
        soc: What their batteries have when they come, in percent.
        card: How often a session ends with the card; the three are proportions.
        unplug: How often with the plug.
        full: How often with a full battery; who wants that comes with one that nearly is.
    """

    a_day: ADay = 6.0
    hours: Hours = CURVES["city"]
    minutes: Span = (10.0, 35.0, 180.0)
    soc: Span = (10.0, 35.0, 80.0)
    card: float = Field(default=6.0, ge=0)
    unplug: float = Field(default=3.0, ge=0)
    full: float = Field(default=1.0, ge=0)

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if not self.card + self.unplug + self.full:
            raise ValueError("of card, unplug and full one at least is more than 0")
        if max(self.soc) >= 100:
            raise ValueError("soc is below 100: a full battery does not charge")
        return self

    def an_hour(self, hour: int) -> float:
        """How many come to a station within that hour of the day, on an average."""
        return self.a_day * self.hours[hour % _HOURS] / sum(self.hours)


class Tokens(_Table):
    """What drivers show.

    Attributes:
        pattern: The tokens that the CSMS knows; `{n}` is a number from 1 on.
        count: How many there are.
        unknown_share: The part of the drivers whose tokens it does not know, of 1.
        unknown_pattern: What they show.
    """

    pattern: Pattern = "CARD{n:06}"
    count: Annotated[StrictInt, Field(ge=1, le=1_000_000)] = 2000
    unknown_share: float = Field(default=0.01, ge=0, le=1)
    unknown_pattern: Pattern = "NOBODY{n:06}"

    @model_validator(mode="after")
    def _short(self) -> Self:
        for pattern in (self.pattern, self.unknown_pattern):
            if len(numbered(pattern, self.count)) > _LONGEST_TOKEN:
                raise ValueError(
                    f"a token has at most {_LONGEST_TOKEN} characters, or not all versions take it"
                )
        return self

    def known(self) -> list[str]:
        """All that the CSMS is to accept."""
        return [numbered(self.pattern, n) for n in range(1, self.count + 1)]


class StationKind(_Table):
    """A kind of stations: amperes a phase, volts between phase and neutral, or the poles of DC.

    Attributes:
        share: How often it is met; a proportion.
        evses: How many EVSEs it has.
        connector: What they have, in OCPP's words.
        phases: 1 or 3; 1 for DC.
        max_current_a: The most that each offers.
        voltage: What there is.
        versions: The OCPP versions that it offers; those of the run where none are given.
    """

    share: Share = 1.0
    evses: Annotated[StrictInt, Field(ge=1, le=100)] = 1
    connector: ConnectorKind = ConnectorKind.TYPE2_SOCKET
    phases: Literal[1, 3] = 3
    max_current_a: float = Field(default=32.0, ge=6, le=1000)
    voltage: float = Field(default=230.0, gt=0, le=1500)
    versions: Annotated[
        tuple[OcppVersion, ...] | None,
        BeforeValidator(_of_list),
    ] = None

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        self.build()
        return self

    def build(self) -> SimulatedStation:
        """Hardware of this kind."""
        return SimulatedStation(
            self.evses,
            kind=self.connector,
            phases=self.phases,
            max_current_a=self.max_current_a,
            voltage=self.voltage,
        )


class VehicleKind(_Table):
    """A kind of vehicles; see `ElectricVehicle`.

    Attributes:
        share: How often it is met; a proportion.
        battery_kwh: The usable capacity.
        max_current_a: What its on-board charger takes, in amperes a phase.
        phases: How many phases that uses.
        max_dc_current_a: What its battery takes from a DC charger, in amperes.
    """

    share: Share = 1.0
    battery_kwh: float = Field(default=60.0, gt=0, le=2000)
    max_current_a: float = Field(default=16.0, ge=6, le=80)
    phases: Literal[1, 2, 3] = 3
    max_dc_current_a: float = Field(default=250.0, gt=0, le=3000)

    def build(self, soc: float) -> ElectricVehicle:
        """A vehicle of this kind, with so many percent in its battery."""
        return ElectricVehicle(
            self.battery_kwh,
            soc,
            max_current_a=self.max_current_a,
            phases=self.phases,
            max_dc_current_a=self.max_dc_current_a,
        )


class Fault(_Table):
    """Something that breaks, and is well again by itself.

    Attributes:
        code: What.
        a_day: How often, a station.
        seconds: For how long.
        station: Whether it is the whole station's, and not an EVSE's.
    """

    code: FaultCode
    a_day: ADay
    seconds: Span = (30.0, 120.0, 1800.0)
    station: StrictBool = False


class Links(_Table):
    """Connections that break.

    Attributes:
        drops_a_day: How often, a station.
        seconds: For how long there is no network then.
    """

    drops_a_day: ADay = 0.0
    seconds: Span = (1.0, 20.0, 900.0)


class Profile(_Table):
    """All of it. What is left out is as in `Drivers()` and the like; nothing breaks by itself.

    Attributes:
        drivers: Who comes, and when.
        tokens: What they show.
        station: The kinds of stations.
        vehicle: The kinds of vehicles; without any, those of `random_vehicle`.
        fault: What breaks.
        links: How connections break.
    """

    drivers: Drivers = Drivers()
    tokens: Tokens = Tokens()
    station: tuple[StationKind, ...] = Field(default=(StationKind(),), min_length=1)
    vehicle: tuple[VehicleKind, ...] = ()
    fault: tuple[Fault, ...] = ()
    links: Links = Links()

    @property
    def busiest_hour(self) -> float:
        """How many come to a station within the hour in which the most do."""
        return max(self.drivers.an_hour(hour) for hour in range(_HOURS))


DEFAULT_TEXT: Final = (files("pilotwire.simulator.fleet") / "city.toml").read_text("utf-8")
"""The profile that counts where none is given, as a file has it."""


@cache
def default_profile() -> Profile:
    """The profile that counts where none is given."""
    return read_profile(Path(str(files("pilotwire.simulator.fleet") / "city.toml")))


def read_profile(path: Path) -> Profile:
    """The profile in a file.

    Raises:
        ConfigurationError: it can't be read, or used; `findings` has all that is wrong, with lines.
    """
    return read_as(path, Profile)


def drawn(span: tuple[float, ...], random: Random) -> float:
    """Something within a span."""
    least, *usual, most = span
    return random.triangular(least, most, *usual) if usual else random.uniform(least, most)
