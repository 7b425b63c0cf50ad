"""A charger of several kinds of hardware: EVSE 1 of one, EVSE 2 of another.

    pins, board = GpioStation(config), OpenEvseStation([OpenEvse("/dev/ttyAMA0")])
    hardware = JoinedStation([(pins, [1, 3]), (board, [2])])

Each part numbers its EVSEs from 1 on; what it says of them is told under their numbers here.
"""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import replace

from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    AnyEvse,
    AnyFaultCode,
    EventSink,
    ExternalLimitChanged,
    FaultCleared,
    FaultRaised,
    HardwareEvent,
    StationHardware,
)

__all__ = ["JoinedStation"]


class JoinedStation:
    """A `StationHardware` of parts, each with the numbers that its EVSEs have here.

    A fault of a whole part is one of the whole station, which lasts until no part has it any more;
    so is an external limit, of which the lowest counts.

    Raises `ValueError` where the numbers are not those from 1 on, each once.
    """

    def __init__(self, parts: Sequence[tuple[StationHardware, Sequence[int]]]) -> None:
        self._parts = tuple((part, tuple(numbers)) for part, numbers in parts)
        evses: dict[int, AnyEvse] = {}
        for part, numbers in self._parts:
            if len(part.evses) != len(numbers):
                raise ValueError(f"{len(part.evses)} EVSEs can't have the numbers {numbers}")
            evses |= zip(numbers, part.evses, strict=True)
        if sorted(evses) != list(range(1, sum(len(numbers) for _, numbers in self._parts) + 1)):
            raise ValueError(f"EVSEs have the numbers from 1 on, each once, not {sorted(evses)}")
        self._evses = tuple(evses[number] for number in sorted(evses))
        self._guard = threading.Lock()
        self._standing: dict[AnyFaultCode, set[int]] = {}
        """Faults of the whole station, each with the parts that have it."""
        self._limits: dict[str, dict[int, float]] = {}
        """Limits of the whole station, by their source, each with what each part has said."""

    @property
    def evses(self) -> Sequence[AnyEvse]:
        """The EVSEs; the first one is EVSE 1."""
        return self._evses

    async def start(self, sink: EventSink) -> None:
        """Start all parts.

        Raises:
            HardwareError: one does not start; those that had are stopped again.
        """
        self._standing.clear()
        started: list[StationHardware] = []
        try:
            for index, (part, numbers) in enumerate(self._parts):
                started.append(part)
                await part.start(self._sink(sink, index, numbers))
        except BaseException:  # raised again
            await asyncio.gather(*(part.stop() for part in started), return_exceptions=True)
            raise

    async def stop(self) -> None:
        """Stop all parts, whatever any of them does; the first failure is raised then."""
        ends = (part.stop() for part, _ in self._parts)
        for outcome in await asyncio.gather(*ends, return_exceptions=True):
            if isinstance(outcome, BaseException):
                raise outcome

    async def reboot(self) -> None:
        """Restart all parts; the first failure is raised once each has been told to."""
        self._standing.clear()  # it is told anew
        again = (part.reboot() for part, _ in self._parts)
        for outcome in await asyncio.gather(*again, return_exceptions=True):
            if isinstance(outcome, BaseException):
                raise outcome

    def _sink(self, sink: EventSink, part: int, numbers: tuple[int, ...]) -> EventSink:
        """What a part is given; it may be called from any thread."""

        def tell(event: HardwareEvent) -> None:
            if self._counts(event, part):
                sink(self._renumbered(self._lowest(event, part), numbers))

        return tell

    def _lowest(self, event: HardwareEvent, part: int) -> HardwareEvent:
        """Each part may limit the whole station; the lowest limit of a source is the station's."""
        match event:
            case ExternalLimitChanged(evse_id=0, limit_a=limit, source=source):
                with self._guard:
                    limits = self._limits.setdefault(source, {})
                    limits.pop(part, None)
                    if limit is not None:
                        limits[part] = limit
                    return replace(event, limit_a=min(limits.values(), default=None))
            case _:
                return event

    def _counts(self, event: HardwareEvent, part: int) -> bool:
        with self._guard:
            match event:
                case FaultRaised(evse_id=0, code=code):
                    self._standing.setdefault(code, set()).add(part)
                case FaultCleared(evse_id=0, code=code):
                    standing = self._standing.get(code, set())
                    standing.discard(part)
                    return not standing
                case _:
                    pass
        return True

    def _renumbered(self, event: HardwareEvent, numbers: tuple[int, ...]) -> HardwareEvent:
        number = event.evse_id
        if number is None or number == WHOLE_STATION:
            return event
        if 1 <= number <= len(numbers):
            return replace(event, evse_id=numbers[number - 1])
        # There is none of that number, nor must it be taken for another part's.
        return replace(event, evse_id=len(self._evses) + abs(number) + 1)
