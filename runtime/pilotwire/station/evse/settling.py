"""The settling sequence of one EVSE: hardware, transaction and reports are made to agree with the
state, in the order that `EvseControl` tells of. Who calls it has the EVSE's turn.
"""

from pilotwire.foreign import printable
from pilotwire.hal.interfaces import FaultCode
from pilotwire.logs import logger
from pilotwire.station.errors import HardwareFault
from pilotwire.station.evse import changes
from pilotwire.station.evse.connection import Connection
from pilotwire.station.evse.faults import STORE_FULL, Fault
from pilotwire.station.evse.governed import Governed
from pilotwire.station.evse.power import PowerPath
from pilotwire.station.evse.reports import StatusReports
from pilotwire.station.evse.second_look import SecondLook
from pilotwire.station.evse.state import EvseState
from pilotwire.station.evse.supply import PulledError, Supply
from pilotwire.station.transactions.control import TransactionControl
from pilotwire.station.transactions.limits import LimitWatch
from pilotwire.station.transactions.log import Cause

__all__ = ["Settling"]

log = logger(__name__)


class Settling:
    """Makes the world agree with the state of an EVSE.

    `waiting` are the faults that the hardware has told of, and that have not had their turn.
    """

    __slots__ = (
        "_connection",
        "_evse_id",
        "_governed",
        "_limits",
        "_power",
        "_reports",
        "_second_look",
        "_state",
        "_supply",
        "_tx",
        "waiting",
    )

    def __init__(
        self,
        evse_id: int,
        state: EvseState,
        power: PowerPath,
        supply: Supply,
        tx: TransactionControl,
        connection: Connection,
        second_look: SecondLook,
        limits: LimitWatch,
        governed: Governed,
        reports: StatusReports,
    ) -> None:
        self._evse_id = evse_id
        self._state = state
        self._power = power
        self._supply = supply
        self._tx = tx
        self._connection = connection
        self._second_look = second_look
        self._limits = limits
        self._governed = governed
        self._reports = reports
        self.waiting: tuple[Fault, ...] = ()

    async def settle(self, cause: Cause) -> None:
        """Do what follows from what is so now; `cause` is why."""
        try:
            await self._sequence(cause)
        except PulledError:
            await self.settle(self._connection.pulled())
        except HardwareFault as failure:
            await self.failed(failure, cause)
        self._governed.settled()
        for news in self._governed.news():
            await self._tx.account(news)
        self._second_look.arrange()
        self._limits.arrange()
        self._tx.settled(held=self._power.held)
        if self._next_connector():
            await self.settle(changes.PLUGGED_IN)

    async def failed(self, failure: HardwareFault, cause: Cause) -> None:
        """The hardware failed while it was to follow `cause`."""
        fault = self._found(failure)
        if not self._state.faults:
            log.error("EVSE %d is faulted: %s", self._evse_id, printable(str(failure)))
            # What the hardware has said meanwhile came first, and is why the transaction ends.
            causes = [changes.raised(self._state, each) for each in (*self.waiting, fault)]
            await self.settle(causes[0])
            return
        # Another failure on the way down stands beside the first and changes nothing else: what can
        # be done without the failed part is done.
        self._stands_too(fault)
        await self._tx.account(cause)  # which begins nothing beside a fault
        if fault.code != FaultCode.LOCK:
            try:
                await self._supply.leave_plug()
            except HardwareFault as another:
                self._stands_too(self._found(another))
        self._supply.sync()
        self._reports.tell(again=False)
        self._second_look.arrange()

    def _found(self, failure: HardwareFault) -> Fault:
        found = failure.code != STORE_FULL  # which `room_again` clears
        return Fault(self._evse_id, failure.code, failure.info, found=found)

    def _stands_too(self, fault: Fault) -> None:
        if fault.key not in self._state.faults:
            log.error("EVSE %d: %s", self._evse_id, printable(str(fault)))
            self._state.faults[fault.key] = fault

    def _next_connector(self) -> bool:
        """Let go of the connector in use when nothing goes on there any more. Whether a vehicle
        that waits at another one has its turn now.
        """
        state = self._state
        useless = state.in_use is not None and state.closed_to_all(state.in_use)
        if (
            (state.connected and not useless)
            or state.held
            or state.authorization is not None
            or state.owner is not None
            or self._tx.current is not None
        ):
            return False
        waiting = (
            number
            for number in range(1, len(state.pilots) + 1)
            if state.pilots[number - 1].connected and not state.closed_to_all(number)
        )
        following = next(waiting, None)
        if following is None and state.finishing:
            return False  # its plug is there still, and nobody else waits
        state.finishing = False
        state.in_use = following
        return following is not None

    async def _sequence(self, cause: Cause) -> None:
        state = self._state
        self._governed.look()
        if state.authorization is None:
            self._connection.no_longer_awaited()
        try:
            await self._supply.cut_and_hold()
        except HardwareFault:
            if self._tx.current is not None and not state.session_connected:
                await self._tx.account(cause)  # what began a stop is told, not what failed in it
            raise
        await self._tx.account(cause)
        if not state.may_charge:
            await self._supply.cut()  # that may have ended the session
        if state.may_charge and self._tx.covers_energy:
            self._connection.no_longer_awaited()
            await self._supply.give()
            await self._tx.account(changes.CHANGED)
        await self._supply.leave_plug()
        self._supply.sync()
        if state.finishing and state.vacated:
            state.finishing = False
        self._reports.tell(again=False)
