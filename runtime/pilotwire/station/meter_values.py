"""What the meters show, told because the CSMS wants to know (F06)."""

from typing import Protocol

from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.triggers import evses_of
from pilotwire.station.facts.metering import MeterValuesTaken
from pilotwire.station.metering.block import Metering
from pilotwire.station.outcome import Outcome
from pilotwire.station.transactions.metering.meter import taken
from pilotwire.station.triggers import NOT_IMPLEMENTED, Triggers, Wish, refused
from pilotwire.station.vocabulary import MessageTrigger, ReasonCode, TriggerMessageStatus

__all__ = ["METER_VALUES", "MeterValues", "MeterValuesCsms"]

log = logger(__name__)


class MeterValuesCsms(Protocol):
    """Who is told what a meter shows."""

    async def meter_values(self, fact: MeterValuesTaken) -> None:
        """Tell it (J01; 1.6 4.7)."""
        ...


METER_VALUES: Question[MeterValuesCsms] = Question("meter values")


class MeterValues:
    """Tells what the meters show."""

    __slots__ = ("_evses", "_metering", "_triggers")

    def __init__(self, core: Core) -> None:
        self._evses = core.blocks[Evses]
        self._metering = core.blocks[Metering]
        self._triggers = core.blocks[Triggers]
        self._triggers.enter(MessageTrigger.METER_VALUES, self._trigger)

    def _trigger(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        """The measurands of clock-aligned values (F06.FR.06); in 1.6, which steers coarsely, those
        of samples (5.17).
        """
        asked = wish.csms.offered(METER_VALUES)
        if asked is None:
            return NOT_IMPLEMENTED
        evses = evses_of(self._evses, wish)
        if isinstance(evses, Outcome):
            return evses
        if not any(self._metering.takes(evse) for evse in evses):
            return refused(ReasonCode.NOT_ENABLED, "nothing is to be measured")

        async def tell() -> None:
            for evse in evses:
                await self._tell(asked, evse)

        return self._triggers.sending(tell)

    async def _tell(self, csms: MeterValuesCsms, evse: EvseControl) -> None:
        fact = await self._metering.take(evse.id)
        if fact is None:
            log.warning("EVSE %d: the meter shows nothing that is to be told", evse.id)
            return
        for part in taken(fact):
            await csms.meter_values(part)
