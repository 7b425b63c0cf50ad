"""Who tries out key codes is slowed down (C04.FR.06)."""

import asyncio

from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.vocabulary import IdTokenKind

__all__ = ["FREE", "LONGEST", "Attempts"]

FREE = 3
"""How many wrong codes in a row cost nothing: one mistypes."""

LONGEST = 300.0
"""The longest wait, in seconds."""


class Attempts:
    """The wrong key codes since the last right one.

    After each beyond the first few, none is taken for a while: 2 s, 4 s, 8 s ...
    """

    __slots__ = ("_not_before", "_wrong")

    def __init__(self) -> None:
        self._wrong = 0
        self._not_before = 0.0

    def wait(self, token: IdToken) -> float:
        """For how many seconds a token is not taken; 0 if it is."""
        if token.kind != IdTokenKind.KEY_CODE or not self._wrong:
            return 0.0
        return max(0.0, self._not_before - asyncio.get_running_loop().time())

    def note(self, token: IdToken, *, accepted: bool) -> None:
        """A token was accepted, or was not."""
        if token.kind != IdTokenKind.KEY_CODE:
            return
        self._wrong = 0 if accepted else self._wrong + 1
        if self._wrong >= FREE:
            pause = min(2.0 ** min(self._wrong - FREE + 1, 16), LONGEST)
            self._not_before = asyncio.get_running_loop().time() + pause
