"""What stands for a charger's board here: one socket with its pilot, relay, lock and meter, a card
reader, a button, and a sensor for currents that leak to earth.

It is the one part of the examples that is not real. A maker has a driver in its place, and that is
much like it: it raises `OSError` when a part does not do as it is told, some of its calls take
their time, one blocks, and it calls back from a thread of its own. A real meter keeps its register
for ever; this one begins at 0 Wh.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

__all__ = ["VOLTS", "Board"]

VOLTS = 230.0
CAR_TAKES_A = 16.0


def nobody(*_: object) -> None:
    """Who is called back while nobody wants to be."""


class Board:
    """The driver; `clock` is what its meter counts seconds by.

    It calls `on_pilot` with the pilot's new state, A to F, `on_card` with the number of a card that
    is held to the reader, `on_button` when the button is pressed, `on_leak` when current leaks to
    earth, and `on_dry` when it no longer does.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.on_pilot: Callable[[str], None] = nobody
        self.on_card: Callable[[str], None] = nobody
        self.on_button: Callable[[], object] = nobody
        self.on_leak: Callable[[], None] = nobody
        self.on_dry: Callable[[], None] = nobody
        self.pilot = "A"
        self.door_open = False
        self.closed = False
        self.locked = False
        self._offered_a = 0.0
        self._wh = 0.0
        self._clock = clock
        self._counted = clock()
        self._counting = threading.Lock()

    # What the software tells it, and asks it.

    def set_pwm(self, amperes: float) -> None:
        """Tell the car how much it may take; 0 switches the PWM off."""
        self._count()
        self._offered_a = amperes
        if self.pilot != "A":
            self._pilot("C" if amperes else "B")  # this car takes what it is offered

    async def relay(self, closed: bool) -> None:
        """Move the relay, and see by its mirror contact that it has moved."""
        self._move(closed)
        await asyncio.sleep(0.02)  # it takes no longer
        if self.closed is not closed:
            raise OSError("the relay has not moved")

    async def lock(self, locked: bool) -> None:
        """Move the bolt that holds the plug."""
        await asyncio.sleep(0.2)
        self.locked = locked

    def read_meter(self) -> tuple[float, float, tuple[float], tuple[float]]:
        """Energy in Wh and power in W, then current and voltage, with one value for each phase.

        It comes over a serial line, by a library that blocks.
        """
        energy, current = self._count()
        return energy, current * VOLTS, (current,), (VOLTS,)

    def release(self) -> None:
        """Switch all off, at once, and call nobody back any more."""
        self.on_pilot = self.on_card = self.on_leak = self.on_dry = nobody
        self._move(False)
        self.set_pwm(0)

    # What people do to it.

    def plug_in(self) -> None:
        """A car is connected."""
        self._pilot("B")

    def unplug(self) -> None:
        """Its driver pulls the plug, which does not move while it is locked."""
        if self.locked:
            raise OSError("the plug is locked")
        self._count()
        self._pilot("A")

    @classmethod
    def at_keyboard(cls) -> Self:
        """A board where the terminal stands for the street: what is typed is what people do."""
        print("type: plug, unplug, card NUMBER, button, door, leak, dry")
        board = cls()
        threading.Thread(target=board._read_keyboard, daemon=True).start()
        return board

    def _read_keyboard(self) -> None:
        with Path("/dev/stdin").open(encoding="utf-8") as keyboard:
            for line in keyboard:
                try:
                    self._do(*line.split())
                except OSError as error:
                    print(error)

    def _do(self, what: str = "", number: str = "04A1B2C3") -> None:
        match what:
            case "plug":
                self.plug_in()
            case "unplug":
                self.unplug()
            case "card":
                self.on_card(number)
            case "button":
                self.on_button()
            case "door":
                self.door_open = not self.door_open
                print("the door is", "open" if self.door_open else "closed")
            case "leak":
                self.on_leak()
            case "dry":
                self.on_dry()
            case _:
                print("?")

    def _move(self, closed: bool) -> None:
        self._count()
        self.closed = closed

    def _pilot(self, state: str) -> None:
        if state != self.pilot:
            self.pilot = state
            self.on_pilot(state)

    def _count(self) -> tuple[float, float]:
        with self._counting:
            now = self._clock()
            flows = self.closed and self.pilot == "C"
            amperes = min(self._offered_a, CAR_TAKES_A) if flows else 0.0
            self._wh += amperes * VOLTS * (now - self._counted) / 3600
            self._counted = now
            return self._wh, amperes
