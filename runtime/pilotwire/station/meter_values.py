"""What the meters show, told because the CSMS wants to know (F06)."""

from typing import Protocol

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.device_model.definitions import setting
from pilotwire.station.device_model.standard import AlignedDataCtrlr, SampledDataCtrlr
from pilotwire.station.evse.control import EvseControl
from pilotwire.station.evse.evses import Evses
from pilotwire.station.evse.triggers import evses_of
from pilotwire.station.facts.transactions import MeterValue
from pilotwire.station.outcome import Outcome
from pilotwire.station.transactions.metering.values import MEASURED, meter_value
from pilotwire.station.triggers import NOT_IMPLEMENTED, Triggers, Wish, refused
from pilotwire.station.vocabulary import (
    Measurand,
    MessageTrigger,
    ReadingContext,
    ReasonCode,
    TriggerMessageStatus,
)

__all__ = ["DEFINITIONS", "METER_VALUES", "MeterValues", "MeterValuesCsms"]

log = logger(__name__)

DEFINITIONS = (
    setting(
        AlignedDataCtrlr.Measurands,
        (Measurand.ENERGY_ACTIVE_IMPORT_REGISTER.value,),
        values=tuple(measurand.value for measurand in MEASURED),
    ),
)


class MeterValuesCsms(Protocol):
    """Who is told what a meter shows."""

    async def meter_values(
        self,
        evse_id: int,
        connector_id: int | None,
        transaction_id: str | None,
        values: tuple[MeterValue, ...],
    ) -> None:
        """Tell it, of an EVSE and its connector in use, and within which transaction (J01)."""
        ...


METER_VALUES: Question[MeterValuesCsms] = Question("meter values")


class MeterValues:
    """Tells what the meters show."""

    __slots__ = ("_core", "_evses", "_triggers")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
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
        finely = wish.csms.steers_finely
        wanted = AlignedDataCtrlr.Measurands if finely else SampledDataCtrlr.TxUpdatedMeasurands
        measurands = self._core.device_model[wanted]
        if not measurands:
            return refused(ReasonCode.NOT_ENABLED, "nothing is to be measured")

        async def tell() -> None:
            for evse in evses:
                await self._tell(asked, evse, measurands)

        return self._triggers.sending(tell)

    async def _tell(
        self, csms: MeterValuesCsms, evse: EvseControl, measurands: tuple[str, ...]
    ) -> None:
        reading = await evse.read_meter()
        if reading is None:
            return  # it is told as a fault
        values = meter_value(reading, measurands, ReadingContext.TRIGGER, self._core.clock.now())
        if not values:
            wanted = printable(", ".join(measurands))
            log.warning("EVSE %d: the meter shows nothing of %s", evse.id, wanted)
            return
        tx = evse.transaction
        await csms.meter_values(evse.id, evse.state.in_use, None if tx is None else tx.id, values)
