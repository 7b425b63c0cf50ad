"""Texts that somebody else wrote, made fit for a line of a log, a terminal, or an exception.

The rule of this module: it imports nothing of Pilotwire. Whatever a peer says passes `printable`
before it is formatted anywhere; a test looks at every argument of every log call.
"""

from typing import Final

__all__ = ["printable"]

MAX_LENGTH: Final = 255
"""Characters that are left of a text, unless another limit is given."""


def printable(text: str, limit: int = MAX_LENGTH) -> str:
    r"""The text with everything escaped that is not simply shown, cut at `limit` characters.

    Escaped are control characters and escape sequences, ends of lines, marks that change the
    direction of writing, characters without width, and halves of surrogate pairs.
    """
    cut = text if len(text) <= limit else text[:limit] + "..."
    if cut.isprintable():
        return cut
    return "".join(each if each.isprintable() else _escaped(each) for each in cut)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode()
