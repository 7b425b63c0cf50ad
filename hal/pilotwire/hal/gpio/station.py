"""A charger whose parts are on the pins of a small computer."""

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from pilotwire.hal.gpio.config import GpioConfig
from pilotwire.hal.gpio.deadman import DeadMan
from pilotwire.hal.gpio.evse import GpioEvse, fault_line
from pilotwire.hal.gpio.faults import FaultLine, Told, merged
from pilotwire.hal.gpio.panel import Button, Lamp
from pilotwire.hal.gpio.pins import Pins
from pilotwire.hal.interfaces import (
    WHOLE_STATION,
    EventSink,
    FaultCode,
    HardwareError,
    HardwareEvent,
)

__all__ = ["GpioStation"]

_FIRST_LOOKS = 25
"""How often all is looked at before the start has to know what is so."""


class GpioStation:
    """The hardware of a charging station, on pins.

    - `config`: what is connected where.
    - `pin_factory`: gpiozero's; None for its default, which is that of the computer.
    - `reboot`: restarts the computer; None: `reboot` starts the hardware anew, and returns.
    - `own_thread`: whether the pilot is looked at by a thread that waits for nobody. False is for
      event loops whose time is not real: the loop asks for each look then, and may be late.

    Pins are claimed at the start, and are inputs again after the stop. Outputs are safe then, and
    by the resistors of the board whenever nobody drives them: when the process is killed, too.
    """

    def __init__(
        self,
        config: GpioConfig,
        *,
        pin_factory: object = None,
        reboot: Callable[[], Awaitable[None]] | None = None,
        own_thread: bool = True,
    ) -> None:
        self._config = config
        self._own_thread = own_thread
        self._factory = pin_factory
        self._reboot = reboot
        self._sink: EventSink | None = None
        self._pins: Pins | None = None
        self._executor: ThreadPoolExecutor | None = None
        self._dead_man: DeadMan | None = None
        self._looking: asyncio.Task[None] | None = None
        self._tests: set[asyncio.Task[None]] = set()
        self._thread: threading.Thread | None = None
        self._over = threading.Event()
        self._to_be_told = False
        self._failing: str | None = None
        self._lines: tuple[FaultLine, ...] = ()
        self._told = Told(WHOLE_STATION, self._report)
        self._evses = tuple(
            GpioEvse(number, evse, self._report)
            for number, evse in enumerate(config.evses, start=1)
        )
        self.lamps: Mapping[str, Lamp] = {name: Lamp() for name in config.lamps}
        """By the names that the configuration gives them."""
        self.buttons: Mapping[str, Button] = {name: Button() for name in config.buttons}
        """Likewise."""

    @property
    def evses(self) -> tuple[GpioEvse, ...]:
        """The EVSEs; the first one is EVSE 1."""
        return self._evses

    async def start(self, sink: EventSink) -> None:
        """Claim the pins, see what is so, test what tests itself, and report.

        Raises:
            HardwareError: a pin can't be had, or it was started already. All is safe then.
        """
        if self._pins is not None:
            raise HardwareError("the station is started already; stop it first")
        self._pins = Pins(self._factory)
        self._executor = ThreadPoolExecutor(1, "pilotwire-gpio")
        self._over.clear()
        try:
            await self._power_up(self._pins)
        except BaseException:  # raised again
            self._let_go()
            raise
        self._sink = sink
        self._tell()
        if self._own_thread:
            looks = threading.Thread(
                target=self._look_alone,
                args=(asyncio.get_running_loop(),),
                name="pilotwire-looks",
                daemon=True,
            )
            self._thread = looks
            looks.start()
        else:
            self._looking = asyncio.create_task(self._look_on())

    async def stop(self) -> None:
        """Open all contactors, write the counts, and let go of the pins.

        Raises:
            HardwareError: with all of that done, where a contactor does not open, or a count can't
                be written.
        """
        self._sink = None
        if self._pins is None:
            return
        for evse in self._evses:
            evse.parts.contactor.drop()
        try:
            await self._end_looking()
            failures = await asyncio.gather(
                *(self._leave(evse) for evse in self._evses), return_exceptions=True
            )
        finally:
            self._let_go()
        for failure in failures:
            if isinstance(failure, BaseException):
                raise failure

    async def reboot(self) -> None:
        """Restart the computer where that was given, else the hardware."""
        sink = self._sink
        if sink is None:
            raise HardwareError("the station cannot reboot: it is not started")
        with contextlib.suppress(HardwareError):  # the start tells of a weld
            await self.stop()
        if self._reboot is not None:
            await self._reboot()
        await self.start(sink)

    async def _leave(self, evse: GpioEvse) -> None:
        try:
            await evse.parts.contactor.open()
        finally:
            await evse.save(at_last=True)

    async def _power_up(self, pins: Pins) -> None:
        loop = asyncio.get_running_loop()

        def noticed() -> None:
            """In a thread of gpiozero's."""
            with contextlib.suppress(RuntimeError):  # the loop is gone
                loop.call_soon_threadsafe(self._tell)

        for evse in self._evses:
            await evse.power_up(pins, self._config.adc, noticed)
        self._told = Told(WHOLE_STATION, self._report)
        self._lines = tuple(
            fault_line(pins, line, self._bar, self._allow, noticed) for line in self._config.faults
        )
        for evse in self._evses:
            evse.also = self._lines
        for name, lamp in self.lamps.items():
            lamp.connect(pins.output(self._config.lamps[name]))
        for name, button in self.buttons.items():
            pin = pins.input(self._config.buttons[name])
            button.connect(pin)
            pin.call(noticed)
        for _ in range(_FIRST_LOOKS):
            await loop.run_in_executor(self._executor, self._look)
            await asyncio.sleep(self._config.every_s)
            if all(evse.known for evse in self._evses):
                break
        for evse in self._evses:
            await evse.test()
        if self._config.dead_after_s is not None:
            self._dead_man = DeadMan(self._config.dead_after_s, self._hang)
            self._dead_man.start()

    def _let_go(self) -> None:
        pins, self._pins = self._pins, None
        if self._dead_man is not None:
            self._dead_man.stop()
            self._dead_man = None
        for test in self._tests:
            test.cancel()
        try:
            for evse in self._evses:
                evse.power_down()
        finally:
            for lamp in self.lamps.values():
                lamp.off()
                lamp.connect(None)
            for button in self.buttons.values():
                button.connect(None)
            if self._executor is not None:
                self._executor.shutdown(wait=False, cancel_futures=True)
            if pins is not None:
                pins.close()

    async def _look_on(self) -> None:
        """Looks that the event loop asks for: where its time is not real."""
        loop = asyncio.get_running_loop()
        while not self._over.is_set():
            await asyncio.sleep(self._config.every_s)
            await loop.run_in_executor(self._executor, self._look)
            self._after_look()

    def _look_alone(self, loop: asyncio.AbstractEventLoop) -> None:
        """In a thread of its own: it does not wait for the event loop, whatever that is at."""
        while not self._over.wait(self._config.every_s):
            self._look()
            if not self._to_be_told:
                self._to_be_told = True
                with contextlib.suppress(RuntimeError):  # the loop is gone
                    loop.call_soon_threadsafe(self._after_look)

    async def _end_looking(self) -> None:
        """A look that is under way ends before the pins go; one that hangs is left to itself."""
        self._over.set()
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join, 0.5)
            self._thread = None
        if self._looking is not None:
            await asyncio.wait({self._looking}, timeout=0.5)
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
            self._looking = None

    def _look(self) -> None:
        """In the thread that samples. What fails is tried again at the next look."""
        failing: str | None = None
        for evse in self._evses:
            try:
                evse.look()
            except Exception as error:  # the library's, at a pin that can't be driven
                failing = f"a pin of EVSE {evse.number} can't be driven: {error}"
        self._failing = failing

    def _after_look(self) -> None:
        """In the event loop."""
        self._to_be_told = False
        if self._dead_man is not None:
            self._dead_man.feed()
        if self._sink is not None:
            self._tell()
            self._see_to(asyncio.get_running_loop().time())

    def _see_to(self, now: float) -> None:
        """Counts that are due to be written, and devices that have failed and are tested again."""
        for evse in self._evses:
            parts = evse.parts
            counter = parts.counter
            if counter is not None and counter.due(flows=True):
                self._spawn(evse.save)
            if any(line.failed and line.due(now) for line in (*parts.lines, *self._lines)):
                self._spawn(evse.test)

    def _spawn(self, do: Callable[[], Awaitable[None]]) -> None:
        """Beside the looking, one at a time. What fails shows in the next reading, or is told."""

        async def quietly() -> None:
            with contextlib.suppress(HardwareError):
                await do()

        if not self._tests:
            task = asyncio.create_task(quietly())
            self._tests.add(task)
            task.add_done_callback(self._tests.discard)

    def _tell(self) -> None:
        """Report what has become another."""
        if self._sink is None:
            return
        self._told.so(FaultCode.CONTROLLER, self._failing)
        for code, info in merged(self._lines).items():
            self._told.so(code, info)
        for evse in self._evses:
            evse.report()
        for button in self.buttons.values():
            button.look()

    def _report(self, event: HardwareEvent) -> None:
        if self._sink is not None:
            self._sink(event)

    def _bar(self, reason: str) -> None:
        for evse in self._evses:
            evse.parts.contactor.bar(f"the station: {reason}")

    def _allow(self, reason: str) -> None:
        for evse in self._evses:
            evse.parts.contactor.allow(f"the station: {reason}")

    def _hang(self) -> None:
        for evse in self._evses:
            evse.hang()
