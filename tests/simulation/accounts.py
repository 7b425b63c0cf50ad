"""What the CSMS has taken of each transaction, in the words of each version."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pilotwire.connection import OcppVersion
from pilotwire.ocpp import v16, v21
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.vocabulary import EventType, Measurand
from pilotwire.store import StationRecords
from tests.simulation.process import Committed
from tests.simulation.world import World

__all__ = ["Account", "accounts", "distinct"]

M = TypeVar("M")


@dataclass
class Account:
    """A transaction as it happened (`committed`), and as the CSMS was told of it.

    Messages are in the order in which they were taken, repetitions included; `events` are those of
    2.x, by version. `number` is that of 1.6, where it was told in that version.
    """

    id: str
    committed: list[Committed]
    events: dict[OcppVersion, list[v21.TransactionEventRequest]] = field(
        default_factory=dict[OcppVersion, list[v21.TransactionEventRequest]]
    )
    number: int | None = None
    starts: list[v16.StartTransactionRequest] = field(
        default_factory=list[v16.StartTransactionRequest]
    )
    values: list[v16.MeterValuesRequest] = field(default_factory=list[v16.MeterValuesRequest])
    stops: list[v16.StopTransactionRequest] = field(
        default_factory=list[v16.StopTransactionRequest]
    )

    @property
    def start(self) -> v16.StartTransactionRequest:
        """Its start in 1.6."""
        return self.starts[0]

    def told_in_16(self, event: TransactionEvent) -> bool:
        """Whether an event was told in 1.6, or has no words there."""
        if event.power_path_closed_first:
            return bool(self.starts)
        if not event.path_closed:
            return True  # before the power path is closed, there is no transaction in 1.6
        if event.event_type is EventType.ENDED:
            return bool(self.stops)
        return not event.meter_values or self._sampled(event)

    def _sampled(self, event: TransactionEvent) -> bool:
        """Whether the sample of an event was told. Its time may have been set right meanwhile."""
        register = _register(event)
        at = event.meter_values[0].timestamp
        return any(
            sample.measurand is v16.Measurand.ENERGY_ACTIVE_IMPORT_REGISTER
            and sample.format is not v16.ValueFormat.SIGNED_DATA
            and float(sample.value) == register
            and (value.timestamp == at or event.provisional)
            for each in self.values
            for value in each.meter_value
            for sample in value.sampled_value
        )


def _register(event: TransactionEvent) -> float | None:
    samples = [sample for value in event.meter_values for sample in value.samples]
    wanted = Measurand.ENERGY_ACTIVE_IMPORT_REGISTER
    return next((sample.value for sample in samples if sample.measurand is wanted), None)


def accounts(world: World, records: StationRecords, found: list[str]) -> list[Account]:
    """All transactions; what can be of none of them is `found`."""
    ours = {name: Account(name, events) for name, events in world.ledger.events.items()}
    numbered: dict[int, Account] = {}
    for number, start in world.backend.starts.items():
        row = records.transactions.by_csms_id(number)
        if row is None or row.id not in ours:
            # Where the CSMS changes its version before it has answered, the number is lost.
            if len(world.versions) == 1:
                found.append(f"the number {number} is no transaction's: {start!r}")
            continue
        numbered[number] = ours[row.id]
        ours[row.id].number = number
        ours[row.id].starts.append(start)
    found += _sort(world, ours, numbered)
    return list(ours.values())


def _sort(world: World, ours: dict[str, Account], numbered: dict[int, Account]) -> Iterable[str]:
    """Give each message to the account of its transaction."""
    for taken in world.backend.taken:
        account: Account | None
        match taken.message:
            case v21.TransactionEventRequest() as message:
                account = ours.get(message.transaction_info.transaction_id)
                if account is not None:
                    account.events.setdefault(taken.version, []).append(message)
            case v16.MeterValuesRequest(transaction_id=None):
                continue  # of none
            case v16.MeterValuesRequest() as message:
                if _triggered(message):
                    continue  # they tell how it is now, and belong to no account
                account = numbered.get(message.transaction_id or 0)
                if account is not None:
                    account.values.append(message)
            case v16.StopTransactionRequest() as message:
                account = numbered.get(message.transaction_id)
                if account is not None:
                    account.stops.append(message)
            case _:
                continue
        if account is None:
            yield f"a message of an unknown transaction: {message!r}"


def distinct(messages: Sequence[M]) -> list[M]:
    """The messages without repetitions, in their order."""
    return list(dict.fromkeys(messages))


def _triggered(message: v16.MeterValuesRequest) -> bool:
    return all(
        sample.context is v16.ReadingContext.TRIGGER
        for value in message.meter_value
        for sample in value.sampled_value
    )
