"""Hardware joined of parts: readers, meters and an updater of one kind, all else of another.

hardware = SimulatedStation(evses=1)                          # pilot and contactor are simulated
hardware = with_meters(hardware, {1: ModbusMeter(bus, map_)})  # the meter is real
hardware = with_readers(hardware, [Pn532Reader("/dev/ttyS1")])
hardware = with_updater(hardware, updater, updater.restart)    # a CommandUpdater
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, Protocol, cast, runtime_checkable

from pilotwire.hal.interfaces import (
    AnyEvse,
    EventSink,
    HardwareError,
    MainMeter,
    StationHardware,
    Updater,
)
from pilotwire.hal.readers.watch import ABSENCE, ReaderWatch, TokenReader

__all__ = ["Mixture", "with_meters", "with_readers", "with_updater"]

Restart = Callable[[], Awaitable[None]]

_OF_METER: Final = frozenset({"measures", "public_key", "read_meter", "read_signed_meter"})
"""What of an EVSE is its meter: the rest is its own."""


@runtime_checkable
class _Closing(Protocol):
    def close(self) -> None: ...


def with_readers(
    hardware: StationHardware, readers: Sequence[TokenReader], *, absence: float = ABSENCE
) -> "Mixture":
    """The same hardware with these readers besides.

    A card that is seen again within `absence` seconds has lain there all the while.
    """
    return Mixture(hardware, hardware.evses, readers=ReaderWatch(readers, absence=absence))


def with_updater(
    hardware: StationHardware, updater: Updater, restart: Restart | None = None
) -> "Mixture":
    """The same hardware with another updater.

    A reboot of the station is `restart` then, once the hardware has stopped: it restarts the
    computer. Without it, the hardware reboots as it did.
    """
    return Mixture(hardware, hardware.evses, updater=updater, restart=restart)


def with_meters(
    hardware: StationHardware,
    meters: Mapping[int, MainMeter],
    *,
    main: MainMeter | None = None,
) -> "Mixture":
    """The same hardware with other meters: those of EVSEs, by number, and the station's own.

    A meter that measures or signs (`MeasuringMeter`, `SigningMeter`) does so here; what the one
    could that it replaces counts no more. One that has a `close` is closed when the hardware stops.

    Raises:
        ValueError: there is no EVSE of such a number.
    """
    evses = list(hardware.evses)
    for number, meter in meters.items():
        if not 1 <= number <= len(evses):
            raise ValueError(f"there is no EVSE {number}: the hardware has 1 to {len(evses)}")
        # A type checker does not see what `__getattr__` has.
        evses[number - 1] = cast("AnyEvse", _OtherMeter(evses[number - 1], meter))
    all_ = [*meters.values(), *([] if main is None else [main])]
    return Mixture(hardware, evses, meters=all_, main=main)


class _OtherMeter:
    """An EVSE with another meter: what either has is there, and nothing else is."""

    def __init__(self, evse: AnyEvse, meter: MainMeter) -> None:
        self._evse = evse
        self._meter = meter

    def __getattr__(self, name: str) -> Any:  # whatever they have
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._meter if name in _OF_METER else self._evse, name)


class Mixture:
    """A `StationHardware`; made by `with_readers`, `with_meters` and `with_updater`. What else the
    hardware has, it has, too.
    """

    def __init__(
        self,
        hardware: StationHardware,
        evses: Sequence[AnyEvse],
        *,
        meters: Sequence[MainMeter] = (),
        readers: ReaderWatch | None = None,
        main: MainMeter | None = None,
        updater: Updater | None = None,
        restart: Restart | None = None,
    ) -> None:
        self._hardware = hardware
        self._evses = tuple(evses)
        self._meters = tuple(meters)
        self._readers = ReaderWatch(()) if readers is None else readers
        self._main = main
        self._updater = updater
        self._restart = restart
        self._sink: EventSink | None = None

    def __getattr__(self, name: str) -> Any:  # whatever it has
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._hardware, name)

    @property
    def evses(self) -> Sequence[AnyEvse]:
        """The EVSEs; the first one is EVSE 1."""
        return self._evses

    @property
    def main_meter(self) -> MainMeter | None:
        """The meter of the whole station, this one's or that of the hardware."""
        if self._main is not None:
            return self._main
        meter: MainMeter | None = getattr(self._hardware, "main_meter", None)  # it is optional
        return meter

    @property
    def updater(self) -> Updater | None:
        """What installs firmware, this one's or that of the hardware."""
        if self._updater is not None:
            return self._updater
        updater: Updater | None = getattr(self._hardware, "updater", None)  # it is optional
        return updater

    async def start(self, sink: EventSink) -> None:
        """Start the hardware, then the readers."""
        self._sink = sink
        await self._hardware.start(sink)
        await self._readers.start(sink)

    async def stop(self) -> None:
        """Stop the hardware first, whatever the readers do; then let go of readers and meters."""
        try:
            await self._hardware.stop()
        finally:
            await self._readers.stop()
            for meter in self._meters:
                if isinstance(meter, _Closing):
                    meter.close()

    async def reboot(self) -> None:
        """Restart the computer where that was given, else the hardware; which readers do not work
        is told anew.
        """
        if self._restart is None:
            await self._hardware.reboot()
        elif self._sink is None:
            raise HardwareError("the station cannot reboot: it is not started")
        else:
            with suppress(HardwareError):  # the start tells of it
                await self._hardware.stop()
            await self._restart()
            await self._hardware.start(self._sink)
        self._readers.announce()
