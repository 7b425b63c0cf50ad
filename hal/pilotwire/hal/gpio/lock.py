"""A motor that moves the bolt of a socket, with a switch at each end, or at one."""

import asyncio

from pilotwire.hal.gpio.pins import InputPin, OutputPin
from pilotwire.hal.interfaces import HardwareError

__all__ = ["MotorLock"]

_LOOK_S = 0.01


class MotorLock:
    """A lock with the `name` that its errors bear, whose motor runs for `limit_s` seconds at most.

    The motor stops however its turn ends. A newer order takes its place.
    """

    def __init__(
        self,
        name: str,
        lock: OutputPin,
        unlock: OutputPin,
        locked: InputPin,
        unlocked: InputPin | None,
        limit_s: float,
    ) -> None:
        self._name = name
        self._lock = lock
        self._unlock = unlock
        self._locked = locked
        self._unlocked = unlocked
        self._limit_s = limit_s
        self._orders = 0

    @property
    def locked(self) -> bool:
        """Whether the bolt is where it holds the plug."""
        return self._locked.active

    @property
    def unlocked(self) -> bool:
        """Whether the bolt is where it lets the plug go."""
        return not self._locked.active if self._unlocked is None else self._unlocked.active

    async def lock(self) -> None:
        """Hold the plug. Raises `HardwareError` where the bolt does not get there."""
        await self._turn(self._lock, locked=True)

    async def unlock(self) -> None:
        """Release the plug. Raises `HardwareError` where the bolt does not get there."""
        await self._turn(self._unlock, locked=False)

    def rest(self) -> None:
        """Stop the motor."""
        self._orders += 1
        self._lock.set(on=False)
        self._unlock.set(on=False)

    async def _turn(self, motor: OutputPin, *, locked: bool) -> None:
        self.rest()
        if self._there(locked=locked):
            return
        order = self._orders
        loop = asyncio.get_running_loop()
        until = loop.time() + self._limit_s
        motor.set(on=True)
        try:
            while not self._there(locked=locked):
                if loop.time() >= until:
                    raise HardwareError(f"{self._name} does not move: no switch at its end answers")
                await asyncio.sleep(_LOOK_S)
                if order != self._orders:
                    raise HardwareError(f"{self._name} got another order")
        finally:
            if order == self._orders:
                self.rest()

    def _there(self, *, locked: bool) -> bool:
        return (self.locked and not self.unlocked) if locked else self.unlocked and not self.locked
