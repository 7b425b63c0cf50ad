"""What must be true of every run, however it went. Each judge names what it found.

The ledger has what really happened: every transaction event that reached the disk, and what the
meter showed in that instant. Against it stands what the CSMS has taken.
"""

import json
from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby

from pilotwire.ocpp import v16, v21
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.firmware.kept import KEPT
from pilotwire.station.vocabulary import EventType, Measurand, ReadingContext, Reason
from pilotwire.store import CAPACITY, StationRecords, Store
from tests.simulation.accounts import Account, accounts, distinct
from tests.simulation.meters import judge_meters
from tests.simulation.process import Committed
from tests.simulation.world import IDENTITY, World
from tests.support.scene import EPOCH

__all__ = ["judge"]

EXACT = 0.01
"""Watt-hours by which a reading may differ from what the meter showed in that instant."""

_OF_THE_END = frozenset({ReadingContext.TRANSACTION_END})

SLACK = 150.0
"""Watt-hours that flow while a contactor is told to open, if all the rest is slow."""

SLOW = 60.0
"""Seconds that a time of day may be old when it arrives."""


def judge(world: World) -> list[str]:
    """All that is wrong with a run."""
    with Store(world.folder / "station.db") as store:
        world.lists.found(StationRecords(store, IDENTITY))
    found = [*world.wrongs, *_left_behind(world), *_same_content(world), *_statuses(world)]
    found += [*_security(world), *_problems(world)]
    with Store(world.folder / "station.db") as store:
        known = accounts(world, StationRecords(store, IDENTITY), found)
    for account in known:
        found += [f"transaction {account.id}: {wrong}" for wrong in _transaction(world, account)]
    found += [*_energy(world), *_allowances(world)]
    found += judge_meters(world)
    found += world.logs.judge(world.backend.told)
    if world.firmware is not None:
        found += world.firmware.judge(world.backend.told)
    if world.credentials is not None:
        found += world.credentials.judge()
    return found


def _left_behind(world: World) -> Iterable[str]:
    for task in world.left_behind:
        yield f"a task was left behind: {task!r}"
    with Store(world.folder / "station.db") as store:
        records = StationRecords(store, IDENTITY)
        if records.outbox.heads():
            yield f"messages were never delivered: {records.outbox.heads()}"
        if records.state.get("log_upload") is not None:
            yield "an upload of a log is under way, or was never told to have ended"
        if KEPT.read(records.state.get("firmware_update")).job is not None:
            yield "a firmware update is under way still"
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


def _statuses(world: World) -> Iterable[str]:
    """What the CSMS was last told of a connector is so: everybody has left."""
    last: dict[int, str] = {}
    for told in (taken.message for taken in world.backend.taken):
        if isinstance(told, v16.StatusNotificationRequest) and told.connector_id:
            last[told.connector_id] = told.status
        elif isinstance(told, v21.StatusNotificationRequest):
            last[told.evse_id] = told.connector_status
    for evse in world.hardware.evses:
        if last.get(evse.id) != "Available":
            yield f"EVSE {evse.id} is Available, and was told to be {last.get(evse.id)}"


def _security(world: World) -> Iterable[str]:
    """Each security event of the application is told, in order, and repeated before the next one
    only (A04.FR.02).
    """
    happened = [event.info for event in world.ledger.security if event.event == "Example"]
    told = [info for info, _ in groupby(world.backend.security)]
    lost = [number for number in world.incidents if number not in happened]
    if lost:
        yield f"the security events {lost} are not on the disk"
    if told != happened:
        yield f"the security events {happened} were told as {told}"


def _problems(world: World) -> Iterable[str]:
    """What the CSMS was told to be wrong is over in the end, and it was told so (2.x G05, N07)."""
    if "1.6" in world.versions:
        return  # which has no message for it, and may be spoken when it is to be told
    over: dict[tuple[str, str], bool] = {}
    for told in world.backend.told:
        if told.action == "NotifyEvent":
            for event in json.loads(told.payload)["eventData"]:
                over[json.dumps(event["component"]), event["techCode"]] = event.get(
                    "cleared", False
                )
    for (component, code), cleared in over.items():
        if not cleared:
            yield f"{code} of {component} is over, and was never told to be"


def _transaction(world: World, account: Account) -> Iterable[str]:
    """One start and one end, told in order, with the right times and readings, and no gap."""
    yield from _recorded(world, account.committed)
    yield from _readings(account.committed)
    for version, events in account.events.items():
        for wrong in _told2x(account, events):
            yield f"in {version}: {wrong}"
    if account.number is not None:
        yield from _told16(account)
    told = {event.seq_no for events in account.events.values() for event in events}
    for each in account.committed:
        event = each.event
        if event.seq_no in told or (world.capacity < CAPACITY and _may_be_dropped(event)):
            continue
        if "1.6" in world.versions and account.told_in_16(event):
            continue
        yield f"event {event.seq_no} ({event.event_type}) was never told"
    if not world.clocks.timeless:
        yield from _times(world, account)


def _may_be_dropped(event: TransactionEvent) -> bool:
    """A full memory drops only updates that a bill does not need (E04.FR.07)."""
    needed = event.id_token or event.remote_start_id or event.power_path_closed_first
    return event.event_type is EventType.UPDATED and not needed


def _recorded(world: World, committed: list[Committed]) -> Iterable[str]:
    """On the disk, too, a transaction begins, goes on and ends, and each number is used once."""
    kinds = [each.event.event_type.value for each in committed]
    if kinds != ["Started", *["Updated"] * (len(kinds) - 2), "Ended"]:
        yield f"was recorded as {kinds}"
    numbers = [each.event.seq_no for each in committed]
    if world.capacity < CAPACITY:
        in_order = numbers == sorted(set(numbers))
    else:
        in_order = numbers == list(range(len(numbers)))
    if not in_order:
        yield f"was recorded with the sequence numbers {numbers}"


def _readings(committed: list[Committed]) -> Iterable[str]:
    """Start, end and all samples are what the meter showed when they were taken."""
    for each in committed:
        event = each.event
        if event.event_type is EventType.UPDATED and not event.meter_values:
            continue  # no reading of its own
        wrong = event.register_wh - each.register_wh
        if wrong > EXACT or (wrong < -EXACT and not each.unreadable):
            yield f"event {event.seq_no} has {event.register_wh} Wh of {each.register_wh} Wh"


def _told2x(account: Account, told: list[v21.TransactionEventRequest]) -> Iterable[str]:
    """In each version of 2.x in which it was told, too: another CSMS may speak that."""
    events = _once(told)
    numbers = [event.seq_no for event in events]
    if numbers != sorted(set(numbers)):
        yield f"was told with the sequence numbers {numbers}"
    kinds = [event.event_type.value for event in events]
    if kinds[0] != "Started" or kinds.count("Started") > 1 or "Ended" in kinds[:-1]:
        yield f"was told as {kinds}"
    times = [event.timestamp for event in events]
    if times != sorted(times):
        yield f"has the times {times}"
    committed = {each.event.seq_no: each for each in account.committed}
    for event in events:
        each = committed.get(event.seq_no)
        if each is None or each.event.event_type is not event.event_type:
            yield f"event {event.seq_no} never happened so: {event!r}"
            continue
        fact = each.event
        if each.offline and not event.offline:  # E11.FR.02
            yield f"event {event.seq_no} was offline, and is not told so: {event!r}"
        evse_id = None if event.evse is None else event.evse.id
        if evse_id != (fact.evse_id if fact.tells_place else None):
            yield f"event {event.seq_no} is of another EVSE: {event!r}"
        registers = [
            sample.value
            for value in event.meter_value or ()
            for sample in value.sampled_value
            if sample.measurand is Measurand.ENERGY_ACTIVE_IMPORT_REGISTER
        ]
        sampled = [
            sample.value
            for value in fact.meter_values
            for sample in value.samples
            if sample.measurand is Measurand.ENERGY_ACTIVE_IMPORT_REGISTER
        ]
        own = [
            sample.value
            for value in fact.meter_values
            for sample in value.samples
            if sample.measurand is Measurand.ENERGY_ACTIVE_IMPORT_REGISTER
            # The end tells those before it, too (TxEndedInterval).
            and (fact.event_type is not EventType.ENDED or sample.context in _OF_THE_END)
        ]
        if registers != sampled or any(abs(each - fact.register_wh) > EXACT for each in own):
            yield f"event {event.seq_no} told {registers} Wh of {fact.register_wh} Wh"


def _once(told: list[v21.TransactionEventRequest]) -> list[v21.TransactionEventRequest]:
    """Without repetitions, which may tell as offline what was told as online (E11.FR.07); then it
    is the first that is judged.
    """
    first: dict[v21.TransactionEventRequest, v21.TransactionEventRequest] = {}
    for event in told:
        first.setdefault(event.model_copy(update={"offline": True}), event)
    return list(first.values())


def _told16(account: Account) -> Iterable[str]:
    start = account.start
    opening = next((e.event for e in account.committed if e.event.power_path_closed_first), None)
    if opening is None or opening.authorized_by is None:
        yield f"has a StartTransaction without a start: {start!r}"
        return
    expected = (opening.evse_id, opening.authorized_by.value, round(opening.register_wh))
    if (start.connector_id, start.id_tag, start.meter_start) != expected:
        yield f"has the wrong StartTransaction: {start!r} instead of {expected}"
    stops = distinct(account.stops)
    if len(stops) > 1:
        yield f"was stopped in several ways: {stops}"
    for stop in stops:
        ended = account.committed[-1].event
        if stop.meter_stop != round(ended.register_wh):
            yield f"was stopped with {stop.meter_stop} Wh of {ended.register_wh} Wh"
    times = [value.timestamp for each in account.values for value in each.meter_value]
    times = [start.timestamp, *times, *(stop.timestamp for stop in stops)]
    if times != sorted(times):
        yield f"has the times {times}"


def _times(world: World, account: Account) -> Iterable[str]:
    """A time is right but for what clocks went wrong; a power cut ends what it ends when it was
    last heard of.
    """
    for before, each in zip([None, *account.committed], account.committed, strict=False):
        event = each.event
        if event.stopped_reason is Reason.POWER_LOSS and before is not None:
            # An update for which there was no room shows all the same that the power was there.
            sure = before.event.timestamp
            if event.timestamp < sure or (event.timestamp > sure and world.capacity == CAPACITY):
                yield f"was ended by a power cut at {event.timestamp}, after {before.event!r}"
            continue
        wrong = (event.timestamp - EPOCH - timedelta(seconds=each.at)).total_seconds()
        offsets = [offset for since, offset in world.clocks.offsets if since <= each.at]
        if not min(offsets) - SLOW <= wrong <= max(offsets) + SLOW:
            yield f"event {event.seq_no} is wrong by {wrong:.3f} s"
    happened = {each.event.seq_no: each.event.timestamp for each in account.committed}
    for told in (told for events in account.events.values() for told in events):
        if told.timestamp != happened.get(told.seq_no, told.timestamp):
            yield f"event {told.seq_no} was told with another time"


def _energy(world: World) -> Iterable[str]:
    """All that the meters counted belongs to exactly one transaction. What flows over a welded
    contactor after it is nobody's, while the vehicle has not seen yet that nothing is offered.
    """
    for evse, wear in zip(world.hardware.evses, world.wear, strict=True):
        mine = [
            committed
            for committed in world.ledger.events.values()
            if committed[0].event.evse_id == evse.id
        ]
        billed = sum(each[-1].event.register_wh - each[0].event.register_wh for each in mine)
        counted = evse.meter.register_wh
        short = counted - billed
        lost = wear.meter_failed or wear.contactor_failed
        if short < -0.1 or (short > 0.1 and not lost):
            yield f"EVSE {evse.id}: {billed:.3f} Wh were billed, {counted:.3f} Wh were delivered"


def _allowances(world: World) -> Iterable[str]:
    """Who is refused in a transaction gets as much as MaxEnergyOnInvalidId says, and no more."""
    for transaction_id, most in world.consent.allowed.items():
        end = world.ledger.events[transaction_id][-1].event
        if world.wear[end.evse_id - 1].contactor_failed:
            continue
        if end.register_wh > most + SLACK:
            yield (
                f"transaction {transaction_id} ended with {end.register_wh:.0f} Wh, and may have"
                f" {most:.0f} Wh"
            )
