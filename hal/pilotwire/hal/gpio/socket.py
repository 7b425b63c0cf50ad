"""What else is measured at a socket: the cable's resistor, and how hot it is."""

from pilotwire.hal.gpio.config import Proximity, Thermistor
from pilotwire.hal.gpio.levels import NO_PLUG_OHMS, cable_bears, celsius, resistance
from pilotwire.hal.gpio.pins import AnalogPin
from pilotwire.hal.interfaces import HardwareError

__all__ = ["PlugContact", "Thermometer"]

_CONFIRM = 2
_COOLER_C = 5.0


class PlugContact:
    """The proximity contact of a socket. `look` blocks, and may be called in a thread."""

    def __init__(self, name: str, config: Proximity, pin: AnalogPin) -> None:
        self._name = name
        self._config = config
        self._pin = pin
        self._ohms = NO_PLUG_OHMS
        self._plugged = False
        self._next: tuple[bool, object] | None = None
        self._seen = 0

    @property
    def plugged(self) -> bool:
        """Whether there is a plug."""
        return self._plugged

    @property
    def bears(self) -> float | None:
        """What its cable bears, in amperes. Raises `HardwareError` for a resistor that is none."""
        try:
            return cable_bears(self._ohms)
        except HardwareError as error:
            raise HardwareError(f"{self._name}: {error}") from None

    def look(self) -> None:
        """Read the contact; another plug counts once it was seen twice."""
        ohms = resistance(self._pin.read(), self._config.supply, self._config.pull_up)
        seen = ohms < NO_PLUG_OHMS, _class(ohms)
        self._seen = self._seen + 1 if seen == self._next else 1
        self._next = seen
        if self._seen >= _CONFIRM:
            self._plugged, self._ohms = seen[0], ohms


def _class(ohms: float) -> object:
    """What a resistor stands for: nobody knows what is between them."""
    try:
        return cable_bears(ohms)
    except HardwareError:
        return "unknown"


class Thermometer:
    """A thermistor, and whether it is too hot. `look` blocks, and may be called in a thread."""

    def __init__(self, config: Thermistor, pin: AnalogPin) -> None:
        self._config = config
        self._pin = pin
        self._hot = False
        self.celsius: float | None = None
        """None where it can't be read."""
        self.trouble: str | None = None
        """What is wrong."""

    def look(self) -> None:
        """Read it."""
        config = self._config
        ohms = resistance(self._pin.read(), config.supply, config.pull_up)
        try:
            self.celsius = celsius(ohms, config.nominal, config.beta)
        except HardwareError as error:
            self.celsius, self.trouble = None, str(error)
            return
        limit = config.limit_c - (_COOLER_C if self._hot else 0.0)
        self._hot = self.celsius > limit
        hot = f"{self.celsius:.0f} degrees Celsius, and {config.limit_c:g} are allowed"
        self.trouble = hot if self._hot else None
