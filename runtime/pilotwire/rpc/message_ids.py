"""Message ids from a given source of chance."""

from collections.abc import Callable
from random import Random, SystemRandom
from uuid import UUID

__all__ = ["message_ids"]


def message_ids(random: Random | None = None) -> Callable[[], str]:
    """A function that returns a new message id (a version 4 UUID) at each call.

    UUIDs, because ids must differ over all connections of a station, and from those of a local
    controller on the way (2.0.1 part 4, 4.1.4 and 6.4).

    Args:
        random: Where the ids come from; the operating system's randomness if not given.
    """
    return _MessageIds(SystemRandom() if random is None else random)


class _MessageIds:
    __slots__ = ("_random",)

    def __init__(self, random: Random) -> None:
        self._random = random

    def __call__(self) -> str:
        return str(UUID(int=self._random.getrandbits(128), version=4))
