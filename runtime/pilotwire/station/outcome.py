"""What a block answers to a command of the CSMS."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pilotwire.station.vocabulary import ReasonCode

__all__ = ["Outcome"]

S_co = TypeVar("S_co", covariant=True)


def _nothing() -> None:
    """Nothing begins."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[S_co]):
    """The answer to a command.

    Attributes:
        status: What becomes of it.
        reason: Why, as the standard lists reasons; where there is more to say than the status does.
        text: The same in words.
        once_sent: Called when the answer has left: what was commanded begins then.
    """

    status: S_co
    reason: ReasonCode | None = None
    text: str | None = None
    once_sent: Callable[[], None] = _nothing
