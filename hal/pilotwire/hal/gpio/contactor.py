"""A contactor: the relay of its coil, and the mirror contact that shows where its contacts are.

It is opened by whoever has to, from any thread, and `bar` keeps it open until its reason is gone.
To open waits for nothing: the relay is off before anything else is done.
"""

import asyncio
import threading

from pilotwire.hal.gpio.pins import InputPin, OutputPin
from pilotwire.hal.interfaces import HardwareError

__all__ = ["RelayContactor"]

_LOOK_S = 0.002


class RelayContactor:
    """A contactor with the `name` that its errors bear; its contacts move within `travel_s` s.

    Without a mirror contact they are taken to be where they were told to be.
    """

    def __init__(
        self, name: str, relay: OutputPin, mirror: InputPin | None, travel_s: float
    ) -> None:
        self._name = name
        self._relay = relay
        self._mirror = mirror
        self._travel_s = travel_s
        self._guard = threading.Lock()
        self._bars: set[str] = set()
        self._orders = 0
        self._astray_since: float | None = None

    @property
    def closed(self) -> bool:
        """Whether the contacts are closed."""
        return self._relay.on if self._mirror is None else self._mirror.active

    @property
    def told_to_close(self) -> bool:
        """Whether the relay is on."""
        return self._relay.on

    @property
    def orders(self) -> int:
        """How many there were: whoever waits before closing sees that it was to open meanwhile."""
        return self._orders

    async def close(self, orders: int | None = None) -> None:
        """Close; returns once it is closed.

        Raises:
            HardwareError: it does not, or may not, or was told to open since there were so many
                `orders`.
        """
        if orders not in {None, self._orders}:
            raise HardwareError(f"{self._name} was told to open before it had closed")
        order = self._switch_on()
        try:
            await self._arrives(closed=True, order=order)
        except BaseException:  # raised again
            self._give_up(order)
            raise

    async def open(self) -> None:
        """Open; returns once it is open. Raises `HardwareError` where it does not."""
        self.drop()
        await self._arrives(closed=False, order=None)

    def drop(self) -> None:
        """Switch the relay off; whatever was ordered before is void."""
        with self._guard:
            self._orders += 1
            self._relay.set(on=False)

    def bar(self, reason: str) -> None:
        """Open, and stay open until `allow` with the same reason."""
        with self._guard:
            self._bars.add(reason)
            if self._relay.on:
                self._orders += 1
                self._relay.set(on=False)

    def allow(self, reason: str) -> None:
        """That is no reason any more."""
        with self._guard:
            self._bars.discard(reason)

    def trouble(self, now: float) -> str | None:
        """What is wrong for longer than the contacts may travel: they are not where they should be.

        To be asked every now and then; `now` is in seconds.
        """
        if self.closed is self._relay.on:
            self._astray_since = None
            return None
        if self._astray_since is None:
            self._astray_since = now
        if now - self._astray_since <= 2 * self._travel_s:
            return None
        where = "closed, and should be open" if self.closed else "open, and should be closed"
        return f"{self._name} is {where}"

    def _switch_on(self) -> int:
        with self._guard:
            if self._bars:
                raise HardwareError(f"{self._name} may not close: {', '.join(sorted(self._bars))}")
            self._orders += 1
            self._relay.set(on=True)
            return self._orders

    def _give_up(self, order: int) -> None:
        with self._guard:
            if order == self._orders:
                self._relay.set(on=False)

    async def _arrives(self, *, closed: bool, order: int | None) -> None:
        loop = asyncio.get_running_loop()
        until = loop.time() + self._travel_s
        while self.closed is not closed or (self._mirror is None and loop.time() < until):
            if order not in {None, self._orders}:
                break
            if loop.time() >= until:
                do = "close" if closed else "open"
                raise HardwareError(f"{self._name} does not {do}: its mirror contact has not moved")
            await asyncio.sleep(_LOOK_S)
        if order not in {None, self._orders}:
            raise HardwareError(f"{self._name} was told to open before it had closed")
