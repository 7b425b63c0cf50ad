"""What must be true of what meters show: each slot of the clock once, and signed values as they
were signed.
"""

import asyncio
import base64
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from pilotwire.hal.interfaces import ReadingContext as MeterContext
from pilotwire.hal.interfaces import SignedReading
from pilotwire.hal.simulated import SigningEvse, SimulatedStation
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import Message
from pilotwire.station.facts.encoding import decode
from pilotwire.station.facts.fact import Fact
from pilotwire.station.facts.metering import MeterValue, MeterValuesTaken
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.vocabulary import EventType, ReadingContext
from tests.simulation.clocks import Clocks
from tests.support.scene import EPOCH

__all__ = ["MeterBook", "judge_meters"]

LATE = timedelta(seconds=90)
"""How long after its slot a value may be read: something else may be under way at the EVSE."""


@dataclass(frozen=True)
class Reading:
    """A clock-aligned value as it was put down: in which run of the station, and for when."""

    life: int
    evse_id: int
    timestamp: datetime


@dataclass
class MeterBook:
    """What meters have signed, and what was read aligned with the clock."""

    hardware: SimulatedStation
    signed: set[str] = field(default_factory=set[str])
    """In Base64."""
    readings: list[Reading] = field(default_factory=list[Reading])
    lives: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])
    """From when to when the station ran."""

    def __post_init__(self) -> None:
        self._latest: dict[str, datetime] = {}
        """When a transaction was last told of."""
        for evse in self.hardware.evses:
            if isinstance(evse, SigningEvse):
                self._watch(evse)

    def begun(self) -> None:
        """The station runs."""
        now = asyncio.get_running_loop().time()
        self.lives.append((now, now))

    def ended(self) -> None:
        """It does not any more."""
        if self.lives:
            self.lives[-1] = (self.lives[-1][0], asyncio.get_running_loop().time())

    def put_down(self, text: str) -> None:
        """A fact enters the outbox."""
        fact = decode(text)
        latest = self._latest.get(fact.in_transaction or "", datetime.min.replace(tzinfo=UTC))
        if fact.in_transaction is not None:
            self._latest[fact.in_transaction] = fact.timestamp
        for evse_id, value in _of_fact(fact):
            # What is not later than the event before it was put off, for the clock was set back.
            aligned = value.samples[0].context is ReadingContext.SAMPLE_CLOCK
            if aligned and value.timestamp > latest:
                self.readings.append(Reading(len(self.lives), evse_id, value.timestamp))

    def _watch(self, evse: SigningEvse) -> None:
        sign = evse.signer.sign

        def signed(register_wh: float, context: MeterContext) -> SignedReading:
            made = sign(register_wh, context)
            assert isinstance(made.data, str)
            self.signed.add(base64.b64encode(made.data.encode()).decode())
            return made

        vars(evse.signer)["sign"] = signed


class _Played(Protocol):
    """What is needed of a run."""

    book: MeterBook
    clocks: Clocks

    @property
    def readable(self) -> list[int]: ...

    @property
    def interval(self) -> int: ...

    @property
    def messages(self) -> Iterable[Message]: ...


def judge_meters(world: _Played) -> Iterable[str]:
    """All that is wrong with what meters have shown."""
    yield from _once_a_slot(world)
    yield from _every_slot(world)
    for message in world.messages:
        yield from _unchanged(world.book, message)


def _of_fact(fact: Fact) -> Iterator[tuple[int, MeterValue]]:
    match fact:
        case MeterValuesTaken():
            for value in fact.values:
                yield fact.evse_id, value
        case TransactionEvent(event_type=EventType.UPDATED):
            for value in fact.meter_values:
                yield fact.evse_id, value
        case _:
            return


def _once_a_slot(world: _Played) -> Iterable[str]:
    """However the clock was set."""
    for reading, times in Counter(world.book.readings).items():
        if times > 1:
            yield f"EVSE {reading.evse_id}: {times} clock-aligned values of {reading.timestamp}"


def _every_slot(world: _Played) -> Iterable[str]:
    """While nothing is wrong with the clock, hardly any is missing: those at a restart, or where an
    EVSE had something else to do.
    """
    if not world.interval:
        return
    step = timedelta(seconds=world.interval)
    had = {(each.evse_id, _slot(each.timestamp, world.interval)) for each in world.book.readings}
    for evse_id in world.readable:
        wanted: list[datetime] = []
        for begun, ended in world.book.lives:
            last = EPOCH + timedelta(seconds=min(ended, world.clocks.steady_until)) - LATE
            at = _slot(EPOCH + timedelta(seconds=begun), world.interval) + step
            while at < last:
                wanted.append(at)
                at += step
        missed = [at for at in wanted if (evse_id, at) not in had]
        if len(missed) > 3 + len(wanted) // 10:
            yield f"EVSE {evse_id}: no clock-aligned values of {missed[0]}, {len(missed)} slots"


def _slot(time: datetime, interval: int) -> datetime:
    seconds = time.timestamp() // interval * interval
    return datetime.fromtimestamp(seconds, UTC)


def _unchanged(book: MeterBook, message: Message) -> Iterable[str]:
    """What the CSMS has is what a meter has signed, to the letter, beside the same value."""
    for data, value in _signed(message):
        if data not in book.signed:
            yield f"a signed value was changed: {data}"
            continue
        payload: Any = json.loads(base64.b64decode(data).decode().split("|")[1])
        shown = float(payload["RD"][0]["RV"])
        if abs(shown - value) > 0.01:
            yield f"a signed value of {shown} Wh is told beside {value} Wh"


def _signed(message: Message) -> Iterator[tuple[str, float]]:
    match message:
        case v16.MeterValuesRequest(meter_value=values_16):
            yield from _of_16(values_16)
        case v16.StopTransactionRequest(transaction_data=data):
            yield from _of_16(data or ())
        case v21.MeterValuesRequest(meter_value=values):
            yield from _of_2x(values)
        case v21.TransactionEventRequest(meter_value=values):
            yield from _of_2x(values or ())
        case _:
            return


def _of_16(values: Iterable[v16.MeterValue]) -> Iterator[tuple[str, float]]:
    for value in values:
        plain = 0.0
        for sample in value.sampled_value:
            if sample.format is v16.ValueFormat.SIGNED_DATA:
                yield json.loads(sample.value)["signedMeterData"], plain
            else:
                plain = float(sample.value)


def _of_2x(values: Iterable[v21.MeterValueType]) -> Iterator[tuple[str, float]]:
    for value in values:
        for sample in value.sampled_value:
            if sample.signed_meter_value is not None:
                yield sample.signed_meter_value.signed_meter_data, sample.value
