"""Looking again at what has failed: a part that does again as it is told is no fault any more.

Nobody may come to clear a fault that the station has found by itself, and a contactor that has not
opened when it had to must be told again, whatever else is wrong.
"""

import asyncio
from collections.abc import Callable

from pilotwire.foreign import printable
from pilotwire.hal.interfaces import AnyFaultCode, FaultCode, PilotState
from pilotwire.logs import logger
from pilotwire.station.errors import HardwareFault
from pilotwire.station.evse import changes
from pilotwire.station.evse.power import PowerPath
from pilotwire.station.evse.state import EvseState

__all__ = ["SecondLook"]

log = logger(__name__)

LOOK_AGAIN = 10.0
"""Seconds between looks at a part that has failed: a contactor that has not opened when it had to,
before all.
"""


class SecondLook:
    """Looks again at the parts of one EVSE.

    `due` is called when it is time to, for `look` to be called in turn; `read` is told each pilot
    that was read anew.
    """

    __slots__ = ("_due", "_evse_id", "_power", "_read", "_state", "_timer")

    def __init__(
        self,
        evse_id: int,
        state: EvseState,
        power: PowerPath,
        due: Callable[[], None],
        read: Callable[[int, PilotState], None],
    ) -> None:
        self._evse_id = evse_id
        self._state = state
        self._power = power
        self._due = due
        self._read = read
        self._timer: asyncio.TimerHandle | None = None

    def arrange(self) -> None:
        """Look again later, if anything is as it must not stay."""
        not_open = self._power.may_be_closed and not self._state.may_charge
        if not not_open and not any(fault.found for fault in self._state.faults.values()):
            self.stop()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(LOOK_AGAIN, self._time)

    def stop(self) -> None:
        """Do not look again."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def look(self) -> None:
        """Faults that the station has found go once the part does again as it is told."""
        for fault in [fault for fault in self._state.faults.values() if fault.found]:
            try:
                await self._try_again(fault.code)
            except HardwareFault:
                continue
            log.warning("EVSE %d: works again: %s", self._evse_id, printable(fault.code))
            changes.cleared(self._state, self._evse_id, fault.code)

    def _time(self) -> None:
        self._timer = None
        self._due()

    async def _try_again(self, code: AnyFaultCode) -> None:
        """Raises HardwareFault where what failed with `code` fails again."""
        power = self._power
        match code:
            case FaultCode.CONTACTOR:
                power.distrust()
                await power.withdraw()
            case FaultCode.LOCK:
                await power.move_locks([pilot.connected for pilot in self._state.pilots])
            case FaultCode.METER:
                await power.read_meter()
            case FaultCode.PILOT:
                for number, outlet in enumerate(power.outlets, start=1):
                    self._read(number, await outlet.pilot())
                    await outlet.offer_nothing()
            case _:
                for outlet in power.outlets:
                    power.offerable(None, outlet)
