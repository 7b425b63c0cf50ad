"""An event that waits for nobody at no cost."""

import asyncio

__all__ = ["Flag", "either", "set_before"]


class Flag:
    """As `asyncio.Event`, but small until somebody waits: that allocates a deque when it is made,
    and a station has many events, of which few are waited for at a time.
    """

    __slots__ = ("_set", "_waiting")

    def __init__(self) -> None:
        self._set = False
        self._waiting: list[asyncio.Future[None]] | None = None

    def is_set(self) -> bool:
        """Whether it is set."""
        return self._set

    def set(self) -> None:
        """Set it: all who wait go on."""
        self._set = True
        waiting, self._waiting = self._waiting, None
        for each in waiting or ():
            if not each.done():
                each.set_result(None)

    def clear(self) -> None:
        """Set it back: who waits from now on waits for the next `set`."""
        self._set = False

    async def wait(self) -> None:
        """Wait until it is set. Who was waiting goes on, though it was set back meanwhile."""
        if self._set:
            return
        waiter = asyncio.get_running_loop().create_future()
        waiting = self._waiting
        if waiting is None:
            waiting = self._waiting = []
        waiting.append(waiter)
        try:
            await waiter
        finally:
            waiting.remove(waiter)


async def set_before(flag: Flag, due: float) -> bool:
    """Wait for a flag until `due`, in the loop's time; whether it is set."""
    try:
        async with asyncio.timeout_at(due):
            await flag.wait()
    except TimeoutError:
        return False
    return True


async def either(one: Flag, other: Flag) -> None:
    """Wait for one of two flags."""
    waiting = [asyncio.create_task(each.wait()) for each in (one, other)]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in waiting:
            each.cancel()
