"""The contactor of an EVSE is closed only while the station may deliver, and its plug locked while
somebody charges: looked at all along.
"""

import asyncio
from collections.abc import Callable

from pilotwire.hal.interfaces import AnyFaultCode, FaultCode, HardwareEvent, PilotState
from pilotwire.hal.simulated import SimulatedEvse
from tests.simulation.process import Ledger

__all__ = ["LIMIT", "Inspector"]

LIMIT = 20.0
"""Seconds within which the contactor must open: a station gives each part of its hardware 5 s to
answer, and there are four of them.
"""


class Inspector:
    """Looks at one EVSE whenever anything happens to it.

    `authorized` tells whether the station itself thinks that somebody may charge there. Nothing can
    be asked of a station that does not work.
    """

    def __init__(
        self,
        evse: SimulatedEvse,
        ledger: Ledger,
        authorized: Callable[[], bool],
        wrongs: list[str],
    ) -> None:
        self._evse = evse
        self._ledger = ledger
        self._authorized = authorized
        self._wrongs = wrongs
        self._withdrawn: str | None = None
        self._closed = False
        self._spared: str | None = None
        self._deadline: asyncio.TimerHandle | None = None
        self.energy_first = False
        """Whether a transaction begins with the energy (2.1 2.7.6.1): an instant after it."""
        self.broken = False
        """While the contactor can't do as it is told, nobody is to blame."""
        self._follow()

    def withdrawn(self) -> None:
        """The station has heard that the CSMS does not want the running transaction."""
        self._withdrawn = self._ledger.running.get(self._evse.id)
        self.look()

    def closed(self, closed: bool) -> None:
        """The CSMS knows that the EVSE is out of service, but for what runs there; or that it may
        be back.
        """
        self._closed = closed
        self._spared = self._ledger.running.get(self._evse.id)
        self.look()

    def look(self) -> None:
        """If the contactor must not be closed now, see to it that it opens in time."""
        if self._forbidden() is None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None
        elif self._deadline is None:
            loop = asyncio.get_running_loop()
            self._deadline = loop.call_later(LIMIT, self._due)

    def _due(self) -> None:
        self._deadline = None
        forbidden = self._forbidden()
        if forbidden is not None:
            at = asyncio.get_running_loop().time()
            self._wrongs.append(
                f"EVSE {self._evse.id} is still closed at {at:.3f}, {LIMIT:g} s after: {forbidden}"
            )

    def _forbidden(self) -> str | None:
        """Why the contactor must not be closed, if it is."""
        evse = self._evse
        if not evse.contactor.closed or self.broken or not evse._powered:
            return None
        running = self._ledger.running.get(evse.id)
        if running is None:
            return "no transaction is on disk"
        fault = next((each.code for each in evse.faults if not _is_warning(each.code)), None)
        if fault is not None:
            return f"a fault stands: {fault}"
        if evse.vehicle is None:
            return "there is no vehicle"
        if evse._pilot is PilotState.E:
            return "the pilot is shorted"
        if self._closed and running != self._spared:
            return f"transaction {running} began out of service"
        if running == self._withdrawn:
            return f"the CSMS does not want transaction {running}"
        return None if self._authorized() else "nobody is authorized"

    def _follow(self) -> None:
        """Look whenever the contactor moves, the EVSE reports something, or an order comes."""
        evse = self._evse
        close, moved, report = evse.close_contactor, evse.contactor._moved, evse._report
        unlock = evse.lock.unlock

        async def watched_close() -> None:
            # Nothing may flow unrecorded, not even for an instant.
            if evse.id not in self._ledger.running and not self.energy_first:
                self._wrongs.append(f"EVSE {evse.id} closed without a transaction")
            await close()

        async def watched_unlock() -> None:
            if evse.contactor.closed:
                self._wrongs.append(f"the plug of EVSE {evse.id} is released under load")
            if self._authorized():
                self._wrongs.append(f"the plug of EVSE {evse.id} is released in a session")
            await unlock()

        def watched_move() -> None:
            moved()
            self.look()

        def watched_report(event: HardwareEvent) -> None:
            report(event)
            self.look()

        vars(evse)["close_contactor"] = watched_close
        vars(evse.lock)["unlock"] = watched_unlock
        evse.contactor._moved = watched_move
        evse._report = evse._faults._report = watched_report


def _is_warning(code: AnyFaultCode) -> bool:
    """Whether it lets energy flow."""
    return isinstance(code, FaultCode) and code.is_warning
