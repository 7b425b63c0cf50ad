"""Lamps and push buttons, for the application: what they mean is its own.

station.lamps["charging"].on()
station.buttons["stop"].when_pressed = stop
"""

from collections.abc import Callable

from pilotwire.hal.gpio.pins import InputPin, OutputPin

__all__ = ["Button", "Lamp"]


class Lamp:
    """A lamp. It is off while the station is stopped."""

    def __init__(self) -> None:
        self._pin: OutputPin | None = None

    def on(self) -> None:
        """Switch it on."""
        self._set(on=True)

    def off(self) -> None:
        """Switch it off."""
        self._set(on=False)

    @property
    def lit(self) -> bool:
        """Whether it is on."""
        return self._pin is not None and self._pin.on

    def connect(self, pin: OutputPin | None) -> None:
        """Have a pin, or none; called by the station."""
        self._pin = pin

    def _set(self, *, on: bool) -> None:
        if self._pin is not None:
            self._pin.set(on=on)


class Button:
    """A push button. `when_pressed` is called in the event loop."""

    def __init__(self) -> None:
        self.when_pressed: Callable[[], object] | None = None
        self._pin: InputPin | None = None
        self._was_pressed = False

    @property
    def pressed(self) -> bool:
        """Whether it is pressed now."""
        return self._pin is not None and self._pin.active

    def connect(self, pin: InputPin | None) -> None:
        """Have a pin, or none; called by the station."""
        self._pin = pin
        self._was_pressed = self.pressed

    def look(self) -> None:
        """See whether it was pressed; called by the station, in the event loop."""
        was, self._was_pressed = self._was_pressed, self.pressed
        if self._was_pressed and not was and self.when_pressed is not None:
            self.when_pressed()
