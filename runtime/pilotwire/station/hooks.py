"""Where an application has a say in what the station decides by itself."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pilotwire.logs import logger
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.facts.authorization import IdToken, IdTokenInfo

if TYPE_CHECKING:
    from pilotwire.station.provisioning.network_profiles import NetworkProfile

__all__ = ["Authorizer", "BringUp", "Hooks", "MasterPassDisplay", "Start", "Veto"]

log = logger(__name__)


@dataclass(frozen=True, slots=True)
class Start:
    """A session that is about to begin.

    Attributes:
        evse: How the EVSE is where it would.
        token: Who may charge then.
        remote: Whether the CSMS has asked for it (F01, F02).
    """

    evse: EvseSnapshot
    token: IdToken
    remote: bool


Veto: TypeAlias = Callable[[Start], str | None]
"""Says why a session may not begin; None where nothing is against it. It may not block."""

Authorizer: TypeAlias = Callable[[IdToken], Awaitable[IdTokenInfo | None]]
"""What an application says of a token; None where that is for others to say."""

MasterPassDisplay: TypeAlias = Callable[[tuple[EvseSnapshot, ...]], Awaitable[Collection[int]]]
"""Lets the owner of a master pass select, of the EVSEs that it is given, those where the session is
to end: their numbers (C16.FR.01).
"""

BringUp: TypeAlias = "Callable[[NetworkProfile], Awaitable[None]]"
"""Brings up the network that a profile wants, or raises."""


class Hooks:
    """The functions of one application, for all runs of its station."""

    __slots__ = ("authorizer", "master_pass_display", "network", "vetoes")

    def __init__(self) -> None:
        self.authorizer: Authorizer | None = None
        self.master_pass_display: MasterPassDisplay | None = None
        self.network: BringUp | None = None
        self.vetoes: tuple[Veto, ...] = ()

    def refusal(
        self, evse: Callable[[], EvseSnapshot], token: IdToken, *, remote: bool
    ) -> str | None:
        """Why the application lets no session begin; None if it does."""
        if not self.vetoes:
            return None
        start = Start(evse(), token, remote)
        for veto in self.vetoes:
            try:
                why = veto(start)
            except Exception:  # the application's code may raise anything
                log.exception("the application failed to say whether a session may begin")
                return "the application failed"
            if why is not None:
                return why
        return None
