"""Where the CSMS withdraws its consent to a transaction, the energy must end, at once or soon."""

from collections.abc import Sequence
from typing import Any

from pilotwire.hal.simulated import SimulatedStation
from pilotwire.rpc import Call, CallResult
from pilotwire.station.device_model.standard import TxCtrlr
from tests.simulation.inspector import Inspector
from tests.simulation.process import Ledger
from tests.support.scene import Settings

__all__ = ["Consent"]


class Consent:
    """What the CSMS answers to those who charge. `inspectors` are those of the EVSEs, in order."""

    def __init__(
        self,
        settings: Settings,
        hardware: SimulatedStation,
        ledger: Ledger,
        inspectors: Sequence[Inspector],
    ) -> None:
        self._settings = settings
        self._hardware = hardware
        self._ledger = ledger
        self._inspectors = inspectors
        self.allowed: dict[str, float] = {}
        """What the meter may show at the end of transactions whose token is refused in them."""

    def heard(self, call: Call, result: CallResult) -> None:
        """The station has an answer."""
        info: Any = result.payload.get("idTagInfo") or result.payload.get("idTokenInfo")
        if info is None or info["status"] == "Accepted":
            return
        for evse_id, running in self._ledger.running.items():
            if self._is_of(call, evse_id, running):
                self._withdrawn(evse_id, running)

    def _is_of(self, call: Call, evse_id: int, running: str) -> bool:
        """Whether a call tells of the transaction that runs on an EVSE."""
        payload: Any = call.payload
        if call.action == "TransactionEvent":
            return bool(payload["transactionInfo"]["transactionId"] == running)
        if call.action != "StartTransaction" or payload["connectorId"] != evse_id:
            return False
        tokens = {each.event.authorized_by for each in self._ledger.events[running]}
        return payload["idTag"] in {token.value for token in tokens if token is not None}

    def _withdrawn(self, evse_id: int, running: str) -> None:
        if self._allows_some():
            begun = self._ledger.events[running][0].event.register_wh
            most = begun + float(str(self._settings[TxCtrlr.MaxEnergyOnInvalidId]))
            shown = self._hardware.evse(evse_id).meter.register_wh
            self.allowed.setdefault(running, max(most, shown))
        else:
            self._inspectors[evse_id - 1].withdrawn()

    def _allows_some(self) -> bool:
        allowed = self._settings.get(TxCtrlr.MaxEnergyOnInvalidId, 0)
        return bool(allowed) and not self._settings.get(TxCtrlr.StopTxOnInvalidId, True)
