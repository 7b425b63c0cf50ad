"""What meters show, told because the CSMS wants to know (F06)."""

from collections.abc import Sequence

from pilotwire.hal.interfaces import WHOLE_STATION
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.csms import Csms
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.triggers import evses_of
from pilotwire.station.metering.block import Metering
from pilotwire.station.outcome import Outcome
from pilotwire.station.triggers import Triggers, Wish, refused
from pilotwire.station.vocabulary import MessageTrigger, ReasonCode, TriggerMessageStatus

__all__ = ["MeterTriggers"]

log = logger(__name__)


class MeterTriggers:
    """Tells what meters show when the CSMS wants to know: beside the queue, for it is of now."""

    __slots__ = ("_delivery", "_evses", "_metering", "_triggers")

    def __init__(self, core: Core) -> None:
        self._delivery = core.delivery
        self._evses = core.blocks[Evses]
        self._metering = core.blocks[Metering]
        self._triggers = core.blocks[Triggers]
        self._triggers.enter(MessageTrigger.METER_VALUES, self._trigger)

    def _trigger(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        """The measurands of clock-aligned values (F06.FR.06); in 1.6, which steers coarsely, those
        of samples (5.17).
        """
        places = self._places(wish)
        if isinstance(places, Outcome):
            return places
        if not any(map(self._metering.takes, places)):
            return refused(ReasonCode.NOT_ENABLED, "nothing is to be measured")

        async def tell() -> None:
            for evse_id in places:
                await self._tell(wish.csms, evse_id)

        return self._triggers.sending(tell)

    def _places(self, wish: Wish) -> Sequence[int] | Outcome[TriggerMessageStatus]:
        """The EVSEs that are meant; the main meter is that of EVSE 0, and one of all."""
        main = (WHOLE_STATION,) if self._metering.has_main else ()
        if main and wish.evse_id == WHOLE_STATION:
            return main
        evses = evses_of(self._evses, wish)
        if isinstance(evses, Outcome):
            return evses
        return (*(evse.id for evse in evses), *(main if wish.evse_id is None else ()))

    async def _tell(self, csms: Csms, evse_id: int) -> None:
        facts = await self._metering.take(evse_id)
        if not facts:
            log.warning("EVSE %d: the meter shows nothing that is to be told", evse_id)
        for fact in facts:
            await self._delivery.say(csms, fact)
