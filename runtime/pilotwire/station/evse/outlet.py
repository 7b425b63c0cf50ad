"""One connector's contactor, pilot and lock, held to their word.

To cut is the one thing that waits for nothing: the order to open leaves at once, beside whatever
else is under way, and until whoever gave it has had their turn no contactor is told to close.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar, cast

from pilotwire.hal.interfaces import (
    AnyFaultCode,
    ConnectorHardware,
    FaultCode,
    PilotState,
    PowerOffer,
)
from pilotwire.station.errors import HardwareFault
from pilotwire.station.hardware.calls import HardwareCalls, asked, limited, words
from pilotwire.station.hardware.checks import DC_KINDS, SOCKETS, checked_cable, checked_pilot

__all__ = ["Outlet"]

T = TypeVar("T")


class Outlet:
    """Contactor, pilot and lock of one connector, with what they were last told.

    What they did before they were told anything is not known, and not assumed: the first `withdraw`
    and the first `release` are orders in any case.

    The order is fail-safe: the contactor is told to open before anything else, and `release`
    refuses to unlock a plug while the contactor is not known to be open. `uncertain` is called when
    the contactor may have moved though nobody waits for it any more.
    """

    __slots__ = (
        "_bars",
        "_calls",
        "_closing",
        "_hardware",
        "_locked",
        "_name",
        "_offered",
        "_opening",
        "_uncertain",
        "closed",
        "has_socket",
        "offered_at",
        "watts",
        "withdrawn_at",
    )

    def __init__(
        self,
        name: str,
        hardware: ConnectorHardware,
        calls: HardwareCalls,
        uncertain: Callable[[], None],
    ) -> None:
        self._name = name
        self._hardware = hardware
        self._calls = calls
        self._uncertain = uncertain
        self._offered: float | None = None
        self._locked: bool | None = None
        self._bars = 0
        self._opening: asyncio.Task[HardwareFault | None] | None = None
        self._closing: object | None = None
        self.has_socket = hardware.kind in SOCKETS
        """Whether there is a socket, and no fixed cable."""
        self.closed: bool | None = None
        """Whether the contactor is closed: True from before it is told to close; None where that is
        not known.
        """
        self.offered_at: float | None = None
        """Since when current is offered, in the event loop's time; None while none is."""
        self.watts: float | None = None
        """The power that it was last told, in W, where it takes one."""
        self.withdrawn_at = -math.inf
        """When an offer was last withdrawn, in the same time."""

    @property
    def offered(self) -> float | None:
        """What is offered, in amperes; None where that is not known."""
        return self._offered

    @property
    def takes_watts(self) -> bool:
        """Whether it takes a limit in watts (`PowerOffer`)."""
        return self._hardware.kind in DC_KINDS and callable(
            getattr(self._hardware, "offer_power", None)
        )

    @property
    def held(self) -> bool:
        """Whether the plug is locked, as far as is known."""
        return self.has_socket and self._locked is True

    def cable_bears(self) -> float | None:
        """What the cable in the socket bears, in amperes; None where nothing is known of it.

        Raises:
            HardwareFault: there is a cable that bears nothing that is known.
        """
        try:
            return checked_cable(asked(lambda: getattr(self._hardware, "cable_current_a", None)))
        except Exception as error:  # it is the driver's own code that is asked
            info = f"{self._name}: cable: {words(error)}"
            raise HardwareFault(FaultCode.CONTROLLER, info) from error

    async def pilot(self) -> PilotState:
        """Read the Control Pilot."""

        async def read() -> PilotState:
            return checked_pilot(await self._hardware.pilot_state())

        return await self._limited(read, FaultCode.PILOT, "pilot")

    async def offer(self, amperes: float, watts: float | None = None) -> None:
        """Tell the vehicle how much it may draw; again, where that changes. Hardware that takes a
        limit in `watts` has to be told one.

        No more than before once it is `barred`, when what may be offered is about to be another.
        """
        if watts is not None and watts != self.watts:
            power, self.watts = self.watts, None
            self.watts = watts if await self._offer_power(watts, power) else power
        if amperes == self._offered:
            return
        before, self._offered = self._offered, None

        async def tell() -> bool:
            if self.barred and amperes > (before or 0.0):
                return False
            await self._hardware.offer_current(amperes)
            return True

        told = await self._limited(tell, FaultCode.PILOT, "pilot")
        self._offered = amperes if told else before
        if told and self.offered_at is None:
            self.offered_at = asyncio.get_running_loop().time()

    def cut(self) -> None:
        """Order the contactor to open now, whatever is under way, and bar it until `unbar`."""
        self._bars += 1
        self._order_open()

    def unbar(self) -> None:
        """Who cut has had their turn."""
        self._bars -= 1

    @property
    def barred(self) -> bool:
        """Whether somebody who cut waits for their turn."""
        return self._bars > 0

    async def close(self) -> None:
        """Close the contactor, unless it is barred."""
        if self._opening is not None:
            await asyncio.wait({self._opening})
        if self.closed or self.barred:
            return
        self.closed = True
        order = self._closing = object()

        async def close() -> None:
            try:
                await self._hardware.close_contactor()
            finally:
                if self._closing is not order:  # it was given up on
                    self.closed = None
                    self._uncertain()

        try:
            await self._limited(close, FaultCode.CONTACTOR, "contactor, closing")
        except HardwareFault:
            if not self.barred:  # else it was told to open meanwhile, and has not failed
                raise
        finally:
            self._closing = None

    async def open(self) -> None:
        """Open the contactor; the offer stands."""
        self._order_open()
        opening = self._opening
        if opening is None:
            return
        await asyncio.wait({opening})
        failure = opening.result()
        if failure is not None:
            raise failure

    async def withdraw(self) -> None:
        """Open the contactor and offer nothing any more, each whatever the other does."""
        self._order_open()
        try:
            if self._offered != 0.0:
                await self.offer_nothing()
        finally:
            await self.open()

    async def offer_nothing(self) -> None:
        """Tell the vehicle that it may draw nothing."""
        if self._offered != 0.0:
            self.withdrawn_at = asyncio.get_running_loop().time()
        self.offered_at = None
        self._offered = 0.0
        await self._limited(lambda: self._hardware.offer_current(0.0), FaultCode.PILOT, "pilot")

    async def hold(self) -> None:
        """Lock the plug."""
        if self._locked:
            return
        self._locked = True
        await self._limited(self._hardware.lock_connector, FaultCode.LOCK, "lock, locking")

    def plug_gone(self) -> None:
        """The plug was pulled before the lock held it: where the bolt is now is not known."""
        self._locked = None

    async def release(self) -> None:
        """Unlock the plug, which is refused while the contactor is not known to be open."""
        if self.closed is not False:
            raise HardwareFault(FaultCode.CONTACTOR, f"{self._name}: still closed; lock kept")
        if self._locked is not False:
            await self._limited(self._hardware.unlock_connector, FaultCode.LOCK, "lock, unlocking")
            self._locked = False

    async def move_lock(self, *, plugged: bool) -> None:
        """Move the lock once more, as far as that can be done: to and fro with a plug in it."""
        if plugged:
            await self._limited(self._hardware.lock_connector, FaultCode.LOCK, "lock, locking")
        self._locked = None
        await self.release()

    def let_be(self) -> None:
        """Wait no more for an order to open that hangs: nobody is there to hear of it."""
        if self._opening is not None:
            self._opening.cancel()

    async def _offer_power(self, watts: float, before: float | None) -> bool:
        hardware = cast("PowerOffer", self._hardware)

        async def tell() -> bool:
            if self.barred and watts > (before or 0.0):
                return False
            await hardware.offer_power(watts)
            return True

        return await self._limited(tell, FaultCode.PILOT, "power")

    def _order_open(self) -> None:
        if self._opening is not None and self._opening.done():
            self._opening = None
        if self._opening is None and (self.closed is not False or self._closing is not None):
            order = self._limited(
                self._hardware.open_contactor, FaultCode.CONTACTOR, "contactor, opening"
            )
            self._opening = asyncio.create_task(self._open(order))

    async def _open(self, order: Awaitable[None]) -> HardwareFault | None:
        try:
            await order
        except HardwareFault as failure:
            return failure
        # Where it was being told to close at the same time, what came of it is not known.
        self.closed = None if self._closing is not None else False
        return None

    def _limited(
        self, make: Callable[[], Awaitable[T]], code: AnyFaultCode, part: str
    ) -> Coroutine[object, None, T]:
        return limited(self._calls, make, code, f"{self._name}: {part}")
