"""The one door to an EVSE: whatever happens is written into its state in turn, and then the world
is made to agree with it (`Settling`). What waits for no turn is to cut.
"""

import asyncio
from collections.abc import AsyncGenerator, Coroutine
from contextlib import asynccontextmanager

from pilotwire.station.core import Spawn
from pilotwire.station.errors import HardwareFault
from pilotwire.station.evse import changes
from pilotwire.station.evse.changes import Change
from pilotwire.station.evse.outlet import Outlet
from pilotwire.station.evse.power import PowerPath
from pilotwire.station.evse.settling import Settling
from pilotwire.station.evse.state import EvseState

__all__ = ["Door"]


class Door:
    """Takes in one thing at a time."""

    __slots__ = ("_lock", "_power", "_settling", "_spawn", "_state")

    def __init__(
        self, state: EvseState, power: PowerPath, settling: Settling, spawn: Spawn
    ) -> None:
        self._state = state
        self._power = power
        self._settling = settling
        self._spawn = spawn
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def turn(self) -> AsyncGenerator[None]:
        """A turn of one's own, in which nothing else happens. Hardware that fails in it is a fault
        of the EVSE.
        """
        async with self._lock:
            try:
                yield
            except HardwareFault as failure:
                await self._settling.failed(failure, changes.CHANGED)

    async def change(self, change: Change, cut: PowerPath | Outlet | None = None) -> bool:
        """Let `change` write into the state, and settle what follows. Whether it was news.

        `cut` is what was ordered to open ahead of it, and is barred until its turn has come.
        """
        try:
            await self._lock.acquire()
        finally:
            # Its turn has come, and the state says the same; or nobody waits for it any more.
            if cut is not None:
                cut.unbar()
        try:
            cause = change(self._state)
            if cause is not None or cut is not None:
                await self._settling.settle(cause or changes.CHANGED)
            return cause is not None
        finally:
            self._lock.release()

    async def take_turn(self, change: Change, cut: PowerPath | Outlet | None = None) -> None:
        """As `change`, for who does not ask whether it was news."""
        await self.change(change, cut)

    async def cut_and_change(self, change: Change) -> bool:
        """As `change`; energy that may not flow after it does not wait for its turn."""
        self._power.cut()
        return await self.change(change, self._power)

    def later(self, delay: float, change: Change) -> asyncio.TimerHandle:
        """Let `change` happen after so many seconds."""
        loop = asyncio.get_running_loop()
        return loop.call_later(delay, lambda: self._spawn(self.take_turn(change)))

    def cut_now(self) -> Coroutine[object, None, None]:
        """Order all contactors to open at once, and have the world agree in what this returns."""
        self._power.cut()
        return self.take_turn(lambda _: changes.CHANGED, self._power)
