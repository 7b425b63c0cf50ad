"""How one EVSE keeps to what it is granted (`governor`), and to what its application limits it."""

import asyncio
from collections.abc import Callable, Iterator

from pilotwire.logs import logger
from pilotwire.station.announcements import Announcements
from pilotwire.station.errors import HardwareFault
from pilotwire.station.events import LimitChanged
from pilotwire.station.evse.governor import NO_SHARE, Governor, Grant, LimitReason, Unlimited
from pilotwire.station.evse.holds import Hold
from pilotwire.station.evse.power import PowerPath
from pilotwire.station.evse.state import EvseState
from pilotwire.station.transactions.log import Cause
from pilotwire.station.vocabulary import OperationMode, TriggerReason

__all__ = ["SWITCHING", "Governed"]

log = logger(__name__)

SWITCHING = Hold("phases are switched", suspends=True, of_session=True)
"""A vehicle sees phases come and go only while nothing has been offered for a while."""

_UNLIMITED = Unlimited()


class Governed:
    """What limits one EVSE, written into its state.

    `rested` has phases switched after so many seconds.
    """

    __slots__ = (
        "_announce",
        "_evse_id",
        "_mode",
        "_power",
        "_rate",
        "_rested",
        "_shown",
        "_state",
        "governor",
    )

    def __init__(
        self,
        evse_id: int,
        state: EvseState,
        power: PowerPath,
        announce: Announcements,
        rested: Callable[[float], object],
    ) -> None:
        self._evse_id = evse_id
        self._state = state
        self._power = power
        self._announce = announce
        self._rested = rested
        self._shown: tuple[float | None, LimitReason] | None = None
        self._rate: tuple[float, bool] | None = None
        """What the CSMS knows of the rate, in amperes, and whether somebody else limits it."""
        self._mode: OperationMode | None = None
        """What the CSMS knows that the schedule is executed as."""
        self.governor: Governor = _UNLIMITED
        """Who says how much may be taken here, besides the hardware and the application."""

    def look(self) -> None:
        """Ask what is granted now, and hold back energy where that is too little."""
        state = self._state
        state.grant = self.governor.grant(self._evse_id)
        if state.session_connected and not self.leaves_enough(state.grant):
            state.holds |= {NO_SHARE}
        else:
            state.holds -= {NO_SHARE}
        if state.session_connected and SWITCHING not in state.holds:
            self._look_at_phases(state)
        self.tell()

    def leaves_enough(self, grant: Grant) -> bool:
        """Whether anything can be offered within a grant."""
        return self._power.enough(self._power.within(None, grant.amperes))

    @property
    def limit(self) -> tuple[float | None, LimitReason]:
        """What may be offered, in amperes at the plug, and whose limit it is."""
        own, grant = self._state.limit, self._state.grant
        granted = self._power.within(None, grant.amperes)
        if granted is None or (own is not None and own <= granted):
            return own, LimitReason.APPLICATION
        return granted, grant.reason

    @property
    def offered(self) -> float:
        """What is offered at present, in amperes a phase of the grid."""
        return self._power.offered

    @property
    def least(self) -> float:
        """Less than that can't be offered, in amperes a phase."""
        return self._power.least

    def hardware_most(self) -> float:
        """The most that the hardware can take, in amperes a phase of the grid; 0 where it does not
        say.
        """
        try:
            return self._power.of_grid(self._power.offerable(None))
        except HardwareFault:
            return 0.0

    def most(self) -> float:
        """The most that could be taken now, in amperes a phase of the grid: by the hardware, the
        cable and the application; 0 where they leave nothing.
        """
        number = self._state.in_use
        outlet = None if number is None else self._power.outlets[number - 1]
        try:
            return self._power.of_grid(self._power.offerable(self._state.limit, outlet))
        except HardwareFault:
            return 0.0

    def tell(self) -> None:
        """Let the application hear of another limit."""
        limit, reason = shown = self.limit
        if shown == self._shown or (self._shown is None and limit is None):
            return
        self._shown = shown
        if limit is None:
            log.info("EVSE %d: there is no limit any more", self._evse_id)
        else:
            log.info("EVSE %d: the limit is %g A (%s)", self._evse_id, limit, reason)
        self._announce(LimitChanged(self._evse_id, limit, reason))

    def settled(self) -> None:
        """The EVSE has settled: it offers what it offers."""
        self.governor.settled(self._evse_id)

    def news(self) -> Iterator[Cause]:
        """What the CSMS hears of in the transaction that runs, each the cause of an event."""
        state = self._state
        if not state.in_transaction or not state.session_connected:
            self._rate = self._mode = None
            return
        if self._mode not in {None, state.grant.mode}:  # K01.FR.110
            yield Cause(TriggerReason.OPERATION_MODE_CHANGED, mode=state.grant.mode)
        self._mode = state.grant.mode
        if self._rate_is_another():
            yield Cause(TriggerReason.CHARGING_RATE_CHANGED)

    def _rate_is_another(self) -> bool:
        """Whether the rate is another by more than LimitChangeSignificance, and not, or no longer,
        by the doing of the CSMS (K11.FR.04, K13.FR.03).
        """
        rate = self._current_rate(), self._state.grant.of_others
        if self._rate is None:
            self._rate = rate
            return False
        before, by_others = self._rate
        if abs(rate[0] - before) <= before * self.governor.significance / 100:
            return False
        self._rate = rate
        return by_others or rate[1]

    def _current_rate(self) -> float:
        """What may be offered now, in amperes, by whoever limits it."""
        try:
            return self._power.offerable(self.limit[0])
        except HardwareFault:
            return 0.0

    def _look_at_phases(self, state: EvseState) -> None:
        """Nothing may be offered for a while before phases are switched."""
        if not self._power.differs(state.grant.phases):
            return
        pause = self._power.pause
        if state.offered_at is None:
            now = asyncio.get_running_loop().time()
            withdrawn_at = max(outlet.withdrawn_at for outlet in self._power.outlets)
            pause -= now - withdrawn_at
            if pause <= 0:
                return
        state.holds |= {SWITCHING}
        self._rested(pause)
