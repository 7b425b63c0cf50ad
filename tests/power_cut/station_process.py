"""A station in a process of its own, which a test commands by lines and kills.

Each line that comes over the socket is a command, and each is answered by one line; the first line,
`ready`, comes unasked.

    plug                a vehicle is plugged in
    swipe TOKEN         a card is held to the reader
    outbox              how many transaction messages wait for the CSMS
    queued NUMBER       nothing, when at least so many wait
    delivered           nothing, when none waits any more
    ended               nothing, when no transaction runs
"""

import asyncio
import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.connection.client import WebSocketConnector
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.station.device_model.standard import (
    AuthCtrlr,
    ClockCtrlr,
    OCPPCommCtrlr,
    SampledDataCtrlr,
)
from pilotwire.store import Store
from pilotwire.timing import AcceleratedEventLoop

__all__ = ["Options", "work"]

SPEED = 600.0
"""How many times idle time counts: a minute between two meter values takes 0.1 s."""


@dataclass(frozen=True)
class Options:
    """What the station is told when its process starts; `time` is what its clock shows then."""

    csms: str
    identity: str
    version: str
    directory: Path
    log: Path
    time: datetime
    seed: int
    trusting: bool = False


@dataclass(frozen=True)
class SetTo:
    """A clock that was set right before the station started."""

    time: datetime

    def now(self) -> datetime:
        return self.time


def station(options: Options) -> ChargingStation[SimulatedStation]:
    return ChargingStation(
        identity=options.identity,
        vendor="Example",
        model="One",
        csms=Network(options.csms, [options.version]),
        hardware=SimulatedStation(evses=1, memory=options.directory / "meters.json"),
        store=Store(options.directory / "station.db"),
        settings=[
            AuthCtrlr.OfflineTxForUnknownIdEnabled.to(options.trusting),
            ClockCtrlr.TimeSource.to(("RealTimeClock",)),
            # A busy machine must not look like a slow CSMS: idle time counts many times.
            OCPPCommCtrlr.MessageTimeout_Default.to(60_000),
            OCPPCommCtrlr.WebSocketPingInterval.to(0),
            OCPPCommCtrlr.RetryBackOffRepeatTimes.to(3),
            OCPPCommCtrlr.RetryBackOffRandomRange.to(2),
            SampledDataCtrlr.TxUpdatedInterval.to(60),
        ],
        environment=Environment(
            clock=SetTo(options.time),
            random=Random(options.seed),
            connector=WebSocketConnector(open_timeout=60_000, close_timeout=60_000),
        ),
    )


async def until(condition: Callable[[], bool]) -> None:
    """Look every second, by the loop's time, whether something has become true."""
    while not condition():  # noqa: ASYNC110 -- nothing in the station would set an event
        await asyncio.sleep(1)


async def obey(at_work: ChargingStation[SimulatedStation], line: str) -> str:
    evse = at_work.hardware.evse(1)
    match line.split():
        case ["plug"]:
            await evse.plug_in(ElectricVehicle(battery_kwh=75, soc=20))
        case ["swipe", token]:
            await evse.swipe(token)
        case ["outbox"]:
            return str(at_work.outbox_size)
        case ["queued", number]:
            await until(lambda: at_work.outbox_size >= int(number))
        case ["delivered"]:
            await until(lambda: at_work.outbox_size == 0)
        case ["ended"]:
            await until(lambda: at_work.evses[0].transaction_id is None)
        case _:
            return "what?"
    return "done"


async def main(options: Options, commander: socket.socket) -> None:
    commands, answers = await asyncio.open_connection(sock=commander)
    async with station(options) as at_work:
        answers.write(b"ready\n")
        while line := await commands.readline():
            answers.write(f"{await obey(at_work, line.decode())}\n".encode())
    answers.close()


def work(options: Options, commander: socket.socket) -> None:
    """Be the station until the power is cut, or until nobody commands any more."""
    with options.log.open("ab") as log:
        os.dup2(log.fileno(), 2)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    with asyncio.Runner(loop_factory=lambda: AcceleratedEventLoop(SPEED)) as runner:
        runner.run(main(options, commander))
