"""The meter of the station as a whole, if it has one (J01.FR.03, J01.FR.04)."""

from typing import cast

from pilotwire.foreign import printable
from pilotwire.hal.interfaces import MainMeter, MeterReading, StationHardware
from pilotwire.hal.interfaces import ReadingContext as MeterContext
from pilotwire.logs import logger
from pilotwire.station.hardware.calls import TIME_LIMIT, HardwareCalls, asked, words
from pilotwire.station.hardware.checks import shortly
from pilotwire.station.hardware.meters import public_key_of, read_meter
from pilotwire.station.vocabulary import ReadingContext

__all__ = ["WholeStation", "main_meter_of"]

log = logger(__name__)


def main_meter_of(hardware: StationHardware) -> MainMeter | None:
    """The main meter of a station; None where it has none.

    Raises:
        ValueError: it says that it has one, and that is none.
    """
    meter: object = asked(lambda: getattr(hardware, "main_meter", None))
    if meter is None:
        return None
    if not callable(getattr(meter, "read_meter", None)):
        raise ValueError(f"the main meter can't be read: it is {shortly(meter)}")  # noqa: TRY004 -- data
    return cast("MainMeter", meter)


class WholeStation:
    """The main meter, held to its word. One that fails is no fault of any EVSE, and is logged."""

    __slots__ = ("_calls", "_failed", "_meter", "public_key")

    def __init__(self, meter: MainMeter) -> None:
        self._meter = meter
        self._calls = HardwareCalls()
        self._failed = False
        self.public_key = public_key_of(meter)

    async def read_meter(self, sign_for: ReadingContext | None = None) -> MeterReading:
        """Read the meter, with a signature if that is for something.

        Raises:
            ValueError: it fails.
        """
        context = None if sign_for is None else MeterContext(sign_for.value)
        try:
            found = await self._calls(
                lambda: read_meter(self._meter, context), TIME_LIMIT, "main meter"
            )
        except Exception as error:  # a driver may raise anything
            raise ValueError(words(error)) from error
        if self._failed:
            log.warning("the main meter works again")
            self._failed = False
        return found

    def failed(self, error: ValueError) -> None:
        """Say so once, and not at each reading."""
        if not self._failed:
            log.error("the main meter can't be read: %s", printable(str(error)))
            self._failed = True
