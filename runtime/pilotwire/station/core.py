"""What every block of a station shares."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from random import Random

from pilotwire.station.clock import StationClock
from pilotwire.station.delivery.delivery import Delivery
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.transactions.log import TransactionLog
from pilotwire.store import StationRecords

__all__ = ["Core", "Spawn"]

Spawn = Callable[[Coroutine[object, None, None]], None]
"""Starts a task that the station waits for, and stops with."""


@dataclass(frozen=True, slots=True)
class Core:
    """The parts of one run of a station, from its start to its stop or reboot."""

    records: StationRecords
    clock: StationClock
    device_model: DeviceModel
    delivery: Delivery
    transactions: TransactionLog
    random: Random
    spawn: Spawn
