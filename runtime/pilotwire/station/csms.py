"""The CSMS as the station sees it; each dialect is one.

Every method that asks raises `CallUnanswered` where no usable answer comes, and `ConnectionClosed`
where the connection is lost before it does.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from pilotwire.station.facts.authorization import IdToken, IdTokenInfo
from pilotwire.station.facts.encoding import AnyFact
from pilotwire.station.facts.provisioning import BootAnswer, StationIdentity
from pilotwire.station.vocabulary import BootReason
from pilotwire.store import Wire

__all__ = ["Answered", "Csms"]


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer to a reported fact says beyond having arrived.

    `csms_id` is the number that OCPP 1.6 gives to a transaction, `id_token` what the CSMS says of
    the token.
    """

    csms_id: int | None = None
    id_token: IdTokenInfo | None = None


class Csms(Protocol):
    """The other end of a connection, in the station's own words."""

    @property
    def version(self) -> str:
        """The version of OCPP that is spoken: "1.6"."""
        ...

    @property
    def repeats_keep_id(self) -> bool:
        """Whether a message that is sent again may keep its message id (OCPP-J 4.1.4 of the
        version).
        """
        ...

    async def boot(self, identity: StationIdentity, reason: BootReason) -> BootAnswer:
        """Ask to be accepted (B01)."""
        ...

    async def heartbeat(self) -> datetime:
        """Show that the station is alive; the answer is the CSMS's time (G02)."""
        ...

    async def authorize(self, token: IdToken) -> IdTokenInfo:
        """Ask whether a token may charge (C01)."""
        ...

    def wire(self, event: AnyFact, *, offline: bool) -> Wire | None:
        """The message that reports an event in this version's words; None where it has none."""
        ...

    async def report(self, wire: Wire, message_id: str) -> Answered:
        """Send what `wire` made, and read the answer."""
        ...

    @property
    def idle_since(self) -> float:
        """When the last message was sent to the CSMS, in the event loop's time."""
        ...
