"""The EVSEs of a station, and what concerns all of them: EVSE 0 is the station as a whole."""

import asyncio
import logging
from collections.abc import Coroutine, Iterable, Iterator, Sequence

from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    FaultCleared,
    FaultRaised,
    PilotChanged,
)
from pilotwire.station.core import Core
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.faults import Fault
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.transactions.log import Cause, Transaction
from pilotwire.station.vocabulary import ConnectorStatus

__all__ = ["Evses"]

log = logging.getLogger(__name__)


class Evses:
    """The EVSEs in their order: the first one is EVSE 1.

    A fault of the whole station stands on every EVSE, so that no energy flows anywhere, and on EVSE
    0, connector 0, which is how the station itself is reported where a version of OCPP can.
    """

    __slots__ = ("_asked", "_core", "_evses", "_faults", "told")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._asked = False
        self._faults: dict[str, Fault] = {}
        self._evses = tuple(
            EvseControl(number, evse, core)
            for number, evse in enumerate(core.hardware.evses, start=1)
        )
        self.told: dict[tuple[str, int, int], str] = {}
        """The status that was last told of a connector, by OCPP version, EVSE and connector."""
        core.heard.on(PilotChanged, self.heard)
        core.heard.on(FaultRaised, self.heard)
        core.heard.on(FaultCleared, self.heard)

    def __iter__(self) -> Iterator[EvseControl]:
        return iter(self._evses)

    def __len__(self) -> int:
        return len(self._evses)

    def get(self, evse_id: int) -> EvseControl:
        """The EVSE of that number; raises IndexError where there is none."""
        if not 1 <= evse_id <= len(self._evses):
            raise IndexError(f"there is no EVSE {evse_id}")
        return self._evses[evse_id - 1]

    def running(self, transaction_id: str) -> EvseControl | None:
        """The EVSE on which a transaction runs."""
        for evse in self._evses:
            if evse.transaction is not None and evse.transaction.id == transaction_id:
                return evse
        return None

    @property
    def busy(self) -> bool:
        """Whether a transaction runs on any of them."""
        return any(evse.transaction is not None for evse in self._evses)

    def snapshots(self) -> tuple[EvseSnapshot, ...]:
        """What there is to see of each of them."""
        return tuple(evse.snapshot() for evse in self._evses)

    @property
    def connectors(self) -> int:
        """How many connectors the station has."""
        return sum(len(evse.connectors) for evse in self._evses)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the station as a whole, the oldest fault first."""
        return tuple(self._faults.values())

    async def begin(self) -> None:
        """Make all hardware safe; see `EvseControl.begin`."""
        await _at_once(evse.begin() for evse in self._evses)

    async def recover(self, transaction: Transaction) -> None:
        """End a transaction that a power cut interrupted, on hardware that may be another now."""
        if transaction.evse_id <= len(self._evses):
            await self.get(transaction.evse_id).recover(transaction)
        else:
            self._core.transactions.end_interrupted(transaction)

    async def end_all(self, cause: Cause) -> None:
        """End what runs anywhere."""
        for evse in self._evses:
            await evse.end(cause)

    async def shut_down(self, cause: Cause) -> None:
        """End what runs anywhere, and begin nothing any more."""
        for evse in self._evses:
            await evse.shut_down(cause)

    async def room_again(self) -> None:
        """Transactions can be recorded again."""
        for evse in self._evses:
            await evse.room_again()

    async def heard(self, event: PilotChanged | FaultRaised | FaultCleared) -> None:
        """Something happened to an EVSE, or to the station as a whole."""
        match event:
            case PilotChanged(evse_id, pilot, connector_id):
                for evse in self._of(evse_id):
                    if connector_id in evse.connectors:
                        return await evse.pilot_changed(pilot, connector_id)
            case FaultRaised(evse_id, code, info):
                fault = Fault(evse_id, code, info)
                if evse_id == WHOLE_STATION:
                    self._faults[code] = fault
                    self.report_station()
                if self._of(evse_id):
                    return await _at_once(evse.fault_raised(fault) for evse in self._of(evse_id))
            case FaultCleared(evse_id, code):
                if evse_id == WHOLE_STATION:
                    self._faults.pop(code, None)
                    self.report_station()
                if self._of(evse_id):
                    return await _at_once(
                        evse.fault_cleared(evse_id, code) for evse in self._of(evse_id)
                    )
        log.error("the hardware spoke of an EVSE or a connector that it does not have: %r", event)
        return None

    def report_station(self, *, again: bool = False) -> None:
        """Report the station as a whole, which is EVSE 0, connector 0; only 1.6 has a message for
        it.

        As the EVSEs do, it is silent until it has been asked for once (B01.FR.05).
        """
        if not again and not self._asked:
            return
        self._asked = True
        fault = next(iter(self._faults.values()), None)
        status = ConnectorStatus.AVAILABLE if fault is None else ConnectorStatus.FAULTED
        self._core.delivery.tell(
            ConnectorStatusChanged(
                evse_id=WHOLE_STATION,
                connector_id=0,
                timestamp=self._core.clock.now(),
                status=status,
                fault=None if fault is None else fault.code,
                info=None if fault is None else fault.info,
                again=again,
                provisional=self._core.clock.provisional or None,
            )
        )

    def _of(self, evse_id: int) -> Sequence[EvseControl]:
        """The EVSEs that are meant: all of them with 0; none where there is no such EVSE."""
        if evse_id == WHOLE_STATION:
            return self._evses
        return [evse for evse in self._evses if evse.id == evse_id]


async def _at_once(calls: Iterable[Coroutine[object, None, None]]) -> None:
    """Side by side: the hardware of one may take its time, and the others must not wait for it."""
    async with asyncio.TaskGroup() as group:
        for call in calls:
            group.create_task(call)
