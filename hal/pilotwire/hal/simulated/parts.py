"""The parts of an EVSE that can break: contactor, lock, selector of phases, reader; and how.

Every part can `hang()`: it does not answer any more, until `repair()`.
"""

import asyncio
from collections.abc import Callable

from pilotwire.hal.interfaces import HardwareError

__all__ = ["Contactor", "Lock", "Part", "PhaseSelector", "Reader"]

_CONTACTOR_TRAVEL_S = 0.05
_LOCK_TRAVEL_S = 0.3
_SELECTOR_TRAVEL_S = 0.1


class Part:
    """A piece of hardware with a name for the texts of its errors."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._repaired: asyncio.Event | None = None

    def hang(self) -> None:
        """From now on, do not answer: calls wait for `repair()`, or for their caller to give up."""
        if self._repaired is None:
            self._repaired = asyncio.Event()

    def repair(self) -> None:
        """Work again; calls that hang go on."""
        if self._repaired is not None:
            self._repaired.set()
            self._repaired = None

    async def _answer(self) -> None:
        while self._repaired is not None:
            await self._repaired.wait()


class Contactor(Part):
    """The switch between mains and outlet. It needs power to close, and opens without."""

    def __init__(self, name: str, moved: Callable[[], None]) -> None:
        super().__init__(name)
        self._moved = moved
        self.interlock: Callable[[], None] | None = None
        """Raises `HardwareError` where the contactor may not close; called when it would."""
        self._closed = False
        self._stuck_open = False
        self._stuck_closed = False
        self._powered = False
        self._sags = False
        self._orders = 0

    @property
    def closed(self) -> bool:
        """Whether the contacts are closed."""
        return self._closed

    def stick_open(self) -> None:
        """The coil burns out: it opens now if it is closed, and does not close until `repair()`."""
        self._stuck_open, self._stuck_closed = True, False
        self._move(closed=False)

    def stick_closed(self) -> None:
        """The contacts weld: closed, now or later, they do not open until `repair()`."""
        self._stuck_open, self._stuck_closed = False, True

    def repair(self) -> None:
        """Work again. Contacts that were welded stay as they are until the next order."""
        self._stuck_open = self._stuck_closed = False
        super().repair()

    def sag(self, *, low: bool) -> None:
        """The voltage of the coil is too low, or is as it should be again: the contactor falls
        open, and does not close; called by the EVSE.
        """
        self._sags = low
        if low:
            self._fall_open()

    async def close(self) -> None:
        """Close; returns when it is closed. Raises `HardwareError` when it does not."""
        self._orders += 1
        order = self._orders
        self._require_power()
        await self._answer()
        await asyncio.sleep(_CONTACTOR_TRAVEL_S)
        if order != self._orders:
            raise HardwareError(f"{self._name} got another order before it had closed")
        self._require_power()
        if self._stuck_open:
            raise HardwareError(f"{self._name} does not close: it sticks open")
        if self._sags:
            raise HardwareError(f"{self._name} does not close: the voltage is too low")
        if not self._closed and self.interlock is not None:
            self.interlock()
        self._move(closed=True)

    async def open(self) -> None:
        """Open; returns when it is open. Raises `HardwareError` when it does not."""
        self._orders += 1
        await self._answer()
        travels = self._closed
        self._fall_open()
        if travels:
            await asyncio.sleep(_CONTACTOR_TRAVEL_S)
        if self._closed:
            raise HardwareError(f"{self._name} does not open: it is still closed")

    def power_up(self) -> None:
        """Be ready for orders; called by the EVSE."""
        self._powered = True

    def power_down(self) -> None:
        """Fall open and forget all orders; called by the EVSE. Welded contacts stay closed."""
        self._powered = False
        self._orders += 1
        self._fall_open()

    def _require_power(self) -> None:
        if not self._powered:
            raise HardwareError(f"{self._name} cannot close: the station is not started")

    def _fall_open(self) -> None:
        if not self._stuck_closed:
            self._move(closed=False)

    def _move(self, *, closed: bool) -> None:
        if closed is not self._closed:
            self._closed = closed
            self._moved()


class Lock(Part):
    """The bolt that holds a plug in its socket."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._locked = False
        self._jammed = False
        self._waiting: list[asyncio.Future[None]] = []

    @property
    def locked(self) -> bool:
        """Whether the bolt holds the plug."""
        return self._locked

    def jam(self) -> None:
        """The bolt stays where it is until `repair()`."""
        self._jammed = True

    def repair(self) -> None:
        """Work again; the bolt moves at the next order."""
        self._jammed = False
        super().repair()

    async def lock(self) -> None:
        """Hold the plug; raises `HardwareError` when the bolt does not move."""
        await self._turn(locked=True)

    async def unlock(self) -> None:
        """Release the plug; raises `HardwareError` when the bolt does not move."""
        await self._turn(locked=False)

    def give_way(self) -> None:
        """The plug was torn out: the bolt holds nothing any more; called by the EVSE."""
        self._move(locked=False)

    async def released(self) -> None:
        """Wait until the bolt holds nothing."""
        while self._locked:
            future = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            try:
                await future
            finally:
                self._waiting.remove(future)

    def _move(self, *, locked: bool) -> None:
        self._locked = locked
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def _turn(self, *, locked: bool) -> None:
        await self._answer()
        if locked is self._locked:
            return
        await asyncio.sleep(_LOCK_TRAVEL_S)
        if self._jammed:
            raise HardwareError(f"{self._name} does not move: it is jammed")
        self._move(locked=locked)


class PhaseSelector(Part):
    """A contactor in two of the phases, ahead of that of the outlet; `moved` is called when it has
    another position.
    """

    def __init__(self, name: str, phases: int, moved: Callable[[], None]) -> None:
        super().__init__(name)
        self._moved = moved
        self._jammed = False
        self.phases = phases
        """How many phases it lets through."""

    def jam(self) -> None:
        """It stays where it is until `repair()`."""
        self._jammed = True

    def repair(self) -> None:
        """Work again; it moves at the next order."""
        self._jammed = False
        super().repair()

    async def select(self, phases: int) -> None:
        """Let so many phases through; raises `HardwareError` when it does not move."""
        await self._answer()
        if phases == self.phases:
            return
        await asyncio.sleep(_SELECTOR_TRAVEL_S)
        if self._jammed:
            raise HardwareError(f"{self._name} does not move: it is jammed")
        self.phases = phases
        self._moved()


class Reader(Part):
    """A card reader. Broken or hanging, it does not notice the card, as real ones do.

    The controller misses one that is broken, and tells `missed` of it; one that hangs it does not.
    """

    def __init__(self, name: str, missed: Callable[[bool], None]) -> None:
        super().__init__(name)
        self._missed = missed
        self._broken = False

    @property
    def works(self) -> bool:
        """Whether it notices a card."""
        return not self._broken and self._repaired is None

    def break_down(self) -> None:
        """Notice no card until `repair()`."""
        self._broken = True
        self._missed(True)

    def repair(self) -> None:
        """Notice cards again."""
        if self._broken:
            self._broken = False
            self._missed(False)
        super().repair()
