"""What is wrong with an EVSE as it comes to be known, and that it is so no more: written into the
state through its door, like all that happens.
"""

from collections.abc import Coroutine

from pilotwire.foreign import printable
from pilotwire.hal.interfaces import AnyFaultCode, FaultCode
from pilotwire.logs import logger
from pilotwire.station.evse import changes
from pilotwire.station.evse.door import Door
from pilotwire.station.evse.faults import STORE_FULL, Fault
from pilotwire.station.evse.power import PowerPath
from pilotwire.station.evse.settling import Settling
from pilotwire.station.evse.state import EvseState
from pilotwire.station.transactions.log import Cause

__all__ = ["FaultIntake"]

log = logger(__name__)


class FaultIntake:
    """Takes in the faults and warnings of one EVSE, and those of the station that stand on it."""

    __slots__ = ("_door", "_evse_id", "_power", "_settling")

    def __init__(self, evse_id: int, power: PowerPath, settling: Settling, door: Door) -> None:
        self._evse_id = evse_id
        self._power = power
        self._settling = settling
        self._door = door

    def raised(self, fault: Fault) -> Coroutine[object, None, None]:
        """The hardware says that something is wrong with it, or with the station as a whole.

        The contactors are ordered to open before this returns, unless it is a warning that leaves
        them alone; all else waits for its turn in what it returns.
        """
        return self._warned(fault) if fault.is_warning else self._faulted(fault)

    def _warned(self, fault: Fault) -> Coroutine[object, None, None]:
        log.warning("EVSE %d: %s", self._evse_id, printable(str(fault)))
        cut = self._power if fault.withholds else None
        if cut is not None:
            cut.cut()
        return self._door.take_turn(lambda state: changes.warned(state, fault), cut)

    def _faulted(self, fault: Fault) -> Coroutine[object, None, None]:
        log.error("EVSE %d is faulted: %s", self._evse_id, printable(str(fault)))
        if fault.code == FaultCode.CONTACTOR:
            self._power.distrust()
        self._power.cut()
        self._settling.waiting += (fault,)

        def change(state: EvseState) -> Cause:
            self._settling.waiting = self._settling.waiting[1:]
            return changes.raised(state, fault)

        return self._door.take_turn(change, self._power)

    async def found(self, code: AnyFaultCode, info: str) -> None:
        """The hardware said what it can't mean: a fault until it does better."""
        fault = Fault(self._evse_id, code, info, found=True)
        await self._door.cut_and_change(lambda state: changes.raised(state, fault))

    async def cleared(self, evse_id: int, code: AnyFaultCode) -> None:
        """A fault is gone: one of this EVSE, or one of the station as a whole."""
        await self._door.change(lambda state: changes.cleared(state, evse_id, code))

    async def room_again(self) -> None:
        """Transactions can be recorded again."""
        await self.cleared(self._evse_id, STORE_FULL)
