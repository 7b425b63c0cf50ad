"""Faults put into a copy of the code on purpose: each must be found, or the judges are asleep."""

from dataclasses import dataclass

__all__ = ["MUTATIONS", "Mutation"]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A fault: in `file` (below runtime/pilotwire), `right` becomes `wrong`."""

    name: str
    file: str
    right: str
    wrong: str


MUTATIONS = (
    Mutation(
        "an outbox row is deleted before its answer",
        "station/delivery.py",
        "            answered = await csms.report(wire, message_id)\n",
        "            self._remove(entry)\n"
        "            answered = await csms.report(wire, message_id)\n",
    ),
    Mutation(
        "a sequence number is used again",
        "station/transactions.py",
        "seq_no=tx.seq_no + 1,",
        "seq_no=tx.seq_no + (tx.seq_no != 2),",
    ),
    Mutation(
        "the event and its message are two commits",
        "station/transactions.py",
        "            self._delivery.post(event)\n",
        "        with self._records.atomic():\n            self._delivery.post(event)\n",
    ),
    Mutation(
        "a transaction that a power cut interrupted is forgotten",
        "station/station.py",
        "await self._evse(transaction.evse_id).recover(transaction)",
        "pass",
    ),
    Mutation(
        "a repetition takes a new id in 1.6",
        "dialects/v16.py",
        "        return True\n",
        "        return False\n",
    ),
    Mutation(
        "a message that failed once is given up",
        "station/delivery.py",
        "if entry.lane is Lane.NOTIFICATION or failures >= limit:",
        "if True:",
    ),
    Mutation(
        "the contactor closes before the transaction is recorded",
        "station/evse_control.py",
        "if state.may_charge and (self.transaction is not None or self._starts_with_energy()):",
        "if state.may_charge:",
    ),
    Mutation(
        "a stop after a power cut takes the register from nowhere",
        "station/transactions.py",
        "register = max(tx.register_wh, tx.register_wh if reading is None else reading.energy_wh)",
        "register = 0.0 if reading is None else reading.energy_wh * 0.99",
    ),
    Mutation(
        "messages go out before the boot is accepted",
        "station/provisioning.py",
        "            if booted:\n",
        "            if booted and self._offline_since is None:\n",
    ),
    Mutation(
        "a transaction that ends does not cut the energy",
        "station/evse_control.py",
        "        if not state.may_charge:\n            await self._cut()\n",
        "        if not state.connected:\n            await self._cut()\n",
    ),
    Mutation(
        "the times of a transaction follow a clock that is set back",
        "station/transactions.py",
        "max(self._clock.now(), tx.reported_at)",
        "self._clock.now()",
    ),
    Mutation(
        "the CSMS's number of a transaction is not kept",
        "station/delivery.py",
        "            if answered.csms_id is not None and entry.transaction_id is not None:\n",
        "            if answered.csms_id == 3 and entry.transaction_id is not None:\n",
    ),
)
