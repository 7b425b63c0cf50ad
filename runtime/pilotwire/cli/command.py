"""What a command of the console is made of."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

__all__ = ["Answer", "BadCommandError", "Command", "Suggested", "decimal_of", "number_of"]

Answer: TypeAlias = Sequence[str]


class BadCommandError(ValueError):
    """A command can't be carried out; the text says why."""


@dataclass(frozen=True, slots=True)
class Command:
    """What a command says, and does.

    Attributes:
        words: What is to be said after its name; what may be left out is in brackets.
        does: What it does, in words.
        run: Does it; what there is to say of it.
    """

    words: str
    does: str
    run: Callable[[Sequence[str]], Awaitable[Answer]]

    def takes(self, count: int) -> bool:
        """Whether so many words may be said."""
        all_ = self.words.split()
        return len([each for each in all_ if not each.startswith("[")]) <= count <= len(all_)


@dataclass(frozen=True, slots=True)
class Suggested:
    """How a line could go on: `text` in the place of its last `replaces` characters."""

    text: str
    replaces: int
    meaning: str = ""


def number_of(name: str, text: str) -> int:
    """A word that is a whole number.

    Raises:
        BadCommandError: It is none.
    """
    try:
        return int(text)
    except ValueError:
        raise BadCommandError(f"{name} is a number, not {text!r}") from None


def decimal_of(name: str, text: str) -> float:
    """A word that is a number, no less than 0.

    Raises:
        BadCommandError: It is none.
    """
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not isfinite(number) or number < 0:
        raise BadCommandError(f"{name} is a number from 0 on, not {text!r}")
    return number
