"""What the CSMS allows a transaction, in its answer to one of its events (2.1 E16)."""

import math
from dataclasses import replace

from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import TxCtrlr
from pilotwire.station.evse.evses import Evses
from pilotwire.station.facts.transactions import TransactionAnswered, TransactionLimit

__all__ = ["CsmsLimits"]

log = logger(__name__)

_FIELDS = (("maxEnergy", "energy_wh"), ("maxTime", "time_s"), ("maxSoC", "soc"))


class CsmsLimits:
    """Takes in what the CSMS allows, as far as the station can hold a transaction to it."""

    __slots__ = ("_core", "_evses")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._evses = core.blocks[Evses]
        core.delivery.hear.on(TransactionAnswered, self._answered)

    def _answered(self, answer: TransactionAnswered) -> None:
        transaction_id = answer.event.transaction_id
        evse = self._evses.running(transaction_id)
        if answer.limit is not None and evse is not None:
            limit = self._supported(answer.limit)
            self._core.spawn(evse.limited_by_csms(transaction_id, limit))

    def _supported(self, limit: TransactionLimit) -> TransactionLimit:
        """What of it can be held; the rest is not confirmed, which tells the CSMS (E16.FR.13)."""
        supported = self._core.device_model[TxCtrlr.SupportedLimits]
        for name, field in _FIELDS:
            value = getattr(limit, field)
            if value is not None and (name not in supported or not math.isfinite(value)):
                log.warning("the CSMS set a limit that can't be held: %s", name)
                limit = replace(limit, **{field: None})
        return limit
