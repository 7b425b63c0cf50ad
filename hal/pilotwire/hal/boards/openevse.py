"""An OpenEVSE controller as an EVSE: pilot, relay, and its own energy meter or another.

The board closes its relay by itself when the vehicle asks for energy, and opens it when it does
not: RAPI has no command for either. So what the interface asks for is mapped like this:

    offer_current(16)   "$SC 16 V", then "$FE": the board offers 16 A, and closes its relay as soon
                        as the vehicle goes to C. Pilotwire offers energy only where it may flow;
                        the relay then closes a little before it is told to.
    offer_current(0)    "$FS", sleep: +12 V without PWM. The vehicle is still seen, which it is not
                        while the board is disabled ("$FD").
    close_contactor()   wakes the board, and waits until it says that its relay is closed
    open_contactor()    "$FS", unless the board says that the relay is open and the vehicle does not
                        ask; waits until it is open, and for no other command's turn
    lock, unlock        "$S5", on boards with the lock of a Type 2 socket

What it can't say: whether a contact is welded before it was closed once, the current that a cable
bears, and that this program is gone. A board goes on as it was told when nobody talks to it any
more, so a charger needs a watchdog of its own that takes its power, or the board's heartbeat
supervision, which leaves it some amperes.
"""

import asyncio
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import Final

from pilotwire.hal.boards.link import RapiLink, RefusedError
from pilotwire.hal.boards.status import BoardStatus
from pilotwire.hal.interfaces import (
    ConnectorKind,
    FaultCleared,
    FaultCode,
    FaultRaised,
    HardwareError,
    HardwareEvent,
    Measurand,
    MeterReading,
    PilotChanged,
    PilotState,
)

__all__ = ["OpenEvse"]

_SWITCHING: Final = 3.0
"""Seconds that the relay may take."""
_OPENING: Final = 1.0
"""Seconds that a relay may be seen closed after nothing was offered any more."""
_LOOK: Final = 0.05
_POLL: Final = 1.0
_BOOTING: Final = 15.0
"""Seconds that a board may take to start; its self tests are part of that."""
_LOCK_PATIENCE: Final = 3.0


class OpenEvse:
    """One board, for an `OpenEvseStation`.

    - `port`: the serial port, at `baud_rate`.
    - `kind`: the connector. With a Type 2 socket, the board must have its lock (MENNEKES_LOCK).
    - `max_current_a`: what may be offered at most; what the board says that it can is a bound, too.
    - `phases`: how many phases its relay switches.

    The board's own meter counts one phase, or three alike, as it was set up; it adds what a vehicle
    has taken to its total when that vehicle leaves, and loses it when it restarts before. For
    billing, give it another one: `pilotwire.hal.mixture`.
    """

    def __init__(
        self,
        port: str,
        *,
        kind: ConnectorKind = ConnectorKind.TYPE1_CABLE,
        max_current_a: float = 32.0,
        phases: int = 1,
        baud_rate: int = 115200,
    ) -> None:
        self.kind = kind
        self.phases = phases
        self.max_current_a = max_current_a
        self._link = RapiLink(port, self._heard, baud_rate=baud_rate)
        self._report: Callable[[HardwareEvent], None] = _to_nobody
        self._evse_id = 1
        self._status: BoardStatus | None = None
        self._pilot: PilotState | None = None
        self._faults: dict[FaultCode, str] = {}
        self._offered = 0.0
        self._openings = 0
        self._watching: asyncio.Task[None] | None = None
        self._calls = asyncio.Event()
        self._unasked_since: float | None = None
        self._restarted = False

    @property
    def measures(self) -> Collection[Measurand]:
        """What its meter shows, where it has an ammeter."""
        return (
            Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
            Measurand.POWER_ACTIVE_IMPORT,
            Measurand.CURRENT_IMPORT,
            Measurand.VOLTAGE,
        )

    # What the station does with it.

    async def pilot_state(self) -> PilotState:
        """Ask the board."""
        return (await self._look()).pilot

    async def offer_current(self, amperes: float) -> None:
        """Offer so much, in whole amperes, or nothing."""
        self._offered, opening = amperes, self._openings
        if amperes <= 0:
            await self._link.ask("FS", urgent=True)
            return
        wanted = int(amperes)
        try:
            words = await self._link.ask(f"SC {wanted} V")
        except RefusedError as error:
            words = error.words  # it has set another one
        try:
            set_ = int(words[0])
        except (IndexError, ValueError):
            raise HardwareError(f"{self._link.path}: the board does not take {wanted} A") from None
        if set_ > wanted:
            await self._link.ask("FS", urgent=True)
            raise HardwareError(f"{self._link.path}: the board offers {set_} A at least")
        # Awake, it may close its relay: not after an order to open, or to withdraw the offer.
        if self._offered > 0 and opening == self._openings:
            await self._link.ask("FE")

    async def close_contactor(self) -> None:
        """Let the board close its relay."""
        opening = self._openings
        if self._offered <= 0:
            raise HardwareError(f"{self._link.path}: nothing is offered; the relay stays open")
        if (await self._look()).sleeping and opening == self._openings:
            await self._link.ask("FE")

        def is_closed(status: BoardStatus) -> bool:
            if opening != self._openings:
                raise HardwareError(f"{self._link.path}: the relay was told to open meanwhile")
            # Where the vehicle asks no more, the board has it open again, or never closed it.
            return status.closed or not status.pilot.wants_energy

        await self._until(is_closed, "close its relay")

    async def open_contactor(self) -> None:
        """Have it opened now."""
        self._openings += 1
        if self._status is None or self._status.pilot.wants_energy:
            await self._link.ask("FS", urgent=True)
        status = await self._look(urgent=True)
        if status.closed or status.pilot.wants_energy:
            await self._link.ask("FS", urgent=True)
            await self._until(lambda seen: not seen.closed, "open its relay", urgent=True)
        # A vehicle that has enough for now asks again only where something is offered.
        status = await self._look(urgent=True)
        if self._offered > 0 and status.sleeping and not status.pilot.wants_energy:
            await self._link.ask("FE")

    async def lock_connector(self) -> None:
        """Hold the plug of a socket."""
        await self._lock(locked=True)

    async def unlock_connector(self) -> None:
        """Release it."""
        await self._lock(locked=False)

    async def read_meter(self) -> MeterReading:
        """The board's energy counter, and what its ammeter shows if it has one."""
        energy = await self._energy()
        milliamperes, millivolts, *_ = _numbers(await self._link.ask("GG"), 2)
        volts = millivolts / 1000
        if milliamperes < 0:  # it has no ammeter
            return MeterReading(energy)
        amperes = milliamperes / 1000
        return MeterReading(
            energy_wh=energy,
            power_w=amperes * volts * self.phases,
            current_a=(amperes,) * self.phases,
            voltage_v=(volts,) * self.phases,
        )

    # What its station class does.

    async def begin(self, evse_id: int, report: Callable[[HardwareEvent], None]) -> None:
        """Put it to sleep, tell what is so, and go on telling."""
        self._evse_id, self._report = evse_id, report
        self._offered = 0.0
        await self._link.ask("FS")
        _, most, *_ = _numbers(await self._link.ask("GC"), 2)
        self.max_current_a = min(self.max_current_a, most)
        if self.kind is ConnectorKind.TYPE2_SOCKET:
            await self._link.ask("S5 M")
        self._pilot = PilotState.A  # of which nothing is told
        self._faults.clear()
        self._restarted = False
        await self._until(lambda status: not status.closed, "open its relay")
        self._watching = asyncio.create_task(self._watch())
        self._see(await self._look())

    async def end(self) -> None:
        """Offer nothing, open the relay, and tell nothing any more."""
        watching, self._watching = self._watching, None
        self._report = _to_nobody
        if watching is not None:
            watching.cancel()
            await asyncio.wait({watching})
        try:
            self._offered = 0.0
            self._openings += 1
            await self._link.ask("FS", urgent=True)
            await self._until(lambda seen: not seen.closed, "open its relay", urgent=True)
        finally:
            self._link.close()

    async def restart(self) -> None:
        """Restart the board, and wait until it is there again.

        Raises:
            HardwareError: it is not.
        """
        with suppress(HardwareError):  # it may be gone before it has answered
            await self._link.ask("FR", attempts=1)
        now = asyncio.get_running_loop().time
        until = now() + _BOOTING
        while True:
            await asyncio.sleep(_LOOK)
            try:
                await self._link.ask("GS", attempts=1)
            except HardwareError:
                if now() > until:
                    self._link.close()
                    raise
            else:
                return

    # What the board says.

    def _heard(self, words: tuple[str, ...]) -> None:
        match words:
            case ("AT", state, pilot_state, _, flags, *_):
                with suppress(HardwareError):  # the next look tells
                    self._see(BoardStatus.of(state, pilot_state, flags))
            case ("AB", *_):
                self._restarted = True  # it has forgotten what it was told
                self._calls.set()
            case _:
                pass

    def _see(self, status: BoardStatus) -> None:
        self._status = status
        if self._watching is None:
            return
        found = dict([status.fault] if status.fault is not None else [])
        if self._is_closed_unasked(status):
            found.setdefault(FaultCode.CONTACTOR, "the relay is closed though nothing is offered")
        if self._restarted:
            found[FaultCode.CONTROLLER] = "the board has restarted"
        self._tell_faults(found)
        if status.pilot is not self._pilot:
            self._pilot = status.pilot
            self._report(PilotChanged(self._evse_id, status.pilot))

    def _is_closed_unasked(self, status: BoardStatus) -> bool:
        """Whether the relay is closed for longer than it takes to open, with nothing offered."""
        if not status.closed or self._offered > 0:
            self._unasked_since = None
            return False
        now = asyncio.get_running_loop().time()
        if self._unasked_since is None:
            self._unasked_since = now
            self._calls.set()
        return now - self._unasked_since > _OPENING

    def _tell_faults(self, found: dict[FaultCode, str]) -> None:
        for code in set(self._faults) - set(found):
            del self._faults[code]
            self._report(FaultCleared(self._evse_id, code))
        for code, info in found.items():
            if self._faults.get(code) != info:
                self._faults[code] = info
                self._report(FaultRaised(self._evse_id, code, info))

    async def _watch(self) -> None:
        """Look every second, and at once where something has happened."""
        while True:
            try:
                if self._restarted:
                    await self._start_over()
                status = await self._look()
                if status.closed and self._offered <= 0:
                    await self._link.ask("FS", urgent=True)
            except HardwareError as error:
                self._tell_faults(self._faults | {FaultCode.CONTROLLER: str(error)})
            with suppress(TimeoutError):
                async with asyncio.timeout(_POLL):
                    await self._calls.wait()
            self._calls.clear()

    async def _start_over(self) -> None:
        """The board has restarted: nothing of what it was told holds, so its session is over."""
        self._offered = 0.0
        self._openings += 1
        await self._link.ask("FS", urgent=True)
        await self._until(lambda status: not status.closed, "open its relay", urgent=True)
        if self.kind is ConnectorKind.TYPE2_SOCKET:
            await self._link.ask("S5 M")
        self._restarted = False

    async def _look(self, *, urgent: bool = False) -> BoardStatus:
        status = BoardStatus.answered(await self._link.ask("GS", urgent=urgent))
        self._see(status)
        return status

    async def _until(
        self, done: Callable[[BoardStatus], bool], what: str, *, urgent: bool = False
    ) -> None:
        """Look again and again, until it has done what it was told, or had time enough."""
        now = asyncio.get_running_loop().time
        until = now() + _SWITCHING
        while not done(await self._look(urgent=urgent)):
            if now() > until:
                raise HardwareError(f"{self._link.path}: the board does not {what}")
            await asyncio.sleep(_LOOK)

    async def _energy(self) -> float:
        """What was ever counted: the total has the vehicle that is there only once it has left."""
        for _ in range(3):
            before = await self._look()
            session, total, *_ = _numbers(await self._link.ask("GU"), 2)
            if (await self._look()).connected is before.connected:
                return total + (session / 3600 if before.connected else 0.0)
        raise HardwareError(f"{self._link.path}: vehicles come and go too fast to be counted")

    async def _lock(self, *, locked: bool) -> None:
        if self.kind is not ConnectorKind.TYPE2_SOCKET:
            return
        await self._link.ask(f"S5 {locked:d}")
        loop = asyncio.get_running_loop()
        until = loop.time() + _LOCK_PATIENCE
        while loop.time() < until:
            state, *_ = await self._link.ask("G5")
            if state == f"{locked:d}":
                return
            await asyncio.sleep(_LOOK)
        words = "does not hold" if locked else "still holds"
        raise HardwareError(f"{self._link.path}: the lock {words} the plug")


def _to_nobody(_: HardwareEvent) -> None:
    """Nobody listens."""


def _numbers(words: tuple[str, ...], least: int) -> list[int]:
    """Raises HardwareError where there are fewer."""
    try:
        numbers = [int(word) for word in words]
    except ValueError:
        numbers = []
    if len(numbers) < least:
        raise HardwareError(f"the board answers what is no number: {' '.join(words)}")
    return numbers
