"""Inputs that are active while there is a fault, the self test of a residual current device, and
what the hardware has told of faults.
"""

import asyncio
from collections.abc import Callable, Iterable

from pilotwire.hal.gpio.config import FaultInput, SelfTest
from pilotwire.hal.gpio.pins import InputPin, OutputPin
from pilotwire.hal.interfaces import EventSink, FaultCleared, FaultCode, FaultRaised

__all__ = ["FaultLine", "Told", "merged"]

_LOOK_S = 0.005
_RETRY_S = 60.0


class Told:
    """The faults of one EVSE, or of the station, that have been told: each once."""

    def __init__(self, evse_id: int, sink: EventSink) -> None:
        self._evse_id = evse_id
        self._sink = sink
        self._infos: dict[FaultCode, str] = {}

    def so(self, code: FaultCode, info: str | None) -> None:
        """There is that fault, or (None) there is not."""
        if info is None:
            if self._infos.pop(code, None) is not None:
                self._sink(FaultCleared(self._evse_id, code))
        elif code not in self._infos:
            self._infos[code] = info
            self._sink(FaultRaised(self._evse_id, code, info))


def merged(lines: Iterable["FaultLine"]) -> dict[FaultCode, str | None]:
    """What is wrong by these lines, of which several may have one code."""
    troubles: dict[FaultCode, str | None] = {}
    for line in lines:
        trouble = line.trouble  # each is asked: that bars
        troubles[line.code] = troubles.get(line.code) or trouble
    return troubles


class FaultLine:
    """One such input.

    `bar` and `allow` are told a reason, in the thread that notices it: the contactors concerned
    fall before anybody else hears of it. `noticed` is called there as well.
    """

    def __init__(
        self,
        config: FaultInput,
        pin: InputPin,
        outputs: tuple[OutputPin, OutputPin | None] | None,
        bar: Callable[[str], None],
        allow: Callable[[str], None],
        noticed: Callable[[], None],
    ) -> None:
        self.code = config.code
        self._pin = pin
        self._test: SelfTest | None = config.self_test
        self._outputs = outputs
        self._bar = bar
        self._allow = allow
        self._noticed = noticed
        self._testing = False
        self._tripped = False
        self._failed: str | None = None
        self._tested_at: float | None = None
        pin.call(self._changed)

    @property
    def trouble(self) -> str | None:
        """What is wrong; None while nothing is. It bars the contactor, or allows it. What was wrong
        for a moment is told once.
        """
        if self._testing:
            return None
        tripped, self._tripped = self._tripped or self._pin.active, False
        wrong = "it has tripped" if tripped else self._failed
        (self._allow if wrong is None else self._bar)(self._reason)
        return wrong

    @property
    def failed(self) -> bool:
        """Whether it has failed its test."""
        return self._failed is not None

    def due(self, now: float) -> bool:
        """Whether it is to be tested, at `now`: never yet, or a good while ago."""
        if self._test is None or self._pin.active:
            return False
        wait = self._test.every_s if self._failed is None else _RETRY_S
        return self._tested_at is None or now - self._tested_at >= wait

    async def test(self) -> None:
        """Test the device, with the contactors open; a failure is a trouble until a test is passed.

        They are barred meanwhile.
        """
        if self._test is None or self._outputs is None:
            return
        button, reset = self._outputs
        self._testing = True
        self._bar(self._reason)
        try:
            tripped = await self._becomes(button, active=True, within_s=self._test.within_s)
            well = await self._becomes(reset, active=False, within_s=self._test.within_s)
        finally:
            for output in (button, reset):
                if output is not None:
                    output.set(on=False)
            self._testing = self._tripped = False
            self._tested_at = asyncio.get_running_loop().time()
        self._failed = None if tripped else "its self test does not trip it"
        if tripped and not well:
            self._failed = "it does not reset after its self test"
        _ = self.trouble  # which allows the contactor again, if nothing is wrong

    async def _becomes(self, output: OutputPin | None, *, active: bool, within_s: float) -> bool:
        """Switch it on until the input is so; whether it became so in time."""
        loop = asyncio.get_running_loop()
        until = loop.time() + within_s
        if output is not None:
            output.set(on=True)
        while self._pin.active is not active and loop.time() < until:  # noqa: ASYNC110 -- a pin is looked at
            await asyncio.sleep(_LOOK_S)
        if output is not None:
            output.set(on=False)
        return self._pin.active is active

    @property
    def _reason(self) -> str:
        return self.code.value

    def _changed(self) -> None:
        if self._pin.active and not self._testing:
            self._tripped = True
            self._bar(self._reason)
        self._noticed()
