"""What must be true of every run, however it went. Each judge names what it found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from pilotwire.ocpp import v16, v201
from pilotwire.store import StationRecords, Store
from tests.simulation.world import IDENTITY, World

__all__ = ["judge"]

M = TypeVar("M")


@dataclass
class Account:
    """What the CSMS knows of one transaction, in watt-hours of the meter's register."""

    evse_id: int
    start: float
    stop: float | None = None


def judge(world: World) -> list[str]:
    """All that is wrong with a run."""
    found: list[str] = []
    found += world.backend.wrongs
    found += _left_behind(world)
    found += _same_content(world)
    accounts = _accounts_201(world, found) | _accounts_16(world, found)
    found += _energy(world, accounts)
    return found


def _left_behind(world: World) -> Iterable[str]:
    for task in world.left_behind:
        yield f"a task was left behind: {task!r}"
    with Store(world.folder / "station.db") as store:
        records = StationRecords(store, IDENTITY)
        if records.outbox.count():
            yield f"{records.outbox.count()} messages were never delivered"
        for row in records.transactions.running():
            yield f"transaction {row.id} never ended"
    for evse in world.hardware.evses:
        if evse.contactor.closed:
            yield f"the contactor of EVSE {evse.id} is closed behind a stopped station"


def _same_content(world: World) -> Iterable[str]:
    """Nothing is sent twice with different content."""
    said: dict[tuple[str, ...], str] = {}
    for told in world.backend.told:
        before = said.setdefault((told.version, told.message_id), told.payload)
        if before != told.payload:
            yield f"message {told.message_id} said two things: {before} and {told.payload}"
    events: dict[tuple[str, int], object] = {}
    for event in _of(world, v201.TransactionEventRequest):
        key = (event.transaction_info.transaction_id, event.seq_no)
        if events.setdefault(key, event) != event:
            yield f"event {key} said two things: {events[key]!r} and {event!r}"


def _of(world: World, kind: type[M]) -> list[M]:
    return [message for message in world.backend.taken if isinstance(message, kind)]


def _accounts_201(world: World, found: list[str]) -> dict[str | int, Account]:
    """Each transaction: numbered from 0 without gaps, started first, ended last, times in order."""
    by_id: defaultdict[str, dict[int, v201.TransactionEventRequest]] = defaultdict(dict)
    order: defaultdict[str, list[int]] = defaultdict(list)
    for event in _of(world, v201.TransactionEventRequest):
        transaction_id = event.transaction_info.transaction_id
        if event.seq_no not in by_id[transaction_id]:
            order[transaction_id].append(event.seq_no)
        by_id[transaction_id][event.seq_no] = event
    accounts: dict[str | int, Account] = {}
    for transaction_id, events in by_id.items():
        listed = [events[seq_no] for seq_no in sorted(events)]
        if order[transaction_id] != list(range(len(listed))):
            found.append(f"{transaction_id}: sequence numbers {order[transaction_id]}")
        kinds = [event.event_type.value for event in listed]
        if kinds != ["Started", *["Updated"] * (len(listed) - 2), "Ended"]:
            found.append(f"{transaction_id}: event types {kinds}")
        times = [event.timestamp for event in listed]
        if times != sorted(times):
            found.append(f"{transaction_id}: times {times}")
        registers = [register for event in listed for register in _registers(event)]
        if registers != sorted(registers):
            found.append(f"{transaction_id}: registers {registers}")
        evse = listed[0].evse
        accounts[transaction_id] = Account(
            evse.id if evse else 0,
            _registers(listed[0])[0],
            _registers(listed[-1])[-1] if kinds[-1] == "Ended" else None,
        )
    return accounts


def _registers(event: v201.TransactionEventRequest) -> list[float]:
    return [
        sample.value
        for value in event.meter_value or ()
        for sample in value.sampled_value
        if sample.measurand is v201.MeasurandEnumType.ENERGY_ACTIVE_IMPORT_REGISTER
    ]


def _accounts_16(world: World, found: list[str]) -> dict[str | int, Account]:
    """Each start has one stop, with the number that the start was given."""
    accounts: dict[str | int, Account] = {}
    starts: dict[int, v16.StartTransactionRequest] = {}
    content: dict[v16.StartTransactionRequest, int] = {}
    for request in _of(world, v16.StartTransactionRequest):
        content.setdefault(request, len(content) + 1)
    if len(content) != len(world.backend.numbers):
        found.append(f"{len(content)} starts were numbered {len(world.backend.numbers)} times")
    for request, number in content.items():
        starts[number] = request
        accounts[number] = Account(request.connector_id, request.meter_start)
    stops: dict[int, v16.StopTransactionRequest] = {}
    for stop in _of(world, v16.StopTransactionRequest):
        if stops.setdefault(stop.transaction_id, stop) != stop:
            found.append(f"transaction {stop.transaction_id} was stopped in two ways")
        account = accounts.get(stop.transaction_id)
        if account is None:
            found.append(f"transaction {stop.transaction_id} was stopped and never started")
            continue
        account.stop = stop.meter_stop
        if stop.timestamp < starts[stop.transaction_id].timestamp:
            found.append(f"transaction {stop.transaction_id} ended before it began")
    found.extend(
        f"meter values of the unknown transaction {values.transaction_id}"
        for values in _of(world, v16.MeterValuesRequest)
        if values.transaction_id not in accounts
    )
    return accounts


def _energy(world: World, accounts: dict[str | int, Account]) -> Iterable[str]:
    """All that the meters counted belongs to exactly one transaction."""
    for name, account in accounts.items():
        if account.stop is None:
            yield f"transaction {name} never ended for the CSMS"
    for evse in world.hardware.evses:
        mine = [a for a in accounts.values() if a.evse_id == evse.id]
        billed = sum(a.stop - a.start for a in mine if a.stop is not None)
        counted = evse.meter.register_wh
        tolerance = 1.0 * len(mine) + 0.1  # 1.6 rounds each register to a watt-hour
        if abs(billed - counted) > tolerance:
            yield f"EVSE {evse.id}: {billed:.3f} Wh were billed, {counted:.3f} Wh were delivered"
