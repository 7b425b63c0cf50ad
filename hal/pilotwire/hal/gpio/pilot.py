"""The Control Pilot: what it offers, and what the vehicle says on it."""

from pilotwire.hal.gpio.config import Pilot
from pilotwire.hal.gpio.duty import DIGITAL, NOTHING, UNAVAILABLE, duty_of
from pilotwire.hal.gpio.levels import levels_of, state_of
from pilotwire.hal.gpio.pins import AnalogPin, Pwm
from pilotwire.hal.interfaces import HardwareError, PilotState

__all__ = ["ControlPilot"]

_MISSED = 15
"""How often in a row PWM may be seen low alone, before something holds it there."""


class ControlPilot:
    """A pilot with the `name` that its errors bear. `look` blocks; a thread may call it."""

    def __init__(
        self, name: str, config: Pilot, pwm: Pwm, high: AnalogPin, low: AnalogPin | None
    ) -> None:
        self._name = name
        self._config = config
        self._pwm = pwm
        self._high = high
        self._low = low
        self._duty = UNAVAILABLE
        self._state: PilotState | None = None
        self._next: PilotState | None = None
        self._seen = 0
        self._missed = 0

    @property
    def state(self) -> PilotState:
        """The state, as it was last confirmed. Raises `HardwareError` before that."""
        if self._state is None:
            raise HardwareError(f"{self._name} has not been read yet")
        return self._state

    def offer(self, amperes: float) -> None:
        """Offer so many amperes a phase; 0 is no PWM. Raises `HardwareError` for what can't be
        said.
        """
        self._set(duty_of(amperes))

    def ask_digitally(self) -> None:
        """Have the vehicle ask by digital communication (5 %)."""
        self._set(DIGITAL)

    def unavailable(self) -> None:
        """State F."""
        self._set(UNAVAILABLE)

    def look(self) -> PilotState:
        """Read the pilot; the state once it is confirmed, else that which was.

        Raises:
            HardwareError: it can't be read, or has not been confirmed yet.
        """
        seen = self._seen_now()
        self._seen = self._seen + 1 if seen is self._next else 1
        self._next = seen
        if self._seen >= self._config.confirm:
            self._state = seen
        return self.state

    def _seen_now(self) -> PilotState:
        modulated = self._duty not in {NOTHING, UNAVAILABLE}
        high, low = self._levels()
        seen = state_of(high, low, self._state, modulated=modulated)
        self._missed = self._missed + 1 if seen is None else 0
        if seen is None:
            return self.state if self._missed < _MISSED else PilotState.E
        return seen

    def _levels(self) -> tuple[float, float | None]:
        if self._config.sampling == "burst":
            return levels_of([self._high.read() for _ in range(self._config.burst)])
        return self._high.read(), None if self._low is None else self._low.read()

    def _set(self, duty: float) -> None:
        if duty != self._duty:
            self._pwm.set(duty)
            self._duty = duty
