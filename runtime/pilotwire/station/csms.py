"""The CSMS as the station sees it; each dialect is one.

What all blocks need of it is here: to deliver facts. What a block asks besides is a `Question` of
its own, a small protocol that a dialect offers or does not.
"""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from pilotwire.station.facts.fact import Fact
from pilotwire.store import Wire

__all__ = ["Csms", "Question"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Question(Generic[T]):
    """Something that a block asks of the CSMS, through a `T`.

    Every method of a `T` raises `CallUnanswered` where no usable answer comes, and
    `ConnectionClosed` where the connection is lost before it does.
    """

    name: str


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

    @property
    def steers_finely(self) -> bool:
        """Whether its version lets the CSMS steer when a transaction ends (TxStopPoint), and how
        often is measured for its end.

        1.6 does not: StopTransactionOnEVSideDisconnect and MeterValueSampleInterval say it all.
        """
        ...

    @property
    def idle_since(self) -> float:
        """When the last message was sent to the CSMS, in the event loop's time."""
        ...

    @property
    def silent(self) -> bool:
        """Whether the last message was not answered in time, and nothing else heard meanwhile."""
        ...

    def offered(self, question: Question[T]) -> T | None:
        """What to ask with; None where this version has no words for it."""
        ...

    def wire(self, fact: Fact, *, offline: bool) -> Wire | None:
        """The message that reports a fact in this version's words; None where it has none.

        Raises:
            ValueError: the fact can't be put into this version's words.
        """
        ...

    async def report(self, fact: Fact, wire: Wire, message_id: str) -> object:
        """Send what `wire` made of the fact, and return what the answer says: an event for those
        who listen to answers, or None where there is nothing to hear.

        Raises:
            CallUnanswered: no usable answer came.
            ConnectionClosed: the connection was lost before it did.
        """
        ...
