"""A message that the CSMS did not take: how often it is sent again, when, and under which id (E13).

An attempt that a lost connection ended is no failure to process the message, and is not counted.

The id matters where the version leaves it to the station. One that was answered with an error is
used up: its repetition may get the same answer for ever. But where an earlier attempt had no
answer, the CSMS may have acted on it, and knows the message by its id. That counts as long as there
is hope, if the message does harm when it is taken twice.
"""

from collections.abc import Callable
from typing import Final

from pilotwire.errors import CallFailed, CallUnanswered
from pilotwire.rpc import ErrorCode
from pilotwire.station.device_model.definitions import setting
from pilotwire.station.device_model.model import DeviceModel
from pilotwire.station.device_model.standard import OCPPCommCtrlr
from pilotwire.store import Entry, Wire

__all__ = ["DEFINITIONS", "Repetition"]

DEFINITIONS = (
    setting(OCPPCommCtrlr.MessageAttempts_TransactionEvent, 5),
    setting(OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent, 30),
)

FLOOR: Final = 1.0
"""The shortest interval, in seconds: one of 0 would write to the disk as fast as it can."""

_UNKNOWN: Final = frozenset({ErrorCode.NOT_IMPLEMENTED, ErrorCode.NOT_SUPPORTED})
"""What a CSMS answers that does not know a message: it will not learn it."""

CEILING: Final = 86_400.0
"""Where a pause stops growing, in seconds; an interval that is longer still counts whole."""


class Repetition:
    """What follows from a failure; each `entry` is as it was before the failure is noted."""

    def __init__(self, device_model: DeviceModel, new_id: Callable[[], str]) -> None:
        self._device_model = device_model
        self._new_id = new_id

    @property
    def limit(self) -> int:
        """After how many failures a message is given up."""
        return self._device_model[OCPPCommCtrlr.MessageAttempts_TransactionEvent]

    def failures(self, entry: Entry) -> int:
        """How often it has failed, this time included."""
        return entry.refusals + entry.timeouts + 1

    def hopeless(self, entry: Entry, why: CallUnanswered) -> bool:
        """Whether it is not sent again."""
        if not entry.lane.repeated:
            return True
        if not entry.lane.minor:
            return self.failures(entry) >= self.limit
        if not isinstance(why, CallFailed):
            return False
        return why.code in _UNKNOWN or entry.refusals + 1 >= self.limit

    def pause(self, entry: Entry) -> float:
        """Seconds until it is sent again (E13.FR.03), which grow with each failure, within bounds
        that the specification does not set.
        """
        asked = self._device_model[OCPPCommCtrlr.MessageAttemptInterval_TransactionEvent]
        interval = max(float(asked), FLOOR)
        return min(interval * self.failures(entry), max(interval, CEILING))

    def id_after_refusal(self, entry: Entry, wire: Wire) -> str:
        """The id to repeat it under when the CSMS has answered with an error."""
        nothing_done = entry.attempts - 1 == entry.refusals
        harmless = entry.intermediate and not wire.ahead
        if nothing_done or harmless or self._last_comes(entry):
            return self._new_id()
        return entry.message_id

    def id_after_timeout(self, entry: Entry) -> str:
        """The id to repeat it under when the CSMS has not answered."""
        return self._new_id() if entry.refusals and self._last_comes(entry) else entry.message_id

    def _last_comes(self, entry: Entry) -> bool:
        """Whether one more attempt is left, and only that."""
        return self.failures(entry) + 1 >= self.limit
