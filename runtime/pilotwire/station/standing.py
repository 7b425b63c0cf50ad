"""How the station stands with its CSMS: what every block asks before it does something.

    registration    the station may                 the CSMS may
    None            ask to be accepted              look and configure
    Pending         ask again after the interval    look and configure, not start or stop
    Rejected        ask again after the interval    nothing: SecurityError (B03.FR.08)
    Accepted        everything                      everything

Blocks read it; provisioning alone writes it.
"""

from collections.abc import Callable
from typing import TypeVar

from pilotwire.flag import Flag
from pilotwire.station.csms import Csms, Question
from pilotwire.station.vocabulary import RegistrationStatus

__all__ = ["Standing"]

T = TypeVar("T")


def _nothing() -> None:
    """There is no connection yet."""


class Standing:
    """The station's standing in one run."""

    __slots__ = (
        "_watching",
        "accepted",
        "accepted_once",
        "csms",
        "open",
        "registration",
        "renew",
        "steered_finely",
    )

    def __init__(self) -> None:
        self._watching: tuple[Callable[[], object], ...] = ()
        self.registration: RegistrationStatus | None = None
        """What the CSMS last answered to a boot; None while it has not."""
        self.csms: Csms | None = None
        """The CSMS, while there is a connection on which it has accepted the station."""
        self.accepted = Flag()
        """Set while there is one."""
        self.steered_finely = True
        """Whether the CSMS is, or was last, one that `steers_finely` (`Csms`)."""
        self.accepted_once = False
        """Whether the CSMS has accepted the station since it started."""
        self.renew: Callable[[], None] = _nothing
        """Has the connection be made anew."""
        self.open = True
        """Whether new work may begin; not while a reset waits for what runs."""

    def offered(self, question: Question[T]) -> T | None:
        """What to ask the CSMS with; None without a CSMS, or where its version has no words."""
        return None if self.csms is None else self.csms.offered(question)

    def watch(self, look: Callable[[], object]) -> None:
        """Call `look` whenever the CSMS has come, or is there no more."""
        self._watching += (look,)

    def connected(self, csms: Csms) -> None:
        """There is a connection on which the CSMS has accepted the station."""
        self.csms = csms
        self.steered_finely = csms.steers_finely
        self.accepted_once = True
        self.accepted.set()
        self._tell()

    def disconnected(self) -> None:
        """There is none any more."""
        self.csms = None
        self.accepted.clear()
        self._tell()

    def _tell(self) -> None:
        for look in self._watching:
            look()
