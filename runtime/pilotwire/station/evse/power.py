"""The hardware of one EVSE, held to its word.

Every call has a time limit, and whatever goes wrong in one becomes a `HardwareFault`: the caller
deals with one kind of failure, and none can stop the station.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from pilotwire.hal.interfaces import ConnectorKind, EvseHardware, MeterReading, PilotState
from pilotwire.station.errors import HardwareFault
from pilotwire.station.transactions.metering.values import is_number

__all__ = ["SOCKETS", "PowerPath"]

T = TypeVar("T")

TIME_LIMIT = 5.0
"""How long one call into the hardware may take, in seconds."""


SOCKETS = frozenset({ConnectorKind.TYPE2_SOCKET})
"""The connectors that take a cable of the driver's; the others have a fixed one."""


class PowerPath:
    """Contactor, pilot, lock and meter of one EVSE, with what they were last told.

    The order is fail-safe: `open` withdraws the offer before the contactor opens, and `release`
    refuses to unlock a plug while the contactor is not known to be open.
    """

    def __init__(self, evse_id: int, hardware: EvseHardware) -> None:
        self.evse_id = evse_id
        self._hardware = hardware
        self.offered_at: float | None = None
        """Since when current is offered, in the event loop's time; None while none is."""
        self.closed = False
        """Whether the contactor may be closed: True from before it is told to close."""
        self._locked = False

    @property
    def phases(self) -> int:
        """How many phases are wired."""
        return self._hardware.phases

    @property
    def has_socket(self) -> bool:
        """Whether there is a socket, and no fixed cable."""
        return self._hardware.kind in SOCKETS

    async def pilot_state(self) -> PilotState:
        """Read the Control Pilot."""
        return await self._limited(self._hardware.pilot_state(), "EVCommunicationError", "pilot")

    async def read_meter(self) -> MeterReading:
        """Read the meter; one that shows no number has failed."""
        reading = await self._limited(self._hardware.read_meter(), "PowerMeterFailure", "meter")
        if not is_number(reading.energy_wh):
            info = f"EVSE {self.evse_id}: meter: the register shows {reading.energy_wh!r}"
            raise HardwareFault("PowerMeterFailure", info)
        return reading

    async def offer(self) -> None:
        """Lock the plug and tell the vehicle how much it may draw."""
        if self.offered_at is not None:
            return
        await self.hold()
        amperes = self._hardware.max_current_a
        await self._limited(self._hardware.offer_current(amperes), "EVCommunicationError", "pilot")
        self.offered_at = asyncio.get_running_loop().time()

    async def close(self) -> None:
        """Close the contactor."""
        if self.closed:
            return
        self.closed = True
        await self._limited(
            self._hardware.close_contactor(), "PowerSwitchFailure", "contactor, closing"
        )

    def distrust(self) -> None:
        """The contactor may be closed, whatever it was told: so it will be told to open."""
        self.closed = True

    async def open(self) -> None:
        """Open the contactor; the offer stands."""
        if not self.closed:
            return
        await self._limited(
            self._hardware.open_contactor(), "PowerSwitchFailure", "contactor, opening"
        )
        self.closed = False

    async def withdraw(self) -> None:
        """Offer nothing any more, and open the contactor whatever the pilot does."""
        try:
            if self.offered_at is not None:
                self.offered_at = None
                await self._limited(
                    self._hardware.offer_current(0.0), "EVCommunicationError", "pilot"
                )
        finally:
            await self.open()

    async def hold(self) -> None:
        """Lock the plug."""
        if not self._locked:
            self._locked = True
            await self._limited(
                self._hardware.lock_connector(), "ConnectorLockFailure", "lock, locking"
            )

    async def release(self) -> None:
        """Unlock the plug, which is refused while the contactor is not known to be open."""
        if self.closed:
            raise HardwareFault(
                "PowerSwitchFailure", f"EVSE {self.evse_id}: still closed; lock kept"
            )
        if self._locked:
            await self._limited(
                self._hardware.unlock_connector(), "ConnectorLockFailure", "lock, unlocking"
            )
            self._locked = False

    async def _limited(self, call: Awaitable[T], code: str, part: str) -> T:
        try:
            async with asyncio.timeout(TIME_LIMIT):
                return await call
        except TimeoutError:
            info = f"EVSE {self.evse_id}: {part}: no answer within {TIME_LIMIT:g} s"
            raise HardwareFault(code, info) from None
        except Exception as error:  # a driver is somebody else's code and may raise anything
            raise HardwareFault(code, f"EVSE {self.evse_id}: {part}: {error}") from error
