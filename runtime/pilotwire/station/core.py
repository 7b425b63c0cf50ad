"""What every block of a station shares."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from random import Random
from typing import ClassVar, TypeVar

from pilotwire.hal.interfaces import StationHardware
from pilotwire.station.announcements import Announcements
from pilotwire.station.clock import StationClock
from pilotwire.station.delivery.delivery import Delivery
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.facts.provisioning import StationIdentity
from pilotwire.station.signals import Signals
from pilotwire.station.standing import Standing
from pilotwire.station.transactions.log import TransactionLog
from pilotwire.store import StationRecords

__all__ = ["Blocks", "Core", "Spawn"]

Spawn = Callable[[Coroutine[object, None, None]], None]
"""Starts a task that the station waits for, and stops with."""

B = TypeVar("B")


class Blocks:
    """The blocks of a station by their classes: `blocks[RemoteControl]`."""

    __slots__ = ("_blocks",)

    _places: ClassVar[dict[type, int]] = {}
    """Where a block of a class is; all stations have theirs in the same places."""

    def __init__(self) -> None:
        self._blocks: list[object] = []

    def add(self, block: object) -> None:
        """Let a block be found; those that it needs itself are there already."""
        place = self._places.setdefault(type(block), len(self._places))
        self._blocks.extend([None] * (place + 1 - len(self._blocks)))
        self._blocks[place] = block

    def __getitem__(self, kind: type[B]) -> B:
        block = self.find(kind)
        if block is None:
            raise KeyError(kind.__name__)
        return block

    def find(self, kind: type[B]) -> B | None:
        """A block; None where there is none of that class."""
        place = self._places.get(kind, len(self._blocks))
        block = self._blocks[place] if place < len(self._blocks) else None
        if block is not None and not isinstance(block, kind):
            raise TypeError(f"{kind.__name__} is another block")
        return block


@dataclass(frozen=True, slots=True)
class Core:
    """The parts of one run of a station, from its start to its stop or reboot.

    Attributes:
        identity: Who the station says it is.
        hardware: What it is made of.
        records: What outlasts a power cut.
        clock: The time of day.
        device_model: The variables.
        delivery: The way of facts to the CSMS.
        transactions: Where transactions become durable.
        standing: How the station stands with its CSMS.
        random: Where chance comes from.
        spawn: Starts a task of the station.
        reboot: To be called when the station must start anew.
        announce: Tells the application what happens.
        heard: What the hardware says; blocks enter themselves for the events that they want.
        blocks: The blocks themselves.
        application: What the application has brought along for them, by its class, too.
    """

    identity: StationIdentity
    hardware: StationHardware
    records: StationRecords
    clock: StationClock
    device_model: DeviceModel
    delivery: Delivery
    transactions: TransactionLog
    standing: Standing
    random: Random
    spawn: Spawn
    reboot: Callable[[], None]
    announce: Announcements
    heard: Signals[Coroutine[object, None, None]] = field(
        default_factory=Signals[Coroutine[object, None, None]]
    )
    blocks: Blocks = field(default_factory=Blocks)
    application: Blocks = field(default_factory=Blocks)
