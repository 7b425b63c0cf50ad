"""The EVSEs of a station, and what the hardware says of them: EVSE 0 is the station as a whole."""

import asyncio
from collections.abc import Coroutine, Iterable, Iterator

from pilotwire.flag import Flag
from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    BayChanged,
    FaultCleared,
    FaultCode,
    FaultRaised,
    PilotChanged,
    PlugChanged,
)
from pilotwire.station.core import Core
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.faults import Fault
from pilotwire.station.evse.problems import Problems
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.facts.status import ConnectorStatusChanged
from pilotwire.station.hardware.checks import PilotUnreadable
from pilotwire.station.transactions.log import Cause, Transaction
from pilotwire.station.vocabulary import ConnectorStatus

__all__ = ["Evses"]


class Evses:
    """All EVSEs, EVSE 1 first.

    A fault of the whole station stands on every EVSE, so that no energy flows anywhere, and on EVSE
    0, connector 0, which is how the station itself is reported where a version of OCPP can.
    """

    __slots__ = (
        "_all",
        "_asked",
        "_core",
        "_faults",
        "_shown",
        "begun",
        "out_of_service",
        "told",
    )

    def __init__(self, core: Core) -> None:
        self._core = core
        self._asked = False
        self._faults: dict[str, Fault] = {}
        self._shown: tuple[ConnectorStatus, str | None, str | None] | None = None
        self.begun = Flag()
        """Set once the hardware is safe, and what an interruption left goes on, or has ended."""
        self.out_of_service = False
        """Whether the station as a whole is to be, once no transaction runs any more."""
        self._all = tuple(
            EvseControl(number, evse, core)
            for number, evse in enumerate(core.hardware.evses, start=1)
        )
        self.told: dict[tuple[str, int, int], str] = {}
        """The status that was last told of a connector, by OCPP version, EVSE and connector."""
        core.heard.on(PilotChanged, self._pilot_changed)
        core.heard.on(PlugChanged, self._plug_changed)
        core.heard.on(BayChanged, self._bay_changed)
        core.heard.on(FaultRaised, self._fault_raised)
        core.heard.on(FaultCleared, self._fault_cleared)
        core.heard.on(PilotUnreadable, self._pilot_unreadable)

    def __iter__(self) -> Iterator[EvseControl]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def get(self, evse_id: int) -> EvseControl:
        """The EVSE of that number; raises IndexError where there is none."""
        if not 1 <= evse_id <= len(self._all):
            raise IndexError(f"there is no EVSE {evse_id}")
        return self._all[evse_id - 1]

    def find(self, evse_id: int, connector_id: int | None = None) -> EvseControl | None:
        """The EVSE of that number; None where there is none, or it has no such connector."""
        if not 1 <= evse_id <= len(self._all):
            return None
        evse = self._all[evse_id - 1]
        return evse if connector_id is None or connector_id in evse.connectors else None

    def running(self, transaction_id: str) -> EvseControl | None:
        """The EVSE on which a transaction runs."""
        for evse in self._all:
            if evse.transaction is not None and evse.transaction.id == transaction_id:
                return evse
        return None

    @property
    def busy(self) -> bool:
        """Whether a transaction runs on any of them, or a plug is locked still (B11)."""
        return any(evse.transaction is not None or evse.state.held for evse in self._all)

    @property
    def connectors(self) -> int:
        """How many connectors the station has."""
        return sum(len(evse.connectors) for evse in self._all)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the station as a whole, the oldest first, warnings too."""
        return tuple(self._faults.values())

    def snapshots(self) -> tuple[EvseSnapshot, ...]:
        """What there is to see of each of them."""
        return tuple(evse.snapshot() for evse in self._all)

    async def begin(self, resumed: Iterable[Transaction] = ()) -> None:
        """Make all hardware safe, and go on with these transactions; see `EvseControl.begin`."""
        by_evse = {transaction.evse_id: transaction for transaction in resumed}
        await _at_once(
            evse.resume(by_evse[evse.id]) if evse.id in by_evse else evse.begin()
            for evse in self._all
        )

    async def recover(self, transaction: Transaction) -> None:
        """End a transaction that a power cut interrupted, on hardware that may be another now."""
        if transaction.evse_id <= len(self._all):
            await self.get(transaction.evse_id).recover(transaction)
        else:
            self._core.transactions.end_interrupted(transaction)

    async def end_all(self, cause: Cause) -> None:
        """End what runs anywhere."""
        await _at_once(evse.end(cause) for evse in self._all)

    async def leave_all(self, cause: Cause) -> None:
        """Leave what runs anywhere to go on after a reset."""
        await _at_once(evse.leave(cause) for evse in self._all)

    async def shut_down(self, cause: Cause) -> None:
        """End what runs anywhere, and begin nothing any more."""
        await _at_once(evse.shut_down(cause) for evse in self._all)

    async def abandon(self) -> None:
        """The station does not go on: leave no contactor closed and no plug locked."""
        await _at_once(evse.abandon() for evse in self._all)

    def let_be(self) -> None:
        """The hardware has been stopped: wait for nothing of it any more."""
        for evse in self._all:
            evse.let_be()

    async def room_again(self) -> None:
        """Transactions can be recorded again."""
        await _at_once(evse.faults.room_again() for evse in self._all)

    def report_station(self, *, again: bool = False) -> None:
        """Report the station as a whole, which is EVSE 0, connector 0; only 1.6 has a message for
        it.

        As the EVSEs do, it is silent until it has been asked for once (B01.FR.05).
        """
        if not again and not self._asked:
            return
        self._asked = True
        if again:
            self._core.blocks[Problems].told_again(WHOLE_STATION, self.faults)
        status = self.station_status(again=again)
        shown = status.status, status.fault, status.info
        if not again and self._shown == shown:
            return
        self._shown = shown
        self._core.delivery.tell(status)

    def station_status(self, *, again: bool = False) -> ConnectorStatusChanged:
        """How the station as a whole is."""
        # The oldest one that is no warning, if there is one.
        fault = next(iter(sorted(self._faults.values(), key=lambda each: each.is_warning)), None)
        status = ConnectorStatus.AVAILABLE
        if fault is not None and not fault.is_warning:
            status = ConnectorStatus.FAULTED
        elif self.out_of_service and not any(evse.transaction for evse in self._all):
            status = ConnectorStatus.UNAVAILABLE
        return ConnectorStatusChanged(
            evse_id=WHOLE_STATION,
            connector_id=0,
            timestamp=self._core.clock.now(),
            status=status,
            fault=None if fault is None else fault.code,
            info=None if fault is None else fault.info,
            again=again,
            provisional=self._core.clock.provisional or None,
        )

    # What the hardware says. What can't wait is done before these return; the rest in what they do.

    def _pilot_changed(self, event: PilotChanged) -> Coroutine[object, None, None]:
        return self.get(event.evse_id).pilot_changed(event.state, event.connector_id)

    def _plug_changed(self, event: PlugChanged) -> Coroutine[object, None, None]:
        evse = self.get(event.evse_id)
        return evse.plug_changed(event.connector_id, plugged=event.plugged)

    def _bay_changed(self, event: BayChanged) -> Coroutine[object, None, None]:
        return self.get(event.evse_id).bay_changed(occupied=event.occupied)

    def _pilot_unreadable(self, event: PilotUnreadable) -> Coroutine[object, None, None]:
        return self.get(event.evse_id).faults.found(FaultCode.PILOT, event.info)

    def _fault_raised(self, event: FaultRaised) -> Coroutine[object, None, None]:
        fault = Fault(event.evse_id, event.code, event.info)
        turns = [evse.faults.raised(fault) for evse in self._of(event.evse_id)]
        if event.evse_id == WHOLE_STATION:
            self._stands({**self._faults, event.code: fault})
        return _at_once(turns)

    async def _fault_cleared(self, event: FaultCleared) -> None:
        if event.evse_id == WHOLE_STATION:
            self._stands({c: fault for c, fault in self._faults.items() if c != event.code})
        await _at_once(
            evse.faults.cleared(event.evse_id, event.code) for evse in self._of(event.evse_id)
        )

    def _stands(self, faults: dict[str, Fault]) -> None:
        """This is wrong with the station as a whole now."""
        before, self._faults = self.faults, faults
        self._core.blocks[Problems].changed(before, self.faults)
        self.report_station()

    def _of(self, evse_id: int) -> tuple[EvseControl, ...]:
        """The EVSEs that are meant: all of them with 0."""
        return self._all if evse_id == WHOLE_STATION else (self.get(evse_id),)


async def _at_once(calls: Iterable[Coroutine[object, None, None]]) -> None:
    """Side by side: the hardware of one may take its time, and the others must not wait for it."""
    async with asyncio.TaskGroup() as group:
        for call in calls:
            group.create_task(call)
