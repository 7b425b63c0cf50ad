"""What is lost when a message is said in an older version, and how that is told."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

__all__ = ["Loss", "LossKind", "NarrowingError", "OnLoss", "log_loss"]

_log = logging.getLogger(__name__)


class LossKind(Enum):
    """What narrowing does to something that the older version can't say as it is."""

    NO_FIELD = "there is no such field"
    REPLACED = "another value stands for it"
    ROUNDED = "rounded to an integer"
    CUT = "cut to the longest text"
    LEFT_OUT = "left out of its list"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a narrowed message does not say any more."""

    action: str
    """Of the message, as the wire names it."""
    path: str
    """Where, by the names of the wire: `meterValue[0].sampledValue[2]`."""
    kind: LossKind
    """What was done. The value itself, which may be a secret, is not told."""

    def __str__(self) -> str:
        return f"{self.action}: {self.path}: {self.kind.value}"


OnLoss: TypeAlias = Callable[[Loss], object]
"""Is told of each loss, once a message has been narrowed."""


def log_loss(loss: Loss) -> None:
    """Write a loss into the log, as a warning."""
    _log.warning("%s", loss)


class NarrowingError(ValueError):
    """The older version can't say it, and nothing may stand for it."""

    def __init__(self, action: str, path: str, why: str) -> None:
        super().__init__(action, path, why)
        self.action = action
        """Of the message, as the wire names it."""
        self.path = path
        """Where, by the names of the wire; empty for the message itself."""
        self.why = why
        """What is in the way, without the value, which may be a secret."""

    def __str__(self) -> str:
        return ": ".join(part for part in (self.action, self.path, self.why) if part)
