"""The hardware of one EVSE, held to its word.

Every call has a time limit, and whatever goes wrong in one becomes a `HardwareFault`: the caller
deals with one kind of failure, and none can stop the station.
"""

import asyncio
import math
from collections.abc import Awaitable, Iterable, Sequence
from typing import TypeVar, cast

from pilotwire.hal.interfaces import (
    AnyEvse,
    ConnectorHardware,
    ConnectorKind,
    EvseHardware,
    FaultCode,
    MeterReading,
)
from pilotwire.station.errors import HardwareFault
from pilotwire.station.transactions.metering.values import is_number

__all__ = ["DC_KINDS", "SOCKETS", "Outlet", "PowerPath", "connectors_of"]

T = TypeVar("T")

TIME_LIMIT = 5.0
"""How long one call into the hardware may take, in seconds."""

LEAST_AC = 6.0
"""The least that a Control Pilot can offer, in amperes (IEC 61851-1 Annex A)."""

SOCKETS = frozenset({ConnectorKind.TYPE2_SOCKET})
"""The connectors that take a cable of the driver's; the others have a fixed one."""

DC_KINDS = frozenset({ConnectorKind.CCS1_CABLE, ConnectorKind.CCS2_CABLE})
"""The connectors with direct current."""


def connectors_of(hardware: AnyEvse) -> Sequence[ConnectorHardware]:
    """The connectors of an EVSE: its own, or itself where it has but one."""
    # Not `isinstance`: of a protocol it takes long, and a fleet has many EVSEs.
    several: Sequence[ConnectorHardware] | None = getattr(hardware, "connectors", None)
    return (cast("EvseHardware", hardware),) if several is None else several


class Outlet:
    """Contactor, pilot and lock of one connector, with what they were last told.

    What they did before they were told anything is not known, and not assumed: the first `withdraw`
    and the first `release` are orders in any case.

    The order is fail-safe: `withdraw` ends the offer before the contactor opens, and `release`
    refuses to unlock a plug while the contactor is not known to be open.
    """

    __slots__ = ("_hardware", "_locked", "_name", "_offered", "closed", "offered_at")

    def __init__(self, name: str, hardware: ConnectorHardware) -> None:
        self._name = name
        self._hardware = hardware
        self._offered: float | None = None
        self._locked: bool | None = None
        self.closed: bool | None = None
        """Whether the contactor is closed: True from before it is told to close; None where that is
        not known.
        """
        self.offered_at: float | None = None
        """Since when current is offered, in the event loop's time; None while none is."""

    @property
    def has_socket(self) -> bool:
        """Whether there is a socket, and no fixed cable."""
        return self._hardware.kind in SOCKETS

    async def offer(self, amperes: float) -> None:
        """Tell the vehicle how much it may draw; again, where that changes."""
        if amperes == self._offered:
            return
        self._offered = None
        await _limited(
            self._hardware.offer_current(amperes), FaultCode.PILOT, f"{self._name}: pilot"
        )
        self._offered = amperes
        if self.offered_at is None:
            self.offered_at = asyncio.get_running_loop().time()

    async def close(self) -> None:
        """Close the contactor."""
        if self.closed:
            return
        self.closed = True
        await _limited(
            self._hardware.close_contactor(),
            FaultCode.CONTACTOR,
            f"{self._name}: contactor, closing",
        )

    async def open(self) -> None:
        """Open the contactor; the offer stands."""
        if self.closed is False:
            return
        await _limited(
            self._hardware.open_contactor(),
            FaultCode.CONTACTOR,
            f"{self._name}: contactor, opening",
        )
        self.closed = False

    async def withdraw(self) -> None:
        """Offer nothing any more, and open the contactor whatever the pilot does."""
        try:
            if self._offered != 0.0:
                self.offered_at = None
                self._offered = 0.0
                await _limited(
                    self._hardware.offer_current(0.0), FaultCode.PILOT, f"{self._name}: pilot"
                )
        finally:
            await self.open()

    async def hold(self) -> None:
        """Lock the plug."""
        if self._locked:
            return
        self._locked = True
        await _limited(
            self._hardware.lock_connector(), FaultCode.LOCK, f"{self._name}: lock, locking"
        )

    async def release(self) -> None:
        """Unlock the plug, which is refused while the contactor is not known to be open."""
        if self.closed is not False:
            raise HardwareFault(FaultCode.CONTACTOR, f"{self._name}: still closed; lock kept")
        if self._locked is not False:
            await _limited(
                self._hardware.unlock_connector(), FaultCode.LOCK, f"{self._name}: lock, unlocking"
            )
            self._locked = False


class PowerPath:
    """The outlets of one EVSE, of which at most one is offered energy, and the meter for all."""

    __slots__ = ("_hardware", "_name", "outlets")

    def __init__(self, evse_id: int, hardware: AnyEvse) -> None:
        self._hardware = hardware
        self._name = f"EVSE {evse_id}"
        connectors = connectors_of(hardware)
        names = (
            [f"{self._name}, connector {number}" for number in range(1, len(connectors) + 1)]
            if len(connectors) > 1
            else [self._name]
        )
        self.outlets = tuple(map(Outlet, names, connectors))

    @property
    def phases(self) -> int:
        """How many phases are wired."""
        return self._hardware.phases

    @property
    def may_be_closed(self) -> bool:
        """Whether any contactor is not known to be open."""
        return any(outlet.closed is not False for outlet in self.outlets)

    def offerable(self, limit: float | None) -> float:
        """How much can be offered within a limit, in amperes: 0 where that is too little to say."""
        most = self._hardware.max_current_a
        amperes = most if limit is None else min(limit, most)
        direct = all(each.kind in DC_KINDS for each in connectors_of(self._hardware))
        least = math.ulp(0.0) if direct else LEAST_AC
        return amperes if amperes >= least else 0.0

    async def read_meter(self) -> MeterReading:
        """Read the meter; one that shows no number has failed."""
        reading = await _limited(
            self._hardware.read_meter(), FaultCode.METER, f"{self._name}: meter"
        )
        if not is_number(reading.energy_wh):
            info = f"{self._name}: meter: the register shows {reading.energy_wh!r}"
            raise HardwareFault(FaultCode.METER, info)
        return reading

    def distrust(self) -> None:
        """A contactor may be closed, whatever it was told: so all will be told to open."""
        for outlet in self.outlets:
            outlet.closed = None

    async def withdraw(self, *, keep: Outlet | None = None) -> None:
        """Offer nothing any more and open the contactors, of all outlets but `keep`.

        Raises:
            HardwareFault: the first that came up; the other outlets were tried as well.
        """
        await _each(outlet.withdraw() for outlet in self.outlets if outlet is not keep)

    async def release(self) -> None:
        """Unlock all plugs, each refused while its contactor is not known to be open.

        Raises:
            HardwareFault: the first that came up; the other plugs were tried as well.
        """
        await _each(outlet.release() for outlet in self.outlets)


async def _each(calls: Iterable[Awaitable[None]]) -> None:
    failure: HardwareFault | None = None
    for call in calls:
        try:
            await call
        except HardwareFault as error:
            failure = failure or error
    if failure is not None:
        raise failure


async def _limited(call: Awaitable[T], code: str, part: str) -> T:
    """What a call into the hardware returns.

    Raises:
        HardwareFault: it failed, or took too long: that is a fault with this code, of this part.
    """
    try:
        async with asyncio.timeout(TIME_LIMIT):
            return await call
    except TimeoutError:
        raise HardwareFault(code, f"{part}: no answer within {TIME_LIMIT:g} s") from None
    except Exception as error:  # a driver is somebody else's code and may raise anything
        raise HardwareFault(code, f"{part}: {error}") from error
