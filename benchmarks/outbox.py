"""A full outbox: how long a station takes to start with it, how fast it gets rid of it, and how
much memory that takes. In 2.0.1, against a CSMS that answers at once.

`few` and `many` messages are measured alike, each in a process of its own. That draining does not
slow down with what waits is what `share` says: the pace with many, of that with few.
"""

import asyncio
import importlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.connection.endpoint import Endpoint
from pilotwire.errors import ConnectionClosed
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.rpc import Transport
from pilotwire.station.facts.authorization import IdToken
from pilotwire.station.facts.encoding import encode
from pilotwire.station.facts.metering import MeterValue, Sample
from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.vocabulary import (
    ChargingState,
    EventType,
    Measurand,
    ReadingContext,
    Reason,
    TriggerReason,
)
from pilotwire.store import TRANSACTION, StationRecords, Store

__all__ = ["outbox"]

FEW, MANY = 1_000, 100_000
DRAINED = 1_000
"""How many messages are sent to measure the pace."""

IN_TRANSACTION = 20
MIDNIGHT = datetime(2026, 1, 1, tzinfo=UTC)


def outbox() -> Mapping[str, Mapping[str, float]]:
    """Figures by the number of messages that wait."""
    few, many = _measured(FEW), _measured(MANY)
    share = many["drained_per_second"] / few["drained_per_second"]
    return {f"{FEW}": few, f"{MANY}": many, "share": {"drained_per_second": round(share, 2)}}


def _measured(messages: int) -> Mapping[str, float]:
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "station.db"
        _fill(path, messages)
        command = [sys.executable, "-m", "benchmarks.outbox", str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- our own interpreter and program
        figures: dict[str, float] = json.loads(done.stdout)
        return {"file_megabytes": round(path.stat().st_size / 1e6, 1), **figures}


def _fill(path: Path, messages: int) -> None:
    with Store(path) as store:
        records = StationRecords(store, "CS-1")
        for first in range(0, messages, IN_TRANSACTION):
            name = f"00000000-0000-4000-8000-{first:012}"
            with store.atomic():
                records.transactions.save(name, 1, "{}", ended=True)
                for number in range(IN_TRANSACTION):
                    event = _event(name, first + number, number)
                    records.outbox.add(
                        TRANSACTION,
                        encode(event),
                        message_id=f"{first + number}",
                        offline=True,
                        transaction_id=name,
                        intermediate=event.intermediate,
                    )


def _event(transaction_id: str, minute: int, number: int) -> TransactionEvent:
    kinds = {0: EventType.STARTED, IN_TRANSACTION - 1: EventType.ENDED}
    at = MIDNIGHT + timedelta(minutes=minute)
    samples = tuple(
        Sample(1234.5, measurand, ReadingContext.SAMPLE_PERIODIC, unit)
        for measurand, unit in (
            (Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, "Wh"),
            (Measurand.POWER_ACTIVE_IMPORT, "W"),
            (Measurand.SOC, "Percent"),
        )
    )
    kind = kinds.get(number, EventType.UPDATED)
    return TransactionEvent(
        event_type=kind,
        timestamp=at,
        trigger=TriggerReason.METER_VALUE_PERIODIC,
        seq_no=number,
        transaction_id=transaction_id,
        evse_id=1,
        register_wh=1234.5,
        connector_id=1,
        charging_state=ChargingState.CHARGING,
        id_token=IdToken("04A1B2C3") if number == 0 else None,
        authorized_by=IdToken("04A1B2C3"),
        power_path_closed_first=number == 0,
        path_closed=True,
        stopped_reason=Reason.LOCAL if kind is EventType.ENDED else None,
        meter_values=(MeterValue(at, samples),),
    )


# In the process that is measured.


class Yes:
    """The station's end of a connection to a CSMS that says yes to everything at once."""

    def __init__(self) -> None:
        self.events = 0
        self.enough = asyncio.Event()
        self._answers: asyncio.Queue[str | None] = asyncio.Queue()

    @property
    def subprotocol(self) -> str:
        """That of OCPP 2.0.1."""
        return "ocpp2.0.1"

    async def send(self, text: str) -> None:
        """Take a CALL, and have its answer ready."""
        _, message_id, action, _ = json.loads(text)
        answer: dict[str, object] = {}
        if action == "BootNotification":
            time_ = datetime.now(UTC).isoformat()
            answer = {"status": "Accepted", "currentTime": time_, "interval": 3600}
        if action == "TransactionEvent":
            self.events += 1
            if self.events == DRAINED:
                self.enough.set()
        self._answers.put_nowait(json.dumps([3, message_id, answer]))

    async def receive(self) -> str:
        """The next answer."""
        answer = await self._answers.get()
        if answer is None:
            raise ConnectionClosed(1000, "")
        return answer

    def ping_every(self, seconds: float) -> None:
        """It is always there."""

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """The end of it."""
        del code, reason
        self._answers.put_nowait(None)


class ToYes:
    """Connects a station to it."""

    def __init__(self) -> None:
        self.transport = Yes()

    async def connect(self, endpoint: Endpoint) -> Transport:
        """One connection."""
        del endpoint
        return self.transport


async def _measure(path: str) -> Mapping[str, float]:
    # What an import takes is another benchmark's subject.
    importlib.import_module("pilotwire.dialects.v201")
    before = _memory()
    begun = time.perf_counter()
    connector = ToYes()
    with Store(path) as store:
        opened = time.perf_counter()
        station = ChargingStation(
            identity="CS-1",
            vendor="Example",
            model="One",
            csms=Network("ws://csms.example/ocpp", ("2.0.1",), unsecured=True),
            hardware=SimulatedStation(evses=1),
            store=store,
            environment=Environment(connector=connector),
        )
        async with station:
            await station.wait_accepted()
            accepted = time.perf_counter()
            await connector.transport.enough.wait()
            drained = time.perf_counter()
            await connector.transport.close()
    return {
        "open_seconds": round(opened - begun, 3),
        "start_seconds": round(accepted - begun, 3),
        "drained_per_second": round(DRAINED / (drained - accepted)),
        "memory_megabytes": round(_memory() - before, 1),
    }


def _memory() -> float:
    """The most that the process has used so far."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(status["VmHWM"].split()[0]) / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(_measure(sys.argv[1]))))
