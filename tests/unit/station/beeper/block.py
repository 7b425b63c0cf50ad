"""What a beeper does."""

from typing import Protocol

from pilotwire.ocpp.specs import INTEGER, Variable
from pilotwire.station.core import Core
from pilotwire.station.csms import Question
from pilotwire.station.device_model.definitions import setting
from pilotwire.station.outcome import Outcome
from pilotwire.station.vocabulary import ReasonCode
from tests.unit.station.beeper.facts import Beeped, BeepHeard

__all__ = ["DEFINITIONS", "TUNE", "VOLUME", "Beeper", "TuneCsms"]

VOLUME = Variable(component="Beeper", name="Volume", datatype=INTEGER, maximum=10)

DEFINITIONS = (setting(VOLUME, 5, maximum=10),)


class TuneCsms(Protocol):
    """Who knows tunes."""

    async def tune(self) -> str:
        """Ask for one."""
        ...


TUNE: Question[TuneCsms] = Question("tune")


class Beeper:
    """Beeps when it is told to, unless its volume is 0."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.count = 0
        self.heard: list[BeepHeard] = []
        core.delivery.hear.on(BeepHeard, self.heard.append)

    def beep(self) -> Outcome[bool]:
        """Beep once the answer has left."""
        if self._core.device_model[VOLUME] == 0:
            return Outcome(False, ReasonCode.NOT_ENABLED, "the volume is 0")
        return Outcome(True, once_sent=self._beep)

    async def tune(self) -> str | None:
        """What the CSMS wants to be played; None where nobody can be asked."""
        csms = self._core.standing.offered(TUNE)
        return None if csms is None else await csms.tune()

    def _beep(self) -> None:
        self.count += 1
        with self._core.records.atomic():
            fact = Beeped(timestamp=self._core.clock.now(), count=self.count)
            self._core.delivery.post(fact)
