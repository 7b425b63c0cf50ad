"""The EVSEs of a station, and what the hardware says of them."""

from collections.abc import Iterator

from pilotwire.hal.interfaces import FaultCleared, FaultRaised, PilotChanged
from pilotwire.station.core import Core
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.state import EvseSnapshot
from pilotwire.station.transactions.log import Cause, Transaction

__all__ = ["Evses"]


class Evses:
    """All EVSEs, EVSE 1 first."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._all = tuple(
            EvseControl(number, evse, core)
            for number, evse in enumerate(core.hardware.evses, start=1)
        )
        self.told: dict[tuple[str, int, int], str] = {}
        """The status that was last told of a connector, by OCPP version, EVSE and connector."""
        core.heard.on(PilotChanged, self._pilot_changed)
        core.heard.on(FaultRaised, self._fault_raised)
        core.heard.on(FaultCleared, self._fault_cleared)

    def __iter__(self) -> Iterator[EvseControl]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, evse_id: int) -> EvseControl:
        return self._all[evse_id - 1]

    def running(self, transaction_id: str) -> EvseControl | None:
        """The EVSE on which a transaction runs."""
        for evse in self._all:
            if evse.transaction is not None and evse.transaction.id == transaction_id:
                return evse
        return None

    @property
    def busy(self) -> bool:
        """Whether a transaction runs on any of them."""
        return any(evse.transaction is not None for evse in self._all)

    def snapshots(self) -> tuple[EvseSnapshot, ...]:
        """What there is to see of each of them."""
        return tuple(evse.snapshot() for evse in self._all)

    async def recover(self, transaction: Transaction) -> None:
        """End a transaction that a power cut interrupted, on hardware that may be another now."""
        if transaction.evse_id <= len(self._all):
            await self[transaction.evse_id].recover(transaction)
        else:
            self._core.transactions.end_interrupted(transaction)

    async def end_all(self, cause: Cause) -> None:
        """End what runs anywhere."""
        for evse in self._all:
            await evse.end(cause)

    async def shut_down(self, cause: Cause) -> None:
        """End what runs anywhere, and begin nothing any more."""
        for evse in self._all:
            await evse.shut_down(cause)

    async def room_again(self) -> None:
        """Transactions can be recorded again."""
        for evse in self._all:
            await evse.room_again()

    async def _pilot_changed(self, event: PilotChanged) -> None:
        await self[event.evse_id].pilot_changed(event.state)

    async def _fault_raised(self, event: FaultRaised) -> None:
        await self[event.evse_id].fault_raised(event.code, event.info)

    async def _fault_cleared(self, event: FaultCleared) -> None:
        await self[event.evse_id].fault_cleared()
