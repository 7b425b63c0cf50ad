"""The hardware of one EVSE, held to its word.

Every call has a time limit, and whatever goes wrong in one becomes a `HardwareFault`: the caller
deals with one kind of failure, and none can stop the station.

To cut is the one thing that waits for nothing: the order to open leaves at once, beside whatever
else is under way, and until whoever gave it has had their turn no contactor is told to close.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from typing import TypeVar

from pilotwire.hal.interfaces import (
    AnyEvse,
    AnyFaultCode,
    ConnectorHardware,
    FaultCode,
    MeterReading,
    PilotState,
)
from pilotwire.hal.interfaces import ReadingContext as MeterContext
from pilotwire.station.errors import HardwareFault
from pilotwire.station.hardware.calls import HardwareCalls, asked, limited, words
from pilotwire.station.hardware.checks import (
    DC_KINDS,
    LEAST_AC,
    SOCKETS,
    checked_cable,
    checked_limit,
    checked_pilot,
    connectors_of,
)
from pilotwire.station.hardware.meters import public_key_of, read_meter
from pilotwire.station.vocabulary import ReadingContext

__all__ = ["Outlet", "PowerPath"]

MOST_VOLTS = 276.0
"""Between phase and neutral: a fifth above what it should be."""

MOST_DIRECT_VOLTS = 1500.0

MOST_WATTS = 4e6

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

    async def offer(self, amperes: float) -> None:
        """Tell the vehicle how much it may draw; again, where that changes."""
        if amperes == self._offered:
            return
        self._offered = None
        await self._limited(lambda: self._hardware.offer_current(amperes), FaultCode.PILOT, "pilot")
        self._offered = amperes
        if self.offered_at is None:
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


class PowerPath:
    """The outlets of one EVSE, of which at most one is offered energy, and the meter for all.

    `uncertain` is called when a contactor may have moved though nobody waits for it any more.
    """

    __slots__ = ("_calls", "_direct", "_hardware", "_name", "outlets", "phases", "public_key")

    def __init__(self, evse_id: int, hardware: AnyEvse, uncertain: Callable[[], None]) -> None:
        self._hardware = hardware
        self._calls = HardwareCalls()
        self._name = f"EVSE {evse_id}"
        connectors = connectors_of(hardware)
        names = (
            [f"{self._name}, connector {number}" for number in range(1, len(connectors) + 1)]
            if len(connectors) > 1
            else [self._name]
        )
        self.outlets = tuple(
            Outlet(name, connector, self._calls, uncertain)
            for name, connector in zip(names, connectors, strict=True)
        )
        self._direct = all(each.kind in DC_KINDS for each in connectors)
        self.phases = hardware.phases
        """How many phases are wired."""
        self.public_key = public_key_of(hardware)
        """The key of a meter that signs."""

    @property
    def may_be_closed(self) -> bool:
        """Whether any contactor is not known to be open."""
        return any(outlet.closed is not False for outlet in self.outlets)

    @property
    def held(self) -> bool:
        """Whether any plug is locked, as far as is known."""
        return any(outlet.held for outlet in self.outlets)

    def offerable(self, limit: float | None, outlet: Outlet | None = None) -> float:
        """How much can be offered within a limit, in amperes: 0 where that is too little to say. At
        an outlet that is never more than its cable bears (IEC 61851-1 Annex B).

        Raises:
            HardwareFault: the hardware does not say how much it can offer, or the cable bear.
        """
        try:
            most = checked_limit(asked(lambda: self._hardware.max_current_a), direct=self._direct)
        except Exception as error:  # it is the driver's own code that is asked
            info = f"{self._name}: {words(error)}"
            raise HardwareFault(FaultCode.CONTROLLER, info) from error
        bears = None if outlet is None else outlet.cable_bears()
        amperes = min(most if each is None else each for each in (limit, bears, most))
        return amperes if self.enough(amperes) else 0.0

    @property
    def most_watts(self) -> float:
        """The most that can flow, in W; where the hardware does not say, more than any delivers."""
        try:
            amperes = self.offerable(None)
        except HardwareFault:
            return MOST_WATTS
        return amperes * (MOST_DIRECT_VOLTS if self._direct else self.phases * MOST_VOLTS)

    def enough(self, limit: float | None) -> bool:
        """Whether anything can be offered within a limit, in amperes."""
        return limit is None or (limit > 0 if self._direct else limit >= LEAST_AC)

    async def read_meter(self, sign_for: ReadingContext | None = None) -> MeterReading:
        """Read the meter, with a signature if that is for something; one that shows no register has
        failed.
        """
        context = None if sign_for is None else MeterContext(sign_for.value)
        return await limited(
            self._calls,
            lambda: read_meter(self._hardware, context),
            FaultCode.METER,
            f"{self._name}: meter",
        )

    async def read_signed_meter(self, sign_for: ReadingContext) -> MeterReading:
        """Read the meter; one that gives no signature has failed, too."""
        reading = await self.read_meter(sign_for)
        if reading.signed is None:
            raise HardwareFault(FaultCode.METER, f"{self._name}: meter: it gave no signature")
        return reading

    def distrust(self) -> None:
        """A contactor may be closed, whatever it was told: so all will be told to open."""
        for outlet in self.outlets:
            outlet.closed = None

    def cut(self) -> None:
        """Order all contactors to open now, whatever is under way, and bar them until `unbar`."""
        for outlet in self.outlets:
            outlet.cut()

    def unbar(self) -> None:
        """Who cut has had their turn."""
        for outlet in self.outlets:
            outlet.unbar()

    async def withdraw(self) -> None:
        """Open the contactors of all outlets and offer nothing any more.

        Raises:
            HardwareFault: the first that came up; the other outlets were tried as well.
        """
        await _each(outlet.withdraw() for outlet in self.outlets)

    def let_be(self) -> None:
        """Wait no more for orders to open that hang."""
        for outlet in self.outlets:
            outlet.let_be()

    async def move_locks(self, plugged: Sequence[bool]) -> None:
        """Move the locks once more; `plugged` tells which have a plug in them.

        Raises:
            HardwareFault: one does not do as it is told.
        """
        pairs = zip(self.outlets, plugged, strict=True)
        await _each(outlet.move_lock(plugged=has_plug) for outlet, has_plug in pairs)

    async def release(self) -> None:
        """Unlock all plugs, each refused while its contactor is not known to be open.

        Raises:
            HardwareFault: the first that came up; the other plugs were tried as well.
        """
        await _each(outlet.release() for outlet in self.outlets)


async def _each(calls: Iterable[Awaitable[None]]) -> None:
    """Side by side, for one that hangs must not keep the others waiting."""
    first, *others = calls
    if not others:
        return await first
    outcomes = await asyncio.gather(first, *others, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    return None
