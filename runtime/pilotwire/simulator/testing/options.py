"""What a test wants: the marker `@pytest.mark.pilotwire(...)`, read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, Final

from pilotwire.connection import OcppVersion
from pilotwire.csms import Token
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp.specs import Setting

__all__ = ["EPOCH", "Options", "UnusableOptionsError", "versions_of"]

EPOCH: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""The time of day when virtual time is 0, where a test does not say."""


class UnusableOptionsError(ValueError):
    """A marker says what can't be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `@pytest.mark.pilotwire` can say; docs/simulator.md explains each.

    Attributes:
        version: The OCPP version to offer, or several in order of preference; None: all.
        evses: How many EVSEs a station has.
        settings: Values of its standard variables.
        hardware: Makes its hardware, instead of one with `evses` EVSEs.
        identity: Its identity, in which `{n}` is 1 for the first station of a test, and `{worker}`
            that of pytest-xdist.
        password: Its password.
        stations: How many stations `fleet` has.
        accepted: Whether the CSMS has accepted a station when its fixture is there.
        tokens: Those that the embedded CSMS knows; None: each is accepted.
        latency: Seconds that a message travels to the embedded CSMS, and back.
        speed: None: virtual time. A number: the embedded CSMS is on a socket, and idle time passes
            so many times as fast.
        start: The time of day when virtual time is 0.
        seed: What chance is drawn from; None: 1 with the embedded CSMS, and anew each time with
            another.
        lenient: Whether messages that break OCPP, and stations that end by themselves, are no
            failure of the test.
    """

    version: str | Sequence[str] | None = None
    evses: int = 1
    settings: Sequence[Setting] = ()
    hardware: Callable[[], SimulatedStation] | None = None
    identity: str = "CS-{n}"
    password: str | None = None
    stations: int = 3
    accepted: bool = True
    tokens: Sequence[Token | str] | None = None
    latency: float = 0.0
    speed: float | None = None
    start: datetime = EPOCH
    seed: int | None = None
    lenient: bool = False

    @classmethod
    def of(cls, markers: Sequence[Mapping[str, Any]], defaults: Mapping[str, Any]) -> "Options":
        """What the markers say, the nearest to the test last, beside what holds without them.

        Raises:
            UnusableOptionsError: They say what there is not, or what can't be.
        """
        known = {each.name for each in fields(cls)}
        said = dict(defaults)
        for marker in markers:
            for name in marker:
                if name not in known:
                    raise UnusableOptionsError(f"{name}: there is no such option; {_listed(known)}")
            said |= marker
        options = cls(**said)
        options._check()
        return options

    def _check(self) -> None:
        versions_of(self.version)
        for name in ("evses", "stations"):
            count: object = getattr(self, name)
            if not isinstance(count, int) or count < 1:
                raise UnusableOptionsError(f"{name} is a number from 1 on, not {count!r}")
        if self.speed is not None and not self.speed >= 1:
            raise UnusableOptionsError(f"speed is a number from 1 on, not {self.speed!r}")
        if self.start.utcoffset() is None:
            raise UnusableOptionsError(f"start wants a time zone: {self.start!r}")


def versions_of(version: str | Sequence[str] | None) -> tuple[OcppVersion, ...] | None:
    """The versions that an option names.

    Raises:
        UnusableOptionsError: It names one that there is not.
    """
    if version is None:
        return None
    try:
        return OcppVersion.parse_all([version] if isinstance(version, str) else version)
    except ValueError as error:
        raise UnusableOptionsError(str(error)) from None


def _listed(known: set[str]) -> str:
    return f"there are {', '.join(sorted(known))}"
